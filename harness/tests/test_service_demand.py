"""What order management wants of service order management, worked out from what it sent."""

from typing import Any

from ordertck.harness.bench.service_demand import Demand
from ordertck.harness.messages import Edge, Message


def sent(number: int, kind: str, body: dict[str, Any]) -> Message:
    return Message(f"m{number}", kind, Edge.PROVISIONING, body, body["order"])


def ordered(number: int, order: str, *lines: dict[str, Any]) -> Message:
    return sent(number, "provisioning-order", {"order": order, "account": "C", "target": "network", "lines": [*lines]})


def line(key: str, effect: str = "add", **more: Any) -> dict[str, Any]:
    return {"line": key, "product": "Internet Access", "effect": effect, "asset": "A", **more}


def test_the_latest_word_counts_and_a_redelivery_does_not() -> None:
    first = ordered(1, "O", line("L1", attributes={"speed": "100"}))
    demand = Demand([first, ordered(2, "O", line("L1", "change", attributes={"speed": "500"})), first], [])
    standing = demand.standing("A")
    assert standing is not None
    assert standing[None].setting == {"speed": "500"}


def test_what_is_taken_out_is_wanted_no_more_until_it_is_put_back() -> None:
    messages = [ordered(1, "O", line("L1")), ordered(2, "O", line("L1", "remove"))]
    assert Demand(messages, []).standing("A") == {}
    assert Demand([*messages, ordered(3, "O", line("L1"))], []).standing("A") != {}


def test_a_later_order_changes_what_an_earlier_one_set_up() -> None:
    """Its values come on top; an order that was cancelled changes nothing."""
    base = ordered(1, "O", line("L1", attributes={"speed": "100", "upload": "20"}))
    later = ordered(2, "P", line("L2", "change", attributes={"speed": "500"}))
    standing = Demand([base, later], []).standing("A")
    assert standing is not None
    assert standing[None].setting == {"speed": "500", "upload": "20"}
    cancelled = Demand([base, later, sent(3, "cancel", {"order": "P"})], []).standing("A")
    assert cancelled is not None
    assert cancelled[None].setting == {"speed": "100", "upload": "20"}


def test_a_move_ends_at_the_new_site() -> None:
    messages = [
        ordered(1, "O", line("L1", site="here")),
        ordered(2, "P", line("L2", site="there"), line("L3", "remove", site="here")),
    ]
    standing = Demand(messages, []).standing("A")
    assert standing is not None
    assert list(standing) == ["there"]


def test_what_failed_or_rests_is_not_judged() -> None:
    """Nor is a bundle of which a component failed, nor an order to which somebody objected as a whole."""
    order = ordered(1, "O", line("L1"), line("L2", parent="L1", asset="B"))
    fault = sent(2, "fault", {"order": "O", "line": "L2", "incident": "I", "reason": "no port"})
    demand = Demand([order], [fault])
    assert (demand.is_stuck("L1"), demand.standing("B")) == (True, None)
    mended = sent(3, "fallout", {"order": "O", "line": "L2", "incident": "I", "state": "resolved"})
    assert not Demand([order], [fault, mended]).is_stuck("L1")
    assert Demand([order, sent(4, "suspend", {"order": "O"})], []).doubtful == {"O"}
    late = sent(5, "fault", {"order": "O", "incident": "J", "reason": "it is finished"})
    assert Demand([order], [late]).doubtful == {"O"}
