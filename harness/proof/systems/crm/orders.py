"""CRMs whose orders are not what an order is: a header, and lines that each say what and how."""

from ordertck.harness.messages import DeskShown, OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Careless
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    OrderProgress,
    Parts,
    Refused,
    Submissions,
)
from ordertck.harness.reference.crm.desk import Fields


class _OverlooksTheCustomer(Careless):
    overlooked = "names no account"


class _AlwaysNamesAList(OrderEntry):
    def enter_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_order(ref, fields)
        self.orders.order(ref).price_list = self.orders.order(ref).price_list or self.catalogue.account_price_list
        return shown


@wrong("crm", breaks="OM-01")
class SubmitsForNobody(CustomerRelations):
    """Submits an order that names no customer."""

    parts = Parts(entry=_AlwaysNamesAList, submitting=_OverlooksTheCustomer)


@wrong("crm", breaks="OM-01")
class SubmitsEmptyOrders(Careless):
    """Submits an order without a line."""

    overlooked = "nothing is ordered"


@wrong("crm", breaks="OM-02 OM-07")
class FlattensBundles(Submissions):
    """Sends components as if they were products of their own."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        return replace(super().line(order, line), parent=None)


@wrong("crm", breaks="OM-02")
class HangsEverythingBelowTheFirstLine(Submissions):
    """Sends every line as a component of the first."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        first = next(iter(order.lines.values()))
        return replace(super().line(order, line), parent=None if line is first else first.id)


@wrong("crm", breaks="OM-02")
class HangsLine10BelowLine1(Submissions):
    """Sends a line as a component of the one that its number begins with."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        ids = {line.number: line.id for line in sent.lines}

        def above(number: str) -> str | None:
            return next((ids[number[:n]] for n in range(1, len(number)) if number[:n] in ids), None)

        return replace(sent, lines=tuple(replace(line, parent=above(line.number)) for line in sent.lines))


@wrong("crm", breaks="OM-04")
class SubmitsLinesWithoutAProduct(Careless):
    """Submits a line that is about nothing."""

    overlooked = "is about no product"


class _SubmitsBlankActions(Careless):
    overlooked = "is no action"


@wrong("crm", breaks="OM-04")
class SubmitsLinesWithoutAnAction(_SubmitsBlankActions):
    """Submits a line that says nothing of what is to happen."""


@wrong("crm", breaks="OM-04")
class LosesWhatIsSaidOfALine(Submissions):
    """Sends lines without the attributes that were entered."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        return replace(super().line(order, line), attributes={})


class _Choosy(OrderEntry):
    """Takes only some kinds of product."""

    kind = ""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        product = self.catalogue.products.get(fields.get("product", ""))
        if product is not None and product.subject == self.kind:
            raise Refused(f"a {self.kind} cannot be ordered here")
        return super().enter_line(ref, fields)


@wrong("crm", breaks="OM-05")
class SellsNoPromotions(_Choosy):
    """Does not take promotions."""

    kind = "promotion"


@wrong("crm", breaks="OM-05")
class SellsNoServiceBundles(_Choosy):
    """Does not take service bundles."""

    kind = "service bundle"


@wrong("crm", breaks="OM-05")
class SellsNoCustomizableProducts(_Choosy):
    """Does not take customizable products."""

    kind = "customizable product"


@wrong("crm", breaks="OM-05")
class SellsNoSimpleProducts(_Choosy):
    """Does not take simple products."""

    kind = "simple product"


class _LeavingOut(Submissions):
    """Leaves one kind of product out of the message."""

    kind = ""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        return replace(sent, lines=tuple(line for line in sent.lines if line.subject != self.kind))


@wrong("crm", breaks="OM-06")
class FoldsDiscountsIn(_LeavingOut):
    """Sends no line for a discount, since it belongs to the product that it is for."""

    kind = "discount"


@wrong("crm", breaks="OM-06")
class HangsDiscountsBelowProducts(Submissions):
    """Sends a discount as a component of the product before it."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        first = next(iter(order.lines.values()))
        return replace(sent, parent=first.id) if sent.subject == "discount" and line is not first else sent


@wrong("crm", breaks="OM-06")
class EndsTheProductWithItsDiscount(OrderProgress):
    """Ends all that a customer has together with a discount."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        if line.action == "Delete":
            for asset in self.assets.of(order.account or ""):
                self.assets.put(replace(asset, status="Inactive"))


@wrong("crm", breaks="OM-07")
class LeavesPricingEventsOut(_LeavingOut):
    """Sends a product that is billed by several events without the lines of its events."""

    kind = "pricing event"
