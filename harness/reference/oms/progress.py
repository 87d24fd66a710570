"""Progress: what provisioning tells of a line, managed into statuses, milestones and values of the order's own."""

from typing import TYPE_CHECKING

from ordertck.harness.messages import WorkUpdate
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment
from ordertck.harness.reference.oms.life_cycle import LineState
from ordertck.harness.reference.oms.statuses import CANCELLED, COMPLETE, StatusManagement

if TYPE_CHECKING:
    from ordertck.harness.reference.oms.order_management import OrderManagement


class Progress:
    """Evaluates each report at once; what was told before, or comes too late, changes nothing (UF-05)."""

    def __init__(self, oms: "OrderManagement") -> None:
        self.oms = oms
        self.statuses = StatusManagement(oms.catalogue)

    def take(self, fulfilment: Fulfilment, line: LineFulfilment, report: WorkUpdate) -> None:
        """One report on the latest work for a line."""
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
            self.oms.progress(fulfilment, line, milestone)

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        """Provisioning has assigned a value: keep it for billing, tell the CRM (UF-07)."""
        line.assigned[attribute] = value
        self.oms.progress(fulfilment, line)

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        """A line has a status in its provisioning system; only its completion moves it on (UF-02, UF-03, UF-05)."""
        status = self.statuses.common(line.work.target, native)
        if status is None:
            self.oms.fallout.unmapped(fulfilment, line, native)
        elif line.state is LineState.UNDOING and status in (COMPLETE, CANCELLED):
            self.oms.revisions.undone(fulfilment, line)
        elif status == COMPLETE:
            self.oms.fallout.line_goes_on(fulfilment, line)
            if line.state in (LineState.WAITING, LineState.BILLING_INITIATED):
                self.oms.provisioned(fulfilment, line)
