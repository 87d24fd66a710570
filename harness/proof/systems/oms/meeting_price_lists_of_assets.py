"""Order systems that know price lists, and forget them where orders are about what is there or on its way."""

from ordertck.harness.messages import BillingEffect, BillingLine, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.oms.meeting_price_lists import charged_on
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    LineFulfilment,
    Orchestration,
    OrderManagement,
    OrderState,
    Parts,
    Planning,
    Reports,
    Supplementals,
)


@wrong("oms", breaks="PL-28")
class FillsUpdatesOfWhatIsStillComing(Planning):
    """Takes an update of what is not installed yet for something new, and puts it on the header's list."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        coming = line.action == "Update" and self.installed.get(line.asset) is None
        return super().price_list(order, line) or (order.price_list if coming else None)


@wrong("oms", breaks="PL-27", where="price-lists+follow-ons")
class PricesFollowOnsByTheBaseOrder(Planning):
    """Fills the blank lines of a follow-on order from the header of its base order."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        base = self.book.orders.get(order.base_order or "")
        return super().price_list(replace(order, price_list=base.order.price_list) if base else order, line)


@wrong("oms", breaks="PL-28", where="price-lists+follow-ons")
class PricesWhatWaitsByItsOwnHeader(Planning):
    """Fills the blank lines of a follow-on order that updates something from its own header."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        base = self.book.orders.get(order.base_order or "")
        other = base is not None and base.order.price_list != order.price_list
        return super().price_list(order, line) or (order.price_list if other and line.action == "Update" else None)


@wrong("oms", breaks="PL-28", where="price-lists+modify-orders")
class RepeatsTheListOfTheSale(Planning):
    """Names the list on which an asset was sold whenever the asset is updated."""

    def prepare(self) -> None:
        self.sold_on: dict[str, str | None] = {}

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        chosen = super().price_list(order, line)
        if line.action == "Add":
            self.sold_on[line.asset or line.id] = chosen
        return chosen or (self.sold_on.get(line.asset or "") if line.action == "Update" else None)


@wrong("oms", breaks="PL-27", where="price-lists+modify-orders")
class SellsOnTheListOfTheFirst(Planning):
    """Puts what is added on the list of what the customer has of the same product."""

    def prepare(self) -> None:
        self.had: dict[str | None, str] = {}

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        asset = self.installed.get(line.asset)
        if asset is not None and asset.price_list:
            self.had[asset.product] = asset.price_list
        had = None if line.price_list or line.action != "Add" else self.had.get(line.product)
        return had or super().price_list(order, line)


@wrong("oms", breaks="PL-38", where="price-lists+modify-orders")
class RepricesTheFirstOfAKind(Planning):
    """Looks up what is to be charged otherwise by its product, and finds the first one."""

    def prepare(self) -> None:
        self.first: dict[str | None, str] = {}

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        if line.action == "Add":
            self.first.setdefault(line.product, planned.asset)
        elif planned.price_list and planned.work.billing is not None:
            asset = self.first.get(line.product, planned.asset)
            planned.work = replace(planned.work, billing=replace(planned.work.billing, asset=asset))
        return planned


class _Resting(Planning):
    """Plans updates of suspended assets in a way of its own."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        asset = self.installed.get(line.asset)
        if line.action == "Update" and asset is not None and asset.status == "Suspended":
            self.rests(planned)
        return planned

    def rests(self, planned: LineFulfilment) -> None:
        """Change the plan of a line about a suspended asset."""
        charged_on(planned, None)


@wrong("oms", breaks="PL-38", where="price-lists+service-changes")
class RepricesNothingThatRests(_Resting):
    """Passes over the price list of an update when the asset is suspended."""


@wrong("oms", breaks="PL-38", where="price-lists+service-changes")
class ChargesWhatRestsAnew(_Resting):
    """Takes the charge of a suspended asset for ended, and starts another on the new list."""

    def rests(self, planned: LineFulfilment) -> None:
        if planned.work.billing is not None:
            planned.work = replace(planned.work, billing=replace(planned.work.billing, effect="start"))


@wrong("oms", breaks="PL-38", where="price-lists+filled-in-data")
class FillsInAndPlansTheOrderAnew(Reports):
    """Plans every line of a modify order from its header when a value is filled in."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        super().filled_in(fulfilment, line, attribute, value)
        for other in fulfilment.lines.values():
            if other.line.action == "Update":
                charged_on(other, other.line.price_list or fulfilment.order.price_list)


class _ListsOfServices(Planning):
    """Reads price lists on lines about a service; ``actions`` are the lines' actions, ``effect`` what it does."""

    actions: tuple[str, ...] = ()
    effect: BillingEffect = "change"

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        if line.action in self.actions and line.price_list:
            change = BillingLine(
                line=line.id,
                product=line.product or "",
                effect=self.effect,
                asset=planned.asset,
                price_list=line.price_list,
            )
            planned.work = replace(planned.work, billing=change)
        return planned


@wrong("oms", breaks="PL-29", where="price-lists+service-changes")
class TakesASuspensionWithAListForAnUpdate(_ListsOfServices):
    """Moves an asset to the list that stands on the line which suspends it."""

    actions = ("Suspend", "Resume")


@permitted("oms")
class ChargesAMoveOnItsLinesList(_ListsOfServices):
    """Charges an asset on the list of the line that moves it to another address: whether that counts is open (A-48)."""

    actions = ("Move-Add",)


@wrong("oms", breaks="AC-02", where="price-lists+service-changes")
class ChargesAMoveWithAListAnew(_ListsOfServices):
    """Starts a further charge for an asset that moves to another address on a line with a price list."""

    actions = ("Move-Add",)
    effect = "start"


@wrong("oms", breaks="PL-29")
class ResumesOnTheHeader(Orchestration):
    """Charges what is resumed on the list of the header of the order that resumes it."""

    def bill(self, fulfilment: Fulfilment, phase: str, lines: list[LineFulfilment]) -> None:
        super().bill(fulfilment, phase, lines)
        resumed = [x.work.billing for x in lines if x.work.billing is not None and x.work.billing.effect == "resume"]
        if resumed and phase == "fulfil":
            on = fulfilment.order.price_list
            self.outbox.bill(fulfilment, phase, [replace(x, effect="change", price_list=on) for x in resumed])


class _CancelsOnto(Compensation):
    """Changes the charge of an asset to another list than the one that it was on when its modify order is cancelled."""

    def undo_billing(self, known: Fulfilment, line: LineFulfilment) -> None:
        done = line.work.billing
        if known.state is OrderState.CANCELLING and done is not None and done.effect == "change" and line.initiated:
            line.sent = False
            self.send_billing(known, "all", replace(done, price_list=self.list_after(known, line)))
        else:
            super().undo_billing(known, line)

    def list_after(self, known: Fulfilment, line: LineFulfilment) -> str | None:
        """The list after the cancellation."""
        return line.price_list


@wrong("oms", breaks="PV-05", where="price-lists+cancellation")
class CancelsOntoTheNewList(_CancelsOnto):
    """Compensates a cancelled modify order with the list that the order named."""


@wrong("oms", breaks="PV-05", where="price-lists+cancellation")
class CancelsOntoTheHeader(_CancelsOnto):
    """Compensates a cancelled modify order with the list of its header."""

    def list_after(self, known: Fulfilment, line: LineFulfilment) -> str | None:
        return known.order.price_list


class _RemembersTheVersionBefore(Supplementals):
    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        before = {line: known.lines[line].price_list for line in difference.altered}
        super().revise(known, planned, difference)
        assert isinstance(self.compensation, _CancelsOntoTheVersionBefore)
        self.compensation.before |= before


class _CancelsOntoTheVersionBefore(_CancelsOnto):
    def prepare(self) -> None:
        self.before: dict[str, str | None] = {}

    def list_after(self, known: Fulfilment, line: LineFulfilment) -> str | None:
        installed = self.installed.get(line.asset)
        return self.before.get(line.line.id, installed.price_list if installed else None)


@wrong("oms", breaks="PV-05", where="price-lists+supplementals+cancellation")
class CancelsTheLastRevisionOnly(OrderManagement):
    """Goes back to the list of the version before when a revised modify order is cancelled."""

    parts = Parts(compensation=_CancelsOntoTheVersionBefore, supplementals=_RemembersTheVersionBefore)


@wrong("oms", breaks="PL-17", where="price-lists+bundles")
class OneListAProduct(Planning):
    """Knows one price list for all components of a product, the one that it read last."""

    def plans(self, order: SalesOrder) -> dict[str, LineFulfilment]:
        planned = super().plans(order)
        of = {line.line.product: line.price_list for line in planned.values() if line.line.parent}
        for line in planned.values():
            if line.line.parent and line.line.action == "Add":
                charged_on(line, of[line.line.product])
        return planned


class _Components(Planning):
    """Plans the components of a revised bundle in a way of its own."""

    def plans(self, order: SalesOrder) -> dict[str, LineFulfilment]:
        planned, known = super().plans(order), self.book.orders.get(order.order)
        for line in planned.values():
            if known is not None and line.line.parent in planned and line.line.id in known.lines:
                self.component(order, line, planned[line.line.parent], known.lines[line.line.id])
        return planned

    def component(self, order: SalesOrder, line: LineFulfilment, above: LineFulfilment, was: LineFulfilment) -> None:
        """Change the plan of a component that was there before; ``above`` is what it belongs to."""


@wrong("oms", breaks="PL-25", where="price-lists+bundles")
class TakesAListOffOneLevel(_Components):
    """Leaves the components of a component on the list that was taken off their bundle."""

    def component(self, order: SalesOrder, line: LineFulfilment, above: LineFulfilment, was: LineFulfilment) -> None:
        if above.line.parent and not line.line.price_list:
            charged_on(line, was.price_list)


@wrong("oms", breaks="PL-25", where="price-lists+bundles")
class TakesTheListOffEveryBundle(_Components):
    """Puts the components of all bundles on the header's list when one bundle has lost its own."""

    def component(self, order: SalesOrder, line: LineFulfilment, above: LineFulfilment, was: LineFulfilment) -> None:
        named = {x.id for x in order.lines if x.price_list and not x.parent}
        if above.line.id in named and any(not x.price_list and not x.parent for x in order.lines):
            charged_on(line, order.price_list)
