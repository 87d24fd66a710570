"""Order systems that go wrong over price lists."""

from ordertck.harness.cast.casting import wrong
from ordertck.harness.messages import OrderLine, SalesOrder
from ordertck.harness.reference.oms import OrderManagement


@wrong("oms", breaks="PL-09")
class LeavesBlankPriceLists(OrderManagement):
    """Bills a line that has no price list without one."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return line.price_list
