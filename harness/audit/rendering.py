"""How an audit is shown: to people, and as JSON to machines."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from ordertck.harness.audit.audit import Audited, messages_at
from ordertck.harness.oracle import Invariant, known_invariants
from ordertck.harness.text import several, shortened

# Said where there were messages, and none of them a matter for any invariant.
NOTHING = "no breach, and nothing that an invariant could look at: nothing is said of the system"
# A breach quotes so many of its messages, and of each so much.
_QUOTED, _LONGEST = 6, 220
# So many of the map's gaps are told of either sort.
_MOST_GAPS = 12


def as_json(audited: Audited) -> dict[str, Any]:
    """The audit as one JSON object."""
    return {
        "audited": str(audited.file),
        "roles": list(audited.roles),
        "messages": audited.messages,
        "stories": audited.stories,
        "open": audited.open,
        "most_stories_at_once": audited.most,
        "passed_over": dict(audited.passed_over),
        "not_judged": dict(audited.unknown),
        "unknown_words": [asdict(strange) for strange in audited.strange],
        "unused_of_the_map": list(audited.unused),
        "unanswered": list(audited.unanswered),
        "invariants": [_invariant(audited, known) for known in _all(audited)],
        "rules": dict(sorted(audited.rules_seen.items())),
        "breaches": [
            {
                "invariant": breach.objection.invariant,
                "role": breach.role,
                "rules": list(breach.objection.rules),
                "story": breach.story,
                "said": breach.objection.said,
                "records": list(breach.objection.records),
            }
            for breach in audited.breaches
        ],
        "breaches_found": audited.found.total(),
    }


def text(audited: Audited, quoting: bool) -> Iterator[str]:
    """The audit as lines of text; ``quoting`` shows the messages of each breach."""
    roles = ", ".join(audited.roles) or "nobody"
    yield f"{audited.file}: {several(audited.messages, 'message')}, judged as {roles}"
    rest = f", {audited.open:,} of them not at rest when the log ends" if audited.stories else ""
    yield f"{several(audited.stories, 'story', 'stories')} judged{rest}"
    yield from _counted("passed over", audited.passed_over)
    for name, times in audited.unknown.items():
        role, _, reason = name.partition(": ")
        yield f"not judged as {role}: {reason}: {times:,}"
    yield from _gaps(audited)
    yield ""
    seen = [known for known in _all(audited) if audited.looked_at[known.role, known.name]]
    for known in sorted(seen, key=lambda known: -audited.looked_at[known.role, known.name]):
        times, found = audited.looked_at[known.role, known.name], audited.found[known.role, known.name]
        verdict = several(found, "breach", "breaches") if found else "held"
        often = f"{several(times, 'time'):>16}" if times != 1 else f"{several(times, 'time'):>15} "
        yield f"{often}  {verdict:<14} {known.says} ({', '.join(known.rules)})"
    missing = [known for known in _all(audited) if not audited.looked_at[known.role, known.name]]
    if missing:
        yield f"\nnot seen, and so neither held nor breached: {several(len(missing), 'invariant')}"
        for known in missing:
            yield f"  {known.says} ({', '.join(known.rules)})"
    if audited.breaches:
        yield from _breaches(audited, quoting)
    total = audited.found.total()
    yield (
        f"\n{several(total, 'breach', 'breaches')}"
        if total
        else f"\n{NOTHING if not seen else 'no breach in what was seen'}"
    )


def _gaps(audited: Audited) -> Iterator[str]:
    """Where a slip in the map may hide something."""
    for strange in audited.strange[:_MOST_GAPS]:
        yield (
            f"no word of the kit's: {strange.field} '{shortened(strange.word, 60)}', {several(strange.times, 'time')},"
            f" first in record {strange.first}; say in [names] of the map which of ours it is, if it is one"
        )
    if (more := len(audited.strange) - _MOST_GAPS) > 0:
        yield f"and {more:,} more words: --format json has all"
    for asked in audited.unanswered:
        yield (
            f"no answer in the log to what {asked}: what nobody reports counts as never done, so breaches may come of "
            "a log, or a map, that leaves it out"
        )
    for place in audited.unused[:_MOST_GAPS]:
        yield f"in the map, and nothing of it in the log: {shortened(place, 120)}"
    if (more := len(audited.unused) - _MOST_GAPS) > 0:
        yield f"and {more:,} more: --format json has all"


def _breaches(audited: Audited, quoting: bool) -> Iterator[str]:
    wanted = {n for breach in audited.breaches for n in breach.objection.records[-_QUOTED:]} if quoting else set()
    quoted = dict(messages_at(audited.file, wanted)) if wanted else {}
    yield ""
    for breach in audited.breaches:
        objection = breach.objection
        where = ", ".join(map(str, objection.records))
        record = "record" if len(objection.records) == 1 else "records"
        yield f"{', '.join(objection.rules)}  {objection.invariant}, {breach.story}, {record} {where}"
        yield f"    {objection.said}"
        for number in objection.records[-_QUOTED:]:
            if number in quoted:
                text = quoted[number]
                yield f"    {number}: {text if len(text) <= _LONGEST else text[:_LONGEST] + ' …'}"
    if (more := audited.found.total() - len(audited.breaches)) > 0:
        yield f"and {more:,} more"


def _all(audited: Audited) -> list[Invariant]:
    return [known for role in audited.roles for known in known_invariants(role)]


def _invariant(audited: Audited, known: Invariant) -> dict[str, Any]:
    times = audited.looked_at[known.role, known.name]
    found = audited.found[known.role, known.name]
    return {
        "name": known.name,
        "role": known.role,
        "rules": list(known.rules),
        "says": known.says,
        "looked_at": times,
        "breaches": found,
        "outcome": "breached" if found else "held" if times else "not seen",
    }


def _counted(what: str, counts: Mapping[str, int]) -> Iterator[str]:
    for name, times in counts.items():
        yield f"{what}: {times:,} {name}"
