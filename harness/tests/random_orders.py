"""What is known of random orders: what was accepted, what is complete, and what the ledgers must then show."""

from datetime import timedelta

from hypothesis import strategies as st

from ordertck.harness.bench.conversation import NOW
from ordertck.harness.messages import OrderLine, SalesOrder
from ordertck.harness.tests.support import EDITION

LISTS = ("Household Price List", "Seasonal Price List", "Premium Consumer Price List", "Consumer Price List")
ATTRIBUTE = {"Internet Access": "speed", "Static Address": "version", "Home Router": "colour"}
PRODUCTS = (*ATTRIBUTE, "Loyalty Discount", "Garden Gnome")

dates = st.none() | st.integers(-24, 240).map(lambda hours: (NOW + timedelta(hours=hours)).isoformat())
lists = st.none() | st.sampled_from(LISTS)
headers = st.sampled_from(LISTS)
values = st.sampled_from(["50", "100", "500"])
products = st.sampled_from(PRODUCTS)


class KnownOrders:
    """The orders as the system accepted them, and their lines as it reported them."""

    def __init__(self) -> None:
        self.orders: dict[str, SalesOrder] = {}  # as accepted last
        self.lines: dict[str, OrderLine] = {}  # likewise, also those that were withdrawn since
        self.complete: dict[str, OrderLine] = {}
        self.waits_for: dict[str, str] = {}  # line by line, where its base line was open
        self.cancelled: set[str] = set()
        self.count = 0

    # What is ordered

    def fresh(self, name: str) -> str:
        self.count += 1
        return f"{name}{self.count}"

    def order(self, number: str, header: str, date: str | None, lines: list[OrderLine]) -> SalesOrder:
        return SalesOrder(
            order=number, id=f"{number}/1", account="A", price_list=header,
            requested_delivery=date, lines=tuple(lines),
        )  # fmt: skip

    def added(self, number: str, product: str, price_list: str | None, value: str) -> OrderLine:
        attributes = {ATTRIBUTE[product]: value} if product in ATTRIBUTE else {}
        line = self.fresh(f"{number}-")
        return OrderLine(
            id=line, number=line, product=product, action="Add", price_list=price_list, attributes=attributes
        )

    def update(self, number: str, base: OrderLine, price_list: str | None, value: str) -> OrderLine:
        line = self.fresh(f"{number}-")
        attribute = ATTRIBUTE.get(base.product or "")
        return OrderLine(
            id=line, number=line, product=base.product, action="Update", asset=base.asset or base.id,
            price_list=price_list, attributes={attribute: value} if attribute else {},
        )  # fmt: skip

    def accept(self, order: SalesOrder) -> None:
        self.orders[order.order] = order
        for line in order.lines:
            self.lines[line.id] = line
            base = line.base_line
            if base is not None and base not in self.complete:
                self.waits_for[line.id] = base

    def completes(self, line: str) -> OrderLine:
        """A line is complete, once; the line as it was wanted."""
        assert line not in self.complete, f"{line} is complete twice"
        self.complete[line] = next(current for current in self.current() if current.id == line)
        return self.complete[line]

    # What is known of it

    def order_of(self, line: str) -> str:
        return line.partition("-")[0]

    def current(self) -> list[OrderLine]:
        """The lines of the orders as they stand."""
        return [line for order in self.orders.values() if order.order not in self.cancelled for line in order.lines]

    def built_upon(self, line: OrderLine) -> bool:
        return line.id in self.waits_for.values()

    def is_lost(self, line: str) -> bool:
        """Whether a line that was ordered is not wanted any more; it is open what becomes of what builds on it."""
        return line in self.lines and line not in {line.id for line in self.current()}

    def open_lines(self) -> list[OrderLine]:
        """What a follow-on can build on; each once, since two changes of one asset at a time can cross."""
        return [
            line
            for line in self.current()
            if line.id not in self.complete and line.action in ("Add", "Update") and not self.built_upon(line)
        ]

    def free_assets(self) -> list[OrderLine]:
        """What a modify order can change: installed, and no open order is about it."""
        busy = {line.asset or line.id for line in self.lines.values() if line.id not in self.complete}
        here = {asset for asset, (_, state, _) in self.installed().items() if state}
        return [line for line in self.complete.values() if line.action == "Add" and line.id in here - busy]

    def installed(self) -> dict[str, tuple[str | None, str, dict[str, str]]]:
        """Rate plan, state and attributes of each asset, as the complete lines say; no state for one that is gone."""
        found: dict[str, tuple[str | None, str, dict[str, str]]] = {}
        for line in self.complete.values():
            asset = line.asset or line.id
            plan, state, attributes = found.get(asset, (None, "", {}))
            match line.action:
                case "Add":
                    header = self.orders[self.order_of(line.id)].price_list
                    plan = EDITION.catalogue.rate_plan(line.price_list or header)
                    found[asset] = plan, "active", dict(line.attributes)
                case "Update":
                    plan = EDITION.catalogue.rate_plan(line.price_list) or plan
                    found[asset] = plan, state, attributes | dict(line.attributes)
                case "Delete":
                    found[asset] = None, "", {}
                case "Suspend":
                    found[asset] = plan, "suspended", attributes
                case "Resume":
                    found[asset] = plan, "active", attributes
        return found
