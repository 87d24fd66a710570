"""Order systems that go wrong the second time, beside a second line, or after something that was refused."""

import dataclasses
from datetime import UTC

from ordertck.harness.messages import Fault, Message, ProvisioningLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    OrderManagement,
    OrderState,
    Reports,
    Supplementals,
)
from ordertck.harness.reference.oms.intake import requested_date


@wrong("oms", breaks="PV-15", where="failures+cancellation")
class TellsOneFailureOfALine(Incidents):
    """Tells the first failure of a line, and no later one, though the first was mended in between."""

    def prepare(self) -> None:
        self.told: set[tuple[str, str | None]] = set()

    def falls_out(self, fault: Fault) -> None:
        about = (fault.order, fault.line)
        if about not in self.told:
            self.told.add(about)
            super().falls_out(fault)


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
