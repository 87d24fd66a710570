"""Order systems that make the wrong thing of a new date, or of a modify order."""

from datetime import timedelta

from ordertck.harness.messages import Message, SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Difference,
    Fulfilment,
    LineFulfilment,
    Orchestration,
    OrderManagement,
    OrderState,
    Parts,
    Scheduling,
    Supplementals,
)
from ordertck.harness.reference.oms.intake import requested_date


@wrong("oms", breaks="DD-03")
class SticksToTheFirstDate(Supplementals):
    """Starts an order at the date that it had first."""

    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        return super().merged(known, order, started=True)


@wrong("oms", breaks="DD-03")
class LetsARevisedOrderLie(Supplementals):
    """Never wakes up for an order whose date was changed."""

    def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        known.ticket += 1


@wrong("oms", breaks="DD-03")
class TakesTheDateAndNothingElse(Supplementals):
    """Takes a new date in, and nothing else that comes with it."""

    def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().replace(known, known.lines, difference)


class _TakesLateDates(Supplementals):
    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        return order


class _WaitsForLateDates(Orchestration):
    def finish(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        date = requested_date(fulfilment.order)
        if date is None or date <= self.clock.now:
            super().finish(fulfilment, *lines)


@wrong("oms", breaks="DD-04")
class StopsForALaterDate(OrderManagement):
    """Puts running work aside because the order is wanted later now."""

    parts = Parts(orchestration=_WaitsForLateDates, supplementals=_TakesLateDates)


@wrong("oms", breaks="DD-04")
class StartsOverForALaterDate(Supplementals):
    """Has everything that was begun taken back because the date is another one."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, difference)
        for line in known.lines.values():
            if line.work.provisioning is not None:
                self.compensation.send_provisioning(known, line.work.target or "", line.work.provisioning)


@wrong("oms", breaks="DD-04")
class RefusesEverythingWithADate(Supplementals):
    """Takes no part of a revision that also changes the date of a running order."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        if order.requested_delivery is None or known.state is OrderState.WAITING:
            super().take_in(known, order, message)


@wrong("oms", breaks="MO-04")
class LooksForTheBaseOfAModifyOrder(Scheduling):
    """Waits with a modify order for an order that is complete already."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        named = {line.asset for line in order.lines if line.action == "Update"}
        known = {key for f in self.book.orders.values() for key, line in f.lines.items() if line.asset in named}
        return super().lines_to_wait_for(order) | known


@wrong("oms", breaks="MO-04")
class RepeatsTheBaseOfAModifyOrder(Orchestration):
    """Has the completed order's work done again when something of it is modified."""

    def start(self, fulfilment: Fulfilment) -> None:
        super().start(fulfilment)
        touched = {line.asset for line in fulfilment.lines.values() if line.line.action == "Update"}
        for other in self.book.orders.values():
            for line in other.lines.values() if other is not fulfilment else ():
                if line.asset in touched and line.work.provisioning is not None:
                    self.outbox.provision(other, line.work.target, [line.work.provisioning])


@wrong("oms", breaks="DD-05 DD-03")
class GoesByTheVersionsNumber(Supplementals):
    """Takes a new date in with the second version of an order only."""

    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        return super().merged(known, order, started or order.revision == 2)


@wrong("oms", breaks="DD-05")
class ClosesTheDateADayBefore(Supplementals):
    """Takes no new date in during the last day before the start."""

    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        date = requested_date(known.order)
        close = date is not None and date - self.clock.now < timedelta(days=1)
        return super().merged(known, order, started or close)


@wrong("oms", breaks="DD-05")
class TurnsBackForALateDate(Supplementals):
    """Calls running work off because a date came that lies ahead."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, difference)
        if known.order.requested_delivery:
            for line in list(known.lines.values()):
                self.compensation.withdraw(known, line)
