"""Submitting: a user gives an order away, or is told why not."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, Status, replace
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.approval import Approval
from ordertck.harness.reference.crm.checks import Checks
from ordertck.harness.reference.crm.desk import Acts, Fields, Views
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder, Refused
from ordertck.harness.reference.crm.guidance import Guidance
from ordertck.harness.reference.crm.mail import Acknowledgements
from ordertck.harness.reference.crm.screens import Screens


class Submitting(Part):
    """Checks an order, warns of what is unwise, and lets it go on."""

    def __init__(
        self,
        shared: Shared,
        screens: Screens,
        checks: Checks,
        guidance: Guidance,
        approval: Approval,
        acknowledgements: Acknowledgements,
    ) -> None:
        self.screens, self.checks, self.guidance = screens, checks, guidance
        self.approval, self.acknowledgements = approval, acknowledgements
        super().__init__(shared)

    @property
    def acts(self) -> Acts:
        """What users do."""
        return {("submit", "order"): self.submit_order}

    @property
    def views(self) -> Views:
        """Nothing of its own: the order shows what came of it."""
        return {}

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        """Submit the current revision: one message on the queue, and the user has control again (FL-04, FL-05)."""
        order = self.orders.order(ref)
        if order.submitted:
            raise Refused("the order is submitted already")
        if fields.get("revision", str(order.revision)) != str(order.revision):
            raise Refused(f"revision {fields['revision']} is superseded by {order.revision}")
        self.choose_priority(order, fields.get("priority"))
        for objection in self.objections(order):
            raise Refused(objection)
        warning = "; ".join(self.guidance.warnings(order)) or None
        order.submitted, order.status = True, Status.OPEN
        for line in order.lines.values():
            order.lines[line.ref] = self.stamped(line)
        self.approval.submitted(order)
        self.acknowledgements.submitted(order)
        return replace(self.screens.order(order), warning=warning)

    def objections(self, order: CrmOrder) -> Iterator[str]:
        """Every reason not to submit an order."""
        yield from self.checks.supplementals.objections(order)
        yield from self.checks.objections(order)
        yield from self.approval.objections(order)
        if not order.priority and self.settings["no_priority"] == "refuse":
            yield "no priority is picked"

    def choose_priority(self, order: CrmOrder, priority: str | None) -> None:
        """Take the priority that the user picks from the list (PR-01, PR-10)."""
        if priority and priority not in self.approval.queueing.submissions.priorities:
            raise Refused(f"there is no priority '{priority}'")
        order.priority = priority or order.priority

    def stamped(self, line: CrmLine) -> CrmLine:
        """A line as it was when it was submitted: what is set for its product later is for later orders (AS-06)."""
        return replace(line, trackable=self.trackable.get(line.product or "", True), attributes=line.own)
