"""Order systems that go wrong over price lists that change."""

from ordertck.harness.messages import OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderManagement,
    Parts,
    Planning,
    Supplementals,
)
from ordertck.harness.reference.oms.decomposition import work_of


class _Remembering(Planning):
    """Knows on which header's list an order came first."""

    def first_header(self, order: SalesOrder) -> str | None:
        """The header's list of the first version."""
        known = self.book.orders.get(order.order)
        return known.order.price_list if known else order.price_list


@wrong("oms", breaks="PL-19")
class FillsWithTheOldHeader(_Remembering):
    """Fills blank lines of a revision with the list that the header had first."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return super().price_list(replace(order, price_list=self.first_header(order)), line)


@wrong("oms", breaks="PL-19")
class TakesAFilledLineForANamedOne(_Remembering):
    """Fills only lines that are new on a revision; what it filled before counts as named."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        known = self.book.orders.get(order.order)
        before = known.lines.get(line.id) if known else None
        return line.price_list or (before.price_list if before else super().price_list(order, line))


@wrong("oms", breaks="PL-19")
class FillsOldLinesOnly(_Remembering):
    """Leaves a line that a revision adds on the header's old list."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        known = self.book.orders.get(order.order)
        added = known is not None and line.id not in known.lines
        return line.price_list or (self.first_header(order) if added else super().price_list(order, line))


@wrong("oms", breaks="PL-20")
class TakesTheOldHeadersListForNone(_Remembering):
    """Takes a line that names the header's old list for one that names none."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        old = self.first_header(order)
        return order.price_list if line.price_list == old else super().price_list(order, line)


@wrong("oms", breaks="PL-20")
class MovesEveryLineWithTheHeader(_Remembering):
    """Moves every line to the header's new list."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        changed = self.first_header(order) != order.price_list
        return order.price_list if changed else super().price_list(order, line)


@wrong("oms", breaks="PL-20")
class PutsNamedLinesOnTheOldHeader(_Remembering):
    """Moves lines that name a list to the header's old one when the header changes."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        changed = self.first_header(order) != order.price_list
        return self.first_header(order) if changed and line.price_list else super().price_list(order, line)


class _ListBlind(Supplementals):
    """Keeps the price lists of the first version; ``keeps`` says of which lines."""

    def keeps(self, old: LineFulfilment, new: LineFulfilment) -> bool:
        """Whether this line stays on its old list."""
        return True

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        altered = [x for x in difference.altered if not self.keeps(known.lines[x], planned[x])]
        super().revise(known, planned, replace(difference, altered=tuple(altered)))


@wrong("oms", breaks="PL-19 PL-21 PL-22 PL-23")
class NoticesNoChangedList(_ListBlind):
    """Bills a revised order on the lists of its first version."""


@wrong("oms", breaks="PL-22")
class KeepsARemovedList(_ListBlind):
    """Leaves a line on the list that was taken off it."""

    def keeps(self, old: LineFulfilment, new: LineFulfilment) -> bool:
        return bool(old.line.price_list) and not new.line.price_list


class _RemembersWhatWasRepriced(Compensation):
    def rebill(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        super().rebill(known, old, new)
        old.again = new


class _ChargesAgain(Orchestration):
    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        if line.again is not None:
            self.bill(fulfilment, "all", [line])


@wrong("oms", breaks="PL-23 PL-21")
class ChargesOnOldAndNewList(OrderManagement):
    """Charges a line whose list was changed a second time."""

    parts = Parts(compensation=_RemembersWhatWasRepriced, orchestration=_ChargesAgain)


@wrong("oms", breaks="PL-27")
class FillsAddedLinesWithTheAccountsList(Planning):
    """Puts a line that a modify order adds on the account's own list."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        modify = any(other.action == "Update" for other in order.lines)
        blank = line.action == "Add" and not line.price_list
        return self.catalogue.account_price_list if modify and blank else super().price_list(order, line)


class _Repricing(Planning):
    """Moves installed assets to another list; ``repriced`` says which lines to which."""

    def repriced(self, order: SalesOrder, line: OrderLine) -> str | None:
        """The list that this system moves the line's asset to; None for none."""
        return None

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        moved = self.repriced(order, line)
        if moved:
            work = work_of(replace(line, action="Update"), planned.asset, moved, None, self.catalogue)
            planned.work = replace(planned.work, billing=work.billing)
            planned.price_list = moved
        return planned


@wrong("oms", breaks="PL-28")
class MovesUnchangedAssets(_Repricing):
    """Moves an asset to the header's list because its line is on the order."""

    def repriced(self, order: SalesOrder, line: OrderLine) -> str | None:
        return order.price_list if line.action in ("-", None) else None


@wrong("oms", breaks="PL-28")
class FillsEveryUpdate(Planning):
    """Moves an asset to the header's list because something else of it is updated."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        chosen = super().price_list(order, line)
        return chosen or (order.price_list if line.action == "Update" else None)


@wrong("oms", breaks="PL-28", switches={"update_empty_pl": "fill"})
class FillsNoUpdate(Planning):
    """Leaves every asset on its list, though it says that an update takes the header's."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return super().price_list(order, line) if line.action != "Update" or line.override else line.price_list


@wrong("oms", breaks="PL-33")
class KeepsTheListAfterAnOverride(Planning):
    """Leaves an asset on its list though the list was removed by way of an override."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return line.price_list if line.action == "Update" else super().price_list(order, line)


@wrong("oms", breaks="PL-35 PL-38")
class IgnoresListsOnUpdates(Planning):
    """Takes no notice of the price list of an Update."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return None if line.action == "Update" else super().price_list(order, line)


@wrong("oms", breaks="PL-38")
class WantsAnOverrideForEveryList(Planning):
    """Takes the list of an Update for changed only where a price was entered by hand."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return super().price_list(order, line) if line.action != "Update" or line.override else None


@wrong("oms", breaks="PL-38")
class SellsAgainOnTheSameList(Planning):
    """Charges an asset once more when an Update names the list on which it is already."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        installed = self.installed.get(line.asset)
        same = installed is not None and installed.price_list == planned.price_list
        if line.action == "Update" and same and planned.work.billing is not None:
            planned.work = replace(planned.work, billing=replace(planned.work.billing, effect="start"))
        return planned


@wrong("oms", breaks="PL-35")
class SellsWhatItReprices(Planning):
    """Charges a repriced asset a second time, on its new list."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        if line.action == "Update" and line.override and planned.work.billing is not None:
            planned.work = replace(planned.work, billing=replace(planned.work.billing, effect="start"))
        return planned


@wrong("oms", breaks="PL-38")
class TakesTheHeadersListForNone(Planning):
    """Leaves an asset on its list where an Update names the list of the header: that one goes without saying."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        goes_without_saying = line.action == "Update" and line.price_list == order.price_list and line.override is None
        return None if goes_without_saying else super().price_list(order, line)


@wrong("oms", breaks="PL-19")
class FillsWhatComesBackAsAtFirst(Planning):
    """Fills a blank line that was withdrawn, and is wanted again, with the list that the header had first."""

    def prepare(self) -> None:
        self.first: dict[str, str | None] = {}

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        known = self.book.orders.get(order.order)
        header = self.first.setdefault(line.id, order.price_list)
        before = known.lines.get(line.id) if known is not None else None
        comes_back = known is not None and (before is None or before.state is LineState.UNDOING)
        return super().price_list(replace(order, price_list=header) if comes_back else order, line)
