"""CRMs that queue an order well, and send back offices another header; and some that write it in their own way."""

from datetime import datetime, timedelta, timezone

from ordertck.harness.messages import Workflow, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.crm import CrmOrder, Key, WorkflowCalls


class _SendsOrders(WorkflowCalls):
    """Sends orders unasked with something else in the header, and answers as it should."""

    def send(self, key: Key, system: str) -> str:
        call = self.message("Send", key, system)
        order = self.orders.known(key[1]) if key[0] == "sales order" else None
        return self.tell("workflow", self.header(order, call) if order is not None else call, key)

    def header(self, order: CrmOrder, call: Workflow) -> Workflow:
        """The order as it is sent."""
        return replace(call, fields={**call.fields, **self.otherwise(order)})

    def otherwise(self, order: CrmOrder) -> dict[str, str]:
        """What the header says instead."""
        raise NotImplementedError


@wrong("crm", breaks="WF-10")
class SendsOrdersAtAPriorityOfItsOwn(_SendsOrders):
    """Tells back offices that every order is of the lowest priority."""

    def otherwise(self, order: CrmOrder) -> dict[str, str]:
        return {"priority": "Low"} if order.priority else {}


@wrong("crm", breaks="WF-10")
class SendsOrdersForTheDayBefore(_SendsOrders):
    """Tells back offices of a dated order that it is due a day earlier."""

    def otherwise(self, order: CrmOrder) -> dict[str, str]:
        if not order.due_date:
            return {}
        return {"due_date": (datetime.fromisoformat(order.due_date) - timedelta(days=1)).isoformat()}


@wrong("crm", breaks="WF-10")
class SendsFollowOnsAsTheirOwnBase(_SendsOrders):
    """Tells back offices of an order that builds on another one that it builds on itself."""

    def otherwise(self, order: CrmOrder) -> dict[str, str]:
        return {"base_order": order.id}


@permitted("crm")
class SendsDueDatesInAnotherZone(_SendsOrders):
    """Tells back offices when an order is due by the clocks of another zone."""

    def otherwise(self, order: CrmOrder) -> dict[str, str]:
        if not order.due_date:
            return {}
        return {"due_date": datetime.fromisoformat(order.due_date).astimezone(timezone(timedelta(hours=9))).isoformat()}


@permitted("crm")
class SendsNoHeaderButTheCustomer(_SendsOrders):
    """Sends back offices the lines of an order, and of its header only whose it is."""

    def header(self, order: CrmOrder, call: Workflow) -> Workflow:
        return replace(call, fields={"account": order.account or ""})
