"""CRMs with words of their own for everything, and CRMs that bring components along by themselves."""

from dataclasses import replace
from datetime import datetime

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import DeskShown, Message
from ordertck.harness.messages import replace as as_new
from ordertck.harness.names import Names
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.registry import permitted, style
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, OrderEntry
from ordertck.harness.reference.crm.customer_relations import Parts
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.variation import deployed

_WORDS = {
    "DRAFT": "In Entry", "AWAITING APPROVAL": "With Supervisor", "ACCEPTED": "Won", "REJECTED": "Turned Down",
    "REFUSED": "Bounced", "OPEN": "Booked", "IN PROGRESS": "Being Delivered", "FAILED": "In Error",
    "CANCELLED": "Void", "COMPLETE": "Closed", "PROVISIONED": "Set Up", "Active": "In Service",
    "Suspended": "On Hold", "Inactive": "Terminated", "RESERVED": "Held", "DESIGNED": "Planned", "ACTIVATED": "Live",
    "BILLED": "Charged", "Add": "New", "Update": "Change", "Delete": "Cease", "Suspend": "Pause", "Resume": "Unpause",
    "Move-Add": "Move In", "Move-Delete": "Move Out",
}  # fmt: skip


@style("crm", names=_WORDS)
class HasWordsOfItsOwnForEverything(CustomerRelations):
    """Has a word of its own for every status, milestone and action."""

    theirs = Names(_WORDS)
    ours = Names({own: common for common, own in _WORDS.items()})

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext, parts: Parts | None = None) -> None:
        super().__init__(deployed(catalogue, self.ours), scenario, parts)  # what is told of milestones has those words

    def handle(self, message: Message) -> list[Message]:
        return [self.theirs.outward.of(said) for said in super().handle(self.theirs.inward.of(message))]

    def advance(self, now: datetime) -> list[Message]:
        return [self.theirs.outward.of(said) for said in super().advance(now)]


@style("crm")
class BringsComponentsAlong(OrderEntry):
    """Adds a bundle's components with the bundle, numbers them itself, and takes a user who enters one to mean that."""

    def prepare(self) -> None:
        self.brought: set[str] = set()

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        is_new = ref not in order.lines
        if is_new and (there := self.there_already(order, fields)) is not None:
            del order.lines[there.ref]
            order.lines[ref] = replace(there, ref=ref)
            is_new = False
        if not is_new and order.lines[ref].id in self.brought:
            fields = {name: value for name, value in fields.items() if name != "number"}
        shown = super().enter_line(ref, fields)
        if is_new and order.lines[ref].action == "Add":
            self.take_apart(order, order.lines[ref])
        return shown

    def there_already(self, order: CrmOrder, fields: Fields) -> CrmLine | None:
        """The component that came with its bundle and that a user goes on to enter; None where there is none."""
        bundle = order.lines.get(fields.get("parent", ""))
        for line in order.lines.values():
            untouched = line.id in self.brought and line.ref == line.id
            if bundle and untouched and (line.parent, line.product) == (bundle.id, fields.get("product")):
                return line
        return None

    def take_apart(self, order: CrmOrder, bundle: CrmLine) -> None:
        """Add what the catalogue says that a line consists of, at every depth."""
        product = self.catalogue.products.get(bundle.product or "")
        for place, name in enumerate(product.components if product else (), 1):
            own = order.fresh_line_id()
            self.brought.add(own)
            line = CrmLine(own, own, f"{bundle.number}.{place}", name, "Add", bundle.id, site=bundle.site)
            order.lines[own] = line
            self.take_apart(order, line)

    def discard_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        gone = order.lines.get(ref)
        shown = super().discard_line(ref, fields)
        for line in list(order.lines.values()):
            if gone is not None and line.parent == gone.id and line.ref == line.id:
                self.discard_line(line.ref, fields)
        return shown


@permitted("crm")
class BringsComponentsAlongAndShowsOneOrder(BringsComponentsAlong):
    """Adds a bundle's components with it, and shows by the name of an earlier version the one that counts."""

    def see_order(self, ref: str) -> DeskShown | None:
        shown, order = super().see_order(ref), self.orders.by_ref.get(ref)
        counting = self.orders.known(order.id) if order is not None and order.submitted else None
        if shown is None or order is None or counting is None or counting.revision <= order.revision:
            return shown
        return as_new(self.screens.order(counting), ref=ref)
