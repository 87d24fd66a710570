"""CRMs that go wrong over what becomes an asset, when, and whose."""

from ordertck.harness.messages import DeskShown, LineUpdate, OrderUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    Asset,
    AssetRegister,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    OrderProgress,
    Overviews,
    Parts,
    Queueing,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="AS-01 AS-02 AC-07")
class ConvertsAtSubmission(Queueing):
    """Takes what is submitted for an asset at once."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        for line in order.lines.values():
            if line.trackable:
                self.submissions.projections.assets.follow(line, order.account or "")


class _Hasty(OrderProgress):
    milestone: str | None = None
    status: str | None = None

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        done = told.milestone in {self.milestone} - {None} or told.status in {self.status} - {None}
        super().hear_of_line(order, line, replace(told, status="COMPLETE") if done else told)


@wrong("crm", breaks="AS-01")
class ConvertsWhatIsProvisioned(_Hasty):
    """Takes a line for an asset once it is provisioned, though it is not billed."""

    milestone = "PROVISIONED"


@wrong("crm", breaks="AS-01")
class ConvertsWhatIsBilled(_Hasty):
    """Takes a line for an asset once it is billed, though it is not provisioned."""

    milestone = "BILLED"


@wrong("crm", breaks="AS-01")
class MakesAssetsOfWhatIsProvisioned(_Hasty):
    """Takes a line for an asset once its status is PROVISIONED."""

    status = "PROVISIONED"


@wrong("crm", breaks="AS-01")
class MakesAssetsWhenBillingIsInitiated(_Hasty):
    """Takes a line for an asset once its status says that billing is initiated."""

    status = "BILLING INITIATED"


@wrong("crm", breaks="AS-01 AS-02")
class ConvertsOnAnyUpdate(OrderProgress):
    """Takes a line for an asset whatever is reported of it."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        super().hear_of_line(order, line, replace(told, status="COMPLETE"))


class _AddsWithoutLooking(AssetRegister):
    def put(self, asset: Asset) -> None:
        self._assets[f"{asset.id}/{len(self._assets)}"] = replace(asset, id=f"{asset.id}/{len(self._assets)}")


class _ForgetsTheStatus(OrderProgress):
    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        order.line_status.pop(line.id, None)
        super().hear_of_line(order, line, told)


@wrong("crm", breaks="AS-01")
class ConvertsAtEveryReport(CustomerRelations):
    """Makes another asset when a line is reported complete once more."""

    parts = Parts(assets=_AddsWithoutLooking, progress=_ForgetsTheStatus)


@wrong("crm", breaks="AS-01 AS-02 AS-03 AS-05 AS-06 AC-01")
class ConvertsNothing(OrderProgress):
    """Keeps no assets."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None: ...


@wrong("crm", breaks="AS-02")
class ConvertsTheFirstLine(OrderProgress):
    """Makes an asset of the first line of an order only."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        if line is next(iter(order.lines.values())):
            super().convert(order, line)


@wrong("crm", breaks="AS-02")
class ConvertsTheOrderWithItsFirstLine(OrderProgress):
    """Makes assets of a whole order as soon as one of its lines is complete."""

    def hear(self, update: OrderUpdate) -> None:
        order = self.orders.known(update.order)
        if order is not None and any(told.status == "COMPLETE" for told in update.lines):
            lines = tuple(LineUpdate(line=line.id, status="COMPLETE") for line in order.lines.values())
            update = replace(update, lines=lines)
        super().hear(update)


@wrong("crm", breaks="AS-03")
class GivesAssetsToThePayer(OrderProgress):
    """Lists an asset under the account that pays."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(CrmOrder(order.ref, order.id, account=order.payer or order.account), line)


@wrong("crm", breaks="AS-03")
class ShowsAssetsToThePayerToo(Overviews):
    """Lists an asset under the customer and under the account that pays for it."""

    def listed(self, account: str) -> list[Asset]:
        paid = {order.account for order in self.orders.by_ref.values() if order.payer == account}
        return super().listed(account) + [asset for other in paid for asset in self.assets.of(other or "")]


@wrong("crm", breaks="AS-03")
class GivesEverythingToOneAccount(OrderProgress):
    """Lists all assets under the account that was on file first."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(CrmOrder(order.ref, order.id, account=next(iter(self.accounts))), line)


@wrong("crm", breaks="AS-05 AS-06 AS-02")
class KeepsTrackOfEverything(OrderProgress):
    """Makes an asset of every line, trackable or not."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, replace(line, trackable=True))


@wrong("crm", breaks="AS-05")
class WaitsForAnAssetOfEachLine(OrderProgress):
    """Does not show an order complete while a line of it has left no asset."""

    def hear(self, update: OrderUpdate) -> None:
        super().hear(update)
        order = self.orders.known(update.order)
        if order is not None and not all(line.trackable for line in order.lines.values()):
            order.status = "IN PROGRESS"


@wrong("crm", breaks="AS-06")
class CannotBeSet(OrderEntry):
    """Takes a product's setting and goes on by the one that it was delivered with."""

    def enter_product(self, ref: str, fields: Fields) -> DeskShown:
        return DeskShown(object="product", ref=ref, id=ref, fields=fields)


@wrong("crm", breaks="AS-06")
class DropsAssetsOfUntrackedProducts(Overviews):
    """Forgets the assets of a product that is no longer trackable."""

    def listed(self, account: str) -> list[Asset]:
        return [asset for asset in super().listed(account) if self.trackable.get(asset.product, True)]


@wrong("crm", breaks="AS-06")
class CannotBeSetBack(OrderEntry):
    """Goes on making assets of a product once it was trackable."""

    def enter_product(self, ref: str, fields: Fields) -> DeskShown:
        before = self.trackable.get(ref, False)
        shown = super().enter_product(ref, fields)
        self.trackable[ref] = self.trackable[ref] or before
        return shown
