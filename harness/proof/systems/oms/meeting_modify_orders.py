"""Order systems that change what a customer has as it was, or as nobody said."""

from datetime import datetime

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_follow_ons import changes, with_work
from ordertck.harness.reference.oms import (
    Fulfilment,
    LineFulfilment,
    Orchestration,
    OrderManagement,
    OrderState,
    Parts,
    Planning,
    Scheduling,
)
from ordertck.harness.reference.oms.intake import requested_date


@wrong("oms", breaks="AC-05", where="modify-orders+service-changes")
class WakesWhatItUpdates(Planning):
    """Sets a suspended service in use again when it is updated."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        there = self.installed.get(line.asset)
        rests = line.action == "Update" and there is not None and there.status == "Suspended"
        return with_work(planned, effect="resume") if rests else planned


@wrong("oms", breaks="AC-05", where="modify-orders+service-changes")
class ChargesWhatRestsAgain(Planning):
    """Has an asset charged again when it is updated, although it is suspended."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        there, billing = self.installed.get(line.asset), planned.work.billing
        if line.action == "Update" and there is not None and there.status == "Suspended" and billing is not None:
            planned.work = replace(planned.work, billing=replace(billing, effect="resume"))
        return planned


@wrong("oms", breaks="AC-05", where="modify-orders+service-changes")
class UpdatesWhereItWasSold(Planning):
    """Sends an update to the address where a service was sold, although it has moved."""

    def prepare(self) -> None:
        self.sold_at: dict[str, str | None] = {}

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        if line.action == "Add":
            self.sold_at[planned.asset] = line.site or order.site
        if line.action != "Update" or line.site or planned.asset not in self.sold_at:
            return planned
        return with_work(planned, site=self.sold_at[planned.asset])


@wrong("oms", breaks="AC-05", where="modify-orders+service-changes")
class SuspendsAllOfTheOrder(Planning):
    """Suspends everything on an order of which one line says Suspend."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        rests = any(other.action == "Suspend" for other in order.lines)
        return with_work(planned, effect="suspend") if rests and line.action == "Update" else planned


class _PutsToRest(Orchestration):
    """Keeps what an asset has when it is suspended, by asset."""

    def prepare(self) -> None:
        self.rested: dict[str, dict[str, str]] = {}

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        there = self.installed.get(line.asset)
        if line.line.action == "Suspend" and there is not None:
            self.rested[line.asset] = dict(there.attributes)

    def set_up(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        for line in lines:
            if line.line.action == "Resume":
                with_work(line, attributes=self.rested.get(line.asset, {}))
        super().set_up(fulfilment, lines)


@wrong("oms", breaks="AC-08", where="modify-orders+service-changes")
class ResumesWhatItPutToRest(OrderManagement):
    """Brings a service back with the values that it had when it was suspended."""

    parts = Parts(orchestration=_PutsToRest)


@wrong("oms", breaks="FD-04", where="modify-orders+dates")
class HonoursDatesOfSalesOnly(Scheduling):
    """Begins changes of what is installed at once, whatever their date."""

    def start_date(self, order: SalesOrder) -> datetime | None:
        return super().start_date(order) if any(line.action == "Add" for line in order.lines) else None


@wrong("oms", breaks="FD-04", where="modify-orders+dates")
class PlansDatedChangesOnArrival(Planning):
    """Writes into a dated change all that the asset has when the order comes, and sends it when its date comes."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        there = self.installed.get(line.asset)
        if line.action != "Update" or not order.requested_delivery or there is None:
            return planned
        return with_work(planned, attributes={**there.attributes, **line.attributes})


@wrong("oms", breaks="FD-04", where="modify-orders+dates")
class LetsOneDateHoldAllChanges(Scheduling):
    """Lets every change of what is installed wait while another one waits for its date."""

    def start_date(self, order: SalesOrder) -> datetime | None:
        date = super().start_date(order)
        if date is not None or not changes(order):
            return date
        waiting = (o.order for o in self.book.orders.values() if o.state is OrderState.WAITING and changes(o.order))
        later = [ahead for other in waiting if (ahead := requested_date(other)) and ahead > self.clock.now]
        return min(later, default=None)


@wrong("oms", breaks="PR-04", where="modify-orders+priorities")
class LetsSalesGoFirst(OrderManagement):
    """Puts orders that change something behind those that sell something."""

    def begin(self, order: SalesOrder, message: Message) -> None:
        super().begin(order, replace(message, priority=0) if changes(order) else message)


@wrong("oms", breaks="PR-04", where="modify-orders+priorities")
class LetsChangesGoFirst(OrderManagement):
    """Puts orders that change something before those that sell something."""

    def begin(self, order: SalesOrder, message: Message) -> None:
        super().begin(order, replace(message, priority=9) if changes(order) else message)
