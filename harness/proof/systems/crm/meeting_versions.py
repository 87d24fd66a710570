"""CRMs that go wrong over what is suspended, over values that are told meanwhile, and over versions of follow-ons."""

from collections.abc import Iterator

from ordertck.harness.messages import OrderSubmission, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Rewriting
from ordertck.harness.reference.crm import (
    AssetRegister,
    CrmLine,
    CrmOrder,
    Guidance,
    OrderProgress,
    Projections,
    Submissions,
)
from ordertck.harness.reference.crm.approval import AWAITED
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.projections import asset_of


class _Wakes(AssetRegister):
    """Makes a suspended asset active when something else is done to it."""

    action = ""

    def follow(self, line: CrmLine, account: str) -> None:
        super().follow(line, account)
        asset = self.get(line.asset)
        if line.action == self.action and asset is not None:
            self.put(replace(asset, status="Active"))


@wrong("crm", breaks="AC-05", where="modify-orders+service-changes")
class WakesWhatItUpdates(_Wakes):
    """Makes a suspended asset active with an update."""

    action = "Update"


@wrong("crm", breaks="AC-02", where="modify-orders+service-changes")
class WakesWhatItMoves(_Wakes):
    """Makes a suspended asset active at its new address."""

    action = "Move-Add"


@wrong("crm", breaks="AC-05", where="service-changes+filled-in-data")
class WakesWhatIsFilledIn(OrderProgress):
    """Makes a suspended asset active when a value is told of an order for it."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Fields) -> CrmLine:
        asset = self.assets.get(line.asset)
        if asset is not None and line.action == "Update":
            self.assets.put(replace(asset, status="Active"))
        return super().fill_in(order, line, values)


@wrong("crm", breaks="PD-01", where="modify-orders+filled-in-data+drafts")
class FillsInOverWhatUsersEnter(OrderProgress):
    """Writes a value that is told of an asset's order into every draft about the asset."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Fields) -> CrmLine:
        for other in self.orders.by_ref.values():
            for draft in list(other.lines.values()) if not other.submitted and other.id != order.id else ():
                if draft.asset and draft.asset == line.asset:
                    other.lines[draft.ref] = replace(draft, attributes={**draft.attributes, **values})
        return super().fill_in(order, line, values)


@wrong("crm", breaks="PD-01", where="supplementals+filled-in-data+drafts")
class FillsInOverRevisions(OrderProgress):
    """Writes a value that is told of an order over what a user has entered in a revision of it."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Fields) -> CrmLine:
        filled = super().fill_in(order, line, values)
        for version in self.orders.versions(order.id):
            begun = version.line(line.id)
            if begun is not None and not version.submitted:
                version.lines[begun.ref] = replace(begun, attributes={**begun.attributes, **values})
        return filled


@wrong("crm", breaks="FO-12", where="supplementals+follow-ons")
class NamesTheBaseOrderOfTheFirstVersion(Rewriting):
    """Names in the revision of a follow-on order the base order of its first version."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent, first = super().of(order), order
        while first.revises is not None:
            first = first.revises
        return sent if first is order else replace(sent, base_order=self.base_order(first))


@wrong("crm", breaks="FO-12", where="follow-ons+drafts")
class NamesTheBaseOrderOfTheFirstDraft(Submissions):
    """Names the base order of the first draft of a follow-on order."""

    def base_order(self, order: CrmOrder) -> str | None:
        drafts = [*order.superseded.values(), order]
        return super().base_order(drafts[0])


@wrong("crm", breaks="AC-11", where="supplementals+follow-ons")
class CountsOnWithdrawnLines(Projections):
    """Projects a line that a revision has withdrawn for as long as a draft is about its asset."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        yield from super().open_lines(order)
        if order.revises is not None:
            drafts = [other for other in self.orders.by_ref.values() if not other.submitted]
            wanted = {line.asset for other in drafts for line in other.lines.values()}
            gone = (line for line in order.revises.lines.values() if order.line(line.id) is None)
            yield from (line for line in gone if asset_of(line) in wanted)


@wrong("crm", breaks="FO-09", where="supplementals+follow-ons+approval")
class TakesFollowOnsWhileARevisionWaits(Guidance):
    """Says nothing of a follow-on order to an order of which a revision waits for a supervisor."""

    def too_early(self, order: CrmOrder) -> Iterator[str]:
        behind = [self.projections.behind(order, line) for line in order.lines.values()]
        bases = [found.order.id for found in behind if found is not None and found.order is not None]
        waits = any(other.status == AWAITED for base in bases for other in self.orders.versions(base))
        return iter(()) if waits else super().too_early(order)
