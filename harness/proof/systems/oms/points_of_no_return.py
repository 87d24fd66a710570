"""Order systems that revise too late, or too little."""

from ordertck.harness.messages import Message, SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms.intake import Objection
from ordertck.harness.reference.oms.order_management import Fulfilment, LineFulfilment, OrderManagement
from ordertck.harness.reference.oms.supplementals import Difference, Supplementals


@wrong("oms", breaks="PN-01 PN-02")
class RevisesAtAnyTime(OrderManagement):
    """Revises a line however far it has come."""

    class Revisions(Supplementals):
        """Locks nothing."""

        def locked(self, line: LineFulfilment) -> bool:
            return False


@wrong("oms", breaks="PN-01")
class LocksAtTheFirstMilestone(OrderManagement):
    """Refuses to revise a line of which anything at all was done."""

    class Revisions(Supplementals):
        """Locks at once."""

        def locked(self, line: LineFulfilment) -> bool:
            return bool(line.milestones)


@wrong("oms", breaks="PN-01")
class LocksWhatHasNoLock(OrderManagement):
    """Takes a product without a point of no return for one that is locked when it is activated."""

    class Revisions(Supplementals):
        """Locks at ACTIVATED where nothing is set."""

        def locked(self, line: LineFulfilment) -> bool:
            return super().locked(line) or "ACTIVATED" in line.milestones


@wrong("oms", breaks="PN-02")
class CarriesOutWhatItCan(OrderManagement):
    """Carries out the part of a revision that is still possible, without a word about the rest."""

    class Revisions(Supplementals):
        """Leaves locked lines out."""

        def objection(
            self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
        ) -> Objection | None:
            return None

        def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
            if not self.locked(old):
                super().alter(known, old, new)


@wrong("oms", breaks="PN-02 PN-05")
class LocksAllLinesWithOne(OrderManagement):
    """Refuses to revise any line once one is locked, though it says that it looks at each."""

    class Revisions(Supplementals):
        """Looks at the order as a whole."""

        def objection(
            self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
        ) -> Objection | None:
            if any(self.locked(line) for line in known.lines.values()):
                return Objection("the order is past its point of no return")
            return super().objection(known, order, message, difference)


@wrong("oms", breaks="PN-02", switches={"ponr_scope": "order"})
class LooksAtEachLine(OrderManagement):
    """Revises the open lines of an order, though it says that one locked line locks the order."""

    class Revisions(Supplementals):
        """Looks at touched lines only."""

        def objection(
            self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
        ) -> Objection | None:
            touched = [known.lines[line] for line in difference.touched]
            return Objection("locked") if any(map(self.locked, touched)) else None


@wrong("oms", breaks="PN-05")
class LocksEverythingAtOnePoint(OrderManagement):
    """Knows one point of no return for all products, the latest."""

    class Revisions(Supplementals):
        """Locks at ACTIVATED."""

        def locked(self, line: LineFulfilment) -> bool:
            return "ACTIVATED" in line.milestones


@wrong("oms", breaks="PN-04")
class RefusesAndStopsTheWork(OrderManagement):
    """Refuses a late revision, after it has called the work off."""

    class Revisions(Supplementals):
        """Acts before it looks."""

        def objection(
            self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
        ) -> Objection | None:
            objection = super().objection(known, order, message, difference)
            for line in known.lines.values() if objection else ():
                self.withdraw(known, line)
            return objection


@wrong("oms", breaks="PN-04")
class GoesByTheSubmission(OrderManagement):
    """Judges a revision by how things stood when the order was last heard of in the CRM."""

    class Revisions(Supplementals):
        """Forgets milestones of orders that were never revised."""

        def locked(self, line: LineFulfilment) -> bool:
            return super().locked(line) and len(line.milestones) > 2  # RESERVED and DESIGNED came with the order


@wrong("oms", breaks="PN-04")
class SwallowsLateRevisions(OrderManagement):
    """Says nothing of a revision that comes too late."""

    def refuse(self, order: SalesOrder, objection: Objection) -> None:
        if "point of no return" not in objection.reason:
            super().refuse(order, objection)
