"""Order systems that lose what was told while an order waits for its date, or take a repetition for news."""

from collections.abc import Iterable

from ordertck.harness.messages import Message, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_dates import set_timer
from ordertck.harness.proof.systems.oms.meeting_follow_ons import with_work
from ordertck.harness.reference.oms import (
    Difference,
    Fulfilment,
    LineFulfilment,
    Orchestration,
    OrderManagement,
    OrderState,
    Scheduling,
    Supplementals,
    Turn,
)


@wrong("oms", breaks="UF-07", where="dates+filled-in-data")
class ForgetsValuesWhenADateComes(Scheduling):
    """Reads an order anew when the date of one of its lines comes, and forgets what was filled in for the others."""

    def dates_come(self) -> list[Turn]:
        turns = super().dates_come()
        for line in (line for turn in turns for line in turn.fulfilment.lines.values()):
            line.assigned.clear()
        return turns


@wrong("oms", breaks="UF-07", where="supplementals+dates+filled-in-data")
class ForgetsValuesWithANewDate(Supplementals):
    """Forgets what was filled in for an order that is given another date, though that comes too late."""

    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        if order.requested_delivery != known.order.requested_delivery:
            for line in known.lines.values():
                line.assigned.clear()
        return super().merged(known, order, started)


@wrong("oms", breaks="PV-11", where="supplementals+dates+service-points")
class KeepsTheFirstServicePoint(Supplementals):
    """Has an order that waited provisioned at the service point that it named first."""

    def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        for key, line in planned.items():
            if key in known.lines:
                with_work(line, service_point=known.lines[key].line.service_point)
        super().replace(known, planned, difference)


@wrong("oms", breaks="PV-11", where="dates+service-points")
class TakesTheServicePointOfTheLineBefore(Orchestration):
    """Has a line that begins later set up at the service point of the first line of its order."""

    def go_on(self, running: Iterable[Turn]) -> None:
        turns = list(running)
        for turn in turns:
            first = next(iter(turn.fulfilment.lines.values()), None)
            for key in turn.lines:
                if first is not None and key in turn.fulfilment.lines:
                    with_work(turn.fulfilment.lines[key], service_point=first.line.service_point)
        super().go_on(turns)


@wrong("oms", breaks="FD-04", where="dates+redelivery")
class SetsTheTimerTwice(OrderManagement):
    """Sets the clock for a dated order once more when the order is delivered again, and so carries it out twice."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        known = self.book.orders.get(str(message.body.get("order")))
        if repeated and known is not None and known.state is OrderState.WAITING:
            set_timer(self.scheduling, known, self.planning.plans(known.order), OrderState.WAITING)
        return repeated


@wrong("oms", breaks="FD-04", where="dates+redelivery")
class DoesADatedOrderAgain(OrderManagement):
    """Forgets a dated order once it is begun, and carries it out at once when it is delivered again."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        known = self.book.orders.get(str(message.body.get("order")))
        begun = repeated and known is not None and known.state is not OrderState.WAITING
        if known is not None and begun and message.kind == "sales-order" and known.order.requested_delivery:
            del self.book.orders[known.number]
            return False
        return repeated


@wrong("oms", breaks="DD-03", where="supplementals+dates+redelivery")
class TakesTheDateOfALateVersion(OrderManagement):
    """Takes the date from whichever version was delivered last, be it an earlier one once more."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        known = self.book.orders.get(str(message.body.get("order")))
        waits = repeated and known is not None and known.state is OrderState.WAITING
        if known is not None and waits and message.kind == "sales-order":
            late = message.read(SalesOrder)
            known.order = replace(known.order, requested_delivery=late.requested_delivery)
            self.orchestration.schedule(known)
        return repeated


@wrong("oms", breaks="SU-05", where="supplementals+dates")
class BeginsAtTheDateOfALineThatWasLeftOut(Scheduling):
    """Leaves the timer of a dated line running that was left out, and begins what was put back in its place again."""

    def enqueue(self, turns: Iterable[Turn]) -> list[Turn]:
        turns = list(turns)
        for turn in turns:
            for line in turn.lines:
                if line in turn.fulfilment.lines:
                    turn.fulfilment.lines[line].turn = None
        return super().enqueue(turns)
