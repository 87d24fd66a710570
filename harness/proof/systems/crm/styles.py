"""CRMs that work in one of the ways between which the documents leave the choice, all of which can be combined."""

from collections.abc import Iterator
from decimal import Decimal

from ordertck.harness.messages import (
    DeskShown,
    Edge,
    Message,
    OrderSubmission,
    SubmittedLine,
    Workflow,
    as_body,
    replace,
)
from ordertck.harness.proof.registry import style
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    Receiving,
    Screens,
    Sheets,
    Submissions,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Fields


@style("crm", of="follow-ons")
class FollowsOnPastThePointOnly(Submitting):
    """Lets nobody submit a follow-on order while the order that it builds on could still be revised."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        yield from super().objections(order)
        yield from self.guidance.too_early(order)


@style("crm", of="follow-ons")
class StopsWhereItCouldWarn(Submitting):
    """Does not submit what others would only warn of."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        yield from super().objections(order)
        yield from self.guidance.warnings(order)


@style("crm", switches={"workflow_trigger": "by-button"})
class StartsWorkflowsByButton(CustomerRelations):
    """Sends what is saved to back offices when a user presses a button."""


@style("crm", switches={"workflow_trigger": "by-policy"})
class StartsWorkflowsByPolicy(CustomerRelations):
    """Sends what is saved to back offices when a policy looks for it."""


@style("crm", of="customer_master")
class LetsNobodyElseChangeCustomers(Receiving):
    """Is the only one that changes customers: it refuses what back offices say of them."""

    def receive(self, call: Workflow) -> str | None:
        return "customers are changed in the CRM" if call.object == "account" else super().receive(call)


@style("crm")
class TakesASecondClickCalmly(Submitting):
    """Shows the order when Submit is pressed once more, and does nothing."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        return self.screens.order(order) if order.submitted else super().submit_order(ref, fields)


@style("crm", switches={"approval_comes": "before-submission"})
class ApprovesBeforeSubmission(CustomerRelations):
    """Lets an order for a supervisor be submitted once it is approved."""


@style("crm", switches={"no_priority": "refuse"})
class InsistsOnAPriority(CustomerRelations):
    """Submits no order for which nobody picked a priority."""


@style("crm", switches={"date_precision": "day"})
class KeepsTheDayOnly(OrderEntry):
    """Keeps of a due date the day, and not the time."""

    def enter_sheet(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        date = fields.get("due_date")
        return super().enter_sheet(kind, ref, {**fields, "due_date": f"{date[:10]}T00:00:00+00:00"} if date else fields)


@style("crm")
class WritesAmountsShort(Submissions):
    """Sends a price that was entered by hand without the zeros that say nothing."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, override=format(Decimal(sent.override).normalize(), "f")) if sent.override else sent


@style("crm")
class GivesAnOrderItsQuotesNumber(Sheets):
    """Makes of a quote an order of the same number."""

    def become(self, source: CrmOrder, kind: str, ref: str) -> DeskShown:
        shown = super().become(source, kind, ref)
        if kind != "order":
            return shown
        made = self.orders.order(ref)
        made.id = source.id
        return self.screens.order(made)


@style("crm")
class HasAWordOfItsOwnForOpen(Screens):
    """Calls an order that was submitted and not begun booked."""

    def order(self, order: CrmOrder) -> DeskShown:
        shown = super().order(order)
        booked = shown.fields.get("status") == "OPEN"
        return replace(shown, fields={**shown.fields, "status": "BOOKED"}) if booked else shown


@style("crm")
class HasOtherUsersToo(CustomerRelations):
    """Serves other users at the same time: they submit orders of theirs, and save customers of theirs."""

    def handle(self, message: Message) -> list[Message]:
        said = super().handle(message)
        if message.kind != "desk-do" or message.body["verb"] != "submit":
            return said
        order = OrderSubmission(order=f"WALK-IN-{message.id}", id=f"WALK-IN-{message.id}/1", account="WALK-IN")
        saved = Workflow(verb="Send", object="account", record="WALK-IN", system="Accounting", account="WALK-IN")
        return [
            *said,
            Message(f"{message.id}-other-1", "order-submission", Edge.SUBMISSION, as_body(order), order.order),
            Message(f"{message.id}-other-2", "workflow", Edge.BACKOFFICE, as_body(saved), "WALK-IN"),
        ]


@style("crm")
class WarnsWhereItCouldStop(Submitting):
    """Warns of half a transfer, and of a revision that was left lying, and submits the order all the same."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        warned_of = list(self.warned_of(order))
        yield from (objection for objection in super().objections(order) if objection not in warned_of)

    def warned_of(self, order: CrmOrder) -> Iterator[str]:
        """What others do not submit."""
        yield from self.checks.transfers(order)
        yield from self.checks.pending(order)

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        warned_of = list(self.warned_of(self.orders.order(ref)))
        shown = super().submit_order(ref, fields)
        return replace(shown, warning="; ".join(filter(None, (shown.warning, *warned_of))) or None)
