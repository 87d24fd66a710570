"""Order systems that know bundles, and forget their components where they are installed, dated or waiting."""

from ordertck.harness.messages import OrderLine, ProvisioningLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_bundles import depth_of, is_part
from ordertck.harness.reference.oms import (
    Fulfilment,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderState,
    Planning,
    Scheduling,
    Turn,
)
from ordertck.harness.reference.oms.decomposition import NOTHING


def provisioned_so(planned: LineFulfilment, **changes: object) -> None:
    """Have a line provisioned otherwise than it was planned."""
    if planned.work.provisioning is not None:
        done: ProvisioningLine = replace(planned.work.provisioning, **changes)
        planned.work = replace(planned.work, provisioning=done)


@wrong("oms", breaks="AC-05", where="bundles+modify-orders")
class UpdatesTheFirstComponentOfAKind(Planning):
    """Looks up the component that is to be updated by its product, and finds that of the first bundle."""

    def prepare(self) -> None:
        self.first: dict[str | None, str] = {}

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        if line.parent and line.action == "Add":
            self.first.setdefault(line.product, planned.asset)
        elif line.parent:
            provisioned_so(planned, asset=self.first.get(line.product, planned.asset))
        return planned


class _Bundles(Planning):
    """Plans the lines of a bundle in a way of its own; ``bundle`` does it for a component and what is above it."""

    def plans(self, order: SalesOrder) -> dict[str, LineFulfilment]:
        planned = super().plans(order)
        for line in planned.values():
            if line.line.parent in planned:
                self.bundle(order, planned[line.line.parent], line)
        return planned

    def bundle(self, order: SalesOrder, above: LineFulfilment, line: LineFulfilment) -> None:
        """Change the plan of a component, or of what it belongs to."""


@wrong("oms", breaks="AC-01", where="bundles+modify-orders")
class PassesOverPartsOfAnUnchangedBundle(_Bundles):
    """Looks at no component of a bundle whose own line says that it is unchanged."""

    def bundle(self, order: SalesOrder, above: LineFulfilment, line: LineFulfilment) -> None:
        if above.work is NOTHING or (above.work == NOTHING and self.installed.get(above.asset)):
            line.work = NOTHING


class _TakesTheBundleAlong(_Bundles):
    """Does to an unchanged bundle what is to be done to a component; ``action`` says what."""

    action = ""

    def bundle(self, order: SalesOrder, above: LineFulfilment, line: LineFulfilment) -> None:
        if line.line.action == self.action and above.work == NOTHING and self.installed.get(above.asset):
            above.work = self.plan(order, replace(above.line, action=self.action)).work


@wrong("oms", breaks="AC-01", where="bundles+modify-orders")
class SetsTheBundleUpAgain(_TakesTheBundleAlong):
    """Sets a bundle up once more when a component is added to it."""

    action = "Add"


@wrong("oms", breaks="AC-04", where="bundles+service-changes")
class EndsTheBundleWithAComponent(_TakesTheBundleAlong):
    """Disconnects a bundle when one of its components is disconnected."""

    action = "Delete"


@wrong("oms", breaks="AC-07", where="bundles+service-changes")
class SuspendsTheBundleWithAComponent(_TakesTheBundleAlong):
    """Suspends a bundle when one of its components is suspended."""

    action = "Suspend"


class _TopLinesOnly(_Bundles):
    """Does to a bundle what its line says and nothing to its components; ``actions`` are those so treated."""

    actions: tuple[str, ...] = ()

    def bundle(self, order: SalesOrder, above: LineFulfilment, line: LineFulfilment) -> None:
        if line.line.action in self.actions and above.line.action == line.line.action:
            line.work = NOTHING


@wrong("oms", breaks="AC-04", where="bundles+service-changes")
class EndsTheTopLineOnly(_TopLinesOnly):
    """Takes it that a disconnected bundle takes its components along."""

    actions = ("Delete",)


@wrong("oms", breaks="AC-02", where="bundles+service-changes")
class MovesTheTopLineOnly(_TopLinesOnly):
    """Takes it that a bundle which moves takes its components along."""

    actions = ("Move-Add", "Move-Delete")


@wrong("oms", breaks="AC-02", where="bundles+service-changes")
class SetsComponentsUpAtTheOldAddress(_Bundles):
    """Moves a bundle, and sets its components up where the bundle was."""

    def bundle(self, order: SalesOrder, above: LineFulfilment, line: LineFulfilment) -> None:
        was = self.installed.get(above.asset)
        if was is not None and line.line.action == "Move-Add":
            provisioned_so(line, site=was.site)


class _DatesSome(Scheduling):
    """Lets only lines down to some level of a bundle wait for a date; ``levels`` says which."""

    levels = 1

    def hold_lines(self, fulfilment: Fulfilment, lines: tuple[OrderLine, ...]) -> list[Turn]:
        waits = tuple(line for line in lines if depth_of(line) <= self.levels)
        free = tuple(line.id for line in lines if depth_of(line) > self.levels)
        turns = super().hold_lines(fulfilment, waits) if waits else []
        return [*turns, Turn(fulfilment, fulfilment.ticket, free)] if free else turns


@wrong("oms", breaks="FD-04", where="bundles+dates")
class BeginsComponentsAtOnce(_DatesSome):
    """Lets a bundle wait for the date of its order, and begins its components at once."""


@wrong("oms", breaks="FD-04", where="bundles+dates")
class DatesTwoLevels(_DatesSome):
    """Lets a bundle and its components wait for the date of their order, and begins what these consist of at once."""

    levels = 2


@wrong("oms", breaks="FD-01", where="bundles+dates")
class BeginsABundleAsAWhole(Scheduling):
    """Begins every component at the date of its bundle, whatever its own line says."""

    def hold_lines(self, fulfilment: Fulfilment, lines: tuple[OrderLine, ...]) -> list[Turn]:
        dates = {line.number: line.requested_delivery for line in lines}
        tops = (line.number.partition(".")[0] for line in lines)
        dated = tuple(
            replace(x, requested_delivery=dates.get(top, x.requested_delivery))
            for x, top in zip(lines, tops, strict=True)
        )
        return super().hold_lines(fulfilment, dated)


@wrong("oms", breaks="PR-04", where="bundles+priorities")
class GivesAPlaceUpWithTheBundle(Orchestration):
    """Gives the place of an order up when everything but components is complete."""

    def prepare(self) -> None:
        self.gave_up: set[str] = set()

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        still = [other for other in fulfilment.lines.values() if other.state is not LineState.COMPLETE]
        if still and all(map(is_part, still)) and fulfilment.number not in self.gave_up:
            self.gave_up.add(fulfilment.number)
            self.scheduling.working -= 1
            self.start_next()

    def finish(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        if self.end_of(fulfilment) is not None and fulfilment.number in self.gave_up:
            self.gave_up.discard(fulfilment.number)
            self.scheduling.working += 1
        super().finish(fulfilment, *lines)


@wrong("oms", breaks="PR-04", where="bundles+priorities")
class WantsAPlaceForEachLevel(Scheduling):
    """Begins a bundle only when as many places are free as it has levels."""

    def next(self) -> Fulfilment | None:
        capacity = self.settings.get("capacity")
        while capacity is not None and len(self.queue) and self.working < capacity:
            turn = self.queue.get()
            if not turn.counts or turn.fulfilment.state is not OrderState.WAITING:
                continue
            levels = max(depth_of(line.line) for line in turn.fulfilment.lines.values())
            if self.working + min(levels, capacity) > capacity:
                self.queue.put(turn, turn.fulfilment.priority)
                return None
            self.working += 1
            return turn.fulfilment
        return super().next()


@wrong("oms", breaks="PV-11", where="bundles+service-points")
class DeliversComponentsToTheFirstBundle(_Bundles):
    """Has every component delivered at the service point of the order's first line."""

    def bundle(self, order: SalesOrder, above: LineFulfilment, line: LineFulfilment) -> None:
        provisioned_so(line, service_point=order.lines[0].service_point)


@wrong("oms", breaks="PV-11", where="bundles+service-points")
class LeavesServicePointsToTheBundle(_Bundles):
    """Names the service point of a bundle, and none for its components."""

    def bundle(self, order: SalesOrder, above: LineFulfilment, line: LineFulfilment) -> None:
        provisioned_so(line, service_point=None)
