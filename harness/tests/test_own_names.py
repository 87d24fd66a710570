"""What systems call things themselves: the ids that a layer gives lines, and what a desk has to be told anew."""

from ordertck.harness.bench.likely_work import likely_work
from ordertck.harness.bench.own_numbers import OwnNumbers
from ordertck.harness.bench.parts.entered import Entered
from ordertck.harness.edition import load
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
        numbers = OwnNumbers(directory)
        numbers.outward(call(asked_on, order.number, line.id))
        numbers.inward(call(Edge.BILLING, order.number, "LAYER-1"))
        known = directory.line_by_id("LAYER-1")
        assert (known and known[1]) is learned


def test_of_lines_that_are_alike_the_one_that_waits_is_asked_for_last() -> None:
    """A suite that has lines under ids of its own asks first for the line that has no date."""
    dated = {"product": "Internet Access", "action": "Add", "depends_on": None}
    lines = [
        {**dated, "id": "L1", "due_date": "2026-07-28T23:30:00+05:30"},
        {**dated, "id": "L2", "due_date": "2026-07-28T19:00:00+02:00"},
        {**dated, "id": "L3", "depends_on": "BASE-L1"},
        {**dated, "id": "L4"},
    ]
    submission = Message("1", "order-submission", Edge.SUBMISSION, {"order": "O", "lines": lines}, "O")
    for asked in likely_work(submission, load().catalogue):
        assert [line["line"] for line in asked.body["lines"]] == ["L4", "L2", "L1", "L3"]


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
