"""Service order managements that lose, when an order is revised, what was done already or what is said of a line."""

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import CHANGE, DO, UNDO, Message, ProvisioningLine, ProvisioningOrder, replace
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.som.styles import LeavesUnaffectedStepsAlone
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.network_plans import Plans, setting
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work, quantity_of


class _FromTheFirst(Plans):
    """Plans that undo what the first version had too many of, and then do again what is missing."""

    def __init__(self, steps: tuple[str, ...]) -> None:
        super().__init__(steps)
        self.first: dict[str, int] = {}

    def revising(self, work: Work, wanted: ProvisioningLine) -> list[Task]:
        tasks, begun = super().revising(work, wanted), self.begun(work)
        again = self.first.setdefault(work.line.line, quantity_of(work.line)) - quantity_of(work.line)
        fewer = [task for task in tasks if task.effect == UNDO]
        others = [task for task in tasks if task.effect != UNDO]
        more = {task.step: min(again, begun[task.step] - task.quantity) for task in fewer}
        missing = [Task(step, DO, count) for step, count in reversed(more.items()) if count > 0]
        return [*(replace(task, quantity=task.quantity + max(0, more[task.step])) for task in fewer), *others, *missing]


@wrong("som", breaks="PV-06")
class CountsFromTheFirstVersion(ServiceOrderManagement):
    """Undoes as many as the first version had too many, though a version in between has taken some of them away."""

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        super().__init__(catalogue, scenario)
        self.plans = _FromTheFirst(tuple(catalogue.milestones))


@wrong("som", breaks="PV-05", where="supplementals+service-changes+cancellation")
class LeadsBackToWhatTheRevisionFound(LeavesUnaffectedStepsAlone):
    """Leads a change back to what its last revision found; what was reserved was never set up otherwise."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.line.effect == CHANGE and work.state is WorkState.COMPLETE:
            work.had = setting(work.line)
        super().revise(order, work, wanted)


@wrong("som", breaks="PV-06")
class PassesOverTheRestOfARevision(ServiceOrderManagement):
    """Faults the line of a revision that cannot be read, and passes over what it says of the other lines."""

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        order = self.orders.get(call.order)
        unread = tuple(line for line in call.lines if order and self.objection(order, line))
        super().take_in(replace(call, lines=unread or call.lines), message)
