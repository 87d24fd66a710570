"""Service order managements that lose track of an order's life, or say nothing of it."""

from ordertck.harness.messages import Edge, Fallout, Message, NetworkReport
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


@wrong("som", breaks="PV-04")
class SaysNothingOfTheStart(ServiceOrderManagement):
    """Tells no status before a line is complete."""

    def status(self, order: str, work: Work, status: str | None = None) -> None:
        if (status or work.state.value) != "IN PROGRESS":
            super().status(order, work, status)


@wrong("som", breaks="PV-04")
class CompletesAllWithTheFirst(ServiceOrderManagement):
    """Reports every line complete as soon as one is."""

    def status(self, order: str, work: Work, status: str | None = None) -> None:
        super().status(order, work, status)
        if work.state is WorkState.COMPLETE and status is None:
            for other in self.orders[order].works.values():
                if not other.finished:
                    super().status(order, other, "COMPLETE")


@wrong("som", breaks="PV-04")
class WorksOnWhileSuspended(ServiceOrderManagement):
    """Says that an order is suspended, and goes on with it."""

    def suspend(self, order: ServiceOrder) -> None:
        self.reflect_as(order, "SUSPENDED")

    def reflect_as(self, order: ServiceOrder, status: str) -> None:
        for work in order.works.values():
            self.status(order.number, work, status)


@wrong("som", breaks="PV-04")
class SuspendsWithoutAWord(ServiceOrderManagement):
    """Leaves a suspended order as it is and tells nobody."""

    def reflect(self, order: ServiceOrder) -> None: ...


@wrong("som", breaks="PV-04")
class NeverResumes(ServiceOrderManagement):
    """Leaves a suspended order as it is for ever."""

    def resume(self, order: ServiceOrder) -> None: ...


@wrong("som", breaks="PV-04")
class BeginsAnewWhenResumed(ServiceOrderManagement):
    """Has everything done once more when an order is resumed."""

    def resume(self, order: ServiceOrder) -> None:
        for work in order.works.values():
            work.pending = None
            work.tasks.clear()
            work.tasks.extend(Task(step, "do") for step in self.plans.steps)
        super().resume(order)


@wrong("som", breaks="PV-04")
class CompletesWhatIsCancelled(ServiceOrderManagement):
    """Reports a cancelled line as complete once nothing is left to do for it."""

    def status(self, order: str, work: Work, status: str | None = None) -> None:
        super().status(order, work, "COMPLETE" if work.state is WorkState.CANCELLED else status)


@wrong("som", breaks="PV-04")
class PassesOverLateEvents(ServiceOrderManagement):
    """Says nothing to an event for an order that is finished."""

    def event(self, kind: str, number: str, message: Message) -> None:
        order = self.orders.get(number)
        if order is not None and not order.finished:
            super().event(kind, number, message)


@wrong("som", breaks="PV-04")
class UndoesFinishedOrders(ServiceOrderManagement):
    """Objects to an event for a finished order, and undoes the order all the same."""

    def event(self, kind: str, number: str, message: Message) -> None:
        super().event(kind, number, message)
        order = self.orders.get(number)
        if order is not None and order.finished:
            for work in order.works.values():
                self.withdraw(order, work)


@wrong("som", breaks="PV-08 PV-07")
class TellsAllAtTheEnd(ServiceOrderManagement):
    """Keeps what there is to tell of a line until it is complete."""

    def prepare(self) -> None:
        self.kept: dict[str, list[tuple[str, Work, str, str, str | None]]] = {}

    def update(self, order: str, work: Work, sort: str, value: str, attribute: str | None = None) -> None:
        kept = self.kept.setdefault(work.line.line, [])
        kept.append((order, work, sort, value, attribute))
        if work.finished:
            for told in kept:
                super().update(*told)
            kept.clear()


@wrong("som", breaks="PV-08")
class AnnouncesMilestones(ServiceOrderManagement):
    """Tells of a milestone when it asks for the step, not when that is done."""

    def ask(self, order: ServiceOrder, work: Work, task: Task) -> None:
        super().ask(order, work, task)
        if task.effect == "do":
            super().milestone(order.number, work, task.step)

    def milestone(self, order: str, work: Work, step: str) -> None: ...


@wrong("som", breaks="PV-08")
class TellsMilestonesOneLate(ServiceOrderManagement):
    """Tells of a milestone only with the next one, after it."""

    def prepare(self) -> None:
        self.kept: dict[str, str] = {}

    def milestone(self, order: str, work: Work, step: str) -> None:
        before = self.kept.pop(work.line.line, None)
        if step != self.plans.steps[0]:
            super().milestone(order, work, step)
        else:
            self.kept[work.line.line] = step
        if before is not None:
            super().milestone(order, work, before)


@wrong("som", breaks="PV-08")
class TellsMilestonesTwice(ServiceOrderManagement):
    """Tells of every milestone again with each later one."""

    def milestone(self, order: str, work: Work, step: str) -> None:
        for done in work.service:
            super().milestone(order, work, done)


@wrong("som", breaks="PV-08")
class GoesOnTelling(ServiceOrderManagement):
    """Tells of the last milestone once more when the line is complete."""

    def status(self, order: str, work: Work, status: str | None = None) -> None:
        super().status(order, work, status)
        if work.state is WorkState.COMPLETE:
            self.update(order, work, "milestone", "ACTIVATED")


@wrong("som", breaks="UF-01")
class TellsNoMilestones(ServiceOrderManagement):
    """Tells statuses and data only."""

    def milestone(self, order: str, work: Work, step: str) -> None: ...


@wrong("som", breaks="UF-01")
class TellsItOfTheFirstLine(ServiceOrderManagement):
    """Tells whatever happens as news of the order's first line."""

    def update(self, order: str, work: Work, sort: str, value: str, attribute: str | None = None) -> None:
        first = next(iter(self.orders[order].works.values()))
        super().update(order, first, sort, value, attribute)


@wrong("som", breaks="UF-01")
class TellsItOfEveryLine(ServiceOrderManagement):
    """Tells whatever happens on one line as news of them all."""

    def update(self, order: str, work: Work, sort: str, value: str, attribute: str | None = None) -> None:
        for each in self.orders[order].works.values():
            super().update(order, each, sort, value, attribute)


@wrong("som", breaks="UF-01")
class TakesDataForTheEnd(ServiceOrderManagement):
    """Reports a line complete when the network has assigned a value to it."""

    def network_reports(self, report: NetworkReport) -> None:
        super().network_reports(report)
        order = self.orders.get(report.order)
        if order is not None and report.attributes:
            self.status(order.number, order.works[report.line], "COMPLETE")


@wrong("som", breaks="PV-07")
class TakesFailureForSuccess(ServiceOrderManagement):
    """Tells of a failure, and goes on as if the step were done."""

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        self.fault(order.number, work.line.line, f"{order.number}-{work.line.line}", "it failed")
        if work.pending is not None:
            self.done(order, work, work.pending, report)


@wrong("som", breaks="PV-07")
class NeverClosesAnIncident(ServiceOrderManagement):
    """Goes on once a failure is mended, and says nothing of the mending."""

    def resolved(self, order: str, work: Work) -> None:
        work.incident = None


@wrong("som", breaks="PV-07")
class ClosesAnotherIncident(ServiceOrderManagement):
    """Tells of the mending under a new number."""

    def resolved(self, order: str, work: Work) -> None:
        work.incident = f"{work.incident}-mended"
        super().resolved(order, work)


@wrong("som", breaks="PV-07")
class GivesUpAfterAFailure(ServiceOrderManagement):
    """Takes no report on a line that has failed once."""

    def done(self, order: ServiceOrder, work: Work, task: Task, report: NetworkReport) -> None:
        if work.incident is None:
            super().done(order, work, task, report)


@wrong("som", breaks="PV-14")
class TellsCompletionAsAFault(ServiceOrderManagement):
    """Sends every update a second time, as a fault."""

    def status(self, order: str, work: Work, status: str | None = None) -> None:
        super().status(order, work, status)
        if work.finished:
            self.fault(order, work.line.line, f"{order}-{work.line.line}", "complete")


@wrong("som", breaks="PV-14")
class TellsUpdatesAsFallouts(ServiceOrderManagement):
    """Tells of statuses by way of fallouts."""

    def status(self, order: str, work: Work, status: str | None = None) -> None:
        fallout = Fallout(order=order, incident=f"{order}-{work.line.line}", state="resolved", line=work.line.line)
        self.tell("fallout", Edge.PROVISIONING, fallout, order)
