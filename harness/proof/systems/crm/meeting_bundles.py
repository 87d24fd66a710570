"""CRMs that know bundles and know changes, and go wrong where a bundle is changed, planned, held or entered anew."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import sale_of
from ordertck.harness.reference.crm import (
    Approval,
    Checks,
    CrmLine,
    CrmOrder,
    OrderEntry,
    Projected,
    Projections,
    Queueing,
    Submissions,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="SU-13", where="bundles+supplementals")
class AddsToTheFirstBundleOfAKind(Submissions):
    """Puts a component that a revision adds below the first bundle of that kind."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        above = order.line(line.parent)
        if order.revises is None or above is None or order.revises.line(line.id) is not None:
            return sent
        equal = [other for other in order.lines.values() if other.product == above.product]
        return replace(sent, parent=equal[0].id)


@wrong("crm", breaks="SU-13", where="bundles+supplementals")
class GivesAWithdrawnComponentsIdAgain(Submissions):
    """Sends a new component as the line of one of its product that the same revision withdraws."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        if order.revises is None or not line.parent or order.revises.line(line.id) is not None:
            return sent
        gone = [x for x in order.revises.lines.values() if order.line(x.id) is None and x.product == line.product]
        return replace(sent, id=gone[0].id) if gone else sent


@wrong("crm", breaks="SU-13")
class SendsChangedBundlesOnly(Submissions):
    """Sends with a revision the components below their bundle only where something about it has changed."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        known = order.revises.line(line.id) if order.revises else None
        return replace(sent, parent=None) if known is not None and line.parent else sent


@wrong("crm", breaks="FO-03", where="bundles+follow-ons")
class WaitsForTheWholeBundle(Submissions):
    """Says of a line about a component that is to come that it depends on the bundle's line."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        behind = self.projections.behind(order, line)
        if behind is None or behind.line is None or behind.order is None:
            return None
        above = behind.order.outermost(behind.line)
        return above[0].id if above else behind.line.id


@wrong("crm", breaks="FO-03", where="bundles+follow-ons")
class WaitsForTheFirstComponentOfItsKind(Submissions):
    """Says of a line about a component that is to come that it depends on the first component of that product."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        behind = self.projections.behind(order, line)
        if behind is None or behind.line is None or behind.order is None or not behind.line.parent:
            return super().base_line(order, line)
        equal = [x for x in behind.order.lines.values() if x.parent and x.product == behind.line.product]
        return equal[0].id


@wrong("crm", breaks="OM-02", where="bundles+modify-orders")
class AddsBesideAnInstalledBundle(Submissions):
    """Sends a component for a bundle that is installed already as a line of its own."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        above = order.line(line.parent)
        grows = above is not None and above.asset is not None and line.action == "Add"
        return replace(super().line(order, line), parent=None) if grows else super().line(order, line)


@wrong("crm", breaks="OM-02", where="bundles+modify-orders")
class UpdatesABundleThatGrows(Submissions):
    """Makes an Update of an installed bundle that gets a component."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        grows = any(other.parent == line.id and other.action == "Add" for other in order.lines.values())
        return replace(sent, action="Update") if line.asset and grows and sent.action in (None, "-") else sent


@wrong("crm", breaks="OM-02", where="bundles+modify-orders")
class GrowsBundlesByUpdatesOnly(Checks):
    """Submits no order that adds a component and leaves everything that is installed as it is."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        yield from super().objections(order)
        if {line.action for line in order.lines.values()} in ({"Add", "-"}, {"Add", None}):
            yield "nothing that is installed is changed"


@wrong("crm", breaks="FD-05", where="bundles+dates")
class ProjectsDatedBundlesAsOneThing(Projections):
    """Projects of a dated order the bundles, and not what these consist of."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        return (line for line in super().open_lines(order) if not (order.due_date and line.parent))


@wrong("crm", breaks="FD-05", where="bundles+dates")
class ProjectsWhatHasValuesOnly(Projections):
    """Projects of a dated order the components, and not the bundle that holds them together."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        held = {line.parent for line in order.lines.values() if line.parent}
        return (line for line in super().open_lines(order) if not (order.due_date and line.id in held))


@wrong("crm", breaks="FD-12", where="bundles+dates")
class KeepsABundleForItsFirstDate(Checks):
    """Submits no order for a component while a later one for another component of the bundle is planned."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        yield from super().objections(order)
        mine = {bundle for line in order.lines.values() if (bundle := self.bundle_of(line.asset))}
        for other in self.projections.open_orders(order.account or "", None, order.id):
            if other.due_date and mine & {self.bundle_of(line.asset) for line in other.lines.values()}:
                yield f"order {other.id} is planned for the same bundle"

    def bundle_of(self, asset: str | None) -> str | None:
        """The line that the component was sold below."""
        sold = sale_of(self.orders, asset)
        return sold[1].parent if sold else None


@wrong("crm", breaks="SP-01", where="bundles+service-points")
class DeliversComponentsWithTheirBundle(Submissions):
    """Sends a component with the service point of its bundle, whatever was picked for it."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        above = order.line(line.parent)
        sent = super().line(order, line)
        return replace(sent, service_point=above.service_point) if above and above.service_point else sent


@wrong("crm", breaks="SP-01", where="bundles+service-points")
class DeliversEqualComponentsToOnePoint(Submissions):
    """Sends every component of one product with the service point of the first."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        equal = [x for x in order.lines.values() if x.parent and line.parent and x.product == line.product]
        sent = super().line(order, line)
        return replace(sent, service_point=equal[0].service_point) if equal else sent


class _Splitting(Submissions):
    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        products = {line.id: self.catalogue.products.get(line.product or "") for line in sent.lines}
        if not any(product is not None and product.approval for product in products.values()):
            return sent
        return replace(sent, lines=tuple(self.released(line) for line in sent.lines))

    def released(self, line: SubmittedLine) -> SubmittedLine:
        """A line of an order that a supervisor has let go."""
        return replace(line, parent=None)


@wrong("crm", breaks="SC-12", where="bundles+approval")
class ReleasesComponentsOneByOne(_Splitting):
    """Sends an order that was approved with every component as a line by itself."""


@wrong("crm", breaks="SC-12", where="bundles+approval")
class SendsTheBundleAhead(Approval):
    """Puts the bundles of an order on the queue at once, and the whole order when it is approved."""

    def submitted(self, order: CrmOrder) -> None:
        super().submitted(order)
        bundled = any(line.parent for line in order.lines.values())
        if bundled and self.needed(order) and not self.comes_first:
            self.queueing.queue(order)


@wrong("crm", breaks="RV-03", where="bundles+drafts")
class LeavesComponentsOfADroppedBundle(OrderEntry):
    """Takes a bundle off a revised draft, and leaves its components on it."""

    def discard_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        known = order.lines.get(ref)
        if order.superseded and known is not None and known.parent:
            return DeskShown(object="line", ref=ref)
        return super().discard_line(ref, fields)


@wrong("crm", breaks="RV-03", where="bundles+drafts")
class HangsComponentsOnTheFirstBundle(Queueing):
    """Sends the components of a revised draft below the bundle that it had first."""

    def queue(self, order: CrmOrder) -> None:
        first = next(iter(order.superseded.values()), None)
        bundles = [line.parent for line in first.lines.values() if line.parent] if first else []
        for line in list(order.lines.values()):
            if bundles and line.parent:
                order.lines[line.ref] = replace(line, parent=bundles[0])
        super().queue(order)


@wrong("crm", breaks="FO-02", where="bundles+cancellation")
class ProjectsComponentsOfCancelledOrders(Projections):
    """Takes what is cancelled out of the projection, but for the components of bundles."""

    def is_open(self, order: CrmOrder) -> bool:
        return super().is_open(order) or (order.status == "CANCELLED" and any(x.parent for x in order.lines.values()))

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        return (line for line in super().open_lines(order) if line.parent or order.status != "CANCELLED")


@wrong("crm", breaks="FO-02", where="bundles+cancellation")
class CancelsWhatIsLikeAComponent(Projections):
    """Takes out of the projection what is of the same product as something that was cancelled in a bundle."""

    def of(self, account: str, until: str | None = None, without: str | None = None) -> list[Projected]:
        gone = {
            line.product
            for order in self.orders.by_ref.values()
            for line in order.lines.values()
            if order.status == "CANCELLED" and line.parent
        }
        return [found for found in super().of(account, until, without) if found.asset.product not in gone]
