"""What the oracle objects to when an example is over: on systems of a few lines, of which no step asks anything."""

from dataclasses import replace

import pytest

from ordertck.harness.bench.hearing import Hearing
from ordertck.harness.claims import Claims
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Message
from ordertck.harness.oracle import Objection
from ordertck.harness.tests.support import claims_as
from ordertck.harness.tests.tiny import Tiny, ordered, refusal, staged, update

CLAIMS = claims_as("oms")


def says_complete(told: Message) -> list[Message]:
    """Whatever is ordered is said to be complete, and nothing is done."""
    return [update(told.about, "COMPLETE")] if told.kind == "sales-order" else []


def closed(system: Tiny, claims: Claims = CLAIMS) -> None:
    """Submit an order, and close the account of the example."""
    conversation, _ = staged(system, claims)
    ordered(conversation)
    conversation.balance()


def test_what_no_step_looks_at_fails_the_example() -> None:
    with pytest.raises(Breach) as breach:
        closed(Tiny(says_complete))
    assert breach.value.invariant == "an-order-is-complete-when-its-lines-are"
    assert breach.value.expected == "An order is said to be complete once all its lines are, and not before"
    assert "UF-06" in breach.value.rules
    assert breach.value.records == (2,)


def test_what_is_owed_and_comes_late_is_waited_for() -> None:
    """A good order that nobody touches is owed something; here the answer comes after a silence."""

    class Slow(Tiny):
        def receive(self, patience: float) -> Message | None:
            if patience > 2 * CLAIMS.timing.quiet and len(self.told) == 1:
                self.out.append(refusal(self.told.pop().about))
            return super().receive(patience)

    conversation, _ = staged(system := Slow(), CLAIMS)
    order = conversation.stage.crm.new_order("ORDER", account=None)
    conversation.stage.crm.enter(order)
    conversation.stage.crm.submit(order)
    conversation.stage.settled()
    assert not system.told
    conversation.balance()


def test_what_is_claimed_for_no_profile_is_not_held_against_it() -> None:
    conversation, _ = staged(Tiny(), replace(CLAIMS, profiles=("priority",)))
    hearing = Hearing(conversation.claims, conversation._exchange)
    assert not hearing.counts(Objection("a-price-override-is-charged-as-entered", ("PL-31", "PL-29"), "", ()))
    assert hearing.counts(Objection("the-most-urgent-order-goes-first", ("PR-04", "PL-29"), "", ()))


def test_what_is_offered_counts_in_examples_of_the_offer_only() -> None:
    """Milestones are an offer: who tells them badly has not failed in everything else."""
    conversation, _ = staged(Tiny(), CLAIMS)
    badly_told = Objection("milestones-are-told-of-their-line", ("UF-04",), "", ())
    counted = [Hearing(CLAIMS, conversation._exchange, rule).counts(badly_told) for rule in ("UF-04", "PL-09", "")]
    assert counted == [True, False, False]


def test_what_comes_when_an_example_is_over_is_not_held_against_it() -> None:
    conversation, _ = staged(Tiny(), CLAIMS)
    order = ordered(conversation)
    hearing = Hearing(conversation.claims, conversation._exchange)
    hearing.end()
    hearing.crosses(update(order.number, "COMPLETE"), told=False)
    hearing.comes_to_rest()
    assert (hearing.moments, hearing.everything()) == ([], [])
