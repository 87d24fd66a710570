"""Points of no return, as the kit's order system keeps them of the lines that it was told of."""

from typing import Any

from ordertck.harness.bench.directory import Directory
from ordertck.harness.messages import LineUpdate, OrderLine, SalesOrder, Status


class Locks:
    """Which lines are past their points of no return, and which revisions come too late for that.

    Where lines are locked one by one, a revision is refused that says another thing of a locked line, or that comes
    when every line is locked; with ``whole_orders`` the first locked line locks its order (A-04).
    """

    def __init__(self, directory: Directory, whole_orders: bool) -> None:
        self._directory, self._whole_orders = directory, whole_orders
        self._locked: set[str] = set()
        self._filled_in: dict[str, dict[str, str]] = {}

    def tell(self, line: OrderLine, told: LineUpdate) -> None:
        """Something is told of a line."""
        product = self._directory.catalogue.products.get(line.product or "")
        if told.status == Status.COMPLETE or (product and product.ponr and told.milestone == product.ponr):
            self._locked.add(line.id)
        self._filled_in.setdefault(line.id, {}).update(told.attributes)

    def forbid(self, before: SalesOrder, revision: SalesOrder) -> bool:
        """Whether a revision comes too late."""
        locked = [line for line in before.lines if line.id in self._locked]
        if not locked or self._whole_orders or len(locked) == len(before.lines):
            return bool(locked)
        revised = {line.id: line for line in revision.lines}
        return any(line.id not in revised or self._differs(line, before, revised[line.id], revision) for line in locked)

    def _differs(self, line: OrderLine, order: SalesOrder, revised: OrderLine, revision: SalesOrder) -> bool:
        """Whether a line is to be another one than before; what was told of it in between makes no other line of it."""
        if _wanted(line, order) != _wanted(revised, revision):
            return True
        told = self._filled_in.get(line.id, {})
        return any(
            revised.attributes.get(name) not in (line.attributes.get(name), told.get(name))
            for name in line.attributes.keys() | revised.attributes.keys()
        )


def _wanted(line: OrderLine, order: SalesOrder) -> tuple[Any, ...]:
    """What a line comes to but for its attributes: where it says nothing, its header speaks for it (OM-03)."""
    price_list = line.price_list or (order.price_list if line.action == "Add" or line.override else None)
    own = (line.product, line.action, line.asset, line.parent, line.override, line.service_point or None)
    return (*own, price_list or None, line.site or order.site)
