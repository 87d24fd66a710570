"""CRMs that go wrong over dates: they keep, lose or misread them, or look on while orders undo each other."""

from collections.abc import Iterator
from datetime import datetime

from ordertck.harness.messages import DeskShown, Message, OrderSubmission, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, Refused, Screens, Submissions
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.guidance import Guidance
from ordertck.harness.reference.crm.projections import Projected, Projections


@wrong("crm", breaks="FD-01 TM-05")
class CallsADatedOrderADraft(CustomerRelations):
    """Shows an order that waits for its date as if it were not submitted."""

    class Screens(Screens):
        """A draft until something is told of it."""

        def order(self, order: CrmOrder) -> DeskShown:
            waits = order.submitted and order.due_date is not None and order.status == "OPEN"
            return super().order(replace(order, status="DRAFT") if waits else order)


@wrong("crm", breaks="FD-01 FD-05")
class CarriesDatedOrdersOutInItsBooks(CustomerRelations):
    """Changes the assets as soon as a dated order is submitted."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        for line in order.lines.values() if order.due_date else ():
            self.convert(order, line)


@wrong("crm", breaks="FD-02 TM-05")
class LosesTheDueDate(CustomerRelations):
    """Sends orders without the date that was entered."""

    class Submissions(Submissions):
        """No date."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            return replace(super().of(order), due_date=None)


@wrong("crm", breaks="FD-02")
class ForgetsTheZone(CustomerRelations):
    """Sends the time on the clock as if every clock were in Greenwich."""

    class Submissions(Submissions):
        """Wall time."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            date = order.due_date and datetime.fromisoformat(order.due_date).strftime("%Y-%m-%dT%H:%M:%S+00:00")
            return replace(super().of(order), due_date=date)


@wrong("crm", breaks="FD-02")
class DatesEveryFurtherOrder(CustomerRelations):
    """Gives an order without a date that of the customer's last one."""

    def queue(self, order: CrmOrder) -> None:
        dates = [other.due_date for other in self.orders.values() if other.submitted and other.due_date]
        order.due_date = order.due_date or (dates[-1] if dates else None)
        super().queue(order)


@wrong("crm", breaks="FD-02")
class WantsAFlagAsWell(CustomerRelations):
    """Takes an order for a dated one only where a box is ticked."""

    def enter_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_order(ref, fields)
        self.order(ref).due_date = self.order(ref).due_date if fields.get("future_dated") else None
        return shown


@wrong("crm", breaks="FD-03")
class KeepsOrdersUntilTheirDate(CustomerRelations):
    """Puts a dated order on the queue when its date comes."""

    def queue(self, order: CrmOrder) -> None:
        if order.due_date is None:
            super().queue(order)

    def advance(self, now: datetime) -> list[Message]:
        """Queue what is due."""
        self.out = []
        for order in self.orders.values():
            if order.submitted and order.due_date and datetime.fromisoformat(order.due_date) <= now:
                super().queue(order)
        return self.out


@wrong("crm", breaks="FD-03")
class RemindsTheOrderSystemOnTheDay(CustomerRelations):
    """Queues a dated order at once, and once more when its date comes."""

    def advance(self, now: datetime) -> list[Message]:
        """Queue what is due, again."""
        self.out = []
        for order in self.orders.values():
            if order.submitted and order.due_date and datetime.fromisoformat(order.due_date) <= now:
                self.queue(order)
        return self.out


@wrong("crm", breaks="FD-05")
class ProjectsNoDates(CustomerRelations):
    """Shows for the future what the customer has today, whatever is planned."""

    class Projections(Projections):
        """Leaves dated orders out."""

        def orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
            return [order for order in super().orders(account, until, without) if order.due_date is None]


@wrong("crm", breaks="FD-05")
class ProjectsWhatIsAddedOnly(CustomerRelations):
    """Does not project that something will go."""

    class Projections(Projections):
        """Nothing ever ends."""

        def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
            return (line for line in super().open_lines(order) if line.action != "Delete")


@wrong("crm", breaks="FD-05")
class ProjectsTheChangeAlone(CustomerRelations):
    """Projects an asset with nothing but the attributes that an order changes."""

    class Projections(Projections):
        """Forgets the rest of the asset."""

        def of(self, account: str, until: str | None = None, without: str | None = None) -> list[Projected]:
            found = super().of(account, until, without)
            return [
                replace(each, asset=replace(each.asset, attributes=dict(each.line.attributes))) if each.line else each
                for each in found
            ]


class _Silent(Guidance):
    def before_others(self, order: CrmOrder) -> Iterator[str]:
        return iter(())


@wrong("crm", breaks="FD-11 FD-12 FD-13")
class LooksOn(CustomerRelations):
    """Says nothing when an order goes before others for the same asset."""

    Guidance = _Silent


@wrong("crm", breaks="FD-11")
class OverlooksDeletions(CustomerRelations):
    """Warns of two changes of one asset, but not when the first is its end."""

    class Guidance(Guidance):
        """Looks at updates."""

        def before_others(self, order: CrmOrder) -> Iterator[str]:
            ends = any(line.action == "Delete" for line in order.lines.values())
            return iter(()) if ends else super().before_others(order)


@wrong("crm", breaks="FD-12 FD-13")
class WarnsOfDeletionsOnly(CustomerRelations):
    """Warns when an asset will be gone, but not when two changes come in the wrong order."""

    class Guidance(Guidance):
        """Looks at ends."""

        def before_others(self, order: CrmOrder) -> Iterator[str]:
            ends = any(line.action == "Delete" for line in order.lines.values())
            return super().before_others(order) if ends else iter(())


@wrong("crm", breaks="FD-12")
class ComparesDatesAsTheyAreWritten(CustomerRelations):
    """Takes the date that is written with the higher day for the later one."""

    class Guidance(Guidance):
        """Compares days."""

        def later(self, other: CrmOrder, order: CrmOrder) -> bool:
            return (other.due_date or "")[11:] > (order.due_date or "")[11:]


@wrong("crm", breaks="FD-11 FD-12 FD-13")
class AllowsOneDatedOrder(CustomerRelations):
    """Lets no customer have a second future-dated order."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        others = self.projections.orders(order.account or "", None, order.id)
        if order.due_date and any(other.due_date for other in others):
            raise Refused("the customer has a future-dated order already")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="FD-12")
class ProjectsTheLastOrderOnly(CustomerRelations):
    """Projects from what the customer has today, each order as if it were the only one."""

    class Projections(Projections):
        """One order."""

        def orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
            return super().orders(account, until, without)[-1:]


@wrong("crm", breaks="FD-13")
class BuildsOnWhatWasThereWhenItWasEntered(CustomerRelations):
    """Fills a line with the asset's attributes when it is entered, and never looks at them again."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        first = ref not in self.order(fields.get("order", "")).lines
        shown = super().enter_line(ref, fields)
        order = self.order(fields.get("order", ""))
        if first:
            order.lines[ref] = self.projections.refreshed(order, order.lines[ref])
        return shown


@wrong("crm", breaks="FD-13")
class TakesEqualDatesForAConflict(CustomerRelations):
    """Does not submit an order for a day on which the asset is changed already."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        others = self.projections.orders(order.account or "", None, order.id)
        if order.due_date and any(other.due_date == order.due_date for other in others):
            raise Refused("there is an order for that day already")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="DD-01")
class KeepsTheFirstDate(CustomerRelations):
    """Sends a revision with the date that the order had at first."""

    class Submissions(Submissions):
        """The first version's date."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            return replace(super().of(order), due_date=order.revises.due_date if order.revises else order.due_date)


@wrong("crm", breaks="DD-01")
class SendsADateAsSoonAsItIsSaved(CustomerRelations):
    """Puts a new date on the queue when it is saved, before anybody submits it."""

    def enter_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_order(ref, fields)
        order = self.order(ref)
        if order.revises is not None and order.due_date != order.revises.due_date:
            self.queue(order)
        return shown


@wrong("crm", breaks="DD-01")
class SendsNothingButTheDate(CustomerRelations):
    """Sends a revised date without the lines that it is for."""

    class Submissions(Submissions):
        """The header alone."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            sent = super().of(order)
            moved = order.revises is not None and order.due_date != order.revises.due_date
            return replace(sent, lines=()) if moved else sent


@permitted("crm")
class ProjectsWithoutSayingWhen(CustomerRelations):
    """Shows what will be, but not from which day on, nor by which order."""

    class Screens(Screens):
        """Assets only."""

        def projected_row(self, projected: Projected) -> dict[str, str]:
            known = {name: getattr(projected, name) for name in ("order", "line")}
            dated = known["order"] is not None and known["order"].due_date
            return self.asset_row(projected.asset) if dated else super().projected_row(projected)


@permitted("crm")
class StopsWhoEndsWhatOthersChange(CustomerRelations):
    """Does not submit the end of an asset that another order is to change later."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        ends = any(line.action == "Delete" for line in order.lines.values())
        for warning in self.guidance.before_others(order) if ends else ():
            raise Refused(warning)
        return super().submit_order(ref, fields)


@permitted("crm", without="revisable-due-date")
class KeepsTheDateOnceSubmitted(CustomerRelations):
    """Does not let the date of a submitted order be changed."""

    def enter_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.get(ref)
        if order is not None and order.revises is not None and fields.get("due_date", order.due_date) != order.due_date:
            raise Refused("the date was submitted")
        return super().enter_order(ref, fields)
