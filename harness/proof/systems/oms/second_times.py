"""Order systems that go wrong the second time, beside a second line, or after something that was refused."""

import dataclasses
from datetime import UTC

from ordertck.harness.messages import Fault, Message, OrderLine, ProvisioningLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderManagement,
    OrderState,
    Planning,
    Reports,
    Scheduling,
    Supplementals,
)
from ordertck.harness.reference.oms.intake import requested_date


@wrong("oms", breaks="PV-15", where="failures+cancellation")
class KeepsFailedRemovalsToItself(Incidents):
    """Tells nobody of a failure in the undoing of a line."""

    def falls_out(self, fault: Fault) -> None:
        known = self.book.orders.get(fault.order)
        line = known.lines.get(fault.line or "") if known else None
        if line is None or line.state is not LineState.UNDOING:
            super().falls_out(fault)


@wrong("oms", breaks="PV-15")
class TellsOneFailureOfAnOrder(Incidents):
    """Tells the CRM of an order's first failure, and lets further lines of the order fail silently."""

    def raised(self, fault: Fault) -> None:
        told = any(other.order == fault.order and other.line != fault.line for other in self.open.values())
        if told:
            self.open[fault.incident] = fault
        else:
            super().raised(fault)


@wrong("oms", breaks="UF-07")
class KeepsTheLatestValueOnly(Reports):
    """Keeps one value that was filled in for a line, the latest of all."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        line.assigned.clear()
        super().filled_in(fulfilment, line, attribute, value)


@wrong("oms", breaks="DD-03")
class KeepsADateThatIsTakenBack(Supplementals):
    """Takes a version without a date for one that says nothing about it, and waits for the old date."""

    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        merged = super().merged(known, order, started)
        return replace(merged, requested_delivery=merged.requested_delivery or known.order.requested_delivery)


@wrong("oms", breaks="DD-03")
class ReadsNewDatesWithoutTheirZone(Supplementals):
    """Reads the date of a revision as one in its own zone."""

    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        merged = super().merged(known, order, started)
        date = requested_date(merged)
        return replace(merged, requested_delivery=date.replace(tzinfo=UTC).isoformat() if date else None)


@wrong("oms", breaks="OM-03")
class KnowsNoHeaderOfAddedLines(Supplementals):
    """Lets the header's address hold for the lines of the first version only."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        for line in difference.added:
            plan = planned[line]
            if plan.work.provisioning is not None:
                there = replace(plan.work.provisioning, site=plan.line.site)
                plan.work = dataclasses.replace(plan.work, provisioning=there)
        super().revise(known, planned, difference)


@wrong("oms", breaks="SU-08")
class RemovesWhatNobodySetUp(Compensation):
    """Has a withdrawn line removed at provisioning, though it was a charge and nothing else."""

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.work.provisioning is None and line.line.product is not None:
            gone = ProvisioningLine(line=line.line.id, product=line.line.product, effect="remove", asset=line.asset)
            self.outbox.provision(known, "network", [gone])
        super().undo_provisioning(known, line)


@wrong("oms", breaks="PN-04", where="supplementals+points-of-no-return+priorities")
class KeepsThePriorityOfARefusedVersion(Supplementals):
    """Takes over the priority of a version before it looks whether the version can be accepted."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        if known.state is OrderState.IN_PROGRESS:
            known.order = replace(known.order, priority=order.priority)
        super().take_in(known, order, message)


@wrong("oms", breaks="FO-08")
class WaitsForLinesOfRefusedOrders(OrderManagement):
    """Notes the lines of an order before it looks whether the order can be accepted, so that others wait for them."""

    def begin(self, order: SalesOrder, message: Message) -> None:
        super().begin(order, message)
        if order.order not in self.book.orders:
            refused = Fulfilment(order, 0, {}, open=0)
            self.book.open_lines.update({line.id: refused for line in order.lines})


@wrong("oms", breaks="PR-04")
class CountsRefusedOrders(OrderManagement):
    """Gives each order that comes a place, and keeps the place of one that is refused."""

    def begin(self, order: SalesOrder, message: Message) -> None:
        super().begin(order, message)
        if order.order not in self.book.orders:
            self.scheduling.working += 1


@wrong("oms", breaks="PR-04", where="priorities+cancellation")
class KeepsThePlacesOfCancelledOrders(Orchestration):
    """Begins the next order when one is cancelled, and goes on counting the cancelled one."""

    def finish(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        taken = self.scheduling.working
        super().finish(fulfilment, *lines)
        if fulfilment.state is OrderState.CANCELLED and self.scheduling.working <= taken:
            self.scheduling.working += 1


@wrong("oms", breaks="RV-04")
class ExpectsTheVersionAfterNext(OrderManagement):
    """Takes the first version of an order with a later number for the next one, so that the next one is none."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        if order.revision > 1 and order.order not in self.book.orders:
            order = replace(order, revision=order.revision + 1)
        super().take_in(order, message)


@wrong("oms", breaks="FO-12")
class WaitsThroughOneRevision(Scheduling):
    """Lets a follow-on order wait as it came and as it was revised, and begins it when it is revised again."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        return super().lines_to_wait_for(order) if order.revision < 3 else set()


@wrong("oms", breaks="PL-27")
class AddsOnTheListOfAnUpdate(Planning):
    """Puts a blank line of a modify order on the list that another line of it names."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        named = next((x.price_list for x in order.lines if x.action == "Update" and x.price_list), None)
        return named if line.action == "Add" and not line.price_list and named else super().price_list(order, line)


@wrong("oms", breaks="PL-33")
class ClearsOneLineAnOrder(Planning):
    """Puts the first line that was cleared on the header's list, and leaves every further one as it is."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        cleared = [x.id for x in order.lines if x.action == "Update" and x.override and not x.price_list]
        return None if line.id in cleared[1:] else super().price_list(order, line)


@wrong("oms", breaks="PV-15")
class MendsTheFirstFailure(Incidents):
    """Lets the first line that failed go on, whichever of them was mended."""

    def resolve(self, order: str, incident: str) -> None:
        known, fault = self.book.orders.get(order), self.open.get(incident)
        lines = known.lines.values() if known else ()
        first = next((line for line in lines if line.state is LineState.FAILED), None)
        if first is not None and fault is not None:
            self.open[incident] = replace(fault, line=first.line.id)
        super().resolve(order, incident)
