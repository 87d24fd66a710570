"""The network that the kit plays: what was done can be undone in reverse order, as often as it was done."""

import pytest

from ordertck.harness.messages import Edge, Message
from ordertck.harness.tests.support import claims_as
from ordertck.harness.tests.tiny import Tiny, staged

DONE = (("reserve", "do", 1), ("install", "do", 2))
RESTS, TOO_OFTEN = "install still rests on reserve", "{} was not done so often, so there is nothing to {}"


@pytest.mark.parametrize(
    ("asked", "objected"),
    [
        ((("install", "undo", 2), ("reserve", "undo", 1)), None),
        ((("install", "change", 2),), None),
        ((("reserve", "undo", 1),), RESTS),
        ((("install", "undo", 1), ("reserve", "undo", 1)), RESTS),
        ((("install", "undo", 3),), TOO_OFTEN.format("install", "undo")),
        ((("install", "undo", 2), ("install", "change", 1)), TOO_OFTEN.format("install", "change")),
        ((("activate", "undo", 1),), TOO_OFTEN.format("activate", "undo")),
    ],
)
def test_what_the_network_objects_to(asked: tuple[tuple[str, str, int], ...], objected: str | None) -> None:
    tiny = Tiny()
    conversation, _ = staged(tiny, claims_as("som"))
    network = conversation.stage.network
    for number, (step, effect, quantity) in enumerate((*DONE, *asked)):
        line = {"line": "L", "product": "Internet Access", "step": step, "effect": effect, "quantity": quantity}
        body = {"order": "O", "lines": [{**line, "asset": "A"}]}
        network.take(Message(f"n-{number}", "network-order", Edge.NETWORK, body, "O"))
    assert [said for said in network.objections if objected and objected in said] == network.objections
    assert bool(network.objections) is (objected is not None)
    outcomes = [m.body["outcome"] for m in tiny.told if m.kind == "network-report"]
    assert ("failed" in outcomes) is (objected is not None)


@pytest.mark.parametrize("again", [1, 5])
def test_a_step_that_is_asked_for_again_after_it_failed_fails_again_and_is_done_once(again: int) -> None:
    tiny = Tiny()
    conversation, _ = staged(tiny, claims_as("som"))
    network = conversation.stage.network
    network.unable.add("L")
    line = {"line": "L", "product": "Internet Access", "step": "reserve", "effect": "do", "asset": "A"}
    for number, quantity in enumerate((1, again)):
        body = {"order": "O", "lines": [{**line, "quantity": quantity}]}
        network.take(Message(f"n-{number}", "network-order", Edge.NETWORK, body, "O"))
    assert network.mend("L")
    told = [(m.body["outcome"], m.body["call"]) for m in tiny.told if m.kind == "network-report"]
    assert told == [("failed", "n-0"), ("failed", "n-1"), ("done", "n-1")]
    assert network.placed("L")["reserve"].quantity == again


@pytest.mark.parametrize("back", [False, True])
def test_a_move_may_set_up_at_the_new_site_before_it_takes_down_at_the_old_one(back: bool) -> None:
    conversation, _ = staged(Tiny(), claims_as("som"))
    network = conversation.stage.network
    moved = [("reserve", "do", "new"), *([("reserve", "undo", "new")] if back else [("reserve", "undo", "old")])]
    for number, (step, effect, site) in enumerate([("reserve", "do", "old"), *moved]):
        line = {"line": "L", "product": "Internet Access", "step": step, "effect": effect, "asset": "A", "site": site}
        network.take(Message(f"n-{number}", "network-order", Edge.NETWORK, {"order": "O", "lines": [line]}, "O"))
    assert list(network.placed("L")) == ["reserve"]
    assert network.site_of("L") == ("old" if back else "new")
    assert not network.objections
