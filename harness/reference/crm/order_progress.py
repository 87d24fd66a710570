"""Order progress: what the CRM makes of what the order system tells of its orders."""

from collections.abc import Mapping

from ordertck.harness.messages import LineUpdate, OrderUpdate, Status, replace
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.assets import AssetRegister
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder

# How an order ends: no trouble that is told, or mended, after that opens it again.
ENDED = (Status.COMPLETE, Status.CANCELLED)


class OrderProgress(Part):
    """Orders and lines take on the statuses that are told; what is complete becomes assets (AS-01)."""

    def __init__(self, shared: Shared, assets: AssetRegister) -> None:
        self.assets = assets
        super().__init__(shared)

    def hear(self, update: OrderUpdate) -> None:
        """The order system says how an order stands."""
        order = self.orders.known(update.order)
        if order is None:
            return
        order.status, order.shown = update.status, None
        for told in update.lines:
            line = order.line(told.line)
            if line is not None:
                self.hear_of_line(order, line, told)

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        """The order system says how a line stands; with its completion the assets follow (AS-01)."""
        if told.milestone:
            order.milestones.setdefault(line.id, set()).add(told.milestone)
        if told.attributes:
            line = self.fill_in(order, line, told.attributes)
        before = order.line_status.get(line.id)
        order.line_status[line.id] = told.status or before or ""
        if told.status == Status.COMPLETE and line.id not in order.converted:
            order.converted.add(line.id)  # whatever a back office says of the line meanwhile
            self.convert(order, line)

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Mapping[str, str]) -> CrmLine:
        """What fulfilment fills in belongs to the line in every version, but for what a user has changed there."""
        for version in self.orders.versions(order.id):
            known = version.line(line.id)
            if known is not None:
                own = known.attributes
                news = {n: v for n, v in values.items() if version is order or own.get(n) == line.attributes.get(n)}
                version.lines[known.ref] = replace(known, attributes={**own, **news})
        return order.lines[line.ref]

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        """A line is fulfilled and provisioned: it becomes an asset of the customer's, or changes one (AS-01, AS-03)."""
        if line.trackable:
            self.assets.follow(line, order.account or "")

    def hear_trouble(self, number: str, status: str) -> None:
        """An order, or its latest version, was refused, or fell out, or goes on after that."""
        order = self.orders.known(number)
        if order is not None and order.status not in ENDED:
            order.status, order.shown = status, None
