"""Order systems that say one thing and do another; what they say last is right."""

from ordertck.harness.messages import Edge, LineUpdate, Message, OrderUpdate, SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Fulfilment,
    LineFulfilment,
    LineState,
    Objection,
    Orchestration,
    OrderManagement,
    OrderState,
    Outbox,
    Supplementals,
)


def claim_complete(outbox: Outbox, fulfilment: Fulfilment) -> None:
    """Tell the CRM that an order is complete, and take it back at once."""
    update = OrderUpdate(order=fulfilment.number, status="COMPLETE")
    outbox.tell("order-update", Edge.CRM, update, fulfilment.number)
    outbox.update(fulfilment)


@wrong("oms", breaks="PN-03")
class TakesTheLockForTheEnd(Outbox):
    """Tells that an order is complete when a line passes its point of no return, and takes it back at once."""

    def progress(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str | None = None) -> None:
        super().progress(fulfilment, line, milestone)
        product = self.catalogue.products.get(line.line.product or "")
        if milestone is not None and product is not None and milestone == product.ponr:
            claim_complete(self, fulfilment)


@wrong("oms", breaks="UF-06")
class TakesTheFirstItemForTheOrder(Orchestration):
    """Tells that an order is complete when the first of its lines is, and takes it back at once."""

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        if fulfilment.open and fulfilment.open == len(fulfilment.lines) - 1:
            claim_complete(self.outbox, fulfilment)


@wrong("oms", breaks="PV-05")
class CancelsAndCompletes(Orchestration):
    """Tells that an order is complete before it tells that it is cancelled."""

    def finish(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        if self.end_of(fulfilment) is OrderState.CANCELLED:
            claim_complete(self.outbox, fulfilment)
        super().finish(fulfilment, *lines)


@wrong("oms", breaks="PN-04 PN-02 SU-01")
class RefusesAndRevises(Supplementals):
    """Refuses a revision that comes too late, and carries it out all the same."""

    late = False

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        self.late = any(super(RefusesAndRevises, self).locked(line) for line in known.lines.values())
        super().take_in(known, order, message)
        if self.late:
            self.outbox.refuse(order.order, Objection("it is too late"))

    def locked(self, line: LineFulfilment) -> bool:
        return line.state is LineState.COMPLETE


@wrong("oms", breaks="AC-10 AC-11 PL-11")
class RefusesAndFulfils(OrderManagement):
    """Refuses a bad order, and then has it billed and provisioned."""

    def begin(self, order: SalesOrder, message: Message) -> None:
        objection = self.intake.objection(order, message)
        super().begin(order, message)
        if objection is not None and order.account and message.priority in (None, *range(10)):
            lines = self.planning.plans(order)
            taken = Fulfilment(order, self.intake.queue_priority(message), lines, open=len(lines))
            self.book.orders[order.order] = taken
            self.orchestration.schedule(taken)


@wrong("oms", breaks="UF-04 UF-07")
class TellsTwoStatusesAtOnce(Outbox):
    """Tells of a line in one message that it is complete and that it is open."""

    def update_of(self, fulfilment: Fulfilment, *lines: LineUpdate) -> None:
        doubled = [LineUpdate(line=told.line, status=LineState.COMPLETE.value) for told in lines]
        super().update_of(fulfilment, *doubled, *lines)
