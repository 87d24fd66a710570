"""Mail: the acknowledgement that a customer gets for an order."""

from typing import TYPE_CHECKING

from ordertck.harness.messages import Edge, Mail
from ordertck.harness.reference.crm.drafts import CrmOrder

if TYPE_CHECKING:
    from ordertck.harness.reference.crm.customer_relations import CustomerRelations


class Acknowledgements:
    """One for each order, to customers who have an e-mail address (SC-13)."""

    def __init__(self, crm: "CustomerRelations") -> None:
        self.crm = crm
        self.acknowledged: set[str] = set()

    def submitted(self, order: CrmOrder) -> None:
        """An order was submitted: say so to the customer, the first time."""
        address = self.address(order)
        if address and order.id not in self.acknowledged:
            self.acknowledged.add(order.id)
            mail = Mail(order=order.id, to=address, text=f"Thank you for your order {order.id}.")
            self.crm.tell("mail", Edge.BACKOFFICE, mail, order.id)

    def address(self, order: CrmOrder) -> str:
        """Where the customer gets mail; empty where nowhere."""
        return self.crm.accounts.get(order.account or "", {}).get("email", "")
