"""CRMs that go wrong over the screens on which orders begin, and over drafts that are changed."""

from collections.abc import Mapping

from ordertck.harness.messages import DeskDo, DeskShown, OrderSubmission, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Meddling
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, OrderEntry, Parts, Sheets, Submissions
from ordertck.harness.reference.crm.desk import Fields


class _ByScreen(OrderEntry):
    """Begins an order on one of its screens in another way."""

    screen = ""

    def enter_sheet(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_sheet(kind, ref, fields)
        if fields.get("screen") == self.screen:
            self.begun(self.orders.order(ref), fields)
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
class SubmitsAtOnceOnTheAccountsScreen(Meddling):
    """Submits what is saved on the accounts screen, without being told to."""

    def after(self, act: DeskDo) -> None:
        saved = (act.verb, act.object, act.fields.get("screen")) == ("enter", "order", "accounts")
        order = self.orders.order(act.ref) if saved else None
        if order is not None and order.lines and not order.submitted:
            self.submitting.submit_order(order.ref, {})


@wrong("crm", breaks="SC-18")
class QuotedOrdersOnTheConfiguredList(Sheets):
    """Gives an order that was a quote another price list than the account's."""

    def order_from_quote(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().order_from_quote(ref, fields)
        self.orders.order(fields["order"]).price_list = self.catalogue.integration_price_list
        return shown


@wrong("crm", breaks="SC-18")
class PricesOpportunitiesOtherwise(Sheets):
    """Quotes what was an opportunity on another price list, and orders it so."""

    def quote_from_opportunity(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().quote_from_opportunity(ref, fields)
        self.orders.order(fields["quote"]).price_list = "Seasonal Price List"
        return shown


class _NamesWhatWasChanged(Submissions):
    def prepare(self) -> None:
        self.changed: set[str] = set()

    def of(self, order: CrmOrder) -> OrderSubmission:
        return replace(super().of(order), base_order=f"{order.id}/0" if order.id in self.changed else None)


class _NotesWhatIsChanged(OrderEntry):
    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields["order"])
        if ref in order.lines and isinstance(self.submissions, _NamesWhatWasChanged):
            self.submissions.changed.add(order.id)
        return super().enter_line(ref, fields)


@wrong("crm", breaks="SC-14")
class CallsAChangedDraftAChange(CustomerRelations):
    """Submits an order that was changed before as a change to what it said first."""

    parts = Parts(submissions=_NamesWhatWasChanged, entry=_NotesWhatIsChanged)


@wrong("crm", breaks="SC-14")
class SubmitsEachChange(Meddling):
    """Submits a draft whenever a line that it has is entered otherwise."""

    def prepare(self) -> None:
        self.before: dict[str, CrmLine] = {}

    def after(self, act: DeskDo) -> None:
        if (act.verb, act.object) == ("enter", "line"):
            order = self.orders.order(act.fields["order"])
            line = order.lines[act.ref]
            if self.before.setdefault(act.ref, line) != line:
                self.queueing.queue(order)
            self.before[act.ref] = line


@wrong("crm", breaks="SC-14")
class KeepsWhatWasEnteredFirst(OrderEntry):
    """Passes over what is entered of a line a second time."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields["order"])
        return self.screens.line(order.lines[ref]) if ref in order.lines else super().enter_line(ref, fields)


@wrong("crm", breaks="SC-14")
class KeepsDiscardedLines(OrderEntry):
    """Leaves a line on the order that was taken off."""

    def discard_line(self, ref: str, fields: Fields) -> DeskShown:
        return DeskShown(object="line", ref=ref)
