"""Order systems that take an order apart wrongly, or tell provisioning the wrong things."""

from collections.abc import Iterable

from ordertck.harness.messages import (
    Body,
    Edge,
    Message,
    OrderLine,
    ProvisioningLine,
    ProvisioningOrder,
    SalesOrder,
    WorkUpdate,
    as_body,
    replace,
)
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.oms.habits import Sending
from ordertck.harness.reference.oms import (
    Fulfilment,
    LineFulfilment,
    Orchestration,
    OrderManagement,
    Parts,
    Planning,
    Reports,
)


@wrong("oms", breaks="PV-01")
class ProvisionsBeforeItChecks(OrderManagement):
    """Passes every order straight on to provisioning, whatever becomes of it then."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        if order.order not in self.book.orders:
            lines = tuple(ProvisioningLine(line=x.id, product=x.product or "", effect="add") for x in order.lines)
            call = ProvisioningOrder(order=order.order, account=order.account or "", target="network", lines=lines)
            self.outbox.tell("provisioning-order", Edge.PROVISIONING, call, order.order)
        super().take_in(order, message)


@wrong("oms", breaks="PV-02 PV-01 PV-03")
class SendsEverythingToTheNetwork(Sending):
    """Has the whole order provisioned by one system."""

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        return (replace(call, target="network"),)


@wrong("oms", breaks="PV-02 PV-01")
class LosesTheLastComponent(Orchestration):
    """Sends nothing to field service and reports its work as done."""

    def provision(self, fulfilment: Fulfilment) -> None:
        for line in fulfilment.lines.values():
            if line.work.target == "field service":
                line.work = replace(line.work, target=None, provisioning=None)
        super().provision(fulfilment)


@wrong("oms", breaks="PV-02 PV-01 PV-03")
class SendsEachComponentEverything(Sending):
    """Sends every system all the lines of an order."""

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        known = self.book.orders[call.order]
        pieces = [line.work.provisioning for line in known.lines.values() if line.work.provisioning]
        return (replace(call, lines=tuple(pieces)),)


@wrong("oms", breaks="PV-02")
class LeavesComponentsToTheirProduct(Planning):
    """Has a component provisioned by the system of the product that it belongs to."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        above = next((x for x in order.lines if x.id == planned.line.parent), None)
        target = self.catalogue.products[above.product or ""].target if above else None
        if target is not None and planned.work.provisioning is not None:
            planned.work = replace(planned.work, target=target)
        return planned


@wrong("oms", breaks="PV-03")
class SendsItWhereTheFirstLineGoes(Sending):
    """Sends each component to the system of the order's first line."""

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        first = next(iter(self.book.orders[call.order].lines.values()))
        return (replace(call, target=first.work.target or call.target),)


@wrong("oms", breaks="PV-03")
class ProvisionsWhatNobodyProvisions(Orchestration):
    """Sends lines without any provisioning to the network."""

    def start(self, fulfilment: Fulfilment) -> None:
        super().start(fulfilment)
        idle = [line for line in fulfilment.lines.values() if line.work.provisioning is None]
        if idle:
            lines = tuple(ProvisioningLine(line=x.line.id, product=x.line.product or "", effect="add") for x in idle)
            order = fulfilment.order
            call = ProvisioningOrder(order=order.order, account=order.account or "", target="network", lines=lines)
            self.outbox.tell("provisioning-order", Edge.PROVISIONING, call, order.order)


@wrong("oms", breaks="PV-10")
class CopiesTheOrder(Orchestration):
    """Sends provisioning the lines of the sales order as they came."""

    def provision(self, fulfilment: Fulfilment) -> None:
        super().provision(fulfilment)
        lines = {line.line.id: as_body(line.line) for line in fulfilment.lines.values()}
        for place, message in enumerate(self.outbox.out):
            if message.kind == "provisioning-order":
                copied = [{**lines.get(x["line"], {}), **x} for x in message.body["lines"]]
                self.outbox.out[place] = replace(message, body={**message.body, "lines": copied})


@wrong("oms", breaks="PV-10")
class NumbersLinesItsOwnWay(Sending):
    """Gives the lines of a provisioning order numbers that lead back to no order line."""

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        lines = tuple(replace(line, line=f"{call.target}-{n}") for n, line in enumerate(call.lines, 1))
        return (replace(call, lines=lines),)


@wrong("oms", breaks="PV-10")
class TakesEveryLineForNew(Sending):
    """Has everything added, whatever the line's action."""

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        return (replace(call, lines=self.lines(call, effect="add")),)


@wrong("oms", breaks="PV-11")
class LeavesOutDateAndPriority(Sending):
    """Tells provisioning neither by when nor how urgently."""

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        return (replace(call, requested_delivery=None, priority=None),)


@wrong("oms", breaks="PV-11")
class NamesThePayer(Sending):
    """Tells provisioning of the payer as if he were the customer."""

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        return (replace(call, account=self.book.orders[call.order].order.payer or "nobody"),)


@wrong("oms", breaks="PV-11")
class LeavesOutServicePoints(Sending):
    """Does not say where the service is connected."""

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        return (replace(call, lines=self.lines(call, service_point=None)),)


@wrong("oms", breaks="PV-11")
class LeavesOutAttributes(Sending):
    """Does not say how the service is to be set up."""

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        return (replace(call, lines=self.lines(call, attributes={})),)


@wrong("oms", breaks="PV-11")
class SendsEverybodyToOneAddress(Sending):
    """Has every line provisioned at the address of the first."""

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        return (replace(call, lines=self.lines(call, site=call.lines[0].site)),)


class _SplitsByLine(Sending):
    def prepare(self) -> None:
        self.calls: dict[str, str] = {}

    def tell(self, kind: str, edge: Edge, body: Body, about: str, re: str | None = None) -> str:
        said = super().tell(kind, edge, body, about, re)
        if isinstance(body, ProvisioningOrder) and len(body.lines) == 1:
            self.calls[body.lines[0].line] = said
        return said

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        return [replace(call, lines=(line,)) for line in call.lines]


class _KnowsTheCallOfEachLine(Reports):
    def from_provisioning(self, report: WorkUpdate) -> None:
        fulfilment, line = self.book.find(report)
        assert isinstance(self.outbox, _SplitsByLine)
        if fulfilment and line and self.is_current(report, self.outbox.calls.get(report.line, "")):
            self.take(fulfilment, line, report)


@permitted("oms")
class OneComponentALine(OrderManagement):
    """Sends provisioning one order a line."""

    parts = Parts(outbox=_SplitsByLine, reports=_KnowsTheCallOfEachLine)
