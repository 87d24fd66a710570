"""Attachments: documents and service activities that belong to an order."""

from ordertck.harness.messages import DeskShown
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.desk import Acts, Fields, Views


class Attachments(Part):
    """They belong to the order, whatever revision of it counts (SC-10)."""

    def __init__(self, shared: Shared) -> None:
        self.kept: dict[str, list[dict[str, str]]] = {}
        super().__init__(shared)

    @property
    def acts(self) -> Acts:
        """What users do."""
        return {("enter", "document"): self.enter_document, ("enter", "activity"): self.enter_activity}

    @property
    def views(self) -> Views:
        """What users look at."""
        return {"attachments": self.shown}

    def enter_document(self, ref: str, fields: Fields) -> DeskShown:
        """Attach a document, a purchase order for example."""
        return self.keep("document", ref, fields)

    def enter_activity(self, ref: str, fields: Fields) -> DeskShown:
        """Have something done that goes with the order, an installation for example."""
        return self.keep("activity", ref, fields)

    def keep(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        """Keep it with its order."""
        order = self.orders.order(fields.get("order", ""))
        self.kept.setdefault(order.id, []).append({"kind": kind, "name": fields.get("name", "")})
        return DeskShown(object=kind, ref=ref, id=ref, fields=fields)

    def shown(self, ref: str) -> DeskShown | None:
        """What is attached to an order."""
        order = self.orders.by_ref.get(ref)
        rows = tuple(self.kept.get(order.id, ())) if order else ()
        return DeskShown(object="attachments", ref=ref, id=order.id, rows=rows) if order else None
