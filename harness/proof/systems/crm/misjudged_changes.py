"""CRMs that are wrong about change orders where several orders and assets meet."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskDo, DeskShown, LineUpdate, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.dated_orders import BuildsOnWhatWasThereWhenItWasEntered
from ordertck.harness.reference.crm import (
    Checks,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    OrderProgress,
    Parts,
    Projected,
    Projections,
    Queueing,
    Refused,
    Submissions,
    Submitting,
    Supplementals,
)
from ordertck.harness.reference.crm.desk import Fields

_VALUES = frozenset({"speed", "upload", "version", "quantity", "greeting"})


@wrong("crm", breaks="RV-01")
class OffersNoRevisionAfterTheFirst(OrderEntry):
    """Refuses to begin a second revision before submission, though what was entered can be typed over."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        if not order.submitted and order.superseded:
            raise Refused("the order has been revised already")
        return super().revise_order(ref, fields)


@wrong("crm", breaks="PN-04 SU-02")
class LetsSubmittedOrdersBeTypedOver(OrderEntry):
    """Refuses to begin a supplemental, and lets a submitted order be changed and submitted as it lies there."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        if self.orders.order(ref).submitted:
            self.orders.order(ref).submitted = False
            raise Refused("an order that was submitted is not revised here")
        return super().revise_order(ref, fields)


@wrong("crm", breaks="PD-02")
class RefreshesModifyOrdersOnly(CustomerRelations):
    """Brings pending modify orders up to date, and leaves follow-on orders as they were entered."""

    parts = Parts(entry=BuildsOnWhatWasThereWhenItWasEntered)

    def prepare(self) -> None:
        self.typed: dict[str, dict[str, str]] = {}

    def take(self, message: Message) -> None:
        act = message.read(DeskDo) if message.kind == "desk-do" else None
        if act is not None and (act.verb, act.object) == ("enter", "line"):
            own = {name: value for name, value in act.fields.items() if name in _VALUES}
            self.typed.setdefault(act.ref, {}).update(own)
        if act is not None and (act.verb, act.object) == ("submit", "order") and act.ref in self.orders.by_ref:
            self.refresh(self.orders.order(act.ref))
        super().take(message)

    def refresh(self, order: CrmOrder) -> None:
        """Fill the lines about what is installed with what it is now, below what was entered."""
        for key, line in order.lines.items():
            installed = self.assets.get(line.asset)
            if installed is not None and not order.submitted:
                order.lines[key] = replace(line, attributes={**installed.attributes, **self.typed.get(key, {})})


class _PendingIsNoObjection(Checks):
    def pending(self, order: CrmOrder) -> Iterator[str]:
        return iter(())


class _SubmitsWhatIsPending(Submitting):
    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        for line in list(order.lines.values()):
            behind = self.checks.projections.behind(order, line)
            if behind is not None and behind.order is not None:
                for pending in self.checks.supplementals.pending(behind.order):
                    pending.submitted = True
                    self.approval.queueing.queue(pending)
        return super().submit_order(ref, fields)


@wrong("crm", breaks="FO-10")
class SubmitsThePendingRevisionToo(CustomerRelations):
    """Submits what lies about as a revision of the base order together with the follow-on order."""

    parts = Parts(checks=_PendingIsNoObjection, submitting=_SubmitsWhatIsPending)


@wrong("crm", breaks="FO-11")
class GoesByWhatWasOrdered(OrderProgress):
    """Keeps the values that were ordered, whatever is told of how the order was carried out."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        super().hear_of_line(order, line, replace(told, attributes={}))


@wrong("crm", breaks="FD-12")
class ProjectsInTheOrderOfSubmission(Projections):
    """Projects the order that was submitted last as the last to be carried out, whatever the dates say."""

    def open_orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
        places = list(self.orders.by_ref)
        return sorted(super().open_orders(account, until, without), key=lambda order: places.index(order.ref))


@wrong("crm", breaks="MO-02")
class ChangesTheFirstOfEqualAssets(OrderEntry):
    """Looks a customer's asset up by its product, and finds the first of several."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        known = self.submissions.projections.assets.get(fields.get("asset"))
        if known is None:
            return super().enter_line(ref, fields)
        equal = [
            other for other in self.submissions.projections.assets.of(known.account) if other.product == known.product
        ]
        return super().enter_line(ref, {**fields, "asset": equal[0].id})


@wrong("crm", breaks="MO-02")
class EndsTheOldestOfEqualAssets(OrderProgress):
    """Sends the right asset, and changes the oldest one of the same product in its own books."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        known = self.assets.get(line.asset)
        if known is not None and line.action != "Add":
            equal = [o for o in self.assets.of(known.account) if (o.product, o.status) == (known.product, "Active")]
            line = replace(line, asset=(equal or [known])[0].id)
        super().convert(order, line)


@wrong("crm", breaks="MO-03")
class TakesBilledForComplete(OrderProgress):
    """Takes a line for finished, and its asset for there, once it is billed."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        status = "COMPLETE" if told.milestone == "BILLED" else told.status
        super().hear_of_line(order, line, replace(told, status=status))


@wrong("crm", breaks="MO-03")
class StacksModifyOrders(Submissions):
    """Submits a second change of an asset as if no other were under way: nothing says that it waits."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        return None if self.projections.assets.get(line.asset) else super().base_line(order, line)


class _PricesComponentsOfRevisions(OrderEntry):
    def require_own_list(self, order: CrmOrder, line: CrmLine) -> None:
        if order.revises is None:
            super().require_own_list(order, line)


class _SendsTheListsOfRevisions(Submissions):
    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        entered = line.price_list if order.revises is not None else None
        return entered or super().price_list(order, line)


@wrong("crm", breaks="PL-15")
class LetsComponentsBePricedOnSupplementals(CustomerRelations):
    """Lets a user give a component a price list on a revision of an order that was submitted."""

    parts = Parts(submissions=_SendsTheListsOfRevisions, entry=_PricesComponentsOfRevisions)


@wrong("crm", breaks="PL-12")
class StopsFirstVersionsOnly(Checks):
    """Stops an order without a header price list, and lets such a revision of it through."""

    def header_list(self, order: CrmOrder) -> Iterator[str]:
        return super().header_list(order) if order.revises is None else iter(())


@wrong("crm", breaks="PR-09")
class SendsFollowOnsAsMedium(Queueing):
    """Sends an order that builds on an open one with the priority Medium, whatever was picked."""

    def queue(self, order: CrmOrder) -> None:
        if self.submissions.base_order(order):
            order.priority = "Medium"
        super().queue(order)


@wrong("crm", breaks="PN-04")
class OffersNoRevisionOnceItIsUnderWay(Supplementals):
    """Refuses to revise an order of which anything at all was told."""

    def closed(self, order: CrmOrder) -> Iterator[str]:
        yield from super().closed(order)
        if order.milestones:
            yield "work on the order has begun"


@wrong("crm", breaks="FD-05")
class BuildsTodaysOrdersOnTomorrows(Projections):
    """Starts an order for today from what a dated order will have made of the asset by then."""

    def before(self, order: CrmOrder) -> dict[str, Projected]:
        projected = self.of(order.account or "", order.due_date or None, order.id)
        return {found.asset.id: found for found in projected}
