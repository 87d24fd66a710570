"""Order systems that report a line complete too early, too late or not at all."""

from ordertck.harness.messages import Edge, LineUpdate, OrderUpdate, WorkUpdate
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms.life_cycle import LineState
from ordertck.harness.reference.oms.order_management import Fulfilment, LineFulfilment, OrderManagement


class _Foretelling(OrderManagement):
    def foretell(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        """Tell the CRM that a line is complete before it is."""
        told = (LineUpdate(line=line.line.id, status="COMPLETE"),)
        update = OrderUpdate(order=fulfilment.order.order, status="IN PROGRESS", lines=told)
        self.tell("order-update", Edge.CRM, update, fulfilment.order.order)


@wrong("oms", breaks="AS-01")
class ReportsWhatIsProvisionedAsComplete(_Foretelling):
    """Reports a line complete once it is provisioned, though its billing is not done."""

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().provisioned(fulfilment, line)
        self.foretell(fulfilment, line)


@wrong("oms", breaks="AS-01")
class ReportsWhatIsBilledAsComplete(_Foretelling):
    """Reports a line complete once its billing is initiated, though it is not provisioned."""

    def billing_reports(self, report: WorkUpdate) -> None:
        super().billing_reports(report)
        fulfilment, line = self.find(report)
        if fulfilment and line and line.state is LineState.BILLING_INITIATED:
            self.foretell(fulfilment, line)


@wrong("oms", breaks="AS-01")
class ReportsWhatItTakesInAsComplete(_Foretelling):
    """Reports every line complete as soon as its order is started."""

    def start(self, fulfilment: Fulfilment) -> None:
        super().start(fulfilment)
        for line in fulfilment.lines.values():
            self.foretell(fulfilment, line)


@wrong("oms", breaks="AS-01")
class NeverReportsLines(OrderManagement):
    """Reports how orders stand, and nothing of their lines."""

    def update(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        super().update(fulfilment)


@wrong("oms", breaks="AS-01")
class MissesLateBilling(OrderManagement):
    """Does not complete a line whose billing is done after its provisioning."""

    def billing_reports(self, report: WorkUpdate) -> None:
        _, line = self.find(report)
        if line is None or line.state is not LineState.PROVISIONED:
            super().billing_reports(report)
