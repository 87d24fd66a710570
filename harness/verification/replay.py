"""A transcript in the place of the system: it says again what was heard, if it is told again what was told."""

from collections.abc import Iterator, Mapping
from typing import Any

from ordertck.harness.errors import AdapterError
from ordertck.harness.messages import Message
from ordertck.harness.port import ScenarioContext
from ordertck.harness.redaction import AMBIGUOUS, STAND_IN, spellings
from ordertck.harness.verification.struck import Unreadable, values_in


class Tape:
    """The records of one report, in order; several connections of one run read on from the same place.

    ``differs`` says where the kit and the transcript first parted; empty while they agree. What was struck out of the
    transcript is learned from what the kit itself tells, and put back into what it hears.
    """

    def __init__(self, records: Iterator[dict[str, Any]]) -> None:
        self._records = records
        self._next = next(records, None)
        self._values: dict[str, str] = {}
        self._silent = 0
        self.differs = ""

    @property
    def ended(self) -> bool:
        """Whether every record was told or heard again."""
        return self._next is None

    @property
    def place(self) -> str:
        """The record that comes next, in words."""
        return f"record {self._next['record']}" if self._next else "the end of the transcript"

    def told(self, message: Message) -> None:
        """The kit tells something; it has to be what the next record says. Raises ``AdapterError`` where it is not."""
        record = self._next
        if record is None or record["way"] != "told" or not self._same(record["message"], message.as_json()):
            self._part(
                f"the kit tells {message.kind} about {message.about or 'nothing'}, the transcript says otherwise"
            )
        self._next = next(self._records, None)

    def heard(self) -> Message | None:
        """What the system said next; None where the kit spoke first."""
        record = self._next
        if record is None or record["way"] != "heard":
            return None
        if self._silent < record.get("silences", 0):
            self._silent += 1
            return None
        self._silent = 0
        self._next = next(self._records, None)
        try:
            return Message.from_json(self._put_back(record["message"]))
        except (ValueError, KeyError, TypeError) as problem:
            self._part(f"a record holds no message: {problem}")
            raise

    def _part(self, how: str) -> None:
        self.differs = self.differs or f"at {self.place}: {how}"
        raise AdapterError(self.differs)

    def _same(self, recorded: Any, told: Any) -> bool:
        """Whether two values are equal but for what was struck out, which is learned.

        What was struck out whole comes first: a text often says nothing certain of where a value ends in it.
        """
        struck: list[tuple[str, str]] = []
        if not _alike(recorded, told, struck):
            return False
        return all(self._stands_for(*pair) for pair in struck if STAND_IN.fullmatch(pair[0])) and all(
            self._fits(*pair) for pair in struck if not STAND_IN.fullmatch(pair[0])
        )

    def _stands_for(self, stand_in: str, told: str) -> bool:
        if stand_in in AMBIGUOUS or not told:
            return bool(told)
        known = self._values.setdefault(stand_in, told)
        if known in spellings(told):  # what was learned before may have been another way to write it
            self._values[stand_in] = told
        return known in spellings(told) or told in spellings(known)

    def _fits(self, recorded: str, told: str) -> bool:
        """Whether a text is the one from which values were struck out; those that are new and certain are learned."""
        try:
            values = values_in(recorded, told, self._values)
        except Unreadable:
            self._part("a text has lost so much that nobody can say whether it is what the kit tells")
            raise
        self._values |= values or {}
        return values is not None

    def _put_back(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self._put_back(held) for name, held in value.items()}
        if isinstance(value, list):
            return [self._put_back(held) for held in value]
        if not isinstance(value, str):
            return value
        return STAND_IN.sub(lambda found: self._values.get(found[0], found[0]), value)


def _alike(recorded: Any, told: Any, struck: list[tuple[str, str]]) -> bool:
    """Whether two values are equal but for texts that lost something; these are noted, beside what is told there."""
    if isinstance(recorded, Mapping) and isinstance(told, Mapping):
        if recorded.keys() == told.keys():
            return all(_alike(recorded[name], told[name], struck) for name in recorded)
        # A name may have lost something as well; both were written in the same order.
        recorded, told = [*recorded.items()], [*told.items()]
    if isinstance(recorded, (list, tuple)) and isinstance(told, (list, tuple)):
        return len(recorded) == len(told) and all(
            _alike(one, other, struck) for one, other in zip(recorded, told, strict=True)
        )
    if isinstance(recorded, str) and STAND_IN.search(recorded):
        struck.append((recorded, str(told)))
        return True
    return bool(recorded == told)


class Replay:
    """The port to a tape."""

    def __init__(self, tape: Tape) -> None:
        self._tape = tape

    def begin(self, scenario: ScenarioContext) -> None:
        """Nothing of a scenario stands in a transcript."""

    def deliver(self, message: Message) -> None:
        """Compare what the kit tells with what it told then."""
        self._tape.told(message)

    def receive(self, patience: float) -> Message | None:  # noqa: ARG002 - a tape has no clock
        """What was heard then."""
        return self._tape.heard()

    def advance_to(self, instant: object) -> None:
        """Nothing of the time stands in a transcript."""

    def close(self) -> None:
        """Nothing to release."""
