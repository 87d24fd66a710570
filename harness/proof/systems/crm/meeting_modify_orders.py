"""CRMs that know modify orders by themselves, and go wrong where something else befalls them or their assets."""

from collections.abc import Iterator

from ordertck.harness.messages import LineUpdate, OrderUpdate, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Rewriting, sale_of
from ordertck.harness.proof.systems.crm.meeting_follow_ons import Repeats
from ordertck.harness.reference.crm import (
    AssetRegister,
    CrmLine,
    CrmOrder,
    OrderProgress,
    Projections,
    Submissions,
    Submitting,
)


@wrong("crm", breaks="PD-01", where="modify-orders+service-changes")
class LooksUpTheAddressOfTheSale(Submissions):
    """Fills an update up with the address that the asset was sold to, wherever it was moved since."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent, sold = super().line(order, line), sale_of(self.orders, line.asset)
        return replace(sent, site=sold[1].site) if sold and line.action == "Update" and not line.site else sent


@wrong("crm", breaks="PD-01", where="modify-orders+service-changes")
class UpdatesAtTheAddressOfTheSale(OrderProgress):
    """Sets an asset back to the address that it was sold to when it is updated."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        asset, sold = self.assets.get(line.asset), sale_of(self.orders, line.asset)
        if asset is not None and sold is not None and line.action == "Update":
            self.assets.put(replace(asset, site=sold[1].site))


@wrong("crm", breaks="PD-01", where="modify-orders+filled-in-data")
class FillsInWhatIsSoldOnly(OrderProgress):
    """Keeps a value that is told of a modify order with the order, and not with the asset."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        if line.action != "Update" or not told.attributes:
            super().hear_of_line(order, line, told)
        else:
            super().hear_of_line(order, line, replace(told, attributes={}))
            order.lines[line.ref] = replace(line, attributes={**line.attributes, **told.attributes})


@wrong("crm", breaks="PD-01", where="modify-orders+filled-in-data")
class KnowsTheAttributesOfTheProductOnly(OrderProgress):
    """Lets an update drop what was filled in for the asset, since no user ever entered that."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        asset = self.assets.get(line.asset)
        product = self.catalogue.products.get(line.product or "")
        if asset is not None and product is not None and line.action == "Update":
            known = {n: v for n, v in asset.attributes.items() if n in product.attributes or n in line.attributes}
            self.assets.put(replace(asset, attributes=known))


@wrong("crm", breaks="PD-02", where="modify-orders+drafts")
class RefreshesTheFirstRevisionOnly(OrderProgress):
    """Lets a draft that was revised set the rest of the asset back to what it was when it was revised."""

    def prepare(self) -> None:
        self.noted: dict[str, dict[str, str]] = {}

    def hear(self, update: OrderUpdate) -> None:
        for order in self.orders.by_ref.values():
            if order.superseded and not order.submitted:
                for line in order.lines.values():
                    asset = self.assets.get(line.asset)
                    self.noted.setdefault(line.id, dict(asset.attributes) if asset else {})
        super().hear(update)

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        asset = self.assets.get(line.asset)
        if asset is not None and line.action == "Update" and line.id in self.noted:
            self.assets.put(replace(asset, attributes={**self.noted[line.id], **line.attributes}))


@wrong("crm", breaks="MO-02", where="modify-orders+service-changes")
class SuspendsAllThatAnOrderNames(OrderProgress):
    """Suspends every asset of an order that suspends one."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        said = next((other for other in order.lines.values() if other.action == "Suspend"), None)
        if said is not None and line.action == "Update":
            super().convert(order, replace(said, asset=line.asset))


@wrong("crm", breaks="MO-02", where="modify-orders+service-changes")
class StopsAtADeletion(OrderProgress):
    """Carries out nothing of an order that stands below a deletion."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        above = list(order.lines.values())[: list(order.lines).index(line.ref)]
        if line.action != "Update" or all(other.action != "Delete" for other in above):
            super().convert(order, line)


@wrong("crm", breaks="MO-01", where="modify-orders+failures")
class TakesTroubleForTheEnd(OrderProgress):
    """Changes an asset when its modify order falls out, since nothing more will come of that."""

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        order = self.orders.known(number)
        for line in order.lines.values() if order is not None and status == "FAILED" else ():
            if line.action == "Update":
                self.convert(order, line)  # type: ignore[arg-type]


@wrong("crm", breaks="MO-01", where="modify-orders+failures")
class GivesUpChangesThatFellOut(OrderProgress):
    """Leaves an asset as it was for good when its modify order fell out once."""

    def prepare(self) -> None:
        self.given_up: set[str] = set()

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        if status == "FAILED":
            self.given_up.add(number)

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        if line.action != "Update" or order.id not in self.given_up:
            super().convert(order, line)


@wrong("crm", breaks="MO-01", where="modify-orders+redelivery")
class CarriesModifyOrdersOutAgain(Repeats):
    """Changes an asset again when the order of an update is reported complete once more."""

    def repeats(self, order: CrmOrder, line: CrmLine) -> bool:
        return line.action == "Update"


@wrong("crm", breaks="SP-01", where="modify-orders+service-points")
class EndsTheServicePointToo(AssetRegister):
    """Disconnects the service point that the deletion of a service names."""

    def follow(self, line: CrmLine, account: str) -> None:
        super().follow(line, account)
        point = self.get(line.service_point)
        if line.action == "Delete" and point is not None:
            self.put(replace(point, status="Inactive"))


class _CountsWhatWasCalledOff(Projections):
    """Takes an order that will not be carried out for an open one."""

    status = ""

    def counts(self, order: CrmOrder) -> bool:
        """Whether the order is one that is taken so."""
        return all(self.assets.get(line.asset) for line in order.lines.values() if line.asset)

    def is_open(self, order: CrmOrder) -> bool:
        called_off = order.submitted and order.status == self.status
        return super().is_open(order) or (called_off and self.counts(order))


@wrong("crm", breaks="TM-04", where="modify-orders+cancellation")
class WaitsForCancelledChanges(_CountsWhatWasCalledOff):
    """Has a modify order wait for another one that was cancelled."""

    status = "CANCELLED"


@wrong("crm", breaks="TM-04", where="modify-orders+approval")
class WaitsForRejectedChanges(_CountsWhatWasCalledOff):
    """Has a modify order wait for another one that a supervisor rejected."""

    status = "REJECTED"


@wrong("crm", breaks="TM-04", where="modify-orders+cancellation")
class ChangesAssetsOfCancelledOrders(OrderProgress):
    """Takes the cancellation of a modify order for its end, and changes the asset."""

    def hear(self, update: OrderUpdate) -> None:
        super().hear(update)
        order = self.orders.known(update.order)
        for line in order.lines.values() if order is not None and update.status == "CANCELLED" else ():
            if order is not None and line.action == "Update":
                self.convert(order, line)


@wrong("crm", breaks="FD-05")
class WaitsForLaterDays(Submissions):
    """Has a modify order for today wait for what is planned for the same asset."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        found = super().base_line(order, line)
        if found is not None or order.due_date or line.action == "Add":
            return found
        planned = self.projections.of(order.account or "", None, order.id)
        return next((one.line.id for one in planned if one.line and one.asset.id == line.asset), None)


@wrong("crm", breaks="DD-01", where="modify-orders+dates")
class LosesTheAssetWhenItIsPutOff(Rewriting):
    """Leaves the assets out of a revision that changes the date of a modify order."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        moved = order.revises is not None and order.revises.due_date != order.due_date
        return replace(line, asset=None) if moved and line.action != "Add" else line


@wrong("crm", breaks="PR-01", where="modify-orders+priorities")
class HurriesLikeTheSale(Submitting):
    """Gives a modify order for which nobody picked a priority that of the order which sold the asset."""

    def choose_priority(self, order: CrmOrder, priority: str | None) -> None:
        super().choose_priority(order, priority)
        order.priority = order.priority or next(self.priorities_of_sales(order), None)

    def priorities_of_sales(self, order: CrmOrder) -> Iterator[str]:
        """The priorities of the orders that sold the assets, where one was picked."""
        for line in order.lines.values():
            sold = sale_of(self.orders, line.asset)
            if sold is not None and sold[0].status == "COMPLETE" and sold[0].priority:
                yield sold[0].priority
