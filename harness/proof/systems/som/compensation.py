"""Service order managements that undo too much, too little or too late."""

from collections import deque

from ordertck.harness.messages import DO, UNDO, Message, NetworkReport, ProvisioningLine, ProvisioningOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


@wrong("som", breaks="PV-05")
class CancelsOnPaperOnly(ServiceOrderManagement):
    """Reports a cancelled order as cancelled and leaves the network as it is."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        work.tasks, work.pending, work.state = deque(), None, WorkState.UNDOING
        self.go_on(order, work)


@wrong("som", breaks="PV-05")
class SaysCancelledAtOnce(ServiceOrderManagement):
    """Reports a line as cancelled when it begins to undo it."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        self.status(order.number, work, "CANCELLED")
        super().withdraw(order, work)


@wrong("som", breaks="PV-05")
class UndoesTheLastStepOnly(ServiceOrderManagement):
    """Undoes what it did last, and takes the rest for undone with it."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        super().withdraw(order, work)
        work.tasks.clear()


@wrong("som", breaks="PV-05")
class UndoesInTheOrderOfDoing(ServiceOrderManagement):
    """Undoes the first step first, which the later ones still rest on, and does not mind being told so."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        done = dict(work.service)
        super().withdraw(order, work)
        if work.pending is not None and len(done) > 1:
            work.tasks = deque(Task(step, UNDO, quantity) for step, quantity in list(done.items())[1:])
            work.pending = Task(next(iter(done)), UNDO, done[next(iter(done))])
            self.out.pop()
            self.ask(order, work, work.pending)

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        super().failed(order, work, report)
        if work.state is WorkState.UNDOING:
            work.pending = None
            self.go_on(order, work)


@wrong("som", breaks="PV-05")
class UndoesEveryStepThereIs(ServiceOrderManagement):
    """Undoes all steps of a line, whether they were done or not."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        super().withdraw(order, work)
        for step in self.plans.steps:
            if step not in work.service:
                self.ask(order, work, Task(step, UNDO))


@wrong("som", breaks="PV-05")
class KeepsWhatWasComplete(ServiceOrderManagement):
    """Takes a line that is complete for safe, and does not undo it."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        if work.state is WorkState.COMPLETE:
            work.state = WorkState.CANCELLED
            self.status(order.number, work)
        super().withdraw(order, work)


@wrong("som", breaks="PV-05")
class ForgetsWhatIsUnderWay(ServiceOrderManagement):
    """Undoes what was done and leaves the step that is under way to itself."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        if work.pending is not None and work.pending.effect == DO and work.state is not WorkState.UNDOING:
            work.pending = None
        super().withdraw(order, work)


@wrong("som", breaks="PV-05")
class FinishesFirst(ServiceOrderManagement):
    """Takes no cancel once it has begun, and completes the order."""

    def cancel(self, order: ServiceOrder) -> None: ...


@wrong("som", breaks="PV-06")
class UndoesTheWholeOrder(ServiceOrderManagement):
    """Undoes every line of an order for a revision of one, and does it all anew."""

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        known = self.orders.get(call.order)
        super().take_in(call, message)
        if known is not None and known is self.orders.get(call.order):
            revised = {line.line for line in call.lines}
            for work in known.works.values():
                if work.line.line not in revised:
                    work.tasks = deque([*self.plans.taking_down(work), *self.all_of(work)])
                    self.go_on(known, work)

    def all_of(self, work: Work) -> list[Task]:
        return [Task(step, DO, max(work.service.values(), default=1)) for step in self.plans.steps]


@wrong("som", breaks="PV-06")
class UndoesTheWholeLine(ServiceOrderManagement):
    """Undoes all that was done for a line when it is wanted differently, and does it anew."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        undone = self.plans.taking_down(work)
        super().revise(order, work, wanted)
        if wanted.effect == "change" and work.pending is not None:
            quantity = int(wanted.attributes.get("quantity", "1"))
            work.tasks = deque([*undone, *(Task(step, DO, quantity) for step in self.plans.steps)])


@wrong("som", breaks="PV-06")
class TakesOneTooMany(ServiceOrderManagement):
    """Undoes as many as are still wanted, in place of as many as are not."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        super().revise(order, work, wanted)
        quantity = int(wanted.attributes.get("quantity", "1"))
        work.tasks = deque(replace(task, quantity=quantity) if task.effect == UNDO else task for task in work.tasks)


@wrong("som", breaks="PV-06")
class LeavesThree(ServiceOrderManagement):
    """Takes a smaller quantity for an attribute like any other and undoes nothing for it."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        quantity = work.line.attributes.get("quantity", "1")
        super().revise(order, work, replace(wanted, attributes={**wanted.attributes, "quantity": quantity}))


@wrong("som", breaks="PV-06")
class RevisesWhatIsToComeOnly(ServiceOrderManagement):
    """Does the rest as it is wanted now, and leaves what was done as it was wanted then."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if wanted.effect == "remove":
            super().revise(order, work, wanted)
        else:
            work.line = wanted


@wrong("som", breaks="PV-06")
class KeepsWhatIsTakenOut(ServiceOrderManagement):
    """Goes on with a line that a revision takes out."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if wanted.effect != "remove":
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-06")
class CancelsAllForOne(ServiceOrderManagement):
    """Takes a line that is taken out for the end of its order."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if wanted.effect == "remove" and order.state is ServiceOrderState.IN_PROGRESS:
            self.cancel(order)
        else:
            super().revise(order, work, wanted)
