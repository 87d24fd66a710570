"""Cancelling: an order is not wanted any more, and what was done for it is undone (PV-05)."""

from ordertck.harness.reference.oms.fulfilment import Fulfilment
from ordertck.harness.reference.oms.intake import Objection
from ordertck.harness.reference.oms.order_book import Part, Shared
from ordertck.harness.reference.oms.order_life_cycle import OrderState
from ordertck.harness.reference.oms.order_outbox import Outbox
from ordertck.harness.reference.oms.supplementals import Supplementals


class Cancelling(Part):
    """Takes orders back as a revision that withdraws every line; the order is cancelled once all of that is undone."""

    def __init__(self, shared: Shared, outbox: Outbox, supplementals: Supplementals) -> None:
        self.outbox, self.supplementals = outbox, supplementals
        self.compensation = supplementals.compensation
        super().__init__(shared)

    def cancel(self, number: str) -> None:
        """The CRM does not want an order any more."""
        known = self.book.orders.get(number)
        reason = "there is no such order" if known is None else self.objection(known)
        if known is None or reason is not None:
            self.outbox.refuse(number, Objection(reason or ""))
        elif known.state is OrderState.WAITING:
            self.drop(known)
        else:
            self.undo(known)

    def objection(self, known: Fulfilment) -> str | None:
        """Why an order can no longer be cancelled; None where it can."""
        if known.state in (OrderState.COMPLETE, OrderState.CANCELLING, OrderState.CANCELLED):
            return f"the order is {known.state.value}"
        if any(self.supplementals.locked(line) for line in known.lines.values()):
            return "a line is past its point of no return"
        return None

    def drop(self, known: Fulfilment) -> None:
        """Nothing was done yet, so nothing is undone."""
        known.ticket += 1
        for line in known.lines:
            self.compensation.forget(known, line)
        known.lines, known.open = {}, 0
        known.move_to(OrderState.CANCELLED)
        self.outbox.update(known)

    def undo(self, known: Fulfilment) -> None:
        """Generate the compensation plan, the last line first, and carry it out."""
        known.move_to(OrderState.CANCELLING)
        known.ticket += 1
        for line in reversed(list(known.lines.values())):
            self.compensation.withdraw(known, line)
        self.compensation.orchestration.finish(known)
