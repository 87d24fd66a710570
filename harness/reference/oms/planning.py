"""Planning: what one line will be charged on, and what work it needs from whom."""

from ordertck.harness.messages import OrderLine, SalesOrder
from ordertck.harness.reference.oms.decomposition import work_of
from ordertck.harness.reference.oms.fulfilment import LineFulfilment
from ordertck.harness.reference.oms.order_book import Part
from ordertck.harness.reference.oms.price_lists import effective_list


class Planning(Part):
    """Plans lines; nothing is done yet."""

    def plans(self, order: SalesOrder) -> dict[str, LineFulfilment]:
        """The plan of every line, by line id."""
        return {line.id: self.plan(order, line) for line in order.lines}

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        """What one line will be charged on and needs done."""
        asset = line.asset or line.id
        price_list = self.price_list(order, line)
        work = work_of(line, asset, price_list, line.site or order.site, self.catalogue)
        return LineFulfilment(line, asset, price_list, work)

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        """The list that a line is charged on; where even the header has none, the configured default (A-15)."""
        chosen = effective_list(order, line, self.settings["update_empty_pl"] == "fill")
        return chosen or (self.catalogue.integration_price_list if line.action == "Add" else None)
