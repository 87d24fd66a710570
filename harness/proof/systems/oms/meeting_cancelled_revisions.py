"""Order systems that know revisions and cancels, and forget one over the other."""

from ordertck.harness.messages import Message, ProvisioningLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Cancelling,
    Compensation,
    Difference,
    Fulfilment,
    LineFulfilment,
    LineState,
    OrderManagement,
    OrderState,
    Parts,
    Supplementals,
)


class _Noting(Supplementals):
    """Notes which lines revisions have touched; ``noted`` are these."""

    def prepare(self) -> None:
        self.noted: set[str] = set()

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        self.noted |= set(self.noting(difference))
        super().revise(known, planned, difference)

    def noting(self, difference: Difference) -> tuple[str, ...]:
        """The lines to note."""
        return difference.added


class _CancelsWithout(Cancelling):
    def undo(self, known: Fulfilment) -> None:
        assert isinstance(self.supplementals, _Noting)
        for key in [key for key in known.lines if key in self.supplementals.noted]:
            known.lines[key].state = LineState.UNDOING
            self.compensation.gone(known, known.lines[key])
        super().undo(known)


@wrong("oms", breaks="PV-05", where="supplementals+cancellation")
class CancelsWithoutWhatWasAdded(OrderManagement):
    """Takes the first version of a cancelled order back, and not what a revision added."""

    parts = Parts(supplementals=_Noting, cancelling=_CancelsWithout)


@wrong("oms", breaks="PV-05", where="supplementals+cancellation")
class CancelsWithoutWhatWasSetUpMeanwhile(Cancelling):
    """Leaves a line as it is that was set up while another line was being undone, when the order is cancelled then."""

    def undo(self, known: Fulfilment) -> None:
        revised = any(line.state is LineState.UNDOING for line in known.lines.values())
        for line in list(known.lines.values()) if revised else ():
            if line.state is LineState.PROVISIONED:
                line.state = LineState.UNDOING
                self.compensation.gone(known, line)
        super().undo(known)


class _NotingAltered(_Noting):
    def noting(self, difference: Difference) -> tuple[str, ...]:
        return difference.altered


@wrong("oms", breaks="PV-05", where="supplementals+cancellation")
class CancelsWithoutWhatWasAltered(OrderManagement):
    """Does not find a line in a cancelled order that a revision has altered."""

    parts = Parts(supplementals=_NotingAltered, cancelling=_CancelsWithout)


@wrong("oms", breaks="PV-05", where="supplementals+cancellation")
class UndoesAgainWhatIsBeingUndone(Compensation):
    """Takes a line back once more for a cancel that a revision is taking back."""

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        if known.state is OrderState.CANCELLING and line.state is LineState.UNDOING:
            self.undo_provisioning(known, line)
        else:
            super().withdraw(known, line)


@wrong("oms", breaks="PV-05", where="supplementals+cancellation")
class TakesARevisionOfACancelledOrderForANewOne(OrderManagement):
    """Forgets an order that is cancelled, and takes a revision of it for a new order."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        known = self.book.orders.get(order.order)
        if known is not None and known.state is OrderState.CANCELLED:
            del self.book.orders[order.order]
        super().take_in(order, message)


@wrong("oms", breaks="PV-05", where="supplementals+cancellation")
class LeadsBackToWhatARevisionFound(Compensation):
    """Takes what stood when a line was revised for what stood before its order, and leads a cancel back to that."""

    def prepare(self) -> None:
        super().prepare()
        self.found: dict[str, ProvisioningLine] = {}

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if old.state is LineState.PROVISIONED and old.work.provisioning is not None:
            self.found.setdefault(old.line.id, old.work.provisioning)
        super().alter(known, old, new)

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        found = self.found.get(line.line.id)
        if found is not None and known.state is OrderState.CANCELLING:
            self.send_provisioning(known, line.work.target or "", replace(found, effect="change"))
        else:
            super().undo_provisioning(known, line)


@wrong("oms", breaks="PV-05", where="supplementals+modify-orders+cancellation")
class LeadsBackWhatTheFirstVersionChanged(Compensation):
    """Leads a cancelled change back in the values that its first version named, and leaves what a revision named."""

    def prepare(self) -> None:
        super().prepare()
        self.first: dict[str, set[str]] = {}

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        self.first.setdefault(old.line.id, set(old.line.attributes))
        super().alter(known, old, new)

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        first, work, installed = self.first.get(line.line.id), line.work.provisioning, self.installed.get(line.asset)
        if first is None or work is None or installed is None or known.state is not OrderState.CANCELLING:
            super().undo_provisioning(known, line)
            return
        now, before = work.attributes, installed.attributes
        values = {name: before.get(name, value) if name in first else value for name, value in now.items()}
        self.send_provisioning(known, line.work.target or "", replace(work, effect="change", attributes=values))
