"""Service order managements that take an earlier state for the present one, and one that takes lines in turn."""

from ordertck.harness.messages import Message, NetworkLine, NetworkReport, ProvisioningLine, ProvisioningOrder, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.som.styles import LinesInTurn
from ordertck.harness.proof.systems.som.variants import TakesLinesBackwards
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Services, Task, Work


class _FirstAssigned(Services):
    """How things are set up; what the network assigned once counts for ever."""

    def __init__(self) -> None:
        super().__init__()
        self._assigned: dict[str, dict[str, str]] = {}

    def settle(self, work: Work) -> None:
        known = self._assigned.setdefault(work.line.asset or work.line.line, {})
        known.update(work.assigned)
        work.assigned = dict(known)
        super().settle(work)


@wrong("som", breaks="UF-07", where="service-changes+cancellation+filled-in-data")
class TakesTheFirstAssignedValueForEver(ServiceOrderManagement):
    """Leads a cancelled change back to what the network once assigned, though an order has changed it since."""

    def prepare(self) -> None:
        super().prepare()
        self.services = _FirstAssigned()


@wrong("som", breaks="PV-05", where="supplementals+cancellation+service-points")
class KnowsTwoAddressesOfALine(ServiceOrderManagement):
    """Undoes a cancelled line at the second address that it was wanted at, the last that there is a field for."""

    def prepare(self) -> None:
        super().prepare()
        self.addresses: dict[str, list[str | None]] = {}

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        self.addresses.setdefault(line.line, []).append(line.site)
        super().begin(order, line)

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        asked = super().network_line(work, task)
        known = self.addresses[work.line.line]
        over = task.effect == "undo" and len(known) > 2
        return replace(asked, site=known[1]) if over and work.state is WorkState.UNDOING else asked


@wrong("som", breaks="PV-15", where="supplementals+failures")
class NamesAFailureByItsStep(ServiceOrderManagement):
    """Calls the second failure of a step by the name of the first, which was mended."""

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        known, self.naming = work.incident, True
        super().failed(order, work, report)
        self.naming = False
        if known is None and work.incident is not None:
            work.incident = work.incident.rpartition("-")[0]

    def fault(self, order: str, line: str | None, incident: str, reason: str) -> None:
        super().fault(order, line, incident.rpartition("-")[0] if self.naming else incident, reason)

    naming = False


@wrong("som", breaks="PV-04", where="service-changes+cancellation")
class LetsOneOfThoseWhoWaitGoOn(ServiceOrderManagement):
    """Lets one order go on when another one is cancelled, and forgets the others that wait for it."""

    def prepare(self) -> None:
        super().prepare()
        in_turn, lucky = self.services.next_in_turn, set[str]()

        def first_only(done: Work) -> list[tuple[ServiceOrder, Work]]:
            waiting = in_turn(done)
            if done.state is not WorkState.CANCELLED or not waiting:
                return waiting
            number = done.line.line.rpartition("-")[0]
            if number in lucky:
                return []
            lucky.add(number)
            return waiting

        self.services.next_in_turn = first_only  # type: ignore[method-assign]


@wrong("som", breaks="PV-06", where="service-changes+service-points")
class DeletesTheFirstPlace(ServiceOrderManagement):
    """Knows one address of a service, the first, and takes it down there, whatever address the order names."""

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        places = self.services.standing.get(line.asset or "", {})
        standing = [site for site, steps in places.items() if steps]
        if line.effect == "remove" and len(standing) > 1 and not order.works:
            line = replace(line, site=standing[0])
        super().begin(order, line)


@permitted("som")
class LinesInTurnBackwards(TakesLinesBackwards, LinesInTurn):
    """Works on one line of an order at a time, the last one first; faults what comes when all are complete."""

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        order = self.orders.get(call.order)
        if order is None or not order.finished:
            super().take_in(call, message)
            return
        for line in call.lines:
            self.fault(order.number, line.line, f"{message.id}-{line.line}", "the order is finished")
