"""CRMs that do something else than a line's action says, or act on what is not there."""

from ordertck.harness.messages import DeskShown, LineUpdate, OrderUpdate, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Careless
from ordertck.harness.reference.crm import (
    Asset,
    AssetRegister,
    CrmLine,
    CrmOrder,
    OrderProgress,
    Refused,
    Submissions,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="AC-01")
class MergesEqualProducts(AssetRegister):
    """Takes a second asset of the same product for the first."""

    def put(self, asset: Asset) -> None:
        same = [known for known in self.of(asset.account) if known.product == asset.product]
        super().put(replace(asset, id=same[0].id) if same else asset)


class _Deaf(OrderProgress):
    actions: tuple[str, ...] = ()

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        if line.action not in self.actions:
            super().convert(order, line)


@wrong("crm", breaks="AC-02 AC-03 AC-10")
class LeavesMovedAssetsWhereTheyWere(_Deaf):
    """Shows a moved asset at its old address for ever."""

    actions = ("Move-Add",)


@wrong("crm", breaks="AC-02 AC-03 AC-10")
class SellsWhatItMoves(OrderProgress):
    """Makes a second asset of one that is moved."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, replace(line, action="Add") if line.action == "Move-Add" else line)


@wrong("crm", breaks="AC-03 AC-02")
class EndsWhatItMoves(OrderProgress):
    """Takes the removal at the old address for the end of the asset."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, replace(line, action="Delete") if line.action == "Move-Delete" else line)


@wrong("crm", breaks="AC-04")
class KeepsWhatIsDeleted(_Deaf):
    """Shows a disconnected asset as active."""

    actions = ("Delete",)


@wrong("crm", breaks="AC-04")
class DeletesTheProduct(OrderProgress):
    """Ends every asset of the customer's that is of the same product."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        if line.action == "Delete":
            for asset in self.assets.of(order.account or ""):
                if asset.product == line.product:
                    self.assets.put(replace(asset, status="Inactive"))


@wrong("crm", breaks="AC-05")
class ForgetsUpdates(_Deaf):
    """Shows an updated asset as it was before."""

    actions = ("Update",)


@wrong("crm", breaks="AC-05")
class ClearsWhatIsNotMentioned(OrderProgress):
    """Keeps of an updated asset only what the line mentions."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        asset = self.assets.get(line.asset)
        if line.action == "Update" and asset:
            self.assets.put(replace(asset, attributes=dict(line.attributes)))
        else:
            super().convert(order, line)


@wrong("crm", breaks="AC-05")
class AddsWhatIsUpdated(OrderProgress):
    """Makes another asset of one that is updated."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, replace(line, action="Add") if line.action == "Update" else line)


@wrong("crm", breaks="AC-07")
class TakesSuspendForDelete(OrderProgress):
    """Ends an asset that is to be suspended."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, replace(line, action="Delete") if line.action == "Suspend" else line)


@wrong("crm", breaks="AC-07")
class SuspendsTheWholeCustomer(OrderProgress):
    """Shows all of a customer's assets as suspended when one is."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        if line.action == "Suspend":
            for asset in self.assets.of(order.account or ""):
                self.assets.put(replace(asset, status="Suspended"))


@wrong("crm", breaks="AC-08")
class LeavesAssetsSuspended(_Deaf):
    """Shows a resumed asset as suspended."""

    actions = ("Resume",)


@wrong("crm", breaks="AC-08")
class ResumesABareAsset(OrderProgress):
    """Shows a resumed asset without the attributes that it had."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        asset = self.assets.get(line.asset)
        if line.action == "Resume" and asset:
            self.assets.put(replace(asset, attributes={}))


@wrong("crm", breaks="AC-08")
class AddsWhatItCannotResume(Submitting):
    """Makes a new asset when a user resumes one that is not suspended."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        for line in order.lines.values():
            asset = self.checks.projections.assets.get(line.asset)
            if line.action == "Resume" and asset and asset.status == "Active":
                self.checks.projections.assets.follow(replace(line, action="Add"), order.account or "")
        return super().submit_order(ref, fields)


# Which actions there are, and what they need


@wrong("crm", breaks="AC-09")
class SubmitsAnyWordForAnAction(Careless):
    """Submits a line with whatever word stands in the place of an action."""

    overlooked = "is no action"


class _Unwilling(Submitting):
    action: str | None = None

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        if self.orders.by_ref[next(iter(self.orders.by_ref))] is not order and self.action in {
            x.action for x in order.lines.values()
        }:
            raise Refused(f"'{self.action}' is not known")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="AC-09")
class DoesNotOfferAdd(_Unwilling):
    """Lets nothing be added to what a customer has already."""

    action = "Add"


@wrong("crm", breaks="AC-04 AC-09 AC-11 OM-06")
class DoesNotOfferDelete(_Unwilling):
    """Does not know the action Delete."""

    action = "Delete"


@wrong("crm", breaks="AC-05 AC-09 AC-11")
class DoesNotOfferUpdate(_Unwilling):
    """Does not know the action Update."""

    action = "Update"


@wrong("crm", breaks="AC-07 AC-09 AC-11")
class DoesNotOfferSuspend(_Unwilling):
    """Does not know the action Suspend."""

    action = "Suspend"


@wrong("crm", breaks="AC-08 AC-09")
class DoesNotOfferResume(_Unwilling):
    """Does not know the action Resume."""

    action = "Resume"


@wrong("crm", breaks="AC-02 AC-03 AC-09 AC-10")
class DoesNotOfferMoves(_Unwilling):
    """Does not know the actions of a transfer."""

    action = "Move-Add"


@wrong("crm", breaks="AC-09")
class DoesNotOfferTheDash(_Unwilling):
    """Does not let a line stay as it is."""

    action = "-"


@wrong("crm", breaks="AC-09")
class CallsEverythingAnUpdate(Submissions):
    """Sends every change to an asset as an Update."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, action="Update") if line.asset else sent


@wrong("crm", breaks="AC-10")
class SubmitsHalfATransfer(Careless):
    """Submits one half of a transfer without a word."""

    overlooked = "one half of a transfer"


@wrong("crm", breaks="AC-10")
class CompletesWithEitherHalf(OrderProgress):
    """Shows a transfer complete when one of its halves is."""

    def hear(self, update: OrderUpdate) -> None:
        super().hear(update)
        order = self.orders.known(update.order)
        if order is not None and "COMPLETE" in order.line_status.values():
            order.status = "COMPLETE"


@wrong("crm", breaks="AC-10")
class LosesAHalfMovedAsset(OrderProgress):
    """Shows no asset at all when its setting up at the new address failed."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        super().hear_of_line(order, line, told)
        if line.action == "Move-Add" and told.status == "FAILED":
            self.convert(order, replace(line, action="Delete"))


@wrong("crm", breaks="AC-10")
class DoublesAHalfMovedAsset(OrderProgress):
    """Shows an asset at both addresses when its removal from the old one failed."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        super().hear_of_line(order, line, told)
        if line.action == "Move-Delete" and told.status == "FAILED":
            self.convert(order, replace(line, action="Add"))


@wrong("crm", breaks="AC-04 AC-11")
class SubmitsForUnknownAssets(Careless):
    """Submits actions on assets that it has never heard of."""

    overlooked = "there is no such asset"


@wrong("crm", breaks="AC-03")
class RemovesAtTheCustomersAddress(Submissions):
    """Takes a moved asset down at the customer's own address where nobody entered the old one."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        at_home = self.accounts.get(order.account or "", {}).get("site")
        return replace(sent, site=at_home) if line.action == "Move-Delete" and not line.site else sent
