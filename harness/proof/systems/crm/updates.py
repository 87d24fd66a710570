"""CRMs that take what they are told of an order out of turn."""

from collections.abc import Mapping

from ordertck.harness.messages import OrderUpdate
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import OrderProgress


class _OutOfTurn(OrderProgress):
    """Keeps an update back until the next one of the same order has been taken; ``holds`` says of which orders."""

    def prepare(self) -> None:
        self.kept: dict[str, OrderUpdate] = {}

    def holds(self, priority: str | None) -> bool:
        """Whether updates of orders of this priority are taken out of turn."""
        return True

    def hear(self, update: OrderUpdate) -> None:
        order = self.orders.known(update.order)
        if update.order not in self.kept and order is not None and self.holds(order.priority):
            self.kept[update.order] = update
            return
        super().hear(update)
        if update.order in self.kept:
            super().hear(self.kept.pop(update.order))


@wrong("crm", breaks="PR-06")
class TakesUrgentUpdatesOutOfTurn(_OutOfTurn):
    """Lets the latest update of an urgent order pass the one before it."""

    def holds(self, priority: str | None) -> bool:
        return priority == "Urgent"


@wrong("crm", breaks="PR-06")
class SetsLowUpdatesAside(_OutOfTurn):
    """Sets an update of a low order aside, and comes back to it when there is a later one already."""

    def holds(self, priority: str | None) -> bool:
        return priority == "Low"


@wrong("crm", breaks="PR-06")
class TakesOneUpdateAnOrder(OrderProgress):
    """Takes the second update of an order for the first one, come again."""

    heard: Mapping[str, int] = {}

    def hear(self, update: OrderUpdate) -> None:
        self.heard = {**self.heard, update.order: self.heard.get(update.order, 0) + 1}
        if self.heard[update.order] != 2:
            super().hear(update)
