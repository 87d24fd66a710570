"""Order systems that misread the price lists of tables 8-3 and 8-4."""

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Difference,
    Fulfilment,
    Intake,
    LineFulfilment,
    Objection,
    Orchestration,
    OrderManagement,
    Planning,
    Supplementals,
)


def known_line(planning: Planning, order: SalesOrder, line: OrderLine) -> LineFulfilment | None:
    """The line as the version before had it; None where there is none."""
    known = planning.book.orders.get(order.order)
    return known.lines.get(line.id) if known else None


@wrong("oms", breaks="PL-18")
class RefusesNewLists(Supplementals):
    """Refuses a revision in which a line's price list is another."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        for line in order.lines:
            before = known.lines.get(line.id)
            if before is not None and before.line.action == "Add" and line.price_list != before.line.price_list:
                return Objection("the price list of a line cannot be changed", line.id)
        return super().objection(known, order, message, difference)


@wrong("oms", breaks="PL-24")
class GivesTheBundleItsNeighboursList(Planning):
    """Puts a bundle that lost its price list on the list that another line names."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        before = known_line(self, order, line)
        other = next((x.price_list for x in order.lines if x.price_list and not line.parent), None)
        lost = before is not None and before.line.price_list and not line.price_list and not line.parent
        return other or super().price_list(order, line) if lost else super().price_list(order, line)


@wrong("oms", breaks="PL-24")
class LeavesTheBundleWhereItWas(Planning):
    """Leaves a bundle on the price list that was removed, and moves its components."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        before = known_line(self, order, line)
        bundle = any(x.parent == line.id for x in order.lines)
        return before.price_list if before and bundle and not line.price_list else super().price_list(order, line)


@wrong("oms", breaks="PL-25")
class LeavesComponentsWhereTheyWere(Planning):
    """Leaves the components on the list that was copied to them for the version before."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        before = known_line(self, order, line)
        blank = bool(line.parent) and not line.price_list
        return before.price_list if before and blank else super().price_list(order, line)


@wrong("oms", breaks="PL-25")
class GivesComponentsTheBundlesOldList(Planning):
    """Fills blank components from what their bundle named before."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        known = self.book.orders.get(order.order)
        parent = known.lines.get(line.parent or "") if known else None
        return line.price_list or (parent.line.price_list if parent else None) or super().price_list(order, line)


@wrong("oms", breaks="PL-25")
class MovesTheFirstComponentOnly(Planning):
    """Moves one component of a bundle, and overlooks the others."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        before = known_line(self, order, line)
        siblings = [x.id for x in order.lines if x.parent and x.parent == line.parent]
        overlooked = line.id in siblings[1:] and not line.price_list
        return before.price_list if before and overlooked else super().price_list(order, line)


@wrong("oms", breaks="PL-26")
class FillsRevisedUpdates(Planning):
    """Puts a blank Update on the header's list when it comes by way of a supplemental."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        revised = known_line(self, order, line) is not None and line.action == "Update"
        return line.price_list or (order.price_list if revised else super().price_list(order, line))


@wrong("oms", breaks="PL-26")
class KeepsTheFirstListOfAModifyOrder(Planning):
    """Moves an asset to the list that the modify order named first, whatever a supplemental says."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        before = known_line(self, order, line)
        first = before.price_list if before and line.action == "Update" else None
        return first or super().price_list(order, line)


class _ReadsUnchangedLines(OrderManagement):
    """Takes lines without an action, and with a list, for something else than unchanged."""

    def taken(self, line: OrderLine) -> OrderLine:
        """What such a line is taken for."""
        return replace(line, action="Update")

    def take_in(self, order: SalesOrder, message: Message) -> None:
        lines = tuple(self.taken(x) if self.intake.unchanged(x) and x.price_list else x for x in order.lines)
        super().take_in(replace(order, lines=lines), message)


@wrong("oms", breaks="PL-29")
class MovesWhatNamesAList(_ReadsUnchangedLines):
    """Moves an asset to the list on its line, though the line does not say Update."""


@wrong("oms", breaks="PL-29", switches={"no_action": "blank"})
class MovesWhatNamesAListOnABlankLine(_ReadsUnchangedLines):
    """Takes a blank for unchanged, unless the line names a price list: then it moves the asset to that."""


@wrong("oms", breaks="PL-29")
class RefusesAListWithoutUpdate(Intake):
    """Refuses an order on which a line names a list and does not say Update."""

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        for line in order.lines:
            if self.unchanged(line) and line.price_list:
                return Objection("a price list needs an Update", line.id)
        return super().objection(order, message)


@wrong("oms", breaks="PL-29")
class NeverFinishesAnOrderOfNothing(Orchestration):
    """Leaves an order lying on which nothing is to be done."""

    def start(self, fulfilment: Fulfilment) -> None:
        if any(line.line.action not in ("-", None) for line in fulfilment.lines.values()):
            super().start(fulfilment)


@wrong("oms", breaks="PL-29")
class BillsUnchangedLinesAnew(_ReadsUnchangedLines):
    """Tells billing of an unchanged line, on the list that it is on already."""

    def taken(self, line: OrderLine) -> OrderLine:
        installed = self.shared.installed.get(line.asset)
        return replace(line, action="Update", price_list=installed.price_list if installed else None)


@wrong("oms", breaks="PL-31 PL-35 PL-36")
class TakesAnOverrideForADiscount(Planning):
    """Takes an Update with a price override for a discount, and leaves the asset on its list."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        discount = line.action == "Update" and line.override
        return None if discount else super().price_list(order, line)


@wrong("oms", breaks="PL-36")
class MovesTheBundleAlone(Planning):
    """Moves a bundle to the list that it names, and none of its components."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        component = line.action == "Update" and any(x.id == line.parent and x.price_list for x in order.lines)
        return None if component else super().price_list(order, line)


@wrong("oms", breaks="PL-36")
class FillsUpdatedComponentsFromTheHeader(Planning):
    """Puts updated components on the header's list."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        component = line.action == "Update" and line.parent
        return order.price_list if component else super().price_list(order, line)


@wrong("oms", breaks="MO-05")
class StartsBillingAnew(Planning):
    """Starts a further charge for an asset that is updated."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        if planned.work.billing is not None and line.action == "Update" and line.price_list:
            planned.work = replace(planned.work, billing=replace(planned.work.billing, effect="start"))
        return planned


@wrong("oms", breaks="MO-05")
class SetsTheServiceUpAnew(Planning):
    """Sets a further service up for an asset whose price list is updated."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        if planned.work.provisioning is not None and line.action == "Update" and line.price_list:
            planned.work = replace(planned.work, provisioning=replace(planned.work.provisioning, effect="add"))
        return planned
