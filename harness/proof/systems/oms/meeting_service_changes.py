"""Order systems that suspend, move or end services at the wrong time."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Fulfilment,
    Intake,
    Objection,
    OrderManagement,
    OrderState,
    Scheduling,
    Supplementals,
    Turn,
)

_RESTS_OR_ENDS = ("Suspend", "Resume", "Delete")


def rests_or_ends(order: SalesOrder) -> bool:
    """Whether an order does nothing but suspend, resume or end services."""
    return bool(order.lines) and all(line.action in _RESTS_OR_ENDS for line in order.lines)


@wrong("oms", breaks="FD-04", where="service-changes+dates")
class SuspendsAndEndsOnTheDayOfTheOrder(Scheduling):
    """Suspends, resumes and ends services at once, whatever the date."""

    def start_date(self, order: SalesOrder) -> datetime | None:
        return None if rests_or_ends(order) else super().start_date(order)


@wrong("oms", breaks="FD-04", where="service-changes+dates")
class PreparesTheNewAddressAtOnce(OrderManagement):
    """Has a service that is to move later set up at its new address on the day of the order."""

    def begin(self, order: SalesOrder, message: Message) -> None:
        super().begin(order, message)
        known = self.book.orders.get(order.order)
        if known is None or known.state is not OrderState.WAITING or not order.requested_delivery:
            return
        for line in known.lines.values():
            if line.line.action == "Move-Add" and line.work.provisioning is not None:
                self.outbox.provision(known, line.work.target, [line.work.provisioning])


@wrong("oms", breaks="FD-04", where="service-changes+dates")
class LocksWhatIsToBeEnded(Intake):
    """Takes no change in of a service for which an order waits that will end it."""

    def asset(self, line: OrderLine) -> Iterator[Objection]:
        yield from super().asset(line)
        waiting = [o for o in self.book.orders.values() if o.state is OrderState.WAITING]
        ending = [one.asset for o in waiting for one in o.order.lines if one.action == "Delete"]
        if line.action == "Update" and line.asset in ending:
            yield Objection(f"asset {line.asset} is to be disconnected", line.id)


@wrong("oms", breaks="DD-03", where="service-changes+dates")
class KeepsTheFirstDayOfASuspension(Supplementals):
    """Takes new dates in for sales and updates, and leaves the day of a suspension as it was."""

    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        merged = super().merged(known, order, started)
        kept = rests_or_ends(order)
        return replace(merged, requested_delivery=known.order.requested_delivery) if kept else merged


@wrong("oms", breaks="PR-04", where="service-changes+priorities")
class SuspendsAndEndsWithoutAPlace(OrderManagement):
    """Suspends, resumes and ends services although no place is free."""

    def begin(self, order: SalesOrder, message: Message) -> None:
        super().begin(order, message)
        known = self.book.orders.get(order.order)
        if known is None or known.state is not OrderState.WAITING or not rests_or_ends(order):
            return
        if all(line.ready for line in known.lines.values()):
            self.scheduling.working += 1
            self.orchestration.start(known)


@wrong("oms", breaks="PR-04", where="service-changes+priorities")
class EndsServicesLast(OrderManagement):
    """Puts an order that ends a service behind all others: nothing is earned by it."""

    def begin(self, order: SalesOrder, message: Message) -> None:
        ends = all(line.action == "Delete" for line in order.lines)
        super().begin(order, replace(message, priority=0) if ends else message)


@wrong("oms", breaks="FD-04", where="service-changes+dates")
class LetsLinesGoTogether(Scheduling):
    """Has a line provisioned with what needs no billing, begins its billing then, and waits for that for ever."""

    def enqueue(self, turns: Iterable[Turn]) -> list[Turn]:
        free = list(turns)
        for turn in free:
            if turn.fulfilment.state is not OrderState.WAITING:
                for line in turn.waiting:
                    line.ready = True
        return super().enqueue(free)


@wrong("oms", breaks="PN-02", where="supplementals+service-changes")
class LooksAgainForWhatItHasEnded(Intake):
    """Looks for every asset of a revised order once more, and refuses it for one that its own line has ended."""

    def is_done(self, order: SalesOrder, line: OrderLine) -> bool:
        return super().is_done(order, line) and line.action != "Delete"


@wrong("oms", breaks="PN-02", where="supplementals+service-changes")
class WantsARestForWhatItHasResumed(Intake):
    """Looks at every asset of a revised order once more, and refuses it for one that its own line has resumed."""

    def is_done(self, order: SalesOrder, line: OrderLine) -> bool:
        return super().is_done(order, line) and line.action != "Resume"
