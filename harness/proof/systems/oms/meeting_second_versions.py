"""Order systems that hold on to what does not count: a line's first version, a status that its asset never reached."""

from collections.abc import Iterable

from ordertck.harness.messages import Message, OrderLine, ProvisioningLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Cancelling,
    Compensation,
    Difference,
    Fulfilment,
    LineFulfilment,
    Objection,
    Orchestration,
    OrderManagement,
    OrderState,
    Outbox,
    Parts,
    Supplementals,
)


class _RemembersFirstVersions(Supplementals):
    """Remembers each line as the first version of its order had it."""

    def prepare(self) -> None:
        super().prepare()
        self.first: dict[str, OrderLine] = {}

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        for key, line in known.lines.items():
            self.first.setdefault(key, line.line)
        super().take_in(known, order, message)

    def as_at_first(self, line: OrderLine) -> bool:
        """Whether a line has the values that it had in the first version."""
        return line.id in self.first and line.attributes == self.first[line.id].attributes


@wrong("oms", breaks="SU-06")
class ReadsADashAsTheFirstVersion(_RemembersFirstVersions):
    """Takes a dash in a revision for the line as the first version had it, and not for the line as it is."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        lines = tuple(self.first.get(line.id, line) if line.action == "-" else line for line in order.lines)
        super().take_in(known, replace(order, lines=lines), message)


@wrong("oms", breaks="PN-02", where="supplementals+points-of-no-return+dates")
class ComparesLockedLinesWithTheFirstVersion(_RemembersFirstVersions):
    """Refuses a revision of another line where a locked line is not as the first version had it."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        locked = {key for key, line in known.lines.items() if self.locked(line)}
        for line in order.lines:
            if line.id in locked and not self.as_at_first(line):
                return Objection("the line is past its point of no return", line.id)
        return super().objection(known, order, message, difference)


@wrong("oms", breaks="PN-02 PN-04", where="supplementals+points-of-no-return+dates")
class LeadsLockedLinesBackToTheFirstVersion(_RemembersFirstVersions):
    """Takes a revision that leads a locked line back to its first version for one that leaves the line alone."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        back = {line.id for line in order.lines if self.as_at_first(line)}
        altered = tuple(line for line in difference.altered if line not in back)
        return super().objection(known, order, message, Difference(difference.added, difference.withdrawn, altered))


@wrong("oms", breaks="AC-08", where="service-changes+cancellation")
class NotesTheStatusOfCancelledChanges(Cancelling):
    """Takes an asset for suspended, or for resumed, where the order that was to do so was cancelled under way."""

    def undo(self, known: Fulfilment) -> None:
        changes = [line for line in known.lines.values() if line.line.action in ("Suspend", "Resume")]
        super().undo(known)
        for line in changes:
            self.compensation.installed.complete(line.line, line.asset, None)


class _SetsUpAgain(Compensation):
    """Still sets up again, amid a cancel, what a revision has put back."""

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        again = line.again if known.state is OrderState.CANCELLING else None
        super().withdraw(known, line)
        line.again = again


class _IsCancelledAllTheSame(Orchestration):
    """Says that such an order is cancelled in the end."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        end = super().end_of(fulfilment)
        return OrderState.CANCELLED if end and fulfilment.state is OrderState.CANCELLING else end


@wrong("oms", breaks="PV-05", where="supplementals+cancellation")
class CancelsWithoutWhatIsPutBack(OrderManagement):
    """Sets a line that a revision has put back up again once it is undone, though its order is cancelled by then."""

    parts = Parts(compensation=_SetsUpAgain, orchestration=_IsCancelledAllTheSame)


@wrong("oms", breaks="PV-11", where="modify-orders+service-changes+service-points")
class ForgetsTheNewServicePoint(Outbox):
    """Has a service that was moved changed at the service point that it had before the move."""

    def prepare(self) -> None:
        super().prepare()
        self.first: dict[str, str] = {}

    def provision(self, fulfilment: Fulfilment, target: str | None, lines: Iterable[ProvisioningLine]) -> str:
        sent = []
        for line in lines:
            known = self.first.setdefault(line.asset or "", line.service_point or "")
            lost = line.effect == "change" and known and line.service_point != known
            sent.append(replace(line, service_point=known) if lost else line)
        return super().provision(fulfilment, target, sent)
