"""Order systems that make the wrong thing of a new date, or of a modify order."""

from datetime import datetime, timedelta

from ordertck.harness.messages import Message, SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment
from ordertck.harness.reference.oms.life_cycle import OrderState
from ordertck.harness.reference.oms.order_management import OrderManagement, requested_date
from ordertck.harness.reference.oms.supplementals import Difference, Supplementals


@wrong("oms", breaks="DD-03")
class SticksToTheFirstDate(OrderManagement):
    """Starts an order at the date that it had first."""

    class Revisions(Supplementals):
        """Keeps the date."""

        def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
            return super().merged(known, order, started=True)


@wrong("oms", breaks="DD-03")
class LetsARevisedOrderLie(OrderManagement):
    """Never wakes up for an order whose date was changed."""

    class Revisions(Supplementals):
        """Forgets to wait anew."""

        def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
            known.ticket += 1


@wrong("oms", breaks="DD-03")
class TakesTheDateAndNothingElse(OrderManagement):
    """Takes a new date in, and nothing else that comes with it."""

    class Revisions(Supplementals):
        """Keeps the lines."""

        def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
            super().replace(known, known.lines, difference)


@wrong("oms", breaks="DD-04")
class StopsForALaterDate(OrderManagement):
    """Puts running work aside because the order is wanted later now."""

    class Revisions(Supplementals):
        """Waits for the date with what is running."""

        def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
            return order

    def finish(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        date = fulfilment.order.requested_delivery
        if not date or datetime.fromisoformat(date) <= self.now:
            super().finish(fulfilment, *lines)


@wrong("oms", breaks="DD-04")
class StartsOverForALaterDate(OrderManagement):
    """Has everything that was begun taken back because the date is another one."""

    class Revisions(Supplementals):
        """Undoes all."""

        def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
            super().revise(known, planned, difference)
            for line in known.lines.values():
                if line.work.provisioning is not None:
                    self.send_provisioning(known, line.work.target or "", line.work.provisioning)


@wrong("oms", breaks="DD-04")
class RefusesEverythingWithADate(OrderManagement):
    """Takes no part of a revision that also changes the date of a running order."""

    class Revisions(Supplementals):
        """Ignores such revisions."""

        def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
            if order.requested_delivery is None or known.state is OrderState.WAITING:
                super().take_in(known, order, message)


@wrong("oms", breaks="MO-04")
class LooksForTheBaseOfAModifyOrder(OrderManagement):
    """Waits with a modify order for an order that is complete already."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        named = {line.asset for line in order.lines if line.action == "Update"}
        known = {key for f in self.orders.values() for key, line in f.lines.items() if line.asset in named}
        return super().lines_to_wait_for(order) | known


@wrong("oms", breaks="MO-04")
class RepeatsTheBaseOfAModifyOrder(OrderManagement):
    """Has the completed order's work done again when something of it is modified."""

    def start(self, fulfilment: Fulfilment) -> None:
        super().start(fulfilment)
        touched = {line.asset for line in fulfilment.lines.values() if line.line.action == "Update"}
        for other in self.orders.values():
            for line in other.lines.values() if other is not fulfilment else ():
                if line.asset in touched and line.work.provisioning is not None:
                    self.revisions.send_provisioning(other, line.work.target or "", line.work.provisioning)


@wrong("oms", breaks="DD-05 DD-03")
class GoesByTheVersionsNumber(OrderManagement):
    """Takes a new date in with the second version of an order only."""

    class Revisions(Supplementals):
        """Keeps the date of later versions."""

        def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
            return super().merged(known, order, started or order.revision == 2)


@wrong("oms", breaks="DD-05")
class ClosesTheDateADayBefore(OrderManagement):
    """Takes no new date in during the last day before the start."""

    class Revisions(Supplementals):
        """Is late already."""

        def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
            date = requested_date(known.order)
            close = date is not None and date - self.oms.now < timedelta(days=1)
            return super().merged(known, order, started or close)


@wrong("oms", breaks="DD-05")
class TurnsBackForALateDate(OrderManagement):
    """Calls running work off because a date came that lies ahead."""

    class Revisions(Supplementals):
        """Waits anew."""

        def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
            super().revise(known, planned, difference)
            if known.order.requested_delivery:
                for line in list(known.lines.values()):
                    self.withdraw(known, line)
