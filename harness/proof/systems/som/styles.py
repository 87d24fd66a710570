"""Ways of working in service order management that no document forbids; each is a mixin, so that they combine."""

from collections import deque

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import CHANGE, DO, UNDO, NetworkReport, ProvisioningLine, replace
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.registry import permitted, style
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.network_plans import Plans
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


@style("som")
class LinesInTurn(ServiceOrderManagement):
    """Works on one line of an order at a time; a line that failed does not hold up the next."""

    def prepare(self) -> None:
        super().prepare()
        self.begun: set[str] = set()

    def go_on(self, order: ServiceOrder, work: Work) -> None:
        has_turn = work.line.line in self.begun or self.first(order) in (work, None)
        if work.state is not WorkState.IN_PROGRESS or has_turn:
            super().go_on(order, work)
        before, following = work, self.first(order)
        goes_on = order.state is not ServiceOrderState.CANCELLING  # what is not taken back yet is next to be
        while goes_on and following not in (None, before) and following.pending is None:
            super().go_on(order, following)  # with nothing to do for it, it is complete, and the next has its turn
            before, following = following, self.first(order)

    def ask(self, order: ServiceOrder, work: Work, task: Task) -> None:
        self.begun.add(work.line.line)
        super().ask(order, work, task)

    def first(self, order: ServiceOrder) -> Work | None:
        """The line whose turn it is."""
        return next((work for work in order.works.values() if work.state is WorkState.IN_PROGRESS), None)

    def failed(self, order: ServiceOrder, work: Work, *report: object) -> None:
        super().failed(order, work, *report)  # type: ignore[arg-type]
        if (following := self.first(order)) is not None:
            self.go_on(order, following)


@style("som")
class OrdersInTurn(ServiceOrderManagement):
    """Works on one order at a time; one that failed, or was suspended, does not hold up the next."""

    def prepare(self) -> None:
        super().prepare()
        self.had_turn: set[str] = set()

    def go_on(self, order: ServiceOrder, work: Work) -> None:
        # An order that was begun goes on, though an earlier one, which had failed, does so too by now.
        if work.state is not WorkState.IN_PROGRESS or order.number in self.had_turn or self.turn(order):
            super().go_on(order, work)

    def ask(self, order: ServiceOrder, work: Work, task: Task) -> None:
        self.had_turn.add(order.number)
        super().ask(order, work, task)

    def turn(self, order: ServiceOrder) -> bool:
        """Whether no earlier order is being worked on."""
        for earlier in self.orders.values():
            if earlier is order:
                return True
            if earlier.state == "IN PROGRESS" and any(self.at_work(earlier, work) for work in earlier.works.values()):
                return False
        return True

    def at_work(self, order: ServiceOrder, work: Work) -> bool:
        """Whether a line is being worked on: it has not failed, and no failed line holds it up."""
        held_up = self.settings["failed_line"] == "order" and work.pending is None and order.holds_up(work)
        return work.state is WorkState.IN_PROGRESS and not held_up

    def read_queue(self) -> None:
        super().read_queue()
        for order in list(self.orders.values()):
            for work in order.works.values():
                if work.pending is None:
                    self.go_on(order, work)
            self.finish(order)


def made_otherwise(plans: Plans, kind: type[Plans]) -> Plans:
    """Plans of this kind, which do what other ways of working do in these plans as well."""
    both: type[Plans] = type(kind.__name__, (kind, type(plans)), {})
    return both(plans.steps)


class _Stepless(Plans):
    """Plans in which a reserved resource stays as it is whatever the customer wants of it, unless it is moved."""

    moves = False

    def changing(self, work: Work) -> list[Task]:
        self.moves = work.moves
        tasks = super().changing(work)
        self.moves = False
        return tasks

    def revising(self, work: Work, wanted: ProvisioningLine) -> list[Task]:
        self.moves = wanted.site != work.line.site or work.moves
        tasks = super().revising(work, wanted)
        self.moves = False
        return tasks

    def corrections(self, begun: dict[str, int], wanted: ProvisioningLine, altered: bool) -> list[Task]:
        tasks = super().corrections(begun, wanted, altered)
        return [task for task in tasks if self.moves or task.effect != CHANGE or task.step != self.steps[0]]


@style("som")
class LeavesUnaffectedStepsAlone(ServiceOrderManagement):
    """Changes only what a new attribute makes a difference to: what was reserved stays as it is."""

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        super().__init__(catalogue, scenario)
        self.plans = made_otherwise(self.plans, _Stepless)


class _LastStep(_Stepless):
    """Plans in which a new value makes a difference to the last step that stands, and to no other."""

    def corrections(self, begun: dict[str, int], wanted: ProvisioningLine, altered: bool) -> list[Task]:
        tasks = super().corrections(begun, wanted, altered)
        last = [step for step in self.steps if step in begun][-1:]
        return [task for task in tasks if self.moves or task.effect != CHANGE or task.step in last]


@permitted("som")
class ChangesValuesInOneStep(ServiceOrderManagement):
    """Changes the last step only where another value is wanted: such a change is complete once a step is done."""

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        super().__init__(catalogue, scenario)
        self.plans = made_otherwise(self.plans, _LastStep)


@style("som", of="fewer")
class UnitsOneByOne(ServiceOrderManagement):
    """Has every single unit done, and undone, by a call of its own."""

    def go_on(self, order: ServiceOrder, work: Work) -> None:
        work.tasks = deque(unit for task in work.tasks for unit in self.units(task))
        super().go_on(order, work)

    def units(self, task: Task) -> list[Task]:
        """The single units of a task; a change is one for all of them."""
        return [task] if task.effect == CHANGE else [replace(task, quantity=1)] * task.quantity


class _Together(ServiceOrderManagement):
    """Can send several steps of a line in one call on the network, in the order in which they are to be done."""

    def together(self, work: Work) -> bool:
        """Whether what is to be done for a line goes in one call."""
        raise NotImplementedError

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        super().__init__(catalogue, scenario)
        self.asked: dict[str, int] = {}
        self.places: dict[str, dict[tuple[str, str], str | None]] = {}

    def ask(self, order: ServiceOrder, work: Work, task: Task) -> None:
        key = work.line.line
        if self.asked.get(key, 0):
            self.asked[key] -= 1
            self.is_at_its_place(work, task)
            return
        following = list(work.tasks) if self.together(work) else []
        self.asked[key] = len(following)
        self.places[key] = {(each.step, each.effect): work.site_of(each) for each in (task, *following)}
        self.tell_network(order.number, *(self.network_line(work, each) for each in (task, *following)))
        work.call = self.out[-1].id

    def is_at_its_place(self, work: Work, task: Task) -> None:
        """What is pending was asked for at the site that the call named for it."""
        work.asked_at = self.places[work.line.line].get((task.step, task.effect), work.asked_at)

    def go_on(self, order: ServiceOrder, work: Work) -> None:
        if order.state is ServiceOrderState.SUSPENDED and work.pending is None and self.underway(work):
            work.pending = work.tasks.popleft()  # it was asked for before the order was suspended
            self.asked[work.line.line] -= 1
            self.is_at_its_place(work, work.pending)
        super().go_on(order, work)

    def network_reports(self, report: NetworkReport) -> None:
        order = self.orders.get(report.order)
        work = order.works.get(report.line) if order else None
        pending = work.pending if work is not None and report.call not in work.dropped else None
        if work is not None and pending is not None and report.outcome != "failed":
            self.take_up(work, [pending, *self.underway(work)], report)
        super().network_reports(report)

    def take_up(self, work: Work, asked: list[Task], report: NetworkReport) -> None:
        """What is reported counts as pending, though more was asked for before it in the same call."""
        undone = report.outcome == "undone"
        fitting = (t for t in asked if report.step.endswith(t.step) and (t.effect == UNDO) == undone)
        first = next(fitting, asked[0])
        left = list(work.tasks)[len(asked) - 1 :]
        asked.remove(first)
        work.pending, work.tasks = first, deque([*asked, *left])
        self.is_at_its_place(work, first)

    def underway(self, work: Work) -> list[Task]:
        """What was asked for and not reported yet, after the step that is to be reported next."""
        return list(work.tasks)[: self.asked.get(work.line.line, 0)]

    def after(self, work: Work) -> Work:
        """The work as it will be when all that was asked for is done."""
        underway = self.underway(work)
        begun = self.plans.begun(work)
        for task in underway:
            sign = {DO: 1, UNDO: -1}.get(task.effect, 0)
            begun[task.step] = begun.get(task.step, 0) + sign * task.quantity
        pending = [work.pending] if work.pending else []
        changed = {task.step for task in (*pending, *underway) if task.effect == CHANGE}
        left = {step: count for step, count in begun.items() if count > 0}
        return Work(work.line, left, work.before, work.had, work.changed | changed)

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        underway = self.underway(work)
        stays = wanted.effect != "remove" and (wanted.site == work.line.site or work.line.effect == CHANGE)
        if stays and underway and work.state in (WorkState.IN_PROGRESS, WorkState.FAILED):
            wanted = work.as_wanted(wanted)
            work.tasks = deque([*underway, *self.plans.revising(self.after(work), wanted)])
            work.line = wanted
        else:
            super().revise(order, work, wanted)

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        underway, was = self.underway(work), work.state
        if not underway or was not in (WorkState.IN_PROGRESS, WorkState.FAILED):
            super().withdraw(order, work)
        elif all(task.effect == DO for task in (work.pending, *underway) if task is not None):
            self.asked[work.line.line] = 0
            begun = self.taking_back(work)
            work.pending = None
            work.state = WorkState.UNDOING
            work.tasks = deque([*(replace(task, effect=UNDO) for task in reversed(underway)), *begun])
            self.go_on(order, work)
        else:
            called_off = [replace(task, called_off=True) for task in (work.pending, *underway) if task is not None]
            work.tasks = deque([*called_off, *self.plans.taking_back(self.after(work))])
            work.pending = work.tasks.popleft() if work.pending is not None else None
            work.line = work.as_found
            work.state = WorkState.UNDOING

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        if work.pending is not None and work.pending.called_off and self.underway(work):
            self.give_up(work, work.pending)
        super().failed(order, work, report)

    def give_up(self, work: Work, pending: Task) -> None:
        """What was called off fails; what was to follow it in the call is not done either, and is taken back."""
        for task in (pending, *self.underway(work)):
            if task.effect == DO:
                work.stands(task.step, task.quantity)
        self.asked[work.line.line] = 0
        work.pending = None
        work.tasks = deque(self.plans.taking_back(work))
        work.pending = pending


@style("som", of="calls")
class TasksTogether(_Together):
    """Sends all that is to be done for a line in one call on the network, and tells of each step that fails."""

    def together(self, work: Work) -> bool:
        return True

    def network_reports(self, report: NetworkReport) -> None:
        order = self.orders.get(report.order)
        pending = order.works[report.line].pending if order else None
        if report.outcome == "failed" and pending is not None and not report.step.endswith(pending.step):
            self.fault(report.order, report.line, f"{report.order}-{report.line}-{report.step}", "it failed")
        super().network_reports(report)


@style("som", of="calls")
class UndoesInOneCall(_Together):
    """Sends a whole compensation plan in one call on the network."""

    def together(self, work: Work) -> bool:
        return work.state is WorkState.UNDOING
