"""Order systems that lose what is told of a service while it is moved or suspended, or take it for something else."""

from ordertck.harness.messages import Message, OrderLine, SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_follow_ons import with_work
from ordertck.harness.proof.systems.oms.meeting_service_changes import rests_or_ends
from ordertck.harness.reference.oms import (
    Fulfilment,
    LineFulfilment,
    LineState,
    OrderManagement,
    OrderState,
    Planning,
    Reports,
)

_HALVES = ("Move-Add", "Move-Delete")


@wrong("oms", breaks="UF-07", where="service-changes+filled-in-data")
class KeepsValuesOfMovesToItself(Reports):
    """Takes in what is filled in for a move, and tells nobody."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        if line.line.action not in _HALVES:
            super().filled_in(fulfilment, line, attribute, value)


@wrong("oms", breaks="UF-07", where="service-changes+filled-in-data")
class TellsValuesOfBothHalves(Reports):
    """Tells what is filled in for one half of a transfer of the other half as well."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        halves = [other for other in fulfilment.lines.values() if other.line.action in _HALVES]
        for told in halves if line.line.action in _HALVES else [line]:
            super().filled_in(fulfilment, told, attribute, value)


@wrong("oms", breaks="PV-11", where="service-changes+service-points")
class TakesOneServicePointForBothHalves(Planning):
    """Has both halves of a transfer done at the service point of the first."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        first = next((other.service_point for other in order.lines if other.action in _HALVES), None)
        return with_work(planned, service_point=first) if line.action in _HALVES else planned


@wrong("oms", breaks="PV-11", where="service-changes+service-points")
class MovesWithoutServicePoints(Planning):
    """Tells provisioning the addresses of a transfer, and not the service points."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        return with_work(planned, service_point=None) if line.action in _HALVES else planned


@wrong("oms", breaks="AC-08", where="service-changes+redelivery")
class SuspendsAgain(OrderManagement):
    """Carries a suspension out again that is delivered a second time."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        known = self.book.orders.get(str(message.body.get("order")))
        done = repeated and known is not None and rests_or_ends(known.order) and known.state is OrderState.COMPLETE
        if known is not None and done and message.kind == "sales-order":
            del self.book.orders[known.number]
            return False
        return repeated


@wrong("oms", breaks="AC-08", where="service-changes+redelivery")
class BelievesAnOldSuspension(Reports):
    """Takes a service for suspended whenever its suspension is told complete, be it once more."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        if line.state is LineState.COMPLETE and line.line.action == "Suspend":
            self.installed.complete(line.line, line.asset, line.price_list)
        super().has_status(fulfilment, line, native)
