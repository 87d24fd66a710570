"""Order systems that know points of no return, and forget them where something else befalls a line."""

from ordertck.harness.messages import Message, Milestone, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_revisions import only_the_point, send_again
from ordertck.harness.reference.oms import (
    Cancelling,
    Difference,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Objection,
    OrderManagement,
    OrderState,
    Reports,
    Supplementals,
)
from ordertck.harness.reference.oms.differences import compare

_IN_TURN = (Milestone.RESERVED, Milestone.DESIGNED, Milestone.ACTIVATED)


class _SomeLocks(Supplementals):
    """Locks only some lines at their points, and the others when they are complete; ``heeds`` says which."""

    def locked(self, line: LineFulfilment) -> bool:
        return super().locked(line) if self.heeds(line) else line.state is LineState.COMPLETE

    def heeds(self, line: LineFulfilment) -> bool:
        """Whether the point of no return of a line is heeded."""
        return True


@wrong("oms", breaks="PN-04", where="supplementals+points-of-no-return")
class ComparesWithWhatItRefused(Supplementals):
    """Compares a revision with the one before it, though that one was refused."""

    def prepare(self) -> None:
        self.refused: dict[str, dict[str, LineFulfilment]] = {}

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        planned = self.planning.plans(order)
        before = self.refused.pop(known.number, planned)
        altered = {line for line in compare(before, planned).altered if line in known.lines}
        difference = replace(difference, altered=tuple(altered | set(difference.altered)))
        objection = super().objection(known, order, message, difference)
        if objection is not None:
            self.refused[known.number] = planned
        return objection


@wrong("oms", breaks="PN-04", where="points-of-no-return+service-points")
class OverlooksServicePointsOfLockedLines(Supplementals):
    """Gives a locked line another service point, and refuses every other change of it."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        planned = self.planning.plans(order)
        altered = tuple(x for x in difference.altered if not only_the_point(known.lines[x], planned[x]))
        return super().objection(known, order, message, replace(difference, altered=altered))


@wrong("oms", breaks="PN-01", where="supplementals+points-of-no-return")
class HeedsMilestonesOfTheFirstVersion(Reports):
    """Notes no milestone of an order that was revised."""

    def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
        if fulfilment.order.revision == 1:
            super().reached(fulfilment, line, milestone)
        else:
            self.outbox.progress(fulfilment, line, milestone)


@wrong("oms", breaks="PN-01", where="supplementals+points-of-no-return")
class ForgetsHowFarLinesAre(Supplementals):
    """Sets the points of no return of all lines anew when an order is revised."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, difference)
        for line in known.lines.values():
            line.milestones.clear()


@wrong("oms", breaks="PN-01", where="supplementals+points-of-no-return")
class NeverLocksWhatARevisionAdded(_SomeLocks):
    """Works out points of no return when an order comes, and none for what a revision adds."""

    def prepare(self) -> None:
        self.added: set[str] = set()

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        self.added |= set(difference.added)
        super().revise(known, planned, difference)

    def heeds(self, line: LineFulfilment) -> bool:
        return line.line.id not in self.added


@wrong("oms", breaks="PN-01", where="points-of-no-return+failures")
class UnlocksWhatFailed(Incidents):
    """Takes a line that failed for one that was not begun."""

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().line_fails(fulfilment, line)
        line.milestones.clear()


@wrong("oms", breaks="PN-01", where="points-of-no-return+redelivery")
class GoesBackToAnEarlierMilestone(Reports):
    """Takes the milestone that was told last for how far a line is."""

    def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
        super().reached(fulfilment, line, milestone)
        if milestone in _IN_TURN:
            line.milestones &= set(_IN_TURN[: _IN_TURN.index(Milestone(milestone)) + 1])


@wrong("oms", breaks="PN-02", where="points-of-no-return+filled-in-data")
class TakesAFilledInValueForAChangeOfALock(Supplementals):
    """Refuses a revision that does not know what was filled in on a locked line."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        filled = tuple(key for key, line in known.lines.items() if line.assigned and self.locked(line))
        touched = replace(difference, altered=(*difference.altered, *filled))
        return super().objection(known, order, message, touched)


@wrong("oms", breaks="UF-07", where="points-of-no-return+filled-in-data")
class FillsNothingInPastThePoint(Reports):
    """Passes over a value that is filled in on a locked line."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        product = self.catalogue.products.get(line.line.product or "")
        if product is None or product.ponr not in line.milestones:
            super().filled_in(fulfilment, line, attribute, value)


@wrong("oms", breaks="PN-04", where="points-of-no-return+cancellation")
class CancelsPastThePoint(Cancelling):
    """Cancels an order however far its lines have come."""

    def objection(self, known: Fulfilment) -> str | None:
        over = known.state is not OrderState.IN_PROGRESS and known.state is not OrderState.WAITING
        return super().objection(known) if over else None


@wrong("oms", breaks="PN-04", where="points-of-no-return+cancellation")
class CancelsTheLinesThatAreOpen(CancelsPastThePoint):
    """Takes back of a cancelled order what is not locked, and goes on with the rest."""

    def undo(self, known: Fulfilment) -> None:
        locked = [line for line in known.lines.values() if self.supplementals.locked(line)]
        if not locked:
            super().undo(known)
            return
        for line in reversed([line for line in known.lines.values() if line not in locked]):
            self.compensation.withdraw(known, line)


@wrong("oms", breaks="PN-01 MO-06", where="points-of-no-return+follow-ons+modify-orders")
class LocksByTheAsset(Supplementals):
    """Takes a line for locked when another order has brought its asset past the point of no return."""

    def locked(self, line: LineFulfilment) -> bool:
        return super().locked(line) or (line.sent and self.passed(line))

    def passed(self, line: LineFulfilment) -> bool:
        """Whether any line about the same asset has passed its point."""
        lines = (other for order in self.book.orders.values() for other in order.lines.values())
        return any(super(LocksByTheAsset, self).locked(x) for x in lines if x.asset == line.asset and x.milestones)


@wrong("oms", breaks="PN-01", where="points-of-no-return+follow-ons")
class NeverLocksFollowOns(_SomeLocks):
    """Revises a follow-on order however far it has come."""

    def heeds(self, line: LineFulfilment) -> bool:
        return line.line.base_line is None


@wrong("oms", breaks="MO-06", where="points-of-no-return+modify-orders")
class NeverLocksUpdates(_SomeLocks):
    """Revises an update of what is installed however far it has come."""

    def heeds(self, line: LineFulfilment) -> bool:
        return line.line.action != "Update" or line.line.base_line is not None


@wrong("oms", breaks="PN-04", where="points-of-no-return+service-changes")
class NeverLocksDisconnections(_SomeLocks):
    """Withdraws the disconnection of a service however far it has come."""

    def heeds(self, line: LineFulfilment) -> bool:
        return line.line.action != "Delete"


@wrong("oms", breaks="PN-04", where="points-of-no-return+service-changes")
class NeverLocksMoves(_SomeLocks):
    """Revises the move of a service however far it has come."""

    def heeds(self, line: LineFulfilment) -> bool:
        return line.line.action not in ("Move-Add", "Move-Delete")


class _LaterDates(OrderManagement):
    """Does something with a locked order that is given a later date."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        known = self.book.orders.get(order.order)
        later = known is not None and order.requested_delivery != known.order.requested_delivery
        super().take_in(order, message)
        if known is not None and later and any(map(self.supplementals.locked, known.lines.values())):
            self.put_off(known)

    def put_off(self, known: Fulfilment) -> None:
        """A locked order has another date; here provisioning is told so."""
        for line in known.lines.values():
            send_again(self.compensation, known, line)


@wrong("oms", breaks="DD-04", where="points-of-no-return+dates")
class TellsProvisioningOfALateDate(_LaterDates):
    """Tells provisioning of the new date of an order that is past its point of no return."""


@wrong("oms", breaks="DD-04", where="points-of-no-return+dates")
class LaysALockedOrderAside(_LaterDates):
    """Hears nothing more of an order past its point of no return until the new date."""

    def prepare(self) -> None:
        self.aside: set[str] = set()

    def put_off(self, known: Fulfilment) -> None:
        self.aside.add(known.number)

    def take(self, message: Message) -> None:
        if message.kind != "provisioning-update" or message.body["order"] not in self.aside:
            super().take(message)


@wrong("oms", breaks="PR-08", where="points-of-no-return+priorities")
class GivesAPlaceUpForARefusal(Supplementals):
    """Takes an order whose revision it refuses for one that has come to its end."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        objection = super().objection(known, order, message, difference)
        if objection is not None and known.state is OrderState.IN_PROGRESS:
            self.orchestration.scheduling.working -= 1
            self.orchestration.start_next()
        return objection


@wrong("oms", breaks="PN-02", where="supplementals+points-of-no-return+follow-ons")
class LocksWhatWaitsToo(Reports):
    """Locks with a line whatever waits for that."""

    def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
        super().reached(fulfilment, line, milestone)
        for order in self.book.orders.values():
            for other in order.lines.values():
                if other.line.base_line == line.line.id:
                    other.milestones.add(milestone)
