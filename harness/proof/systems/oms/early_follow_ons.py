"""Order systems that lose a change, or what it changes, when a follow-on order comes early (A-08)."""

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import EarlyFollowOns, Fulfilment, Objection, OrderManagement
from ordertck.harness.reference.oms.order_life_cycle import OrderState


class _LosesLines(OrderManagement):
    """Takes an early follow-on order in without some of its lines; ``keeps`` says which stay."""

    def begin(self, order: SalesOrder, message: Message) -> None:
        if self.early_follow_ons.early_lines(order):
            order = replace(order, lines=tuple(line for line in order.lines if self.keeps(line)))
        super().begin(order, message)

    def keeps(self, line: OrderLine) -> bool:
        """Whether a line is taken in."""
        return True


@wrong("oms", breaks="FO-01")
class LosesWhatAnEarlyFollowOnAdds(_LosesLines):
    """Takes of an early follow-on order only what it updates."""

    def keeps(self, line: OrderLine) -> bool:
        return line.action == "Update"


@wrong("oms", breaks="FO-01")
class LosesWhatAnEarlyFollowOnUpdates(_LosesLines):
    """Takes of an early follow-on order only what it adds, since the rest is not installed."""

    def keeps(self, line: OrderLine) -> bool:
        return line.action == "Add"


@wrong("oms", breaks="FO-01", switches={"early_follow_on": "revise"})
class WorksTheUpdateInAndLosesTheRest(_LosesLines):
    """Works the updates of an early follow-on order in, and forgets what else is on it."""

    def keeps(self, line: OrderLine) -> bool:
        return line.action == "Update"


@wrong("oms", breaks="FO-01", switches={"early_follow_on": "refuse"})
class RefusesAnEarlyFollowOnAndWorksItIn(EarlyFollowOns):
    """Refuses an early follow-on order, and revises the base order by it all the same."""

    def objection(self, order: SalesOrder) -> Objection | None:
        objection = super().objection(order)
        for line in self.early_lines(order) if objection is not None else ():
            base: Fulfilment | None = self.base(line)
            if base is not None:
                self.revise(base, line)
        return objection


@wrong("oms", breaks="FO-01", where="follow-ons+cancellation", switches={"early_follow_on": "revise"})
class WorksAChangeIntoACancelledOrder(EarlyFollowOns):
    """Has an order go on that is being cancelled, once a change comes that builds on it."""

    def early_lines(self, order: SalesOrder) -> list[OrderLine]:
        for line in order.lines:
            base = self.base(line)
            if base is not None and base.state is OrderState.CANCELLING:
                base.state = OrderState.IN_PROGRESS
        return super().early_lines(order)
