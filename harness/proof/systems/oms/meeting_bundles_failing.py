"""Order systems that know bundles, and forget their components where something fails, is filled in, or is cancelled."""

from ordertck.harness.messages import Fault, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_bundles import depth_of, is_part, top_of
from ordertck.harness.reference.oms import (
    Cancelling,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderState,
    Outbox,
    Reports,
)


@wrong("oms", breaks="PV-15", where="bundles+failures")
class TellsOfTheBundleThatFailed(Outbox):
    """Tells the CRM that the bundle fell out when one of its components did."""

    def fallout(self, fault: Fault, state: str) -> None:
        order = self.book.orders.get(fault.order)
        line = top_of(fault.line, order.lines) if order is not None and fault.line else fault.line
        super().fallout(replace(fault, line=line), state)


@wrong("oms", breaks="PV-15", where="bundles+failures")
class FailsTheWholeBundle(Incidents):
    """Lets every component of a bundle fail with the one that does."""

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().line_fails(fulfilment, line)
        top = top_of(line.line.id, fulfilment.lines)
        for key, other in fulfilment.lines.items() if is_part(line) else ():
            done = other.state in (LineState.COMPLETE, LineState.FAILED)
            if not done and top_of(key, fulfilment.lines) == top:
                super().line_fails(fulfilment, other)


@wrong("oms", breaks="PV-15", where="bundles+failures")
class LeavesFailedComponentsOut(Orchestration):
    """Takes an order for complete when only components that failed are open."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        still = [line for line in fulfilment.lines.values() if line.state is not LineState.COMPLETE]
        failed = all(line.state is LineState.FAILED and is_part(line) for line in still)
        working = fulfilment.state is OrderState.IN_PROGRESS
        return OrderState.COMPLETE if still and failed and working else super().end_of(fulfilment)


@wrong("oms", breaks="PV-15", where="bundles+failures")
class MendsTopLinesOnly(Incidents):
    """Tells that the incident of a component is over, and does not let the component go on."""

    def resolve(self, order: str, incident: str) -> None:
        fault, fulfilment = self.open.get(incident), self.book.orders.get(order)
        line = fulfilment.lines.get(fault.line or "") if fault and fulfilment else None
        if fault is not None and line is not None and is_part(line):
            self.outbox.fallout(self.open.pop(incident), "resolved")
        else:
            super().resolve(order, incident)


class _CancelsInPart(Cancelling):
    """Takes back a part of a cancelled order, and forgets the rest; ``forgets`` says what."""

    def undo(self, known: Fulfilment) -> None:
        for line in reversed(list(known.lines.values())):
            if self.forgets(known, line):
                line.state = LineState.UNDOING
                self.compensation.gone(known, line)
        super().undo(known)

    def forgets(self, known: Fulfilment, line: LineFulfilment) -> bool:
        """Whether a line is dropped without taking it back."""
        return False


@wrong("oms", breaks="PV-05", where="bundles+cancellation")
class CancelsTopLinesOnly(_CancelsInPart):
    """Takes a cancelled bundle back, and none of its components."""

    def forgets(self, known: Fulfilment, line: LineFulfilment) -> bool:
        return is_part(line)


@wrong("oms", breaks="PV-05", where="bundles+cancellation")
class CancelsTwoLevels(_CancelsInPart):
    """Takes a cancelled bundle and its components back, and not what these consist of."""

    def forgets(self, known: Fulfilment, line: LineFulfilment) -> bool:
        return depth_of(line.line) > 2


@wrong("oms", breaks="PV-05", where="bundles+cancellation")
class CancelsAtOneSystem(_CancelsInPart):
    """Takes a cancelled bundle back at the provisioning system of its first line, and at no other."""

    def forgets(self, known: Fulfilment, line: LineFulfilment) -> bool:
        return is_part(line) and line.work.target != known.lines[top_of(line.line.id, known.lines)].work.target


@wrong("oms", breaks="UF-07", where="bundles+filled-in-data")
class FillsInTheFirstOfAKind(Reports):
    """Gives a value that is filled in to the first component of that product."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        product = line.line.product
        equal = [other for other in fulfilment.lines.values() if is_part(other) and other.line.product == product]
        super().filled_in(fulfilment, equal[0] if is_part(line) else line, attribute, value)


@wrong("oms", breaks="UF-07", where="bundles+filled-in-data")
class FillsInTheBundleToo(Reports):
    """Gives a value that is filled in for a component to its bundle as well."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        super().filled_in(fulfilment, line, attribute, value)
        if line.line.parent in fulfilment.lines:
            super().filled_in(fulfilment, fulfilment.lines[line.line.parent], attribute, value)


@wrong("oms", breaks="UF-07", where="bundles+filled-in-data")
class ChargesValuesOfTheComponentBeside(Reports):
    """Has a value that is filled in for a component charged with the other components of its bundle too."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        beside = [
            other for other in fulfilment.lines.values() if is_part(other) and other.line.product != line.line.product
        ]
        for other in beside if is_part(line) else ():
            if other.line.parent == line.line.parent:
                other.assigned[attribute] = value
        super().filled_in(fulfilment, line, attribute, value)


@wrong("oms", breaks="UF-05", where="bundles+redelivery")
class WantsTheBundleFirst(Reports):
    """Passes over the completion of a component as long as its bundle is not set up."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        above = fulfilment.lines.get(line.line.parent or "")
        waits = above is not None and above.state in (LineState.WAITING, LineState.BILLING_INITIATED)
        if not (waits and line.state is not LineState.UNDOING):
            super().has_status(fulfilment, line, native)


@wrong("oms", breaks="UF-05", where="bundles+redelivery")
class TakesASecondWordForTheNextComponent(Reports):
    """Takes a completion that is told twice of a component for that of the next one."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        if line.state is LineState.COMPLETE and is_part(line):
            parts = [other for other in fulfilment.lines.values() if other.line.parent == line.line.parent]
            line = next((other for other in parts if other.state is not LineState.COMPLETE), line)
        super().has_status(fulfilment, line, native)
