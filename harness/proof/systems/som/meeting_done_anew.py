"""Service order managements that go wrong with lines that are wanted otherwise after they failed or were done."""

from collections.abc import Mapping

from ordertck.harness.messages import Message, ProvisioningLine, ProvisioningOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.network_plans import Plans
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.service_orders import TARGET
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


class _Standing(Plans):
    def revising(self, work: Work, wanted: ProvisioningLine) -> list[Task]:
        failed = work.pending if work.state is WorkState.FAILED else None
        if failed is not None:
            work.pending = None
        tasks = super().revising(work, wanted)
        work.pending = failed or work.pending
        return tasks


@wrong("som", breaks="PV-06", where="supplementals+failures")
class CorrectsNoFailedUnits(ServiceOrderManagement):
    """Corrects what stands to what a revision wants, and has as many done of what failed as were wanted before."""

    def prepare(self) -> None:
        super().prepare()
        self.plans = _Standing(self.plans.steps)


@wrong("som", breaks="UF-07", where="supplementals+failures+filled-in-data")
class TellsNoValuesOfWhatIsDoneAnew(ServiceOrderManagement):
    """Tells nothing that is assigned to a line which was complete before."""

    def prepare(self) -> None:
        super().prepare()
        self.complete: set[str] = set()

    def status(self, order: str, work: Work, status: str | None = None) -> None:
        if work.state is WorkState.COMPLETE:
            self.complete.add(work.line.line)
        super().status(order, work, status)

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        if work.line.line not in self.complete:
            super().data(order, work, attributes)


@wrong("som", breaks="PV-15", where="failures+redelivery")
class FaultsWhatIsDeliveredAgain(ServiceOrderManagement):
    """Looks for faults in an order before it looks whether it has had that order before."""

    def handle(self, message: Message) -> list[Message]:
        again = message.id in self._seen and message.kind == "provisioning-order"
        sent = super().handle(message)
        for line in message.body["lines"] if again else ():
            product = self.catalogue.products.get(line["product"])
            counted = line.get("attributes", {}).get("quantity", "1").isdecimal()
            if product is None or product.target != TARGET or not counted:
                incident = f"{message.id}-{line['line']}-{self._sent}"
                self.fault(message.body["order"], line["line"], incident, "it cannot be done")
        return sent


@wrong("som", breaks="PV-06", where="bundles+supplementals")
class LeavesComponentsOfWhatIsTakenOut(ServiceOrderManagement):
    """Takes a bundle out of an order, and takes what it is told of its components for said already."""

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        known = self.orders[call.order].works if call.order in self.orders else {}
        gone = {line.line for line in call.lines if line.effect == "remove" and line.line in known}
        left = [line for line in call.lines if not (line.line in gone and line.parent in gone)]
        super().take_in(replace(call, lines=tuple(left)), message)


@wrong("som", breaks="PV-04")
class ResumesWhatWasSuspended(ServiceOrderManagement):
    """Goes on with the lines that an order had when it was suspended, and with none that came while it rested."""

    def prepare(self) -> None:
        super().prepare()
        self.rested: set[str] = set()

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        if order.state is ServiceOrderState.SUSPENDED:
            self.rested.add(line.line)
        super().begin(order, line)

    def go_on(self, order: ServiceOrder, work: Work) -> None:
        if work.line.line not in self.rested or work.state is not WorkState.IN_PROGRESS:
            super().go_on(order, work)
