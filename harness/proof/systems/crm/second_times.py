"""CRMs that keep what a user took back, or that take one order, list or deletion for another."""

from collections.abc import Iterator
from dataclasses import replace

from ordertck.harness.messages import DeskShown, LineUpdate
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    OrderEntry,
    OrderProgress,
    Projections,
    Sheets,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="PL-02")
class RemembersTheAccountsList(OrderEntry):
    """Reads the price list of an account for its first order, and not again for the next one."""

    def prepare(self) -> None:
        self.lists: dict[str | None, str | None] = {}

    def begin_sheet(self, kind: str, ref: str, account: str | None) -> CrmOrder:
        order = super().begin_sheet(kind, ref, account)
        order.price_list = self.lists.setdefault(account, order.price_list)
        return order


@wrong("crm", breaks="PL-04")
class ClearsLinesWithTheHeader(OrderEntry):
    """Clears the price lists of the lines when a user gives the header another one."""

    def price_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().price_order(ref, fields)
        order = self.orders.order(ref)
        for key, line in order.lines.items():
            order.lines[key] = replace(line, price_list=None)
        return shown


@wrong("crm", breaks="RV-03")
class KeepsTheDateOfWhatIsDiscarded(OrderEntry):
    """Goes back to the lines of the revision before, and stays with the due date of the one that is discarded."""

    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        date = order.due_date
        shown = super().discard_revision(ref, fields)
        order.due_date = date
        return shown


@wrong("crm", breaks="RV-02")
class CountsBackwardsTwice(OrderEntry):
    """Gives the number of a revision again when the revision before it was discarded as well."""

    def prepare(self) -> None:
        self.discarded: dict[str, int] = {}

    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        shown = super().discard_revision(ref, fields)
        self.discarded[order.id] = self.discarded.get(order.id, 0) + 1
        if self.discarded[order.id] > 1:
            order.numbers.revisions -= 1
        return shown


@wrong("crm", breaks="SC-05")
class OrdersOnTheAccountsList(Sheets):
    """Makes an order of a quote on the price list of the customer's account."""

    def become(self, source: CrmOrder, kind: str, ref: str) -> DeskShown:
        shown = super().become(source, kind, ref)
        order = self.orders.by_ref[ref]
        order.price_list = self.accounts.get(order.account or "", {}).get("price_list", order.price_list)
        return shown


@wrong("crm", breaks="AS-06")
class LooksAtTheProductInTheEnd(OrderProgress):
    """Looks whether a product becomes an asset when its line is complete, and not when the order was submitted."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, replace(line, trackable=self.trackable.get(line.product or "", True)))


@wrong("crm", breaks="PN-04")
class KnowsMilestonesByNumber(OrderProgress):
    """Takes a milestone of a line for one of every line with its number among the customer's orders."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        super().hear_of_line(order, line, told)
        for other in self.orders.by_ref.values() if told.milestone else ():
            for same in other.lines.values():
                if same.number == line.number and other.account == order.account and told.milestone:
                    other.milestones.setdefault(same.id, set()).add(told.milestone)


@wrong("crm", breaks="FD-05")
class ProjectsNoDeletionWithoutADate(Projections):
    """Shows what an order takes away as projected until it is complete, unless the order has a date."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        return (line for line in super().open_lines(order) if line.action != "Delete" or order.due_date)
