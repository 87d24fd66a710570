"""Service order managements that go wrong where a bundle meets whatever else befalls an order."""

from collections.abc import Mapping

from ordertck.harness.messages import (
    CHANGE,
    DO,
    Message,
    NetworkLine,
    NetworkReport,
    ProvisioningLine,
    ProvisioningOrder,
    replace,
)
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


def of_one_bundle(order: ServiceOrder, work: Work) -> list[Work]:
    """The bundle of a component, and the other components of it."""
    parent = work.line.parent
    return [w for w in order.works.values() if w is not work and parent in (w.line.line, w.line.parent) and parent]


@wrong("som", breaks="PV-06", where="bundles+supplementals")
class TakesTheBundleOutWithAComponent(ServiceOrderManagement):
    """Takes a component that is taken out for the end of its bundle."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        super().revise(order, work, wanted)
        if wanted.effect == "remove":
            for other in of_one_bundle(order, work):
                self.withdraw(order, other)


@wrong("som", breaks="PV-06", where="bundles+supplementals")
class SetsTheBundleUpAnew(ServiceOrderManagement):
    """Has a bundle done once more when a revision adds a component to it."""

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        is_new = line.line not in order.works
        super().begin(order, line)
        for other in of_one_bundle(order, order.works[line.line]) if is_new else ():
            if other.line.line == line.parent and other.service:
                other.tasks.extend(Task(step, DO) for step in other.service)


@wrong("som", breaks="PV-06", where="bundles+supplementals")
class AltersTheWholeBundle(ServiceOrderManagement):
    """Sets a bundle and all its components up as one component is wanted."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        altered = wanted.effect == "change" and work.line.attributes != wanted.attributes
        super().revise(order, work, wanted)
        for other in of_one_bundle(order, work) if altered else ():
            other.tasks.extend(Task(step, CHANGE) for step in self.plans.begun(other))


@wrong("som", breaks="PV-06", where="bundles+supplementals")
class RevisesNoComponents(ServiceOrderManagement):
    """Compares the lines of two versions, and not the components below them."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if wanted.parent is None:
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-04", where="bundles+service-changes")
class DeletesTheWholeBundle(ServiceOrderManagement):
    """Takes everything down that was ordered in one bundle with a component that is deleted."""

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        super().begin(order, line)
        if line.effect != "remove":
            return
        for earlier in list(self.orders.values()):
            for work in list(earlier.works.values()):
                if work.line.asset == line.asset and work.line.effect == "add":
                    for other in of_one_bundle(earlier, work):
                        tasks = self.plans.taking_down(other)
                        self.tell_network(earlier.number, *(self.network_line(other, task) for task in tasks))


@wrong("som", breaks="PV-04", where="bundles+service-changes")
class DeletesNoComponents(ServiceOrderManagement):
    """Says that a component is deleted, and leaves it until its bundle is."""

    def plan(self, work: Work) -> None:
        orders = self.orders.values()
        added = [w.line for order in orders for w in order.works.values() if w.line.effect == "add"]
        below = any(line.asset == work.line.asset and line.parent for line in added)
        if work.line.effect != "remove" or not below:
            super().plan(work)


@wrong("som", breaks="PV-04", where="bundles+service-points")
class SetsComponentsUpWithTheirBundle(ServiceOrderManagement):
    """Takes the address of a bundle for that of each component."""

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        parents = [order.works.get(work.line.parent or "") for order in self.orders.values()]
        parent = next(filter(None, parents), None)
        told = super().network_line(work, task)
        return replace(told, site=parent.line.site) if parent else told


@wrong("som", breaks="PV-05", where="bundles+cancellation")
class CancelsTheBundleOnly(ServiceOrderManagement):
    """Undoes a bundle for a cancel, and takes its components for undone with it."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        if work.line.parent is None or order.state != "CANCELLING":
            super().withdraw(order, work)
        elif not work.finished or work.state is WorkState.COMPLETE:
            work.tasks.clear()
            work.pending = None
            work.state = WorkState.CANCELLED
            self.status(order.number, work)


@wrong("som", breaks="PV-05", where="bundles+cancellation")
class LeavesComponentsUnderWay(ServiceOrderManagement):
    """Undoes a bundle and what is complete of its components, and leaves the ones that are under way."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        if work.line.parent is None or work.state is not WorkState.IN_PROGRESS or order.state != "CANCELLING":
            super().withdraw(order, work)
        else:
            work.tasks.clear()
            work.pending = None
            work.state = WorkState.CANCELLED
            self.status(order.number, work)


@wrong("som", breaks="PV-15", where="bundles+failures")
class TellsThatTheBundleFailed(ServiceOrderManagement):
    """Tells of a component that fails as a failure of its bundle."""

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        line = work.line
        work.line = replace(line, line=line.parent or line.line)
        super().failed(order, work, report)
        work.line = line


@wrong("som", breaks="PV-15", where="bundles+failures")
class HoldsTheBundleUpForAComponent(ServiceOrderManagement):
    """Does nothing more for a bundle while a component of it has failed."""

    def go_on(self, order: ServiceOrder, work: Work) -> None:
        held_up = work.line.parent and any(w.state is WorkState.FAILED for w in of_one_bundle(order, work))
        if not held_up or work.state is not WorkState.IN_PROGRESS:
            super().go_on(order, work)


@wrong("som", breaks="PV-15", where="bundles+failures")
class MendsTheWholeBundle(ServiceOrderManagement):
    """Takes every failure in a bundle for mended when one component is."""

    def resolved(self, order: str, work: Work) -> None:
        super().resolved(order, work)
        for other in of_one_bundle(self.orders[order], work):
            if other.incident is not None and other.line.parent:
                super().resolved(order, other)


@wrong("som", breaks="UF-01", where="bundles+filled-in-data")
class TellsValuesOfTheBundle(ServiceOrderManagement):
    """Tells a value that is assigned to a component as one of its bundle."""

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        super().data(order, self.orders[order].works.get(work.line.parent or "", work), attributes)


@wrong("som", breaks="UF-01", where="bundles+filled-in-data")
class TellsValuesOfTheFirstComponent(ServiceOrderManagement):
    """Tells whatever is assigned within a bundle as a value of its first component."""

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        works = self.orders[order].works.values()
        first = next((w for w in works if w.line.parent and w.line.parent == work.line.parent), work)
        super().data(order, first, attributes)


@wrong("som", breaks="PV-12", where="bundles+redelivery")
class BuildsComponentsAgain(ServiceOrderManagement):
    """Knows an order again by its top lines, and has the components done again that are delivered again."""

    def handle(self, message: Message) -> list[Message]:
        again = message.id in self._seen
        out = super().handle(message)
        if again and message.kind == "provisioning-order":
            order = ServiceOrder(message.read(ProvisioningOrder).order)
            for line in message.read(ProvisioningOrder).lines:
                if line.parent:
                    work = Work(line, {})
                    order.works[line.line] = work
                    self.tell_network(order.number, self.network_line(work, Task(self.plans.steps[0], DO)))
            out = self.out
        return out


@wrong("som", breaks="PV-12", where="bundles+restarts")
class ForgetsComponentsInABreakdown(Forgetful, ServiceOrderManagement):
    """Knows bundles after a breakdown, and not what is still to be done for their components."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.values():
            for work in order.works.values():
                if work.line.parent:
                    work.tasks.clear()
                    work.pending = None
        return []


@wrong("som", breaks="PV-12", where="bundles+restarts")
class BeginsComponentsAnew(Forgetful, ServiceOrderManagement):
    """Asks once more after a breakdown for what was under way for components."""

    def after_breakdown(self) -> list[Message]:
        self.out = []
        for order in self.orders.values():
            for work in order.works.values():
                if work.line.parent and work.pending is not None:
                    self.ask(order, work, work.pending)
        return self.out
