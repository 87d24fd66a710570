"""Checks: why an order is not submitted."""

from collections.abc import Iterator

from ordertck.harness.messages import ACTIONS, AssetStatus
from ordertck.harness.reference.common.line_actions import NO_ACTION
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder
from ordertck.harness.reference.crm.projections import Projections
from ordertck.harness.reference.crm.revising import Supplementals


class Checks(Part):
    """The checks on an order that a user submits, each its own method."""

    def __init__(self, shared: Shared, supplementals: Supplementals, projections: Projections) -> None:
        self.supplementals, self.projections = supplementals, projections
        self._unchanged = NO_ACTION[shared.settings["no_action"]]  # how an unchanged line is written
        super().__init__(shared)

    def objections(self, order: CrmOrder) -> Iterator[str]:
        """Every reason not to submit an order, header first."""
        yield from self.customer(order)
        yield from self.header_list(order)
        if not order.lines:
            yield "nothing is ordered"
        change = any(line.asset or line.action not in ("Add", self._unchanged) for line in order.lines.values())
        for line in order.lines.values():
            yield from self.subject(line)
            yield from self.action(line, change)
            yield from self.asset(order, line)
        yield from self.transfers(order)
        yield from self.pending(order)

    def pending(self, order: CrmOrder) -> Iterator[str]:
        """Pending revisions of an open order are discarded before it gets a follow-on order (FO-10)."""
        for line in order.lines.values():
            behind = self.projections.behind(order, line)
            if behind and behind.order and self.supplementals.pending(behind.order):
                yield f"a revision of order {behind.order.id} is pending: submit or discard it first"

    def customer(self, order: CrmOrder) -> Iterator[str]:
        """An order is somebody's (OM-01)."""
        if not order.account:
            yield "the order names no account"

    def header_list(self, order: CrmOrder) -> Iterator[str]:
        """An order has a price list in its header (PL-11, PL-12)."""
        if not order.price_list:
            yield "the order has no price list in its header"

    def subject(self, line: CrmLine) -> Iterator[str]:
        """A line is about a product (OM-04)."""
        if not line.product:
            yield f"line {line.number} is about no product"

    def action(self, line: CrmLine, change: bool) -> Iterator[str]:
        """The actions are a closed set; only on a change order may a line have none (AC-09, OM-04)."""
        if line.action == self._unchanged:
            if not change:
                yield f"line {line.number} says nothing of what is to happen"
        elif line.action not in ACTIONS:
            yield f"line {line.number}: '{line.action or ''}' is no action"

    def asset(self, order: CrmOrder, line: CrmLine) -> Iterator[str]:
        """Every action but Add needs an asset that is there, or will be, in a fitting state (AC-06, AC-08, AC-11)."""
        if line.action not in ACTIONS or line.action == "Add":
            return
        behind = self.projections.behind(order, line)
        if behind is None:
            yield f"line {line.number}: there is no such asset to {line.action}"
        elif line.action == "Resume" and behind.asset.status != AssetStatus.SUSPENDED:
            yield f"line {line.number}: the asset is not suspended"

    def transfers(self, order: CrmOrder) -> Iterator[str]:
        """Both halves of a transfer are on the order and name the same asset (AC-10)."""
        halves = {
            action: {line.asset for line in order.lines.values() if line.action == action}
            for action in ("Move-Add", "Move-Delete")
        }
        if halves["Move-Add"] ^ halves["Move-Delete"]:
            yield "one half of a transfer is missing, or about another asset"
