"""Order systems that read a hundred lines of an order, or the first digit of its revision number."""

from ordertck.harness.messages import Message, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import Difference, Fulfilment, Objection, OrderManagement, Supplementals

_PAGE = 100


@wrong("oms", breaks="OM-01")
class ReadsAHundredLines(OrderManagement):
    """Reads the first hundred lines of an order."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        super().take_in(replace(order, lines=order.lines[:_PAGE]), message)


@wrong("oms", breaks="OM-01")
class CountsAHundredLines(OrderManagement):
    """Takes an order for complete when a hundred of its lines are."""

    def begin(self, order: SalesOrder, message: Message) -> None:
        super().begin(order, message)
        if order.order in self.book.orders:
            fulfilment = self.book.orders[order.order]
            fulfilment.open = min(fulfilment.open, _PAGE)


@wrong("oms", breaks="SU-11")
class ComparesRevisionsAsTexts(Supplementals):
    """Takes revision 10 for older than revision 9."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        if str(order.revision) <= str(known.order.revision):
            return Objection(f"revision {order.revision} is not newer than {known.order.revision}")
        return super().objection(known, order, message, difference)
