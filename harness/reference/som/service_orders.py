"""Service order management: takes provisioning orders, has the network do them, tells order management."""

from collections import deque

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import CHANGE, DO, UNDO, Message, NetworkReport, ProvisioningLine, ProvisioningOrder
from ordertck.harness.messages.body import replace
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.som.network_plans import Plans
from ordertck.harness.reference.som.service_inbox import Reading
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Services, Task, Work

TARGET = "network"


class ServiceOrderManagement(Reading):
    """The service order management of the reference: ``handle`` takes a message and returns what follows from it.

    What comes from order management comes through a queue; while the reader is stopped it waits there. Lines are
    worked on side by side, the steps of one line one after the other.
    """

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        super().__init__(catalogue.milestones)
        self.catalogue, self.settings = catalogue, scenario.settings
        self.plans = Plans(tuple(catalogue.milestones))
        self.orders: dict[str, ServiceOrder] = {}
        self.services = Services()
        self.prepare()

    def prepare(self) -> None:
        """Make what is kept besides; the reference keeps nothing."""

    # Provisioning orders

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        """A new order, or, for one that is not finished, a revision: only the lines in it are touched (PV-06)."""
        order = self.orders.get(call.order)
        if order is None or order.finished:
            order = self.orders[call.order] = ServiceOrder(call.order)
        for line in call.lines:
            objection = self.objection(order, line)
            if objection is not None:
                self.fault(order.number, line.line, f"{message.id}-{line.line}", objection)
            elif line.line in order.works:
                self.revise(order, order.works[line.line], line)
            else:
                self.begin(order, line)
        self.finish(order)

    def objection(self, order: ServiceOrder, line: ProvisioningLine) -> str | None:
        """Why a line cannot be provisioned; None for a good one (PV-15)."""
        if order.state is ServiceOrderState.CANCELLING:
            return "the order is being cancelled"
        product = self.catalogue.products.get(line.product)
        if product is None or product.target != TARGET:
            return f"the network has no {line.product}"
        if not line.attributes.get("quantity", "1").isdecimal():
            return f"{line.attributes['quantity']} is no quantity"
        own = order.works.get(line.line)  # what was taken out, and is to be changed after all, has to be there
        known = own is not None and (own.state is not WorkState.CANCELLED or line.effect == "remove")
        known = known or self.services.there(line) or self.services.is_taken(order, line)
        if line.effect != "add" and not known:
            return f"{line.product} is not set up, so there is nothing to {line.effect}"
        return None

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        """Begin the work on a line, or let it wait until an earlier order has done with the same thing."""
        work = Work(line, self.services.of(line), waits=self.services.is_taken(order, line))
        order.works[line.line] = work
        self.services.take_turn(order, work)
        self.status(order.number, work)
        if not work.waits:
            self.plan(work)
            self.go_on(order, work)

    def plan(self, work: Work) -> None:
        """Plan the steps of a line whose turn it is, on what stands by now."""
        work.service = self.services.of(work.line)
        work.before, work.had = dict(work.service), self.services.had(work.line)
        work.home = self.services.home(work.line)
        work.tasks.extend(self.plans.wanted(work))

    def have_turn(self, order: ServiceOrder, work: Work) -> None:
        """A line has waited long enough; what it is about may be gone by now."""
        work.waits = False
        if work.line.effect != "add" and not self.services.there(work.line):
            work.incident = f"{order.number}-{work.line.line}-gone"
            work.move_to(WorkState.FAILED)
            self.fault(order.number, work.line.line, work.incident, f"{work.line.product} is not set up any more")
            return
        self.plan(work)
        self.go_on(order, work)

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        """A line is not wanted any more, or wanted differently."""
        gone = wanted.effect == "remove"
        if work.state is WorkState.CANCELLED and not gone:
            self.begin(order, wanted)
        elif work.state is WorkState.UNDOING:
            work.again = None if gone else replace(wanted, effect=work.line.effect)
        elif gone and work.again is not None:
            work.again = None  # what is being taken down is to be set up nowhere else
        elif gone:
            self.withdraw(order, work)
        elif work.line.effect == "remove" and wanted.effect == "add":
            self.bring_back(order, work, wanted)
        elif work.line.effect == "add" and wanted.site != work.line.site:
            work.again = replace(wanted, effect="add")  # to be set up elsewhere once it is undone here
            self.withdraw(order, work)
        else:
            self.alter(order, work, wanted)

    def bring_back(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        """Set up again what an order takes down that had added it; at another site once it is down at this one."""
        work.before, work.had, work.again = {}, {}, None  # a cancel leaves nothing of it
        if wanted.site == work.line.site:
            self.alter(order, work, wanted)
        elif work.state is WorkState.COMPLETE:
            self.begin(order, wanted)
        else:
            work.again = wanted

    def alter(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        """Do what leads from what was begun to what is wanted now."""
        wanted = work.as_wanted(wanted)
        if work.waits:
            work.line = wanted
            return
        comes_back = work.line.effect == "remove" and wanted.effect == "change"
        corrections = self.plans.revising(work, wanted)
        work.wanted_otherwise(wanted.attributes)
        work.line = wanted
        missing = self.plans.setting_up(work) if wanted.effect == "add" or comes_back else []
        if comes_back:  # what was suspended stays so
            missing = [task for task in missing if task.step in work.before]
        work.tasks = deque([*corrections, *missing])
        if work.state is WorkState.COMPLETE:
            work.move_to(WorkState.IN_PROGRESS)
            self.status(order.number, work)
        self.go_on(order, work)

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        """Undo what was done for a line, the last thing first; what is under way is called off (PV-05)."""
        if work.state in (WorkState.UNDOING, WorkState.CANCELLED):
            self.go_on(order, work)  # it may have rested with its order
            return
        work.tasks = self.taking_back(work) if work.was_asked else deque()
        if work.pending is not None and work.pending.effect == CHANGE:
            work.give_up(work.pending)
        work.waits = False
        work.move_to(WorkState.UNDOING)
        if work.pending is not None and work.pending.effect == DO:
            # What is under way counts as done, until it is undone with the rest.
            work.stands(work.pending.step, work.pending.quantity)
            work.pending = None
            work.dropped.add(work.call)
        self.go_on(order, work)

    def taking_back(self, work: Work) -> deque[Task]:
        """The plan that leads back to what stood before, set up as it was."""
        tasks = self.plans.taking_back(work)
        if work.before:
            work.line = work.as_found
        return deque(tasks)

    # Life cycle

    def event(self, kind: str, number: str, message: Message) -> None:
        """Something happens to a whole order; one that is finished, or unknown, can no longer be touched (PV-04)."""
        order = self.orders.get(number)
        if order is None or order.finished:
            self.fault(number, None, message.id, f"there is no open order to {kind}")
        elif kind == "cancel":
            self.cancel(order)
        elif kind == "suspend" and order.state is ServiceOrderState.IN_PROGRESS:
            self.suspend(order)
        elif kind == "resume" and order.state is ServiceOrderState.SUSPENDED:
            self.resume(order)

    def cancel(self, order: ServiceOrder) -> None:
        """Generate the compensation plan of every line and carry it out."""
        if order.state is ServiceOrderState.CANCELLING:
            return
        order.move_to(ServiceOrderState.CANCELLING)
        for work in reversed(order.works.values()):
            self.withdraw(order, work)
        self.finish(order)

    def suspend(self, order: ServiceOrder) -> None:
        """Ask the network for nothing more until the order is resumed."""
        order.move_to(ServiceOrderState.SUSPENDED)
        self.reflect(order)

    def resume(self, order: ServiceOrder) -> None:
        """Go on where the order was left."""
        order.move_to(ServiceOrderState.IN_PROGRESS)
        self.reflect(order)
        for work in order.works.values():
            self.go_on(order, work)
        self.finish(order)

    def reflect(self, order: ServiceOrder) -> None:
        """Tell of every open line how its order stands."""
        for work in order.works.values():
            if not work.finished:
                self.status(order.number, work, order.state.value)

    # The network

    def go_on(self, order: ServiceOrder, work: Work) -> None:
        """Ask the network for the next step of a line; with none left the line is finished."""
        rests = work.waits or order.state is ServiceOrderState.SUSPENDED or work.state is WorkState.FAILED
        held_up = self.settings["failed_line"] == "order" and order.holds_up(work)
        if rests or held_up or work.finished or work.pending is not None:
            return
        if work.tasks:
            work.pending = work.tasks.popleft()
            work.asked_at, work.was_asked = work.site_of(work.pending), True
            self.ask(order, work, work.pending)
        else:
            undone = work.state is WorkState.UNDOING
            work.move_to(WorkState.CANCELLED if undone else WorkState.COMPLETE)
            if work.line.effect == "change" and work.was_asked:
                self.services.move(work.line)
            if not undone:
                self.services.settle(work)
            elif work.before and work.was_asked:
                self.services.put_back(work.line)
            if work.again is not None and order.state is not ServiceOrderState.CANCELLING:
                self.begin(order, work.again)
            else:
                self.status(order.number, work)
            # One of them may have its turn because another one has ended meanwhile.
            for waiting, later in (turn for turn in self.services.next_in_turn(work) if turn[1].waits):
                self.have_turn(waiting, later)
                self.finish(waiting)

    def network_reports(self, report: NetworkReport) -> None:
        """The network did, undid or could not do a step; a report on what is not under way changes nothing."""
        order = self.orders.get(report.order)
        work = order.works.get(report.line) if order else None
        if order is None or work is None or work.pending is None or not work.awaits(report):
            return
        if report.outcome == "failed":
            self.failed(order, work, report)
        elif (report.outcome == "undone") == (work.pending.effect == UNDO):
            self.done(order, work, work.pending, report)
            self.finish(order)

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        """Say so, once, with order and line (PV-13, PV-15); whether the other lines go on is declared (A-65)."""
        if work.incident is None:
            work.incident = f"{order.number}-{work.line.line}-{report.step}-{self._sent}"
            if work.state is WorkState.IN_PROGRESS:
                work.move_to(WorkState.FAILED)
            self.fault(order.number, work.line.line, work.incident, report.reason or f"{report.step} failed")
        if work.pending is not None and work.pending.called_off:
            work.give_up(work.pending)  # it is as it was, and nobody wants it otherwise any more
            self.go_on(order, work)
            self.finish(order)

    def done(self, order: ServiceOrder, work: Work, task: Task, report: NetworkReport) -> None:
        """A step is done or undone: tell of it while the work goes on (PV-08, UF-01, UF-07)."""
        work.pending = None
        if work.incident is not None:
            self.resolved(order.number, work)
        if work.state is WorkState.FAILED:
            work.move_to(WorkState.IN_PROGRESS)
        if task.effect == DO:
            work.stands(task.step, task.quantity)
            if work.state is not WorkState.UNDOING:
                self.milestone(order.number, work, task.step)
        elif task.effect == CHANGE:
            work.changed.add(task.step)
            work.moved_to[task.step] = work.asked_at or work.moved_to.get(task.step, work.home)
        elif task.effect == UNDO:
            work.stands(task.step, -task.quantity)
        work.is_assigned(report.attributes)  # a change that is cancelled leads back to it
        self.data(order.number, work, report.attributes)
        self.go_on(order, work)

    def finish(self, order: ServiceOrder) -> None:
        """With no line open any more the order is finished; what another line held up may go on first."""
        for work in order.works.values() if self.settings["failed_line"] == "order" else ():
            self.go_on(order, work)
        if order.finished or not all(work.finished for work in order.works.values()):
            return
        if order.state is ServiceOrderState.SUSPENDED:
            return
        complete = any(work.state is WorkState.COMPLETE for work in order.works.values())
        order.move_to(ServiceOrderState.COMPLETE if complete else ServiceOrderState.CANCELLED)
