"""Service order managements that go wrong where a revision meets failures, changes, values and addresses."""

from collections import deque
from collections.abc import Mapping

from ordertck.harness.messages import (
    DO,
    UNDO,
    Message,
    NetworkLine,
    NetworkReport,
    ProvisioningLine,
    ProvisioningOrder,
    replace,
)
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work, quantity_of


class _WithRevisions(ServiceOrderManagement):
    """Does something of its own to the lines that a revision leaves alone."""

    def left_alone(self, order: ServiceOrder, work: Work) -> None:
        """A revision has come that does not name this line."""
        raise NotImplementedError

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        known = self.orders.get(call.order)
        super().take_in(call, message)
        if known is not None and not known.finished:
            named = {line.line for line in call.lines}
            for line, work in known.works.items():
                if line not in named:
                    self.left_alone(known, work)


@permitted("som")
class TriesFailuresAgainWithARevision(_WithRevisions):
    """Asks once more for a step that failed when the order is revised in another line, unless the order rests."""

    def prepare(self) -> None:
        super().prepare()
        self.again: set[str] = set()

    def left_alone(self, order: ServiceOrder, work: Work) -> None:
        works = order.state is ServiceOrderState.IN_PROGRESS and work.call not in self.again
        if works and work.state is WorkState.FAILED and work.pending is not None:
            self.ask(order, work, work.pending)
            self.again.add(work.call)


@wrong("som", breaks="PV-06", where="supplementals+failures")
class ForgetsFailuresWithARevision(_WithRevisions):
    """Does not know any more which failure is mended once the order was revised."""

    def left_alone(self, order: ServiceOrder, work: Work) -> None:
        work.incident = None


@wrong("som", breaks="PV-06", where="supplementals+failures")
class MendsTheFirstVersion(ServiceOrderManagement):
    """Passes over what a revision wants of a line that has failed."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.state is not WorkState.FAILED or wanted.effect == "remove":
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-06", where="supplementals+failures")
class LeavesFailuresThatAreTakenOut(ServiceOrderManagement):
    """Leaves what was done for a line that failed where a revision takes the line out."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.state is not WorkState.FAILED or wanted.effect != "remove":
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-06", where="supplementals+service-changes")
class RevisesNoChanges(ServiceOrderManagement):
    """Carries a change on as it was ordered first, whatever a revision wants."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.line.effect != "change":
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-06", where="supplementals+service-changes")
class ReckonsFromWhatWasInstalled(ServiceOrderManagement):
    """Works the steps of a revised change out from what was installed, not from what was changed since."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        super().revise(order, work, wanted)
        if work.line.effect == "change" and quantity_of(wanted) != sum(work.before.values()) / len(work.before or "."):
            work.tasks = deque(self.plans.corrections(work.before, wanted, altered=False))


@wrong("som", breaks="PV-06", where="supplementals+service-changes")
class DeletesAgainWithARevision(_WithRevisions):
    """Begins a deletion anew when the order is revised in another line."""

    def left_alone(self, order: ServiceOrder, work: Work) -> None:
        if work.line.effect == "remove" and not work.finished:
            work.tasks = deque(Task(step, UNDO, count) for step, count in reversed(work.before.items()))


@wrong("som", breaks="PV-06", where="supplementals+service-changes")
class StopsDeletionsForARevision(_WithRevisions):
    """Leaves a deletion half done when the order is revised in another line."""

    def left_alone(self, order: ServiceOrder, work: Work) -> None:
        if work.line.effect == "remove":
            work.tasks.clear()


@wrong("som", breaks="PV-06", where="supplementals+service-changes")
class TakesAnAddedDeletionForAWithdrawal(ServiceOrderManagement):
    """Takes a deletion that a revision adds for the withdrawal of something that it never had."""

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        super().begin(order, line)
        if line.effect == "remove" and len(order.works) > 1 and next(iter(order.works)) != line.line:
            work = order.works[line.line]
            if all(other.line.effect == "change" for other in order.works.values() if other is not work):
                work.tasks.clear()


@wrong("som", breaks="UF-07", where="supplementals+filled-in-data")
class TellsValuesOfTheFirstVersionOnly(ServiceOrderManagement):
    """Tells no value of a line that a revision added."""

    def prepare(self) -> None:
        super().prepare()
        self.first: dict[str, set[str]] = {}

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        self.first.setdefault(call.order, {line.line for line in call.lines})
        super().take_in(call, message)

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        if work.line.line in self.first[order]:
            super().data(order, work, attributes)


@wrong("som", breaks="UF-07", where="supplementals+filled-in-data")
class DropsValuesWhileItCorrects(ServiceOrderManagement):
    """Tells no value of a line that has still to be corrected."""

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        if all(task.effect == DO for task in work.tasks):
            super().data(order, work, attributes)


@wrong("som", breaks="PV-06", where="supplementals+service-points")
class SetsUpAtBothAddresses(ServiceOrderManagement):
    """Sets a line up at its new address, and leaves what was done at the old one."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if wanted.effect == "change" and wanted.site != work.line.site and work.pending is not None:
            undo = self.network_line(work, replace(work.pending, effect=UNDO))
            self.tell_network(order.number, undo)
            work.state = WorkState.CANCELLED
            self.begin(order, replace(wanted, effect="add"))
        else:
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-06", where="supplementals+service-points")
class StaysAtTheOldAddress(ServiceOrderManagement):
    """Takes the attributes of a revision, and not its address."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        super().revise(order, work, replace(wanted, site=work.line.site))


@wrong("som", breaks="PV-06", where="supplementals+service-points")
class MovesEveryLine(_WithRevisions):
    """Takes the new address of one line for that of the whole order."""

    site: str | None = None

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        self.site = next((line.site for line in call.lines if line.effect == "change"), None)
        super().take_in(call, message)

    def left_alone(self, order: ServiceOrder, work: Work) -> None:
        if self.site is not None and self.site != work.line.site:
            self.revise(order, work, replace(work.line, site=self.site, effect="change"))


@wrong("som", breaks="PV-06", where="supplementals+service-points")
class KeepsTheFirstNewAddress(ServiceOrderManagement):
    """Takes no further revision of a line that is on its way to another address."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.again is None or wanted.effect == "remove":
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-06", where="supplementals+service-points")
class UndoesAtTheNewAddress(ServiceOrderManagement):
    """Undoes at the new address what was done at the old one."""

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        told = super().network_line(work, task)
        return replace(told, site=work.again.site) if work.again and task.effect == UNDO else told

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        if work.again is not None and work.pending is not None:
            self.done(order, work, work.pending, report)
        else:
            super().failed(order, work, report)


@wrong("som", breaks="PV-06", where="service-points+redelivery")
class TakesAnOldAddressBack(ServiceOrderManagement):
    """Moves a line back when an older version of the order is delivered again."""

    def handle(self, message: Message) -> list[Message]:
        again = message.id in self._seen
        out = super().handle(message)
        if again and message.kind == "provisioning-order":
            call = message.read(ProvisioningOrder)
            order = self.orders[call.order]
            for line in call.lines:
                work = order.works.get(line.line)
                if work is not None and not order.finished and line.site != (work.again or work.line).site:
                    self.revise(order, work, line)
            out = self.out
        return out


@wrong("som", breaks="PV-06", where="service-points+restarts")
class ForgetsTheNewAddress(Forgetful, ServiceOrderManagement):
    """Sets a line up at its old address again when it broke down while the line was being moved."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.values():
            for work in order.works.values():
                work.again = replace(work.again, site=work.line.site) if work.again else None
        return []
