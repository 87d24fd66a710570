"""Integration layers that know billing's ids of lines, and lose them where something else befalls the order."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Edge, Message
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering
from ordertck.harness.reference.integration import Integration


@wrong("integration", breaks="FL-08")
class PassesBillingsIdsOn(Integration):
    """Tells the order system of lines by the ids that billing has given them."""

    def from_neighbour(self, theirs: str) -> str:
        return self.references.for_order_system(theirs)


@wrong("integration", breaks="FL-08")
class KnowsOneLineOfBillings(Integration):
    """Learns the last of the ids that billing says in one receipt."""

    def kept_by_billing(self, receipt: Mapping[str, Any]) -> None:
        super().kept_by_billing({**receipt, "lines": receipt["lines"][-1:]})


@wrong("integration", breaks="FL-08", where="price-lists+supplementals")
class AsksUnderTheOldId(Integration):
    """Understands billing's ids, and never asks for a line by them."""

    def for_billing(self, order_system: str) -> str:
        return self.references.for_crm(order_system)


@wrong("integration", breaks="FL-08", where="price-lists+supplementals")
class ForgetsBillingsIdsAtARevision(Remembering):
    """Takes the lines of a revision for lines that billing has yet to give ids."""

    def submitted(self, message: Message) -> None:
        super().submitted(message)
        if message.body.get("revision", 1) > 1:
            for line in message.body["lines"]:
                self.billings.order_system_ids.pop(line["id"], None)


@wrong("integration", breaks="FL-08", where="price-lists+bundles+restarts")
class ForgetsBillingsIdsInABreakdown(Remembering):
    """Keeps the order system's ids on its disk, and billing's in its memory."""

    def written(self, message: Message) -> Message | None:
        kept_in_memory = message.kind == "order-receipt" and message.edge is Edge.BILLING
        return None if kept_in_memory else super().written(message)


@wrong("integration", breaks="FL-08", where="price-lists+bundles")
class KnowsBillingsComponentsByTheirProduct(Remembering):
    """Asks billing for a component under the id of the same product in the bundle before."""

    def for_billing(self, order_system: str) -> str:
        about = self.line(order_system)
        twins = [x["id"] for x in self.latest.values() if x.get("parent") and x.get("product") == about.get("product")]
        own = super().for_billing(order_system)
        twin = self.billings.for_order_system(twins[0]) if about.get("parent") else own
        return twin if own != self.references.for_crm(order_system) else own


@wrong("integration", breaks="FL-08", where="failures+cancellation")
class ForgetsBillingsIdsOfACancelledOrder(Remembering):
    """Drops billing's ids of an order's lines when the order is cancelled."""

    def submitted(self, message: Message) -> None:
        super().submitted(message)
        if message.kind == "cancel":
            for theirs, known in list(self.billings.crm_ids.items()):
                if self.orders_of_lines.get(known) == message.body["order"]:
                    del self.billings.crm_ids[theirs], self.billings.order_system_ids[known]


@wrong("integration", breaks="FL-08", where="follow-ons+modify-orders")
class KnowsBillingsLinesByTheirAsset(Remembering):
    """Takes the id that billing gave the line which changes an asset for one of the line that brought it."""

    def from_neighbour(self, theirs: str) -> str:
        about = self.line(self.billings.for_crm(theirs))
        brought = self.brought.get(about.get("asset") or "")
        return (
            self.references.for_order_system(brought)
            if brought and theirs in self.billings.crm_ids
            else super().from_neighbour(theirs)
        )
