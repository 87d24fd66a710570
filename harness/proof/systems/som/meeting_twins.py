"""Service order managements that take one of two services of a kind for the other."""

from ordertck.harness.messages import Message, ProvisioningLine, replace
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.work import ServiceOrder


class _ByProduct(ServiceOrderManagement):
    """Can find a service by its product, the first that was set up."""

    def twin(self, line: ProvisioningLine) -> ProvisioningLine:
        """The line as it is about the first service of its product."""
        known = [work.line for order in self.orders.values() for work in order.works.values()]
        first = next(
            (k for k in known if k.product == line.product and k.effect == "add" and k.site != line.site), None
        )
        return replace(line, asset=first.asset, site=first.site) if first is not None else line


@wrong("som", breaks="PV-04", where="service-changes+service-points")
class DeletesTheFirstOfTheProduct(_ByProduct):
    """Deletes the first service of a product that the customer has."""

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        super().begin(order, self.twin(line) if line.effect == "remove" and line.asset else line)


@wrong("som", breaks="PV-04", where="service-changes+service-points")
class ChangesTheFirstOfTheProduct(_ByProduct):
    """Changes the first service of a product that the customer has."""

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        super().begin(order, self.twin(line) if line.effect == "change" else line)


@wrong("som", breaks="PV-05", where="service-changes+cancellation+service-points")
class CancelsByProduct(ServiceOrderManagement):
    """Cancels with an order every open change of a service of the same product."""

    def cancel(self, order: ServiceOrder) -> None:
        super().cancel(order)
        products = {work.line.product for work in order.works.values() if work.line.effect == "change"}
        for other in list(self.orders.values()):
            changes = [w for w in other.works.values() if w.line.effect == "change" and w.line.product in products]
            if other is not order and not other.finished and changes:
                super().cancel(other)


@wrong("som", breaks="PV-12", where="service-changes+service-points+restarts")
class FindsServicesByProductAfterABreakdown(Forgetful, _ByProduct):
    """Knows after a breakdown what customers have, and not which is which."""

    broken = False

    def after_breakdown(self) -> list[Message]:
        self.broken = True
        return []

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        super().begin(order, self.twin(line) if self.broken and line.effect == "remove" else line)


@wrong("som", breaks="PV-05")
class CancelsWhateverIsOpen(ServiceOrderManagement):
    """Cancels every open order with one of them."""

    def cancel(self, order: ServiceOrder) -> None:
        super().cancel(order)
        for other in list(self.orders.values()):
            if other is not order and not other.finished:
                super().cancel(other)
