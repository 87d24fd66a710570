"""CRMs that capture orders in their own way, or with no step that is optional, as the documents permit."""

from ordertck.harness.messages import CheckLine, DeskDo, DeskShown
from ordertck.harness.proof.registry import permitted, style
from ordertck.harness.reference.crm import Asset, CrmLine, CrmOrder, CustomerRelations, outside_checks, screens
from ordertck.harness.reference.crm.service_points import PRODUCT

_OPTIONAL = (
    "opportunities quotes priced-options quotes-become-orders shipping-information availability-check order-checks "
    "tax-calculation shipping-cost payment-verification credit-check card-authorisation documents-and-activities "
    "approval acknowledgement-mail changes-to-drafts orders-from-profile"
)


@permitted("crm", without=_OPTIONAL)
class LeavesOutWhatIsOptional(CustomerRelations):
    """Enters and submits orders, and knows no quotes, no checks, no approval and no mail."""

    def do(self, act: DeskDo) -> DeskShown:
        if act.verb in ("convert", "accept", "check", "approve", "reject") or act.object in ("opportunity", "quote"):
            return DeskShown(object=act.object, ref=act.ref, refused="there is no such thing here")
        return super().do(act)


@style("crm")
class AsksAboutAllLinesAtOnce(CustomerRelations):
    """Asks whether the items are there in one question, and reads each line's answer."""

    class OutsideChecks(outside_checks.OutsideChecks):
        """One question."""

        def questions(self, kind: str, order: CrmOrder) -> list[tuple[CheckLine, ...]]:
            return [tuple(line for lines in super(type(self), self).questions(kind, order) for line in lines)]


@style("crm")
class WritesPricesShort(CustomerRelations):
    """Shows 30 for 30.00."""

    class Screens(screens.Screens):
        """Without zeros that say nothing."""

        def price(self, line: CrmLine) -> str | None:
            price = super().price(line)
            return price.removesuffix(".00") if price else None


@style("crm")
class KeepsServicePointsOffTheList(CustomerRelations):
    """Finds a service point by its id, and does not list it with what the customer has."""

    def assets_of(self, account: str) -> list[Asset]:
        return [asset for asset in super().assets_of(account) if asset.product != PRODUCT]
