"""Scheduling: what orders wait for, and which of them is begun next."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from ordertck.harness.messages import Fault, OrderLine, SalesOrder, replace
from ordertck.harness.reference.common.priority_queue import PriorityQueue
from ordertck.harness.reference.oms.fulfilment import Fulfilment, Turn
from ordertck.harness.reference.oms.intake import requested_date
from ordertck.harness.reference.oms.order_book import Part, Shared
from ordertck.harness.reference.oms.order_life_cycle import OrderState
from ordertck.harness.reference.oms.order_outbox import Outbox
from ordertck.harness.reference.oms.split import parts_of
from ordertck.harness.reference.oms.waiting import WaitingRoom


class Scheduling(Part):
    """Lets orders wait for dates, for lines of other orders and for a place.

    ``working`` counts the orders begun and not finished: the places that are taken. ``lost`` are the turns that wait
    for a line that failed or is gone, each with what the CRM was told of that.
    """

    def __init__(self, shared: Shared, outbox: Outbox) -> None:
        self.outbox = outbox
        self.queue: PriorityQueue[Turn] = PriorityQueue()
        self.waiting: WaitingRoom[Turn] = WaitingRoom()
        self.working = 0
        self.lost: list[tuple[Fault, Turn]] = []
        super().__init__(shared)

    def hold(self, fulfilment: Fulfilment) -> list[Turn]:
        """Let an order wait for its date and its base lines, and return what has nothing to wait for but its turn.

        An earlier wait of the order no longer counts.
        """
        fulfilment.ticket += 1
        self.book.open_lines.update(dict.fromkeys(fulfilment.lines, fulfilment))
        return self.hold_lines(fulfilment, fulfilment.order.lines)

    def hold_lines(self, fulfilment: Fulfilment, lines: tuple[OrderLine, ...]) -> list[Turn]:
        """Let some lines of an order wait, each part of them for what it has to wait for; those that need not."""
        order = replace(fulfilment.order, lines=lines)
        by_line = self.settings["followon_grain"] == "line"
        free = []
        for part in parts_of(order, self.settings["line_dates"] == "on", by_line):
            turn = Turn(fulfilment, fulfilment.ticket, tuple(line.id for line in part.lines))
            for line in turn.lines:
                if line in fulfilment.lines:
                    fulfilment.lines[line].turn = turn
            waits_for = self.lines_to_wait_for(part if by_line else order)
            if not self.waiting.enter(turn, self.start_date(part), waits_for):
                free.append(turn)
        return free

    def start_date(self, order: SalesOrder) -> datetime | None:
        """The date before which nothing of an order is done; None where it can be started now (FD-04, FD-06, A-11)."""
        date = requested_date(order)
        if date is not None and self.settings["start_rule"] == "lead-time":
            date -= timedelta(days=max(self.lead_days(line) for line in order.lines))
        return date if date is not None and date > self.clock.now else None

    def lead_days(self, line: OrderLine) -> int:
        """How long before its date the work on a line begins."""
        product = self.catalogue.products.get(line.product or "")
        return product.lead_days if product else 0

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        """The lines of open orders that an order builds on; a line that is not known here is none (FO-05, FO-08)."""
        return {line.base_line for line in order.lines if line.base_line and line.base_line in self.book.open_lines}

    # What waited goes on

    def dates_come(self) -> list[Turn]:
        """The turns that have nothing more to wait for now that it is this late, earliest date first."""
        return self.that_count(self.waiting.time_comes(self.clock.now))

    def line_completes(self, line: str) -> list[Turn]:
        """The turns that have nothing more to wait for now that this line is complete."""
        return self.that_count(self.waiting.line_completes(line))

    def that_count(self, turns: list[Turn]) -> list[Turn]:
        """These turns without those of orders that were revised meanwhile, and wait for something else."""
        return [turn for turn in turns if turn.counts]

    def line_is_lost(self, order: str, line: str, how: str) -> None:
        """A line will not be completed: what waits for it goes on waiting, visibly (A-06)."""
        for turn in self.waiting.waiting_for(line):
            if not turn.waiting:
                continue  # what waited for it was withdrawn since, or waits for something else
            number = turn.fulfilment.number
            reason = f"waits for line {line} of order {order}, which {how}"
            fault = Fault(order=number, incident=_lost_to(line, number), reason=reason)
            told = any(known.incident == fault.incident for known, _ in self.lost)
            self.lost.append((fault, turn))
            if not told:
                self.outbox.fallout(fault, "raised")

    def goes_on(self, turn: Turn) -> None:
        """What had lost its base line waits no more: tell the CRM that this is over (A-06)."""
        self.is_over({f.incident: f for f, lost in self.lost_by(turn.fulfilment) if set(lost.lines) & set(turn.lines)})

    def nobody_waits(self, fulfilment: Fulfilment) -> None:
        """A revision has come: what it took out, or has build on something else, waits no more for what was lost."""
        number = fulfilment.number
        bases = (line.line.base_line for line in fulfilment.lines.values())
        known = {_lost_to(base, number) for base in bases if base}
        self.is_over({f.incident: f for f, _ in self.lost_by(fulfilment) if f.incident not in known})

    def lost_by(self, fulfilment: Fulfilment) -> list[tuple[Fault, Turn]]:
        """What the CRM was told of the base lines that an order has lost, each with what waits for it."""
        return [(fault, lost) for fault, lost in self.lost if lost.fulfilment is fulfilment]

    def is_over(self, faults: dict[str, Fault]) -> None:
        """Tell the CRM that these, by incident, are over."""
        self.lost = [(f, lost) for f, lost in self.lost if f.incident not in faults]
        for fault in faults.values():
            self.outbox.fallout(fault, "resolved")

    # Places

    def enqueue(self, turns: Iterable[Turn]) -> list[Turn]:
        """Let orders that are not begun wait for a place; the turns of running orders, which need none, are left."""
        running = []
        for turn in turns:
            self.goes_on(turn)
            if turn.fulfilment.state is OrderState.WAITING:
                for line in turn.waiting:
                    line.ready = True
                self.queue.put(turn, turn.fulfilment.priority)
            else:
                running.append(turn)
        return running

    def next(self) -> Fulfilment | None:
        """The most urgent order that waits, which takes a place; None where none waits or no place is free (PR-04)."""
        capacity = self.settings.get("capacity")
        while len(self.queue) and (capacity is None or self.working < capacity):
            turn = self.queue.get()
            if turn.counts and turn.fulfilment.state is OrderState.WAITING:
                self.working += 1
                return turn.fulfilment
        return None


def _lost_to(line: str, number: str) -> str:
    """The incident of an order that waits for a lost line."""
    return f"{line}-lost-to-{number}"
