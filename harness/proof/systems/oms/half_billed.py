"""Order systems that lose count of lines that billing has begun, or is about to complete."""

from ordertck.harness.messages import WorkUpdate
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Reports,
    Supplementals,
)


@wrong("oms", breaks="PL-08", where="price-lists+supplementals")
class CountsWithdrawnBillingTwice(Supplementals):
    """Takes withdrawn lines off those that wait for billing once more, where lines on another list take their place."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        lists = {None, *(known.lines[line].line.price_list for line in difference.withdrawn)}
        if any(planned[line].line.price_list not in lists for line in difference.added):
            billed = [line for line in difference.withdrawn if known.lines[line].state is LineState.BILLING_INITIATED]
            known.uninitiated -= len(billed)
        super().revise(known, planned, difference)


@wrong("oms", breaks="PL-08", where="price-lists+supplementals+failures")
class CountsFailedLinesTwice(Incidents):
    """Takes a failed line off the lines that wait for billing, though it was provisioning that failed."""

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        fulfilment.uninitiated -= line.state is LineState.BILLING_INITIATED
        super().line_fails(fulfilment, line)


@wrong("oms", breaks="SU-07")
class CompletesWhatIsStillRevised(Compensation):
    """Takes a line for provisioned that was so before its revision, and completes it when billing has."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        was = old.state
        super().alter(known, old, new)
        if (was, old.state) == (LineState.PROVISIONED, LineState.BILLING_INITIATED):
            old.state = was


@wrong("oms", breaks="SU-07")
class ForgetsThatBillingWasFirst(Reports):
    """Forgets that billing has completed a line which provisioning is still at work on, and waits for that for ever."""

    def from_billing(self, report: WorkUpdate) -> None:
        super().from_billing(report)
        _, line = self.book.find(report)
        if line is not None:
            line.charged = False


@wrong("oms", breaks="SU-08")
class WaitsForBillingOfWithdrawnLines(Compensation):
    """Provisions nothing until billing has answered for every line, also for one that was withdrawn meanwhile."""

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        waits = line.state is LineState.WAITING and line.initiated
        super().withdraw(known, line)
        known.uninitiated += waits
