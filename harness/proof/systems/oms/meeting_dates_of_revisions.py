"""Order systems that know dates and revisions, and forget one over the other."""

from datetime import datetime

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
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


@wrong("oms", breaks="OM-03", where="supplementals+dates")
class TakesALostDateForNow(Supplementals):
    """Begins a line at once when a revision takes its own date off, whatever the header says."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        lines = tuple(self.dated(known, line) for line in order.lines)
        super().take_in(known, replace(order, lines=lines), message)

    def dated(self, known: Fulfilment, line: OrderLine) -> OrderLine:
        """A line of the revision with the date that it goes by."""
        before = known.lines.get(line.id)
        lost = before is not None and before.line.requested_delivery and not line.requested_delivery
        return replace(line, requested_delivery=self.clock.now.isoformat()) if lost else line


@wrong("oms", breaks="FD-04", where="price-lists+supplementals+dates")
class BeginsWhatIsChargedOtherwise(Supplementals):
    """Begins a dated order when a revision names another price list for one of its lines."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        before = {name: line.line.price_list for name, line in known.lines.items()}
        otherwise = any(before.get(line.id, line.price_list) != line.price_list for line in order.lines)
        super().take_in(known, replace(order, requested_delivery=None) if otherwise else order, message)


@wrong("oms", breaks="FD-04", where="supplementals+dates", switches={"start_rule": "lead-time"})
class KeepsTheFirstLeadTime(Scheduling):
    """Begins an order by the lead times of its first version, whatever a revision adds or leaves out."""

    def prepare(self) -> None:
        self.first: dict[str, tuple[OrderLine, ...]] = {}

    def start_date(self, order: SalesOrder) -> datetime | None:
        return super().start_date(replace(order, lines=self.first.setdefault(order.order, order.lines)))
