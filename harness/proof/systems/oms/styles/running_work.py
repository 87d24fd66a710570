"""What is done with work that is under way when it is not wanted any more, or wanted differently (A-03)."""

from ordertck.harness.messages import Fault, SalesOrder
from ordertck.harness.proof.registry import permitted, style
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    OrderManagement,
    Parts,
    Reports,
    Supplementals,
)


def is_running(line: LineFulfilment) -> bool:
    """Whether provisioning has work on a line that it has not finished."""
    under_way = line.state in (LineState.WAITING, LineState.BILLING_INITIATED)
    return line.sent and under_way and line.work.provisioning is not None


class Afterwards(Compensation):
    """Notes what is to be undone or changed, by line id, and does it when the running work is finished."""

    def prepare(self) -> None:
        super().prepare()
        self.to_undo: set[str] = set()
        self.to_alter: dict[str, LineFulfilment] = {}

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        self.to_alter.pop(line.line.id, None)
        if is_running(line):
            self.to_undo.add(line.line.id)
        super().withdraw(known, line)

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.line.id not in self.to_undo:
            super().undo_provisioning(known, line)

    def undone(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.line.id in self.to_undo:
            self.to_undo.remove(line.line.id)
            self.undo_provisioning(known, line)
        else:
            super().undone(known, line)

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if is_running(old):
            self.to_alter[old.line.id] = new
        else:
            self.to_alter.pop(old.line.id, None)
            super().alter(known, old, new)

    def altered_now(self, known: Fulfilment, line: LineFulfilment) -> bool:
        """Provisioning has finished a line: whether it has to work on it again, since it is wanted differently."""
        wanted = self.to_alter.pop(line.line.id, None)
        if wanted is None:
            return False
        line.move_to(LineState.PROVISIONED)
        self.alter(known, line, wanted)
        if line.state is not LineState.PROVISIONED:
            return True
        line.move_to(LineState.BILLING_INITIATED)
        return False


class DropsOldWishes(Supplementals):
    """Forgets what a line was to be changed into where the newest version wants it as it is being done."""

    def apply(
        self, known: Fulfilment, order: SalesOrder, planned: dict[str, LineFulfilment], difference: Difference
    ) -> None:
        assert isinstance(self.compensation, Afterwards)
        for line in planned.keys() - set(difference.altered):
            self.compensation.to_alter.pop(line, None)  # it is wanted again as it is being done
        super().apply(known, order, planned, difference)


class Finished(Reports):
    """Goes on with a line that has come to be wanted differently once provisioning has finished what it began."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        done = self.statuses.common(line.work.target, native) == "COMPLETE"
        assert isinstance(self.compensation, Afterwards)
        if not (done and is_running(line) and self.compensation.altered_now(fulfilment, line)):
            super().has_status(fulfilment, line, native)


class NothingToAwait(Incidents):
    """Work that was awaited and failed is taken back at once."""

    compensation: Afterwards | None = None

    def falls_out(self, fault: Fault) -> None:
        super().falls_out(fault)
        fulfilment = self.book.orders.get(fault.order)
        line = fulfilment.lines.get(fault.line or "") if fulfilment else None
        if fulfilment and line and self.compensation and line.line.id in self.compensation.to_undo:
            self.compensation.undone(fulfilment, line)


@style("oms")
class AwaitsRunningWork(OrderManagement):
    """Lets provisioning finish what it has begun, and takes it back or changes it then."""

    parts = Parts(compensation=Afterwards, supplementals=DropsOldWishes, incidents=NothingToAwait, reports=Finished)

    def prepare(self) -> None:
        super().prepare()
        assert isinstance(self.incidents, NothingToAwait) and isinstance(self.compensation, Afterwards)
        self.incidents.compensation = self.compensation


class NotOfWhatIsOvertaken(Finished):
    """Heeds no milestone of work that a revision has overtaken."""

    def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
        assert isinstance(self.compensation, Afterwards)
        heeded = set(line.milestones)
        super().reached(fulfilment, line, milestone)
        if line.line.id in self.compensation.to_alter:
            line.milestones.intersection_update(heeded)


@permitted("oms")
class LocksByTheWorkThatIsWanted(AwaitsRunningWork):
    """Lets provisioning finish what a revision has overtaken, and locks no line by how far that came."""

    parts = Parts(
        compensation=Afterwards,
        supplementals=DropsOldWishes,
        incidents=NothingToAwait,
        reports=NotOfWhatIsOvertaken,
    )
