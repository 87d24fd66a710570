"""The submission: what an order becomes on the queue, its components with their product's price list."""

from collections.abc import Iterator, Mapping

from ordertck.harness.messages import OrderSubmission, SubmittedLine, replace
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder
from ordertck.harness.reference.crm.projections import Projections, asset_of


class Submissions(Part):
    """Writes the queue's message for an order."""

    def __init__(self, shared: Shared, projections: Projections) -> None:
        self.projections = projections
        super().__init__(shared)

    def of(self, order: CrmOrder) -> OrderSubmission:
        """The message for the current revision: header and every line, brought up to date (FL-04, PD-01)."""
        lines = [self.line(order, self.projections.refreshed(order, line)) for line in order.lines.values()]
        return OrderSubmission(
            order=order.id,
            id=f"{order.id}/{order.revision}",
            revision=order.revision,
            account=order.account,
            payer=order.payer,
            price_list=order.price_list,
            priority=order.priority,
            site=order.site,
            ship_to=order.ship_to,
            ship_by=order.ship_by,
            due_date=order.due_date,
            base_order=self.base_order(order),
            lines=(*lines, *self.withdrawn(order)),
        )

    def withdrawn(self, order: CrmOrder) -> Iterator[SubmittedLine]:
        """The lines that a supplemental takes off, where that is written as Delete (A-62).

        That is for lines which were to add something; of what is installed, Delete would be the end (MO-06).
        """
        if order.revises is None or self.settings["withdrawal"] == "absent":
            return
        for line in order.revises.lines.values():
            if line.action == "Add" and order.line(line.id) is None:
                yield replace(self.line(order.revises, line), action="Delete")

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        """One line as it is sent."""
        product = self.catalogue.products.get(line.product or "")
        return SubmittedLine(
            id=line.id,
            number=line.number,
            product=line.product,
            subject=product.subject if product else None,
            action=line.action,
            parent=line.parent,
            base_line=self.base_line(order, line),
            asset=asset_of(line) if line.action == "Add" else line.asset,
            price_list=self.price_list(order, line),
            override=line.override,
            site=line.site,
            service_point=line.service_point,
            attributes=line.attributes,
        )

    def base_order(self, order: CrmOrder) -> str | None:
        """The open order that an order builds on, the first where there are several (FO-03)."""
        behind = (self.projections.behind(order, line) for line in order.lines.values())
        return next((found.order.id for found in behind if found and found.order), None)

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        """The line of an open order that makes or changes what this one is about (FO-03)."""
        behind = self.projections.behind(order, line)
        return behind.line.id if behind and behind.line else None

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        """A component of a customizable product goes with that product's list, at every depth (PL-13, PL-14)."""
        product = self.customizable_above(order, line)
        return product.price_list if product is not None else line.price_list

    def customizable_above(self, order: CrmOrder, line: CrmLine) -> CrmLine | None:
        """The outermost customizable product that a line is a component of (A-16); None where there is none."""
        return next((above for above in order.outermost(line) if self.customizable(above)), None)

    def customizable(self, line: CrmLine) -> bool:
        """Whether a line's product is put together by the customer, of whichever kind it is."""
        product = self.catalogue.products.get(line.product or "")
        return product is not None and product.customizable

    def queue_priority(self, priority: str | None) -> int | None:
        """Table 8-5, and what the CRM was extended by; None where nobody chose (PR-10, PR-12)."""
        return self.priorities.get(priority) if priority else None

    @property
    def priorities(self) -> Mapping[str, int]:
        """The priorities that a user can pick."""
        return {**self.catalogue.priorities, **self.catalogue.extended_priorities}
