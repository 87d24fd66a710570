"""Service order managements that lose what earlier orders have changed or left."""

from collections import deque

from ordertck.harness.messages import CHANGE, ProvisioningLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import Services, Task, Work


class _Latest(Services):
    def settle(self, work: Work) -> None:
        self._settings[self._place(work.line)] = {**work.line.attributes, **work.assigned}


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class KeepsTheValuesOfTheLatestOrder(ServiceOrderManagement):
    """Keeps of a service the values that the latest order named, and leads back to these and no others."""

    def prepare(self) -> None:
        super().prepare()
        self.services = _Latest()


class _Bare(Services):
    def move(self, line: ProvisioningLine) -> None:
        before = self._place(line)
        super().move(line)
        if self._place(line) != before:
            self._settings.pop(self._place(line), None)


@wrong("som", breaks="PV-05", where="service-changes+cancellation+service-points")
class MovesWithoutItsHistory(ServiceOrderManagement):
    """Forgets how a service was set up when it moves, so that no cancel at the new address leads back to it."""

    def prepare(self) -> None:
        super().prepare()
        self.services = _Bare()


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class KeepsHowManyACompleteLineLeft(ServiceOrderManagement):
    """Leads a complete change back to the values from before, and leaves as many units as there are by then."""

    def taking_back(self, work: Work) -> deque[Task]:
        tasks = super().taking_back(work)
        if work.state is not WorkState.COMPLETE or work.line.effect != CHANGE:
            return tasks
        return deque(replace(task, quantity=work.service[task.step]) for task in tasks if task.effect == CHANGE)
