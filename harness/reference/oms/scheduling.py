"""Turns: what orders wait for, and which is started next."""

from abc import abstractmethod
from datetime import datetime, timedelta

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.common.priority_queue import PriorityQueue
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment, Turn
from ordertck.harness.reference.oms.life_cycle import OrderState
from ordertck.harness.reference.oms.outbox import Telling
from ordertck.harness.reference.oms.split import parts_of
from ordertck.harness.reference.oms.waiting import WaitingRoom


def requested_date(order: SalesOrder) -> datetime | None:
    """The date that was asked for; None where none was supplied (FD-08)."""
    return datetime.fromisoformat(order.requested_delivery) if order.requested_delivery else None


class Turns(Telling):
    """Lets orders wait for dates, for lines of other orders and for a place, and starts them in the order of priority.

    ``open_lines`` are the lines that are not complete, with their order; ``working`` counts the orders begun and not
    finished.
    """

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        super().__init__()
        self.catalogue, self.settings, self.now = catalogue, scenario.settings, scenario.now
        self.queue: PriorityQueue[Turn] = PriorityQueue()
        self.waiting: WaitingRoom[Turn] = WaitingRoom()
        self.open_lines: dict[str, Fulfilment] = {}
        self.working = 0

    @abstractmethod
    def start(self, fulfilment: Fulfilment) -> None:
        """Begin an order with all that has nothing to wait for."""

    @abstractmethod
    def begin(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        """Begin the work on some lines of a running order."""

    @abstractmethod
    def finish(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        """Tell how these lines stand, and the order, where it has come to its end."""

    def let_wait(self, fulfilment: Fulfilment) -> None:
        """Let an order wait for its date and its base lines, or only for its turn; an earlier wait no longer counts."""
        fulfilment.ticket += 1
        self.open_lines.update(dict.fromkeys(fulfilment.lines, fulfilment))
        self.let_lines_wait(fulfilment, fulfilment.order.lines)

    def let_lines_wait(self, fulfilment: Fulfilment, lines: tuple[OrderLine, ...]) -> None:
        """Let some lines of an order wait, each part of them for what it has to wait for."""
        order = replace(fulfilment.order, lines=lines)
        by_line = self.settings["followon_grain"] == "line"
        for part in parts_of(order, self.settings["line_dates"] == "on", by_line):
            turn = Turn(fulfilment, fulfilment.ticket, tuple(line.id for line in part.lines))
            waits_for = self.lines_to_wait_for(part if by_line else order)
            if not self.waiting.enter(turn, self.start_date(part), waits_for):
                self.ready(turn)

    def come_to_an_end(self, turns: list[Turn]) -> None:
        """These waits are over; an order that was revised meanwhile waits for something else."""
        for turn in turns:
            if turn.counts:
                self.ready(turn)

    def start_date(self, order: SalesOrder) -> datetime | None:
        """The date before which nothing of an order is done; None where it can be started now (FD-04, FD-06, A-11)."""
        date = requested_date(order)
        if date is not None and self.settings["start_rule"] == "lead-time":
            date -= timedelta(days=max(self.lead_days(line) for line in order.lines))
        return date if date is not None and date > self.now else None

    def lead_days(self, line: OrderLine) -> int:
        """How long before its date the work on a line begins."""
        product = self.catalogue.products.get(line.product or "")
        return product.lead_days if product else 0

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        """The lines of open orders that an order builds on; a line that is not known here is none (FO-05, FO-08)."""
        return {line.base_line for line in order.lines if line.base_line and line.base_line in self.open_lines}

    def ready(self, turn: Turn) -> None:
        """Lines have nothing more to wait for but their order's turn; where that is running, they begin now."""
        fulfilment = turn.fulfilment
        lines = [fulfilment.lines[line] for line in turn.lines if line in fulfilment.lines]
        for line in lines:
            line.ready = True
        if fulfilment.state is OrderState.WAITING:
            self.queue.put(turn, fulfilment.priority)
            self.start_next()
        else:
            self.begin(fulfilment, lines)
            self.finish(fulfilment)

    def advance(self, now: datetime) -> list[Message]:
        """The clock reads ``now``; the messages that this leads to, in order."""
        self.out, self.now = [], now
        self.come_to_an_end(self.waiting.time_comes(now))
        return self.out

    def start_next(self) -> None:
        """Start waiting orders, most urgent first, while there is a place (PR-04, PR-07, PR-08)."""
        capacity = self.settings.get("capacity")
        while len(self.queue) and (capacity is None or self.working < capacity):
            turn = self.queue.get()
            if turn.counts and turn.fulfilment.state is OrderState.WAITING:
                self.start(turn.fulfilment)

    def line_is_lost(self, order: str, line: str, how: str) -> None:
        """A line will not be completed: what waits for it goes on waiting, visibly (A-06)."""
        for turn in self.waiting.waiting_for(line):
            self.base_is_lost(turn.fulfilment, order, line, how)
