"""CRMs that are wrong about change orders where several orders and assets meet."""

from collections.abc import Iterator

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import DeskShown, LineUpdate, replace
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.dated_orders import BuildsOnWhatWasThereWhenItWasEntered
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, Refused, Submissions
from ordertck.harness.reference.crm.checks import Checks
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.projections import Projections
from ordertck.harness.reference.crm.supplementals import Supplementals

_VALUES = frozenset({"speed", "upload", "version", "quantity", "greeting"})


@wrong("crm", breaks="RV-01")
class OffersNoRevisionAfterTheFirst(CustomerRelations):
    """Refuses to begin a second revision before submission, though what was entered can be typed over."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        if not order.submitted and order.superseded:
            raise Refused("the order has been revised already")
        return super().revise_order(ref, fields)


@wrong("crm", breaks="PN-04 SU-02")
class LetsSubmittedOrdersBeTypedOver(CustomerRelations):
    """Refuses to begin a supplemental, and lets a submitted order be changed and submitted as it lies there."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        if self.order(ref).submitted:
            self.order(ref).submitted = False
            raise Refused("an order that was submitted is not revised here")
        return super().revise_order(ref, fields)


@wrong("crm", breaks="PD-02")
class RefreshesModifyOrdersOnly(BuildsOnWhatWasThereWhenItWasEntered):
    """Brings pending modify orders up to date, and leaves follow-on orders as they were entered."""

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        super().__init__(catalogue, scenario)
        self.typed: dict[str, dict[str, str]] = {}

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        for key, line in order.lines.items():
            installed = self.assets.get(line.asset)
            if installed is not None and not order.submitted:
                order.lines[key] = replace(line, attributes={**installed.attributes, **self.typed.get(key, {})})
        return super().submit_order(ref, fields)

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        own = {name: value for name, value in fields.items() if name in _VALUES}
        self.typed.setdefault(ref, {}).update(own)
        return super().enter_line(ref, fields)


@wrong("crm", breaks="FO-10")
class SubmitsThePendingRevisionToo(CustomerRelations):
    """Submits what lies about as a revision of the base order together with the follow-on order."""

    class Checks(Checks):
        """Pending revisions are no objection."""

        def pending(self, order: CrmOrder) -> Iterator[str]:
            return iter(())

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        for line in list(order.lines.values()):
            behind = self.projections.behind(order, line)
            if behind is not None and behind.order is not None:
                for pending in self.supplementals.pending(behind.order):
                    pending.submitted = True
                    self.queue(pending)
        return super().submit_order(ref, fields)


@wrong("crm", breaks="FO-11")
class GoesByWhatWasOrdered(CustomerRelations):
    """Keeps the values that were ordered, whatever is told of how the order was carried out."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        super().hear_of_line(order, line, replace(told, attributes={}))


@wrong("crm", breaks="FD-12")
class ProjectsInTheOrderOfSubmission(CustomerRelations):
    """Projects the order that was submitted last as the last to be carried out, whatever the dates say."""

    class Projections(Projections):
        """As they came."""

        def orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
            places = list(self.crm.orders)
            return sorted(super().orders(account, until, without), key=lambda order: places.index(order.ref))


@wrong("crm", breaks="MO-02")
class ChangesTheFirstOfEqualAssets(CustomerRelations):
    """Looks a customer's asset up by its product, and finds the first of several."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        known = self.assets.get(fields.get("asset"))
        if known is None:
            return super().enter_line(ref, fields)
        equal = [other for other in self.assets.of(known.account) if other.product == known.product]
        return super().enter_line(ref, {**fields, "asset": equal[0].id})


@wrong("crm", breaks="MO-02")
class EndsTheOldestOfEqualAssets(CustomerRelations):
    """Sends the right asset, and changes the oldest one of the same product in its own books."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        known = self.assets.get(line.asset)
        if known is not None and line.action != "Add":
            equal = [o for o in self.assets.of(known.account) if (o.product, o.status) == (known.product, "Active")]
            line = replace(line, asset=(equal or [known])[0].id)
        super().convert(order, line)


@wrong("crm", breaks="MO-03")
class TakesBilledForComplete(CustomerRelations):
    """Takes a line for finished, and its asset for there, once it is billed."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        status = "COMPLETE" if told.milestone == "BILLED" else told.status
        super().hear_of_line(order, line, replace(told, status=status))


@wrong("crm", breaks="MO-03")
class StacksModifyOrders(CustomerRelations):
    """Submits a second change of an asset as if no other were under way: nothing says that it waits."""

    class Submissions(Submissions):
        """What is installed depends on nothing."""

        def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
            return None if self.crm.assets.get(line.asset) else super().base_line(order, line)


@wrong("crm", breaks="PL-15")
class LetsComponentsBePricedOnSupplementals(CustomerRelations):
    """Lets a user give a component a price list on a revision of an order that was submitted."""

    def require_own_list(self, order: CrmOrder, line: CrmLine) -> None:
        if order.revises is None:
            super().require_own_list(order, line)

    class Submissions(Submissions):
        """What was entered there goes first."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            entered = line.price_list if order.revises is not None else None
            return entered or super().price_list(order, line)


@wrong("crm", breaks="PL-12")
class StopsFirstVersionsOnly(CustomerRelations):
    """Stops an order without a header price list, and lets such a revision of it through."""

    class Checks(Checks):
        """Revisions pass."""

        def header_list(self, order: CrmOrder) -> Iterator[str]:
            return super().header_list(order) if order.revises is None else iter(())


@wrong("crm", breaks="PR-09")
class SendsFollowOnsAsMedium(CustomerRelations):
    """Sends an order that builds on an open one with the priority Medium, whatever was picked."""

    def queue(self, order: CrmOrder) -> None:
        if self.submissions.base_order(order):
            order.priority = "Medium"
        super().queue(order)


@wrong("crm", breaks="PN-04")
class OffersNoRevisionOnceItIsUnderWay(CustomerRelations):
    """Refuses to revise an order of which anything at all was told."""

    class Supplementals(Supplementals):
        """Closed with the first news."""

        def closed(self, order: CrmOrder) -> Iterator[str]:
            yield from super().closed(order)
            if order.milestones:
                yield "work on the order has begun"
