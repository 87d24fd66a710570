"""Order systems that act on what stood before: an answer, a priority, a price, a version, a failure, an absent base."""

import dataclasses

from ordertck.harness.messages import BillingLine, Fault, Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_follow_ons import with_work
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Objection,
    Orchestration,
    OrderManagement,
    OrderState,
    Outbox,
    Scheduling,
    Supplementals,
    Turn,
)
from ordertck.harness.reference.oms.differences import compare, substance


@wrong("oms", breaks="UF-02")
class ShowsWhatItShowedBefore(Outbox):
    """Keeps the first answer to a query about an order, and gives it to who asks later."""

    def prepare(self) -> None:
        super().prepare()
        self.shown: dict[str, Message] = {}

    def answer(self, query: Message) -> None:
        super().answer(query)
        first = self.shown.setdefault(str(query.body["order"]), self.out[-1])
        self.out[-1] = replace(self.out[-1], body=first.body)


@wrong("oms", breaks="PR-04", where="supplementals+priorities")
class TakesThePriorityOfRefusedVersions(Supplementals):
    """Queues a waiting order anew by the priority of each version, before it looks whether that is a good one."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        super().take_in(known, order, message)
        if known.order is not order and known.state is OrderState.WAITING and order.revision > known.order.revision:
            known.priority = self.intake.queue_priority(message)
            self.orchestration.schedule(known)


@wrong("oms", breaks="FO-08", where="follow-ons+dates")
class LooksForBasesOnTheDate(Scheduling):
    """Looks on the date of an order once more which of its base lines are open by now."""

    def dates_come(self) -> list[Turn]:
        free = []
        for turn in super().dates_come():
            bases = self.lines_to_wait_for(turn.fulfilment.order)
            if not self.waiting.enter(turn, None, bases):
                free.append(turn)
        return free


@wrong("oms", breaks="PV-05", where="price-lists+cancellation")
class LeavesThePriceOfACancelledChange(Compensation):
    """Has billing go back to the price list before a cancelled change, and not to the price that was entered before."""

    def send_billing(self, known: Fulfilment, phase: str, line: BillingLine) -> None:
        begun = known.lines[line.line]
        undoes = begun.state is LineState.UNDOING and line.effect == "change"
        super().send_billing(known, phase, replace(line, override=begun.line.override) if undoes else line)


@wrong("oms", breaks="PL-21", where="price-lists+supplementals")
class TakesAnAlteredChargeForComplete(Compensation):
    """Does not complete a charge that was altered after it was begun."""

    def rebill(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        latest = old.latest_billing
        super().rebill(known, old, new)
        line = known.lines[new.line.id]
        if line.work.target is None and line.latest_billing != latest:
            line.fulfilling = line.charged = True


@wrong("oms", breaks="PL-21 PL-22")
class ComparesPriceListsWithTheFirstVersion(Supplementals):
    """Takes the price list of a line for unchanged where it is that of the first version of the order."""

    def prepare(self) -> None:
        super().prepare()
        self.first: dict[str, dict[str, str | None]] = {}

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        first = self.first.setdefault(known.number, {line: now.price_list for line, now in known.lines.items()})
        planned = self.planning.plans(order)
        back = [
            line
            for line in compare(known.lines, planned).altered
            if planned[line].price_list == first.get(line)
            and substance(_on_list(planned[line], known.lines[line].price_list)) == substance(known.lines[line])
        ]
        lines = tuple(known.lines[line.id].line if line.id in back else line for line in order.lines)
        super().take_in(known, replace(order, lines=lines), message)


def _on_list(planned: LineFulfilment, price_list: str | None) -> LineFulfilment:
    return LineFulfilment(planned.line, planned.asset, price_list, planned.work)


@wrong("oms", breaks="PV-15")
class ReportsTheEndOfTheLatestFailure(Incidents):
    """Keeps one failure an order, and reports the end of that one only."""

    def prepare(self) -> None:
        super().prepare()
        self.latest: dict[str, str] = {}

    def raised(self, fault: Fault) -> None:
        self.latest[fault.order] = fault.incident
        super().raised(fault)

    def resolve(self, order: str, incident: str) -> None:
        told = len(self.outbox.out)
        super().resolve(order, incident)
        if self.latest.get(order) != incident:
            self.outbox.out[told:] = [said for said in self.outbox.out[told:] if said.kind != "fallout"]


@wrong("oms", breaks="PV-05", where="cancellation+redelivery+restarts")
class TakesCancelsAnewAfterABreakdown(Forgetful, OrderManagement):
    """Does not know after a breakdown which cancels it was given before."""

    def after_breakdown(self) -> list[Message]:
        self._seen = {known for known in self._seen if known not in self.cancels}
        return []

    def prepare(self) -> None:
        super().prepare()
        self.cancels: set[str] = set()

    def take(self, message: Message) -> None:
        if message.kind == "cancel":
            self.cancels.add(message.id)
        super().take(message)


@wrong("oms", breaks="PN-04", where="price-lists+supplementals+points-of-no-return")
class LocksOnlyWhatALineSays(Supplementals):
    """Looks at the lines of a version alone when it looks for locked ones, and not at the header's new price list."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        says = {line.id: line for line in order.lines}
        altered = tuple(line for line in difference.altered if says[line] != known.lines[line].line)
        return super().objection(known, order, message, dataclasses.replace(difference, altered=altered))


@wrong("oms", breaks="DD-04", where="supplementals+dates")
class BelievesALateDateTheSecondTime(Supplementals):
    """Takes a date that came too late for what the next version adds."""

    def prepare(self) -> None:
        super().prepare()
        self.late: dict[str, str | None] = {}

    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        if started and order.requested_delivery and self.late.get(order.order) == order.requested_delivery:
            return order
        self.late[order.order] = order.requested_delivery
        return super().merged(known, order, started)


@wrong("oms", breaks="UF-07", where="modify-orders+filled-in-data")
class SendsWhatWasAssignedWithEveryChange(Orchestration):
    """Sends with a change the values that were once assigned to the asset, unless the change itself names them."""

    def prepare(self) -> None:
        self.values: dict[str, dict[str, str]] = {}

    def set_up(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        for line in lines:
            if line.line.action == "Update":
                with_work(line, attributes={**self.values.get(line.asset, {}), **line.line.attributes})
        super().set_up(fulfilment, lines)

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        self.values.setdefault(line.asset, {}).update(line.assigned)


@wrong("oms", breaks="SU-11")
class TakesAReturnForNoChange(Supplementals):
    """Takes a line for unchanged that is as it was in the first version of the order."""

    def prepare(self) -> None:
        super().prepare()
        self.first: dict[str, dict[str, OrderLine]] = {}

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        first = self.first.setdefault(known.number, {line: now.line for line, now in known.lines.items()})
        lines = tuple(
            known.lines[line.id].line if line.id in known.lines and first.get(line.id) == line else line
            for line in order.lines
        )
        super().take_in(known, replace(order, lines=lines), message)
