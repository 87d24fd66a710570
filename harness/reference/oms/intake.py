"""Intake: what an order must be like to be taken in, and why another is refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ordertck.harness.messages import ACTIONS, AssetStatus, Message, OrderLine, SalesOrder
from ordertck.harness.reference.common.line_actions import is_unchanged
from ordertck.harness.reference.common.priority_queue import HIGHEST, LOWEST
from ordertck.harness.reference.oms.order_book import Part
from ordertck.harness.reference.oms.order_life_cycle import LineState


@dataclass(frozen=True, slots=True)
class Objection:
    """Why an order is not taken in; ``line`` is the id of the offending line."""

    reason: str
    line: str | None = None


def requested_date(order: SalesOrder) -> datetime | None:
    """The date that was asked for; None where none was supplied (FD-08)."""
    return datetime.fromisoformat(order.requested_delivery) if order.requested_delivery else None


class Intake(Part):
    """The checks on an arriving order, each its own method."""

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        """The first reason not to take an order in; None for a good one."""
        return next(iter(self.objections(order, message.priority)), None)

    def objections(self, order: SalesOrder, priority: int | None) -> Iterator[Objection]:
        """Every reason to refuse an order, header first."""
        yield from self.past_date(order)
        yield from self.header(order)
        yield from self.priority(priority)
        change = any(self.installed.get(line.asset) for line in order.lines)
        for line in order.lines:
            yield from self.subject(line)
            yield from self.action(line, change)
            if not self.is_done(order, line):
                yield from self.asset(line)
        yield from self.transfers(order)

    def queue_priority(self, message: Message) -> int:
        """The transport priority, or the declared default where nobody chose one (A-27)."""
        return message.priority if message.priority is not None else int(self.settings["default_priority"])

    def unchanged(self, line: OrderLine) -> bool:
        """Whether a line says that nothing changes."""
        return is_unchanged(line.action, self.settings["no_action"])

    def past_date(self, order: SalesOrder) -> Iterator[Objection]:
        """An order for a date that has passed is refused where that is declared (FD-07)."""
        date = requested_date(order)
        if date is not None and date < self.clock.now and self.settings["past_date"] == "refuse":
            yield Objection(f"the requested date {order.requested_delivery} has passed")

    def header(self, order: SalesOrder) -> Iterator[Objection]:
        """An order names a customer, a header price list, and something bought (OM-01, OM-02, PL-11)."""
        if not order.account:
            yield Objection("the order names no customer")
        if not order.lines:
            yield Objection("the order has no line")
        if not order.price_list and self.settings["no_header_pl"] == "fault":
            yield Objection("the order has no header price list")

    def priority(self, priority: int | None) -> Iterator[Objection]:
        """The queue's ten levels are all there are (PR-11)."""
        if priority is not None and not LOWEST <= priority <= HIGHEST:
            yield Objection(f"priority {priority} is not between {LOWEST} and {HIGHEST}")

    def subject(self, line: OrderLine) -> Iterator[Objection]:
        """Each line has a subject (OM-04)."""
        if not line.product:
            yield Objection("the line has no product", line.id)

    def action(self, line: OrderLine, change: bool) -> Iterator[Objection]:
        """The actions are a closed set; only on a change order may a line have none (AC-09, OM-04)."""
        if self.unchanged(line):
            if not change:
                yield Objection("the line has no action", line.id)
        elif line.action not in ACTIONS:
            yield Objection(f"'{line.action or ''}' is no line action", line.id)

    def asset(self, line: OrderLine) -> Iterator[Objection]:
        """Every action but Add needs an asset that is there, in a fitting state (AC-04, AC-08, AC-11)."""
        if line.action not in ACTIONS or line.action == "Add":
            return
        installed = self.installed.get(line.asset)
        if line.base_line and (installed is None or line.base_line in self.book.open_lines):
            return  # what it works on is still to come, or to be changed, with that line (AC-06, FO-01, FO-08)
        if installed is None:
            yield Objection(f"asset {line.asset or '(none)'} is not installed", line.id)
        elif line.action == "Resume" and installed.status != AssetStatus.SUSPENDED:
            yield Objection(f"asset {line.asset} is not suspended", line.id)

    def is_done(self, order: SalesOrder, line: OrderLine) -> bool:
        """Whether an earlier version has done a line: its asset is as it has left it, and not as it has found it."""
        known = self.book.orders.get(order.order)
        before = known.lines.get(line.id) if known is not None else None
        return before is not None and before.state is LineState.COMPLETE

    def transfers(self, order: SalesOrder) -> Iterator[Objection]:
        """Both halves of a transfer are on the order and name the same asset (AC-10)."""
        halves = {
            action: {line.asset for line in order.lines if line.action == action}
            for action in ("Move-Add", "Move-Delete")
        }
        for asset in sorted(halves["Move-Add"] ^ halves["Move-Delete"], key=str):
            yield Objection(f"only one half of the transfer of asset {asset} is on the order")
