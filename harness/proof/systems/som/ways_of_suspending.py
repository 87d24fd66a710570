"""How a service rests that is suspended is each system's own affair: by a step of its own, or by a change of one."""

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import CHANGE, DO, UNDO, NetworkLine, replace
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.registry import style
from ordertck.harness.proof.systems.som.styles import made_otherwise
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.network_plans import Plans
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import Task, Work, quantity_of


class _Barring(Plans):
    """Plans in which a bar is set and lifted by steps of their own, which both stay in the network's books."""

    def suspending(self, work: Work) -> list[Task]:
        lifted = work.service.get("LIFT", 0)
        return [Task("LIFT", UNDO, lifted) if lifted else Task("BAR", DO, self.units(work))]

    def resuming(self, work: Work) -> list[Task]:
        return [] if "LIFT" in work.service or "BAR" not in work.service else [Task("LIFT", DO, self.units(work))]

    def taking_back(self, work: Work) -> list[Task]:
        usual, self.steps = self.steps, (*self.steps, "BAR", "LIFT")
        tasks = super().taking_back(work)
        self.steps = usual
        return tasks

    def units(self, work: Work) -> int:
        """How many there are of what a line is about."""
        return max(work.service.values(), default=quantity_of(work.line))


@style("som", of="suspending")
class BarsAndLiftsTheBar(ServiceOrderManagement):
    """Sets a bar to suspend a service, and has it lifted by a further step."""

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        super().__init__(catalogue, scenario)
        self.plans = made_otherwise(self.plans, _Barring)

    def milestone(self, order: str, work: Work, step: str) -> None:
        if step in self.milestones:
            super().milestone(order, work, step)


class _Marking(Plans):
    """Plans in which the last step is marked as barred, and as in use again where it was barred."""

    def __init__(self, steps: tuple[str, ...]) -> None:
        super().__init__(steps)
        self.barred: set[str | None] = set()
        self.planned: set[str] = set()

    def suspending(self, work: Work) -> list[Task]:
        self.barred.add(work.line.asset)
        self.planned.add(work.line.line)
        return self.marking(work)

    def resuming(self, work: Work) -> list[Task]:
        if work.line.asset not in self.barred:
            return []
        self.barred.remove(work.line.asset)
        self.planned.add(work.line.line)
        return self.marking(work)

    def taking_back(self, work: Work) -> list[Task]:
        if work.line.line in self.planned:  # what failed is led back as well
            self.planned.remove(work.line.line)
            self.barred ^= {work.line.asset}
        return super().taking_back(work)

    def marking(self, work: Work) -> list[Task]:
        """The last step, changed for as many as there are."""
        return [Task(step, CHANGE, count) for step, count in work.service.items() if step == self.steps[-1]]


@style("som", of="suspending")
class MarksWhatIsSuspended(ServiceOrderManagement):
    """Has the last step of a service changed to barred, and back to in use."""

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        super().__init__(catalogue, scenario)
        self.plans = made_otherwise(self.plans, _Marking)

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        line = super().network_line(work, task)
        if task.step != self.plans.steps[-1] or work.line.effect not in ("add", "suspend", "resume"):
            return line
        back = work.state is WorkState.UNDOING
        barred = (work.line.effect == "suspend" and not back) or (work.line.effect == "resume" and back)
        return replace(line, attributes={**line.attributes, "state": "barred" if barred else "in use"})
