"""The outbox: what order management says to the CRM, to billing and to provisioning."""

from collections.abc import Iterable

from ordertck.harness.messages import (
    BillingLine,
    BillingOrder,
    Body,
    Edge,
    Fallout,
    Fault,
    LineUpdate,
    Message,
    OrderQuery,
    OrderSnapshot,
    OrderUpdate,
    ProvisioningLine,
    ProvisioningOrder,
    Refusal,
    Status,
    as_body,
)
from ordertck.harness.messages.mark import marked
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment
from ordertck.harness.reference.oms.intake import Objection
from ordertck.harness.reference.oms.order_book import Part, Shared


class Outbox(Part):
    """Writes every message; ``out`` holds those that were not sent yet."""

    def __init__(self, shared: Shared) -> None:
        self.out: list[Message] = []
        self._told = 0
        super().__init__(shared)

    def emptied(self) -> list[Message]:
        """The messages that wait to be sent, which are sent with this."""
        sent, self.out = self.out, []
        return sent

    def tell(self, kind: str, edge: Edge, body: Body, about: str, re: str | None = None) -> str:
        """Send one message; its id."""
        self._told += 1
        message = Message(marked(about, "oms", self._told), kind, edge, as_body(body), about, re)
        self.out.append(message)
        return message.id

    # To the CRM

    def update(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        """Tell the CRM how an order stands, and these lines of it."""
        self.update_of(fulfilment, *(LineUpdate(line=line.line.id, status=line.state.value) for line in lines))

    def progress(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str | None = None) -> None:
        """Tell the CRM what came up while a line is worked on: a milestone, values filled in (UF-04, UF-07)."""
        told = LineUpdate(
            line=line.line.id, status=line.state.value, milestone=milestone, attributes=dict(line.assigned)
        )
        self.update_of(fulfilment, told)

    def update_of(self, fulfilment: Fulfilment, *lines: LineUpdate) -> None:
        """One order update."""
        number = fulfilment.number
        self.tell(
            "order-update", Edge.CRM, OrderUpdate(order=number, status=fulfilment.state.value, lines=lines), number
        )

    def answer(self, query: Message) -> None:
        """Answer how an order stands; an order that was never taken in is unknown."""
        number = query.read(OrderQuery).order
        fulfilment = self.book.orders.get(number)
        snapshot = OrderSnapshot(order=number, status=Status.UNKNOWN)
        if fulfilment is not None:
            lines = tuple(
                LineUpdate(line=line.line.id, status=line.state.value, attributes=dict(line.assigned))
                for line in fulfilment.lines.values()
            )
            snapshot = OrderSnapshot(order=number, status=fulfilment.state.value, lines=lines)
        self.tell("order-snapshot", Edge.OMS, snapshot, number, re=query.id)

    def refuse(self, number: str, objection: Objection) -> None:
        """Tell the CRM that an order is not taken in, or cannot be cancelled, and why."""
        refusal = Refusal(order=number, reason=objection.reason, line=objection.line)
        self.tell("refusal", Edge.CRM, refusal, number)

    def fallout(self, fault: Fault, state: str) -> None:
        """Tell the CRM of an incident: it was raised, or it is resolved."""
        fallout = Fallout(order=fault.order, incident=fault.incident, state=state, reason=fault.reason, line=fault.line)
        self.tell("fallout", Edge.CRM, fallout, fault.order)

    # To the neighbours

    def bill(self, fulfilment: Fulfilment, phase: str, lines: Iterable[BillingLine]) -> str:
        """Call billing for these lines of an order, in one phase (PL-08); the call's id."""
        order = fulfilment.order
        call = BillingOrder(
            order=order.order,
            account=order.account or "",
            phase=phase,
            lines=tuple(lines),
            requested_delivery=order.requested_delivery,
        )
        return self.tell("billing-order", Edge.BILLING, call, order.order)

    def provision(self, fulfilment: Fulfilment, target: str | None, lines: Iterable[ProvisioningLine]) -> str:
        """Call one provisioning system for these lines of an order (PV-11); the call's id."""
        order = fulfilment.order
        call = ProvisioningOrder(
            order=order.order,
            account=order.account or "",
            target=target or "",
            lines=tuple(lines),
            requested_delivery=order.requested_delivery,
            priority=order.priority,
        )
        return self.tell("provisioning-order", Edge.PROVISIONING, call, order.order)
