"""CRMs that keep by product, by place or for the customer what belongs to one line of one order."""

from collections.abc import Iterator, Mapping

from ordertck.harness.messages import DeskShown, LineUpdate, OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Rewriting
from ordertck.harness.proof.systems.crm.meeting_supplementals import versions
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    OrderEntry,
    OrderProgress,
    Projections,
    Submissions,
    Supplementals,
)
from ordertck.harness.reference.crm.desk import Fields


class _Elsewhere(Supplementals):
    def locked(self, order: CrmOrder, line: CrmLine) -> bool:
        return super().locked(order, line) or any(
            self.counts(line, other)
            for known in self.orders.by_ref.values()
            if known.account == order.account and known.id != order.id and known.status != "COMPLETE"
            for other in known.lines.values()
            if line.action == "Add" and super(_Elsewhere, self).locked(known, other)
        )

    def counts(self, line: CrmLine, other: CrmLine) -> bool:
        """Whether a line is locked with a line of another order."""
        return line.product == other.product


@wrong("crm", breaks="SU-01", where="supplementals+points-of-no-return")
class LocksProductsOfACustomer(_Elsewhere):
    """Takes a line for locked when another order of the customer is past that product's point of no return."""


@wrong("crm", breaks="SU-01", where="supplementals+points-of-no-return")
class LocksAllOrdersOfACustomer(_Elsewhere):
    """Revises no order while another one of the customer is past its point of no return."""

    def counts(self, line: CrmLine, other: CrmLine) -> bool:
        return True


@wrong("crm", breaks="SU-13", where="bundles+supplementals")
class MovesComponentsUpToTheFirstBundle(Rewriting):
    """Puts a component below the bundle that was the first of its kind, also where a revision withdrew that."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        before = order.revises
        above = before.line(line.parent) if before else None
        if before is None or above is None:
            return line
        equal = [x for x in before.lines.values() if x.product == above.product and order.line(x.id) is None]
        return replace(line, parent=equal[0].id) if equal else line


@wrong("crm", breaks="SU-13", where="bundles+supplementals")
class WithdrawsTheLastOfEqualBundles(Submissions):
    """Leaves out the last of several equal bundles where a revision withdraws the first."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        before = order.revises
        gone = [x for x in before.lines.values() if order.line(x.id) is None and not x.parent] if before else []
        equal = [x for x in sent.lines if gone and x.product == gone[0].product and not x.parent]
        has_parts = equal and any(x.parent == equal[-1].id for x in sent.lines)
        if not gone or not has_parts or before is None:
            return sent
        kept = [x for x in before.lines.values() if x.id == gone[0].id or x.parent == gone[0].id]
        return replace(sent, lines=tuple(self.line(before, line) for line in kept))


@wrong("crm", breaks="AS-02", where="supplementals+filled-in-data")
class FillsInByPlace(OrderProgress):
    """Fills a value in on the line in whose place the line stood when the order was submitted first."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Mapping[str, str]) -> CrmLine:
        first = [known.id for known in versions(order)[0].lines.values()]
        now = list(order.lines.values())
        place = first.index(line.id) if line.id in first else len(now)
        if order.revises is None or place >= len(now):
            return super().fill_in(order, line, values)
        super().fill_in(order, now[place], values)
        return order.lines[line.ref]


@wrong("crm", breaks="AS-02", where="supplementals+filled-in-data")
class FillsInEqualLinesOfARevision(OrderProgress):
    """Fills a value in on every line of the product, once the order was revised."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        for other in list(order.lines.values()):
            if told.attributes and order.revises is not None and other.product == line.product:
                super().fill_in(order, other, told.attributes)
        super().hear_of_line(order, order.lines[line.ref], told)


class _ByProduct(Rewriting):
    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        altered = [known for known in order.lines.values() if self.is_altered(order, known)]
        equal = [known for known in altered if line.asset and known.asset and known.product == line.product]
        return replace(line, attributes=equal[0].attributes) if equal else line

    def is_altered(self, order: CrmOrder, line: CrmLine) -> bool:
        """Whether the revision gives a line other values than it had."""
        before = order.revises.line(line.id) if order.revises else None
        return before is not None and before.attributes != line.attributes


@wrong("crm", breaks="MO-06", where="supplementals+modify-orders")
class AltersEqualChangesAlike(_ByProduct):
    """Sends the value to which a revision alters one change of a product with all changes of that product."""


@wrong("crm", breaks="MO-06", where="supplementals+modify-orders")
class AltersTheFirstOfEqualChanges(_ByProduct):
    """Sends a change that a revision alters with the first asset of the product on the order."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        known = order.line(line.id)
        equal = [x for x in order.lines.values() if x.asset and x.product == line.product]
        return replace(line, asset=equal[0].asset) if known and equal and self.is_altered(order, known) else line


@wrong("crm", breaks="FO-02", where="supplementals+follow-ons")
class ProjectsValuesOfTheFirstVersion(Projections):
    """Projects an order that is past a milestone with the values that it was submitted with first."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        first = versions(order)[0]
        for line in super().open_lines(order):
            known = first.line(line.id)
            passed = order.milestones.get(line.id)
            yield replace(line, attributes=known.attributes) if known and passed and line.action == "Add" else line


@wrong("crm", breaks="FO-02")
class ProjectsEachVersionByItself(Projections):
    """Projects a revised order with all the values that any of its versions said, the first one's first."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        for line in super().open_lines(order):
            said = [known for version in versions(order) if (known := version.line(line.id)) is not None]
            merged = {name: value for known in reversed(said) for name, value in known.attributes.items()}
            yield replace(line, attributes=merged) if line.action == "Add" else line


@wrong("crm", breaks="PR-12", where="supplementals+priorities")
class ExtendsPrioritiesOfNewOrdersOnly(Submissions):
    """Knows the priorities that the CRM was extended by on new orders, and sends revisions as Medium instead."""

    revised = False

    def of(self, order: CrmOrder) -> OrderSubmission:
        self.revised = order.revises is not None
        return super().of(order)

    def queue_priority(self, priority: str | None) -> int | None:
        known = self.catalogue.priorities.get(priority or "")
        return known or 5 if self.revised and priority else super().queue_priority(priority)


class _Discarding(OrderEntry):
    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:
        gone = self.orders.order(ref)
        shown = super().discard_revision(ref, fields)
        if gone.revises is not None and ref not in self.orders.by_ref:
            self.leave(gone, gone.revises)
        return shown

    def leave(self, gone: CrmOrder, order: CrmOrder) -> None:
        """What a discarded revision leaves in its order."""
        order.price_list = gone.price_list


@wrong("crm", breaks="PL-03", where="price-lists+supplementals+drafts")
class LeavesTheListOfADiscardedRevision(_Discarding):
    """Discards the lines of a revision, and leaves the price list of its header in the order."""


@wrong("crm", breaks="SU-02", where="supplementals+drafts")
class DiscardsEveryRevision(OrderEntry):
    """Discards the pending revisions of every order of the customer with that of one."""

    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:
        account = self.orders.order(ref).account
        shown = super().discard_revision(ref, fields)
        for order in self.orders.by_ref.values():
            if order.revises is not None and not order.submitted and order.account == account:
                order.lines = dict(order.revises.lines)
        return shown
