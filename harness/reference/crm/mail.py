"""Mail: the acknowledgement that a customer gets for an order."""

from ordertck.harness.messages import Edge, Mail
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.crm_outbox import Outbox
from ordertck.harness.reference.crm.drafts import CrmOrder


class Acknowledgements(Part):
    """One for each order, to customers who have an e-mail address (SC-13)."""

    def __init__(self, shared: Shared, outbox: Outbox) -> None:
        self.outbox = outbox
        self.acknowledged: set[str] = set()
        super().__init__(shared)

    def submitted(self, order: CrmOrder) -> None:
        """An order was submitted: say so to the customer, the first time."""
        address = self.address(order)
        if address and order.id not in self.acknowledged:
            self.acknowledged.add(order.id)
            mail = Mail(order=order.id, to=address, text=f"Thank you for your order {order.id}.")
            self.outbox.tell("mail", Edge.BACKOFFICE, mail, order.id)

    def address(self, order: CrmOrder) -> str:
        """Where the customer gets mail; empty where nowhere."""
        return self.accounts.get(order.account or "", {}).get("email", "")
