"""Reports: what billing and provisioning tell of a line, managed into statuses, milestones and values of our own."""

from ordertck.harness.messages import Status, WorkUpdate
from ordertck.harness.reference.oms.compensation import Compensation
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment
from ordertck.harness.reference.oms.incidents import Incidents
from ordertck.harness.reference.oms.order_book import Part, Shared
from ordertck.harness.reference.oms.order_life_cycle import LineState
from ordertck.harness.reference.oms.order_outbox import Outbox
from ordertck.harness.reference.oms.statuses import CANCELLED, COMPLETE, StatusManagement


class Reports(Part):
    """Evaluates each report at once; what was told before, or comes too late, changes nothing (UF-05)."""

    def __init__(self, shared: Shared, outbox: Outbox, compensation: Compensation, incidents: Incidents) -> None:
        self.outbox, self.compensation, self.incidents = outbox, compensation, incidents
        self.orchestration = compensation.orchestration
        self.statuses = StatusManagement(shared.catalogue)
        super().__init__(shared)

    def from_billing(self, report: WorkUpdate) -> None:
        """Billing has initiated or completed a line."""
        fulfilment, line = self.book.find(report)
        if fulfilment is None or line is None:
            return
        if report.value == Status.INITIATED and line.asked != "fulfil":
            line.asked = ""
            self.billing_has_answered(fulfilment, line)
        if report.value == Status.INITIATED and line.state is LineState.WAITING:
            line.move_to(LineState.BILLING_INITIATED)
            self.orchestration.initiated(fulfilment)
        elif report.value == Status.COMPLETE and self.is_current(report, line.latest_billing):
            self.is_charged(fulfilment, line)

    def billing_has_answered(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        """What a revision wants of a line that billing was to begin is worked in once billing has said if it could."""
        waited = fulfilment.uninitiated
        self.compensation.take_up(fulfilment, line)
        if waited and fulfilment.uninitiated == 0:
            self.orchestration.provision(fulfilment)

    def is_charged(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        """Billing has done the latest that was asked for a line, after a failure too."""
        line.asked = ""
        if LineState.PROVISIONED in (line.state, line.failed_at if line.state is LineState.FAILED else None):
            self.incidents.line_goes_on(fulfilment, line)  # also what failed before it was wanted otherwise
        if line.state is LineState.PROVISIONED:
            self.orchestration.complete(fulfilment, line)
        elif line.state is LineState.UNDOING and not line.sent:
            self.compensation.undone(fulfilment, line)
        else:
            line.charged = True

    def from_provisioning(self, report: WorkUpdate) -> None:
        """Provisioning tells how a line is getting on; what is not about its latest work changes nothing."""
        fulfilment, line = self.book.find(report)
        if fulfilment is not None and line is not None and self.is_current(report, line.latest_call):
            self.take(fulfilment, line, report)

    def is_current(self, report: WorkUpdate, latest: str) -> bool:
        """Whether a report is about the latest that was asked for a line, as far as it says."""
        return report.call is None or not latest or report.call == latest

    def take(self, fulfilment: Fulfilment, line: LineFulfilment, report: WorkUpdate) -> None:
        """One report of provisioning on the latest work for a line."""
        match report.sort:
            case "milestone":
                self.reached(fulfilment, line, report.value)
            case "data":
                self.filled_in(fulfilment, line, report.attribute or "", report.value)
            case _:
                self.has_status(fulfilment, line, report.value)

    def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
        """A line is at a milestone: tell the CRM, once (UF-04)."""
        if milestone not in line.milestones and line.state is not LineState.COMPLETE:
            line.milestones.add(milestone)
            self.outbox.progress(fulfilment, line, milestone)

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        """Provisioning has assigned a value: keep it for billing, tell the CRM (UF-07)."""
        line.assigned[attribute] = value
        self.outbox.progress(fulfilment, line)

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        """A line has a status in its provisioning system; only its completion moves it on (UF-02, UF-03, UF-05)."""
        status = self.statuses.common(line.work.target, native)
        if status is None:
            self.incidents.unmapped(fulfilment, line, native)
        elif line.state is LineState.UNDOING:
            if line.sent and status in (COMPLETE, CANCELLED):  # else it is billing that has still to undo its part
                self.compensation.undone(fulfilment, line)
        elif status == COMPLETE:
            self.incidents.line_goes_on(fulfilment, line)
            if line.state in (LineState.WAITING, LineState.BILLING_INITIATED):
                self.orchestration.provisioned(fulfilment, line)
