"""CRMs that go wrong over supplemental orders, and over what they call an order."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskDo, DeskShown, Message, OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Meddling, Rewriting
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    OrderProgress,
    Parts,
    Refused,
    Screens,
    Submissions,
    Supplementals,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="SU-01 TM-02 SC-15")
class KnowsNoSupplementals(Supplementals):
    """Does not let a submitted order be revised."""

    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        raise Refused("the order is submitted")


class _OpenToEverything(Supplementals):
    def closed(self, order: CrmOrder) -> Iterator[str]:
        return iter(())


class _HearsNoTrouble(OrderProgress):
    def hear_trouble(self, number: str, status: str) -> None: ...


@wrong("crm", breaks="SU-01")
class RevisesWhatIsComplete(CustomerRelations):
    """Lets a complete order be revised, and takes the revision for what the customer has."""

    parts = Parts(supplementals=_OpenToEverything, progress=_HearsNoTrouble)


@wrong("crm", breaks="SU-01")
class SubmitsDraftsToRevise(Meddling):
    """Submits a draft when a user begins to revise it."""

    def after(self, act: DeskDo) -> None:
        order = self.orders.order(act.ref) if (act.verb, act.object) == ("revise", "order") else None
        if order is not None and order.revises is None:
            self.queueing.queue(order)


@wrong("crm", breaks="SU-02")
class AllowsAnyNumberOfSupplementals(Supplementals):
    """Lets a user begin a supplemental while another is pending."""

    def pending(self, order: CrmOrder) -> list[CrmOrder]:
        return []


@wrong("crm", breaks="SU-02")
class AllowsOneSupplementalForAll(Supplementals):
    """Allows a single pending supplemental in the whole system."""

    def pending(self, order: CrmOrder) -> list[CrmOrder]:
        return [other for other in self.orders.by_ref.values() if other.revises is not None and not other.submitted]


@wrong("crm", breaks="SU-02")
class AllowsOneSupplementalEver(Supplementals):
    """Allows one supplemental an order, and no other after it."""

    def pending(self, order: CrmOrder) -> list[CrmOrder]:
        return [other for other in self.orders.by_ref.values() if other.id == order.id and other.revises is not None]


@wrong("crm", breaks="SU-02")
class RemembersDiscardedSupplementals(OrderEntry):
    """Counts a supplemental that was discarded as pending."""

    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        shown = super().discard_revision(ref, fields)
        self.orders.by_ref.setdefault(ref, order)
        return shown


@wrong("crm", breaks="SU-02")
class SubmitsEveryEditOfASupplemental(CustomerRelations):
    """Submits a supplemental each time that it is revised before its submission."""

    def take(self, message: Message) -> None:
        body = message.body
        revises = (body.get("verb"), body.get("object")) == ("revise", "order")
        order = self.orders.order(body["ref"]) if revises else None
        if order is not None and order.revises is not None and not order.submitted:
            self.queueing.queue(order)
        super().take(message)


@wrong("crm", breaks="TM-02 SU-01")
class NumbersSupplementalsAnew(Submissions):
    """Submits a supplemental under an order number of its own."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        return replace(sent, order=f"{sent.order}-{sent.revision}") if order.revises is not None else sent


@wrong("crm", breaks="SU-13")
class TurnsAddIntoUpdate(Rewriting):
    """Says Update on each altered line of a supplemental."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        return replace(line, action="Update") if line.action == "Add" else line


@wrong("crm", breaks="SU-13")
class GivesRevisedLinesNewIds(Rewriting):
    """Gives the lines of a supplemental ids of their own."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        return replace(line, id=f"{line.id}-{order.revision}")


@wrong("crm", breaks="SU-13 SU-02")
class SubmitsTheVersionBefore(Submissions):
    """Submits a supplemental with the lines of the version that it revises."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        return replace(sent, lines=super().of(order.revises).lines) if order.revises is not None else sent


class _LocksNothing(Supplementals):
    def locked(self, order: CrmOrder, line: CrmLine) -> bool:
        return False


class _HearsNoRefusal(OrderProgress):
    def hear_trouble(self, number: str, status: str) -> None:
        if status != "REFUSED":
            super().hear_trouble(number, status)


@wrong("crm", breaks="PN-04 SC-15")
class TakesARefusedRevisionForGood(CustomerRelations):
    """Goes by a revision though the order system refused it, and sees nothing of points of no return itself."""

    parts = Parts(supplementals=_LocksNothing, progress=_HearsNoRefusal)


@wrong("crm", breaks="PN-04")
class ClosesTooEarly(Supplementals):
    """Lets no order be revised of which anything was done."""

    def locked(self, order: CrmOrder, line: CrmLine) -> bool:
        return bool(order.milestones.get(line.id)) or super().locked(order, line)


@wrong("crm", breaks="PR-09")
class KeepsTheFirstPriority(Submissions):
    """Submits a revision with the priority that the order had first."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        return replace(sent, priority=order.revises.priority) if order.revises is not None else sent


@wrong("crm", breaks="PR-09")
class SubmitsWithoutPriority(Submissions):
    """Leaves the priority off the queue's message."""

    def queue_priority(self, priority: str | None) -> int | None:
        return None


@wrong("crm", breaks="TM-01")
class CallsDraftsOpen(Screens):
    """Shows a draft as open."""

    def order(self, order: CrmOrder) -> DeskShown:
        shown = super().order(order)
        status = shown.fields["status"]
        return replace(shown, fields={**shown.fields, "status": "OPEN" if status == "DRAFT" else status})


@wrong("crm", breaks="TM-01")
class NeverClosesAnOrder(Screens):
    """Shows an order as open after it is complete."""

    def order(self, order: CrmOrder) -> DeskShown:
        shown = super().order(order)
        status = shown.fields["status"]
        return replace(shown, fields={**shown.fields, "status": "OPEN" if status == "COMPLETE" else status})


class _Calling(Screens):
    def is_meant(self, order: CrmOrder) -> bool:
        """Whether this order is called something else than it is."""
        return False

    def category(self, order: CrmOrder) -> str:
        return "new order" if self.is_meant(order) else super().category(order)


@wrong("crm", breaks="TM-07")
class CountsNoSupplementals(_Calling):
    """Does not count a supplemental order among the change orders."""

    def is_meant(self, order: CrmOrder) -> bool:
        return order.revises is not None


@wrong("crm", breaks="TM-07")
class CountsOnlySupplementals(_Calling):
    """Counts supplemental orders as change orders, and no others."""

    def is_meant(self, order: CrmOrder) -> bool:
        return order.revises is None


@wrong("crm", breaks="TM-07")
class CountsByTheFirstLine(_Calling):
    """Calls an order new whose first line adds something, whatever the next ones change."""

    def is_meant(self, order: CrmOrder) -> bool:
        first = next(iter(order.lines.values()), None)
        return order.revises is None and first is not None and not first.asset


@wrong("crm", breaks="TM-07")
class CountsEveryOrder(Screens):
    """Calls every order a change order."""

    def category(self, order: CrmOrder) -> str:
        return "change order"
