"""CRMs that capture orders in their own way, or with no step that is optional, as the documents permit."""

from ordertck.harness.messages import CheckLine, DeskDo, DeskShown, Message
from ordertck.harness.proof.registry import permitted, style
from ordertck.harness.proof.systems.crm.habits import Meddling
from ordertck.harness.reference.crm import (
    Acknowledgements,
    Asset,
    AssetRegister,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OutsideChecks,
    Parts,
    Screens,
)
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.service_points import PRODUCT

_OPTIONAL = (
    "opportunities quotes priced-options quotes-become-orders shipping-information availability-check order-checks "
    "tax-calculation shipping-cost payment-verification credit-check card-authorisation documents-and-activities "
    "approval acknowledgement-mail changes-to-drafts orders-from-profile"
)


@permitted("crm", without=_OPTIONAL)
class LeavesOutWhatIsOptional(CustomerRelations):
    """Enters and submits orders, and knows no quotes, no checks, no approval and no mail."""

    def take(self, message: Message) -> None:
        if message.kind == "desk-do" and self.is_optional(message.read(DeskDo)):
            shown = DeskShown(object=message.body["object"], ref=message.body["ref"], refused="there is no such thing")
            self.outbox.show(message, shown)
        else:
            super().take(message)

    def is_optional(self, act: DeskDo) -> bool:
        """Whether this is one of the things that are not done here."""
        return act.verb in ("convert", "accept", "check", "approve", "reject") or act.object in ("opportunity", "quote")


@style("crm")
class AsksAboutAllLinesAtOnce(OutsideChecks):
    """Asks whether the items are there in one question, and reads each line's answer."""

    def questions(self, kind: str, order: CrmOrder) -> list[tuple[CheckLine, ...]]:
        return [tuple(line for lines in super(type(self), self).questions(kind, order) for line in lines)]


@permitted("crm")
class AsksNobodyTwice(OutsideChecks):
    """Has a check answered once for an order as it is: who asks for it again is shown the same answer."""

    def prepare(self) -> None:
        super().prepare()
        self.asked: dict[tuple[str, str], list[CrmLine]] = {}

    def ask(self, ref: str, fields: Fields) -> DeskShown:
        order, kind = self.orders.order(ref), fields.get("check", "")
        lines = list(order.lines.values())
        answered = any(check == kind for check, _ in self.results.get(order.id, {}))
        if answered and self.asked.get((order.id, kind)) == lines:
            return self.screens.order(order)
        self.asked[order.id, kind] = lines
        return super().ask(ref, fields)


class _OfThatDay(Acknowledgements):
    def prepare(self) -> None:
        super().prepare()
        self.noted: dict[str, str] = {}

    def address(self, order: CrmOrder) -> str:
        return self.noted.get(order.id) or super().address(order)


@permitted("crm")
class NotesTheAddressWithTheOrder(Meddling):
    """Writes to the address that a customer had when the order was begun."""

    parts = Parts(acknowledgements=_OfThatDay)

    def after(self, act: DeskDo) -> None:
        order = self.orders.by_ref.get(act.ref)
        if (act.verb, act.object) == ("enter", "order") and order is not None:
            assert isinstance(self.acknowledgements, _OfThatDay)
            self.acknowledgements.noted[order.id] = self.acknowledgements.address(order)


@style("crm")
class WritesPricesShort(Screens):
    """Shows 30 for 30.00."""

    def price(self, line: CrmLine) -> str | None:
        price = super().price(line)
        return price.removesuffix(".00") if price else None


@style("crm")
class KeepsServicePointsOffTheList(AssetRegister):
    """Finds a service point by its id, and does not list it with what the customer has."""

    def of(self, account: str) -> list[Asset]:
        return [asset for asset in super().of(account) if asset.product != PRODUCT]
