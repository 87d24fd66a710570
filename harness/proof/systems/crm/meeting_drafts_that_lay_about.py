"""CRMs that go wrong over a draft that lay about while something happened to what it is about."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import sale_of
from ordertck.harness.proof.systems.crm.meeting_follow_ons import KeepsTheFirstBaseLine, NotesTheFirstBaseLine
from ordertck.harness.reference.crm import (
    Approval,
    Checks,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    OrderProgress,
    Parts,
    Projections,
    Sheets,
    Submissions,
)
from ordertck.harness.reference.crm.desk import Fields


class _SubmitsWhatLostItsBase(Checks):
    """Does not look again whether what an order depends on will come."""

    status = ""

    def asset(self, order: CrmOrder, line: CrmLine) -> Iterator[str]:
        sold = sale_of(self.orders, line.asset)
        lost = sold is not None and sold[0].status == self.status
        return iter(()) if lost else super().asset(order, line)


@wrong("crm", breaks="AC-11", where="follow-ons+cancellation+drafts")
class SubmitsWhatLostItsBaseToACancellation(_SubmitsWhatLostItsBase):
    """Submits a follow-on order whose base order was cancelled since it was entered."""

    status = "CANCELLED"


@wrong("crm", breaks="AC-11", where="follow-ons+failures+drafts")
class SubmitsWhatLostItsBaseToARefusal(_SubmitsWhatLostItsBase):
    """Submits a follow-on order whose base order was refused since it was entered."""

    status = "REFUSED"


class _KeepsWaiting(KeepsTheFirstBaseLine):
    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        there = self.projections.assets.get(line.asset) is not None
        return super().base_line(order, line) if there else Submissions.base_line(self, order, line)


@wrong("crm", breaks="TM-04", where="follow-ons+modify-orders+drafts")
class KeepsWaitingForWhatIsThere(CustomerRelations):
    """Has an order that was entered as a follow-on order wait for its base order, though that is complete."""

    parts = Parts(submissions=_KeepsWaiting, entry=NotesTheFirstBaseLine)


@wrong("crm", breaks="PD-01", where="service-changes+drafts")
class SubmitsTheAddressOfTheFirstDay(Projections):
    """Submits an update with the address that the asset had when the order was begun with it."""

    def refreshed(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        return replace(super().refreshed(order, line), site=line.site)


@wrong("crm", breaks="PD-01", where="service-changes+drafts")
class UpdatesBackToTheAddressOfTheFirstDay(OrderProgress):
    """Sets an asset to the address that it had when the order that updates it was begun."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        asset = self.assets.get(line.asset)
        if asset is not None and line.action == "Update" and line.site:
            self.assets.put(replace(asset, site=line.site))


@wrong("crm", breaks="FD-12", where="dates+drafts")
class PutsOffByARevisionThatWasDiscarded(OrderEntry):
    """Puts an order among others with dates by what a revision says, and leaves it there if that is discarded."""

    def enter_sheet(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_sheet(kind, ref, fields)
        order = self.orders.order(ref)
        others = (other for other in self.orders.by_ref.values() if other.id != order.id)
        if order.revises is not None and not order.submitted and any(other.due_date for other in others):
            order.revises.due_date = order.due_date
        return shown


@wrong("crm", breaks="SC-05", where="service-points+drafts")
class LosesServicePointsOfQuotes(Sheets):
    """Makes an order of a quote without its service points."""

    def copied(self, made: CrmOrder, line: CrmLine, ids: dict[str, str]) -> CrmLine:
        copy = super().copied(made, line, ids)
        return replace(copy, service_point=None) if made.kind == "order" else copy


@wrong("crm", breaks="SC-12", where="approval+drafts")
class TakesAcceptanceForApproval(Approval):
    """Holds no order up that was made of a quote: the customer has accepted that."""

    def needed(self, order: CrmOrder) -> bool:
        quoted = any(other.became == order.id for other in self.orders.by_ref.values())
        return super().needed(order) and not quoted


@wrong("crm", breaks="TM-01", where="supplementals+drafts")
class GivesTheNumberOfADiscardedRevision(OrderEntry):
    """Numbers orders by how many versions there are, so that a discarded revision leaves a number to be given twice."""

    def next_number(self) -> int:
        return len(self.orders.by_ref) + 1
