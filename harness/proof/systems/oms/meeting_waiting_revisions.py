"""Order systems that know revisions, and forget them where orders wait for dates, places or other orders."""

from collections.abc import Iterable

from ordertck.harness.messages import SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.follow_ons import counts_still
from ordertck.harness.proof.systems.oms.meeting_bundles_installed import provisioned_so
from ordertck.harness.reference.oms import (
    Difference,
    Fulfilment,
    LineFulfilment,
    Orchestration,
    Scheduling,
    Supplementals,
    Turn,
)


@wrong("oms", breaks="DD-03", where="supplementals+dates")
class KeepsTheTimersOfRevisions(Scheduling):
    """Gives up the timer of the first version of an order, and of no later one."""

    def that_count(self, turns: list[Turn]) -> list[Turn]:
        return [counts_still(turn) for turn in turns if turn.counts or turn.ticket > 1]


@wrong("oms", breaks="DD-03", where="supplementals+dates+service-points")
class LeavesAWaitingOrderAtItsServicePoint(Supplementals):
    """Takes the new date of an order that waits for it, and leaves the order at its first service point."""

    def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        for key, line in planned.items():
            if key in known.lines:
                provisioned_so(line, service_point=known.lines[key].line.service_point)
        super().replace(known, planned, difference)


@wrong("oms", breaks="DD-04", where="supplementals+dates")
class LetsAddedLinesWaitForTheNewDate(Supplementals):
    """Lets what a revision adds to a running order wait for the new date of the header."""

    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        return order


@wrong("oms", breaks="PR-04", where="supplementals+priorities")
class QueuesWhatARevisionAdds(Orchestration):
    """Lets what a revision adds to a running order wait until a place is free."""

    def prepare(self) -> None:
        self.queued: list[Turn] = []

    def go_on(self, running: Iterable[Turn]) -> None:
        capacity = self.settings.get("capacity")
        turns = [*self.queued, *running]
        self.queued = turns if capacity is not None and self.scheduling.working >= capacity else []
        super().go_on([turn for turn in turns if turn not in self.queued])


@wrong("oms", breaks="PR-04", where="supplementals+priorities")
class TakesAPlaceForEachVersion(Scheduling):
    """Lets an order that was revised while it waited take two places."""

    def next(self) -> Fulfilment | None:
        fulfilment = super().next()
        self.working += fulfilment is not None and fulfilment.order.revision > 1
        return fulfilment


@wrong("oms", breaks="FO-12", where="supplementals+follow-ons")
class KeepsTheDependencyOfTheFirstVersion(Supplementals):
    """Lets a revised follow-on order wait for what its first version depended on."""

    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        before = {line.id: line.base_line for line in known.order.lines}
        lines = tuple(replace(line, base_line=before.get(line.id, line.base_line)) for line in order.lines)
        return super().merged(known, replace(order, lines=lines), started)


@wrong("oms", breaks="FO-12", where="supplementals+follow-ons")
class IsReleasedByTheOldBaseLine(Scheduling):
    """Begins a revised follow-on order when the line is complete that its first version depended on."""

    def line_completes(self, line: str) -> list[Turn]:
        turns = self.waiting.line_completes(line)
        return [counts_still(turn) for turn in turns]


class _WhoWaits(Supplementals):
    """Does something to those that wait for a line which a revision of its order does not alter."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        rest = [line for line in known.lines if line not in difference.touched]
        super().revise(known, planned, difference)
        for line in rest if difference.altered else ():
            self.waiters(self.orchestration.scheduling.line_completes(line))

    def waiters(self, turns: list[Turn]) -> None:
        """These orders waited for the line."""


@wrong("oms", breaks="FO-05", where="supplementals+follow-ons")
class ForgetsWhoWaitsForARevisedOrder(_WhoWaits):
    """Forgets which orders wait for the lines of an order when it is revised."""


@wrong("oms", breaks="FO-05", where="supplementals+follow-ons")
class ReleasesWhoWaitsForARevisedOrder(_WhoWaits):
    """Lets every order go that waits for a line of an order when that is revised."""

    def waiters(self, turns: list[Turn]) -> None:
        self.orchestration.release(turns)


class _KeepsItsDate(Supplementals):
    """Passes over the new date of some orders that wait; ``keeps`` says of which."""

    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        if not started and self.keeps(known.order):
            order = replace(order, requested_delivery=known.order.requested_delivery)
        return super().merged(known, order, started)

    def keeps(self, order: SalesOrder) -> bool:
        """Whether a new date of this order is passed over."""
        return False


@wrong("oms", breaks="DD-03", where="supplementals+dates+priorities")
class LeavesInTheQueueWhatWaitsForAPlace(_KeepsItsDate):
    """Passes over the new date of an order that is in the queue for a place already."""

    def keeps(self, order: SalesOrder) -> bool:
        return order.requested_delivery is None and not any(line.base_line for line in order.lines)


@wrong("oms", breaks="DD-03", where="supplementals+follow-ons+dates")
class ReleasesFollowOnsBeforeTheirNewDate(_KeepsItsDate):
    """Passes over the new date of an order that waits for a line of another order."""

    def keeps(self, order: SalesOrder) -> bool:
        return any(line.base_line for line in order.lines)
