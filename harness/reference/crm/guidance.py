"""Guidance: warnings about change orders that are better done otherwise; none of them stops anybody."""

from collections.abc import Iterator

from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.drafts import CrmOrder
from ordertck.harness.reference.crm.projections import Projections, instant
from ordertck.harness.reference.crm.revising import Supplementals


class Guidance(Part):
    """What a user is warned of on submitting an order, each thing its own method."""

    def __init__(self, shared: Shared, supplementals: Supplementals, projections: Projections) -> None:
        self.supplementals, self.projections = supplementals, projections
        super().__init__(shared)

    def warnings(self, order: CrmOrder) -> Iterator[str]:
        """Everything that speaks against an order as it stands."""
        yield from self.too_early(order)
        yield from self.before_others(order)

    def too_early(self, order: CrmOrder) -> Iterator[str]:
        """A follow-on order to an order that could still be revised (FO-09)."""
        for line in order.lines.values():
            behind = self.projections.behind(order, line)
            if behind is not None and behind.order is not None and behind.line is not None:
                dated = behind.order.due_date is not None
                if not dated and not self.supplementals.locked(behind.order, behind.line):
                    yield f"order {behind.order.id} can still be revised"

    def before_others(self, order: CrmOrder) -> Iterator[str]:
        """An order that goes before others which are there already, on the same asset (FD-11 to FD-13)."""
        touched = {line.asset for line in order.lines.values() if line.asset}
        for other in self.projections.open_orders(order.account or "", None, order.id):
            if self.later(other, order) and touched & {line.asset for line in other.lines.values()}:
                yield f"order {other.id}, planned for {other.due_date}, builds on what this order changes: revise it"

    def later(self, other: CrmOrder, order: CrmOrder) -> bool:
        """Whether another order's date comes after that of an order; equal dates do not (FD-13)."""
        return instant(other.due_date) > instant(order.due_date)
