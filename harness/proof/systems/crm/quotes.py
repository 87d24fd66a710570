"""CRMs that go wrong over opportunities, quotes, prices, and where an order begins."""

from collections.abc import Iterator
from contextlib import contextmanager

from ordertck.harness.messages import DeskDo, DeskShown, Message, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Meddling
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    Queueing,
    Refused,
    Screens,
    Sheets,
    Submissions,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="SC-02")
class ForgetsTheSolution(Screens):
    """Keeps of an opportunity what it is about, and not what would suit."""

    def order(self, order: CrmOrder) -> DeskShown:
        shown = super().order(order)
        return replace(shown, rows=()) if order.kind == "opportunity" else shown


@wrong("crm", breaks="SC-02")
class ForgetsTheInterest(OrderEntry):
    """Keeps of an opportunity what would suit, and not what the customer asked for."""

    def enter_sheet(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        return super().enter_sheet(kind, ref, {name: value for name, value in fields.items() if name != "interest"})


@wrong("crm", breaks="SC-02 SC-03")
class SubmitsWhateverItIs(CustomerRelations):
    """Lets a quote or an opportunity be submitted as if it were an order."""

    def prepare(self) -> None:
        self.desk.acts |= {("submit", sheet): self.submitting.submit_order for sheet in ("opportunity", "quote")}


@wrong("crm", breaks="SC-02")
class OrdersWhatItQuotes(Meddling):
    """Puts on the queue what is quoted."""

    def after(self, act: DeskDo) -> None:
        if (act.verb, act.object) == ("convert", "opportunity"):
            self.queueing.queue(self.orders.order(act.fields["quote"]))


@wrong("crm", breaks="SC-02")
class UsesAnOpportunityUp(Sheets):
    """Has no opportunity any more once there is a quote."""

    def quote_from_opportunity(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().quote_from_opportunity(ref, fields)
        del self.orders.by_ref[ref]
        return shown


@wrong("crm", breaks="SC-03")
class KeepsQuoteAndOrderAlike(CustomerRelations):
    """Changes a quote with the order that was made of it."""

    def take(self, message: Message) -> None:
        super().take(message)
        for quote in self.orders.by_ref.values():
            made = self.orders.known(quote.became) if quote.became else None
            if quote.kind == "quote" and made is not None:
                quote.lines = dict(made.lines)


@wrong("crm", breaks="SC-02 SC-03 SC-18")
class OrdersWhatSuitsLeast(Sheets):
    """Makes a quote of the first product of a solution only."""

    def quote_from_opportunity(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().quote_from_opportunity(ref, fields)
        quote = self.orders.order(fields.get("quote", ""))
        quote.lines = dict(list(quote.lines.items())[:1])
        return shown


@wrong("crm", breaks="SC-03 SC-04")
class ShowsNoPrices(Screens):
    """Lists products without prices."""

    def price(self, line: CrmLine) -> str | None:
        return None


@wrong("crm", breaks="SC-04")
class OnePriceWhateverIsPicked(Screens):
    """Shows a product's price without its options."""

    def price(self, line: CrmLine) -> str | None:
        return str(self.catalogue.products[line.product].price) if line.product else None


@wrong("crm", breaks="SC-04")
class ShowsTheDearestOption(Screens):
    """Shows the highest price that a product can have."""

    def price(self, line: CrmLine) -> str | None:
        product = self.catalogue.products.get(line.product or "")
        dearest = (
            {name: max(extras, key=lambda value: float(extras[value])) for name, extras in product.options.items()}
            if product
            else {}
        )
        return str(product.price_with(dearest)) if product else None


@wrong("crm", breaks="SC-04")
class OrdersTheStandardOption(Submissions):
    """Submits a customised product as it comes from the factory."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, attributes={}) if sent.parent else sent


class _Converting(Sheets):
    """Makes something else of a quote or an opportunity than what it said."""

    def turned(self, line: CrmLine) -> CrmLine:
        """A line, as it comes out."""
        return line

    def copied(self, made: CrmOrder, line: CrmLine, ids: dict[str, str]) -> CrmLine:
        return self.turned(super().copied(made, line, ids))


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
class TakesTheFirstLine(Sheets):
    """Makes a quote, or an order, of the first line only."""

    def become(self, source: CrmOrder, kind: str, ref: str) -> DeskShown:
        shown = super().become(source, kind, ref)
        made = self.orders.order(ref)
        made.lines = dict(list(made.lines.items())[:1])
        return replace(shown, rows=shown.rows[:1])


@wrong("crm", breaks="SC-05")
class OrdersWhatWasNotAccepted(Sheets):
    """Makes an order of any quote."""

    def order_from_quote(self, ref: str, fields: Fields) -> DeskShown:
        self.orders.order(ref).accepted = True
        return super().order_from_quote(ref, fields)


@wrong("crm", breaks="SC-05")
class TakesAnAcceptanceForGood(Sheets):
    """Makes an order of a quote that was changed after the customer had accepted it."""

    def prepare(self) -> None:
        self.once: set[str] = set()

    def accept(self, ref: str, fields: Fields) -> DeskShown:
        self.once.add(ref)
        return super().accept(ref, fields)

    def order_from_quote(self, ref: str, fields: Fields) -> DeskShown:
        self.orders.order(ref).accepted = ref in self.once
        return super().order_from_quote(ref, fields)


@contextmanager
def _still_accepted(quote: CrmOrder) -> Iterator[None]:
    """Whatever is changed of a quote meanwhile, it stays accepted if it was."""
    accepted = quote.accepted
    yield
    quote.accepted = accepted


@wrong("crm", breaks="SC-05")
class OrdersWhatIsLeftOfAnAcceptedQuote(OrderEntry):
    """Takes a quote for accepted still when a line was taken off it."""

    def discard_line(self, ref: str, fields: Fields) -> DeskShown:
        with _still_accepted(self.orders.order(fields.get("order", ""))):
            return super().discard_line(ref, fields)


@wrong("crm", breaks="SC-05")
class OrdersAnAcceptedQuoteOnAnotherList(OrderEntry):
    """Takes a quote for accepted still when it was given another price list."""

    def price_order(self, ref: str, fields: Fields) -> DeskShown:
        quote = self.orders.order(ref)
        with _still_accepted(quote):
            super().price_order(ref, fields)
        return self.screens.order(quote)


@wrong("crm", breaks="SC-05", where="price-lists+drafts")
class OrdersAnAcceptedQuoteAtAnotherPrice(OrderEntry):
    """Takes a quote for accepted still when a line of it was given a price by hand."""

    def override_line(self, ref: str, fields: Fields) -> DeskShown:
        with _still_accepted(self.orders.order(fields.get("order", ""))):
            return super().override_line(ref, fields)


@wrong("crm", breaks="SC-05")
class OrdersAQuoteAgainAndAgain(Sheets):
    """Makes an order of a quote as often as somebody asks."""

    def order_from_quote(self, ref: str, fields: Fields) -> DeskShown:
        self.orders.order(ref).became = None
        return super().order_from_quote(ref, fields)


@wrong("crm", breaks="SC-05")
class LosesAnOrderFromAQuote(Queueing):
    """Queues nothing of an order that was a quote."""

    def queue(self, order: CrmOrder) -> None:
        if not any(sheet.became == order.id for sheet in self.orders.by_ref.values()):
            super().queue(order)


@wrong("crm", breaks="SC-06")
class InsistsOnAQuote(Submitting):
    """Submits no order that was not quoted before."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        if not any(sheet.became == self.orders.order(ref).id for sheet in self.orders.by_ref.values()):
            raise Refused("there is no quote for the order")
        return super().submit_order(ref, fields)
