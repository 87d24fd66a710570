"""Revising: newer versions of an order that was submitted and is still open."""

from collections.abc import Iterator

from ordertck.harness.messages import Status
from ordertck.harness.reference.crm.accounts_and_orders import Part
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder, Refused


class Supplementals(Part):
    """When an order can be revised after its submission, and by how many versions at a time.

    A supplemental shares what is told of the lines with the version before: it is the same order (TM-02).
    """

    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        """Begin a supplemental to an order. Raises ``Refused`` where there can be none (SU-01, SU-02, PN-04)."""
        current = self.orders.known(order.id) or order
        for objection in self.closed(current):
            raise Refused(objection)
        if self.pending(current) or self.waiting(current):
            raise Refused("a revision of the order is pending already")
        new = self.orders.by_ref[ref] = current.supplemental(ref)
        return new

    def pending(self, order: CrmOrder) -> list[CrmOrder]:
        """The supplementals to an order that were begun and not submitted."""
        begun = [other for other in self.orders.versions(order.id) if other.revises is not None]
        return [other for other in begun if not other.submitted]

    def waiting(self, order: CrmOrder) -> bool:
        """Whether a supplemental to an order was submitted and waits for a supervisor."""
        versions = self.orders.versions(order.id)
        return any(other.revises is not None and other.status == Status.AWAITING_APPROVAL for other in versions)

    def objections(self, order: CrmOrder) -> Iterator[str]:
        """Why a supplemental is not submitted: what it revises is not open to it any more."""
        if order.revises is not None:
            yield from self.closed(self.orders.known(order.id) or order.revises)

    def closed(self, order: CrmOrder) -> Iterator[str]:
        """Why an order can have no supplemental; nothing where it can."""
        if order.status == Status.COMPLETE:
            yield "the order is complete; what it left is changed by a modify order"
        elif order.status == Status.CANCELLED:
            yield "the order is cancelled"
        elif self.past_no_return(order):
            yield "the order is past its point of no return; it is changed by a follow-on order"

    def past_no_return(self, order: CrmOrder) -> bool:
        """Whether an order as a whole is past it: with its first locked line or with its last, as declared (A-04)."""
        locked = [self.locked(order, line) for line in order.lines.values()]
        return any(locked) if self.settings["ponr_scope"] == "order" else all(locked)

    def locked(self, order: CrmOrder, line: CrmLine) -> bool:
        """Whether a line is past its point of no return, as far as the order system has told."""
        product = self.catalogue.products.get(line.product or "")
        passed = product is not None and product.ponr in order.milestones.get(line.id, ())
        return passed or line.id in order.converted
