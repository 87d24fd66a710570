"""What the order system tells: how an order stands, that it is refused, that it got stuck."""

from ordertck.harness.messages import (
    Body,
    Edge,
    Fallout,
    LineUpdate,
    Message,
    OrderSnapshot,
    OrderUpdate,
    Refusal,
    SalesOrder,
    WorkUpdate,
    as_body,
)
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment
from ordertck.harness.reference.oms.intake import Objection


class Telling:
    """The orders that were taken in, by number, and the messages about them; ``out`` are those not sent yet."""

    def __init__(self) -> None:
        self.orders: dict[str, Fulfilment] = {}
        self.out: list[Message] = []
        self._sent = 0

    def find(self, report: WorkUpdate) -> tuple[Fulfilment | None, LineFulfilment | None]:
        """Order and line that a report is about; None where they are unknown here."""
        fulfilment = self.orders.get(report.order)
        return fulfilment, fulfilment.lines.get(report.line) if fulfilment else None

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
        update = OrderUpdate(order=fulfilment.order.order, status=fulfilment.state.value, lines=lines)
        self.tell("order-update", Edge.CRM, update, fulfilment.order.order)

    def answer(self, query: Message) -> None:
        """Answer how an order stands; an order that was never taken in is unknown."""
        number = query.body["order"]
        fulfilment = self.orders.get(number)
        snapshot = OrderSnapshot(order=number, status="UNKNOWN")
        if fulfilment is not None:
            lines = tuple(
                LineUpdate(line=line.line.id, status=line.state.value, attributes=dict(line.assigned))
                for line in fulfilment.lines.values()
            )
            snapshot = OrderSnapshot(order=number, status=fulfilment.state.value, lines=lines)
        self.tell("order-snapshot", Edge.OMS, snapshot, number, re=query.id)

    def refuse(self, order: SalesOrder, objection: Objection) -> None:
        """Tell the CRM that an order is not taken in, and why."""
        refusal = Refusal(order=order.order, reason=objection.reason, line=objection.line)
        self.tell("refusal", Edge.CRM, refusal, order.order)

    def base_is_lost(self, follow_on: Fulfilment, order: str, line: str, how: str) -> None:
        """The line that an order waits for will not be completed (A-06)."""
        number = follow_on.order.order
        reason = f"waits for line {line} of order {order}, which {how}"
        fallout = Fallout(order=number, incident=f"{line}-lost-to-{number}", state="raised", reason=reason)
        self.tell("fallout", Edge.CRM, fallout, number)

    def tell(self, kind: str, edge: Edge, body: Body, about: str, re: str | None = None) -> None:
        """Send one message."""
        self._sent += 1
        self.out.append(Message(f"{about}-oms-{self._sent}", kind, edge, as_body(body), about, re))

    @property
    def latest_id(self) -> str:
        """The id of the message that was sent last."""
        return self.out[-1].id
