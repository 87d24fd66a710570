"""Likeness: an example in which a known system says, word for word, what the reference says has the same verdict.

Kit and reference are deterministic. So long as a system answers as the reference did, the kit would tell it what it
told the reference; it is enough to tell it that, and to listen. That costs a third of running the example.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from msgspec import to_builtins

from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import Claims
from ordertck.harness.messages import Message, replace
from ordertck.harness.plan import Plan
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.landscape import InProcess, maker
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run, unwatched
from ordertck.harness.verdicts import ExampleId, ExampleResult, Verdict


@dataclass(frozen=True, slots=True)
class Turn:
    """One call of the port: what was ``given``, and for a receive, where nothing is given, what was ``heard``."""

    given: ScenarioContext | Message | datetime | None
    heard: Message | None = None


# What was said in each example that the reference passes.
Exchanges = dict[ExampleId, Sequence[Turn]]


class _Recorded(InProcess):
    """The reference, which takes down every call."""

    def __init__(self, claims: Claims) -> None:
        super().__init__(maker(claims.roles), claims)
        self.turns: list[Turn] = []

    def begin(self, scenario: ScenarioContext) -> None:
        self.turns.append(Turn(scenario))
        super().begin(scenario)

    def deliver(self, message: Message) -> None:
        self.turns.append(Turn(_copy(message)))
        super().deliver(message)

    def advance_to(self, instant: datetime) -> None:
        self.turns.append(Turn(instant))
        super().advance_to(instant)

    def receive(self, patience: float) -> Message | None:
        heard = super().receive(patience)
        self.turns.append(Turn(None, heard))
        return heard

    def taken(self) -> tuple[Turn, ...]:
        """Every call since this was asked last; what nobody listened to any more is taken for heard in the end."""
        turns = (*self.turns, *(Turn(None, message) for message in self._heard))
        self.turns.clear()
        return turns


def exchanges(plan: Plan, session: str) -> Exchanges:
    """What the reference says in each example of a plan that it passes; nothing where it cannot be asked."""
    reference = _Recorded(plan.claims)
    found: Exchanges = {}

    def told(result: ExampleResult, _number: int, _count: int) -> None:
        turns = reference.taken()
        if result.verdict is Verdict.PASSED:
            found[result.id] = turns

    with unwatched():
        ran = run(plan, Conditions(session), progress=told, open_system=lambda _claims, _session: Embedded(reference))
    return {one.id: found[one.id] for one in ran.examples if one.id in found and one.verdict is Verdict.PASSED}


def is_alike(system: Embedded, turns: Sequence[Turn]) -> bool:
    """Whether a system says exactly what was said, and nothing more."""
    try:
        return all(_answers(system, turn) for turn in turns) and system.receive(0) is None
    except Exception:  # whatever it is, the reference did not raise it
        return False


def _answers(system: Embedded, turn: Turn) -> bool:
    match turn.given:
        case None:
            return system.receive(0) == turn.heard
        case Message():
            system.deliver(_copy(turn.given))
        case datetime():
            system.advance_to(turn.given)
        case _:
            system.begin(turn.given)
    return True


def _copy(message: Message) -> Message:
    """The message with a body of its own, since a system may do with what it was given what it likes."""
    return replace(message, body=to_builtins(message.body))
