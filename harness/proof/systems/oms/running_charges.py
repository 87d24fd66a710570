"""What is done with a charge that billing is busy with when its line is not wanted any more, or elsewhere."""

from ordertck.harness.messages import Fault, WorkUpdate
from ordertck.harness.proof.registry import permitted
from ordertck.harness.reference.oms import (
    Compensation,
    Fulfilment,
    Incidents,
    LineFulfilment,
    OrderManagement,
    Parts,
    Reports,
)


class _AfterBilling(Compensation):
    """Takes a line back once billing is not busy with it; ``awaited`` are the lines, by id, that wait for that."""

    def prepare(self) -> None:
        super().prepare()
        self.awaited: set[str] = set()

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.fulfilling and not line.charged and line.work.billing is not None:
            self.awaited.add(line.line.id)
        else:
            super().undo_provisioning(known, line)

    def go_on(self, known: Fulfilment | None, line: LineFulfilment | None) -> None:
        """Billing is done with a line, or cannot do it."""
        if known is not None and line is not None and line.line.id in self.awaited:
            self.awaited.remove(line.line.id)
            super().undo_provisioning(known, line)


class _SaysWhenCharged(Reports):
    def from_billing(self, report: WorkUpdate) -> None:
        super().from_billing(report)
        fulfilment, line = self.book.find(report)
        assert isinstance(self.compensation, _AfterBilling)
        if line is not None and line.charged:
            self.compensation.go_on(fulfilment, line)


class _NoChargeToAwait(Incidents):
    """A charge that was awaited and failed is awaited no longer."""

    compensation: _AfterBilling | None = None

    def falls_out(self, fault: Fault) -> None:
        super().falls_out(fault)
        fulfilment = self.book.orders.get(fault.order)
        if fulfilment is not None and self.compensation is not None:
            self.compensation.go_on(fulfilment, fulfilment.lines.get(fault.line or ""))


@permitted("oms")
class AwaitsRunningCharges(OrderManagement):
    """Lets billing finish what it has begun for a line before provisioning takes the line back."""

    parts = Parts(compensation=_AfterBilling, incidents=_NoChargeToAwait, reports=_SaysWhenCharged)

    def prepare(self) -> None:
        super().prepare()
        assert isinstance(self.incidents, _NoChargeToAwait) and isinstance(self.compensation, _AfterBilling)
        self.incidents.compensation = self.compensation
