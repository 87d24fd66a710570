"""CRMs that go wrong over the price lists of orders that are open, and of what is installed."""

from ordertck.harness.messages import DeskShown, OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.crm.habits import below, former
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    Parts,
    Queueing,
    Refused,
    Submissions,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="PL-18 PL-24 PL-26")
class KeepsTheListsOfTheFirstVersion(Submissions):
    """Sends a revision with the price lists that the order had before."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        version = order
        while version.revises is not None:
            version = version.revises
        known = next((old for old in version.lines.values() if old.id == line.id), line)
        return super().price_list(version, known)


@wrong("crm", breaks="PL-18")
class RefusesListsOnceSubmitted(OrderEntry):
    """Does not let a price list be changed on an order that was submitted."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        known = order.lines.get(ref)
        if order.revises and known and fields.get("price_list", known.price_list or "") != (known.price_list or ""):
            raise Refused("the price list was submitted")
        return super().enter_line(ref, fields)


@wrong("crm", breaks="PL-18 PL-24 PL-25")
class TakesBlankForUnchanged(Submissions):
    """Sends the list that a line had before where a revision leaves it blank."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        before = super().price_list(order.revises, line) if order.revises else None
        above = self.customizable_above(order, line)
        return super().price_list(order, line) or before or former(order, above or line)


@wrong("crm", breaks="PL-24 PL-25")
class GivesTheBundleTheFirstLinesList(Submissions):
    """Puts a bundle that names no list on that of the first line which names one."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        named = next((other.price_list for other in order.lines.values() if other.price_list), None)
        chosen = super().price_list(order, line)
        bundle = self.customizable(line) or self.customizable_above(order, line) is not None
        return chosen or (named if bundle else None)


class _Copying(Queueing):
    def queue(self, order: CrmOrder) -> None:
        for line in list(order.lines.values()):
            if self.submissions.customizable_above(order, line) is not None:
                order.lines[line.ref] = self.copied(order, line)
        super().queue(order)

    def copied(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        return replace(line, price_list=self.submissions.price_list(order, line))


class _CopyingOnce(_Copying):
    def copied(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        return line if order.revises else super().copied(order, line)


class _WhatStandsOnTheComponentCounts(Submissions):
    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        return super().price_list(order, line) or line.price_list


class _CopiesBeforeItIsRevised(Submissions):
    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        return line.price_list if order.revises is not None else super().price_list(order, line)


@wrong("crm", breaks="PL-25")
class WritesCopiesForGood(CustomerRelations):
    """Writes a bundle's list into its components on submission, and clears it there no more."""

    parts = Parts(submissions=_WhatStandsOnTheComponentCounts, queueing=_Copying)


@wrong("crm", breaks="PL-25")
class CopiesOnceOnly(CustomerRelations):
    """Copies a bundle's list to its components with the first submission only."""

    parts = Parts(submissions=_CopiesBeforeItIsRevised, queueing=_CopyingOnce)


@wrong("crm", breaks="PL-25")
class ClearsTheFirstComponentOnly(Submissions):
    """Clears the first component of a bundle that lost its list, and forgets the rest."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        chosen, above = super().price_list(order, line), self.customizable_above(order, line)
        if chosen or above is None or order.revises is None or below(order, above)[0] is line:
            return chosen
        return former(order, above)


@wrong("crm", breaks="PL-24")
class ClearsAtTheDeskAlone(Submissions):
    """Shows a bundle without its list, and sends it with the list it had."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        chosen = super().price_list(order, line)
        return chosen or former(order, line) if self.customizable(line) else chosen


@wrong("crm", breaks="PL-29 PL-30 PL-26")
class TakesAListForAnUpdate(OrderEntry):
    """Makes a line an Update when it is given a price list."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_line(ref, fields)
        self.update(self.orders.order(fields.get("order", "")), ref, fields)
        return shown

    def price_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().price_line(ref, fields)
        self.update(self.orders.order(fields.get("order", "")), ref, fields)
        return shown

    def update(self, order: CrmOrder, ref: str, fields: Fields) -> None:
        """A list is a change."""
        if fields.get("price_list") and order.lines[ref].asset:
            order.lines[ref] = replace(order.lines[ref], action="Update")


@wrong("crm", breaks="PL-29")
class SendsEveryAssetAsAnUpdate(Submissions):
    """Sends a line about something installed as an Update, whether anything changes or not."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, action="Update") if sent.asset and sent.action in (None, "-") else sent


@wrong("crm", breaks="PL-29")
class InsistsOnAnOverride(Submitting):
    """Does not submit an order on which a list was changed without an override."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        for line in self.orders.order(ref).lines.values():
            if line.asset and line.price_list and line.override is None:
                raise Refused(f"line {line.number}: enter a price first")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="PL-29")
class LeavesUnfinishedOrdersBehind(Submissions):
    """Submits nothing but the lines without a price list, where one of them lacks its override."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        idle = any(line.price_list and line.action in ("-", None) for line in sent.lines)
        return replace(sent, lines=tuple(x for x in sent.lines if x.price_list)) if idle else sent


@permitted("crm")
class CopiesTheHeadersListToo(Submissions):
    """Writes the header's list on the components of a bundle that names none (A-17)."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        changes = order.revises is not None and self.customizable_above(order, line) is not None
        return super().price_list(order, line) or (order.price_list if changes else None)


@permitted("crm", without="price-lists-on-supplementals price-lists-on-modify-orders")
class FixesListsOnSubmission(OrderEntry):
    """Lets price lists be chosen until an order is submitted, and never after that."""

    def override_line(self, ref: str, fields: Fields) -> DeskShown:
        raise Refused("prices are not entered by hand here")
