"""Order systems that miscount their places, or mix up whose turn it is, when something befalls an order."""

from ordertck.harness.messages import Fault, Message, OrderLine, SalesOrder, WorkUpdate
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_follow_ons import with_work
from ordertck.harness.reference.oms import (
    Cancelling,
    Compensation,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderManagement,
    OrderState,
    Parts,
    Planning,
    Reports,
    Scheduling,
    Turn,
)


@wrong("oms", breaks="PR-04", where="priorities+failures")
class TakesAPlaceForAFailure(Incidents):
    """Counts an order a second time among those that it works on when a line of it fails, and gives back one place."""

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().line_fails(fulfilment, line)
        self.orchestration.scheduling.working += 1


class _CallsOffTheLessUrgent(Incidents):
    compensation: Compensation | None = None

    def falls_out(self, fault: Fault) -> None:
        super().falls_out(fault)
        failed = self.book.orders.get(fault.order)
        for other in list(self.book.orders.values()) if failed is not None and failed.priority == 9 else ():
            if other.priority < 9 and other.state is OrderState.IN_PROGRESS and self.compensation is not None:
                for line in list(other.lines.values()):
                    if line.state is LineState.BILLING_INITIATED:
                        self.compensation.withdraw(other, line)


@wrong("oms", breaks="PR-08", where="priorities+failures")
class MakesRoomForAnUrgentFailure(OrderManagement):
    """Calls less urgent work off when an urgent order fails, so that everybody can see to that."""

    parts = Parts(incidents=_CallsOffTheLessUrgent)

    def prepare(self) -> None:
        super().prepare()
        assert isinstance(self.incidents, _CallsOffTheLessUrgent)
        self.incidents.compensation = self.compensation


@wrong("oms", breaks="PR-04", where="priorities+cancellation")
class GivesAPlaceToACancelledOrder(Scheduling):
    """Takes a place for an order whose turn has come, and then finds that it is cancelled."""

    def next(self) -> Fulfilment | None:
        capacity = self.settings.get("capacity")
        while len(self.queue) and (capacity is None or self.working < capacity):
            turn = self.queue.get()
            starts = turn.counts and turn.fulfilment.state is OrderState.WAITING
            self.working += starts or turn.fulfilment.state is OrderState.CANCELLED
            if starts:
                return turn.fulfilment
        return None


@wrong("oms", breaks="PR-04", where="priorities+cancellation")
class BeginsACancelledOrderInItsTurn(Cancelling):
    """Calls an order cancelled that waits for a place, and forgets to take it out of the queue."""

    def drop(self, known: Fulfilment) -> None:
        if not all(line.ready for line in known.lines.values()):
            super().drop(known)
            return
        known.state = OrderState.CANCELLED
        self.outbox.update(known)
        known.state = OrderState.WAITING


@wrong("oms", breaks="PR-04", where="priorities+cancellation")
class KeepsThePlaceOfACancelledOrder(Orchestration):
    """Gives a place back when an order is complete, and not when it is cancelled."""

    def finish(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        self.scheduling.working += self.end_of(fulfilment) is OrderState.CANCELLED
        super().finish(fulfilment, *lines)


@wrong("oms", breaks="PR-04", where="priorities+redelivery")
class QueuesARepetitionToo(OrderManagement):
    """Puts an order into the queue once more when it is delivered again while it waits."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        known = self.book.orders.get(str(message.body.get("order")))
        waits = repeated and known is not None and known.state is OrderState.WAITING
        if known is not None and waits and all(line.ready for line in known.lines.values()):
            planned = self.planning.plans(known.order)
            for line in planned.values():
                line.ready = True
            again = Fulfilment(known.order, known.priority, planned, open=len(planned))
            self.scheduling.queue.put(Turn(again, again.ticket, tuple(planned)), again.priority)
        return repeated


@wrong("oms", breaks="PR-04", where="priorities+redelivery")
class TakesAPlaceForARepetition(OrderManagement):
    """Takes a place for each delivery of an order, and gives one back for the order."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        self.scheduling.working += repeated and message.kind == "sales-order"
        return repeated


@wrong("oms", breaks="PR-04", where="priorities+redelivery")
class GivesAPlaceBackTwice(Reports):
    """Gives a place back whenever it is told that the last line of an order is complete."""

    def from_provisioning(self, report: WorkUpdate) -> None:
        fulfilment, line = self.book.find(report)
        again = line is not None and line.state is LineState.COMPLETE and report.value == "COMPLETE"
        super().from_provisioning(report)
        if fulfilment is not None and again and fulfilment.state is OrderState.COMPLETE:
            self.orchestration.scheduling.working -= 1
            self.orchestration.start_next()


@wrong("oms", breaks="UF-07", where="priorities+filled-in-data")
class SavesValuesOfLowOrdersUp(Reports):
    """Tells the CRM of what was filled in for a low order when that is complete, and of urgent ones at once."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        if fulfilment.priority < 5:
            line.assigned[attribute] = value
        else:
            super().filled_in(fulfilment, line, attribute, value)


@wrong("oms", breaks="UF-07", where="priorities+filled-in-data")
class GivesValuesToTheMostUrgent(Reports):
    """Gives what is filled in for a product to the most urgent order for it."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        alike = [
            (order, other)
            for order in self.book.orders.values()
            for other in order.lines.values()
            if other.line.product == line.line.product and order.priority > fulfilment.priority and other.sent
        ]
        for order, other in alike or [(fulfilment, line)]:
            super().filled_in(order, other, attribute, value)


@wrong("oms", breaks="PV-11", where="priorities+service-points")
class TakesTheServicePointOfTheLatestOrder(Planning):
    """Has an order that waited set up at the service point of the order that came last."""

    def prepare(self) -> None:
        self.waiting: list[LineFulfilment] = []

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        if line.action == "Add" and line.service_point:
            for earlier in self.waiting if order.priority else ():
                if not earlier.sent:
                    with_work(earlier, service_point=line.service_point)
            self.waiting.append(planned)
        return planned


@wrong("oms", breaks="PR-04", where="priorities+failures")
class GivesAPlaceBackAtTheFailureToo(Incidents):
    """Gives the place of an order back when a line of it fails, and once more when it is complete after all."""

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().line_fails(fulfilment, line)
        self.orchestration.scheduling.working -= 1
        self.orchestration.start_next()
