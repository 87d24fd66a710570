"""Order systems that wait for the wrong thing, or not at all."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from ordertck.harness.messages import Message, OrderLine, SalesOrder, WorkUpdate
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.oms import (
    Fulfilment,
    Intake,
    LineFulfilment,
    LineState,
    Objection,
    Orchestration,
    OrderManagement,
    OrderState,
    Outbox,
    Reports,
    Scheduling,
    Turn,
)
from ordertck.harness.reference.oms.intake import requested_date


@wrong("oms", breaks="FD-04")
class IgnoresTheDate(Scheduling):
    """Starts every order as soon as it comes."""

    def start_date(self, order: SalesOrder) -> datetime | None:
        return None


@wrong("oms", breaks="FD-04")
class NeverWakesUp(OrderManagement):
    """Lets a dated order lie when its date comes."""

    def advance(self, now: datetime) -> list[Message]:
        return []


@wrong("oms", breaks="FD-04")
class StartsOnTheEve(Scheduling):
    """Starts a dated order a day early."""

    def start_date(self, order: SalesOrder) -> datetime | None:
        date = super().start_date(order)
        return date - timedelta(days=1) if date else None


@wrong("oms", breaks="FD-04")
class QueuesBehindDatedOrders(Scheduling):
    """Starts nothing while an order waits for its date."""

    def next(self) -> Fulfilment | None:
        waiting = (order for order in self.book.orders.values() if order.state is OrderState.WAITING)
        dates = (requested_date(order.order) for order in waiting)
        return None if any(date and date > self.clock.now for date in dates) else super().next()


@wrong("oms", breaks="FD-06")
class ParksTodayForTomorrow(Scheduling):
    """Takes an order that is wanted now for one that is wanted later."""

    def start_date(self, order: SalesOrder) -> datetime | None:
        date = requested_date(order)
        return date + timedelta(days=1) if date == self.clock.now else super().start_date(order)


@wrong("oms", breaks="FD-07")
class WaitsForADateThatHasPassed(Scheduling):
    """Waits for a moment that will not come again."""

    def start_date(self, order: SalesOrder) -> datetime | None:
        date = requested_date(order)
        return date + timedelta(days=365) if date and date < self.clock.now else super().start_date(order)


@wrong("oms", breaks="FD-07", switches={"past_date": "refuse"})
class ForgetsToRefuseThePast(Intake):
    """Lets an order with a date that has passed lie, though it says that it refuses such."""

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        date = requested_date(order)
        return None if date and date < self.clock.now else super().objection(order, message)


@wrong("oms", breaks="FD-08")
class NeedsADate(Scheduling):
    """Waits for the date of an order that has none."""

    def start_date(self, order: SalesOrder) -> datetime | None:
        return super().start_date(order) if order.requested_delivery else self.clock.now + timedelta(days=365)


@wrong("oms", breaks="PR-04")
class GivesPlacesToSleepers(Scheduling):
    """Lets an order that waits for its date take a place."""

    def start_date(self, order: SalesOrder) -> datetime | None:
        date = super().start_date(order)
        self.working += date is not None
        return date


@wrong("oms", breaks="FO-04 FO-05 FO-06")
class NeverWaitsForTheBase(Scheduling):
    """Carries out a follow-on order as soon as it comes."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        return set()


@wrong("oms", breaks="FO-04 FO-05")
class NeverLetsAFollowOnGo(Scheduling):
    """Forgets a follow-on order that it once held back."""

    def enqueue(self, turns: Iterable[Turn]) -> list[Turn]:
        return super().enqueue(turn for turn in turns if not any(x.base_line for x in turn.fulfilment.order.lines))


@wrong("oms", breaks="FO-04")
class LetsUrgentFollowOnsPass(Scheduling):
    """Holds a follow-on order back unless it is urgent."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        return set() if order.priority == "Urgent" else super().lines_to_wait_for(order)


@wrong("oms", breaks="FO-05")
class KnowsTheBaseLineByItsNumber(Scheduling):
    """Waits for whichever line of the base order has the number that the base line had when the order came."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        return {self.place_of(line) for line in super().lines_to_wait_for(order)}

    def line_completes(self, line: str) -> list[Turn]:
        return super().line_completes(self.place_of(line))

    def line_is_lost(self, order: str, line: str, how: str) -> None:
        super().line_is_lost(order, self.place_of(line), how)

    def place_of(self, line: str) -> str:
        """Where a line stands in its order by now."""
        places = ((known, each) for known in self.book.orders.values() for each in known.order.lines)
        return next((f"{known.number} {each.number}" for known, each in places if each.id == line), line)


@wrong("oms", breaks="FO-05")
class WaitsForTheWholeBaseOrder(Scheduling):
    """Holds a follow-on order back until everything on the base order is complete."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        named = super().lines_to_wait_for(order)
        bases = [f for f in self.book.orders.values() if named & f.lines.keys()]
        return {line for base in bases for line in base.lines if line in self.book.open_lines}


@wrong("oms", breaks="FO-05")
class IsReleasedByAnyLine(Orchestration):
    """Lets a follow-on order go when any line of the base order is complete."""

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        for other in fulfilment.lines:
            self.release(self.scheduling.line_completes(other))


@wrong("oms", breaks="FO-05")
class IsReleasedByCompletingProducts(Scheduling):
    """Lets a follow-on order go when the base order has come to its last line."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        named = super().lines_to_wait_for(order)
        bases = [f for f in self.book.orders.values() if named & f.lines.keys()]
        return {list(base.lines)[-1] for base in bases}


class _ReleasedEarly(Reports):
    """Lets a follow-on order go before its line is complete; ``early`` says at which report."""

    def early(self, report: WorkUpdate) -> bool:
        """Whether this report of provisioning is taken for completion."""
        return False

    def from_provisioning(self, report: WorkUpdate) -> None:
        if self.early(report):
            self.orchestration.release(self.orchestration.scheduling.line_completes(report.line))
        super().from_provisioning(report)


@wrong("oms", breaks="FO-06")
class IsReleasedByTheFirstMilestone(_ReleasedEarly):
    """Lets a follow-on order go at the first milestone of its line."""

    def early(self, report: WorkUpdate) -> bool:
        return report.sort == "milestone"


@wrong("oms", breaks="FO-06")
class IsReleasedByTheLastMilestone(_ReleasedEarly):
    """Lets a follow-on order go when its line is activated."""

    def early(self, report: WorkUpdate) -> bool:
        return report.value == "ACTIVATED"


@wrong("oms", breaks="FO-06")
class IsReleasedByProvisioning(_ReleasedEarly):
    """Lets a follow-on order go when its line is provisioned, though it is not billed yet."""

    def early(self, report: WorkUpdate) -> bool:
        return report.value == "COMPLETE"


@wrong("oms", breaks="FO-08")
class WaitsForAnUnknownBase(Scheduling):
    """Holds a follow-on order back for a base order that it has never heard of."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        return {line.base_line for line in order.lines if line.base_line}


@wrong("oms", breaks="FO-08")
class RefusesOrphans(Intake):
    """Refuses a follow-on order whose base order it does not know."""

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        for line in order.lines:
            if line.base_line and not self.knows(line):
                return Objection(f"line {line.base_line} is unknown", line.id)
        return super().objection(order, message)

    def knows(self, line: OrderLine) -> bool:
        """Whether a line's base has come already."""
        return any(line.base_line in fulfilment.lines for fulfilment in self.book.orders.values())


@wrong("oms", breaks="FO-08")
class BindsToALateBase(Orchestration):
    """Holds a running follow-on order up once its base order comes after all."""

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        base = line.line.base_line
        if base and base in self.book.open_lines and line.state is LineState.PROVISIONED:
            return
        super().complete(fulfilment, line)


@wrong("oms", breaks="FO-05")
class ReportsTheBaseCompleteTooSoon(Outbox):
    """Takes the base order for complete when the first of its lines is."""

    def update(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        super().update(fulfilment, *lines)
        if lines:
            self.out[-1] = Message(
                self.out[-1].id, "order-update", self.out[-1].edge,
                {**self.out[-1].body, "status": "COMPLETE"}, self.out[-1].about,
            )  # fmt: skip


@permitted("oms", switches={"start_rule": "lead-time", "followon_grain": "line"})
class GivesEachLineItsOwnLeadTime(Scheduling):
    """Begins each line of a dated order by the lead time of its own product, not by the longest of the order."""

    def hold_lines(self, fulfilment: Fulfilment, lines: tuple[OrderLine, ...]) -> list[Turn]:
        leads = sorted({self.lead_days(line) for line in lines})
        alike = [tuple(line for line in lines if self.lead_days(line) == lead) for lead in leads]
        hold = super().hold_lines
        return [turn for group in alike for turn in hold(fulfilment, group)]
