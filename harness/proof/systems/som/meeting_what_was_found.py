"""Service order managements that do not leave, or do not lead back to, what an order found."""

from collections.abc import Mapping
from dataclasses import replace as altered

from ordertck.harness.messages import CHANGE, DO, UNDO, NetworkLine, NetworkReport, ProvisioningLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.network_plans import Plans, setting
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


class _OneAgain(Plans):
    def taking_back(self, work: Work) -> list[Task]:
        tasks = super().taking_back(work)
        return [altered(task, quantity=1) if task.effect == DO else task for task in tasks]


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class SetsUpOneUnitAgain(ServiceOrderManagement):
    """Sets up one unit again of a service whose deletion is cancelled, however many there were."""

    def prepare(self) -> None:
        super().prepare()
        self.plans = _OneAgain(self.plans.steps)


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class SetsUpAgainWithoutValues(ServiceOrderManagement):
    """Sets a service up again whose deletion is cancelled, with the values of the deletion's line, which are none."""

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        asked = super().network_line(work, task)
        again = work.state is WorkState.UNDOING and work.line.effect == "remove" and task.effect == DO
        return replace(asked, attributes={}) if again else asked


@wrong("som", breaks="PV-05", where="service-changes+cancellation+filled-in-data")
class ForgetsWhatWasAssigned(ServiceOrderManagement):
    """Leads back to the values that were ordered, and not to those that the network assigned."""

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        super().data(order, work, attributes)
        work.assigned.clear()


@wrong("som", breaks="PV-05")
class TellsMilestonesOnTheWayBack(ServiceOrderManagement):
    """Tells of a milestone for each step that sets a service up again, whose deletion is cancelled."""

    def done(self, order: ServiceOrder, work: Work, task: Task, report: NetworkReport) -> None:
        if work.state is WorkState.UNDOING and task.effect == DO:
            self.milestone(order.number, work, task.step)
        super().done(order, work, task, report)


class _Active(Plans):
    def changing(self, work: Work) -> list[Task]:
        return [*super().changing(work), *self.setting_up(work)]


@wrong("som", breaks="PV-04", where="service-changes+service-points")
class WakesWithAChange(ServiceOrderManagement):
    """Has every step done for a service that is changed, also the one that was undone to suspend it."""

    def prepare(self) -> None:
        super().prepare()
        self.plans = _Active(self.plans.steps)


@wrong("som", breaks="PV-04", where="supplementals+service-changes")
class WakesWhenAChangeIsRevised(ServiceOrderManagement):
    """Plans all that is left to be set up when a change is revised, as it does for a new line."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        super().revise(order, work, wanted)
        if work.line.effect == CHANGE and work.state is WorkState.IN_PROGRESS and not work.waits:
            work.tasks.extend(self.plans.setting_up(work))


@wrong("som", breaks="PV-04", where="service-changes+service-points")
class LeavesTheRestOfWhatSleeps(ServiceOrderManagement):
    """Takes a suspended service down by the one step that would be next to go, as if the others were gone with it."""

    def plan(self, work: Work) -> None:
        super().plan(work)
        asleep = self.plans.steps[-1] not in work.service
        if work.line.effect == "remove" and asleep:
            while len(work.tasks) > 1:
                work.tasks.pop()


@wrong("som", breaks="PV-04", where="service-changes+service-points")
class MovesWithoutValues(ServiceOrderManagement):
    """Sets a service that moves up anew, with the values that the move names, and with no others."""

    def plan(self, work: Work) -> None:
        super().plan(work)
        if work.line.effect == CHANGE and work.moves:
            standing = list(work.service.items())
            work.tasks.clear()
            work.tasks.extend(Task(step, UNDO, count) for step, count in reversed(standing))
            work.tasks.extend(Task(step, DO, count) for step, count in standing)

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        asked = super().network_line(work, task)
        leaves = work.line.effect == CHANGE and work.moves and task.effect == UNDO
        return replace(asked, site=work.home) if leaves else asked


@wrong("som", breaks="PV-07")
class TellsTheFirstLineToBeMended(ServiceOrderManagement):
    """Tells that a failure is mended by its incident, and names the order's first line with it."""

    def resolved(self, order: str, work: Work) -> None:
        line, first = work.line, next(iter(self.orders[order].works))
        work.line = replace(line, line=first)
        super().resolved(order, work)
        work.line = line


@wrong("som", breaks="PV-07", where="failures+filled-in-data")
class TellsOneEndOfTheFailuresOfAnOrder(ServiceOrderManagement):
    """Tells of an order that a failure is mended, and of no second one."""

    def prepare(self) -> None:
        super().prepare()
        self.mended: set[str] = set()

    def resolved(self, order: str, work: Work) -> None:
        if order not in self.mended:
            self.mended.add(order)
            super().resolved(order, work)
        work.incident = None


@wrong("som", breaks="PV-06", where="supplementals+filled-in-data")
class PutsBackAsManyAsThereWere(ServiceOrderManagement):
    """Sets as many up of a line that is added again as the version before it had wanted."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        again = work.state in (WorkState.UNDOING, WorkState.CANCELLED)
        count = work.line.attributes.get("quantity")
        if again and count and "quantity" in wanted.attributes:
            wanted = replace(wanted, attributes={**wanted.attributes, "quantity": count})
        super().revise(order, work, wanted)


@wrong("som", breaks="PV-06", where="supplementals+filled-in-data")
class KeepsAQuantityThatIsLeftOut(ServiceOrderManagement):
    """Takes a quantity that a revision leaves out for the one of the version before."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        count = work.line.attributes.get("quantity")
        if count and "quantity" not in wanted.attributes and wanted.effect != "remove":
            wanted = replace(wanted, attributes={**wanted.attributes, "quantity": count})
        super().revise(order, work, wanted)


@wrong("som", breaks="PV-06", where="supplementals+filled-in-data")
class KeepsWhatWasAssigned(ServiceOrderManagement):
    """Lets a value that the network assigned stand, though a revision names another one."""

    def prepare(self) -> None:
        super().prepare()
        self.assigned: dict[str, dict[str, str]] = {}

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        super().data(order, work, attributes)
        self.assigned.setdefault(work.line.line, {}).update(attributes)

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        asked = super().network_line(work, task)
        assigned, wanted = self.assigned.get(work.line.line, {}), setting(work.line)
        return replace(asked, attributes={name: assigned.get(name, value) for name, value in wanted.items()})


@wrong("som", breaks="PV-04", where="service-changes+service-points")
class TakesUnitsAwayWhereTheyGo(ServiceOrderManagement):
    """Undoes what becomes fewer at the address that the order names, where nothing is yet."""

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        return replace(super().network_line(work, task), site=work.line.site)


@wrong("som", breaks="PV-05", where="service-changes+cancellation+service-points")
class TakesDownWhatItFound(ServiceOrderManagement):
    """Takes down what a cancelled order was to add, also where an earlier order had set it up."""

    def plan(self, work: Work) -> None:
        super().plan(work)
        if work.line.effect == "add":
            work.before, work.had, work.home, work.was_asked = {}, {}, None, True
