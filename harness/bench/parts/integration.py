"""The integration as the kit plays it: between the CRM's queue and the order system, truthful and at once."""

from typing import Any

from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.switchboard import Switchboard, unexpected
from ordertck.harness.messages import BillingLine, Body, Edge, Message, OrderLine, OrderSubmission, SalesOrder, as_body
from ordertck.harness.messages.orders import Line, OrderHeader


def sales_order_of(submission: OrderSubmission) -> SalesOrder:
    """What a truthful integration makes of a submission: the same, its date under the other name (DD-02)."""
    lines = tuple(OrderLine(**_shared(Line, line), requested_delivery=line.due_date) for line in submission.lines)
    return SalesOrder(**_shared(OrderHeader, submission), requested_delivery=submission.due_date, lines=lines)


def _shared(common: type[Body], said: Body) -> dict[str, Any]:
    return {name: getattr(said, name) for name in common.__struct_fields__}


class KitIntegration:
    """Hands orders over from the queue, and brings back to the CRM what the order system says of them."""

    def __init__(self, directory: Directory, board: Switchboard) -> None:
        self._directory, self._board = directory, board

    def take(self, message: Message) -> None:
        """Something has come from the queue, or from the order system."""
        match message.kind:
            case "order-submission":
                self._hand_over(message)
            case "cancel" | "suspend" | "resume":
                self._board.send("oms", message.kind, Edge.OMS, dict(message.body), message.about)
            case "order-update" | "refusal" | "fallout":
                self._board.send("crm", message.kind, Edge.CRM, dict(message.body), message.about)
            case "fault":
                self._board.send("crm", message.kind, Edge.SUBMISSION, dict(message.body), message.about)
            case "order-receipt":
                pass  # what the kit plays goes by the ids that the CRM gave
            case _:
                raise unexpected(message)

    def _hand_over(self, message: Message) -> None:
        order = self._directory.order_by_number(message.body["order"])
        if order is not None:
            sold = as_body(sales_order_of(message.read(OrderSubmission)))
            if "due_date" in message.body:
                sold.setdefault("requested_delivery", None)  # a field that is left blank is handed on as one
            sent = self._board.send("oms", "sales-order", Edge.OMS, sold, order.number, priority=message.priority)
            if sent is not None:
                order.submitted_by(sent)

    def rate_plan(self, line: BillingLine) -> str | None:
        """The rate plan that is put in a price list's place (PL-06)."""
        return self._directory.catalogue.rate_plan(line.price_list)
