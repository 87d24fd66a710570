"""Playing a history: its sentences are carried out on a stage of their own, and the oracle is heard."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from msgspec import ValidationError

from ordertck.harness.bench import Conversation, Stage
from ordertck.harness.bench.desk_book import nobody_can_tell
from ordertck.harness.edition.features import Step
from ordertck.harness.edition.step_book import StepBook
from ordertck.harness.errors import AdapterError, Breach, KitFault, Malformed, Silence, UnknownStep
from ordertck.harness.messages.roles import Trait
from ordertck.harness.oracle import Crossing, Objection, Rest

# What a sentence raises that cannot be said as things stand, or, made smaller, says what no message can say.
Unfit = (Breach, Silence, LookupError, ValidationError)


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a history: the objections to it, in the features' words, and what the invariants had a say in.

    ``unfit`` says that a sentence of it could not be carried out. ``messages`` is everything that crossed.
    """

    objections: tuple[Objection, ...] = ()
    looked_at: Mapping[str, int] = field(default_factory=dict)
    messages: tuple[dict[str, Any], ...] = ()
    unfit: bool = False

    def breaks(self, invariant: str) -> bool:
        """Whether it shows a breach of an invariant."""
        return any(objection.invariant == invariant for objection in self.objections)


class Player:
    """Plays histories on one system, one after the other, each on a fresh stage where its ``role`` is heard."""

    def __init__(self, conversation: Conversation, book: StepBook, role: str) -> None:
        self.conversation, self._book, self._role = conversation, book, role

    def begin(self) -> Stage:
        """A fresh stage, on which sentences can be carried out one at a time."""
        return self.conversation.begin(role=self._role)

    def carry_out(self, stage: Stage, step: Step) -> bool:
        """Carry out one sentence; whether that could be done as things stand.

        Where the system says meanwhile what nobody reads, it was done: the oracle has heard of that.
        """
        try:
            self._book.look_up(step)(stage, step)
        except Malformed:
            return True
        except UnknownStep as problem:
            raise KitFault(f"exploration says what no step means: {problem}") from None
        except Unfit:
            return False
        return True

    def end(self, stage: Stage) -> Played:
        """Hear the oracle on all that crossed, and leave the stage."""
        try:
            found = stage.objections()
            if Trait.DESK.of((self._role,)) and nobody_can_tell(stage):
                found = []
        except Unfit:
            self.conversation.forget()
            return Played(unfit=True)
        in_words = stage.directory.in_words
        told = tuple(replace(objection, said=in_words(objection.said)) for objection in found)
        messages = tuple(map(_as_json, stage.hearing.moments)) if found else ()
        looked_at = stage.hearing.looked_at
        with suppress(Malformed):  # while the kit clears up: the history was judged before
            self.conversation.end()
        self.conversation.forget()
        return Played(told, looked_at, messages)

    def play(self, steps: Iterable[Step]) -> Played:
        """A whole history. Raises ``AdapterError`` where the adapter breaks."""
        stage = self.begin()
        try:
            if not all(self.carry_out(stage, step) for step in steps):
                self.conversation.end()
                return Played(unfit=True)
        except AdapterError:
            self.conversation.forget()
            raise
        return self.end(stage)


def _as_json(moment: Crossing | Rest) -> dict[str, Any]:
    if isinstance(moment, Rest):
        return {"rest": True, "at": moment.at.isoformat()}
    way = "told" if moment.told else "heard"
    return {"record": moment.record, "way": way, "at": moment.at.isoformat(), "message": moment.message.as_json()}
