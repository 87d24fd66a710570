"""Order systems that bring a cancelled order back, or take back more or less than its work."""

from ordertck.harness.messages import LineUpdate, Message, OrderLine, SalesOrder, WorkUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Cancelling,
    Fulfilment,
    LineFulfilment,
    LineState,
    OrderManagement,
    OrderState,
    Parts,
    Planning,
    Reports,
    Supplementals,
)


@wrong("oms", breaks="PV-05", where="cancellation+filled-in-data")
class RevivesALineByAValue(Reports):
    """Takes a line for provisioned when a value is filled in for it, although it is being undone."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        if line.state is LineState.UNDOING:
            line.state = LineState.PROVISIONED
        super().filled_in(fulfilment, line, attribute, value)


@wrong("oms", breaks="PV-05", where="cancellation+service-points")
class TakesBackOneOfEachProduct(Cancelling):
    """Takes each product of a cancelled order back once, though the order has it at two service points."""

    def undo(self, known: Fulfilment) -> None:
        seen: set[tuple[str | None, bool]] = set()
        for line in list(known.lines.values()):
            at = line.line.product, line.line.service_point is not None
            if at in seen and line.line.service_point is not None:
                line.sent = False
            seen.add(at)
        super().undo(known)


@wrong("oms", breaks="PV-05", where="cancellation+service-points")
class ClearsTheServicePoint(Cancelling):
    """Takes down all that is at the service points of a cancelled order."""

    def undo(self, known: Fulfilment) -> None:
        points = {line.line.service_point for line in known.lines.values()} - {None}
        for other in list(self.book.orders.values()):
            for line in other.lines.values():
                asked = line.work.provisioning
                if other is not known and line.line.service_point in points and asked is not None:
                    self.outbox.provision(other, line.work.target, [replace(asked, effect="remove")])
        super().undo(known)


@wrong("oms", breaks="PV-05", where="cancellation+redelivery")
class BringsACancelledOrderBack(OrderManagement):
    """Forgets a cancelled order, and fulfils it when it is delivered again."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        known = self.book.orders.get(str(message.body.get("order")))
        gone = repeated and known is not None and known.state is OrderState.CANCELLED
        if known is not None and gone and message.kind == "sales-order":
            del self.book.orders[known.number]
            return False
        return repeated


@wrong("oms", breaks="PV-05", where="cancellation+redelivery")
class RefusesASecondCancel(OrderManagement):
    """Refuses a cancel that is delivered twice: the order is cancelled already."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        cancels = message.kind == "cancel" or any(x["action"] == "Delete" for x in message.body.get("lines", ()))
        known = self.book.orders.get(str(message.body.get("order")))
        return repeated and not (cancels and known is not None and known.state is OrderState.CANCELLED)


@wrong("oms", breaks="UF-05", where="cancellation+redelivery")
class CompletesWhatWasCancelled(Reports):
    """Tells the CRM that a line is complete when provisioning says so, though its order is cancelled."""

    def from_provisioning(self, report: WorkUpdate) -> None:
        fulfilment, line = self.book.find(report)
        super().from_provisioning(report)
        if fulfilment and line is None and fulfilment.state is OrderState.CANCELLED and report.value == "COMPLETE":
            self.outbox.update_of(fulfilment, LineUpdate(line=report.line, status="COMPLETE"))


class _KeepsNumbers(Planning):
    """Has the values ready that were filled in for cancelled orders, by product."""

    def prepare(self) -> None:
        self.freed: dict[str | None, dict[str, str]] = {}

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        planned.assigned.update(self.freed.pop(line.product, {}))
        return planned


class _FreesNumbers(Cancelling):
    def __init__(self, shared: object, outbox: object, supplementals: Supplementals) -> None:
        super().__init__(shared, outbox, supplementals)  # type: ignore[arg-type]
        self.planning = supplementals.planning

    def undo(self, known: Fulfilment) -> None:
        assert isinstance(self.planning, _KeepsNumbers)
        for line in known.lines.values():
            if line.assigned:
                self.planning.freed[line.line.product] = dict(line.assigned)
        super().undo(known)


class _TellsThemAtOnce(Reports):
    def from_billing(self, report: WorkUpdate) -> None:
        fulfilment, line = self.book.find(report)
        if fulfilment is not None and line is not None and line.assigned and line.state is LineState.WAITING:
            self.outbox.progress(fulfilment, line)
        super().from_billing(report)


@wrong("oms", breaks="UF-07", where="cancellation+filled-in-data")
class PassesFreedValuesOn(OrderManagement):
    """Gives the next order for a product the value that was filled in for a cancelled one."""

    parts = Parts(planning=_KeepsNumbers, cancelling=_FreesNumbers, reports=_TellsThemAtOnce)
