"""CRMs that go wrong over price lists where an order changes something, or waits, or was not submitted yet."""

from ordertck.harness.messages import DeskShown, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import former
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    OrderEntry,
    Projected,
    Queueing,
    Sheets,
    Submissions,
    Supplementals,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="PL-31", where="price-lists+points-of-no-return+follow-ons")
class OverridesWhatIsInstalledOnly(OrderEntry):
    """Takes a price by hand for what is still to come, and makes no Update of the line."""

    def overridden(self, line: CrmLine, price: str | None) -> CrmLine:
        is_there = self.submissions.projections.assets.get(line.asset) is not None
        return super().overridden(line, price) if is_there else replace(line, override=price)


@wrong("crm", breaks="PL-31", where="price-lists+points-of-no-return+follow-ons")
class ForgetsTheBaseOfAPricedLine(Submissions):
    """Sends a line whose price was entered by hand as if it depended on nothing."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        return None if line.override else super().base_line(order, line)


@wrong("crm", breaks="PL-31", where="price-lists+points-of-no-return+follow-ons")
class PricesNothingThatIsToCome(Submissions):
    """Sends a line about what is still to come without the list that it was given."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        waits = line.asset is not None and self.projections.assets.get(line.asset) is None
        return None if waits and line.override else super().price_list(order, line)


@wrong("crm", breaks="PL-29", where="price-lists+follow-ons")
class UpdatesWhatIsPricedOnAFollowOn(Submissions):
    """Makes an Update of a list that is named on an unchanged line about what is still to come."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        waits = line.asset is not None and self.projections.assets.get(line.asset) is None
        unchanged = sent.action in (None, "-") and sent.price_list
        return replace(sent, action="Update") if waits and unchanged else sent


class _OnTheBase(Submissions):
    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        named = super().price_list(order, line)
        behind = [self.projections.behind(order, other) for other in order.lines.values()]
        bases = [found for found in behind if found and found.order and found.line]
        return self.filled(bases[0]) if bases and line.action == "Add" and not line.parent and not named else named

    def filled(self, base: Projected) -> str | None:
        """On which list a line goes that a follow-on order adds and that names none."""
        return base.order.price_list if base.order else None


@wrong("crm", breaks="PL-04", where="price-lists+follow-ons")
class AddsOnTheBaseOrdersHeader(_OnTheBase):
    """Puts what a follow-on order adds without a list on the list of the base order's header."""


@wrong("crm", breaks="PL-04", where="price-lists+follow-ons")
class AddsOnTheBaseLinesList(_OnTheBase):
    """Puts what a follow-on order adds without a list on the list of the line that it waits for."""

    def filled(self, base: Projected) -> str | None:
        return base.line.price_list if base.line else None


@wrong("crm", breaks="PL-29", where="price-lists+service-changes")
class UpdatesWhatIsPricedAndSuspended(Submissions):
    """Makes an Update of a line that suspends something and names a list."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, action="Update") if sent.action == "Suspend" and sent.price_list else sent


@wrong("crm", breaks="PL-29", where="price-lists+service-changes")
class UpdatesWhatIsPricedAndMoved(Submissions):
    """Makes an Update of a line that moves something and names a list."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, action="Update") if sent.action == "Move-Add" and sent.price_list else sent


@wrong("crm", breaks="PL-04", where="price-lists+service-changes")
class PricesWhatGoesLikeWhatComes(Submissions):
    """Sends a line that ends a service on the list of the line that brings the same product."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        comes = [x for x in order.lines.values() if x.action == "Add" and x.product == line.product]
        return super().price_list(order, comes[0] if line.action == "Delete" and comes else line)


@wrong("crm", breaks="PL-04", where="price-lists+service-changes")
class PricesWhatComesLikeWhatGoes(Submissions):
    """Sends a line that brings a product on the list of the line that ends the same product."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        goes = [x for x in order.lines.values() if x.action == "Delete" and x.product == line.product]
        return super().price_list(order, goes[0] if line.action == "Add" and goes else line)


class _ByProduct(Submissions):
    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        equal = [x for x in order.lines.values() if x.override and x.product == line.product and x.asset]
        return self.like(sent, equal[0]) if equal and line.action == "Update" else sent

    def like(self, sent: SubmittedLine, priced: CrmLine) -> SubmittedLine:
        """A line as it is sent beside one of the same product whose price was entered by hand."""
        return replace(sent, override=priced.override)


@wrong("crm", breaks="PL-31", where="price-lists+modify-orders")
class OverridesByProduct(_ByProduct):
    """Sends a price that was entered by hand on every line about that product."""


@wrong("crm", breaks="PL-31", where="price-lists+modify-orders")
class MovesEqualAssetsToTheList(_ByProduct):
    """Moves every asset of a product to the list on which one of them is put."""

    def like(self, sent: SubmittedLine, priced: CrmLine) -> SubmittedLine:
        return replace(sent, price_list=sent.price_list or priced.price_list)


@wrong("crm", breaks="PL-26")
class SendsChangedListsOfModifyOrders(Submissions):
    """Sends with the revision of a modify order the lists that it changes, and no others."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        named = super().price_list(order, line)
        return None if line.asset and named and former(order, line) == named else named


@wrong("crm", breaks="PL-26")
class SendsOverridesOnce(Submissions):
    """Sends a price that was entered by hand with the first version, and with no revision of it."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        before = order.revises.line(line.id) if order.revises else None
        alike = before is not None and before.price_list == line.price_list
        return replace(sent, override=None) if alike else sent


@wrong("crm", breaks="PL-02", where="price-lists+dates")
class PricesADateAnew(Supplementals):
    """Begins the revision of a dated order on the list that the account has by now."""

    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        new = super().begin(order, ref)
        if new.due_date:
            new.price_list = self.accounts[new.account or ""]["price_list"]
        return new


@wrong("crm", breaks="PL-02", where="price-lists+dates")
class PricesDatedRevisionsOnTheQueue(Queueing):
    """Puts a revised dated order on the queue with the list that the account has by now."""

    def queue(self, order: CrmOrder) -> None:
        if order.due_date and order.revises is not None:
            order.price_list = self.accounts[order.account or ""]["price_list"]
        super().queue(order)


@wrong("crm", breaks="PL-02", where="price-lists+approval")
class PricesAtApproval(Queueing):
    """Puts an order that waited for a supervisor on the list that the account has by then."""

    def queue(self, order: CrmOrder) -> None:
        needs = [self.catalogue.products.get(line.product or "") for line in order.lines.values()]
        if any(product is not None and product.approval for product in needs):
            order.price_list = self.accounts[order.account or ""]["price_list"]
        super().queue(order)


@wrong("crm", breaks="PL-13", where="price-lists+bundles+approval")
class CopiesListsWhenNobodyHasToApprove(Submissions):
    """Sends an order that was approved with components as they were entered."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        needs = [self.catalogue.products.get(other.product or "") for other in order.lines.values()]
        approved = any(product is not None and product.approval for product in needs)
        return line.price_list if approved else super().price_list(order, line)


@wrong("crm", breaks="PL-13", where="price-lists+bundles+approval")
class CopiesTheFirstListOfAnApprovedOrder(Submissions):
    """Sends the components of an order that was approved on the list of its first line."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        first = next(iter(order.lines.values()))
        product = self.catalogue.products.get(first.product or "")
        approved = product is not None and product.approval
        return first.price_list if approved and line.parent else super().price_list(order, line)


class _Converting(Sheets):
    def become(self, source: CrmOrder, kind: str, ref: str) -> DeskShown:
        shown = super().become(source, kind, ref)
        made = self.orders.order(ref)
        if kind == "order":
            for line in list(made.lines.values()):
                made.lines[line.ref] = self.priced(made, line)
        return shown

    def priced(self, made: CrmOrder, line: CrmLine) -> CrmLine:
        """A line of the order as it is taken over."""
        return replace(line, price_list=None)


@wrong("crm", breaks="PL-13 SC-05")
class OrdersQuotesWithoutLists(_Converting):
    """Makes an order of a quote, and leaves the price lists of its lines behind."""


@wrong("crm", breaks="PL-13", where="price-lists+bundles+drafts")
class OrdersQuotedBundlesWithoutLists(_Converting):
    """Makes an order of a quote, and leaves the price lists of its bundles behind."""

    def priced(self, made: CrmOrder, line: CrmLine) -> CrmLine:
        bundle = any(other.parent == line.id for other in made.lines.values())
        return replace(line, price_list=None) if bundle else line


class _Discarding(OrderEntry):
    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        before, lines = order.price_list, dict(order.lines)
        shown = super().discard_revision(ref, fields)
        if order.revises is None:
            self.keep(order, before, lines)
        return shown

    def keep(self, order: CrmOrder, price_list: str | None, lines: dict[str, CrmLine]) -> None:
        """What is kept of a discarded revision: the price list of its header, or those of its lines."""
        order.price_list = price_list


@wrong("crm", breaks="RV-03", where="price-lists+drafts")
class KeepsTheListOfADiscardedHeader(_Discarding):
    """Goes back to the lines of the revision before, and leaves the header's list as it was in the discarded one."""


@wrong("crm", breaks="RV-03", where="price-lists+drafts")
class KeepsTheListsOfDiscardedLines(_Discarding):
    """Goes back to the revision before, and leaves the lists of its lines as they were in the discarded one."""

    def keep(self, order: CrmOrder, price_list: str | None, lines: dict[str, CrmLine]) -> None:
        for line in list(order.lines.values()):
            order.lines[line.ref] = replace(line, price_list=lines[line.ref].price_list)
