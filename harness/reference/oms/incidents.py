"""Incidents: failures that neighbours or the integration tell of, raised once, resolved once (PV-15)."""

from ordertck.harness.messages import Fault
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment
from ordertck.harness.reference.oms.orchestration import Orchestration
from ordertck.harness.reference.oms.order_book import Part, Shared
from ordertck.harness.reference.oms.order_life_cycle import LineState
from ordertck.harness.reference.oms.order_outbox import Outbox


class Incidents(Part):
    """Keeps the incidents that are open, by id, and has the CRM told of each, with order and line."""

    def __init__(self, shared: Shared, outbox: Outbox, orchestration: Orchestration) -> None:
        self.outbox, self.orchestration = outbox, orchestration
        self.open: dict[str, Fault] = {}
        super().__init__(shared)

    def falls_out(self, fault: Fault) -> None:
        """A neighbour, or the integration, could not do something: say so, once; the other lines go on."""
        fulfilment = self.book.orders.get(fault.order)
        if fulfilment is None or fault.incident in self.open:
            return
        line = fulfilment.lines.get(fault.line or "")
        if line is not None and line.state not in (LineState.COMPLETE, LineState.FAILED):
            line.fails_at_billing()
            self.line_fails(fulfilment, line)
        self.raised(fault)
        if fault.line is not None:
            self.orchestration.scheduling.line_is_lost(fault.order, fault.line, "fell out")

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        """A line gets no further for now; one that is being undone goes on being undone."""
        if line.state is LineState.UNDOING:
            return
        waited_for = line.state is LineState.WAITING and line.work.billing is not None
        line.failed_at = line.state
        line.move_to(LineState.FAILED)
        if waited_for:
            self.orchestration.initiated(fulfilment)

    def raised(self, fault: Fault) -> None:
        """Tell the CRM of an incident."""
        self.open[fault.incident] = fault
        self.outbox.fallout(fault, "raised")

    def unmapped(self, fulfilment: Fulfilment, line: LineFulfilment, status: str) -> None:
        """A provisioning system reports something that nobody understands: flag it, and take it for nothing (UF-03)."""
        incident = f"{line.line.id}-unmapped-{status}"
        if incident not in self.open:
            reason = "provisioning reports a status that is not mapped"
            self.raised(Fault(order=fulfilment.number, line=line.line.id, incident=incident, reason=reason))

    def resolve(self, order: str, incident: str) -> None:
        """An incident is over: the line that it stopped goes on from where it was."""
        fault = self.open.pop(incident, None)
        fulfilment = self.book.orders.get(order)
        if fault is None or fulfilment is None:
            return
        self.outbox.fallout(fault, "resolved")
        line = fulfilment.lines.get(fault.line or "")
        if line is not None and line.state is LineState.FAILED and line.sent:
            begun = LineState.BILLING_INITIATED if line.initiated else LineState.WAITING
            line.move_to(LineState.PROVISIONED if line.failed_at is LineState.PROVISIONED else begun)

    def line_goes_on(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        """Whoever works on a line reports it complete: whatever stopped it is over."""
        about = (fulfilment.number, line.line.id)
        for incident in [i for i, fault in self.open.items() if (fault.order, fault.line) == about]:
            self.resolve(fulfilment.number, incident)

    def nobody_wants_them(self) -> None:
        """What stopped a line is over with the line: the CRM is told so once a revision has taken it out."""
        for incident, fault in list(self.open.items()):
            fulfilment = self.book.orders.get(fault.order)
            if fulfilment is not None and fault.line is not None and fault.line not in fulfilment.lines:
                self.resolve(fault.order, incident)
