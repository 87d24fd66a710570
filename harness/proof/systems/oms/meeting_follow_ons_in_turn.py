"""Order systems that mix up what a follow-on order waits for: its base line, its date, its place."""

from ordertck.harness.messages import Message, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.follow_ons import follows
from ordertck.harness.reference.oms import (
    Fulfilment,
    LineFulfilment,
    Orchestration,
    OrderManagement,
    OrderState,
    Scheduling,
    Turn,
)


@wrong("oms", breaks="FD-04", where="follow-ons+dates")
class ForgetsTheDateWithTheBase(Scheduling):
    """Begins a follow-on order when its base line is done, whatever its own date."""

    def line_completes(self, line: str) -> list[Turn]:
        waiting = self.that_count(self.waiting.waiting_for(line))
        released = super().line_completes(line)
        return released + [turn for turn in waiting if turn.fulfilment.order.requested_delivery]


@wrong("oms", breaks="FD-04", where="follow-ons+dates")
class LeavesDatedFollowOnsLying(Scheduling):
    """Looks at a follow-on order when its base line is done, finds its date ahead, and never looks again."""

    def line_completes(self, line: str) -> list[Turn]:
        waiting = self.waiting.waiting_for(line)
        released = super().line_completes(line)
        for turn in waiting:
            dated = turn.fulfilment.order.requested_delivery is not None
            turn.fulfilment.ticket += dated and turn not in released
        return released


@wrong("oms", breaks="FO-04", where="follow-ons+dates")
class TakesTheDateForTheBase(Scheduling):
    """Lets a follow-on order with a date wait for that alone."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        return set() if self.start_date(order) else super().lines_to_wait_for(order)


@wrong("oms", breaks="FO-04", where="follow-ons+dates")
class LosesTheBaseWithANewDate(Scheduling):
    """Lets a follow-on order that was given another date wait for that date alone."""

    def hold(self, fulfilment: Fulfilment) -> list[Turn]:
        order = fulfilment.order
        if fulfilment.ticket and order.requested_delivery:
            fulfilment.order = replace(order, lines=tuple(replace(line, base_line=None) for line in order.lines))
        return super().hold(fulfilment)


@wrong("oms", breaks="FO-04", where="follow-ons+dates")
class SeesNoBaseInAPlan(Scheduling):
    """Takes an order that waits for its date for one that is not there yet."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        named = super().lines_to_wait_for(order)
        bases = {key: self.book.open_lines[key] for key in named}
        waiting = [key for key, base in bases.items() if base.state is OrderState.WAITING]
        planned = [key for key in waiting if self.start_date(bases[key].order)]
        return named - set(planned)


@wrong("oms", breaks="PR-04", where="follow-ons+priorities")
class FillsThePlaceBeforeItReleases(Orchestration):
    """Gives the place of a finished order away before it looks which orders waited for that one."""

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        released = self.scheduling.line_completes(line.line.id)
        super().complete(fulfilment, line)
        self.release(released)


@wrong("oms", breaks="PR-04", where="follow-ons+priorities")
class BeginsAtOnceWhatItReleases(Orchestration):
    """Begins a follow-on order in the moment in which its base line is done, ahead of all that wait for a place."""

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        released = self.scheduling.line_completes(line.line.id)
        running = self.scheduling.enqueue(released)
        for turn in released:
            if turn.fulfilment.state is OrderState.WAITING:
                self.scheduling.working += 1
                self.start(turn.fulfilment)
        super().complete(fulfilment, line)
        self.go_on(running)


@wrong("oms", breaks="PR-04", where="follow-ons+priorities")
class TakesThePriorityOfTheBase(OrderManagement):
    """Lets a follow-on order have the priority of its base order."""

    def begin(self, order: SalesOrder, message: Message) -> None:
        bases = [self.book.open_lines[x.base_line] for x in order.lines if x.base_line in self.book.open_lines]
        super().begin(order, replace(message, priority=bases[0].priority) if bases else message)


@wrong("oms", breaks="PR-04", where="follow-ons+priorities")
class MakesAllThatWaitedUrgent(OrderManagement):
    """Gives every follow-on order the highest priority, since it has waited already."""

    def begin(self, order: SalesOrder, message: Message) -> None:
        based = any(line.base_line in self.book.open_lines for line in order.lines)
        super().begin(order, replace(message, priority=9) if follows(order) and based else message)
