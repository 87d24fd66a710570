"""An audit from end to end: what a log is, who is judged, and what comes of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from ordertck.harness.audit import directions, logs
from ordertck.harness.audit.gaps import Strange, Unanswered, Unknown
from ordertck.harness.audit.runs import Run, is_transcript
from ordertck.harness.audit.seen import Reader, Seen
from ordertck.harness.audit.stories import Breach, Stories, reasons
from ordertck.harness.claims import Claims
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.errors import UsageError
from ordertck.harness.messages import Message
from ordertck.harness.oracle import known_invariants
from ordertck.harness.runner.run import unwatched

# A customer of whom nothing came for so long has come to rest, unless the map says otherwise.
_SETTLE_HOURS = 24
# So many breaches are told in full; those that follow are counted.
MOST_TOLD = 200


@dataclass(slots=True)
class Audited:
    """What an audit comes to.

    ``roles`` were judged; ``messages`` were read, ``passed_over`` by name and ``unknown`` by reason were not judged;
    ``stories`` are how many customers, or scenarios, were judged, ``open`` those that the log breaks off, ``most`` how
    many were in memory at once at most. ``looked_at`` counts by role and invariant, ``found`` the breaches likewise.
    ``unused`` is what of the map found nothing, ``strange`` are the words that the kit does not know, ``unanswered``
    who asks on which edge without any answer in the log.
    """

    file: Path
    roles: tuple[str, ...]
    messages: int = 0
    stories: int = 0
    open: int = 0
    most: int = 0
    passed_over: Mapping[str, int] = field(default_factory=dict)
    unknown: Mapping[str, int] = field(default_factory=dict)
    looked_at: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    unused: Sequence[str] = ()
    strange: Sequence[Strange] = ()
    unanswered: Sequence[str] = ()
    breaches: list[Breach] = field(default_factory=list)

    @property
    def rules_seen(self) -> Mapping[str, int]:
        """How often an invariant that stands for a rule had a say, by rule."""
        counted: Counter[str] = Counter()
        for role in self.roles:
            for known in known_invariants(role):
                for rule in known.rules:
                    counted[rule] += self.looked_at[role, known.name]
        return counted


def audit_run(file: Path, claims: Mapping[str, Claims], only: tuple[str, ...] = ()) -> Audited:
    """Audit the transcript of a run of the kit; ``claims`` by session, ``only`` some roles: see ``Run``."""
    run = Run(claims, file, only)
    audited = Audited(file, ())
    lines = Counter[str]()
    with unwatched():
        _collect(audited, run.judged(_counted(logs.ndjson(file), lines)))
    audited.roles = tuple(dict.fromkeys(stories.role for stories in run.stories))
    _sum_up(audited, run.stories)
    audited.messages = lines["records"]
    odd = {"messages of no scenario": run.strays, "messages that are malformed": run.unreadable}
    audited.passed_over = {name: times for name, times in odd.items() if times}
    return audited


def audit_log(file: Path, reader: Reader, claims: Claims, catalogue: Catalogue) -> Audited:
    """Audit a log of a live landscape, read by its map or by a function."""
    settle = timedelta(hours=float(reader.log.get("settle_hours", _SETTLE_HOURS)))
    stories = [Stories(role, claims, settle) for role in claims.roles]
    audited = Audited(file, claims.roles)
    unknown, unanswered = Unknown(catalogue), Unanswered()
    with unwatched():
        seen = reader.read(records(file, reader.log), file)
        _collect(audited, _judged(audited, seen, stories, unknown, unanswered))
    _sum_up(audited, stories)
    audited.passed_over = dict(reader.passed_over)
    audited.unused, audited.strange, audited.unanswered = reader.unused, unknown.told(), unanswered.told()
    if not audited.messages:
        passed = f": {', '.join(f'{times:,} {name}' for name, times in audited.passed_over.items())}"
        why = f"all of it is passed over{passed}" if audited.passed_over else "it is empty"
        raise UsageError(f"the log has no message, {why}", "name a log with a message at least", file)
    return audited


def records(file: Path, log: Mapping[str, Any]) -> Iterator[logs.Record]:
    """The records of a log, in the form that its map names, or that its ending says."""
    form = log.get("format") or ("csv" if file.suffix.lower() == ".csv" else "ndjson")
    found = logs.table(file, log.get("delimiter", ",")) if form == "csv" else logs.ndjson(file)
    return logs.together(found, log["group"], file, form == "csv") if "group" in log else found


def is_of_the_kit(file: Path) -> bool:
    """Whether a file is a transcript of the kit. Raises ``UsageError`` where it can be no log at all."""
    if file.suffix.lower() == ".csv":
        return False
    first = next(logs.ndjson(file), None)
    if first is None:
        raise UsageError("the log is empty", "name a log with a record at least", file)
    return is_transcript(first[1])


def messages_at(file: Path, lines: set[int]) -> Iterator[tuple[int, str]]:
    """The text of these lines of a log."""
    with file.open(encoding="utf-8", errors="replace") as text:
        for number, line in enumerate(text, 1):
            if number in lines:
                yield number, line.rstrip("\n")


def _judged(
    audited: Audited, seen: Iterator[Seen], stories: list[Stories], unknown: Unknown, unanswered: Unanswered
) -> Iterator[Breach]:
    latest: datetime | None = None
    for each in seen:
        if latest is not None and each.at < latest - timedelta(hours=1):
            raise UsageError(
                f"the log goes back in time, from {latest.isoformat()} to {each.at.isoformat()}",
                "sort it by time: what came first is judged first",
                audited.file,
                each.line,
            )
        latest = max(latest or each.at, each.at)
        audited.messages += 1
        unknown.hear(each.message, each.line)
        for of_role in stories:
            if (told := _told(of_role.role, each, audited.file)) is not None:
                unanswered.cross(of_role.role, each.message, told)
                yield from of_role.cross(each, told)
    for of_role in stories:
        yield from of_role.close(latest)


def _told(role: str, seen: Seen, file: Path) -> bool | None:
    message: Message = seen.message
    try:
        return directions.told(role, message.kind, message.edge, seen.sender)
    except UsageError as problem:
        raise UsageError(problem.problem, problem.remedy, file, seen.line) from None


def _collect(audited: Audited, breaches: Iterator[Breach]) -> None:
    said: set[tuple[str, str, str]] = set()
    for breach in breaches:
        key = breach.story, breach.objection.invariant, breach.objection.said
        if key in said:
            continue
        if len(said) < MOST_TOLD * 50:
            said.add(key)
        audited.found[breach.role, breach.objection.invariant] += 1
        if len(audited.breaches) < MOST_TOLD:
            audited.breaches.append(breach)


def _sum_up(audited: Audited, stories: list[Stories]) -> None:
    audited.unknown = reasons(stories)
    for each in stories:
        audited.stories += each.judged
        audited.open += each.open
        audited.most = max(audited.most, each.most)
        for name, times in each.looked_at.items():
            audited.looked_at[each.role, name] += times


def _counted(found: Iterator[logs.Record], counter: Counter[str]) -> Iterator[logs.Record]:
    for record in found:
        counter["records"] += 1
        yield record
