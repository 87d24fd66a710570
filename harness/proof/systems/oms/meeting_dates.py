"""Order systems that know dates, and go wrong when a place, a failure or a cancel comes in between."""

from datetime import datetime

from ordertck.harness.messages import Message, SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Cancelling,
    Difference,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    OrderManagement,
    OrderState,
    Scheduling,
    Supplementals,
    Turn,
)
from ordertck.harness.reference.oms.intake import requested_date


@wrong("oms", breaks="PR-04", where="dates+priorities")
class BeginsOnTheDateWithoutAPlace(OrderManagement):
    """Begins an order in the moment in which its date comes, although no place is free."""

    def advance(self, now: datetime) -> list[Message]:
        self.clock.now = now
        turns = self.scheduling.dates_come()
        running = self.scheduling.enqueue(turns)
        for turn in turns:
            if turn.fulfilment.state is OrderState.WAITING:
                self.scheduling.working += 1
                self.orchestration.start(turn.fulfilment)
        self.orchestration.go_on(running)
        return super().advance(now)


@wrong("oms", breaks="PR-04", where="dates+priorities")
class LosesThePriorityWhileItWaits(Scheduling):
    """Puts orders whose date has come behind all others."""

    def dates_come(self) -> list[Turn]:
        turns = super().dates_come()
        for turn in turns:
            turn.fulfilment.priority = 0
        return turns


@wrong("oms", breaks="PR-04", where="dates+priorities")
class TakesADateForUrgency(Scheduling):
    """Puts orders whose date has come before all others."""

    def dates_come(self) -> list[Turn]:
        turns = super().dates_come()
        for turn in turns:
            turn.fulfilment.priority = 9
        return turns


@wrong("oms", breaks="PR-07", where="dates+priorities")
class KeepsAPlaceForUrgentPlans(Scheduling):
    """Leaves a place free for an urgent order that waits for its date."""

    def next(self) -> Fulfilment | None:
        capacity = self.settings.get("capacity")
        waiting = [o for o in self.book.orders.values() if o.state is OrderState.WAITING and o.priority == 9]
        planned = [o for o in waiting if (date := requested_date(o.order)) and date > self.clock.now]
        return None if capacity is not None and planned and self.working >= capacity - 1 else super().next()


@wrong("oms", breaks="FD-04", where="dates+failures")
class StopsTheDatedLinesOfAFailedOrder(Incidents):
    """Begins no further line of an order of which one has failed."""

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().line_fails(fulfilment, line)
        fulfilment.ticket += 1


@wrong("oms", breaks="DD-04", where="supplementals+dates+failures")
class TakesAFailedOrderForUnbegun(Supplementals):
    """Calls the rest of an order off that has a failed line, when it is given another date."""

    def apply(
        self, known: Fulfilment, order: SalesOrder, planned: dict[str, LineFulfilment], difference: Difference
    ) -> None:
        moved = order.requested_delivery != known.order.requested_delivery
        failed = any(line.state is LineState.FAILED for line in known.lines.values())
        super().apply(known, order, planned, difference)
        for line in list(known.lines.values()) if moved and failed else ():
            if line.state is LineState.BILLING_INITIATED:
                self.compensation.withdraw(known, line)


@wrong("oms", breaks="PV-05", where="dates+cancellation")
class ForgetsTheEarlierDate(OrderManagement):
    """Takes the latest date of a cancelled order away, and lets the one before it begin the order."""

    def prepare(self) -> None:
        self.first: dict[str, tuple[SalesOrder, Message]] = {}

    def begin(self, order: SalesOrder, message: Message) -> None:
        self.first[order.order] = order, message
        super().begin(order, message)

    def advance(self, now: datetime) -> list[Message]:
        self.clock.now = now
        for number, (order, message) in list(self.first.items()):
            known, date = self.book.orders.get(number), requested_date(order)
            moved = known is not None and known.order.requested_delivery != order.requested_delivery
            if known and moved and known.state is OrderState.CANCELLED and date and date <= now:
                del self.book.orders[number], self.first[number]
                super().begin(order, message)
        return super().advance(now)


def set_timer(scheduling: Scheduling, known: Fulfilment, lines: dict[str, LineFulfilment], state: OrderState) -> None:
    """Let some lines of an order begin at their date, whatever becomes of the order."""
    ghost = Fulfilment(known.order, known.priority, lines, open=len(lines), state=state)
    for key, line in lines.items():
        text = line.line.requested_delivery or known.order.requested_delivery
        date = datetime.fromisoformat(text) if text else None
        if date is not None and date > scheduling.clock.now:
            scheduling.waiting.enter(Turn(ghost, ghost.ticket, (key,)), date, ())


@wrong("oms", breaks="PV-05", where="dates+cancellation")
class LetsTheTimerOfALineRun(Cancelling):
    """Cancels an order, and begins those of its lines at their date that were not begun before."""

    def undo(self, known: Fulfilment) -> None:
        planned = self.supplementals.planning.plans(known.order)
        later = {key: planned[key] for key, line in known.lines.items() if not line.ready}
        super().undo(known)
        set_timer(self.compensation.orchestration.scheduling, known, later, OrderState.IN_PROGRESS)
