"""Cancelling: an order is not wanted any more, and what was done for it is undone (PV-05)."""

from typing import TYPE_CHECKING

from ordertck.harness.messages import Edge, Refusal
from ordertck.harness.reference.oms.fulfilment import Fulfilment
from ordertck.harness.reference.oms.life_cycle import OrderState, advance

if TYPE_CHECKING:
    from ordertck.harness.reference.oms.order_management import OrderManagement


class Cancelling:
    """Takes orders back as a revision that withdraws every line; the order is cancelled once all of that is undone."""

    def __init__(self, oms: "OrderManagement") -> None:
        self.oms = oms

    def cancel(self, number: str) -> None:
        """The CRM does not want an order any more."""
        known = self.oms.orders.get(number)
        reason = "there is no such order" if known is None else self.objection(known)
        if known is None or reason is not None:
            refusal = Refusal(order=number, reason=reason or "")
            self.oms.tell("refusal", Edge.CRM, refusal, number)
        elif known.state is OrderState.WAITING:
            self.drop(known)
        else:
            self.undo(known)

    def objection(self, known: Fulfilment) -> str | None:
        """Why an order can no longer be cancelled; None where it can."""
        if known.state in (OrderState.COMPLETE, OrderState.CANCELLING, OrderState.CANCELLED):
            return f"the order is {known.state.value}"
        if any(self.oms.revisions.locked(line) for line in known.lines.values()):
            return "a line is past its point of no return"
        return None

    def drop(self, known: Fulfilment) -> None:
        """Nothing was done yet, so nothing is undone."""
        known.ticket += 1
        for line in known.lines:
            self.oms.revisions.forget(known, line)
        known.lines, known.open = {}, 0
        known.state = advance(known.state, OrderState.CANCELLED)
        self.oms.update(known)

    def undo(self, known: Fulfilment) -> None:
        """Generate the compensation plan, the last line first, and carry it out."""
        known.state = advance(known.state, OrderState.CANCELLING)
        known.ticket += 1
        for line in reversed(list(known.lines.values())):
            self.oms.revisions.withdraw(known, line)
        self.oms.finish(known)
