"""CRMs that know future-dated orders by themselves, and go wrong where something else befalls them."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from ordertck.harness.messages import DeskShown, Message, OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Rewriting
from ordertck.harness.proof.systems.crm.meeting_follow_ons import Repeats
from ordertck.harness.proof.systems.crm.styles import StopsWhereItCouldWarn
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    Guidance,
    OrderEntry,
    OrderProgress,
    Parts,
    Projections,
    Queueing,
    Submissions,
)
from ordertck.harness.reference.crm.desk import Fields


def is_put_off(order: CrmOrder) -> bool:
    """Whether a revision changes the date."""
    return order.revises is not None and order.revises.due_date != order.due_date


class _CountsDatesThatAreOver(Projections):
    """Takes a dated order that will not be fulfilled for an open one."""

    status = ""

    def is_open(self, order: CrmOrder) -> bool:
        return super().is_open(order) or (order.due_date is not None and order.status == self.status)


@wrong("crm", breaks="FD-05", where="dates+failures")
class ProjectsRefusedDates(_CountsDatesThatAreOver):
    """Projects a dated order until its day, though the order system has refused it."""

    status = "REFUSED"


@wrong("crm", breaks="FD-05 FD-13", where="dates+cancellation")
class ProjectsCancelledDates(_CountsDatesThatAreOver):
    """Projects a dated order until its day, though it was cancelled."""

    status = "CANCELLED"


@wrong("crm", breaks="FD-05", where="dates+failures")
class ForgetsDatesThatFellOut(Projections):
    """Projects a dated order no more once it has fallen out."""

    def is_open(self, order: CrmOrder) -> bool:
        return super().is_open(order) and not (order.due_date and order.status == "FAILED")


class _MindsCancelledDates(Guidance):
    def before_others(self, order: CrmOrder) -> Iterator[str]:
        yield from super().before_others(order)
        touched = {line.asset for line in order.lines.values() if line.asset}
        for other in self.orders.by_ref.values():
            both = touched & {line.asset for line in other.lines.values()}
            if other.status == "CANCELLED" and other.due_date and self.later(other, order) and both:
                yield f"order {other.id} is planned for {other.due_date}"


@wrong("crm", breaks="FD-13", where="dates+cancellation")
class StopsForCancelledDates(CustomerRelations):
    """Does not submit an order because of a later one that was cancelled."""

    parts = Parts(guidance=_MindsCancelledDates, submitting=StopsWhereItCouldWarn)


@wrong("crm", breaks="FD-05", where="dates+filled-in-data")
class ProjectsDatesAsTheyWereEntered(Projections):
    """Projects of a dated order what users entered, without what was told of it since."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        for line in super().open_lines(order):
            product = self.catalogue.products.get(line.product or "")
            entered = {n: v for n, v in line.attributes.items() if product is None or n in product.attributes}
            yield replace(line, attributes=entered) if order.due_date else line


@wrong("crm", breaks="FD-05", where="dates+drafts")
class ProjectsRevisionsThatAreOnlyBegun(Projections):
    """Projects a dated order as a revision says that nobody has submitted."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        begun = [other for other in self.orders.versions(order.id) if not other.submitted and order.due_date]
        yield from super().open_lines(begun[-1] if begun else order)


@wrong("crm", breaks="FD-12", where="dates+redelivery")
class RepeatsDatedChanges(Repeats):
    """Changes an asset again when a dated order is reported complete once more."""

    def repeats(self, order: CrmOrder, line: CrmLine) -> bool:
        return order.due_date is not None


class _Revising(Submissions):
    """Writes a revision that changes the date otherwise than it should."""

    def rewritten(self, order: CrmOrder, sent: OrderSubmission) -> OrderSubmission:
        """What becomes of such a revision."""
        return sent

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        return self.rewritten(order, sent) if is_put_off(order) else sent


@wrong("crm", breaks="DD-01", where="dates+priorities")
class LosesThePriorityWithTheDate(_Revising):
    """Says no priority when an order is put off: there is no hurry any more."""

    def rewritten(self, order: CrmOrder, sent: OrderSubmission) -> OrderSubmission:
        return replace(sent, priority=None)


@wrong("crm", breaks="DD-01", where="dates+service-points")
class LosesServicePointsWithTheDate(Rewriting):
    """Leaves the service points out when an order is put off."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        return replace(line, service_point=None) if is_put_off(order) else line


@wrong("crm", breaks="PR-01", where="dates+priorities")
class IsInNoHurryWithDates(Submissions):
    """Queues every order for a later day with the lowest priority."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        return replace(sent, priority="Low") if order.due_date and sent.priority else sent


@wrong("crm", breaks="PR-01", where="dates+priorities")
class HurriesDatesByTheNumberOnly(Queueing):
    """Names the priority of an order for a later day, and queues it with the number of another one."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        for place, sent in enumerate(self.outbox.out):
            if order.due_date and order.priority and sent.kind == "order-submission":
                self.outbox.out[place] = replace(sent, priority=5)


@wrong("crm", breaks="SC-12", where="dates+approval")
class DatesFromTheApproval(Submissions):
    """Queues an order that a supervisor has approved for today."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        products = (self.catalogue.products.get(line.product or "") for line in order.lines.values())
        return replace(sent, due_date=None) if any(p and p.approval for p in products) else sent


class _LetsTheDayDecide(CustomerRelations):
    """Queues what waits for a supervisor when its day comes."""

    status = ""

    def advance(self, now: datetime) -> list[Message]:
        for order in list(self.orders.by_ref.values()):
            due = order.due_date is not None and datetime.fromisoformat(order.due_date) <= now
            if due and order.submitted and order.status == self.status:
                order.status = "OPEN"
                self.queueing.queue(order)
        return super().advance(now)


@wrong("crm", breaks="SC-12", where="dates+approval")
class LetsTheDayApprove(_LetsTheDayDecide):
    """Queues an order that waits for a supervisor when its day comes."""

    status = "AWAITING APPROVAL"


@wrong("crm", breaks="SC-12", where="dates+approval")
class ForgetsTheRejectionOnTheDay(_LetsTheDayDecide):
    """Queues an order that a supervisor rejected when its day comes."""

    status = "REJECTED"


@wrong("crm", breaks="FD-02", where="dates+drafts")
class KeepsTheDateOfTheFirstRevision(OrderEntry):
    """Does not take a new date for an order that was revised before its submission."""

    def enter_sheet(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.by_ref.get(ref)
        revised = order is not None and order.superseded and order.revises is None
        return super().enter_sheet(kind, ref, without_date(fields) if revised else fields)


def without_date(fields: Fields) -> Mapping[str, str]:
    """What was entered, but for the due date."""
    return {name: value for name, value in fields.items() if name != "due_date"}


@wrong("crm", breaks="FD-05", where="dates+failures")
class ShowsFalloutOfDatesAsRefused(OrderProgress):
    """Takes the fallout of an order that waits for its date for a refusal."""

    def hear_trouble(self, number: str, status: str) -> None:
        order = self.orders.known(number)
        dated = order is not None and order.due_date is not None and status == "FAILED"
        super().hear_trouble(number, "REFUSED" if dated else status)
