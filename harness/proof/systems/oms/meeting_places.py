"""Order systems that give back a place, an address or a charge wrongly once an order was revised or called off."""

from ordertck.harness.messages import OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    LineFulfilment,
    LineState,
    OrderState,
    Planning,
    Supplementals,
)


@wrong("oms", breaks="PR-04", where="supplementals+priorities")
class TakesAPlaceForWhatARevisionAdds(Supplementals):
    """Takes a further place when a revision adds a line, and gives one back at the end."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        if difference.added:
            self.orchestration.scheduling.working += 1
        super().revise(known, planned, difference)


@wrong("oms", breaks="PV-05", where="supplementals+cancellation")
class SetsUpElsewhereAfterTheCancel(Compensation):
    """Lets a line that is being moved go on to its new place when the order is cancelled meanwhile."""

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.state is LineState.UNDOING and known.state is OrderState.CANCELLING:
            known.state = OrderState.IN_PROGRESS
        else:
            super().withdraw(known, line)


@wrong("oms", breaks="OM-03", where="modify-orders+service-points")
class AddsWhereTheCustomerIsServed(Planning):
    """Sets a new line of a modify order up where the asset beside it is, whatever the header says."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        beside = [self.installed.get(other.asset) for other in order.lines if other.asset]
        site = next((asset.site for asset in beside if asset is not None and asset.site), None)
        return super().plan(replace(order, site=site) if line.action == "Add" and site else order, line)


@wrong("oms", breaks="AC-07", where="supplementals+service-changes")
class ForgetsTheChargeOfAWithdrawnSuspension(Compensation):
    """Has the service resumed when its suspension is withdrawn, and leaves the charge to rest."""

    def undo_billing(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.work.billing is not None and line.work.billing.effect == "suspend":
            line.sent = False
            self.gone(known, line)
        else:
            super().undo_billing(known, line)
