"""Order systems that know of lines that wait or are done, and forget them when the order is altered or cancelled."""

from ordertck.harness.messages import BillingLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderState,
    Supplementals,
)


@wrong("oms", breaks="DD-04", where="supplementals+dates")
class DatesTheLinesThatWaitAnew(Supplementals):
    """Has the lines that wait, of an order that was begun, wait for the date in the header of its latest version."""

    def apply(
        self, known: Fulfilment, order: SalesOrder, planned: dict[str, LineFulfilment], difference: Difference
    ) -> None:
        started = known.state is OrderState.IN_PROGRESS
        super().apply(known, order, planned, difference)
        waiting = tuple(line.line for line in known.lines.values() if not line.ready)
        if started and waiting:
            known.order = replace(known.order, requested_delivery=order.requested_delivery)
            known.ticket += 1
            self.orchestration.release(self.orchestration.scheduling.hold_lines(known, waiting))


@wrong("oms", breaks="UF-07", where="supplementals+filled-in-data")
class ForgetsValuesOfAlteredLines(Compensation):
    """Forgets what provisioning has filled in for a line whose attributes are revised."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if dict(old.line.attributes) != dict(new.line.attributes):
            old.assigned.clear()
        super().alter(known, old, new)


@wrong("oms", breaks="PV-05", where="bundles+cancellation", switches={"billing_grain": "order"})
class LeavesComponentsThatAreDone(Compensation):
    """Takes back, of a bundle that is not wanted any more, only the components that are still under way."""

    def prepare(self) -> None:
        super().prepare()
        self.is_done = False

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        self.is_done = line.line.parent is not None and line.state is LineState.PROVISIONED
        super().withdraw(known, line)

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        if self.is_done:
            self.undo_billing(known, line)
        else:
            super().undo_provisioning(known, line)


@wrong("oms", breaks="PL-21", where="price-lists+supplementals", switches={"billing_grain": "order"})
class BillsWhatIsSetUpAsItWasThen(Orchestration):
    """Works out what a line is billed on when it is set up, though its order is billed later."""

    def prepare(self) -> None:
        super().prepare()
        self.then: dict[str, BillingLine] = {}

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        if line.work.billing is not None:
            self.then.setdefault(line.line.id, line.work.billing)
        super().provisioned(fulfilment, line)

    def charge(self, line: LineFulfilment, work: BillingLine) -> BillingLine:
        return super().charge(line, self.then.get(line.line.id, work))
