"""Order systems that revise too late, or too little."""

from ordertck.harness.messages import Message, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Difference,
    Fulfilment,
    LineFulfilment,
    LineState,
    Objection,
    Outbox,
    Supplementals,
)


@wrong("oms", breaks="PN-01 PN-02")
class RevisesAtAnyTime(Supplementals):
    """Revises a line however far it has come."""

    def locked(self, line: LineFulfilment) -> bool:
        return False


@wrong("oms", breaks="PN-01")
class RevisesWhatHasNoLockForEver(Supplementals):
    """Revises a complete line of an open order where its product has no point of no return."""

    def locked(self, line: LineFulfilment) -> bool:
        product = self.catalogue.products.get(line.line.product or "")
        return super().locked(line) and product is not None and product.ponr is not None


@wrong("oms", breaks="PN-01")
class LocksAtTheFirstMilestone(Supplementals):
    """Refuses to revise a line of which anything at all was done."""

    def locked(self, line: LineFulfilment) -> bool:
        return bool(line.milestones)


@wrong("oms", breaks="PN-01")
class LocksWhatHasNoLock(Supplementals):
    """Takes a product without a point of no return for one that is locked when it is activated."""

    def locked(self, line: LineFulfilment) -> bool:
        return super().locked(line) or "ACTIVATED" in line.milestones


@wrong("oms", breaks="PN-02")
class CarriesOutWhatItCan(Supplementals):
    """Carries out the part of a revision that is still possible, without a word about the rest."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        return None

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        possible = tuple(line for line in difference.altered if not self.locked(known.lines[line]))
        super().revise(known, planned, replace(difference, altered=possible))


@wrong("oms", breaks="PN-02 PN-05")
class LocksAllLinesWithOne(Supplementals):
    """Refuses to revise any line once one is locked, though it says that it looks at each."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        if any(self.locked(line) for line in known.lines.values()):
            return Objection("the order is past its point of no return")
        return super().objection(known, order, message, difference)


@wrong("oms", breaks="PN-02", switches={"ponr_scope": "order"})
class LooksAtEachLine(Supplementals):
    """Revises the open lines of an order, though it says that one locked line locks the order."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        touched = [known.lines[line] for line in difference.touched]
        return Objection("locked") if any(map(self.locked, touched)) else None


@wrong("oms", breaks="PN-05")
class LocksEverythingAtOnePoint(Supplementals):
    """Knows one point of no return for all products, the latest."""

    def locked(self, line: LineFulfilment) -> bool:
        return "ACTIVATED" in line.milestones


@wrong("oms", breaks="PN-04")
class RefusesAndStopsTheWork(Supplementals):
    """Refuses a late revision, after it has called the work off."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        objection = super().objection(known, order, message, difference)
        for line in known.lines.values() if objection else ():
            self.compensation.withdraw(known, line)
        return objection


@wrong("oms", breaks="PN-04")
class GoesByTheSubmission(Supplementals):
    """Judges a revision by how things stood when the order was last heard of in the CRM."""

    def locked(self, line: LineFulfilment) -> bool:
        return super().locked(line) and len(line.milestones) > 2  # RESERVED and DESIGNED came with the order


@wrong("oms", breaks="PN-04")
class LocksAtThePointItselfOnly(Supplementals):
    """Revises a line again that has gone on from its point of no return to a later milestone."""

    def locked(self, line: LineFulfilment) -> bool:
        product = self.catalogue.products.get(line.line.product or "")
        gone_on = "ACTIVATED" in line.milestones and product is not None and product.ponr != "ACTIVATED"
        return super().locked(line) and (not gone_on or line.state is LineState.COMPLETE)


@wrong("oms", breaks="PN-04")
class SwallowsLateRevisions(Outbox):
    """Says nothing of a revision that comes too late."""

    def refuse(self, number: str, objection: Objection) -> None:
        if "point of no return" not in objection.reason:
            super().refuse(number, objection)


@wrong("oms", breaks="PN-02 PN-05")
class ReadsTheSettingOnce(Supplementals):
    """Reads where the point of no return is set for the first product that it is asked about, and then no more."""

    def prepare(self) -> None:
        self.point: list[str | None] = []

    def locked(self, line: LineFulfilment) -> bool:
        product = self.catalogue.products.get(line.line.product or "")
        self.point = self.point or [product.ponr if product else None]
        return self.point[0] in line.milestones or line.state is LineState.COMPLETE


@wrong("oms", breaks="PN-02 PN-05")
class ReadsTheSettingOfTheFirstLine(Supplementals):
    """Locks every line of an order at the point that is set for the product of its first line."""

    def locked(self, line: LineFulfilment) -> bool:
        order = self.book.open_lines.get(line.line.id)
        first = order.order.lines[0].product if order is not None else line.line.product
        product = self.catalogue.products.get(first or "")
        return (product is not None and product.ponr in line.milestones) or line.state is LineState.COMPLETE


@wrong("oms", breaks="PN-02")
class LocksEveryLineOfAProduct(Supplementals):
    """Locks all lines of a product when one of them is past its point."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        locked = {line.line.product for line in known.lines.values() if self.locked(line)}
        if any(known.lines[line].line.product in locked for line in difference.touched):
            return Objection("the product is past its point of no return")
        return super().objection(known, order, message, difference)
