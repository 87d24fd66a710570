"""CRMs that lose what was entered before, or take back what was done, where something else comes in between."""

from ordertck.harness.messages import CheckLine, DeskShown, LineUpdate, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    Approval,
    CrmLine,
    CrmOrder,
    OrderEntry,
    OrderProgress,
    OutsideChecks,
    Sheets,
    Submissions,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="SP-01", where="service-changes+service-points")
class MovesToTheOldServicePoint(Submissions):
    """Names for both halves of a move the service point of the old address."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        if line.action != "Move-Add":
            return sent
        old = [each for each in order.lines.values() if each.action == "Move-Delete" and each.asset == line.asset]
        return replace(sent, service_point=old[0].service_point) if old else sent


@wrong("crm", breaks="SU-01", where="supplementals+approval")
class ApprovesWhatComesTooLate(Approval):
    """Lets a supervisor release a revision of an order that is over."""

    def approve(self, ref: str, fields: Fields) -> DeskShown:
        if self.comes_first or (order := self.waiting(ref)).revises is None:
            return super().approve(ref, fields)
        order.status = "OPEN"
        self.queueing.queue(order)
        return self.screens.order(order)


@wrong("crm", breaks="SC-05", where="price-lists+drafts")
class OrdersAtTheUsualPrice(Sheets):
    """Makes of a quote an order without the prices that were entered by hand."""

    def copied(self, made: CrmOrder, line: CrmLine, ids: dict[str, str]) -> CrmLine:
        return replace(super().copied(made, line, ids), override=None)


@wrong("crm", breaks="SC-05", where="price-lists+bundles+drafts")
class OrdersComponentsAtTheUsualPrice(Sheets):
    """Makes of a quote an order without the prices that were entered by hand on components."""

    def copied(self, made: CrmOrder, line: CrmLine, ids: dict[str, str]) -> CrmLine:
        copy = super().copied(made, line, ids)
        return replace(copy, override=None) if line.parent else copy


@wrong("crm", breaks="SC-05", where="price-lists+drafts")
class AcceptanceTakesPricesAway(Sheets):
    """Takes the prices off that were entered by hand when the customer accepts a quote."""

    def accept(self, ref: str, fields: Fields) -> DeskShown:
        quote = self.orders.order(ref)
        quote.lines = {name: replace(line, override=None) for name, line in quote.lines.items()}
        return super().accept(ref, fields)


@wrong("crm", breaks="PL-30", where="price-lists+modify-orders+drafts")
class RevisesDraftsWithoutPrices(OrderEntry):
    """Begins a revision of a draft without the prices that were entered by hand."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().revise_order(ref, fields)
        if not fields.get("as"):
            order = self.orders.order(ref)
            order.lines = {name: replace(line, override=None) for name, line in order.lines.items()}
        return shown


@wrong("crm", breaks="FO-11", where="modify-orders+redelivery")
class DoesAgainWhatIsToldAgain(OrderProgress):
    """Takes a line for unfinished that is told late to be under way, and finishes it once more."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        if told.status not in (None, "COMPLETE"):
            order.converted.discard(line.id)
        super().hear_of_line(order, line, told)


@wrong("crm", breaks="PL-12")
class FillsTheListInAtEachSave(OrderEntry):
    """Gives an order without a price list its account's list whenever it is saved."""

    def enter_order(self, ref: str, fields: Fields) -> DeskShown:
        known = ref in self.orders.by_ref
        shown = super().enter_order(ref, fields)
        order = self.orders.order(ref)
        if known and order.price_list is None:
            order.price_list = self.header_list(order.account)
        return shown


@wrong("crm", breaks="SC-08")
class ChecksWhatWasSubmitted(OutsideChecks):
    """Asks of a revision whether the items of the version before it are available."""

    def questions(self, kind: str, order: CrmOrder) -> list[tuple[CheckLine, ...]]:
        return super().questions(kind, order.revises or order)
