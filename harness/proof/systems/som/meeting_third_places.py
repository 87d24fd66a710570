"""Service order managements that lose their way between the addresses and the orders of a service."""

from ordertck.harness.messages import CHANGE, UNDO, Message, NetworkLine, ProvisioningLine, replace
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Services, Task, Work

_MOVES = "supplementals+service-changes+service-points"


@wrong("som", breaks="PV-06", where=_MOVES)
class MovesAServiceOnce(ServiceOrderManagement):
    """Takes the values of a revision of a change, and not its address where the order has moved the service already."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.line.effect == CHANGE and work.state is WorkState.COMPLETE and work.moves:
            wanted = replace(wanted, site=work.line.site)
        super().revise(order, work, wanted)


@wrong("som", breaks="PV-06", where=_MOVES)
class MovesNothingBack(ServiceOrderManagement):
    """Takes a service to be at its first address, since it was there when the order began."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.line.effect == CHANGE and wanted.site == work.home:
            wanted = replace(wanted, site=work.line.site)
        super().revise(order, work, wanted)


@wrong("som", breaks="PV-06", where=_MOVES)
class PutsBackWhereItWas(ServiceOrderManagement):
    """Sets a line that is added again while it is being undone up where the version before had wanted it."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.state is WorkState.UNDOING and work.again is None and order.state.value == "IN PROGRESS":
            wanted = replace(wanted, site=work.line.site)
        super().revise(order, work, wanted)


@wrong("som", breaks="PV-05", where="service-changes+cancellation+service-points")
class KeepsCompleteMoves(ServiceOrderManagement):
    """Leads a move back for a cancel that was under way, and leaves the service where it is after one that was done."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        if work.state is WorkState.COMPLETE and work.moves:
            work.home = work.line.site
        super().withdraw(order, work)


@wrong("som", breaks="PV-05", where="service-changes+cancellation+restarts")
class ForgetsInABreakdownWhereItMovedFrom(Forgetful, ServiceOrderManagement):
    """Does not know after a breakdown from where a service was moved by an order that is open still."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.values():
            for work in order.works.values():
                work.home = None
        return []


class _Ordered(Services):
    def forget(self, name: str) -> None:
        """Do not know an attribute of any service any more."""
        for known in self._settings.values():
            known.pop(name, None)


@wrong("som", breaks="PV-05", where="service-changes+cancellation+filled-in-data+restarts")
class ForgetsValuesInABreakdown(Forgetful, ServiceOrderManagement):
    """Knows after a breakdown what was ordered, and not what the network assigned to it."""

    def prepare(self) -> None:
        super().prepare()
        self.services: _Ordered = _Ordered()

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.values():
            for work in order.works.values():
                work.had = {}
                for name in work.assigned:
                    self.services.forget(name)
        return []


@wrong("som", breaks="PV-06", where="service-changes+cancellation+service-points")
class TakesUnitsBackWhereTheyAreToBe(ServiceOrderManagement):
    """Takes units of a service that was moved away at the address to which a cancel leads it back."""

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        asked = super().network_line(work, task)
        led_back = task.effect == UNDO and work.state is WorkState.UNDOING
        return replace(asked, site=work.line.site) if led_back else asked


@wrong("som", breaks="PV-06", where=_MOVES)
class TakesUnitsAwayWhereTheyAreToBe(ServiceOrderManagement):
    """Takes units of a service that has moved away at the address to which a revision sends the rest."""

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        asked = super().network_line(work, task)
        has_moved = task.effect == UNDO and task.step in work.changed and work.state is not WorkState.UNDOING
        return replace(asked, site=work.line.site) if has_moved else asked
