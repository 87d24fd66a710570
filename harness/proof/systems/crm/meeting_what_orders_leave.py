"""CRMs that lose sight of what became of an order on its way: what it leaves is what it was at first, or all of it."""

from ordertck.harness.messages import DeskShown, OrderSubmission, OrderUpdate, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.crm.meeting_drafts import forget_what_was_filled_in
from ordertck.harness.proof.systems.crm.permitted_ways import NamesTheServicePointOfTheAsset
from ordertck.harness.reference.crm import CrmOrder, OrderProgress, Submitting
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.drafts import CrmLine


def first_version(order: CrmOrder) -> CrmOrder:
    """The version that was submitted first."""
    while order.revises is not None:
        order = order.revises
    return order


@wrong("crm", breaks="AS-02")
class LooksUpWhatToTrackInTheFirstVersion(OrderProgress):
    """Reads from the first version of an order which of its products become assets."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        known = {each.product for each in first_version(order).lines.values()}
        if line.product in known or line.action != "Add":
            super().convert(order, line)


@wrong("crm", breaks="TM-02", where="supplementals+filled-in-data")
class BeginsLargerRevisionsWithWhatWasEntered(Submitting):
    """Submits a revision that adds a line without what was filled in of the others."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        before = order.revises
        if before is not None and len(order.lines) > len(before.lines):
            forget_what_was_filled_in(self, order)
        return super().submit_order(ref, fields)


@wrong("crm", breaks="TM-02", where="supplementals+filled-in-data")
class PutsAssetsAtTheFirstAddress(OrderProgress):
    """Puts what has no address of its own where the first version of the order was to be."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        site = first_version(order).site if line.action == "Add" else None
        super().convert(order, line if line.site else replace(line, site=site))


@permitted("crm")
class PutsAssetsAtTheAddressOfTheOrder(OrderProgress):
    """Puts what has no address of its own where the order is to be by now."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line if line.site or line.action != "Add" else replace(line, site=order.site))


@permitted("crm")
class MakesAssetsOfWholeOrders(OrderProgress):
    """Makes assets when an order is complete, of all its lines but those that came to nothing (A-51)."""

    spared: tuple[str, ...] = ("CANCELLED", "FAILED")

    def hear(self, update: OrderUpdate) -> None:
        super().hear(update)
        order = self.orders.known(update.order)
        if order is not None and update.status == "COMPLETE":
            for line in list(order.lines.values()):
                if line.id not in order.converted and order.line_status.get(line.id) not in self.spared:
                    order.converted.add(line.id)
                    self.convert(order, line)


@wrong("crm", breaks="AS-01", where="cancellation+filled-in-data")
class MakesAssetsOfWhatWasCancelled(MakesAssetsOfWholeOrders):
    """Makes assets of all lines of an order that is complete."""

    spared = ()


@wrong("crm", breaks="SP-01", where="service-changes+service-points")
class LeavesTheServicePointBehind(NamesTheServicePointOfTheAsset):
    """Names the service point at which an asset was set up first, wherever it was moved."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        before = dict(self.points)
        sent = super().of(order)
        self.points |= before
        return sent
