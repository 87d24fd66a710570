"""CRMs that stop more than was stopped."""

from ordertck.harness.messages import DeskShown, Status
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import Approval
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="SC-12", where="supplementals+approval")
class RejectsTheOpenOrderToo(Approval):
    """Takes an order for over when a supervisor rejects its revision, until more is told of the order."""

    def reject(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().reject(ref, fields)
        order = self.orders.order(ref)
        current = self.orders.known(order.id)
        if order.revises is not None and current is not None and current is not order:
            current.status = Status.REJECTED
        return shown
