"""Early follow-ons: orders that build on one which could still be revised (A-08)."""

from ordertck.harness.messages import OrderLine, SalesOrder, replace
from ordertck.harness.reference.oms.differences import compare
from ordertck.harness.reference.oms.fulfilment import Fulfilment
from ordertck.harness.reference.oms.intake import Objection
from ordertck.harness.reference.oms.order_book import Part, Shared
from ordertck.harness.reference.oms.order_life_cycle import OrderState
from ordertck.harness.reference.oms.supplementals import Supplementals


class EarlyFollowOns(Part):
    """What becomes of them, by the switch ``early_follow_on``: they wait like others, are worked in, or refused."""

    def __init__(self, shared: Shared, supplementals: Supplementals) -> None:
        self.supplementals, self.planning = supplementals, supplementals.planning
        super().__init__(shared)

    def objection(self, order: SalesOrder) -> Objection | None:
        """Why an order is refused as a follow-on; None where it is not."""
        early = self.early_lines(order) if self.settings["early_follow_on"] == "refuse" else []
        return Objection("what the line builds on can still be revised", early[0].id) if early else None

    def worked_in(self, order: SalesOrder) -> list[str]:
        """Work the updates of early lines into their base orders; the ids of the lines that have no work left."""
        early = self.early_lines(order) if self.settings["early_follow_on"] == "revise" else []
        updates = [line for line in early if line.action == "Update"]
        for line in updates:
            base = self.base(line)
            if base is not None:
                self.revise(base, line)
        return [line.id for line in updates]

    def early_lines(self, order: SalesOrder) -> list[OrderLine]:
        """The lines that build on an open line which can still be revised: not locked, nor being cancelled."""
        found = []
        for line in order.lines:
            base = self.base(line)
            if base is None or base.state is OrderState.CANCELLING:
                continue
            if not self.supplementals.locked(base.lines[line.base_line or ""]):
                found.append(line)
        return found

    def base(self, line: OrderLine) -> Fulfilment | None:
        """The open order that a line builds on; None where there is none."""
        return self.book.open_lines.get(line.base_line or "")

    def revise(self, base: Fulfilment, update: OrderLine) -> None:
        """Let the base order take an update over, as a version of its own."""
        version = replace(base.order, lines=tuple(self.updated(line, update) for line in base.order.lines))
        planned = self.planning.plans(version)
        self.supplementals.apply(base, version, planned, compare(base.lines, planned))

    def updated(self, line: OrderLine, update: OrderLine) -> OrderLine:
        """A line of the base order with what the update says of it."""
        if line.id != update.base_line:
            return line
        return replace(
            line,
            attributes={**line.attributes, **update.attributes},
            price_list=update.price_list or line.price_list,
        )
