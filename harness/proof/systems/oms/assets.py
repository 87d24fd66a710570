"""Order systems that report a line complete too early, too late or not at all."""

from ordertck.harness.messages import WorkUpdate
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.habits import foretell
from ordertck.harness.reference.oms import Fulfilment, LineFulfilment, LineState, Orchestration, Outbox, Reports


@wrong("oms", breaks="AS-01")
class ReportsWhatIsProvisionedAsComplete(Orchestration):
    """Reports a line complete once it is provisioned, though its billing is not done."""

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().provisioned(fulfilment, line)
        foretell(self.outbox, fulfilment, line)


@wrong("oms", breaks="AS-01")
class ReportsWhatIsBilledAsComplete(Reports):
    """Reports a line complete once its billing is initiated, though it is not provisioned."""

    def from_billing(self, report: WorkUpdate) -> None:
        super().from_billing(report)
        fulfilment, line = self.book.find(report)
        if fulfilment and line and line.state is LineState.BILLING_INITIATED:
            foretell(self.outbox, fulfilment, line)


@wrong("oms", breaks="AS-01")
class ReportsWhatItTakesInAsComplete(Orchestration):
    """Reports every line complete as soon as its order is started."""

    def start(self, fulfilment: Fulfilment) -> None:
        super().start(fulfilment)
        for line in fulfilment.lines.values():
            foretell(self.outbox, fulfilment, line)


@wrong("oms", breaks="AS-01")
class NeverReportsLines(Outbox):
    """Reports how orders stand, and nothing of their lines."""

    def update(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        super().update(fulfilment)


@wrong("oms", breaks="AS-01")
class MissesLateBilling(Reports):
    """Does not complete a line whose billing is done after its provisioning."""

    def from_billing(self, report: WorkUpdate) -> None:
        _, line = self.book.find(report)
        if line is None or line.state is not LineState.PROVISIONED:
            super().from_billing(report)
