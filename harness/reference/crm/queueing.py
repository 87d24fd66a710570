"""Queueing: an order goes onto the submission queue."""

from ordertck.harness.messages import Edge
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.crm_outbox import Outbox
from ordertck.harness.reference.crm.drafts import CrmOrder
from ordertck.harness.reference.crm.sending import Sending
from ordertck.harness.reference.crm.submission import Submissions


class Queueing(Part):
    """One message for each version of an order; back offices are told of the first (WF-10)."""

    def __init__(self, shared: Shared, outbox: Outbox, submissions: Submissions, sending: Sending) -> None:
        self.outbox, self.submissions, self.sending = outbox, submissions, sending
        super().__init__(shared)

    def queue(self, order: CrmOrder) -> None:
        """Put the order's message on the submission queue."""
        submission = self.submissions.of(order)
        priority = self.submissions.queue_priority(order.priority)
        self.outbox.tell("order-submission", Edge.SUBMISSION, submission, order.id, priority=priority)
        self.sending.created(order)
