"""Order systems that take news of a base line for its completion, or what one order says for what the other says."""

from ordertck.harness.messages import BillingLine, Message, OrderLine, SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.follow_ons import follows, let_go
from ordertck.harness.proof.systems.oms.meeting_follow_ons import DoingAgain, with_work
from ordertck.harness.reference.oms import (
    Fulfilment,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderManagement,
    OrderState,
    Planning,
    Reports,
)


@wrong("oms", breaks="FO-06", where="follow-ons+filled-in-data")
class IsReleasedByAValue(Reports):
    """Lets a follow-on order go when a value is filled in for the line that it waits for."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        super().filled_in(fulfilment, line, attribute, value)
        self.orchestration.release(self.orchestration.scheduling.line_completes(line.line.id))


@wrong("oms", breaks="FO-06", where="follow-ons+redelivery")
class CountsCompletions(Reports):
    """Counts how often it is told that something of a base order is complete, and not of what."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        again = line.state in (LineState.PROVISIONED, LineState.COMPLETE)
        super().has_status(fulfilment, line, native)
        for other in list(fulfilment.lines) if again else ():
            self.orchestration.release(self.orchestration.scheduling.line_completes(other))


@wrong("oms", breaks="UF-07", where="follow-ons+filled-in-data")
class SendsAgainWhatWasOrdered(Planning):
    """Sends with a follow-on order whatever its base line said, over what was filled in meanwhile."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        base = self.book.open_lines.get(line.base_line or "")
        if base is None or line.action != "Update":
            return planned
        ordered = base.lines[line.base_line or ""].line.attributes
        return with_work(planned, attributes={**ordered, **line.attributes})


@wrong("oms", breaks="UF-07", where="follow-ons+filled-in-data")
class TellsBillingOfValuesOnBaseOrdersOnly(Orchestration):
    """Tells billing of what was filled in on base orders, and not on follow-on orders."""

    def charge(self, line: LineFulfilment, work: BillingLine) -> BillingLine:
        return work if line.line.base_line else super().charge(line, work)


@wrong("oms", breaks="PV-11", where="follow-ons+service-points")
class TakesTheServicePointOfTheBase(Planning):
    """Has what a follow-on order adds set up at the service point of its base line."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        base = self.book.open_lines.get(line.base_line or "")
        if base is None:
            return planned
        return with_work(planned, service_point=base.lines[line.base_line or ""].line.service_point)


@wrong("oms", breaks="PV-11", where="follow-ons+service-points")
class LeavesTheServicePointOfTheBase(Planning):
    """Reads attributes only on an update that builds on another order, and no service point."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        return with_work(planned, service_point=None) if line.action == "Update" and line.base_line else planned


@wrong("oms", breaks="FO-04", where="follow-ons+redelivery")
class BeginsWhatIsAskedForAgain(OrderManagement):
    """Takes a follow-on order that is delivered a second time for a sign that it has waited long enough."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        known = self.book.orders.get(str(message.body.get("order")))
        if repeated and known is not None and follows(known.order) and known.state is OrderState.WAITING:
            self.orchestration.release(let_go(known))
        return repeated


@wrong("oms", breaks="FO-04", where="follow-ons+redelivery")
class DoesAFollowOnAgain(DoingAgain):
    """Forgets a follow-on order once it is complete, and carries it out once more when it is delivered again."""

    def is_meant(self, order: SalesOrder) -> bool:
        return follows(order)
