"""CRMs that go wrong where a revision meets what is told of the order, or what was decided about it."""

from collections.abc import Callable, Iterator, Mapping

from ordertck.harness.messages import DeskShown, LineUpdate, OrderUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.meeting_supplementals import versions
from ordertck.harness.reference.crm import (
    Approval,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    OrderProgress,
    Parts,
    Projections,
    Supplementals,
)
from ordertck.harness.reference.crm.desk import Fields


class DeafToRefusals(OrderProgress):
    """Goes by a revision though the order system refuses it; ``deaf`` says by which."""

    def deaf(self, order: CrmOrder) -> bool:
        """Whether the refusal of this version is passed over."""
        return True

    def hear_trouble(self, number: str, status: str) -> None:
        order = self.orders.known(number)
        passed_over = order is not None and order.revises is not None and self.deaf(order)
        if status != "REFUSED" or not passed_over:
            super().hear_trouble(number, status)


@wrong("crm", breaks="TM-02", where="supplementals+failures")
class GoesByARefusedRevision(DeafToRefusals):
    """Goes by the last revision that was submitted, also where it was refused."""


@wrong("crm", breaks="SU-01", where="supplementals+failures")
class RevisesNothingThatIsStuck(Supplementals):
    """Begins no revision of an order of which a line fell out."""

    def closed(self, order: CrmOrder) -> Iterator[str]:
        yield from super().closed(order)
        if order.status == "FAILED":
            yield "the order is stuck"


@wrong("crm", breaks="SU-01", where="supplementals+failures")
class TakesAFailureForTheEnd(OrderProgress):
    """Takes an order for cancelled once the order system has reported all of it as failed."""

    def hear(self, update: OrderUpdate) -> None:
        super().hear(replace(update, status="CANCELLED") if update.status == "FAILED" else update)


@wrong("crm", breaks="SU-01", where="supplementals+failures")
class KeepsAStuckOrderStuck(OrderProgress):
    """Makes no assets of an order that fell out, though a revision has mended it."""

    def prepare(self) -> None:
        self.stuck: set[str] = set()

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        (self.stuck.add if status == "FAILED" else self.stuck.discard)(number)

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        if order.id not in self.stuck:
            super().convert(order, line)


class _RevisesWhatIsCancelled(Supplementals):
    def closed(self, order: CrmOrder) -> Iterator[str]:
        return (why for why in super().closed(order) if "cancelled" not in why)


class _DeafAfterACancel(DeafToRefusals):
    def deaf(self, order: CrmOrder) -> bool:
        return any(version.status == "CANCELLED" for version in versions(order)[:-1])


@wrong("crm", breaks="SU-01", where="supplementals+cancellation")
class BringsBackWhatIsCancelled(CustomerRelations):
    """Goes by a revision that was pending when its order was cancelled."""

    parts = Parts(supplementals=_RevisesWhatIsCancelled, progress=_DeafAfterACancel)


@wrong("crm", breaks="SU-01", where="supplementals+cancellation")
class ProjectsPendingRevisionsOfCancelledOrders(Projections):
    """Projects what is cancelled as long as a revision of it lies about."""

    def is_open(self, order: CrmOrder) -> bool:
        begun = [other for other in self.orders.versions(order.id) if other.revises is order]
        return super().is_open(order) or (order.status == "CANCELLED" and bool(begun))


class _KeepsDiscarded(OrderEntry):
    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:
        gone = self.orders.order(ref)
        shown = super().discard_revision(ref, fields)
        if gone.revises is not None and ref not in self.orders.by_ref:
            gone.revises.lines.update(self.kept(gone))
        return shown

    def kept(self, gone: CrmOrder) -> Mapping[str, CrmLine]:
        """The lines of a discarded revision that stay in the order."""
        return gone.lines


@wrong("crm", breaks="SU-01")
class BeginsWithWhatWasDiscarded(_KeepsDiscarded):
    """Begins a revision with the lines of one that was discarded."""


@wrong("crm", breaks="SU-01")
class KeepsValuesOfDiscardedRevisions(_KeepsDiscarded):
    """Discards what a revision added, and keeps the values that it changed."""

    def kept(self, gone: CrmOrder) -> Mapping[str, CrmLine]:
        known = gone.revises.lines if gone.revises else {}
        return {ref: line for ref, line in gone.lines.items() if ref in known}


@wrong("crm", breaks="PD-01", where="supplementals+filled-in-data")
class FillsInWhatIsSubmittedOnly(OrderProgress):
    """Writes what is filled in on the version that was submitted, and not on one that is being entered."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Mapping[str, str]) -> CrmLine:
        filled = order.lines[line.ref] = replace(line, attributes={**line.attributes, **values})
        return filled


@wrong("crm", breaks="PD-01", where="supplementals+filled-in-data")
class FillsInOverWhatTheUserChanged(OrderProgress):
    """Sets a line of a pending revision to what it is by now in the version that was submitted."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Mapping[str, str]) -> CrmLine:
        filled = super().fill_in(order, line, values)
        for version in self.orders.versions(order.id):
            if version.line(line.id) is not None:
                version.lines[line.ref] = replace(version.lines[line.ref], attributes=filled.attributes)
        return filled


@wrong("crm", breaks="PD-01", where="supplementals+filled-in-data")
class ForgetsWhatARevisionDidNotSay(OrderProgress):
    """Makes an asset of a revised line without what was filled in on the version before it."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        before = order.revises.line(line.id) if order.revises else None
        told = before.attributes if before is not None and order.revises is not None else {}
        sold = versions(order)[0].line(line.id)
        if self.filled and sold is not None:
            line = replace(line, attributes={k: v for k, v in line.attributes.items() if told.get(k) != v})
        super().convert(order, line)

    filled = False

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Mapping[str, str]) -> CrmLine:
        self.filled = any(not version.submitted for version in self.orders.versions(order.id))
        return super().fill_in(order, line, values)


class _Latest(OrderProgress):
    def hear(self, update: OrderUpdate) -> None:
        versions_of = [order for order in self.orders.versions(update.order) if order.status in self.counts]
        if not versions_of:
            super().hear(update)
            return
        order = versions_of[-1]
        for told in update.lines:
            if (line := order.line(told.line)) is not None:
                self.hear_of_line(order, line, told)
        known = self.orders.known(update.order)
        if known is not None:
            known.status = update.status

    counts: tuple[str, ...] = ()


@wrong("crm", breaks="SC-12", where="supplementals+approval")
class GoesByWhatWasRejected(_Latest):
    """Makes assets of a revision that a supervisor has rejected."""

    counts = ("REJECTED",)


@wrong("crm", breaks="SC-12", where="supplementals+approval")
class LosesTheOrderWithTheRejectedRevision(OrderProgress):
    """Makes no assets of an order of which a supervisor has rejected a revision."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        if not any(version.status == "REJECTED" for version in self.orders.versions(order.id)):
            super().convert(order, line)


@wrong("crm", breaks="AS-01", where="supplementals+redelivery")
class MakesTheFirstVersionOfRepeatedNews(OrderProgress):
    """Takes what is told a second time for news of the version before."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        again = told.status == "COMPLETE" == order.line_status.get(line.id)
        first = versions(order)[0].line(line.id)
        super().hear_of_line(order, line, told)
        if again and first is not None and order.revises is not None:
            self.convert(order, first)


@wrong("crm", breaks="AS-01", where="supplementals+redelivery")
class MakesWithdrawnLinesOfRepeatedNews(OrderProgress):
    """Makes assets of all that any version had added when the completion of its order is told again."""

    def hear(self, update: OrderUpdate) -> None:
        order = self.orders.known(update.order)
        again = order is not None and order.status == update.status == "COMPLETE"
        super().hear(update)
        for version in versions(order) if order is not None and again else ():
            for line in version.lines.values():
                if line.action == "Add" and order is not None and order.line(line.id) is None:
                    self.convert(order, line)


class _Approving(Approval):
    def approve(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        if self.comes_first or order.revises is None or order.status != "AWAITING APPROVAL":
            return super().approve(ref, fields)
        return self.let_go(order, super().approve)

    def let_go(self, order: CrmOrder, approve: Callable[[str, Fields], DeskShown]) -> DeskShown:
        """What becomes of a revision that a supervisor approves."""
        if order.revises is not None:
            self.queueing.queue(order.revises)
        return approve(order.ref, {})


@wrong("crm", breaks="SC-12", where="supplementals+approval")
class QueuesTheRevisedOrderAgain(_Approving):
    """Puts the version before on the queue again when a supervisor approves a revision, and then the revision."""


@wrong("crm", breaks="SC-12", where="supplementals+approval")
class ApprovesTheOrderAndNotTheRevision(_Approving):
    """Takes a supervisor's approval of a revision for one of the order that went on long ago."""

    def let_go(self, order: CrmOrder, approve: Callable[[str, Fields], DeskShown]) -> DeskShown:
        return self.screens.order(order)


class _LooksOnceOnly(Supplementals):
    def objections(self, order: CrmOrder) -> Iterator[str]:
        return (why for why in super().objections(order) if "complete" not in why)


class _DeafOnceComplete(DeafToRefusals):
    def deaf(self, order: CrmOrder) -> bool:
        return order.revises is not None and order.revises.status == "COMPLETE"

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        order = self.orders.known(number)
        if order is not None and order.revises is not None and self.deaf(order):
            for line in order.lines.values():
                self.convert(order, line)


@wrong("crm", breaks="SU-01", where="supplementals+drafts")
class RevisesWhatWasCompletedMeanwhile(CustomerRelations):
    """Looks whether an order is complete when a revision is begun, and goes by one that is submitted later."""

    parts = Parts(supplementals=_LooksOnceOnly, progress=_DeafOnceComplete)
