"""CRMs that go wrong over opportunities, quotes, prices, and where an order begins."""

from collections.abc import Mapping

from ordertck.harness.messages import DeskShown, OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, Refused, Screens, Submissions
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.sheets import Sheets


@wrong("crm", breaks="SC-02")
class ForgetsTheSolution(CustomerRelations):
    """Keeps of an opportunity what it is about, and not what would suit."""

    class Screens(Screens):
        """An opportunity without lines."""

        def order(self, order: CrmOrder) -> DeskShown:
            shown = super().order(order)
            return replace(shown, rows=()) if order.kind == "opportunity" else shown


@wrong("crm", breaks="SC-02")
class ForgetsTheInterest(CustomerRelations):
    """Keeps of an opportunity what would suit, and not what the customer asked for."""

    def enter_sheet(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        return super().enter_sheet(kind, ref, {name: value for name, value in fields.items() if name != "interest"})


@wrong("crm", breaks="SC-02 SC-03")
class SubmitsWhateverItIs(CustomerRelations):
    """Lets a quote or an opportunity be submitted as if it were an order."""

    class Sheets(Sheets):
        """With a Submit button on each."""

        @property
        def acts(self):  # type: ignore[no-untyped-def]
            return {
                **super().acts,
                ("submit", "opportunity"): self.crm.submit_order,
                ("submit", "quote"): self.crm.submit_order,
            }


@wrong("crm", breaks="SC-02")
class OrdersWhatItQuotes(CustomerRelations):
    """Puts on the queue what is quoted."""

    class Sheets(Sheets):
        """As soon as it is."""

        def quote_from_opportunity(self, ref: str, fields: Fields) -> DeskShown:
            shown = super().quote_from_opportunity(ref, fields)
            self.crm.queue(self.crm.order(fields["quote"]))
            return shown


@wrong("crm", breaks="SC-02")
class UsesAnOpportunityUp(CustomerRelations):
    """Has no opportunity any more once there is a quote."""

    class Sheets(Sheets):
        """It was turned into the quote."""

        def quote_from_opportunity(self, ref: str, fields: Fields) -> DeskShown:
            shown = super().quote_from_opportunity(ref, fields)
            del self.crm.orders[ref]
            return shown


class _Pricing(CustomerRelations):
    def price(self, screens: Screens, line: CrmLine) -> str | None:
        """What is shown as the price."""
        raise NotImplementedError

    def __init__(self, *known: object) -> None:
        super().__init__(*known)  # type: ignore[arg-type]
        crm = self

        class Shown(Screens):
            def price(self, line: CrmLine) -> str | None:
                return crm.price(self, line)

        self.screens = Shown(self.catalogue)


@wrong("crm", breaks="SC-03 SC-04")
class ShowsNoPrices(_Pricing):
    """Lists products without prices."""

    def price(self, screens: Screens, line: CrmLine) -> str | None:
        return None


@wrong("crm", breaks="SC-04")
class OnePriceWhateverIsPicked(_Pricing):
    """Shows a product's price without its options."""

    def price(self, screens: Screens, line: CrmLine) -> str | None:
        return str(self.catalogue.products[line.product].price) if line.product else None


@wrong("crm", breaks="SC-04")
class ShowsTheDearestOption(_Pricing):
    """Shows the highest price that a product can have."""

    def price(self, screens: Screens, line: CrmLine) -> str | None:
        product = self.catalogue.products.get(line.product or "")
        dearest = (
            {name: max(extras, key=lambda value: float(extras[value])) for name, extras in product.options.items()}
            if product
            else {}
        )
        return str(product.price_with(dearest)) if product else None


@wrong("crm", breaks="SC-04")
class OrdersTheStandardOption(CustomerRelations):
    """Submits a customised product as it comes from the factory."""

    class Submissions(Submissions):
        """Without options on components."""

        def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
            sent = super().line(order, line)
            return replace(sent, attributes={}) if sent.parent else sent


class _Converting(CustomerRelations):
    """Makes something else of a quote or an opportunity than what it said."""

    def turned(self, line: CrmLine) -> CrmLine:
        """A line, as it comes out."""
        return line

    class Sheets(Sheets):
        """Each line turned."""

        def copied(self, made: CrmOrder, line: CrmLine, ids: dict[str, str]) -> CrmLine:
            return self.crm.turned(super().copied(made, line, ids))  # type: ignore[attr-defined, no-any-return]


@wrong("crm", breaks="SC-03 SC-05 SC-18")
class ForgetsTheOptions(_Converting):
    """Makes a quote, or an order, of the products alone, whatever was picked."""

    def turned(self, line: CrmLine) -> CrmLine:
        return replace(line, attributes={})


@wrong("crm", breaks="SC-05 SC-18")
class TakesBundlesApart(_Converting):
    """Makes lines of their own of a bundle's components."""

    def turned(self, line: CrmLine) -> CrmLine:
        return replace(line, parent=None)


@wrong("crm", breaks="SC-03 SC-05 SC-18")
class TakesTheFirstLine(CustomerRelations):
    """Makes a quote, or an order, of the first line only."""

    class Sheets(Sheets):
        """One line is enough."""

        def become(self, source: CrmOrder, kind: str, ref: str) -> DeskShown:
            shown = super().become(source, kind, ref)
            made = self.crm.order(ref)
            made.lines = dict(list(made.lines.items())[:1])
            return replace(shown, rows=shown.rows[:1])


@wrong("crm", breaks="SC-05")
class OrdersWhatWasNotAccepted(CustomerRelations):
    """Makes an order of any quote."""

    class Sheets(Sheets):
        """Accepted or not."""

        def order_from_quote(self, ref: str, fields: Fields) -> DeskShown:
            self.crm.order(ref).accepted = True
            return super().order_from_quote(ref, fields)


@wrong("crm", breaks="SC-05")
class OrdersAQuoteAgainAndAgain(CustomerRelations):
    """Makes an order of a quote as often as somebody asks."""

    class Sheets(Sheets):
        """Forgets that there is one."""

        def order_from_quote(self, ref: str, fields: Fields) -> DeskShown:
            self.crm.order(ref).became = None
            return super().order_from_quote(ref, fields)


@wrong("crm", breaks="SC-05")
class LosesAnOrderFromAQuote(CustomerRelations):
    """Queues nothing of an order that was a quote."""

    def queue(self, order: CrmOrder) -> None:
        if not any(sheet.became == order.id for sheet in self.orders.values()):
            super().queue(order)


@wrong("crm", breaks="SC-06")
class InsistsOnAQuote(CustomerRelations):
    """Submits no order that was not quoted before."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        if not any(sheet.became == self.order(ref).id for sheet in self.orders.values()):
            raise Refused("there is no quote for the order")
        return super().submit_order(ref, fields)


class _ByScreen(CustomerRelations):
    """Begins an order on one of its screens in another way."""

    screen = ""

    def enter_sheet(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_sheet(kind, ref, fields)
        if fields.get("screen") == self.screen:
            self.begun(self.order(ref), fields)
        return shown

    def begun(self, order: CrmOrder, fields: Mapping[str, str]) -> None:
        """An order was begun there."""
        order.price_list = self.catalogue.integration_price_list


@wrong("crm", breaks="SC-18")
class AnotherListOnTheAccountsScreen(_ByScreen):
    """Begins an order on the accounts screen with a list of its own."""

    screen = "accounts"


@wrong("crm", breaks="SC-18")
class AnotherListOnTheOrdersScreen(_ByScreen):
    """Begins an order on the orders screen with a list of its own."""

    screen = "orders"


@wrong("crm", breaks="SC-18")
class SubmitsAtOnceOnTheAccountsScreen(_ByScreen):
    """Submits what is saved on the accounts screen, without being told to."""

    screen = "accounts"

    def begun(self, order: CrmOrder, fields: Mapping[str, str]) -> None:
        if order.lines and not order.submitted:
            self.submit_order(order.ref, {})


@wrong("crm", breaks="SC-18")
class QuotedOrdersOnTheConfiguredList(CustomerRelations):
    """Gives an order that was a quote another price list than the account's."""

    class Sheets(Sheets):
        """Not the quote's list either."""

        def order_from_quote(self, ref: str, fields: Fields) -> DeskShown:
            shown = super().order_from_quote(ref, fields)
            self.crm.order(fields["order"]).price_list = self.crm.catalogue.integration_price_list
            return shown


@wrong("crm", breaks="SC-18")
class PricesOpportunitiesOtherwise(CustomerRelations):
    """Quotes what was an opportunity on another price list, and orders it so."""

    class Sheets(Sheets):
        """The seasonal one."""

        def quote_from_opportunity(self, ref: str, fields: Fields) -> DeskShown:
            shown = super().quote_from_opportunity(ref, fields)
            self.crm.order(fields["quote"]).price_list = "Seasonal Price List"
            return shown


@wrong("crm", breaks="SC-14")
class CallsAChangedDraftAChange(CustomerRelations):
    """Submits an order that was changed before as a change to what it said first."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(fields["order"])
        if ref in order.lines:
            self.changed.add(order.id)
        return super().enter_line(ref, fields)

    def __init__(self, *known: object) -> None:
        super().__init__(*known)  # type: ignore[arg-type]
        self.changed: set[str] = set()
        crm = self

        class Named(Submissions):
            def of(self, order: CrmOrder) -> OrderSubmission:
                return replace(super().of(order), base_order=f"{order.id}/0" if order.id in crm.changed else None)

        self.submissions = Named(self)


@wrong("crm", breaks="SC-14")
class SubmitsEachChange(CustomerRelations):
    """Submits a draft whenever a line that it has is entered otherwise."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(fields["order"])
        before = order.lines.get(ref)
        shown = super().enter_line(ref, fields)
        if before is not None and order.lines[ref] != before:
            self.queue(order)
        return shown


@wrong("crm", breaks="SC-14")
class KeepsWhatWasEnteredFirst(CustomerRelations):
    """Passes over what is entered of a line a second time."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(fields["order"])
        return self.screens.line(order.lines[ref]) if ref in order.lines else super().enter_line(ref, fields)


@wrong("crm", breaks="SC-14")
class KeepsDiscardedLines(CustomerRelations):
    """Leaves a line on the order that was taken off."""

    def discard_line(self, ref: str, fields: Fields) -> DeskShown:
        return DeskShown(object="line", ref=ref)
