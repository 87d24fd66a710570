"""Order systems that go wrong over follow-on orders when a line fails, or an order is cancelled."""

from ordertck.harness.messages import Fault, ProvisioningLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.follow_ons import follows
from ordertck.harness.reference.oms import (
    Cancelling,
    Compensation,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderState,
)


@wrong("oms", breaks="FO-05", where="follow-ons+failures")
class DropsWhatWaitsForAFailure(Incidents):
    """Forgets which orders wait for a line when that line fails."""

    def falls_out(self, fault: Fault) -> None:
        super().falls_out(fault)
        self.orchestration.scheduling.waiting.line_completes(fault.line or "")


@wrong("oms", breaks="FO-05", where="follow-ons+failures")
class HoldsAllThatBuildsOnAFailedOrder(Orchestration):
    """Releases nothing that builds on an order of which some line has failed."""

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        if any(other.state is LineState.FAILED for other in fulfilment.lines.values()):
            self.scheduling.waiting.line_completes(line.line.id)
        super().complete(fulfilment, line)


@wrong("oms", breaks="FO-05", where="follow-ons+failures")
class PassesOverAFailedFollowOn(Incidents):
    """Lets an order go that builds on a follow-on order, when that one fails and its own base line is complete."""

    def falls_out(self, fault: Fault) -> None:
        super().falls_out(fault)
        failed = self.book.orders.get(fault.order)
        if failed is not None and follows(failed.order):
            self.orchestration.release(self.orchestration.scheduling.line_completes(fault.line or ""))


@wrong("oms", breaks="FO-06", where="follow-ons+cancellation")
class IsReleasedByACancel(Cancelling):
    """Lets a follow-on order go when its base order is over, be it cancelled."""

    def undo(self, known: Fulfilment) -> None:
        lines = list(known.lines)
        super().undo(known)
        orchestration = self.compensation.orchestration
        for line in lines:
            orchestration.release(orchestration.scheduling.line_completes(line))


@wrong("oms", breaks="PV-05", where="follow-ons+cancellation")
class WakesACancelledFollowOn(Cancelling):
    """Calls a waiting follow-on order cancelled, and forgets to take it from those that wait for the base line."""

    def drop(self, known: Fulfilment) -> None:
        if not follows(known.order):
            super().drop(known)
            return
        known.move_to(OrderState.CANCELLED)
        self.outbox.update(known)


@wrong("oms", breaks="PV-05", where="follow-ons+cancellation")
class TakesDownWhatTheBaseBrought(Compensation):
    """Takes an asset down when the follow-on order that changed it is cancelled: it was new then."""

    def undoing(self, line: LineFulfilment, done: ProvisioningLine) -> list[ProvisioningLine]:
        steps = super().undoing(line, done)
        built_on = done.effect == "change" and line.line.base_line is not None
        return [replace(step, effect="remove") for step in steps] if built_on else steps


@wrong("oms", breaks="FO-05", where="follow-ons+failures")
class IsReleasedByTheMending(Incidents):
    """Lets a follow-on order go when the failure of its base line is mended, though the line is not complete."""

    def resolve(self, order: str, incident: str) -> None:
        fault = self.open.get(incident)
        super().resolve(order, incident)
        line = fault.line if fault is not None else None
        self.orchestration.release(self.orchestration.scheduling.line_completes(line or ""))


@wrong("oms", breaks="FO-06", where="follow-ons+cancellation")
class PassesOverACancelledFollowOn(Cancelling):
    """Lets an order that depends on a cancelled follow-on order wait for the base line of that one instead."""

    def drop(self, known: Fulfilment) -> None:
        scheduling = self.compensation.orchestration.scheduling
        for key, line in known.lines.items():
            for turn in scheduling.waiting.waiting_for(key) if line.line.base_line else ():
                scheduling.waiting.enter(turn, None, {line.line.base_line or ""})
        super().drop(known)
