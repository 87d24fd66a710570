"""Places of the reference order system: the most urgent of all that may be begun gets the next one."""

from datetime import timedelta
from typing import Any

from ordertck.harness.bench.conversation import NOW
from ordertck.harness.messages import Edge, Message, SalesOrder
from ordertck.harness.tests.shop import Shop, line_of, order_of


class OnePlace(Shop):
    """An order system with one place; ``began`` are the orders in the order of their start."""

    def __init__(self) -> None:
        super().__init__(capacity=1)
        self.began: list[str] = []

    def place(self, order: SalesOrder, answered: bool = False, priority: int = 5) -> None:
        """Hand an order in with this priority on the queue."""
        self.priority = priority
        super().place(order, answered)

    def send(self, kind: str, edge: Edge, body: dict[str, Any], answered: bool = False) -> None:  # noqa: ARG002
        self.count += 1
        priority = self.priority if kind == "sales-order" else None
        self.hear(self.oms.handle(Message(f"m{self.count}", kind, edge, body, body["order"], None, priority)))

    def hear(self, told: list[Message]) -> None:
        """Note which orders are begun: those of which billing is told first."""
        self.began += [message.about for message in told if message.body.get("phase") == "initiate"]

    def finish(self, number: str) -> None:
        """Billing and provisioning do all that there is to do for the line of an order."""
        for edge, value in ((Edge.BILLING, "INITIATED"), (Edge.PROVISIONING, "COMPLETE"), (Edge.BILLING, "COMPLETE")):
            report = {"order": number, "line": f"{number}-1", "sort": "status", "value": value}
            self.send(f"{edge}-update", edge, report)


def test_what_an_order_releases_competes_for_the_place_that_it_leaves() -> None:
    """A follow-on order that its base order's completion releases goes before a less urgent one that waited longer."""
    shop = OnePlace()
    shop.place(order_of("BASE", line_of("BASE")))
    shop.place(order_of("LOW", line_of("LOW")), priority=3)
    shop.place(order_of("CHANGE", line_of("CHANGE", base_line="BASE-1")), priority=9)
    shop.finish("BASE")
    shop.finish("CHANGE")
    assert shop.began == ["BASE", "CHANGE", "LOW"]


def test_orders_that_fall_due_together_start_by_priority() -> None:
    """Of two orders whose date comes, the more urgent one is begun, though the other one's date was earlier."""
    shop = OnePlace()
    for number, days, priority in (("LOW", 1, 3), ("URGENT", 2, 9)):
        date = (NOW + timedelta(days=days)).isoformat()
        shop.place(order_of(number, line_of(number), requested_delivery=date), priority=priority)
    shop.hear(shop.oms.advance(NOW + timedelta(days=3)))
    assert shop.began == ["URGENT"]
