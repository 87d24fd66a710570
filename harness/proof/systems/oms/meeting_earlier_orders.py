"""Order systems that do not note what an earlier order has left, and lead back to something else."""

from ordertck.harness.messages import OrderLine, ProvisioningLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Compensation,
    Fulfilment,
    LineFulfilment,
    Orchestration,
    OrderState,
    Scheduling,
    Turn,
)
from ordertck.harness.reference.oms.installed_base import Installed


class _Noting(Orchestration):
    """Notes otherwise what a complete line leaves of an asset that was there ``before``."""

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        before = self.installed.get(line.asset)
        super().complete(fulfilment, line)
        if before is not None:
            self.note(line, before)

    def note(self, line: LineFulfilment, before: Installed) -> None:
        """Change what was noted of the asset."""

    def keep(self, asset: Installed) -> None:
        """Note this of the asset."""
        self.installed.assets[asset.asset] = asset


@wrong("oms", breaks="AC-11")
class KnowsWhatIsDisconnected(_Noting):
    """Goes on knowing an asset that an order has disconnected, and changes it for the next order."""

    def note(self, line: LineFulfilment, before: Installed) -> None:
        if line.line.action == "Delete":
            self.keep(before)


@wrong("oms", breaks="PV-05", where="modify-orders+cancellation+service-points")
class NotesNoUpdatedAddress(_Noting):
    """Has an update move a service, and leads back to the address before that when a later change is cancelled."""

    def note(self, line: LineFulfilment, before: Installed) -> None:
        now = self.installed.get(line.asset)
        if now is not None and line.line.action == "Update":
            self.keep(replace(now, site=before.site))


@wrong("oms", breaks="PV-05", where="modify-orders+cancellation")
class NotesOnlyWhatWasUpdated(_Noting):
    """Notes of each change the values that it names, and leads back to these alone."""

    def note(self, line: LineFulfilment, before: Installed) -> None:
        now = self.installed.get(line.asset)
        if now is not None and line.line.action == "Update" and line.line.attributes:
            self.keep(replace(now, attributes=line.line.attributes))


@wrong("oms", breaks="PV-05", where="price-lists+modify-orders+cancellation")
class NotesThePriceOfTheLastChange(_Noting):
    """Notes of each change the price that it names, if any, and leads back to that."""

    def note(self, line: LineFulfilment, before: Installed) -> None:
        now = self.installed.get(line.asset)
        if now is not None and line.line.action == "Update":
            self.keep(replace(now, override=line.line.override))


@wrong("oms", breaks="PV-05", where="service-changes+cancellation")
class ChargesWhatSleepsAgain(Compensation):
    """Starts the charge again for a disconnection that is cancelled, also of a service that is suspended."""

    def undo_billing(self, known: Fulfilment, line: LineFulfilment) -> None:
        super().undo_billing(known, line)
        line.still_to_charge = None


@wrong("oms", breaks="PV-05", where="service-changes+cancellation")
class WakesWhatIsNotDisconnected(Compensation):
    """Sets a suspended service up as an active one when its disconnection is cancelled."""

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        super().undo_provisioning(known, line)
        if known.state is OrderState.CANCELLING:
            line.still_to_undo = ()


@wrong("oms", breaks="PV-05", where="modify-orders+cancellation")
class LeavesAsManyAsWereWanted(Compensation):
    """Says nothing of how many there were when it has a change taken back."""

    def undoing(self, line: LineFulfilment, done: ProvisioningLine) -> list[ProvisioningLine]:
        steps = super().undoing(line, done)
        if done.effect != "change":
            return steps
        values = [{name: step.attributes[name] for name in step.attributes if name != "quantity"} for step in steps]
        return [replace(step, attributes=known) for step, known in zip(steps, values, strict=True)]


@wrong("oms", breaks="SU-05", where="supplementals+dates")
class NotesTheFirstOfLinesThatWait(Scheduling):
    """Notes for the first of several lines what it waits for by now, and begins the others on their earlier date."""

    def hold_lines(self, fulfilment: Fulfilment, lines: tuple[OrderLine, ...]) -> list[Turn]:
        free = super().hold_lines(fulfilment, lines)
        for line in lines:
            work = fulfilment.lines.get(line.id)
            if work is not None and work.turn is not None and work.turn.lines[0] != line.id:
                work.turn = None
        return free
