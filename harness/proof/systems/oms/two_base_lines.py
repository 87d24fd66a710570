"""Order systems that lose sight of a base line where a follow-on order has two of them."""

from ordertck.harness.messages import SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import Scheduling


@wrong("oms", breaks="FO-04", switches={"followon_grain": "order"})
class WaitsForTheLastBaseLineOnly(Scheduling):
    """Lets a follow-on order wait for the base line of its last line only."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        known = super().lines_to_wait_for(order)
        named = [line.base_line for line in order.lines if line.base_line in known]
        return {base for base in named[-1:] if base}


@wrong("oms", breaks="FO-04", switches={"followon_grain": "order"})
class WaitsForOneBaseOrderOnly(Scheduling):
    """Lets a follow-on order wait for lines of the first base order that it names, and of no other."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        known = super().lines_to_wait_for(order)
        named = [line.base_line for line in order.lines if line.base_line in known]
        first = self.book.open_lines[named[0]] if named and named[0] else None
        return {base for base in known if self.book.open_lines[base] is first}
