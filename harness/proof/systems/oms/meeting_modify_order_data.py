"""Order systems that mix up what is told of an asset by one order with what is told of it by another."""

from collections import defaultdict

from ordertck.harness.messages import BillingLine, OrderLine, ProvisioningLine, SalesOrder, WorkUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_follow_ons import DoingAgain, changes, with_work
from ordertck.harness.reference.oms import (
    Compensation,
    Fulfilment,
    LineFulfilment,
    LineState,
    Orchestration,
    Planning,
    Reports,
)


@wrong("oms", breaks="UF-07", where="modify-orders+filled-in-data")
class SendsAllThatWasEverOrdered(Orchestration):
    """Sends with a change all that was ordered of an asset so far, over what was filled in."""

    def prepare(self) -> None:
        self.ordered: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def set_up(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        for line in lines:
            if line.line.action == "Update":
                with_work(line, attributes={**self.ordered[line.asset], **line.line.attributes})
        super().set_up(fulfilment, lines)

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        self.ordered[line.asset].update(line.line.attributes)


@wrong("oms", breaks="UF-07", where="modify-orders+filled-in-data")
class TellsBillingOfValuesOnSalesOnly(Orchestration):
    """Tells billing of what was filled in for new services, and not for changes of them."""

    def charge(self, line: LineFulfilment, work: BillingLine) -> BillingLine:
        return super().charge(line, work) if line.line.action == "Add" else work


@wrong("oms", breaks="PV-11", where="modify-orders+service-points")
class BringsTheWholeOrderToOneServicePoint(Planning):
    """Fills the first service point that an order names in on every change that names none."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        named = next((other.service_point for other in order.lines if other.service_point), None)
        blank = line.action == "Update" and not line.service_point and named is not None
        return with_work(planned, service_point=named) if blank else planned


@wrong("oms", breaks="PV-11", where="modify-orders+service-points")
class KnowsServicePointsOfSalesOnly(Planning):
    """Sends a service point with what is sold, and none with what is changed."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        return with_work(planned, service_point=None) if line.action == "Update" else planned


@wrong("oms", breaks="PV-11", where="modify-orders+cancellation+service-points")
class LeavesAServicePointChanged(Compensation):
    """Takes back the values of a cancelled change, and not its service point."""

    def undoing(self, line: LineFulfilment, done: ProvisioningLine) -> list[ProvisioningLine]:
        return [replace(step, service_point=None) for step in super().undoing(line, done)]


@wrong("oms", breaks="MO-05", where="modify-orders+redelivery")
class DoesAChangeAgain(DoingAgain):
    """Knows only sales again: a change that is delivered a second time is done a second time."""

    def is_meant(self, order: SalesOrder) -> bool:
        return changes(order)


@wrong("oms", breaks="UF-05", where="modify-orders+redelivery")
class TakesReportsByTheAsset(Reports):
    """Takes what is told of an asset for the order that works on it now, whichever order it is told of."""

    def from_provisioning(self, report: WorkUpdate) -> None:
        _, line = self.book.find(report)
        if line is None or line.state is not LineState.COMPLETE:
            super().from_provisioning(report)
            return
        for key, order in list(self.book.open_lines.items()):
            if order.lines[key].asset == line.asset:
                super().from_provisioning(replace(report, order=order.number, line=key, call=None))


@wrong("oms", breaks="PV-11", where="modify-orders+service-points")
class SetsUpAtTheServicePointBeside(Planning):
    """Sets what a change order adds up at the service point of the asset beside it, where the line names none."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        beside = next((there for other in order.lines if (there := self.installed.get(other.asset))), None)
        adds = line.action == "Add" and not line.service_point and beside is not None
        return with_work(planned, service_point=beside.service_point) if adds and beside is not None else planned


@wrong("oms", breaks="PV-11", where="modify-orders+service-points")
class SetsUpAtTheAddressBeside(Planning):
    """Sets what a change order adds up at the address of the asset beside it, where that has a service point."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        beside = next((there for other in order.lines if (there := self.installed.get(other.asset))), None)
        adds = line.action == "Add" and beside is not None and beside.service_point is not None
        return with_work(planned, site=beside.site) if adds and beside is not None else planned


@wrong("oms", breaks="UF-07", where="modify-orders+filled-in-data")
class InsistsOnWhatWasFilledIn(Orchestration):
    """Sends a value that was filled in once with every change, over one that is ordered later."""

    def prepare(self) -> None:
        self.filled: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def set_up(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        for line in lines:
            if line.line.action == "Update":
                with_work(line, attributes={**line.line.attributes, **self.filled[line.asset]})
        super().set_up(fulfilment, lines)

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        self.filled[line.asset].update(line.assigned)
