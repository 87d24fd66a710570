"""Service order managements that go wrong with services that are changed again and again."""

from ordertck.harness.messages import CHANGE, DO, ProvisioningLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.network_plans import Plans
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Services, Task, Work


@wrong("som", breaks="PV-06", where="supplementals+service-changes")
class DoesNoChangeThatIsPutBack(ServiceOrderManagement):
    """Does nothing for a change that a revision took out and a later one puts back."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.state is not WorkState.CANCELLED or wanted.effect == "add":
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-06", where="supplementals+service-changes")
class PutsTheFirstChangeBack(ServiceOrderManagement):
    """Does a change that is put back with the values with which it was ordered first."""

    def prepare(self) -> None:
        super().prepare()
        self.first: dict[str, ProvisioningLine] = {}

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        first = self.first.setdefault(line.line, line)
        super().begin(order, replace(line, attributes=first.attributes) if line.effect == "change" else line)


class _AddsFirst(Plans):
    def revising(self, work: Work, wanted: ProvisioningLine) -> list[Task]:
        tasks = super().revising(work, wanted)
        count = max((task.quantity for task in tasks if task.effect == CHANGE), default=0)
        added = max((task.quantity for task in tasks if task.effect == DO), default=0)
        changes = [replace(task, quantity=count + added) for task in tasks if task.effect == CHANGE]
        return [*(task for task in tasks if task.effect != CHANGE), *changes]


@wrong("som", breaks="PV-06", where="supplementals+service-changes+service-points")
class AddsBeforeItMoves(ServiceOrderManagement):
    """Sets further units up at the new address, takes them for the moved ones, and leaves these where they were."""

    def prepare(self) -> None:
        super().prepare()
        self.plans = _AddsFirst(self.plans.steps)


class _AddsOnly(Plans):
    def revising(self, work: Work, wanted: ProvisioningLine) -> list[Task]:
        tasks = super().revising(work, wanted)
        more = any(task.effect == DO for task in tasks) and work.line.site == wanted.site
        return [task for task in tasks if not more or task.effect != CHANGE]


@wrong("som", breaks="PV-06", where="supplementals+service-changes+service-points")
class ForgetsTheMoveForMoreUnits(ServiceOrderManagement):
    """Adds the units that a revision wants more of, and forgets that the others were still to be moved."""

    def prepare(self) -> None:
        super().prepare()
        self.plans = _AddsOnly(self.plans.steps)


class _Remembering(Services):
    def put_back(self, line: ProvisioningLine) -> None:
        """Keep how the service was set up by the change, as if it were still so."""


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class LeadsBackToWhatWasTakenBack(ServiceOrderManagement):
    """Knows a service as it was changed last, also when that change is taken back, and leads back to that."""

    def prepare(self) -> None:
        super().prepare()
        self.services: _Remembering = _Remembering()


@wrong("som", breaks="PV-05", where="supplementals+service-changes+cancellation")
class LeadsBackToWhatWasTakenOut(ServiceOrderManagement):
    """Leads back to a change that a revision took out of its order; it forgets one that was cancelled."""

    def go_on(self, order: ServiceOrder, work: Work) -> None:
        out = work.state is WorkState.UNDOING and order.state is ServiceOrderState.IN_PROGRESS
        known = dict(self.services.had(work.line))
        super().go_on(order, work)
        if out and work.state is WorkState.CANCELLED and work.before:
            self.services.put_back(replace(work.line, attributes=known))
