"""The players: who takes what, whoever plays the rest of the landscape; and that a stage leaves nothing behind."""

import gc
import weakref

import pytest

from ordertck.harness.bench import Conversation
from ordertck.harness.bench.conversation import NOW
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.players import Players
from ordertck.harness.bench.stage import Stage
from ordertck.harness.claims import Timing
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.tests.support import EDITION, claims_as
from ordertck.harness.tests.tiny import Tiny, ordered


def no_questions(question: Message, answer: str) -> Message:
    """Nobody is asked anything here."""
    raise AssertionError(f"{question.kind} asked, {answer} wanted")


def around(*roles: str) -> tuple[Players, list[Message]]:
    """The players around a system in these roles, and what it is told."""
    told: list[Message] = []
    directory = Directory("S-0001", EDITION.catalogue, NOW, lambda _: None)
    return Players(claims_as(*roles), directory, told.append, no_questions, lambda errand: errand()), told


@pytest.mark.parametrize(
    ("roles", "edges"),
    [
        (("oms",), ["oms"]),
        (("integration",), ["submission"]),
        (("som",), ["provisioning"]),
        (("integration", "oms"), ["submission"]),
        (("oms", "som"), ["oms"]),
        (("integration", "som"), ["submission"]),
    ],
)
def test_an_order_goes_as_far_as_the_system(roles: tuple[str, ...], edges: list[str]) -> None:
    """The kit's parts hand it on between them, until it crosses an edge of the system; there it can be repeated."""
    players, told = around(*roles)
    order = players.kit_crm.new_order("ORDER", [["product"], ["Internet Access"]])
    players.kit_crm.submit(order)
    assert [message.edge for message in told] == edges
    assert order.submissions == told


def test_what_the_order_system_says_comes_back_to_the_crm() -> None:
    """Through the kit's integration where it plays one, through the system where that is the integration."""
    players, told = around("som")
    order = players.kit_crm.new_order("ORDER", [["product"], ["Internet Access"]])
    players.kit_crm.submit(order)
    players.order_system.report(order.number, "IN PROGRESS")
    assert (order.status, len(told)) == ("IN PROGRESS", 1)
    players, told = around("integration")
    order = players.kit_crm.new_order("ORDER", [["product"], ["Internet Access"]])
    players.kit_crm.submit(order)
    players.board.take(message("sales-order", Edge.OMS, told[0]))
    players.order_system.report(order.number, "IN PROGRESS")
    assert (order.status, [(m.kind, m.edge) for m in told[1:]]) == (
        None,
        [("order-receipt", "oms"), ("order-update", "oms")],
    )


def message(kind: str, edge: Edge, like: Message) -> Message:
    """A message with another's body."""
    return Message(f"{kind}-1", kind, edge, like.body, like.about)


def test_a_line_that_was_revised_away_meanwhile_is_known_under_a_layers_own_id() -> None:
    """The first version reaches the order system once the CRM has submitted the second one."""
    players, told = around("integration")
    order = players.kit_crm.new_order("ORDER", [["line", "product"], ["1", "Internet Access"]])
    players.kit_crm.submit(order)
    players.kit_crm.revise(order, [["line", "product"], ["2", "Internet Access"]])
    for number, version in enumerate(tuple(told), 1):
        lines = [{**line, "id": f"OWN:{line['id']}"} for line in version.body["lines"]]
        own = replace(version, body={**version.body, "lines": lines})
        players.board.take(message("sales-order", Edge.OMS, own))
        assert players.directory.line_key(lines[0]["id"]) == f"ORDER/{number}"


def test_a_cancel_goes_the_way_of_the_order() -> None:
    """From the CRM to whoever has to do with it."""
    for role, edge in (("integration", "submission"), ("oms", "oms"), ("som", "provisioning")):
        players, told = around(role)
        order = players.kit_crm.new_order("ORDER", [["product"], ["Internet Access"]])
        players.kit_crm.submit(order)
        players.kit_crm.event("cancel", order)
        assert (told[-1].kind, told[-1].edge) == ("cancel", edge)


def test_an_order_that_lost_its_account_is_the_systems_fault() -> None:
    """The kit's order system cannot have it billed; no bad message of the kit's comes of it."""
    players, told = around("integration")
    order = players.kit_crm.new_order("ORDER", [["product"], ["Internet Access"]])
    players.kit_crm.submit(order)
    sold = message("sales-order", Edge.OMS, told[0])
    players.board.take(replace(sold, body={name: value for name, value in sold.body.items() if name != "account"}))
    with pytest.raises(Breach) as breach:
        players.order_system.bill(order.number, "all", {"1": {}})
    assert (breach.value.expected, breach.value.seen) == (
        "order S-0001-ORDER at the order system with an account",
        "none",
    )


@pytest.mark.parametrize(
    ("roles", "kind", "edge"),
    [
        (("crm",), "billing-order", Edge.BILLING),
        (("som",), "order-update", Edge.CRM),
        (("oms",), "network-order", Edge.NETWORK),
        (("oms",), "desk-shown", Edge.DESK),
    ],
)
def test_no_business_there(roles: tuple[str, ...], kind: str, edge: Edge) -> None:
    """A message to a part of the landscape on which the system does not border is a breach, and is not taken."""
    players, told = around(*roles)
    with pytest.raises(Breach, match="a message for a neighbour of the system"):
        players.board.take(Message("m", kind, edge, {}))
    assert (told, players.billing.entries, players.network.entries) == ([], [], [])


def test_a_part_that_nobody_asks_for_is_not_made() -> None:
    """Most examples need a few of them."""
    players, _ = around("oms")
    players.kit_crm.submit(players.kit_crm.new_order("ORDER", [["product"], ["Internet Access"]]))
    assert {"network", "back_offices", "check_services", "records", "billing"}.isdisjoint(vars(players))


def test_the_desk_and_the_kits_crm_exclude_each_other() -> None:
    """A step that speaks to the wrong one is told so."""
    with pytest.raises(LookupError, match="a desk only where"):
        _ = around("oms")[0].desk
    with pytest.raises(LookupError, match="plays no CRM"):
        _ = around("crm")[0].kit_crm


def test_stages_are_forgotten() -> None:
    """Of very many examples only the last ones are kept, though in each a negative is open."""
    claims = replace(claims_as("oms"), timing=Timing(0.0, 0.0, 1.0), capacity=None)
    conversation = Conversation(Tiny(), claims, "S")
    stages: list[weakref.ref[Stage]] = []
    for _ in range(150):
        stages.append(weakref.ref(conversation.begin()))
        order = ordered(conversation)
        conversation.stage.provisioning.holds = True
        conversation.stage.never(lambda order=order: order.stuck, "no refusal", "a refusal")  # type: ignore[misc]
        conversation.end()
    gc.collect()
    alive = [place for place, stage in enumerate(stages) if stage() is not None]
    assert alive == list(range(99, 150))
    assert conversation.unconfirmed == [f"S-{place + 1:04}" for place in range(124, 150)]
