"""Order systems that take a service for moved, rested or gone before it is, or leave it so when that was called off."""

from typing import ClassVar

from ordertck.harness.messages import ProvisioningLine, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.oms.meeting_follow_ons import with_work
from ordertck.harness.proof.systems.oms.meeting_modify_orders_in_trouble import _RemembersSales
from ordertck.harness.reference.oms import (
    Compensation,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    OrderManagement,
    OrderState,
    Parts,
)


class _BelievesWhatFailed(Incidents):
    """Takes an asset for what the failed line was to make of it, where the action is among ``about``."""

    about: ClassVar[str] = ""

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().line_fails(fulfilment, line)
        if line.line.action == self.about:
            self.installed.complete(line.line, line.asset, line.price_list)


@wrong("oms", breaks="AC-04", where="service-changes+failures")
class TakesForGoneWhatIsStillThere(_BelievesWhatFailed):
    """Knows nothing any more of a service that could not be taken down."""

    about = "Delete"


@wrong("oms", breaks="AC-11", where="service-changes+failures")
class TakesForRestedWhatIsInUse(_BelievesWhatFailed):
    """Takes a service for suspended that could not be suspended."""

    about = "Suspend"


@wrong("oms", breaks="AC-04", where="service-changes+failures")
class StopsChargingWhatItCouldNotEnd(Incidents):
    """Stops the charges of a service that could not be taken down: the customer wanted to leave."""

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().line_fails(fulfilment, line)
        if line.line.action == "Delete" and line.work.billing is not None:
            self.orchestration.outbox.bill(fulfilment, "all", [line.work.billing])


@wrong("oms", breaks="AC-10", where="service-changes+failures")
class TakesTheOtherHalfBack(Incidents):
    """Takes one half of a transfer back when the other fails, and leaves it so when that is mended."""

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().line_fails(fulfilment, line)
        undo = {"Move-Add": "remove", "Move-Delete": "add"}
        for other in fulfilment.lines.values():
            asked = other.work.provisioning
            if other is not line and line.line.action in undo and other.line.action in undo and asked is not None:
                back = replace(asked, effect=undo[other.line.action])
                other.latest_call = self.orchestration.outbox.provision(fulfilment, other.work.target, [back])


@wrong("oms", breaks="AC-10", where="service-changes+failures")
class TriesAMendedMoveAgain(Incidents):
    """Has a service set up at its new address once more when the incident over that is resolved."""

    def resolve(self, order: str, incident: str) -> None:
        fault, fulfilment = self.open.get(incident), self.book.orders.get(order)
        super().resolve(order, incident)
        line = fulfilment.lines.get(fault.line or "") if fault and fulfilment else None
        if fulfilment and line and (line.line.action or "").startswith("Move") and line.work.provisioning is not None:
            self.orchestration.outbox.provision(fulfilment, line.work.target, [line.work.provisioning])


class _LeavesOnCancel(Compensation):
    """Takes nothing back at provisioning of a cancelled order's line whose action is ``left``."""

    left: ClassVar[str] = ""

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        if known.state is OrderState.CANCELLING and line.line.action == self.left:
            line.sent = False
        super().withdraw(known, line)


@wrong("oms", breaks="PV-05", where="service-changes+cancellation")
class KeepsTheNewAddressToo(_LeavesOnCancel):
    """Leaves a service at its new address when the move is cancelled."""

    left = "Move-Add"


@wrong("oms", breaks="PV-05", where="service-changes+cancellation")
class LeavesTheOldAddressCleared(_LeavesOnCancel):
    """Leaves the old address cleared when the move is cancelled."""

    left = "Move-Delete"


@wrong("oms", breaks="PV-05", where="service-changes+cancellation")
class LeavesACancelledSuspension(_LeavesOnCancel):
    """Leaves a service suspended when its suspension is cancelled."""

    left = "Suspend"


class _BringsBack(Compensation):
    """Sets a service up again whose end was called off, in the form that ``again`` gives it."""

    def again(self, line: LineFulfilment, step: ProvisioningLine) -> ProvisioningLine:
        """What provisioning is asked."""
        return step

    def undoing(self, line: LineFulfilment, done: ProvisioningLine) -> list[ProvisioningLine]:
        steps = super().undoing(line, done)
        return [self.again(line, step) for step in steps] if line.line.action == "Delete" else steps


@wrong("oms", breaks="PV-05", where="service-changes+cancellation")
class BringsItBackAnywhere(_BringsBack):
    """Has a service set up again without a word of its address when its end is called off."""

    def again(self, line: LineFulfilment, step: ProvisioningLine) -> ProvisioningLine:
        return replace(step, site=line.line.site)


@wrong("oms", breaks="PV-11", where="service-changes+cancellation+service-points")
class BringsItBackWithoutItsServicePoint(_BringsBack):
    """Has a service set up again without its service point when its end is called off."""

    def again(self, line: LineFulfilment, step: ProvisioningLine) -> ProvisioningLine:
        return replace(step, service_point=None)


class _AsItWasSold(_BringsBack):
    def again(self, line: LineFulfilment, step: ProvisioningLine) -> ProvisioningLine:
        assert isinstance(self.orchestration, _RemembersSales)
        return replace(step, attributes=self.orchestration.sold.get(line.asset, step.attributes))


@wrong("oms", breaks="UF-07", where="service-changes+cancellation+filled-in-data")
class BringsItBackAsItWasSold(OrderManagement):
    """Has a service set up again with the values that were sold, not with those that were filled in."""

    parts = Parts(orchestration=_RemembersSales, compensation=_AsItWasSold)


@permitted("oms")
class ChargesAgainWhatItNeverStopped(Compensation):
    """Has charges started anew when the end of a service is called off, though they were never stopped."""

    def undo_billing(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.line.action == "Delete" and known.state is OrderState.CANCELLING:
            line.fulfilling = True
        super().undo_billing(known, line)


@wrong("oms", breaks="UF-07", where="service-changes+filled-in-data")
class SuspendsWithWhatWasSold(_RemembersSales):
    """Sends with a suspension the values that were sold, over those that were filled in."""

    def set_up(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        for line in lines:
            if line.line.action == "Suspend":
                with_work(line, attributes=self.sold.get(line.asset, {}))
        super().set_up(fulfilment, lines)


@wrong("oms", breaks="PV-05", where="service-changes+failures+cancellation")
class LeavesAHalfMoveOpen(Compensation):
    """Waits for the half of a cancelled transfer that failed, which nobody will mend any more."""

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        failed = line.state is LineState.FAILED and line.line.action in ("Move-Add", "Move-Delete")
        if not (failed and known.state is OrderState.CANCELLING):
            super().withdraw(known, line)
