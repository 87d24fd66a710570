"""CRMs that price single products and whole orders well, and go wrong where more than one line or version is priced."""

from collections.abc import Callable

from ordertck.harness.messages import LineUpdate, OrderSubmission, OrderUpdate, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import former
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    OrderProgress,
    Queueing,
    Submissions,
    Supplementals,
)


def _first(order: CrmOrder, fits: Callable[[CrmLine], bool]) -> CrmLine | None:
    return next((line for line in order.lines.values() if fits(line)), None)


@wrong("crm", breaks="PL-13", where="price-lists+bundles")
class LooksABundleUpByItsProduct(Submissions):
    """Copies to components the list of the first bundle of that product."""

    def customizable_above(self, order: CrmOrder, line: CrmLine) -> CrmLine | None:
        above = super().customizable_above(order, line)
        return _first(order, lambda other: above is not None and other.product == above.product)


@wrong("crm", breaks="PL-13", where="price-lists+bundles")
class LooksAComponentUpByItsProduct(Submissions):
    """Sends every component of one product on the list of the first of them."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        first = _first(order, lambda other: bool(other.parent) and other.product == line.product)
        return super().price_list(order, first if first is not None and line.parent else line)


@wrong("crm", breaks="PL-13", where="price-lists+bundles")
class TakesAProductForAComponentEverywhere(Submissions):
    """Sends a product that is sold by itself on the list of a bundle in which the order has it too."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        below = _first(order, lambda other: bool(other.parent) and other.product == line.product)
        return super().price_list(order, below or line)


@wrong("crm", breaks="PL-13", where="price-lists+bundles")
class BorrowsAListForABlankBundle(Submissions):
    """Sends a bundle that names no list on the one that another bundle of its kind names."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        bundle = self.customizable_above(order, line) or line
        equal = _first(order, lambda x: bool(x.price_list) and self.customizable(x) and x.product == bundle.product)
        return super().price_list(order, line) or (equal.price_list if equal else None)


@wrong("crm", breaks="PL-13")
class CopiesToNewComponentsOfARevision(Submissions):
    """Copies the bundle's new list to the components that a revision adds; the others stay on the old one."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        before = order.revises.line(line.id) if order.revises else None
        if before is not None and order.revises is not None and line.parent:
            return super().price_list(order.revises, before)
        return super().price_list(order, line)


@wrong("crm", breaks="PL-13", where="price-lists+bundles+supplementals")
class CopiesToKnownComponentsOfARevision(Submissions):
    """Leaves the components blank that a revision adds to a bundle."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        is_new = order.revises is not None and order.revises.line(line.id) is None
        return line.price_list if is_new else super().price_list(order, line)


@wrong("crm", breaks="PL-13", where="price-lists+bundles+supplementals")
class CopiesOneLevelDeepOnRevisions(Submissions):
    """Copies a bundle's new list to its components, and leaves what is below these on the old one."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        before = order.revises.line(line.id) if order.revises else None
        if before is not None and order.revises is not None and len(order.outermost(line)) > 1:
            return super().price_list(order.revises, before)
        return super().price_list(order, line)


@wrong("crm", breaks="PL-18", where="price-lists+supplementals")
class FillsBlanksOfLaterRevisions(Submissions):
    """Fills what a second revision leaves blank with the list that the first one gave."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        again = order.revises is not None and order.revises.revises is not None
        return super().price_list(order, line) or (former(order, line) if again else None)


@wrong("crm", breaks="PL-18", where="price-lists+supplementals")
class ComparesRevisionsWithTheFirstVersion(Submissions):
    """Overlooks a new list of a line that the revision before had left as it was first."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        before = order.revises
        if before is not None and before.revises is not None and former(before, line) == former(order, line):
            return former(order, line)
        return super().price_list(order, line)


@wrong("crm", breaks="PL-03", where="price-lists+supplementals")
class BeginsEachRevisionOnTheFirstHeader(Supplementals):
    """Begins each revision with the price list that the order's first version had in its header."""

    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        new = super().begin(order, ref)
        first = new
        while first.revises is not None:
            first = first.revises
        new.price_list = first.price_list
        return new


@wrong("crm", breaks="PL-03")
class BeginsEachRevisionOnTheAccountsList(Supplementals):
    """Begins each revision with the price list of the account in its header."""

    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        new = super().begin(order, ref)
        new.price_list = self.accounts[new.account or ""]["price_list"]
        return new


@wrong("crm", breaks="PN-04", where="price-lists+points-of-no-return")
class FreezesListsAtTheFirstMilestone(Submissions):
    """Sends a line of which a milestone was told on the list that it had before."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        return (order.milestones.get(line.id) and former(order, line)) or super().price_list(order, line)


@wrong("crm", breaks="PN-04", where="price-lists+points-of-no-return")
class FreezesAllListsAtTheFirstMilestone(Submissions):
    """Sends every line on the list that it had before once a milestone of any line was told."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        return (bool(order.milestones) and former(order, line)) or super().price_list(order, line)


@wrong("crm", breaks="PR-09", where="price-lists+priorities")
class SendsUrgentRevisionsBare(Submissions):
    """Sends a revision that only changes the priority without the price lists of its lines."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        hurried = order.revises is not None and order.priority != order.revises.priority
        return None if hurried else super().price_list(order, line)


@wrong("crm", breaks="PR-09", where="price-lists+priorities")
class PutsUrgentRevisionsOnTheAccountsList(Queueing):
    """Puts an order whose priority a revision changes on the account's price list."""

    def queue(self, order: CrmOrder) -> None:
        if order.revises is not None and order.priority != order.revises.priority:
            order.price_list = self.accounts[order.account or ""]["price_list"]
        super().queue(order)


@wrong("crm", breaks="PL-18", where="price-lists+failures")
class FreezesListsOfAStuckOrder(Submissions):
    """Sends the revision of an order that got stuck on the lists that it had then."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        stuck = order.revises is not None and order.revises.status == "FAILED"
        return (stuck and former(order, line)) or super().price_list(order, line)


@wrong("crm", breaks="PL-18", where="price-lists+failures")
class SendsTheMendedLineOnly(Submissions):
    """Sends the revision of an order that got stuck with the lists that were changed, and no others."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        named = super().price_list(order, line)
        stuck = order.revises is not None and order.revises.status == "FAILED"
        return None if stuck and former(order, line) == named else named


@wrong("crm", breaks="PL-18", where="price-lists+filled-in-data")
class RebuildsALineThatIsPricedAnew(OrderProgress):
    """Makes an asset of a line that was priced anew without what fulfilment had filled in before that."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        before = order.revises.line(line.id) if order.revises else None
        if before is not None and before.price_list != line.price_list:
            line = replace(line, attributes={k: v for k, v in line.attributes.items() if k not in self.told})
        super().convert(order, line)

    def prepare(self) -> None:
        self.told: set[str] = set()

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        if order.revises is None:
            self.told |= told.attributes.keys()
        super().hear_of_line(order, line, told)


@wrong("crm", breaks="PL-18", where="price-lists+filled-in-data")
class FillsInTheFirstVersion(OrderProgress):
    """Writes what is filled in on the line as it was first submitted, and goes on with that one."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        if told.attributes and order.revises is not None and order.revises.line(line.id) is not None:
            line = order.lines[line.ref] = replace(line, price_list=former(order, line))
        super().hear_of_line(order, line, told)


@wrong("crm", breaks="PL-18", where="price-lists+redelivery")
class TakesRepeatedNewsForAReset(OrderProgress):
    """Takes the lists of the version before up again when it is told a second time what it knows."""

    def hear(self, update: OrderUpdate) -> None:
        order = self.orders.known(update.order)
        if order is not None and order.status == update.status == "IN PROGRESS":
            for line in list(order.lines.values()) if order.revises else ():
                order.lines[line.ref] = replace(line, price_list=former(order, line))
        super().hear(update)


@wrong("crm", breaks="PL-04", where="price-lists+supplementals+service-points")
class PricesEqualLinesAlikeOnRevisions(Submissions):
    """Puts all lines of a product on the list that a revision gives one of them."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        if order.revises is None:
            return sent
        changed = {line.product: line.price_list for line in sent.lines if line.price_list != self._before(order, line)}
        return replace(
            sent, lines=tuple(replace(x, price_list=changed.get(x.product, x.price_list)) for x in sent.lines)
        )

    def _before(self, order: CrmOrder, line: SubmittedLine) -> str | None:
        known = order.revises.line(line.id) if order.revises else None
        return super().price_list(order.revises, known) if known and order.revises else line.price_list


@wrong("crm", breaks="PL-04", where="price-lists+supplementals+service-points")
class LosesThePointOfAPricedLine(Submissions):
    """Sends a line whose list a revision changes without its service point."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        repriced = order.revises is not None and former(order, line) not in (None, line.price_list)
        return replace(sent, service_point=None) if repriced else sent
