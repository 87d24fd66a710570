"""CRMs that lose their way where one line of an order is past its point of no return, and another is not."""

from ordertck.harness.messages import LineUpdate, Status
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, OrderProgress, Parts, Supplementals

_PARTLY = "partly locked"


class _NotesLocks(Supplementals):
    """Notes of a supplemental that a line was locked when it was begun."""

    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        new = super().begin(order, ref)
        if any(self.locked(new, line) for line in new.lines.values()):
            new.milestones.setdefault(_PARTLY, set()).add(str(new.revision))
        return new


class _FulfilsTheVersionBefore(OrderProgress):
    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        late = str(order.revision) in order.milestones.get(_PARTLY, ())
        before = order.revises.line(line.id) if late and order.revises is not None else None
        super().convert(order, before or line)


@wrong("crm", breaks="PN-04", where="supplementals+points-of-no-return")
class TakesPartlyLockedOrdersForClosed(CustomerRelations):
    """Lets a partly locked order be revised, and has the customer get what the version before said."""

    parts = Parts(supplementals=_NotesLocks, progress=_FulfilsTheVersionBefore)


class _KeepsTheRest(OrderProgress):
    def hear_trouble(self, number: str, status: str) -> None:
        refused = self.orders.known(number)
        super().hear_trouble(number, status)
        counting = self.orders.known(number)
        if status != Status.REFUSED or refused is None or counting is None or counting is refused:
            return
        if str(refused.revision) in refused.milestones.get(_PARTLY, ()):
            for line in refused.lines.values():
                known = counting.line(line.id)
                if known is not None and not refused.milestones.get(line.id):
                    counting.lines[known.ref] = line


@wrong("crm", breaks="PN-04", where="supplementals+points-of-no-return")
class KeepsTheRestOfARefusedRevision(CustomerRelations):
    """Takes of a revision that was refused for a locked line what it says of the others."""

    parts = Parts(supplementals=_NotesLocks, progress=_KeepsTheRest)


@wrong("crm", breaks="MO-02", where="supplementals+modify-orders")
class FinishesARevisedOrderAnew(OrderProgress):
    """Takes every line of an order that was revised for finished anew when the order is told to be complete."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        if told.status == Status.COMPLETE and order.revises is not None:
            order.converted.discard(line.id)
        super().hear_of_line(order, line, told)
