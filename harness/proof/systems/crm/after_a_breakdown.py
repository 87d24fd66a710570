"""CRMs that forget in a breakdown what users have set, or what they were to go by; and two that go back too far."""

from collections.abc import Iterable, Mapping

from ordertck.harness.messages import DeskShown, Message
from ordertck.harness.proof.breakdowns import Forgetful, SaysAnew
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.common.journal import Entry
from ordertck.harness.reference.crm import (
    Approval,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderProgress,
    Parts,
    RecordEntry,
    Refused,
    Supplementals,
)
from ordertck.harness.reference.crm.approval import REJECTED
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="AS-06")
class ForgetsWhatIsTrackable(Forgetful, CustomerRelations):
    """Goes by the catalogue again after a breakdown."""

    def after_breakdown(self) -> list[Message]:
        products = self.shared.catalogue.products.values()
        self.shared.trackable.update({product.name: product.trackable for product in products})
        return []


@wrong("crm", breaks="SC-05")
class ForgetsThatAQuoteWasAccepted(Forgetful, CustomerRelations):
    """Has every quote after a breakdown as if nobody had accepted it."""

    def after_breakdown(self) -> list[Message]:
        for order in self.shared.orders.by_ref.values():
            order.accepted = False
        return []


@wrong("crm", breaks="PL-02")
class ForgetsListsOfAccounts(Forgetful, CustomerRelations):
    """Has the accounts after a breakdown as they were put on file."""

    def after_breakdown(self) -> list[Message]:
        self.shared.accounts.update({account["id"]: dict(account) for account in self.shared.scenario.accounts})
        return []


class _FillsInForAWhile(OrderProgress):
    deaf = False

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Mapping[str, str]) -> CrmLine:
        return line if self.deaf else super().fill_in(order, line, values)


@wrong("crm", breaks="AS-01", where="filled-in-data+restarts")
class FillsNothingInAfterABreakdown(Forgetful, CustomerRelations):
    """Takes no values from the order system for orders from before a breakdown."""

    parts = Parts(progress=_FillsInForAWhile)

    def after_breakdown(self) -> list[Message]:
        self.progress.deaf = True  # type: ignore[attr-defined]
        return []


@wrong("crm", breaks="TM-02", where="supplementals+failures+filled-in-data")
class GoesBackToWhatWasSubmitted(OrderProgress):
    """Goes back to a version as users submitted it, without what was filled in since, when the next one is refused."""

    def prepare(self) -> None:
        self.sold: dict[tuple[str, str], CrmLine] = {}

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Mapping[str, str]) -> CrmLine:
        self.sold.setdefault((order.ref, line.ref), line)
        return super().fill_in(order, line, values)

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        order = self.orders.known(number)
        if order is not None and status == "REFUSED":
            order.lines = {ref: self.sold.get((order.ref, ref), line) for ref, line in order.lines.items()}


class _Stops(Approval):
    def prepare(self) -> None:
        self.stopped: set[str] = set()

    def reject(self, ref: str, fields: Fields) -> DeskShown:
        self.stopped.add(self.orders.order(ref).id)
        return super().reject(ref, fields)


class _BeginsNothing(Supplementals):
    stopped: frozenset[str] | set[str] = frozenset()

    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        if order.id in self.stopped:
            raise Refused("a supervisor has stopped the order")
        return super().begin(order, ref)


@wrong("crm", breaks="SC-12", switches={"approval_comes": "before-submission"}, where="supplementals+approval")
class StopsTheOrderWithItsRevision(CustomerRelations):
    """Lets nobody revise an order of which a supervisor has rejected a revision."""

    parts = Parts(approval=_Stops, supplementals=_BeginsNothing)

    def prepare(self) -> None:
        self.supplementals.stopped = self.approval.stopped  # type: ignore[attr-defined]


@wrong("crm", breaks="SC-12", where="supplementals+approval")
class KeepsLinesOfRejectedRevisions(Approval):
    """Queues, with a revision that is approved, the lines that only a rejected one had."""

    def approve(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        rejected = [other for other in self.orders.versions(order.id) if other.status == REJECTED]
        order.lines = {**{line: kept for other in rejected for line, kept in other.lines.items()}, **order.lines}
        return super().approve(ref, fields)


class _SendsAnew(SaysAnew, CustomerRelations):
    """A CRM that brings records of one kind to back offices once more after a breakdown, though they have them."""

    kind_of_record = ""

    def recover(self, journal: Iterable[Entry]) -> list[Message]:
        again = super().recover(journal)
        calls = [message for message in again if message.kind == "workflow" and message.re is None]
        return [call for call in calls if call.body["object"] == self.kind_of_record]


@wrong("crm", breaks="WF-13", where="redelivery+restarts")
class SendsWorkOrdersAnewAfterABreakdown(_SendsAnew):
    """Sends every work order again after a breakdown, to be sure."""

    kind_of_record = "work order"


@wrong("crm", breaks="WF-10", where="redelivery+restarts")
class SendsOrdersAnewAfterABreakdown(_SendsAnew):
    """Sends every order to the back offices again after a breakdown, to be sure."""

    kind_of_record = "sales order"


@wrong("crm", breaks="SC-13", where="supplementals+restarts")
class ForgetsWhatItAcknowledged(Forgetful, CustomerRelations):
    """Acknowledges an order from before a breakdown once more when it is revised."""

    def after_breakdown(self) -> list[Message]:
        self.acknowledgements.acknowledged.clear()
        return []


@wrong("crm", breaks="SC-10", where="drafts+restarts")
class ForgetsActivities(Forgetful, CustomerRelations):
    """Has after a breakdown the documents of an order only."""

    def after_breakdown(self) -> list[Message]:
        for order, kept in self.attachments.kept.items():
            self.attachments.kept[order] = [row for row in kept if row["kind"] == "document"]
        return []


class _RemembersForms(RecordEntry):
    def prepare(self) -> None:
        self.begun: list[tuple[str, str]] = []

    def fill_in(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        self.begun.append((kind, ref))
        return super().fill_in(kind, ref, fields)


@permitted("crm")
class LosesFormsThatAreNotSaved(Forgetful, CustomerRelations):
    """Has forgotten after a breakdown what a user had filled in and not saved."""

    parts = Parts(record_entry=_RemembersForms)

    def after_breakdown(self) -> list[Message]:
        assert isinstance(self.record_entry, _RemembersForms)
        for kind, ref in self.record_entry.begun:
            self.record_entry.forms.take(kind, ref)
        return []
