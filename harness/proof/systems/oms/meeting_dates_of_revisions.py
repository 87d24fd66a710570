"""Order systems that know dates and revisions, and forget one over the other."""

from datetime import datetime

from ordertck.harness.messages import SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import Fulfilment, LineFulfilment, Scheduling, Supplementals


@wrong("oms", breaks="TM-05", where="supplementals+dates")
class JudgesDatesByTheFirstArrival(Scheduling):
    """Takes a date for later when it lies after the arrival of the order's first version."""

    def prepare(self) -> None:
        self.arrived: dict[str, datetime] = {}

    def start_date(self, order: SalesOrder) -> datetime | None:
        arrived = self.arrived.setdefault(order.order, self.clock.now)
        date = datetime.fromisoformat(order.requested_delivery) if order.requested_delivery else None
        return date if date is not None and date > arrived else super().start_date(order)


@wrong("oms", breaks="FO-04", where="supplementals+follow-ons+dates")
class TakesNoDependencyOnceItHasBegun(Supplementals):
    """Overlooks that a revision lets a line depend on another order, where work on the line's order has begun."""

    def built_otherwise(self, known: Fulfilment, planned: dict[str, LineFulfilment]) -> list[str]:
        return []
