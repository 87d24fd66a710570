"""Order systems that take one kind of order for another."""

from datetime import datetime
from typing import ClassVar

from ordertck.harness.messages import Edge, Message, OrderLine, OrderSnapshot, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.habits import Believing
from ordertck.harness.reference.oms import (
    EarlyFollowOns,
    Fulfilment,
    Intake,
    LineFulfilment,
    LineState,
    Objection,
    OrderManagement,
    OrderState,
    Outbox,
    Scheduling,
    Supplementals,
)
from ordertck.harness.reference.oms.intake import requested_date


class _Answering(Outbox):
    """Answers a query about some orders with another status; ``said`` is which, None for the true one."""

    def said(self, fulfilment: Fulfilment) -> str | None:
        """What is said of an order instead of the truth."""
        return None

    def answer(self, query: Message) -> None:
        fulfilment = self.book.orders.get(query.body["order"])
        said = self.said(fulfilment) if fulfilment else None
        if fulfilment is None or said is None:
            super().answer(query)
            return
        number = fulfilment.number
        self.tell("order-snapshot", Edge.OMS, OrderSnapshot(order=number, status=said), number, re=query.id)


@wrong("oms", breaks="TM-01")
class KnowsOnlyWhatItWorksOn(_Answering):
    """Knows nothing of an order that waits for its date."""

    def said(self, fulfilment: Fulfilment) -> str | None:
        return "UNKNOWN" if fulfilment.state is OrderState.WAITING else None


@wrong("oms", breaks="TM-01")
class ForgetsWhatItFinished(_Answering):
    """Says of a complete order that it is still being worked on."""

    def said(self, fulfilment: Fulfilment) -> str | None:
        return "IN PROGRESS" if fulfilment.state is OrderState.COMPLETE else None


@wrong("oms", breaks="PN-03")
class CallsItCompletePastTheLock(_Answering):
    """Says that an order is complete once none of its lines can be revised any more."""

    def said(self, fulfilment: Fulfilment) -> str | None:
        return "COMPLETE" if all(map(self.locked, fulfilment.lines.values())) else "IN PROGRESS"

    def locked(self, line: LineFulfilment) -> bool:
        """Whether a line is past its point of no return, or complete."""
        passed = self.catalogue.products[line.line.product or ""].ponr in line.milestones
        return passed or line.state is LineState.COMPLETE


@wrong("oms", breaks="PN-03")
class CompletesAtTheLock(OrderManagement):
    """Reports an order complete when provisioning has come to the point of no return, and hears nothing more."""

    def handle(self, message: Message) -> list[Message]:
        sent = super().handle(message)
        for fulfilment in self.book.orders.values():
            locked = all(map(self.supplementals.locked, fulfilment.lines.values()))
            if message.kind == "provisioning-update" and fulfilment.state is OrderState.IN_PROGRESS and locked:
                fulfilment.state = OrderState.COMPLETE
                self.outbox.update(fulfilment)
        return sent + self.outbox.emptied()


@wrong("oms", breaks="TM-02")
class TakesARevisionForAnOrder(Supplementals):
    """Carries every line of a supplemental order out beside the order that it revises."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        lines = {line.id: self.planning.plan(order, line) for line in order.lines}
        again = Fulfilment(order, known.priority, lines, open=len(lines))
        self.book.orders[f"{order.order} again"] = again
        self.orchestration.schedule(again)


@wrong("oms", breaks="TM-03")
class TakesAFollowOnForARevision(EarlyFollowOns):
    """Works a follow-on order into its base order, however far that has come."""

    def objection(self, order: SalesOrder) -> Objection | None:
        bases = [base for line in order.lines if (base := self.base(line))]
        for base in bases[:1]:
            lines = self.planning.plans(order)
            base.lines.update(lines)
            base.open += len(lines)
            self.supplementals.orchestration.begin(base, list(lines.values()))
        return super().objection(order)


@wrong("oms", breaks="TM-03")
class KnowsNoFollowOnsThatWait(_Answering):
    """Does not know a follow-on order before its base order is done."""

    def said(self, fulfilment: Fulfilment) -> str | None:
        follows = any(line.base_line for line in fulfilment.order.lines)
        return "UNKNOWN" if follows and fulfilment.state is OrderState.WAITING else None


@wrong("oms", breaks="TM-04")
class LetsModifyOrdersWait(Scheduling):
    """Lets a modify order wait for every open order of the same customer."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        modifies = any(line.action == "Update" and not line.base_line for line in order.lines)
        open_ones = {key for key, base in self.book.open_lines.items() if base.order.account == order.account}
        own = {line.id for line in order.lines}
        return super().lines_to_wait_for(order) | (open_ones - own if modifies else set())


@wrong("oms", breaks="TM-05 FD-01")
class RefusesLaterDates(Intake):
    """Takes an order in on its date only, and refuses it before."""

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        date = requested_date(order)
        early = date is not None and date > self.clock.now
        return Objection("come back on the day") if early else super().objection(order, message)


@wrong("oms", breaks="TM-05")
class KnowsNoOrderBeforeItsDate(_Answering):
    """Says that it does not know an order which waits for its date."""

    def said(self, fulfilment: Fulfilment) -> str | None:
        dated = fulfilment.order.requested_delivery and fulfilment.state is OrderState.WAITING
        return "UNKNOWN" if dated else None


@wrong("oms", breaks="FD-01", switches={"start_rule": "lead-time"})
class CountsTheFirstLeadTime(Scheduling):
    """Starts all lines of a date by the lead time of the first of them."""

    def start_date(self, order: SalesOrder) -> datetime | None:
        return super().start_date(replace(order, lines=order.lines[:1]))


@wrong("oms", breaks="FD-01", switches={"start_rule": "lead-time"})
class KnowsNoLeadTimes(Scheduling):
    """Starts every order at its date, though it says that it heeds lead times."""

    def lead_days(self, line: OrderLine) -> int:
        return 0


@wrong("oms", breaks="FD-01", switches={"start_rule": "lead-time"})
class DoublesLeadTimes(Scheduling):
    """Starts earlier than the lead time asks for."""

    def lead_days(self, line: OrderLine) -> int:
        return 2 * super().lead_days(line)


@wrong("oms", breaks="FD-01")
class HeedsLeadTimesUnasked(Believing):
    """Starts a lead time before the date, though it says that it starts at the date."""

    believes: ClassVar = {"start_rule": "lead-time"}


@wrong("oms", breaks="FD-01")
class HeedsTheHeadersDateOnly(OrderManagement):
    """Passes over the dates of single lines, though it says that they count."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        lines = tuple(replace(line, requested_delivery=None) for line in order.lines)
        super().take_in(replace(order, lines=lines), message)


@wrong("oms", breaks="FD-01", switches={"line_dates": "off"})
class HeedsLineDatesUnasked(Believing):
    """Starts single lines at their own dates, though it says that only the header's counts."""

    believes: ClassVar = {"line_dates": "on"}
