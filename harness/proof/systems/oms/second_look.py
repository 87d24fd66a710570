"""Order systems that go wrong beside what they look at: failed lines, second orders, refused versions, third states."""

import dataclasses
from collections.abc import Iterable

from ordertck.harness.messages import (
    BillingLine,
    Fault,
    Message,
    OrderLine,
    ProvisioningLine,
    SalesOrder,
    replace,
)
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Cancelling,
    Compensation,
    Difference,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderManagement,
    OrderState,
    Outbox,
    Scheduling,
    Supplementals,
    Turn,
)
from ordertck.harness.reference.oms.order_book import OrderBook


@wrong("oms", breaks="FO-04", where="follow-ons+failures")
class HoldsFailedLinesForDone(Scheduling):
    """Lets no order wait for a line that has failed already when the order comes."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        bases = super().lines_to_wait_for(order)
        return {base for base in bases if self.book.open_lines[base].lines[base].state is not LineState.FAILED}


@wrong("oms", breaks="FO-04", where="supplementals+follow-ons")
class HoldsLinesUnderRevisionForDone(Scheduling):
    """Lets no order wait for a line of which something is just being undone, though the line is wanted again."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        bases = super().lines_to_wait_for(order)
        return {base for base in bases if self.book.open_lines[base].lines[base].state is not LineState.UNDOING}


@wrong("oms", breaks="FO-05", where="follow-ons+cancellation")
class ForgetsAllThatWaitForTheLine(Cancelling):
    """Forgets, with a follow-on order that is cancelled, every other one that waits for the same line."""

    def drop(self, known: Fulfilment) -> None:
        waiting = self.compensation.orchestration.scheduling.waiting
        for line in known.order.lines:
            if line.base_line:
                waiting.line_completes(line.base_line)
        super().drop(known)


@wrong("oms", breaks="FD-04", where="supplementals+dates")
class TakesTheDateOfARefusedVersion(Supplementals):
    """Reads the date of a version before it checks the rest, and keeps the date when it refuses the version."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        if known.state is OrderState.WAITING and self.intake.objection(order, message) is not None:
            known.order = replace(known.order, requested_delivery=order.requested_delivery)
            self.orchestration.schedule(known)
        super().take_in(known, order, message)


@wrong("oms", breaks="PN-04", where="points-of-no-return+cancellation")
class AsksTheFirstLineOnly(Cancelling):
    """Cancels an order whose first line is not locked, though another one is."""

    def objection(self, known: Fulfilment) -> str | None:
        lines = known.lines
        known.lines = dict(list(lines.items())[:1])
        reason = super().objection(known)
        known.lines = lines
        return reason


@wrong("oms", breaks="PN-01", where="supplementals+points-of-no-return+failures")
class UnlocksWhatIsMended(Incidents):
    """Starts a line anew when it is mended, so that it is before its point of no return again."""

    def resolve(self, order: str, incident: str) -> None:
        fault, known = self.open.get(incident), self.book.orders.get(order)
        if fault is not None and known is not None and fault.line in known.lines:
            known.lines[fault.line].milestones.clear()
        super().resolve(order, incident)


@wrong("oms", breaks="PN-05", where="supplementals+points-of-no-return+dates")
class LocksByTheFirstProduct(Supplementals):
    """Looks the point of no return up once a line, when it first needs it, and not again for another product."""

    def prepare(self) -> None:
        self.products: dict[str, str | None] = {}

    def locked(self, line: LineFulfilment) -> bool:
        first = self.products.setdefault(line.line.id, line.line.product)
        product = self.catalogue.products.get(first or "")
        return (product is not None and product.ponr in line.milestones) or line.state is LineState.COMPLETE


@wrong("oms", breaks="PL-19", where="price-lists+supplementals+failures")
class PricesFailedLinesAsBefore(Compensation):
    """Charges a line that had failed on the header's old list, when a revision brings a new one before it is mended."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if old.state is LineState.FAILED and not new.line.price_list:
            return
        super().alter(known, old, new)


@wrong("oms", breaks="SU-11", where="bundles+supplementals")
class LeavesLateComponents(Supplementals):
    """Takes back no component that the first version of the order did not have."""

    def prepare(self) -> None:
        self.first: dict[str, frozenset[str]] = {}

    def apply(
        self, known: Fulfilment, order: SalesOrder, planned: dict[str, LineFulfilment], difference: Difference
    ) -> None:
        first = self.first.setdefault(known.number, frozenset(known.lines))
        withdrawn = tuple(key for key in difference.withdrawn if key in first or not known.lines[key].line.parent)
        super().apply(known, order, planned, dataclasses.replace(difference, withdrawn=withdrawn))


@wrong("oms", breaks="PL-08", where="price-lists+supplementals")
class InitiatesOnceAnOrder(Orchestration):
    """Has billing initiated for the lines that an order begins with, and for none that is added on another list."""

    def begin(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        before = [line.line.price_list for line in fulfilment.lines.values() if line.sent]
        if not before or any(line.line.price_list in (None, *before) for line in lines):
            super().begin(fulfilment, lines)
            return
        for line in lines:
            line.ready = True
            if line.work.billing is not None:
                line.move_to(LineState.BILLING_INITIATED)
        self.provision(fulfilment)


@wrong("oms", breaks="PV-05", where="failures+cancellation")
class HoldsAFailedRemovalForDone(OrderManagement):
    """Counts a line as undone when provisioning says that the line cannot be removed."""

    def take(self, message: Message) -> None:
        super().take(message)
        if message.kind == "fault":
            fault = message.read(Fault)
            known = self.book.orders.get(fault.order)
            line = known.lines.get(fault.line or "") if known is not None else None
            if known is not None and line is not None and line.state is LineState.UNDOING:
                self.compensation.undone(known, line)


@wrong("oms", breaks="PV-05", where="price-lists+modify-orders+cancellation")
class GoesBackToTheListOfTheSale(Compensation):
    """Looks the price list of an asset up in the order that sold it, and undoes every later change to that list."""

    def undo_billing(self, known: Fulfilment, line: LineFulfilment) -> None:
        sale, billing = _sale_of(self.book, line.asset), line.work.billing
        if sale is None or billing is None or not line.initiated or billing.effect != "change":
            super().undo_billing(known, line)
            return
        line.sent = False
        self.send_billing(known, "all", replace(billing, price_list=sale.price_list))


@wrong("oms", breaks="PV-05", where="modify-orders+service-changes+cancellation")
class RestoresWhereItWasSold(Compensation):
    """Sets up an asset whose deletion is cancelled at the address that the asset was sold for."""

    def undoing(self, line: LineFulfilment, done: ProvisioningLine) -> list[ProvisioningLine]:
        steps = super().undoing(line, done)
        sale = _sale_of(self.book, line.asset)
        sold = sale.work.provisioning if sale is not None else None
        if sold is None or done.effect != "remove" or line.line.action != "Delete":
            return steps
        return [replace(step, site=sold.site) for step in steps]


def _sale_of(book: OrderBook, asset: str) -> LineFulfilment | None:
    """The complete line that an asset was added with."""
    lines = (line for order in book.orders.values() for line in order.lines.values())
    sold = (line for line in lines if line.asset == asset and line.line.action == "Add")
    return next((line for line in sold if line.state is LineState.COMPLETE), None)


@wrong("oms", breaks="DD-03", where="supplementals+dates")
class SpreadsTheNewHeaderDate(Scheduling):
    """Gives every line of an order that waits the date of the header, once a revision has brought a new one."""

    def hold_lines(self, fulfilment: Fulfilment, lines: tuple[OrderLine, ...]) -> list[Turn]:
        if fulfilment.order.revision > 1 and fulfilment.state is OrderState.WAITING:
            lines = tuple(replace(line, requested_delivery=None) for line in lines)
        return super().hold_lines(fulfilment, lines)


@wrong("oms", breaks="OM-03")
class BillsTheLastCustomer(Outbox):
    """Keeps the customer of the order that was begun last, and bills whatever is done next to that customer."""

    account: str | None = None

    def update(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        if not lines:
            self.account = fulfilment.order.account
        super().update(fulfilment, *lines)

    def bill(self, fulfilment: Fulfilment, phase: str, lines: Iterable[BillingLine]) -> str:
        call = super().bill(fulfilment, phase, lines)
        bill = self.out.pop()
        self.out.append(replace(bill, body={**bill.body, "account": self.account}))
        return call
