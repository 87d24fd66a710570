"""Order systems that know price lists, and forget them where something else befalls an open order."""

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Objection,
    Orchestration,
    OrderManagement,
    Parts,
    Planning,
    Reports,
    Supplementals,
)


def charged_on(line: LineFulfilment, price_list: str | None) -> None:
    """Plan a line on another price list."""
    line.price_list = price_list
    if line.work.billing is not None:
        line.work = replace(line.work, billing=replace(line.work.billing, price_list=price_list))


class _Headers(Planning):
    """Keeps the header's price list of every version of an order, oldest first, and fills blanks with one of them."""

    def prepare(self) -> None:
        self.headers: dict[str, list[str | None]] = {}

    def plans(self, order: SalesOrder) -> dict[str, LineFulfilment]:
        self.headers.setdefault(order.order, []).append(order.price_list)
        return super().plans(order)

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        header = self.header(self.headers.get(order.order, [order.price_list]))
        return super().price_list(replace(order, price_list=header), line)

    def header(self, headers: list[str | None]) -> str | None:
        """The list that a blank line takes."""
        return headers[-1]


@wrong("oms", breaks="PL-19", where="price-lists+supplementals")
class HeedsTheHeaderOnlyWhenItChanges(_Headers):
    """Goes back to the first header's list when a revision leaves the header as the revision before it had it."""

    def header(self, headers: list[str | None]) -> str | None:
        return headers[0] if len(headers) > 2 and headers[-1] == headers[-2] else headers[-1]


@wrong("oms", breaks="PL-19", where="price-lists+supplementals")
class ChangesTheHeaderOnce(_Headers):
    """Takes no further list for the header once a revision has changed it."""

    def header(self, headers: list[str | None]) -> str | None:
        return next((header for header in headers if header != headers[0]), headers[0])


@wrong("oms", breaks="PL-22", where="price-lists+supplementals")
class KeepsAListThatARevisionGave(Planning):
    """Takes a blank for no change where the list was given by a revision."""

    def prepare(self) -> None:
        self.given: dict[str, str] = {}

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        if order.revision > 1 and line.price_list:
            known = self.book.orders.get(order.order)
            if known is not None and line.id in known.lines and not known.lines[line.id].line.price_list:
                self.given[line.id] = line.price_list
        return super().price_list(order, line if line.price_list else replace(line, price_list=self.given.get(line.id)))


class _FillsEarly(Supplementals):
    """Leaves blank lines of a waiting order on the list that they were filled with when it came."""

    waits_for_a_place = False

    def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        if any(line.ready for line in known.lines.values()) is self.waits_for_a_place:
            for key, line in planned.items():
                if key in known.lines and not line.line.price_list:
                    charged_on(line, known.lines[key].price_list)
        super().replace(known, planned, difference)


@wrong("oms", breaks="PL-19", where="price-lists+dates")
class FillsADatedOrderWhenItComes(_FillsEarly):
    """Fills a dated order when it comes, and not again when its header is changed before the date."""


@wrong("oms", breaks="PL-19", where="price-lists+priorities")
class FillsAnOrderBeforeItHasAPlace(_FillsEarly):
    """Fills an order when it joins the queue, and not again when its header is changed before it has a place."""

    waits_for_a_place = True


@wrong("oms", breaks="PL-19", where="price-lists+dates")
class LeavesDatedLinesAsTheyWere(Supplementals):
    """Does not look at the lines of a running order that wait for their date when the header's list changes."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        begun = tuple(line for line in difference.altered if known.lines[line].ready)
        super().revise(known, planned, replace(difference, altered=begun))


class _ChargesOnNotedHeaders(Orchestration):
    """Charges blank lines on the list that was noted for the order; ``noted`` are these, by number."""

    def prepare(self) -> None:
        self.noted: dict[str, str | None] = {}

    def bill(self, fulfilment: Fulfilment, phase: str, lines: list[LineFulfilment]) -> None:
        for line in lines:
            if fulfilment.number in self.noted and not line.line.price_list and line.line.action == "Add":
                charged_on(line, self.noted[fulfilment.number])
        super().bill(fulfilment, phase, lines)

    def note(self, message: Message) -> None:
        """Note what a message says of the header."""
        order = message.read(SalesOrder)
        self.noted[order.order] = order.price_list


@wrong("oms", breaks="SU-05", where="price-lists+redelivery")
class ReadsTheHeaderOfEveryDelivery(OrderManagement):
    """Notes the header's list before it sees that it was given a version before."""

    parts = Parts(orchestration=_ChargesOnNotedHeaders)

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        if repeated and message.kind == "sales-order" and isinstance(self.orchestration, _ChargesOnNotedHeaders):
            self.orchestration.note(message)
        return repeated


@wrong("oms", breaks="PN-04")
class ReadsTheHeaderOfWhatItRefuses(OrderManagement):
    """Notes the header's list of a revision before it sees that the revision comes too late."""

    parts = Parts(orchestration=_ChargesOnNotedHeaders)

    def take_in(self, order: SalesOrder, message: Message) -> None:
        if order.order in self.book.orders and isinstance(self.orchestration, _ChargesOnNotedHeaders):
            self.orchestration.note(message)
        super().take_in(order, message)


@wrong("oms", breaks="PN-04", where="price-lists+points-of-no-return")
class RepricesWhatItRefusesToRevise(Supplementals):
    """Refuses a revision of a locked line, and charges the line on the list that the revision named."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        objection = super().objection(known, order, message, difference)
        for line in order.lines if objection is not None else ():
            if line.id in known.lines and line.price_list:
                charged_on(known.lines[line.id], line.price_list)
        return objection


@wrong("oms", breaks="PN-04", where="price-lists+points-of-no-return")
class RepricesOnTheHeaderThatItRefuses(Supplementals):
    """Refuses a revision of a locked line, and charges the line without a list on the list of the revision's header."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        objection = super().objection(known, order, message, difference)
        for line in order.lines if objection is not None and difference.altered else ():
            if line.id in known.lines and line.action == "Add" and not line.price_list and order.price_list:
                charged_on(known.lines[line.id], order.price_list)
        return objection


@wrong("oms", breaks="PN-02", where="price-lists+points-of-no-return")
class TakesANewHeaderForAChangeOfEachLine(Supplementals):
    """Refuses a revision with another header because one line is locked, though that one names a list of its own."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        if order.price_list != known.order.price_list and any(map(self.locked, known.lines.values())):
            return Objection("the header holds for a line that is past its point of no return")
        return super().objection(known, order, message, difference)


@wrong("oms", breaks="PN-02", where="price-lists+points-of-no-return")
class RepricesNothingBesideALock(Supplementals):
    """Revises the open lines of an order with a locked one, and leaves them on their price lists."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        if any(map(self.locked, known.lines.values())):
            for line in difference.altered:
                charged_on(planned[line], known.lines[line].price_list)
        super().revise(known, planned, difference)


class _MendsOnAnotherList(Incidents):
    """Plans a line that goes on after a failure on another price list."""

    def resolve(self, order: str, incident: str) -> None:
        fault, fulfilment = self.open.get(incident), self.book.orders.get(order)
        super().resolve(order, incident)
        line = fulfilment.lines.get(fault.line or "") if fault and fulfilment else None
        if fulfilment is not None and line is not None:
            charged_on(line, self.list_of(fulfilment, line))

    def list_of(self, fulfilment: Fulfilment, line: LineFulfilment) -> str | None:
        """The list that the line goes on with."""
        return fulfilment.order.price_list


@wrong("oms", breaks="PL-21")
class ChargesWhatFailedOnTheHeader(_MendsOnAnotherList):
    """Plans a line that failed anew, from the order's header."""


@wrong("oms", breaks="PL-21", where="price-lists+failures")
class MendsALineAsItFailed(_MendsOnAnotherList):
    """Goes on with a line that failed as it was when it failed, on the price list that it had then."""

    def prepare(self) -> None:
        self.lists: dict[str, str | None] = {}

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        self.lists[line.line.id] = line.price_list
        super().line_fails(fulfilment, line)

    def list_of(self, fulfilment: Fulfilment, line: LineFulfilment) -> str | None:
        return self.lists.get(line.line.id, line.price_list)


@wrong("oms", breaks="PL-21", where="price-lists+failures")
class SpreadsTheListOfAMendedLine(_MendsOnAnotherList):
    """Plans what is still to be done of an order on the list of the line that was mended."""

    def resolve(self, order: str, incident: str) -> None:
        fault, fulfilment = self.open.get(incident), self.book.orders.get(order)
        super().resolve(order, incident)
        mended = fulfilment.lines.get(fault.line or "") if fault and fulfilment else None
        for line in fulfilment.lines.values() if fulfilment and mended else ():
            if mended is not None and line.state is not LineState.COMPLETE and line.line.action == "Add":
                charged_on(line, mended.price_list)

    def list_of(self, fulfilment: Fulfilment, line: LineFulfilment) -> str | None:
        return line.price_list


class _ReadsTheFirstVersion(Reports):
    """Reads a line's price list in the first version of its order when a value is filled in; ``first`` are these."""

    def prepare(self) -> None:
        self.first: dict[str, str | None] = {}

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        charged_on(line, self.first.get(line.line.id, line.price_list))
        super().filled_in(fulfilment, line, attribute, value)


@wrong("oms", breaks="PL-21", where="price-lists+filled-in-data")
class FillsInTheFirstVersion(OrderManagement):
    """Writes what is filled in into the first version of an order, and charges by that."""

    parts = Parts(reports=_ReadsTheFirstVersion)

    def begin(self, order: SalesOrder, message: Message) -> None:
        super().begin(order, message)
        known = self.book.orders.get(order.order)
        if known is not None and isinstance(self.reports, _ReadsTheFirstVersion):
            self.reports.first |= {key: line.price_list for key, line in known.lines.items()}


@wrong("oms", breaks="UF-07", where="price-lists+filled-in-data")
class RepricesAndForgetsWhatWasFilledIn(Compensation):
    """Loses the values of a line that were filled in when its price list is changed."""

    def rebill(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if old.price_list != new.price_list:
            known.lines[new.line.id].assigned.clear()
        super().rebill(known, old, new)


@wrong("oms", breaks="PL-10", where="price-lists+service-points")
class KnowsListsByTheServicePoint(Planning):
    """Takes a line at another service point for a new one, which is on the header's list."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        known = self.book.orders.get(order.order)
        before = known.lines.get(line.id) if known is not None else None
        moved = before is not None and before.line.service_point != line.service_point
        return super().price_list(order, replace(line, price_list=None) if moved else line)
