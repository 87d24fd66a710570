"""CRMs that go around order management."""

from ordertck.harness.messages import DeskShown, Edge, ProvisioningLine, ProvisioningOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmOrder, Queueing, Submitting
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="PV-01")
class GoesAroundOrderManagement(Queueing):
    """Puts an order on the queue, and sends it to provisioning as well."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        lines = tuple(
            ProvisioningLine(line=line.id, product=line.product or "", effect="add") for line in order.lines.values()
        )
        call = ProvisioningOrder(order=order.id, account=order.account or "", target="network", lines=lines)
        self.outbox.tell("provisioning-order", Edge.PROVISIONING, call, order.id)


@wrong("crm", breaks="PV-01")
class ProvisionsByItself(Submitting):
    """Sends what is submitted to provisioning, and to nobody else."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        for line in order.lines.values():
            asked = (ProvisioningLine(line=line.id, product=line.product or "", effect="add"),)
            call = ProvisioningOrder(order=order.id, account=order.account or "", target="network", lines=asked)
            self.approval.queueing.outbox.tell("provisioning-order", Edge.PROVISIONING, call, order.id)
        return self.screens.order(order)
