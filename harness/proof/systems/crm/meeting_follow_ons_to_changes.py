"""CRMs that know follow-on orders, and changes of what is installed, and go wrong where one builds on the other."""

from dataclasses import replace

from ordertck.harness.messages import DeskShown, Status
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    OrderProgress,
    Parts,
    Projections,
    Queueing,
    Submissions,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="FO-03", where="follow-ons+modify-orders")
class FindsTheBaseLineByProduct(Submissions):
    """Has a follow-on order wait for the first line of a modify order that is about the same product."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        behind = self.projections.behind(order, line)
        if behind is None or behind.order is None or self.projections.assets.get(line.asset) is None:
            return super().base_line(order, line)
        return next(other.id for other in behind.order.lines.values() if other.product == line.product)


@wrong("crm", breaks="FO-03", where="follow-ons+modify-orders")
class HasTheWholeOrderWait(Submissions):
    """Has every line wait where one of them builds on a modify order."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        installed = self.projections.assets.get(line.asset) is not None
        waited_for = (super(HasTheWholeOrderWait, self).base_line(order, other) for other in order.lines.values())
        return next(filter(None, waited_for), None) if installed else super().base_line(order, line)


@wrong("crm", breaks="FO-03", where="follow-ons+modify-orders")
class WaitsForWhatWasSubmittedLast(Submissions):
    """Has a line about any asset wait for an open order of the customer's, also for one that leaves the asset alone."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        found, base = super().base_line(order, line), self.orders.known(self.base_order(order) or "")
        if found is not None or base is None or self.projections.assets.get(line.asset) is None:
            return found
        return next(iter(base.lines.values())).id


@wrong("crm", breaks="FO-03", where="follow-ons+service-changes")
class ResumesWithoutWaiting(Submissions):
    """Queues the resuming of what an open order suspends as if it were suspended already."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        return None if line.action == "Resume" else super().base_line(order, line)


@wrong("crm", breaks="FO-02")
class StartsFromWhatIsInstalled(Projections):
    """Fills a follow-on order up with what is installed, where a modify order is about to change that."""

    def refreshed(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        installed = self.assets.get(line.asset)
        if installed is None or line.action != "Update" or order.due_date:
            return super().refreshed(order, line)
        return replace(line, attributes={**installed.attributes, **line.attributes})


@wrong("crm", breaks="FO-02")
class ProjectsTheLastChangeOnly(Projections):
    """Projects of several open orders for what is installed the last one only."""

    def open_orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
        found = super().open_orders(account, until, without)
        undated = [order for order in found if order.due_date is None]
        last = {line.asset: order.id for order in undated for line in order.lines.values() if line.asset}
        installed = [asset for asset in last if self.is_confused(asset)]
        return [
            order
            for order in found
            if order.due_date
            or not any(line.asset in installed and last[line.asset] != order.id for line in order.lines.values())
        ]

    def is_confused(self, asset: str) -> bool:
        return self.assets.get(asset) is not None


@wrong("crm", breaks="FO-02", where="follow-ons+modify-orders")
class LosesTheFirstChangeOfATwin(ProjectsTheLastChangeOnly):
    """Finds the first of two open changes of an asset by its product, and so not where the customer has two of it."""

    def is_confused(self, asset: str) -> bool:
        known = self.assets.get(asset)
        return known is not None and [other.product for other in self.assets.of(known.account)].count(known.product) > 1


class _FillsInTheAddress(OrderEntry):
    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_line(ref, fields)
        order = self.orders.order(fields["order"])
        line, asset = order.lines[ref], self.submissions.projections.assets.get(order.lines[ref].asset)
        if asset is not None and line.action == "Update" and line.site is None:
            order.lines[ref] = replace(line, site=asset.site)
        return shown


class _KeepsTheAddressOfTheLine(OrderProgress):
    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        asset = self.assets.get(line.asset)
        if asset is not None and line.action == "Update" and line.site is not None:
            self.assets.put(replace(asset, site=line.site))


@wrong("crm", breaks="FO-11", where="follow-ons+service-changes")
class BringsTheOldAddressBack(CustomerRelations):
    """Fills an update up with the asset's address on entry, and sets the asset back to it in the end."""

    parts = Parts(entry=_FillsInTheAddress, progress=_KeepsTheAddressOfTheLine)


class _ProjectsBasesOnly(Projections):
    def prepare(self) -> None:
        self.based: dict[str, str | None] = {}

    def is_open(self, order: CrmOrder) -> bool:
        base = self.orders.known(self.based.get(order.id) or "")
        return super().is_open(order) and (base is None or base.status != Status.COMPLETE)


class _NotesTheBase(Queueing):
    def queue(self, order: CrmOrder) -> None:
        projections = self.submissions.projections
        if isinstance(projections, _ProjectsBasesOnly):
            projections.based[order.id] = self.submissions.base_order(order)
        super().queue(order)


@wrong("crm", breaks="FO-02", where="points-of-no-return+follow-ons")
class EndsProjectionsWithTheBase(CustomerRelations):
    """Projects a follow-on order no more once its base order is complete."""

    parts = Parts(projections=_ProjectsBasesOnly, queueing=_NotesTheBase)
