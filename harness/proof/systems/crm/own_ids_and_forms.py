"""CRMs that number things themselves, or have forms of their own, which is permitted."""

from ordertck.harness.messages import DeskShown, Workflow, replace
from ordertck.harness.proof.registry import permitted
from ordertck.harness.reference.crm import CustomerRelations, OrderEntry, RecordEntry, WorkflowCalls
from ordertck.harness.reference.crm.customer_relations import Parts
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.drafts import Refused
from ordertck.harness.reference.crm.records import Key

_NUMBERED = ("phone number", "asset")


class _NumberedCalls(WorkflowCalls):
    def message(self, verb: str, key: Key, system: str) -> Workflow:
        said = super().message(verb, key, system)
        return replace(said, record=f"OWN-{key[1]}") if verb == "Send" and key[0] in _NUMBERED else said


class _NumberedRecords(RecordEntry):
    def shown(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        shown = super().shown(kind, ref, fields)
        return replace(shown, id=f"OWN-{shown.id}") if kind in _NUMBERED else shown


@permitted("crm")
class NumbersPhonesItself(CustomerRelations):
    """Keeps phone numbers and other assets under ids of its own, and sends them to back offices under these."""

    parts = Parts(calls=_NumberedCalls, record_entry=_NumberedRecords)


@permitted("crm", switches={"pricing_master": "back-office"})
class LeavesPricesToTheBackOffice(RecordEntry):
    """Lets nobody enter pricing rules, which the back office keeps."""

    def save(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        if kind == "pricing rule":
            raise Refused("pricing rules are kept by the back office")
        return super().save(kind, ref, fields)


@permitted("crm", switches={"product_master": "back-office"})
class LeavesProductsToTheBackOffice(RecordEntry):
    """Lets nobody enter products, which the back office keeps."""

    def save(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        if kind == "product":
            raise Refused("products are kept by the back office")
        return super().save(kind, ref, fields)


@permitted("crm")
class TakesComponentsOffWithTheirBundle(OrderEntry):
    """Takes the components off an order with the product that they belong to, and knows them no more after that."""

    def discard_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        line = order.lines.get(ref)
        if line is None:
            raise Refused("the order has no such line")
        shown = super().discard_line(ref, fields)
        for component in [known.ref for known in order.lines.values() if known.parent == line.id]:
            self.discard_line(component, fields)
        return shown
