"""Service order managements that do not lead back to what they found, or take a second time for the first."""

from collections import deque

from ordertck.harness.messages import CHANGE, DO, Message, NetworkLine, NetworkReport, ProvisioningLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


@wrong("som", breaks="PV-04", where="service-changes+service-points")
class LeavesTheOldSiteInstalled(ServiceOrderManagement):
    """Sets a service up at the address that a change names, and does not take it down at the old one."""

    def ask(self, order: ServiceOrder, work: Work, task: Task) -> None:
        moves = task.effect == CHANGE and work.moves
        super().ask(order, work, Task(task.step, DO, task.quantity) if moves else task)


@wrong("som", breaks="PV-05", where="service-changes+cancellation+service-points")
class LeadsBackAtTheNewSite(ServiceOrderManagement):
    """Sets a service back to the old values for a cancel, and leaves it at the address that the change named."""

    def taking_back(self, work: Work) -> deque[Task]:
        work.home = work.line.site
        return super().taking_back(work)


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class LeavesAwakeWhatItWoke(ServiceOrderManagement):
    """Leaves a service active for a cancel that its order resumed, as if it had been so before."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        if work.line.effect == "resume":
            work.before = dict(work.service)
        super().withdraw(order, work)


@wrong("som", breaks="PV-15")
class UsesAnIncidentAgain(ServiceOrderManagement):
    """Names the incident of a failure by the line, so that the next one goes by the name of one that is mended."""

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        sent, self._sent = self._sent, 0
        super().failed(order, work, replace(report, step="line"))
        self._sent += sent


@wrong("som", breaks="PV-06")
class CompletesWhatIsTakenOutBeforeItIsUndone(ServiceOrderManagement):
    """Tells that a line is complete when a revision takes it out, and nothing more once it is undone."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        if order.state.value == "IN PROGRESS":
            super().status(order.number, work, "COMPLETE")
        super().withdraw(order, work)

    def status(self, order: str, work: Work, status: str | None = None) -> None:
        said = status or work.state.value
        if said != "CANCELLED" or self.orders[order].state.value in ("CANCELLING", "CANCELLED"):
            super().status(order, work, said)


@wrong("som", breaks="UF-07", where="supplementals+filled-in-data")
class TellsOneValueOfAnAttribute(ServiceOrderManagement):
    """Tells the first value of an attribute of a line, and takes a later one for told."""

    def prepare(self) -> None:
        super().prepare()
        self.told: set[tuple[str, str]] = set()

    def update(self, order: str, work: Work, sort: str, value: str, attribute: str | None = None) -> None:
        if sort == "data" and (work.line.line, attribute or "") in self.told:
            return
        self.told.add((work.line.line, attribute or ""))
        super().update(order, work, sort, value, attribute)


@wrong("som", breaks="PV-04")
class SuspendsOnce(ServiceOrderManagement):
    """Suspends an order once, and takes a later suspension of it for the same."""

    def prepare(self) -> None:
        super().prepare()
        self.suspended: set[str] = set()

    def event(self, kind: str, number: str, message: Message) -> None:
        if kind == "suspend" and number in self.suspended:
            return
        if kind == "suspend":
            self.suspended.add(number)
        super().event(kind, number, message)


@wrong("som", breaks="PV-04 PV-06")
class AsksForAnotherProduct(ServiceOrderManagement):
    """Asks the network for each later line of an order in the name of the first line's product."""

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        first = self.first_line(work.line)
        return replace(super().network_line(work, task), product=first.product)

    def first_line(self, line: ProvisioningLine) -> ProvisioningLine:
        """The first line of the order that a line is of."""
        mine = next(order for order in self.orders.values() if line.line in order.works)
        return next(iter(mine.works.values())).line


@wrong("som", breaks="PV-06", where="supplementals+service-points")
class MovesOneOfThem(ServiceOrderManagement):
    """Sets up one of a product at the new address of a line, however many are wanted there."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if wanted.site != work.line.site and work.line.effect == "add":
            single = {name: value for name, value in wanted.attributes.items() if name != "quantity"}
            wanted = replace(wanted, attributes=single)
        super().revise(order, work, wanted)
