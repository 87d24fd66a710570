"""CRMs that know the point of no return of a new order, and forget it where something else comes to it."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, LineUpdate, OrderUpdate, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import sale_of
from ordertck.harness.proof.systems.crm.meeting_supplementals_and_news import DeafToRefusals
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    Guidance,
    OrderEntry,
    OrderProgress,
    Parts,
    Projections,
    Submissions,
    Submitting,
    Supplementals,
)
from ordertck.harness.reference.crm.desk import Fields


class _LocksAddedLinesOnly(Supplementals):
    def locked(self, order: CrmOrder, line: CrmLine) -> bool:
        return line.action != "Update" and super().locked(order, line)


class _DeafForUpdates(DeafToRefusals):
    def deaf(self, order: CrmOrder) -> bool:
        return any(line.action == "Update" for line in order.lines.values()) and order.due_date is None


@wrong("crm", breaks="PN-04", where="points-of-no-return+modify-orders")
class RevisesModifyOrdersPastThePoint(CustomerRelations):
    """Knows a point of no return of lines that add something, and goes by late revisions of modify orders."""

    parts = Parts(supplementals=_LocksAddedLinesOnly, progress=_DeafForUpdates)


class _LocksNoServiceChanges(Supplementals):
    def locked(self, order: CrmOrder, line: CrmLine) -> bool:
        return line.action in ("Add", "Update") and super().locked(order, line)


class _DeafForServiceChanges(DeafToRefusals):
    def deaf(self, order: CrmOrder) -> bool:
        return any(line.action in ("Suspend", "Delete", "Resume") for line in order.lines.values())


@wrong("crm", breaks="PN-04", where="points-of-no-return+service-changes")
class RevisesServiceChangesPastThePoint(CustomerRelations):
    """Knows no point of no return of lines that suspend or end something, and goes by late revisions of them."""

    parts = Parts(supplementals=_LocksNoServiceChanges, progress=_DeafForServiceChanges)


class _LocksUndatedOrders(Supplementals):
    def closed(self, order: CrmOrder) -> Iterator[str]:
        return iter(()) if order.due_date else super().closed(order)


class _DeafForDates(DeafToRefusals):
    def deaf(self, order: CrmOrder) -> bool:
        return order.revises is not None and order.revises.due_date != order.due_date


@wrong("crm", breaks="PN-04", where="points-of-no-return+dates")
class RevisesDatesPastThePoint(CustomerRelations):
    """Lets the date of an order be changed at any time, and goes by it."""

    parts = Parts(supplementals=_LocksUndatedOrders, progress=_DeafForDates)


@wrong("crm", breaks="MO-06", where="points-of-no-return+modify-orders")
class KeepsThePointWithTheAsset(Supplementals):
    """Revises no change of what came of an order that was past its point of no return."""

    def locked(self, order: CrmOrder, line: CrmLine) -> bool:
        sale = sale_of(self.orders, line.asset) if line.action == "Update" else None
        passed = sale is not None and sale[0].status == "COMPLETE" and bool(sale[0].milestones.get(sale[1].id))
        return passed or super().locked(order, line)


@wrong("crm", breaks="FO-09", where="points-of-no-return+follow-ons")
class CountsThePointOfAnyLine(Guidance):
    """Warns of no follow-on order once any line of the base order is past its point of no return."""

    def too_early(self, order: CrmOrder) -> Iterator[str]:
        behind = [self.projections.behind(order, line) for line in order.lines.values()]
        bases = [found.order for found in behind if found and found.order]
        if not any(self.supplementals.locked(base, line) for base in bases for line in base.lines.values()):
            yield from super().too_early(order)


@wrong("crm", breaks="FO-09", where="points-of-no-return+follow-ons")
class WantsEveryLinePastThePoint(Submitting):
    """Submits no follow-on order before every line of the base order is past its point of no return."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        yield from super().objections(order)
        behind = [self.checks.projections.behind(order, line) for line in order.lines.values()]
        for base in [found.order for found in behind if found and found.order and found.order.milestones]:
            if not self.checks.supplementals.past_no_return(base) and base.due_date is None:
                yield f"order {base.id} can still be revised"


@wrong("crm", breaks="FO-09", where="points-of-no-return+follow-ons")
class TakesOneMilestoneForAllProducts(Supplementals):
    """Takes every line for locked at the milestone at which the order's first line is."""

    def locked(self, order: CrmOrder, line: CrmLine) -> bool:
        first = self.catalogue.products.get(next(iter(order.lines.values())).product or "")
        passed = first is not None and first.ponr in order.milestones.get(line.id, ())
        return passed or super().locked(order, line)


class _NotesThePointAtEntry(OrderEntry):
    def prepare(self) -> None:
        self.too_early: set[str] = set()

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_line(ref, fields)
        order = self.orders.order(fields["order"])
        behind = self.submissions.projections.behind(order, order.lines[ref])
        if behind and behind.order and behind.line and not self.supplementals.locked(behind.order, behind.line):
            self.too_early.add(order.ref)
        return shown


@wrong("crm", breaks="FO-09", where="points-of-no-return+drafts")
class JudgesAFollowOnAtEntry(CustomerRelations):
    """Submits no follow-on order that was entered while its base order could still be revised."""

    parts = Parts(entry=_NotesThePointAtEntry)

    def prepare(self) -> None:
        submit = self.desk.acts["submit", "order"]
        too_early = self.entry.too_early  # type: ignore[attr-defined]  # what this CRM's own entry notes

        def submitted(ref: str, fields: Fields) -> DeskShown:
            order = self.orders.order(ref)
            behind = [self.projections.behind(order, line) for line in order.lines.values()]
            past = [x for x in behind if x and x.order and x.line and self.supplementals.locked(x.order, x.line)]
            if ref in too_early and past:
                return DeskShown(object="order", ref=ref, refused="the base order could still be revised")
            return submit(ref, fields)

        self.desk.acts["submit", "order"] = submitted


class _ReopensStuckOrders(Supplementals):
    def closed(self, order: CrmOrder) -> Iterator[str]:
        return iter(()) if order.status == "FAILED" else super().closed(order)


class _DeafOnceStuck(DeafToRefusals):
    def deaf(self, order: CrmOrder) -> bool:
        return order.revises is not None and order.revises.status == "FAILED"


@wrong("crm", breaks="PN-04", where="points-of-no-return+failures")
class ReopensWhatIsStuck(CustomerRelations):
    """Lets an order be revised again when a line falls out past its point of no return, and goes by that."""

    parts = Parts(supplementals=_ReopensStuckOrders, progress=_DeafOnceStuck)


class _LastMilestone(DeafToRefusals):
    def deaf(self, order: CrmOrder) -> bool:
        return any("RESERVED" in told for told in order.milestones.values())

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        if told.milestone:
            order.milestones.pop(line.id, None)
        super().hear_of_line(order, line, told)


@wrong("crm", breaks="PN-04", where="points-of-no-return+redelivery")
class GoesByTheMilestoneToldLast(_LastMilestone):
    """Takes a line for what was told of it last, also where that comes late."""


class _MilestoneOrValue(DeafToRefusals):
    def prepare(self) -> None:
        self.both: set[str] = set()

    def deaf(self, order: CrmOrder) -> bool:
        return order.id in self.both

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        if told.milestone and told.attributes:
            self.both.add(order.id)
            told = self.taken(told)
        super().hear_of_line(order, line, told)

    def taken(self, told: LineUpdate) -> LineUpdate:
        """What is taken of an update that tells both."""
        return replace(told, milestone=None)


@wrong("crm", breaks="PN-04", where="points-of-no-return+filled-in-data")
class LosesAMilestoneThatComesWithAValue(_MilestoneOrValue):
    """Takes of an update that tells a milestone and a value the value only."""


@wrong("crm", breaks="PN-04", where="points-of-no-return+filled-in-data")
class LosesAValueThatComesWithAMilestone(_MilestoneOrValue):
    """Takes of an update that tells a milestone and a value the milestone only."""

    def deaf(self, order: CrmOrder) -> bool:
        return False

    def taken(self, told: LineUpdate) -> LineUpdate:
        return replace(told, attributes={})


@wrong("crm", breaks="PN-04", where="points-of-no-return+approval")
class GoesByALateApproval(DeafToRefusals):
    """Goes by a revision that a supervisor has approved, whatever the order system says of it."""

    def deaf(self, order: CrmOrder) -> bool:
        products = [self.catalogue.products.get(line.product or "") for line in order.lines.values()]
        return any(product is not None and product.approval for product in products)


@wrong("crm", breaks="FO-01", where="points-of-no-return+cancellation")
class FollowsCancelledOrdersPastThePoint(Projections):
    """Takes an order that was past its point of no return for open, though it is cancelled."""

    def is_open(self, order: CrmOrder) -> bool:
        return super().is_open(order) or (order.status == "CANCELLED" and bool(order.milestones))


class _Pointing(Submissions):
    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        behind = self.projections.behind(order, line) if sent.base_line else None
        return self.pointed(sent, behind.line) if behind and behind.line else sent

    def pointed(self, sent: SubmittedLine, base: CrmLine) -> SubmittedLine:
        """A line that waits for another one, as it is sent."""
        return replace(sent, service_point=base.service_point)


@wrong("crm", breaks="SP-01", where="points-of-no-return+follow-ons+service-points")
class DeliversAFollowOnWhereItsBaseIs(_Pointing):
    """Sends a line that waits for another one with that one's service point."""


@wrong("crm", breaks="SP-01", where="points-of-no-return+follow-ons+service-points")
class SaysNoPointOfAFollowOn(_Pointing):
    """Sends a line that waits for another one without a service point."""

    def pointed(self, sent: SubmittedLine, base: CrmLine) -> SubmittedLine:
        return replace(sent, service_point=None)


@wrong("crm", breaks="FO-01", where="points-of-no-return+cancellation")
class HearsNoCancelPastThePoint(OrderProgress):
    """Passes over that an order is cancelled which was past its point of no return."""

    def hear(self, update: OrderUpdate) -> None:
        order = self.orders.known(update.order)
        if order is None or update.status != "CANCELLED" or not order.milestones:
            super().hear(update)


@wrong("crm", breaks="PN-04", where="supplementals+dates")
class GoesByADateThatWasRefused(DeafToRefusals):
    """Goes by the date of a revision that the order system refuses."""

    def deaf(self, order: CrmOrder) -> bool:
        return order.revises is not None and order.due_date != order.revises.due_date
