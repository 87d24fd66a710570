"""What systems call things themselves: the ids that a layer gives lines, and what a desk has to be told anew."""

from ordertck.harness.bench.conversation import NOW
from ordertck.harness.bench.orders import draft_lines
from ordertck.harness.bench.own_numbers import OwnNumbers
from ordertck.harness.bench.parts.entered import Entered
from ordertck.harness.messages import Edge, Message
from ordertck.harness.tests.support import claims_as
from ordertck.harness.tests.tiny import Tiny, ordered, staged


def call(edge: Edge, order: str, line: str) -> Message:
    """Billing is asked to charge one line."""
    lines = [{"line": line, "product": "Internet Access", "effect": "start", "price_list": "Household Price List"}]
    return Message(f"{edge}-{line}", "billing-order", edge, {"order": order, "phase": "all", "lines": lines}, order)


def test_a_layers_id_of_a_line_is_learned_from_what_was_asked_of_it() -> None:
    """Answers to the order system teach nothing: only what the order system asks."""
    conversation, _ = staged(Tiny(), claims_as("integration"))
    order, directory = ordered(conversation), conversation.stage.directory
    (line,) = order.lines
    for asked_on, learned in ((Edge.CRM, None), (Edge.OMS, line)):
        numbers = OwnNumbers(directory, lambda: NOW)
        numbers.outward(call(asked_on, order.number, line.id))
        numbers.inward(call(Edge.BILLING, order.number, "LAYER-1"))
        known = directory.line_by_id("LAYER-1")
        assert (known and known[1]) is learned


def test_of_lines_that_are_alike_the_one_that_need_not_wait_is_taken_to_be_asked_for() -> None:
    """Whichever version of an order it is in, where a suite has lines under ids of its own; "-" asks for nothing."""
    conversation, _ = staged(Tiny(), claims_as("integration", "oms"))
    order, directory = conversation.stage.crm.new_order("O"), conversation.stage.directory
    order.lines = draft_lines([["line"], ["1"], ["2"], ["3"], ["4"], ["5"]])
    for line in order.lines:
        directory.know_line(order, line, f"L{line.number}")
    alike = {"product": "Internet Access", "action": "Add", "price_list": "Household Price List"}
    numbers = OwnNumbers(directory, lambda: NOW, ("integration", "oms"))
    for version, lines in (
        (1, [{**alike, "id": "L1", "due_date": "2027-07-28T23:30:00+05:30"}, {**alike, "id": "L2", "base_line": "B"}]),
        (2, [{**alike, "id": "L5", "action": "-"}]),
        (3, [{**alike, "id": "L3", "due_date": "2027-07-28T19:00:00+02:00"}, {**alike, "id": "L4"}]),
    ):
        body = {"order": order.number, "lines": lines}
        numbers.outward(Message(f"v{version}", "order-submission", Edge.SUBMISSION, body, order.number))
    for own, meant in (("X", "4"), ("Y", "3"), ("Z", "1"), ("W", "2")):
        numbers.inward(call(Edge.BILLING, order.number, own))
        known = directory.line_by_id(own)
        assert known is not None
        assert known[1].number == meant


def test_what_stands_at_the_desk_already_is_not_entered_again() -> None:
    """Unless nobody can tell what the newer version began with."""
    conversation, _ = staged(Tiny())
    order, entered = ordered(conversation), Entered()
    for version, afresh, said, owed in (
        (("O", 1), False, {"site": "A", "speed": "50"}, {"site": "A", "speed": "50"}),
        (("O", 2), False, {"site": "A", "speed": "100"}, {"speed": "100"}),
        (("O", 3), True, {"site": "A", "speed": "100"}, {"site": "A", "speed": "100"}),
        (("O", 4), False, {"site": "A", "speed": None}, {}),
    ):
        assert entered.news(order, version, "L", said, afresh) == owed
        entered.save(order, version)
