"""Service order managements that lose what earlier orders have changed or left."""

from collections.abc import Mapping

from ordertck.harness.messages import ProvisioningLine
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.work import Services


class _Latest(Services):
    def settle(self, line: ProvisioningLine, assigned: Mapping[str, str]) -> None:
        self._settings[self._place(line)] = {**line.attributes, **assigned}


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
