"""Service order managements that do not know what an order does that rests, or how long a network may take."""

from datetime import datetime

from ordertck.harness.messages import Message, NetworkReport, ProvisioningLine, ProvisioningOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


@wrong("som", breaks="PV-04")
class LosesRevisionsOfWhatRests(ServiceOrderManagement):
    """Takes no revision of an order that rests."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if order.state is not ServiceOrderState.SUSPENDED:
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-04")
class ResumesWhereItWas(ServiceOrderManagement):
    """Resumes an order with the steps that it had planned when it was suspended."""

    def prepare(self) -> None:
        super().prepare()
        self.plan_of: dict[str, tuple[ProvisioningLine, list[Task]]] = {}

    def suspend(self, order: ServiceOrder) -> None:
        super().suspend(order)
        for key, work in order.works.items():
            self.plan_of[key] = work.line, list(work.tasks)

    def resume(self, order: ServiceOrder) -> None:
        for key, work in order.works.items():
            if key in self.plan_of:
                work.line, tasks = self.plan_of[key]
                work.tasks.clear()
                work.tasks.extend(tasks)
        super().resume(order)


@wrong("som", breaks="PV-04")
class WakesWithARevision(ServiceOrderManagement):
    """Goes on with an order that rests when it is revised."""

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        order = self.orders.get(call.order)
        if order is not None and order.state is ServiceOrderState.SUSPENDED:
            order.state = ServiceOrderState.IN_PROGRESS
        super().take_in(call, message)


@wrong("som", breaks="PV-04")
class RestsAltogether(ServiceOrderManagement):
    """Begins nothing new while any order rests."""

    def go_on(self, order: ServiceOrder, work: Work) -> None:
        if all(other.state is not ServiceOrderState.SUSPENDED for other in self.orders.values()):
            super().go_on(order, work)


@wrong("som", breaks="PV-14")
class FaultsASuspension(ServiceOrderManagement):
    """Tells of an order that rests, beside the updates, as of one that failed."""

    def suspend(self, order: ServiceOrder) -> None:
        super().suspend(order)
        self.fault(order.number, None, f"{order.number}-rests", "the order was suspended")


@wrong("som", breaks="PV-04")
class AsksAgainAfterAWhile(ServiceOrderManagement):
    """Asks the network once more for what it has not done by the next day."""

    def advance(self, now: datetime) -> list[Message]:
        self.out = []
        for order in self.orders.values():
            for work in order.works.values():
                if work.pending is not None:
                    self.ask(order, work, work.pending)
        return self.out


@wrong("som", breaks="PV-04")
class TakesSilenceForFailure(ServiceOrderManagement):
    """Tells of a failure when the network has said nothing by the next day."""

    def advance(self, now: datetime) -> list[Message]:
        self.out = []
        for order in self.orders.values():
            for work in order.works.values():
                if work.pending is not None:
                    self.fault(order.number, work.line.line, f"{work.line.line}-late", "the network says nothing")
        return self.out


@wrong("som", breaks="PV-04")
class GivesUpAfterAWhile(ServiceOrderManagement):
    """Takes no report any more on work that is a day old."""

    late = False

    def advance(self, now: datetime) -> list[Message]:
        self.late = True
        return []

    def network_reports(self, report: NetworkReport) -> None:
        if not self.late:
            super().network_reports(report)
