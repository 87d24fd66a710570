"""The transcript of a run of the kit: scenario by scenario, at rest where the run says so."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ordertck.harness import schemas
from ordertck.harness.audit.seen import Seen, of_a_log
from ordertck.harness.audit.stories import Breach, Stories
from ordertck.harness.claims import Claims
from ordertck.harness.errors import UsageError
from ordertck.harness.messages import KINDS, Message
from ordertck.harness.reading import instant_in
from ordertck.harness.sessions import of_claims

# A scenario is forgotten when so many others of its session have begun: the kit itself remembers fewer.
_REMEMBERED = 80
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
# Seconds that no run takes: ten years.
_LONGEST = 3e8
_CHANGED = "the file was changed or cut"


def is_transcript(record: Mapping[str, Any]) -> bool:
    """Whether a record is one of a transcript that the kit wrote."""
    return {"record", "scenario", "way", "message"} <= record.keys()


def _is_sound(record: Mapping[str, Any]) -> bool:
    """Whether all that an audit reckons with is of its kind."""
    counts, at, clock = (record["record"], record.get("job", 0)), record.get("at"), record.get("clock", "")
    instant = instant_in(clock) if isinstance(clock, str) and clock else _EPOCH if clock == "" else None
    return (
        isinstance(record["scenario"], str)
        and all(type(count) is int and count >= 0 for count in counts)
        and (isinstance(at, int | float) and 0 <= at <= _LONGEST)
        and (instant is not None and of_a_log(instant))
    )


@dataclass(slots=True)
class _Clock:
    """How far the clock of a session is: to which instant it was set, and when, in seconds of the run."""

    clock: datetime = _EPOCH
    since: float = 0.0


class Run:
    """Judges the transcript of a run, each session by the claims that it was made with.

    ``claims`` gives these by the session's id, with which each scenario's begins; where ``only`` names roles, those in
    others are left out. ``strays`` counts the messages that belong to no scenario, ``unreadable`` those that are no
    messages.
    """

    def __init__(self, claims: Mapping[str, Claims], file: Path, only: tuple[str, ...] = ()) -> None:
        self._claims, self._file, self._only = claims, file, only
        self._stories: dict[str, Stories] = {}
        self._lately: OrderedDict[str, None] = OrderedDict()
        self._latest: dict[int, str] = {}
        self._clocks: dict[str, _Clock] = {}
        self.strays = self.unreadable = 0

    @property
    def stories(self) -> list[Stories]:
        """The stories of every session."""
        return list(self._stories.values())

    def judged(self, records: Iterable[tuple[int, Mapping[str, Any]]]) -> Iterator[Breach]:
        """What is objected to in the records of a transcript. Raises ``UsageError`` for one that is none."""
        for line, record in records:
            if not is_transcript(record):
                raise UsageError("no record of a transcript", "name a log's map with --map", self._file, line)
            if not _is_sound(record):
                raise UsageError("no record as the kit writes them", _CHANGED, self._file, line)
            job, scenario = record.get("job", 0), record["scenario"]
            before = self._latest.get(job, "")
            if record.get("rested") and before and (stories := self._of(before)) is not None:
                yield from stories.rest(before)
            self._latest[job] = scenario
            yield from self._crosses(line, record, self._clock(scenario, record))
        for stories in self._stories.values():
            yield from stories.close(None)

    def _clock(self, scenario: str, record: Mapping[str, Any]) -> _Clock:
        clock = self._clocks.setdefault(scenario.rpartition("-")[0], _Clock())
        if record.get("clock"):
            clock.clock, clock.since = datetime.fromisoformat(record["clock"]), record["at"]
        return clock

    def _crosses(self, line: int, record: Mapping[str, Any], clock: _Clock) -> Iterator[Breach]:
        scenario = record["scenario"]
        if not scenario:
            self.strays += 1
            return
        stories = self._of(scenario)
        if stories is None:
            return
        message = self._message(line, record)
        if message is None:
            self.unreadable += 1
            return
        names = stories.claims.names
        if names:
            message = names.inward.of(message)
        passed = 0.0 if "virtual-clock" in stories.claims.capabilities else record["at"] - clock.since
        seen = Seen(record["record"], clock.clock + timedelta(seconds=passed), message, world=scenario)
        yield from stories.cross(seen, record["way"] == "told")
        self._lately[scenario] = None
        self._lately.move_to_end(scenario)
        if len(self._lately) > _REMEMBERED:
            old, _ = self._lately.popitem(last=False)
            if (past := self._of(old)) is not None:
                past.drop(old)

    def _message(self, line: int, record: Mapping[str, Any]) -> Message | None:
        try:
            message = Message.from_json(record["message"])
        except ValueError as problem:
            raise UsageError(str(problem), _CHANGED, self._file, line) from None
        if message.kind not in KINDS or not schemas.valid(message.kind, message.body):
            return None
        return message

    def _of(self, scenario: str) -> Stories | None:
        session = scenario.rpartition("-")[0]
        if session not in self._stories:
            known = next((name for name in (session, of_claims(session)) if name in self._claims), "")
            if known not in self._claims:
                raise UsageError(f"nobody says what session {session} examined", "name the role: --role", self._file)
            claims = self._claims[known]
            if self._only and not set(claims.roles) & set(self._only):
                return None
            if len(claims.roles) > 1:
                raise UsageError(
                    f"session {session} examined {' and '.join(claims.roles)} as one system",
                    "what crosses between its roles was seen by nobody, so it cannot be audited",
                    self._file,
                )
            self._stories[session] = Stories(claims.roles[0], claims, whole=True)
        return self._stories[session]
