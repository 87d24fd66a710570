"""Service order managements that lose their way where several orders, or several lines, are about one thing."""

from collections import deque
from collections.abc import Mapping

from ordertck.harness.messages import Message, NetworkReport, ProvisioningLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Services, Task, Work


@wrong("som", breaks="PV-06", where="bundles+supplementals+service-points")
class TakesDownTheComponentsThatStay(ServiceOrderManagement):
    """Undoes the components with their bundle, though only the bundle is to go elsewhere."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        super().withdraw(order, work)
        for component in order.works.values():
            if component.line.parent == work.line.line:
                super().withdraw(order, component)


@wrong("som", breaks="PV-04", where="service-changes+cancellation")
class ForgetsWhoWaitsForACancelledOrder(ServiceOrderManagement):
    """Gives nobody the turn when an order is cancelled, only when it is complete."""

    def prepare(self) -> None:
        super().prepare()
        in_turn = self.services.next_in_turn
        self.services.next_in_turn = (  # type: ignore[method-assign]
            lambda done: [] if done.state is WorkState.CANCELLED else in_turn(done)
        )


@wrong("som", breaks="PV-04", where="service-changes+cancellation")
class CancelsWhoWaitsAsWell(ServiceOrderManagement):
    """Cancels with an order those that wait for the same service."""

    def cancel(self, order: ServiceOrder) -> None:
        super().cancel(order)
        services = {work.line.asset for work in order.works.values()}
        for other in self.orders.values():
            for work in other.works.values():
                if work.waits and work.line.asset in services:
                    self.withdraw(other, work)
            self.finish(other)


@wrong("som", breaks="PV-06", where="supplementals+service-changes")
class KeepsTheFirstWish(ServiceOrderManagement):
    """Takes no revision of what has not begun yet."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if not work.waits or wanted.effect == "remove":
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-15", where="service-changes+failures")
class TakesWhatIsGoneForDone(ServiceOrderManagement):
    """Says nothing of a change to a service that was deleted while the change waited."""

    def have_turn(self, order: ServiceOrder, work: Work) -> None:
        work.waits = False
        if self.services.there(work.line):
            super().have_turn(order, work)
        else:
            self.go_on(order, work)
            self.finish(order)


@wrong("som", breaks="PV-15", where="service-changes+failures+cancellation")
class TellsNoFailureOfACompensation(ServiceOrderManagement):
    """Tells of failures while something is set up, and of none while it is taken back."""

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        if work.state is not WorkState.UNDOING:
            super().failed(order, work, report)


@wrong("som", breaks="PV-07", where="service-changes+failures+cancellation")
class LeavesFailedCompensationsOpen(ServiceOrderManagement):
    """Never tells that a failure is mended when it came while something was taken back."""

    def done(self, order: ServiceOrder, work: Work, task: Task, report: NetworkReport) -> None:
        if work.state is WorkState.UNDOING:
            work.incident = None
        super().done(order, work, task, report)


@wrong("som", breaks="PV-15", where="service-changes+failures")
class IsDeafWhileAnOrderIsSuspended(ServiceOrderManagement):
    """Takes no failure of an order that is suspended."""

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        if order.state is not ServiceOrderState.SUSPENDED:
            super().failed(order, work, report)


class _Turns(Services):
    """Who waits for a service, and who has the turn next."""

    def waiting(self, done: Work) -> list[tuple[ServiceOrder, Work]]:
        """Those that wait for what another one has done with; none while somebody else works on it."""
        return [(order, work) for order, work in self._open(done.line) if work.waits]


@wrong("som", breaks="PV-04", where="service-changes+cancellation")
class LetsAllHaveTheirTurnAtOnce(ServiceOrderManagement):
    """Begins with every order that waits for a service as soon as one has done with it."""

    def prepare(self) -> None:
        super().prepare()
        self.services = turns = _Turns()
        turns.next_in_turn = turns.waiting  # type: ignore[method-assign]


@wrong("som", breaks="PV-04", where="service-changes+cancellation")
class GivesTheLastComerTheTurn(ServiceOrderManagement):
    """Begins with the order that came last of those that wait for a service."""

    def prepare(self) -> None:
        super().prepare()
        self.services = turns = _Turns()
        turns.next_in_turn = lambda done: turns.waiting(done)[-1:]  # type: ignore[method-assign]


@wrong("som", breaks="PV-04", where="service-changes+cancellation")
class BeginsThoughSuspended(ServiceOrderManagement):
    """Begins with an order whose turn has come, though it was suspended while it waited."""

    def have_turn(self, order: ServiceOrder, work: Work) -> None:
        state, order.state = order.state, ServiceOrderState.IN_PROGRESS
        super().have_turn(order, work)
        order.state = state


@wrong("som", breaks="PV-04", where="service-changes+cancellation")
class PassesOverWhoIsSuspended(ServiceOrderManagement):
    """Gives a suspended order no turn, and comes back to it never."""

    def have_turn(self, order: ServiceOrder, work: Work) -> None:
        if order.state is not ServiceOrderState.SUSPENDED:
            super().have_turn(order, work)


@wrong("som", breaks="UF-01")
class TellsAValueOncePerOrder(ServiceOrderManagement):
    """Takes the same value on a second line of an order for something that it has told already."""

    def prepare(self) -> None:
        super().prepare()
        self.told: set[tuple[str, str, str]] = set()

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        news = {name: value for name, value in attributes.items() if (order, name, value) not in self.told}
        self.told |= {(order, name, value) for name, value in news.items()}
        super().data(order, work, news)


@wrong("som", breaks="PV-12")
class TakesTheLatestCallOnly(ServiceOrderManagement):
    """Takes of what waits in the queue only the latest call of an order, which is about other lines."""

    def read_queue(self) -> None:
        if not self.stopped:
            latest: dict[tuple[str, str], Message] = {(waits.kind, waits.about): waits for waits in self.queue}
            self.queue = deque(waits for waits in self.queue if latest[waits.kind, waits.about] is waits)
        super().read_queue()


@wrong("som", breaks="PV-07")
class HearsNoNetworkWhileStopped(ServiceOrderManagement):
    """Loses what the network reports while the queue is not read."""

    def network_reports(self, report: NetworkReport) -> None:
        if not self.stopped:
            super().network_reports(report)


@wrong("som", breaks="PV-15", where="service-changes+failures")
class TellsNoFailureOfASuspension(ServiceOrderManagement):
    """Tells of what cannot be set up or changed, and of no service that cannot be suspended."""

    def fault(self, order: str, line: str | None, incident: str, reason: str) -> None:
        known = self.orders.get(order)
        work = known.works.get(line) if known and line else None
        if work is None or work.line.effect != "suspend":
            super().fault(order, line, incident, reason)


@wrong("som", breaks="PV-08")
class NamesTheLatestCall(ServiceOrderManagement):
    """Says with every update which message asked for the work, and takes the latest one of all for that."""

    call = ""

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "provisioning-order":
            self.call = message.id
        return [
            replace(sent, body={**sent.body, "call": self.call}) if sent.kind == "provisioning-update" else sent
            for sent in super().handle(message)
        ]
