"""Order systems whose waiting ends at the wrong moment: by age, by a clock on the wall, by a timer nobody stopped."""

from datetime import datetime, timedelta

from ordertck.harness.messages import Message, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.follow_ons import let_go
from ordertck.harness.reference.oms import (
    Cancelling,
    Difference,
    Fulfilment,
    Intake,
    LineFulfilment,
    Objection,
    OrderManagement,
    OrderState,
    Parts,
    Scheduling,
    Supplementals,
)
from ordertck.harness.reference.oms.intake import requested_date


def has_blank_date(message: Message) -> bool:
    """Whether the field of the requested date is there, and empty."""
    return not message.body.get("requested_delivery", "none")


class _RemembersWhen(OrderManagement):
    """Knows since when each order has been here."""

    def prepare(self) -> None:
        self.since: dict[str, datetime] = {}

    def take_in(self, order: SalesOrder, message: Message) -> None:
        self.since.setdefault(order.order, self.clock.now)
        super().take_in(order, message)

    def age(self, fulfilment: Fulfilment) -> timedelta:
        """How long an order has been here."""
        return self.clock.now - self.since[fulfilment.number]


@wrong("oms", breaks="FO-04")
class StartsAfterATimeOut(_RemembersWhen):
    """Starts a follow-on order that has waited for three days, whatever it waits for."""

    def advance(self, now: datetime) -> list[Message]:
        sent = super().advance(now)
        for order in self.book.orders.values():
            follows = any(line.base_line for line in order.order.lines)
            if follows and order.state is OrderState.WAITING and self.age(order) > timedelta(days=3):
                self.orchestration.release(let_go(order))
        return [*sent, *self.outbox.emptied()]


@wrong("oms", breaks="PR-07")
class LetsAgeBeatPriority(_RemembersWhen):
    """Lifts the priority of a waiting order by two for every day that it waits."""

    def advance(self, now: datetime) -> list[Message]:
        queue = self.scheduling.queue
        for turn in [queue.get() for _ in range(len(queue))]:
            aged = turn.fulfilment.priority + 2 * (now - self.since[turn.fulfilment.number]).days
            queue.put(turn, min(9, aged))
        return super().advance(now)


class _ReadsDates(Scheduling):
    """Reads the requested date in a way of its own."""

    def read(self, date: datetime) -> datetime:
        """The date as this system understands it."""
        return date

    def start_date(self, order: SalesOrder) -> datetime | None:
        date = requested_date(order)
        read = self.read(date) if date is not None else None
        return read if read is not None and read > self.clock.now else None


@wrong("oms", breaks="FD-01")
class IgnoresZones(_ReadsDates):
    """Reads every date as one in its own zone."""

    def read(self, date: datetime) -> datetime:
        return date.replace(tzinfo=self.clock.now.tzinfo)


class _NoZones(_ReadsDates):
    def read(self, date: datetime) -> datetime:
        return date.replace(tzinfo=self.clock.now.tzinfo)


@wrong("oms", breaks="FD-01")
class ReadsHoursOnly(OrderManagement):
    """Reads dates, and the clock as well, without their zones."""

    parts = Parts(scheduling=_NoZones)

    def advance(self, now: datetime) -> list[Message]:
        return super().advance(now.replace(tzinfo=self.shared.clock.now.tzinfo))


@wrong("oms", breaks="FD-04")
class StartsInTheMorning(_ReadsDates):
    """Begins at the first minute of the day that was asked for."""

    def read(self, date: datetime) -> datetime:
        return date.replace(hour=0, minute=0)


@wrong("oms", breaks="FD-04")
class StartsDatedOrdersAsTheyCame(Scheduling):
    """Begins no dated order before those that were submitted earlier, whatever their dates."""

    latest: datetime | None = None

    def start_date(self, order: SalesOrder) -> datetime | None:
        date = super().start_date(order)
        if date is not None:
            self.latest = date = max(date, self.latest or date)
        return date


@wrong("oms", breaks="FD-08")
class StumblesOverABlankDate(Intake):
    """Refuses an order whose date is left blank."""

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        return Objection("no date") if has_blank_date(message) else super().objection(order, message)


@wrong("oms", breaks="FD-08")
class TakesABlankDateForTheLastDay(OrderManagement):
    """Takes an order whose date is left blank, and never begins it."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        if has_blank_date(message):
            order = replace(order, requested_delivery="9999-01-01T00:00:00+00:00")
        super().take_in(order, message)


class _KeepsTheOldTimer(Supplementals):
    def prepare(self) -> None:
        self.dates: dict[str, datetime] = {}
        self.kept: list[tuple[datetime, Fulfilment]] = []

    def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().replace(known, planned, difference)
        old, new = self.dates.get(known.number), requested_date(known.order)
        if old is not None and new is not None and old > new:
            self.kept.append((old, known))


@wrong("oms", breaks="DD-03")
class LetsTheOldTimerFireToo(OrderManagement):
    """Begins an order at its new, earlier date, and begins it once more at the old one."""

    parts = replace(OrderManagement.parts, supplementals=_KeepsTheOldTimer)

    def take_in(self, order: SalesOrder, message: Message) -> None:
        super().take_in(order, message)
        date = requested_date(order)
        assert isinstance(self.supplementals, _KeepsTheOldTimer)
        if date is not None:
            self.supplementals.dates[order.order] = date

    def advance(self, now: datetime) -> list[Message]:
        sent = super().advance(now)
        assert isinstance(self.supplementals, _KeepsTheOldTimer)
        for date, known in self.supplementals.kept:
            if date <= now:
                lines = self.planning.plans(known.order)
                again = replace(known, lines=lines, state=OrderState.IN_PROGRESS, uninitiated=0)
                self.orchestration.begin(again, list(lines.values()))
        self.supplementals.kept = [kept for kept in self.supplementals.kept if kept[0] > now]
        return [*sent, *self.outbox.emptied()]


@wrong("oms", breaks="PV-05")
class WakesWhatWasCancelled(Cancelling):
    """Says that a dated order is cancelled, and begins it when its date comes."""

    def drop(self, known: Fulfilment) -> None:
        lines, ticket = dict(known.lines), known.ticket
        super().drop(known)
        known.lines, known.ticket, known.state, known.open = lines, ticket, OrderState.WAITING, len(lines)
