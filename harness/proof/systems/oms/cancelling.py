"""Order systems that take an order back wrongly, and those that compensate more than a revision alters."""

from ordertck.harness.messages import Edge, OrderUpdate, SalesOrder, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.oms.habits import AltersEveryLine, NothingInPlace
from ordertck.harness.reference.oms import (
    Cancelling,
    Compensation,
    Difference,
    Fulfilment,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderManagement,
    OrderState,
    Outbox,
    Parts,
    Supplementals,
)


@wrong("oms", breaks="PV-05")
class CancelsOnPaper(Cancelling):
    """Tells the CRM that the order is cancelled, and leaves what was done as it is."""

    def undo(self, known: Fulfilment) -> None:
        known.lines, known.state = {}, OrderState.CANCELLED
        self.outbox.update(known)


@wrong("oms", breaks="PV-05")
class CancelsBeforeItIsUndone(Cancelling):
    """Tells the CRM that the order is cancelled when it begins to undo it."""

    def undo(self, known: Fulfilment) -> None:
        update = OrderUpdate(order=known.order.order, status="CANCELLED")
        self.outbox.tell("order-update", Edge.CRM, update, known.order.order)
        super().undo(known)


@wrong("oms", breaks="PV-05")
class LetsBillingRun(Compensation):
    """Takes a cancelled order back from provisioning, and not from billing."""

    def undo_billing(self, known: Fulfilment, line: LineFulfilment) -> None:
        if known.state is OrderState.CANCELLING:
            self.gone(known, line)
        else:
            super().undo_billing(known, line)


@wrong("oms", breaks="PV-05")
class TakesBackOnlyWhatIsUnderWay(Cancelling):
    """Calls off what is under way, and leaves what was set up."""

    def undo(self, known: Fulfilment) -> None:
        for key in [k for k, line in known.lines.items() if line.state is LineState.PROVISIONED]:
            del known.lines[key]
            known.open -= 1
        super().undo(known)


@wrong("oms", breaks="PV-05")
class TakesBackOnlyWhatIsSetUp(Cancelling):
    """Takes down what was set up, and lets go on what is under way."""

    def undo(self, known: Fulfilment) -> None:
        for key in [k for k, line in known.lines.items() if line.state is not LineState.PROVISIONED]:
            del known.lines[key]
            known.open -= 1
        super().undo(known)


@wrong("oms", breaks="PV-05")
class UndoesWhatWasNeverBegun(Cancelling):
    """Has every line of a cancelled order removed, begun or not."""

    def drop(self, known: Fulfilment) -> None:
        for line in list(known.lines.values()):
            if line.work.provisioning is not None:
                undo = replace(line.work.provisioning, effect="remove")
                self.compensation.send_provisioning(known, line.work.target or "", undo)
        super().drop(known)


@wrong("oms", breaks="PV-05")
class TakesNoCancel(Cancelling):
    """Refuses to cancel an order that it has begun."""

    def objection(self, known: Fulfilment) -> str | None:
        return "too late"


@wrong("oms", breaks="PV-05")
class CompletesWhatIsCancelled(Orchestration):
    """Reports a cancelled order as complete once nothing is left of it."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        end = super().end_of(fulfilment)
        return OrderState.COMPLETE if end is OrderState.CANCELLED and self.force(fulfilment) else end

    def force(self, fulfilment: Fulfilment) -> bool:
        fulfilment.state = OrderState.IN_PROGRESS
        return True


@wrong("oms", breaks="PV-06")
class CompensatesEveryLine(OrderManagement):
    """Takes every line of a revised order for altered."""

    parts = Parts(compensation=NothingInPlace, supplementals=AltersEveryLine)


@wrong("oms", breaks="PV-06")
class TakesAllThreeForOne(Compensation):
    """Has all of them taken down where one is not wanted any more, and sets up the others anew."""

    def in_place(self, old: LineFulfilment, new: LineFulfilment) -> bool:
        counts = {x.line.attributes.get("quantity") for x in (old, new)}
        return len(counts) == 1 and super().in_place(old, new)


@wrong("oms", breaks="PV-06")
class OverlooksQuantities(Compensation):
    """Takes a line of which only the quantity differs for unaltered."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        quantity = old.line.attributes.get("quantity")
        if quantity is None or quantity == new.line.attributes.get("quantity"):
            super().alter(known, old, new)


@wrong("oms", breaks="PV-06")
class AltersTheNeighboursToo(Supplementals):
    """Tells each provisioning system of every change of an order, whoever's line it is."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, difference)
        for key, line in known.lines.items():
            if key not in difference.altered and line.work.provisioning is not None and line.sent:
                same = replace(line.work.provisioning, effect="change")
                self.compensation.send_provisioning(known, line.work.target or "", same)


@permitted("oms")
class TakesACancelForAWithdrawalOfEveryLine(Cancelling):
    """Treats a cancel as a newer version without any line."""

    def undo(self, known: Fulfilment) -> None:
        known.state = OrderState.CANCELLING
        difference = Difference(added=(), withdrawn=tuple(known.lines), altered=())
        self.supplementals.revise(known, {}, difference)


@wrong("oms", breaks="PV-05", switches={"cancel": "delete"})
class WantsALineAtLeast(Supplementals):
    """Refuses a version of which nothing is left, though it says that a cancel is written so."""

    def withdraws_all(self, known: Fulfilment, order: SalesOrder) -> bool:
        return False


@wrong("oms", breaks="PV-05", switches={"cancel": "delete"})
class CompletesWhatSaysDelete(Outbox):
    """Has everything undone, and calls the order complete because every line was dealt with."""

    def update(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        if fulfilment.state is OrderState.CANCELLED:
            fulfilment.state = OrderState.COMPLETE
        super().update(fulfilment, *lines)


@permitted("oms", switches={"cancel": "delete"})
class IsCancelledByDelete(OrderManagement):
    """Is told that an order is not wanted by Delete on every line."""


@permitted("oms", switches={"cancel": "delete"})
class TakesTheSecondDeleteForTheFirst(Cancelling):
    """Says nothing to a further version with Delete on every line: the order is being taken back already (A-47)."""

    def cancel(self, number: str) -> None:
        known = self.book.orders.get(number)
        if known is None or known.state is not OrderState.CANCELLING:
            super().cancel(number)
