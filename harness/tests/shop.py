"""The reference order system between neighbours that do at once what they are asked."""

from typing import Any

from ordertck.harness.bench.conversation import NOW
from ordertck.harness.messages import Edge, Message, OrderLine, SalesOrder, as_body
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.oms.order_management import OrderManagement
from ordertck.harness.tests.support import EDITION

# H is the header's list, L the line's own, INSTALLED what the asset was sold on.

H, OLD_H, L, INSTALLED = (
    "Household Price List",
    "Seasonal Price List",
    "Premium Consumer Price List",
    "Consumer Price List",
)
PLANS = {name: name for name in (H, OLD_H, L, INSTALLED)}


def line_of(number: str, action: str = "Add", **more: Any) -> OrderLine:
    return OrderLine(id=f"{number}-1", number="1", product="Internet Access", action=action, **more)


def order_of(number: str, *lines: OrderLine, price_list: str | None = H, **more: Any) -> SalesOrder:
    return SalesOrder(order=number, id=number, account="A", price_list=price_list, lines=lines, **more)


class Shop:
    """The order system between neighbours that do at once what they are asked; ``charged`` is the list by asset."""

    def __init__(self, **switches: Any) -> None:
        scenario = ScenarioContext(
            "T", "T", NOW, "", "", (), {"capacity": None, **EDITION.vocabulary.default_switches, **switches}
        )
        self.oms = OrderManagement(EDITION.catalogue, scenario)
        self.charged: dict[str, str] = {}
        self.kinds: list[str] = []
        self.count = 0

    def place(self, order: SalesOrder, answered: bool = True) -> None:
        """Hand an order in, and have everything done that it leads to."""
        self.send("sales-order", Edge.OMS, as_body(order), answered)

    def send(self, kind: str, edge: Edge, body: dict[str, Any], answered: bool = True) -> None:
        self.count += 1
        for told in self.oms.handle(Message(f"m{self.count}", kind, edge, body, body["order"])):
            self.kinds.append(told.kind)
            for line in told.body.get("lines", ()) if answered else ():
                self.answer(told, line)

    def answer(self, told: Message, line: dict[str, Any]) -> None:
        if told.kind not in ("billing-order", "provisioning-order"):
            return
        if told.kind == "billing-order" and line["effect"] in ("start", "change") and "price_list" in line:
            self.charged[line["asset"]] = line["price_list"]
        value = "INITIATED" if told.body.get("phase") == "initiate" else "COMPLETE"
        report = {"order": told.body["order"], "line": line["line"], "sort": "status", "value": value, "call": told.id}
        self.send(told.kind.replace("order", "update"), told.edge, report)

    def begin(self, order: SalesOrder) -> None:
        """Have an order's billing initiated and its provisioning begun, no more."""
        self.place(order, answered=False)
        for line in order.lines:
            self.charged[line.id] = line.price_list or order.price_list or ""
            report = {"order": order.order, "line": line.id, "sort": "status", "value": "INITIATED"}
            self.send("billing-update", Edge.BILLING, report, answered=False)
