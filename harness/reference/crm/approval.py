"""Approval: which orders a supervisor looks at before they go on, and what comes of it."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, Status
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.desk import Acts, Fields, Views
from ordertck.harness.reference.crm.drafts import CrmOrder, Refused
from ordertck.harness.reference.crm.queueing import Queueing
from ordertck.harness.reference.crm.screens import Screens

# How an order ends that a revision comes too late for (SU-01).
ENDED = (Status.COMPLETE, Status.CANCELLED)
AWAITED, REJECTED = Status.AWAITING_APPROVAL, Status.REJECTED


class Approval(Part):
    """An order for a product that needs it is not queued before a supervisor has approved it (SC-12, A-39)."""

    def __init__(self, shared: Shared, screens: Screens, queueing: Queueing) -> None:
        self.screens, self.queueing = screens, queueing
        super().__init__(shared)

    @property
    def acts(self) -> Acts:
        """What supervisors do."""
        return {("approve", "order"): self.approve, ("reject", "order"): self.reject}

    @property
    def views(self) -> Views:
        """Nothing of its own: the order's status says how it stands."""
        return {}

    def needed(self, order: CrmOrder) -> bool:
        """Whether an order is one for a supervisor."""
        products = (self.catalogue.products.get(line.product or "") for line in order.lines.values())
        return any(product is not None and product.approval for product in products)

    def objections(self, order: CrmOrder) -> Iterator[str]:
        """Why an order is not submitted: where approval comes first, a supervisor has not approved it (A-39)."""
        if self.comes_first and self.needed(order) and not order.approved:
            yield "the order needs a supervisor's approval first"

    @property
    def comes_first(self) -> bool:
        """Whether an order is approved before it is submitted."""
        return bool(self.settings["approval_comes"] == "before-submission")

    def submitted(self, order: CrmOrder) -> None:
        """An order was submitted: it goes on, or waits."""
        if self.needed(order) and not self.comes_first:
            order.status = AWAITED
        else:
            self.queueing.queue(order)

    def approve(self, ref: str, fields: Fields) -> DeskShown:  # noqa: ARG002 - an approval has no fields of its own
        """Let a waiting order go on, or a draft be submitted, whichever comes first."""
        if self.comes_first:
            return self.decided(ref, approved=True)
        order = self.waiting(ref)
        current = self.orders.known(order.id)
        if order.revises is not None and current is not None and current.status in ENDED:
            raise Refused("the order that it revises is over")
        order.status = Status.OPEN
        self.queueing.queue(order)
        return self.screens.order(order)

    def reject(self, ref: str, fields: Fields) -> DeskShown:  # noqa: ARG002 - as above
        """Stop a waiting order."""
        if self.comes_first:
            return self.decided(ref, approved=False)
        order = self.waiting(ref)
        order.status = REJECTED
        return self.screens.order(order)

    def decided(self, ref: str, approved: bool) -> DeskShown:
        """A draft may be submitted from now on as it is, or may not."""
        order = self.orders.order(ref)
        order.approved = approved
        return self.screens.order(order)

    def waiting(self, ref: str) -> CrmOrder:
        """The order of this name, which waits."""
        order = self.orders.order(ref)
        if order.status != AWAITED:
            raise Refused("the order does not wait for approval")
        return order
