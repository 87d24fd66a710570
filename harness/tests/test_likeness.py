"""Likeness: what a system says as the reference does is not run again, and nothing is judged otherwise for it."""

from dataclasses import replace

import pytest

from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import reference_claims
from ordertck.harness.messages import Message
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.proof.likeness import exchanges, is_alike
from ordertck.harness.proof.registry import WRONG, KnownSystem, known_systems
from ordertck.harness.proof.trials import Trials
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.reference.oms.order_management import OrderManagement
from ordertck.harness.tests.support import EDITION

CLAIMS = replace(reference_claims(EDITION), roles=("oms",))
PLAN = plan_of(CLAIMS).only(Selection(rules=frozenset({"PL-09", "FD-08", "UF-05"})))


class Talkative(InProcess):
    """The reference, with something to add in the end."""

    def receive(self, patience: float) -> Message | None:
        heard = super().receive(patience)
        if heard is None and not self.said:
            self.said = True
            return Message("m", "fault", next(iter(EDGES)), {})
        return heard

    said = False


EDGES = {turn.heard.edge for turns in exchanges(PLAN, "S").values() for turn in turns if turn.heard is not None}


class Broken(InProcess):
    """Raises what the reference never raises."""

    def deliver(self, message: Message) -> None:
        raise LookupError(message.id)


def test_the_reference_is_like_itself() -> None:
    """Every example that it passes is taken down, and said again word for word, be the end of it heard or not."""
    told = exchanges(PLAN, "S")
    assert set(told) == {example.id for example, _ in PLAN.ready}
    assert all(is_alike(Embedded(InProcess(OrderManagement, CLAIMS)), turns) for turns in told.values())


@pytest.mark.parametrize("system", [Talkative, Broken])
def test_another_word_is_not_alike(system: type[InProcess]) -> None:
    """Neither one message more nor an exception is what the reference does."""
    turns = next(iter(exchanges(PLAN, "S").values()))
    assert not is_alike(Embedded(system(OrderManagement, CLAIMS)), turns)


def test_the_verdicts_are_the_same() -> None:
    """Known systems are judged alike, whether or not what they do like the reference is run."""
    chosen = [known for known in known_systems() if known.kind == WRONG and known.role == "som" and _is_usual(known)]
    some = chosen[:: len(chosen) // 2]
    quick, slow = Trials(EDITION, True, some * 8), Trials(EDITION, True)
    assert len(some) > 1
    for system in some:
        one, other = quick.task(system)(), slow.task(system)()
        assert one.rules == other.rules
        assert one.failed == other.failed


def _is_usual(known: KnownSystem) -> bool:
    return not (known.switches or known.without or known.names)
