"""Order systems that revise the wrong orders, or read the lines of a revision wrongly."""

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import Difference, Fulfilment, LineFulfilment, Objection, OrderState, Supplementals


@wrong("oms", breaks="SU-01")
class RevisesWhatIsComplete(Supplementals):
    """Takes a supplemental to a complete order for one to an open order."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        if known.state is not OrderState.COMPLETE:
            super().take_in(known, order, message)
            return
        for line in order.lines:
            planned = self.planning.plan(order, line)
            if planned.work.provisioning is not None:
                change = replace(planned.work.provisioning, effect="change")
                self.compensation.send_provisioning(known, planned.work.target or "", change)


@wrong("oms", breaks="SU-01")
class RefusesToReviseWhatWaits(Supplementals):
    """Refuses to revise an order that has not been started."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        if known.state is OrderState.WAITING:
            return Objection("the order has not been started")
        return super().objection(known, order, message, difference)


@wrong("oms", breaks="SU-01")
class RevisesPastTheLock(Supplementals):
    """Revises an order until the last line is complete."""

    def locked(self, line: LineFulfilment) -> bool:
        return line.state.value == "COMPLETE"


@wrong("oms", breaks="SU-13")
class TakesAddForANewLine(Supplementals):
    """Takes every line of a revision that says Add for a further line."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        altered = {f"{key}+": planned[key] for key in difference.altered if planned[key].line.action == "Add"}
        super().revise(known, planned | altered, replace(difference, altered=(), added=tuple(altered)))


@wrong("oms", breaks="SU-13")
class ExpectsUpdateForAChange(Supplementals):
    """Sees a change only on lines whose action is another than before."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        seen = [key for key in difference.altered if planned[key].line.action != known.lines[key].line.action]
        super().revise(known, planned, replace(difference, altered=tuple(seen)))


@wrong("oms", breaks="SU-13")
class ComparesLinesByPlace(Supplementals):
    """Compares the first line with the first, and so on, where both versions have as many."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        if len(order.lines) == len(known.lines):
            pairs = zip(order.lines, known.lines, strict=True)
            order = replace(order, lines=tuple(replace(line, id=key) for line, key in pairs))
        super().take_in(known, order, message)


@wrong("oms", breaks="SU-13")
class ComparesLinesByTheirNumbers(Supplementals):
    """Compares a line with the one that had its number before."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        keys = {line.line.number: key for key, line in known.lines.items()}
        lines = tuple(replace(line, id=keys.get(line.number, line.id)) for line in order.lines)
        super().take_in(known, replace(order, lines=lines), message)


@wrong("oms", breaks="SU-13", switches={"withdrawal": "delete"})
class ExpectsWithdrawnLinesToBeAbsent(Supplementals):
    """Refuses a line of a new order that says Delete, though it says that withdrawal is written so."""

    def is_withdrawn(self, known: Fulfilment, line: OrderLine) -> bool:
        return False


@wrong("oms", breaks="SU-13 SU-05")
class TakesAbsentLinesForUnchanged(Supplementals):
    """Goes on with a line that a revision leaves out, though it says that this withdraws it."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        named = {line.id for line in order.lines}
        missing = tuple(line.line for key, line in known.lines.items() if key not in named)
        super().take_in(known, replace(order, lines=order.lines + missing), message)


@wrong("oms", breaks="SU-11", switches={"revision_on_revision": "refuse"})
class TakesRevisionsOnRevisions(Supplementals):
    """Takes a further revision in at any time, though it says that it takes one at a time."""

    def is_being_worked_in(self, known: Fulfilment) -> bool:
        return False


@wrong("oms", breaks="SU-11", switches={"revision_on_revision": "refuse"})
class DropsBothRevisions(Supplementals):
    """Refuses the further revision, and drops the one that is being worked in with it."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        objection = super().objection(known, order, message, difference)
        for line in known.lines.values() if objection else ():
            line.again = None
        return objection
