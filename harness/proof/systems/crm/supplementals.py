"""CRMs that go wrong over supplemental orders, and over what they call an order."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference import crm as reference
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, Refused
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.supplementals import Supplementals


@wrong("crm", breaks="SU-01 TM-02 SC-15")
class KnowsNoSupplementals(CustomerRelations):
    """Does not let a submitted order be revised."""

    class Supplementals(Supplementals):
        """Begins none."""

        def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
            raise Refused("the order is submitted")


@wrong("crm", breaks="SU-01")
class RevisesWhatIsComplete(CustomerRelations):
    """Lets a complete order be revised, and takes the revision for what the customer has."""

    class Supplementals(Supplementals):
        """Is open to everything."""

        def closed(self, order: CrmOrder) -> Iterator[str]:
            return iter(())

    def hear_trouble(self, number: str, status: str) -> None:
        """Passes over refusals."""


@wrong("crm", breaks="SU-01")
class SubmitsDraftsToRevise(CustomerRelations):
    """Submits a draft when a user begins to revise it."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().revise_order(ref, fields)
        order = self.order(ref)
        if order.revises is None:
            self.queue(order)
        return shown


@wrong("crm", breaks="SU-02")
class AllowsAnyNumberOfSupplementals(CustomerRelations):
    """Lets a user begin a supplemental while another is pending."""

    class Supplementals(Supplementals):
        """Sees none pending."""

        def pending(self, order: CrmOrder) -> list[CrmOrder]:
            return []


@wrong("crm", breaks="SU-02")
class AllowsOneSupplementalForAll(CustomerRelations):
    """Allows a single pending supplemental in the whole system."""

    class Supplementals(Supplementals):
        """Counts those of every order."""

        def pending(self, order: CrmOrder) -> list[CrmOrder]:
            return [other for other in self.crm.orders.values() if other.revises is not None and not other.submitted]


@wrong("crm", breaks="SU-02")
class AllowsOneSupplementalEver(CustomerRelations):
    """Allows one supplemental an order, and no other after it."""

    class Supplementals(Supplementals):
        """Counts submitted ones too."""

        def pending(self, order: CrmOrder) -> list[CrmOrder]:
            return [other for other in self.crm.orders.values() if other.id == order.id and other.revises is not None]


@wrong("crm", breaks="SU-02")
class RemembersDiscardedSupplementals(CustomerRelations):
    """Counts a supplemental that was discarded as pending."""

    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        shown = super().discard_revision(ref, fields)
        self.orders.setdefault(ref, order)
        return shown


@wrong("crm", breaks="SU-02")
class SubmitsEveryEditOfASupplemental(CustomerRelations):
    """Submits a supplemental each time that it is revised before its submission."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        if order.revises is not None and not order.submitted:
            self.queue(order)
        return super().revise_order(ref, fields)


@wrong("crm", breaks="TM-02 SU-01")
class NumbersSupplementalsAnew(CustomerRelations):
    """Submits a supplemental under an order number of its own."""

    class Submissions(reference.Submissions):
        """Makes another number."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            sent = super().of(order)
            return replace(sent, order=f"{sent.order}-{sent.revision}") if order.revises is not None else sent


class Rewriting(reference.Submissions):
    """Changes the lines of supplementals; ``rewritten`` says how."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        """What becomes of a line."""
        return line

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        if order.revises is None:
            return sent
        return replace(sent, lines=tuple(self.rewritten(order, line) for line in sent.lines))


@wrong("crm", breaks="SU-13")
class TurnsAddIntoUpdate(CustomerRelations):
    """Says Update on each altered line of a supplemental."""

    class Submissions(Rewriting):
        """Says what is new."""

        def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
            return replace(line, action="Update") if line.action == "Add" else line


@wrong("crm", breaks="SU-13")
class GivesRevisedLinesNewIds(CustomerRelations):
    """Gives the lines of a supplemental ids of their own."""

    class Submissions(Rewriting):
        """Makes other ids."""

        def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
            return replace(line, id=f"{line.id}-{order.revision}")


@wrong("crm", breaks="SU-13 SU-02")
class SubmitsTheVersionBefore(CustomerRelations):
    """Submits a supplemental with the lines of the version that it revises."""

    class Submissions(reference.Submissions):
        """Takes the earlier lines."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            sent = super().of(order)
            return replace(sent, lines=super().of(order.revises).lines) if order.revises is not None else sent


@wrong("crm", breaks="PN-04 SC-15")
class TakesARefusedRevisionForGood(CustomerRelations):
    """Goes by a revision though the order system refused it, and sees nothing of points of no return itself."""

    class Supplementals(Supplementals):
        """Locks nothing."""

        def locked(self, order: CrmOrder, line: CrmLine) -> bool:
            return False

    def hear_trouble(self, number: str, status: str) -> None:
        if status != "REFUSED":
            super().hear_trouble(number, status)


@wrong("crm", breaks="PN-04")
class ClosesTooEarly(CustomerRelations):
    """Lets no order be revised of which anything was done."""

    class Supplementals(Supplementals):
        """Locks at the first milestone."""

        def locked(self, order: CrmOrder, line: CrmLine) -> bool:
            return bool(order.milestones.get(line.id)) or super().locked(order, line)


@wrong("crm", breaks="PR-09")
class KeepsTheFirstPriority(CustomerRelations):
    """Submits a revision with the priority that the order had first."""

    class Submissions(reference.Submissions):
        """Goes by the version before."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            sent = super().of(order)
            return replace(sent, priority=order.revises.priority) if order.revises is not None else sent


@wrong("crm", breaks="PR-09")
class SubmitsWithoutPriority(CustomerRelations):
    """Leaves the priority off the queue's message."""

    class Submissions(reference.Submissions):
        """Knows no table 8-5."""

        def queue_priority(self, priority: str | None) -> int | None:
            return None


@wrong("crm", breaks="TM-01")
class CallsDraftsOpen(CustomerRelations):
    """Shows a draft as open."""

    class Screens(reference.Screens):
        """Knows no drafts."""

        def order(self, order: CrmOrder) -> DeskShown:
            shown = super().order(order)
            status = shown.fields["status"]
            return replace(shown, fields={**shown.fields, "status": "OPEN" if status == "DRAFT" else status})


@wrong("crm", breaks="TM-01")
class NeverClosesAnOrder(CustomerRelations):
    """Shows an order as open after it is complete."""

    class Screens(reference.Screens):
        """Knows open orders only."""

        def order(self, order: CrmOrder) -> DeskShown:
            shown = super().order(order)
            status = shown.fields["status"]
            return replace(shown, fields={**shown.fields, "status": "OPEN" if status == "COMPLETE" else status})


class _Calling(reference.Screens):
    def is_meant(self, order: CrmOrder) -> bool:
        """Whether this order is called something else than it is."""
        return False

    def category(self, order: CrmOrder) -> str:
        return "new order" if self.is_meant(order) else super().category(order)


@wrong("crm", breaks="TM-07")
class CountsNoSupplementals(CustomerRelations):
    """Does not count a supplemental order among the change orders."""

    class Screens(_Calling):
        """Means supplementals."""

        def is_meant(self, order: CrmOrder) -> bool:
            return order.revises is not None


@wrong("crm", breaks="TM-07")
class CountsOnlySupplementals(CustomerRelations):
    """Counts supplemental orders as change orders, and no others."""

    class Screens(_Calling):
        """Means all others."""

        def is_meant(self, order: CrmOrder) -> bool:
            return order.revises is None


@wrong("crm", breaks="TM-07")
class CountsEveryOrder(CustomerRelations):
    """Calls every order a change order."""

    class Screens(reference.Screens):
        """Knows one category."""

        def category(self, order: CrmOrder) -> str:
            return "change order"
