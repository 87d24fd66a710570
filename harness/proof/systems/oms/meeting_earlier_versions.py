"""Order systems that hold on to what an earlier version said, or to a failure that a newer version has mended."""

from ordertck.harness.messages import Message, ProvisioningLine, SalesOrder, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.oms import (
    Cancelling,
    Compensation,
    Difference,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Objection,
    Orchestration,
    OrderState,
    Scheduling,
    Supplementals,
    Turn,
)


@wrong("oms", breaks="SU-05", where="supplementals+filled-in-data")
class ClingsToAssignedValues(Compensation):
    """Sets a revised line up with the value that was assigned, though the revision names another one."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        work = new.work.provisioning
        if work is not None:
            kept = {name: value for name, value in old.assigned.items() if name in work.attributes}
            new.work = replace(new.work, provisioning=replace(work, attributes={**work.attributes, **kept}))
        super().alter(known, old, new)


@wrong("oms", breaks="SU-05", where="supplementals+modify-orders")
class LeavesTheFirstAssetChanged(Compensation):
    """Turns a revised line to another asset, and does not take back what it has changed of the first one."""

    def is_about_another(self, old: LineFulfilment, new: LineFulfilment) -> bool:
        return False


@wrong("oms", breaks="PL-27", where="price-lists+supplementals+modify-orders")
class KeepsTheFirstHeaderOfAChange(Supplementals):
    """Charges what a revised modify order adds on the list that the header of its first version named."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        if any(line.action != "Add" for line in order.lines):
            order = replace(order, price_list=known.order.price_list)
        super().take_in(known, order, message)


@wrong("oms", breaks="SU-05", where="supplementals+modify-orders")
class KeepsTheFirstAsset(Supplementals):
    """Takes a revised line for one about the asset that its first version named."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        first = {line.id: line.asset for line in known.order.lines}
        lines = tuple(replace(line, asset=first.get(line.id, line.asset)) for line in order.lines)
        super().take_in(known, replace(order, lines=lines), message)


@wrong("oms", breaks="PL-31", where="price-lists+supplementals+modify-orders")
class KeepsThePriceOfAnEarlierVersion(Supplementals):
    """Charges the price of an earlier version where a change under way has none any more."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        before = {line.id: line.override for line in known.order.lines if line.action == "Update"}
        kept = {line.id: before.get(line.id) for line in order.lines if line.price_list}
        lines = tuple(replace(line, override=line.override or kept.get(line.id)) for line in order.lines)
        super().take_in(known, replace(order, lines=lines), message)


@wrong("oms", breaks="PV-05", where="modify-orders+cancellation+filled-in-data")
class BooksWhatAChangeOrdered(Orchestration):
    """Keeps of a complete change the value that was ordered, and not the one that was assigned."""

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        if line.line.action == "Update":
            line.assigned = {k: v for k, v in line.assigned.items() if k not in line.line.attributes}
        super().complete(fulfilment, line)


@wrong("oms", breaks="PN-04", where="supplementals+points-of-no-return")
class MovesLockedLinesWithTheHeader(Supplementals):
    """Takes a locked line for untouched where only the header's address is another one, and moves it."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        found = super().objection(known, order, message, difference)
        old = known.lines[found.line].line if found is not None and found.line in known.lines else None
        return None if old is not None and old in order.lines else found


@wrong("oms", breaks="PV-15", where="price-lists+supplementals+failures")
class LeavesFailedBillingAlone(Compensation):
    """Notes the new price list of a line that billing could not do, and does not ask billing again."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if old.state is LineState.FAILED and not old.sent:
            old.line, old.price_list, old.work = new.line, new.price_list, new.work
        else:
            super().alter(known, old, new)


@wrong("oms", breaks="SU-07")
class KeepsIncidentsOfWithdrawnLines(Incidents):
    """Never says that a failure is over whose line a revision has taken out."""

    def nobody_wants_them(self) -> None:
        """Whoever mends it will say so."""


@wrong("oms", breaks="FO-04", where="follow-ons+failures")
class KeepsLostFollowOns(Scheduling):
    """Never says that a follow-on order has its base line back."""

    def goes_on(self, turn: Turn) -> None:
        """The follow-on order has begun, so everybody can see it."""


@wrong("oms", breaks="MO-06")
class CompletesBeforeAllIsTakenBack(Orchestration):
    """Says that an order is complete while what a revision has withdrawn is still being taken back."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        states = {line.state for line in fulfilment.lines.values()}
        if fulfilment.state is OrderState.IN_PROGRESS and states == {LineState.COMPLETE, LineState.UNDOING}:
            return OrderState.COMPLETE
        return super().end_of(fulfilment)


@permitted("oms")
class HearsASecondCancelInSilence(Cancelling):
    """Takes a second cancel for the same as the first, and says nothing."""

    def cancel(self, number: str) -> None:
        known = self.book.orders.get(number)
        if known is None or known.state not in (OrderState.CANCELLING, OrderState.CANCELLED):
            super().cancel(number)


@permitted("oms", switches={"billing_grain": "order"})
class BillsNothingWhileALineFails(Orchestration):
    """Has an order billed once all its lines are provisioned, and none of them while one has failed."""

    def fulfil_together(self) -> None:
        stuck = [o for o in self.book.orders.values() if any(x.state is LineState.FAILED for x in o.lines.values())]
        for fulfilment in stuck:
            del self.book.orders[fulfilment.number]
        super().fulfil_together()
        self.book.orders.update({fulfilment.number: fulfilment for fulfilment in stuck})


@permitted("oms", switches={"withdrawal": "delete"})
class KeepsWhatAVersionLeavesOut(Supplementals):
    """Takes a line that a revision leaves out for one that stays as it is: only Delete withdraws it."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        named = {line.id for line in order.lines}
        left_out = tuple(line for line in known.order.lines if line.id not in named and line.id in known.lines)
        super().take_in(known, replace(order, lines=order.lines + left_out), message)


@wrong("oms", breaks="MO-06", where="supplementals+modify-orders")
class KeepsWhatAnEarlierVersionChanged(Compensation):
    """Leaves a value as an earlier version of a change wanted it, where the newest version names no value."""

    def changed(self, line: LineFulfilment, was: ProvisioningLine | None, now: ProvisioningLine) -> ProvisioningLine:
        return super().changed(line, None, now)
