"""CRMs that go wrong over dates: they keep, lose or misread them, or look on while orders undo each other."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from ordertck.harness.messages import DeskDo, DeskShown, Message, OrderSubmission, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.crm.habits import Meddling
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    Guidance,
    OrderEntry,
    Parts,
    Projected,
    Projections,
    Queueing,
    Refused,
    Screens,
    Submissions,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="FD-01 TM-05")
class CallsADatedOrderADraft(Screens):
    """Shows an order that waits for its date as if it were not submitted."""

    def order(self, order: CrmOrder) -> DeskShown:
        waits = order.submitted and order.due_date is not None and order.status == "OPEN"
        return super().order(replace(order, status="DRAFT") if waits else order)


@wrong("crm", breaks="FD-01 FD-05")
class CarriesDatedOrdersOutInItsBooks(Queueing):
    """Changes the assets as soon as a dated order is submitted."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        for line in order.lines.values() if order.due_date else ():
            self.submissions.projections.assets.follow(line, order.account or "")


@wrong("crm", breaks="FD-02 TM-05")
class LosesTheDueDate(Submissions):
    """Sends orders without the date that was entered."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        return replace(super().of(order), due_date=None)


@wrong("crm", breaks="FD-02")
class ForgetsTheZone(Submissions):
    """Sends the time on the clock as if every clock were in Greenwich."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        date = order.due_date and datetime.fromisoformat(order.due_date).strftime("%Y-%m-%dT%H:%M:%S+00:00")
        return replace(super().of(order), due_date=date)


@wrong("crm", breaks="FD-02")
class DatesEveryFurtherOrder(Queueing):
    """Gives an order without a date that of the customer's last one."""

    def queue(self, order: CrmOrder) -> None:
        dates = [other.due_date for other in self.orders.by_ref.values() if other.submitted and other.due_date]
        order.due_date = order.due_date or (dates[-1] if dates else None)
        super().queue(order)


@wrong("crm", breaks="FD-02")
class WantsAFlagAsWell(OrderEntry):
    """Takes an order for a dated one only where a box is ticked."""

    def enter_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_order(ref, fields)
        self.orders.order(ref).due_date = self.orders.order(ref).due_date if fields.get("future_dated") else None
        return shown


class _QueuesUndated(Queueing):
    def queue(self, order: CrmOrder) -> None:
        if order.due_date is None:
            super().queue(order)


def _due(orders: Iterable[CrmOrder], now: datetime) -> list[CrmOrder]:
    dated = [order for order in orders if order.submitted and order.due_date]
    return [order for order in dated if datetime.fromisoformat(order.due_date or "") <= now]


@wrong("crm", breaks="FD-03")
class KeepsOrdersUntilTheirDate(CustomerRelations):
    """Puts a dated order on the queue when its date comes."""

    parts = Parts(queueing=_QueuesUndated)

    def advance(self, now: datetime) -> list[Message]:
        for order in _due(self.orders.by_ref.values(), now):
            Queueing.queue(self.queueing, order)
        return super().advance(now)


@wrong("crm", breaks="FD-03")
class RemindsTheOrderSystemOnTheDay(CustomerRelations):
    """Queues a dated order at once, and once more when its date comes."""

    def advance(self, now: datetime) -> list[Message]:
        for order in _due(self.orders.by_ref.values(), now):
            self.queueing.queue(order)
        return super().advance(now)


@wrong("crm", breaks="FD-05")
class ProjectsNoDates(Projections):
    """Shows for the future what the customer has today, whatever is planned."""

    def open_orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
        return [order for order in super().open_orders(account, until, without) if order.due_date is None]


@wrong("crm", breaks="FD-05")
class ProjectsWhatIsAddedOnly(Projections):
    """Does not project that something will go."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        return (line for line in super().open_lines(order) if line.action != "Delete")


@wrong("crm", breaks="FD-05")
class ProjectsTheChangeAlone(Projections):
    """Projects an asset with nothing but the attributes that an order changes."""

    def of(self, account: str, until: str | None = None, without: str | None = None) -> list[Projected]:
        found = super().of(account, until, without)
        return [
            replace(each, asset=replace(each.asset, attributes=dict(each.line.attributes))) if each.line else each
            for each in found
        ]


@wrong("crm", breaks="FD-11 FD-12 FD-13")
class LooksOn(Guidance):
    """Says nothing when an order goes before others for the same asset."""

    def before_others(self, order: CrmOrder) -> Iterator[str]:
        return iter(())


@wrong("crm", breaks="FD-11")
class OverlooksDeletions(Guidance):
    """Warns of two changes of one asset, but not when the first is its end."""

    def before_others(self, order: CrmOrder) -> Iterator[str]:
        ends = any(line.action == "Delete" for line in order.lines.values())
        return iter(()) if ends else super().before_others(order)


@wrong("crm", breaks="FD-12 FD-13")
class WarnsOfDeletionsOnly(Guidance):
    """Warns when an asset will be gone, but not when two changes come in the wrong order."""

    def before_others(self, order: CrmOrder) -> Iterator[str]:
        ends = any(line.action == "Delete" for line in order.lines.values())
        return super().before_others(order) if ends else iter(())


@wrong("crm", breaks="FD-12")
class ComparesDatesAsTheyAreWritten(Guidance):
    """Takes the date that is written with the higher day for the later one."""

    def later(self, other: CrmOrder, order: CrmOrder) -> bool:
        return (other.due_date or "")[11:] > (order.due_date or "")[11:]


@wrong("crm", breaks="FD-12")
class ProjectsDatesAsTheyAreWritten(Projections):
    """Projects dated orders in the order of the days as they are written, in whichever zone."""

    def open_orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
        return sorted(super().open_orders(account, until, without), key=lambda order: order.due_date or "")


@wrong("crm", breaks="FD-11 FD-12 FD-13")
class AllowsOneDatedOrder(Submitting):
    """Lets no customer have a second future-dated order."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        others = self.checks.projections.open_orders(order.account or "", None, order.id)
        if order.due_date and any(other.due_date for other in others):
            raise Refused("the customer has a future-dated order already")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="FD-12")
class ProjectsTheLastOrderOnly(Projections):
    """Projects from what the customer has today, each order as if it were the only one."""

    def open_orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
        return super().open_orders(account, until, without)[-1:]


@wrong("crm", breaks="FD-13")
class BuildsOnWhatWasThereWhenItWasEntered(OrderEntry):
    """Fills a line with the asset's attributes when it is entered, and never looks at them again."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        first = ref not in self.orders.order(fields.get("order", "")).lines
        shown = super().enter_line(ref, fields)
        order = self.orders.order(fields.get("order", ""))
        if first:
            order.lines[ref] = self.submissions.projections.refreshed(order, order.lines[ref])
        return shown


@wrong("crm", breaks="FD-13")
class TakesEqualDatesForAConflict(Submitting):
    """Does not submit an order for a day on which the asset is changed already."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        others = self.checks.projections.open_orders(order.account or "", None, order.id)
        if order.due_date and any(other.due_date == order.due_date for other in others):
            raise Refused("there is an order for that day already")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="DD-01")
class KeepsTheFirstDate(Submissions):
    """Sends a revision with the date that the order had at first."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        return replace(super().of(order), due_date=order.revises.due_date if order.revises else order.due_date)


@wrong("crm", breaks="DD-01")
class SendsADateAsSoonAsItIsSaved(Meddling):
    """Puts a new date on the queue when it is saved, before anybody submits it."""

    def after(self, act: DeskDo) -> None:
        order = self.orders.order(act.ref) if (act.verb, act.object) == ("enter", "order") else None
        if order is not None and order.revises is not None and order.due_date != order.revises.due_date:
            self.queueing.queue(order)


@wrong("crm", breaks="DD-01")
class SendsNothingButTheDate(Submissions):
    """Sends a revised date without the lines that it is for."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        moved = order.revises is not None and order.due_date != order.revises.due_date
        return replace(sent, lines=()) if moved else sent


@permitted("crm")
class ProjectsWithoutSayingWhen(Screens):
    """Shows what will be, but not from which day on, nor by which order."""

    def projected_row(self, projected: Projected) -> dict[str, str]:
        known = {name: getattr(projected, name) for name in ("order", "line")}
        dated = known["order"] is not None and known["order"].due_date
        return self.asset_row(projected.asset) if dated else super().projected_row(projected)


@permitted("crm")
class StopsWhoEndsWhatOthersChange(Submitting):
    """Does not submit the end of an asset that another order is to change later."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        ends = any(line.action == "Delete" for line in order.lines.values())
        for warning in self.guidance.before_others(order) if ends else ():
            raise Refused(warning)
        return super().submit_order(ref, fields)


@permitted("crm", without="revisable-due-date")
class KeepsTheDateOnceSubmitted(OrderEntry):
    """Does not let the date of a submitted order be changed."""

    def enter_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.by_ref.get(ref)
        if order is not None and order.revises is not None and fields.get("due_date", order.due_date) != order.due_date:
            raise Refused("the date was submitted")
        return super().enter_order(ref, fields)
