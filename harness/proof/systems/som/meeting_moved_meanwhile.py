"""Service order managements that lose a place or an address where an order waits, rests or is undone in part."""

from ordertck.harness.messages import CHANGE, UNDO, Message, NetworkLine, ProvisioningLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.network_plans import Plans, place_and_setting
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Services, Task, Work


class _Queue(Services):
    def take_turn(self, order: ServiceOrder, work: Work) -> None:
        self._turns.setdefault(work.line.asset or work.line.line, []).append((order, work))


@wrong("som", breaks="PV-06", where="supplementals+service-changes+service-points")
class QueuesWhatIsBegunAnew(ServiceOrderManagement):
    """Puts a line that is set up at another address behind the orders that wait for it, and has those done first."""

    def prepare(self) -> None:
        super().prepare()
        self.services = _Queue()


class _FirstAddress(Services):
    def move(self, line: ProvisioningLine) -> None:
        """Leave it where it was first."""


@wrong("som", breaks="PV-04", where="service-changes+service-points")
class NotesNoUpdatedAddress(ServiceOrderManagement):
    """Has an update move a service, and does not note where it is since."""

    def prepare(self) -> None:
        super().prepare()
        self.services = _FirstAddress()


@wrong("som", breaks="PV-05", where="supplementals+cancellation")
class UndoesWithdrawnLinesAgain(ServiceOrderManagement):
    """Undoes for a cancel every line that the order has ever had, also one that is undone already."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        if work.state is WorkState.CANCELLED:
            for step in reversed(self.plans.steps):
                self.ask(order, work, Task(step, UNDO))
        super().withdraw(order, work)


@wrong("som", breaks="PV-05", where="supplementals+cancellation")
class LeavesWhatRestsHalfUndone(ServiceOrderManagement):
    """Takes a line that is being undone for taken care of when its order is cancelled, though it rests."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        if work.state is not WorkState.UNDOING:
            super().withdraw(order, work)


class _AllOrNothing(Plans):
    def revising(self, work: Work, wanted: ProvisioningLine) -> list[Task]:
        altered = bool(work.tasks) and all(task.effect == CHANGE for task in work.tasks)
        altered = altered or place_and_setting(work.line) != place_and_setting(wanted)
        return self.corrections(self.begun(work), wanted, altered)


@wrong("som", breaks="PV-06", where="supplementals+service-changes")
class ForgetsTheOtherHalfOfAChange(ServiceOrderManagement):
    """Compares a revision with the version before it, and forgets that what both want is not done yet."""

    def prepare(self) -> None:
        super().prepare()
        self.plans = _AllOrNothing(self.plans.steps)


@wrong("som", breaks="PV-06", where="supplementals+service-changes+service-points")
class TakesUnitsAwayWhereTheyWere(ServiceOrderManagement):
    """Takes units of a service that moves away at its old address, also those that have moved already."""

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        asked = super().network_line(work, task)
        return replace(asked, site=work.home) if work.moves and task.effect == UNDO else asked


@wrong("som", breaks="PV-05")
class ResumesWhatIsCancelled(ServiceOrderManagement):
    """Sets a cancelled order up again when it is told to go on."""

    def event(self, kind: str, number: str, message: Message) -> None:
        order = self.orders.get(number)
        if kind == "resume" and order is not None and order.state is ServiceOrderState.CANCELLING:
            order.state = ServiceOrderState.IN_PROGRESS
            for work in order.works.values():
                work.again = work.line
        else:
            super().event(kind, number, message)


@wrong("som", breaks="PV-04")
class TakesAResumeForATurn(ServiceOrderManagement):
    """Begins an order that waits for a service when it is resumed, though the earlier order is not done."""

    def resume(self, order: ServiceOrder) -> None:
        super().resume(order)
        for work in order.works.values():
            if work.waits:
                self.have_turn(order, work)
