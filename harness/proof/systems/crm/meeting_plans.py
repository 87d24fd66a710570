"""CRMs that know plans, drafts and approval by themselves, and take them for what is there or for what they are not."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, LineUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    Asset,
    Checks,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderProgress,
    Overviews,
    Projections,
    Screens,
    Submissions,
)
from ordertck.harness.reference.crm.approval import AWAITED
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.projections import instant


@wrong("crm", breaks="AS-04", where="service-changes+dates")
class LeavesPlannedEndsOutOfTheProfile(Overviews):
    """Builds the service profile without what a dated order is to disconnect."""

    def see_profile(self, account: str) -> DeskShown | None:
        left = {found.asset.id for found in self.projections.of(account)}
        listed = [asset for asset in self.profiles.of(account) if self.stays(asset, left)]
        return self.shown("profile", account, [*map(self.screens.asset_row, listed)])

    def stays(self, asset: Asset, left: set[str]) -> bool:
        """Whether an asset is not about to go."""
        dated = [order for order in self.projections.open_orders(asset.account, None, None) if order.due_date]
        return asset.id in left or not any(line.asset == asset.id for o in dated for line in o.lines.values())


@wrong("crm", breaks="FD-05", where="service-changes+dates")
class LeavesOnlyAfterWhatIsPlanned(Submissions):
    """Has a disconnection for today wait for what is planned for the asset."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        found = super().base_line(order, line)
        if found is not None or order.due_date or line.action != "Delete":
            return found
        planned = self.projections.of(order.account or "", None, order.id)
        return next((one.line.id for one in planned if one.line and one.asset.id == line.asset), None)


@wrong("crm", breaks="SC-16", where="dates+drafts")
class BeginsWithWhatIsPlanned(CustomerRelations):
    """Begins an order with the assets as dated orders will leave them."""

    def prepare(self) -> None:
        self.desk.acts["convert", "profile"] = self.from_profile

    def from_profile(self, ref: str, fields: Fields) -> DeskShown:
        shown = self.sheets.from_profile(ref, fields)
        planned = {found.asset.id: found.asset for found in self.projections.of(ref)}
        made = self.orders.order(fields.get("order") or fields["quote"])
        for line in list(made.lines.values()):
            asset = planned.get(line.asset or "")
            made.lines[line.ref] = replace(line, attributes=asset.attributes) if asset else line
        return replace(shown, rows=self.screens.order(made).rows)


@wrong("crm", breaks="TM-07", where="dates+drafts")
class CallsRevisedDraftsChanges(Screens):
    """Takes a new order that was revised before its submission for a change order."""

    def category(self, order: CrmOrder) -> str:
        return "change order" if order.superseded and order.due_date else super().category(order)


@wrong("crm", breaks="FO-10", where="follow-ons+drafts")
class MindsAnyPendingRevision(Checks):
    """Refuses a follow-on order because of a revision of whichever order of the customer's."""

    def pending(self, order: CrmOrder) -> Iterator[str]:
        yield from super().pending(order)
        behind = [self.projections.behind(order, line) for line in order.lines.values()]
        for other in self.orders.by_ref.values() if any(found and found.order for found in behind) else ():
            begun = other.revises is not None and not other.submitted
            if begun and other.account == order.account and other.id != order.id and order.revises is None:
                yield f"a revision of order {other.id} is pending"


class _GivesUpHalves(OrderProgress):
    """Gives a transfer up when one half of it has failed, though that is mended."""

    action = ""

    def prepare(self) -> None:
        self.failed: set[str] = set()

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        if told.status == "FAILED" and line.action == self.action:
            self.failed.add(order.id)
        super().hear_of_line(order, line, told)

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        if order.id not in self.failed or not (line.action or "").startswith("Move"):
            super().convert(order, line)


@wrong("crm", breaks="AC-10", where="service-changes+failures")
class GivesUpMovesThatFailedAtTheNewAddress(_GivesUpHalves):
    """Leaves an asset where it was for good when the new address failed once."""

    action = "Move-Add"


@wrong("crm", breaks="AC-10", where="service-changes+failures")
class TakesAMoveBackThatFailedAtTheOldAddress(OrderProgress):
    """Brings an asset back to the old address when that could not be left, and leaves it there."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        super().hear_of_line(order, line, told)
        asset = self.assets.get(line.asset)
        if told.status == "FAILED" and line.action == "Move-Delete" and asset is not None:
            self.assets.put(replace(asset, site=line.site))


@wrong("crm", breaks="FL-04", where="approval+redelivery")
class HoldsEveryClickForTheSupervisor(CustomerRelations):
    """Keeps an order for its supervisor as often as somebody submits it, and lets each of these go on."""

    def prepare(self) -> None:
        self.clicks: dict[str, int] = {}
        self.desk.acts |= {("submit", "order"): self.submit_order, ("approve", "order"): self.approve}

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        if order.status != AWAITED:
            return self.submitting.submit_order(ref, fields)
        self.clicks[ref] = self.clicks.get(ref, 0) + 1
        return self.screens.order(order)

    def approve(self, ref: str, fields: Fields) -> DeskShown:
        shown = self.approval.approve(ref, fields)
        for _ in range(self.clicks.pop(ref, 0)):
            self.queueing.queue(self.orders.order(ref))
        return shown


class _Acknowledges(CustomerRelations):
    """Sends a further mail when an order is approved."""

    def prepare(self) -> None:
        self.desk.acts["approve", "order"] = self.approve

    def approve(self, ref: str, fields: Fields) -> DeskShown:
        shown = self.approval.approve(ref, fields)
        order = self.orders.order(ref)
        if self.is_told_again(order):
            self.acknowledgements.acknowledged.discard(order.id)
            self.acknowledgements.submitted(order)
        return shown

    def is_told_again(self, order: CrmOrder) -> bool:
        """Whether the customer hears of an approval."""
        return True


@wrong("crm", breaks="SC-13", where="approval+redelivery")
class AcknowledgesApprovalsToo(_Acknowledges):
    """Sends the customer the acknowledgement when the order is submitted, and again when it is approved."""


@wrong("crm", breaks="SC-13", where="approval+drafts")
class AcknowledgesEachDraft(_Acknowledges):
    """Sends the customer a further acknowledgement on the approval of an order that was revised."""

    def is_told_again(self, order: CrmOrder) -> bool:
        return bool(order.superseded)


@wrong("crm", breaks="SC-13", where="supplementals+approval")
class AcknowledgesApprovedRevisions(_Acknowledges):
    """Sends the customer a further acknowledgement when a supervisor approves a revision."""

    def is_told_again(self, order: CrmOrder) -> bool:
        return order.revises is not None


@wrong("crm", breaks="FO-03", where="modify-orders+dates")
class GoesByTheFirstDate(Projections):
    """Puts a dated order where its first date had it, whichever date a revision has given it since."""

    def open_orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
        found = super().open_orders(account, None, without)
        due = [order for order in found if until is None or self.first_date(order) <= instant(until)]
        return sorted(due, key=self.first_date)

    def first_date(self, order: CrmOrder) -> float:
        """When the first version of an order was due."""
        while order.revises is not None:
            order = order.revises
        return instant(order.due_date)
