"""Order systems that mix up what belongs together: components and products, lines and assets."""

from collections.abc import Iterable
from typing import ClassVar

from ordertck.harness.messages import OrderLine, ProvisioningOrder, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.habits import Careless, Sending
from ordertck.harness.reference.oms import (
    Fulfilment,
    LineFulfilment,
    Objection,
    Orchestration,
    OrderManagement,
    Parts,
    Planning,
)
from ordertck.harness.reference.oms.decomposition import NOTHING


@wrong("oms", breaks="OM-02")
class DropsTheParentOfComponents(Sending):
    """Has components provisioned as if they belonged to nothing."""

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        return (replace(call, lines=self.lines(call, parent=None)),)


@wrong("oms", breaks="OM-03")
class AddressesTopLinesOnly(Planning):
    """Lets the header's address hold for lines that are no components."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        return super().plan(replace(order, site=None) if line.parent else order, line)


@wrong("oms", breaks="OM-03")
class FillsTwoLevelsOfABundle(Planning):
    """Lets the header's price list hold for products and their components, and for nothing below these."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        deep = line.number.count(".") > 1
        return super().price_list(replace(order, price_list="Catalogue Price List") if deep else order, line)


@wrong("oms", breaks="AC-01")
class SharesAnAsset(Planning):
    """Takes two lines that add the same product for one asset."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        alike = [one.asset for one in order.lines if (one.action, one.product) == ("Add", line.product)]
        shared = alike[0] if line.action == "Add" and alike else line.asset
        return super().plan(order, replace(line, asset=shared))


@wrong("oms", breaks="AC-05")
class UpdatesTheFirstOfItsKind(Planning):
    """Updates the first asset of a product that it finds, whichever was meant."""

    def prepare(self) -> None:
        self.first: dict[str, str] = {}

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        product = line.product or ""
        if line.action == "Add" and line.asset:
            self.first.setdefault(product, line.asset)
        meant = self.first.get(product, line.asset) if line.action == "Update" else line.asset
        return super().plan(order, replace(line, asset=meant))


@wrong("oms", breaks="AS-01")
class UsesWhatIsNotBilledYet(Orchestration):
    """Takes a line for an asset as soon as it is provisioned."""

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        self.installed.complete(line.line, line.asset, line.price_list)
        super().provisioned(fulfilment, line)


class _TakesWhatIsInFlight(Careless):
    """Lets an action pass on what an open order is only about to bring."""

    actions: ClassVar[tuple[str, ...]] = ()

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        line = next((one for one in order.lines if one.id == objection.line), None)
        if line is None or line.action not in self.actions:
            return False
        return line.asset in {coming.asset for one in self.book.orders.values() for coming in one.lines.values()}


@wrong("oms", breaks="AC-11")
class SuspendsWhatIsStillToCome(_TakesWhatIsInFlight):
    """Suspends what an open order is only about to bring."""

    actions = ("Suspend",)


@wrong("oms", breaks="AC-11")
class DisconnectsWhatIsStillToCome(_TakesWhatIsInFlight):
    """Disconnects what an open order is only about to bring."""

    actions = ("Delete",)


@wrong("oms", breaks="AC-11")
class MovesWhatIsStillToCome(_TakesWhatIsInFlight):
    """Moves what an open order is only about to bring."""

    actions = ("Move-Add", "Move-Delete")


class _PlansNothing(Planning):
    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        if line.action == "Update" and not line.asset:
            planned.work = NOTHING
        return planned


class _TakesUpdatesOfNothing(Careless):
    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        line = next((one for one in order.lines if one.id == objection.line), None)
        return line is not None and line.action == "Update" and not line.asset


@wrong("oms", breaks="AC-11")
class UpdatesWithoutAnAsset(OrderManagement):
    """Takes an update that names no asset for done."""

    parts = Parts(intake=_TakesUpdatesOfNothing, planning=_PlansNothing)


@wrong("oms", breaks="AC-01")
class CrossesTheAssetsOfEqualLines(Planning):
    """Calls each asset that an order adds by the name of the next one of the same product, from then on."""

    def prepare(self) -> None:
        super().prepare()
        self.crossed: dict[str, str] = {}

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        equal = (one for one in order.lines if one.product == line.product)
        names = [one.asset for one in equal if one.action == "Add" and one.asset]
        for name, other in zip(names, names[1:] + names[:1], strict=True):
            self.crossed.setdefault(name, other)
        planned = super().plan(order, line)
        work, name = planned.work, self.crossed.get(planned.asset, planned.asset)
        billing = work.billing and replace(work.billing, asset=name)
        provisioning = work.provisioning and replace(work.provisioning, asset=name)
        planned.work = replace(work, billing=billing, provisioning=provisioning)
        return planned


@wrong("oms", breaks="AC-08")
class TakesEqualAssetsForSuspended(Orchestration):
    """Takes all assets of a product for suspended when one of them is."""

    def prepare(self) -> None:
        super().prepare()
        self.equal: dict[str, list[str]] = {}

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        equal = self.equal.setdefault(line.line.product or "", [])
        equal.append(line.asset)
        for asset in equal if line.line.action == "Suspend" else ():
            self.installed.complete(line.line, asset, None)
