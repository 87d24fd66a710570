"""Service order managements that lose something, or do it again, in a breakdown of their own."""

from collections import deque

from ordertck.harness.messages import Edge, Message, NetworkReport, replace
from ordertck.harness.proof.breakdowns import Forgetful, MemoryOnly, SaysAgain
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import Work


@wrong("som", breaks="PV-12 PV-05")
class RemembersNothing(MemoryOnly, ServiceOrderManagement):
    """Keeps everything in its memory, and nothing else."""


@wrong("som", breaks="PV-12")
class ForgetsItsQueue(Forgetful, ServiceOrderManagement):
    """Knows after a breakdown what it works on, and not what was still to be taken."""

    def after_breakdown(self) -> list[Message]:
        self.queue.clear()
        return []


@wrong("som", breaks="PV-12")
class ForgetsWhatTheNetworkDid(Forgetful, ServiceOrderManagement):
    """Knows after a breakdown which orders it has, and begins the work on them anew."""

    def written(self, message: Message) -> Message | None:
        return None if message.edge is Edge.NETWORK else super().written(message)

    def after_breakdown(self) -> list[Message]:
        self.out = []
        for order in self.orders.values():
            for work in order.works.values():
                if work.pending is not None:
                    self.ask(order, work, work.pending)
        return self.out


@wrong("som", breaks="PV-12")
class AsksOnceMore(Forgetful, ServiceOrderManagement):
    """Asks the network once more after a breakdown for what it had asked for already."""

    def after_breakdown(self) -> list[Message]:
        self.out = []
        for order in self.orders.values():
            for work in order.works.values():
                if work.pending is not None:
                    self.ask(order, work, work.pending)
        return self.out


@wrong("som", breaks="PV-12")
class TakesWhatItKnewForNew(Forgetful, ServiceOrderManagement):
    """Does not know again after a breakdown what was delivered before it."""

    def after_breakdown(self) -> list[Message]:
        self._seen.clear()
        self.orders.clear()
        self.services = type(self.services)()
        return []


@wrong("som", breaks="PV-12", where="redelivery+restarts")
class BeginsAnewWhatIsDeliveredAgain(Forgetful, ServiceOrderManagement):
    """Knows its orders after a breakdown, and does once more what it is asked for once more."""

    broken = False

    def after_breakdown(self) -> list[Message]:
        self.broken = True
        return []

    def handle(self, message: Message) -> list[Message]:
        again = message.id in self._seen and self.broken and message.kind == "provisioning-order"
        out = super().handle(message)
        for order in self.orders.values() if again else ():
            for work in order.works.values():
                if order.number == message.body["order"] and work.pending is not None:
                    self.ask(order, work, work.pending)
        return self.out if again else out


@wrong("som", breaks="PV-05", where="cancellation+restarts")
class ForgetsCancels(ServiceOrderManagement):
    """Carries a cancelled order on after a breakdown, to its end."""

    def written(self, message: Message) -> Message | None:
        return None if message.kind == "cancel" else super().written(message)


@wrong("som", breaks="PV-05", where="cancellation+restarts")
class ForgetsWhatIsToBeUndone(Forgetful, ServiceOrderManagement):
    """Takes a line that was being undone in a breakdown for undone once the step under way is."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.values():
            for work in order.works.values():
                if work.state is WorkState.UNDOING:
                    work.tasks.clear()
        return []


@wrong("som", breaks="PV-06", where="supplementals+restarts")
class ForgetsWithdrawalsInABreakdown(Forgetful, ServiceOrderManagement):
    """Takes a withdrawn line of an order that goes on for undone once the step under way in a breakdown is."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.values():
            for work in order.works.values():
                if work.state is WorkState.UNDOING and order.state is ServiceOrderState.IN_PROGRESS:
                    work.tasks.clear()
        return []


@wrong("som", breaks="PV-04")
class ForgetsSuspension(Forgetful, ServiceOrderManagement):
    """Goes on with a suspended order after a breakdown."""

    def after_breakdown(self) -> list[Message]:
        self.out = []
        for order in self.orders.values():
            if order.state is ServiceOrderState.SUSPENDED:
                order.state = ServiceOrderState.IN_PROGRESS
                for work in order.works.values():
                    self.go_on(order, work)
        return self.out


@wrong("som", breaks="PV-07", where="failures+restarts")
class ForgetsIncidents(Forgetful, ServiceOrderManagement):
    """Does not know after a breakdown which failure is mended."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.values():
            for work in order.works.values():
                work.incident = None
        return []


@wrong("som", breaks="PV-06", where="supplementals+restarts")
class ForgetsRevisions(ServiceOrderManagement):
    """Carries on after a breakdown with the first version of each order."""

    def prepare(self) -> None:
        super().prepare()
        self.taken: set[str] = set()

    def written(self, message: Message) -> Message | None:
        if message.kind == "provisioning-order":
            if message.body["order"] in self.taken:
                return None
            self.taken.add(message.body["order"])
        return super().written(message)


@wrong("som", breaks="PV-12", where="service-changes+restarts")
class ForgetsWhatStandsInTheNetwork(Forgetful, ServiceOrderManagement):
    """Does not find after a breakdown what an earlier order had set up."""

    def after_breakdown(self) -> list[Message]:
        self.services = type(self.services)()
        return []


@wrong("som", breaks="PV-08")
class TellsItAllOnceMore(Forgetful, ServiceOrderManagement):
    """Tells order management once more after a breakdown how everything came about."""

    def prepare(self) -> None:
        super().prepare()
        self.said: list[Message] = []

    def handle(self, message: Message) -> list[Message]:
        out = super().handle(message)
        self.said += out
        return out

    def after_breakdown(self) -> list[Message]:
        return [replace(m, id=f"{m.id}-again") for m in self.said if m.kind == "provisioning-update"]


@permitted("som")
class SendsAgainUnderTheSameId(SaysAgain, ServiceOrderManagement):
    """Sends what it sent before once more after a breakdown, to be sure, under the ids that it had."""


@wrong("som", breaks="PV-12", where="cancellation+restarts")
class QueuesOrdersOnly(ServiceOrderManagement):
    """Keeps orders that wait in the queue where they outlive a breakdown, and cancels in its memory."""

    def written(self, message: Message) -> Message | None:
        return None if self.stopped and message.kind == "cancel" else super().written(message)


@wrong("som", breaks="PV-08", where="redelivery+restarts")
class CountsRepeatedReportsAfterABreakdown(Forgetful, ServiceOrderManagement):
    """Does not know a report of the network again that came before a breakdown."""

    broken = False

    def after_breakdown(self) -> list[Message]:
        self.broken = True
        return []

    def handle(self, message: Message) -> list[Message]:
        again = message.id in self._seen and self.broken and message.kind == "network-report"
        out = super().handle(message)
        if again:
            report = message.read(NetworkReport)
            order = self.orders[report.order]
            work = order.works[report.line]
            if work.pending is not None:
                self.done(order, work, work.pending, report)
        return self.out if again else out


@wrong("som", breaks="PV-04")
class ResumesNothingFromBefore(Forgetful, ServiceOrderManagement):
    """Objects after a breakdown to the resuming of an order that it does not remember to be suspended."""

    lost: frozenset[str] = frozenset()

    def after_breakdown(self) -> list[Message]:
        resting = [order for order in self.orders.values() if order.state is ServiceOrderState.SUSPENDED]
        self.lost = frozenset(order.number for order in resting)
        return []

    def event(self, kind: str, number: str, message: Message) -> None:
        if kind == "resume" and number in self.lost:
            self.fault(number, None, message.id, "the order is not suspended")
        else:
            super().event(kind, number, message)


@wrong("som", breaks="PV-12", where="service-changes+restarts")
class ResumesOnePiece(ServiceOrderManagement):
    """Resumes one piece of a service of which there are several."""

    def plan(self, work: Work) -> None:
        super().plan(work)
        if work.line.effect == "resume":
            work.tasks = deque(replace(task, quantity=1) for task in work.tasks)
