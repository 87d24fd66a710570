"""What is taken back by its opposite, and as a whole."""

from collections.abc import Iterable

from ordertck.harness.messages import BillingLine, OrderLine, replace
from ordertck.harness.proof.registry import permitted
from ordertck.harness.reference.oms import (
    Compensation,
    Fulfilment,
    LineFulfilment,
    LineState,
    OrderManagement,
    Outbox,
    Parts,
    Supplementals,
)


@permitted("oms")
class StartsAgainWhatWasToStop(Compensation):
    """Takes back what it only initiated at billing by the opposite: it starts a charge again that it was to stop."""

    def undo_billing(self, known: Fulfilment, line: LineFulfilment) -> None:
        line.fulfilling = line.fulfilling or line.initiated
        super().undo_billing(known, line)


@permitted("oms")
class TakesStopsBackInTwoCalls(Compensation):
    """Starts a charge again that it had only initiated to stop, and both initiates and completes that."""

    def undo_billing(self, known: Fulfilment, line: LineFulfilment) -> None:
        line.fulfilling = line.fulfilling or line.initiated
        super().undo_billing(known, line)

    def send_billing(self, known: Fulfilment, phase: str, line: BillingLine) -> None:
        if phase == "all" and line.effect == "start":
            super().send_billing(known, "initiate", line)
            phase = "fulfil"
        super().send_billing(known, phase, line)


@permitted("oms")
class TakesAChangeBackFirst(Compensation):
    """Takes a change of an asset back at both neighbours before it asks for the revised change."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if old.state is LineState.UNDOING or not old.sent or old.line.action != "Update":
            super().alter(known, old, new)
            return
        old.again = new
        old.move_to(LineState.UNDOING)
        self.undo_provisioning(known, old)

    def redo(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if old.line.action == "Update" and new.line.action == "Update":
            self.undo_billing(known, old)
        else:
            super().redo(known, old, new)


@permitted("oms")
class CompletesAChangedChargeAsAChange(Outbox):
    """Completes as a change, and not as a start, what it initiated and then changed before it was complete."""

    def prepare(self) -> None:
        super().prepare()
        self.latest: dict[str, str] = {}

    def bill(self, fulfilment: Fulfilment, phase: str, lines: Iterable[BillingLine]) -> str:
        billed = list(lines)
        if phase == "initiate":
            self.latest.update({line.line: line.effect for line in billed})
        elif phase == "fulfil":
            billed = [replace(line, effect=self.latest.get(line.line, line.effect)) for line in billed]
        return super().bill(fulfilment, phase, billed)


@permitted("oms", switches={"withdrawal": "delete", "cancel": "delete"})
class WantsToKnowWhatIsTakenOff(Supplementals):
    """Refuses a Delete that does not say of what, on a line that is to be withdrawn or cancelled too."""

    def is_withdrawn(self, known: Fulfilment, line: OrderLine) -> bool:
        return super().is_withdrawn(known, line) and line.asset is not None


class _LeadsChangesBack(Supplementals):
    def is_withdrawn(self, known: Fulfilment, line: OrderLine) -> bool:
        """Whether a line says Delete that was to change, suspend or resume something, or to add it."""
        before = known.lines.get(line.id)
        changes = before is not None and before.line.action in ("Update", "Suspend", "Resume")
        return super().is_withdrawn(known, line) or (line.action == "Delete" and changes)


@permitted("oms", switches={"withdrawal": "delete"})
class WithdrawsAChangeThatSaysDelete(OrderManagement):
    """Takes a change that a revision writes as a Delete for one that is not wanted, and not for the asset's end."""

    parts = Parts(supplementals=_LeadsChangesBack)
