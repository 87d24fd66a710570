"""Where things are set up when no order says so, and in which turn orders for one asset are worked on."""

from collections.abc import Iterator

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.registry import permitted, style
from ordertck.harness.reference.oms import (
    Fulfilment,
    Intake,
    Objection,
    OrderManagement,
    OrderState,
    Parts,
    Scheduling,
)


@style("oms")
class InstallsAtTheCustomersAddress(OrderManagement):
    """Has set up at the customer's address what an order adds without saying where."""

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext, parts: Parts | None = None) -> None:
        self.sites = {account["id"]: account["site"] for account in scenario.accounts}
        super().__init__(catalogue, scenario, parts)

    def take_in(self, order: SalesOrder, message: Message) -> None:
        home = order.site or self.sites.get(order.account or "")
        lines = (replace(line, site=line.site or home) if line.action == "Add" else line for line in order.lines)
        super().take_in(replace(order, lines=tuple(lines)), message)


@style("oms")
class LiftsWhatAnUrgentOrderBuildsOn(Scheduling):
    """Begins an order as early as the most urgent of the follow-on orders that wait for it."""

    def next(self) -> Fulfilment | None:
        for turn in [self.queue.get() for _ in range(len(self.queue))]:
            self.queue.put(turn, self.urgency(turn.fulfilment))
        return super().next()

    def urgency(self, fulfilment: Fulfilment) -> int:
        """The highest priority of an order and of what waits for a line of it, directly or not."""
        found, left = list[Fulfilment](), [fulfilment]
        while left:
            if (order := left.pop()) not in found:
                found.append(order)
                left += [turn.fulfilment for line in order.lines for turn in self.waiting.waiting_for(line)]
        return max(order.priority for order in found)


@style("oms")
class WorksOnEachAssetInTurn(Scheduling):
    """Begins no order for an asset that another order is at work on."""

    def next(self) -> Fulfilment | None:
        blocked, found = [], None
        while found is None and (fulfilment := super().next()) is not None:
            if self.is_taken(fulfilment):
                blocked.append(fulfilment)
                self.working -= 1  # it takes no place from those that come after it
            else:
                found = fulfilment
        for fulfilment in blocked:
            self.release_later(fulfilment)
        return found

    def is_taken(self, fulfilment: Fulfilment) -> bool:
        """Whether another order that was begun, and has not come to its end, is about an asset of this one."""
        mine = {asset for line in fulfilment.order.lines if (asset := changed(line))}
        others = (one for one in self.book.orders.values() if one is not fulfilment)
        working = (one for one in others if one.state in (OrderState.IN_PROGRESS, OrderState.CANCELLING))
        return any(mine & {line.line.asset for line in one.lines.values()} for one in working)

    def release_later(self, fulfilment: Fulfilment) -> None:
        """Put an order back where it waited."""
        for turn in self.hold(fulfilment):
            self.queue.put(turn, fulfilment.priority)


def changed(line: OrderLine) -> str | None:
    """The asset that a line changes; none for a line that adds one, or leaves it as it is."""
    return line.asset if line.action not in ("Add", "-", None, "") else None


class _LooksLater(Intake):
    def asset(self, line: OrderLine) -> Iterator[Objection]:
        working = (one for one in self.book.orders.values() if one.state is OrderState.IN_PROGRESS)
        taken = any(line.asset in {each.line.asset for each in one.lines.values()} for one in working)
        if not (taken and line.action == "Resume" and self.installed.get(line.asset)):
            yield from super().asset(line)


@permitted("oms")
class LooksAtAnAssetInItsTurn(OrderManagement):
    """Takes an order for an asset that another one is at work on: what it needs is looked at in its turn."""

    parts = Parts(scheduling=WorksOnEachAssetInTurn, intake=_LooksLater)


@permitted("oms")
class WaitsForWhatIsStillToCome(OrderManagement):
    """Lets an order about an asset that an open order is to bring wait for the line that brings it, as a follow-on."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        known = [line for one in self.book.orders.values() if one.number != order.order for line in one.lines.values()]
        adding = [line for line in known if line.line.action == "Add" and line.line.id in self.book.open_lines]
        coming = {line.asset: line.line.id for line in adding}
        lines = (
            replace(line, base_line=coming[line.asset]) if waits(line) and line.asset in coming else line
            for line in order.lines
        )
        super().take_in(replace(order, lines=tuple(lines)), message)


def waits(line: OrderLine) -> bool:
    """Whether a line changes an asset, and does not say on what it builds."""
    return bool(changed(line)) and not line.base_line


@permitted("oms")
class SetsUpWhatNoOrderBrought(OrderManagement):
    """Sets up what an update is about whose base order never came: as a base order, it has nothing to change."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        known = [line for one in self.book.orders.values() for line in one.lines.values()]
        bases, coming = {line.line.id for line in known}, {line.line.asset for line in known if line.line.asset}
        lines = (
            replace(line, action="Add")
            if is_lost(line, bases) and line.asset not in coming and not self.intake.installed.get(line.asset)
            else line
            for line in order.lines
        )
        super().take_in(replace(order, lines=tuple(lines)), message)


def is_lost(line: OrderLine, bases: set[str]) -> bool:
    """Whether a line is to update what a line of an order that never came was to bring."""
    return line.action == "Update" and line.base_line is not None and line.base_line not in bases


@permitted("oms")
class LeavesAloneWhatIsThere(SetsUpWhatNoOrderBrought):
    """Asks nothing for what an order adds that is there already, as of a follow-on order that came before its base."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        known = self.book.orders.get(order.order)
        own = {line.asset for line in known.lines.values() if line.line.action == "Add"} if known is not None else set()
        lines = (
            replace(line, action="-")
            if line.action == "Add" and line.asset not in own and self.intake.installed.get(line.asset)
            else line
            for line in order.lines
        )
        super().take_in(replace(order, lines=tuple(lines)), message)
