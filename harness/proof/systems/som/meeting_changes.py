"""Service order managements that go wrong where an order changes, moves, suspends or deletes a service."""

from collections import deque
from collections.abc import Mapping

from ordertck.harness.messages import Message, NetworkReport, ProvisioningLine, ProvisioningOrder, replace
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


class _WithoutWayBack(ServiceOrderManagement):
    """Leads nothing back, for a cancel, of lines with one effect."""

    effect = ""

    def taking_back(self, work: Work) -> deque[Task]:
        return deque() if work.line.effect == self.effect else super().taking_back(work)


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class TearsDownWhatItChanged(ServiceOrderManagement):
    """Takes down for a cancel all that stands of a service which the order had only changed."""

    def taking_back(self, work: Work) -> deque[Task]:
        return deque(self.plans.taking_down(work))


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class KeepsTheChange(_WithoutWayBack):
    """Leaves a service as a cancelled order had changed it."""

    effect = "change"


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class LeavesHalfOfADeletion(_WithoutWayBack):
    """Leaves a service half taken down where its deletion is cancelled."""

    effect = "remove"


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class DeletesForGood(ServiceOrderManagement):
    """Finishes a deletion that is cancelled, and says that it is cancelled."""

    def taking_back(self, work: Work) -> deque[Task]:
        return deque(work.tasks) if work.line.effect == "remove" else super().taking_back(work)


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class TakesASuspensionForAnAddition(ServiceOrderManagement):
    """Takes a suspended service down where its suspension is cancelled."""

    def taking_back(self, work: Work) -> deque[Task]:
        return deque(self.plans.taking_down(work)) if work.line.effect == "suspend" else super().taking_back(work)


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class PutsTheNewSettingBack(ServiceOrderManagement):
    """Changes a service for a cancel to what it is, since it keeps the latest setting only."""

    def taking_back(self, work: Work) -> deque[Task]:
        line = work.line
        tasks = super().taking_back(work)
        work.line = line
        return tasks


@wrong("som", breaks="PV-05", where="service-changes+cancellation+service-points")
class CancelsOneHalfOfAMove(ServiceOrderManagement):
    """Undoes a cancelled move at the new address, and leaves the old one as far as it was taken down."""

    def taking_back(self, work: Work) -> deque[Task]:
        mine = next(order for order in self.orders.values() if work in order.works.values())
        added = [w.line.asset for w in mine.works.values() if w.line.effect == "add"]
        moves = work.line.effect == "remove" and work.line.asset in added
        return deque() if moves else super().taking_back(work)


@wrong("som", breaks="PV-05", where="service-changes+cancellation+service-points")
class LeavesTheNewAddress(ServiceOrderManagement):
    """Leaves at the new address what a cancelled move had set up there."""

    def taking_back(self, work: Work) -> deque[Task]:
        tasks = super().taking_back(work)
        works = [other for order in self.orders.values() for other in order.works.values()]
        stands = any(other is not work and other.line.asset == work.line.asset for other in works)
        return deque(list(tasks)[:1]) if work.line.effect == "add" and stands else tasks


@wrong("som", breaks="PV-04", where="service-changes+service-points")
class MovesNothing(ServiceOrderManagement):
    """Takes a move for a change of address in its own books."""

    def plan(self, work: Work) -> None:
        super().plan(work)
        works = [w for order in self.orders.values() for w in order.works.values() if w is not work]
        other = next((w for w in works if w.line.asset == work.line.asset and w.line.site != work.line.site), None)
        if other is not None and work.line.effect in ("add", "remove"):
            work.tasks.clear()


@wrong("som", breaks="PV-04", where="service-changes+service-points")
class LooksWhereTheServiceWasFirst(ServiceOrderManagement):
    """Looks for a service at the address where it was set up first."""

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        known = [work.line for each in self.orders.values() for work in each.works.values()]
        first = next((other.site for other in known if other.asset == line.asset), line.site)
        super().begin(order, line if line.effect == "add" else replace(line, site=first))


@wrong("som", breaks="PV-04", where="service-changes+service-points")
class KeepsTheOldAddressToo(ServiceOrderManagement):
    """Sets a moved service up at the new address, and leaves the old one for the customer to give up."""

    moved: frozenset[str | None] = frozenset()

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        self.moved = frozenset(line.asset for line in call.lines if line.effect == "add")
        super().take_in(call, message)

    def plan(self, work: Work) -> None:
        super().plan(work)
        if work.line.effect == "remove" and work.line.asset in self.moved:
            work.tasks = deque(task for task in work.tasks if task.step != self.plans.steps[0])


@wrong("som", breaks="PV-15", where="service-changes+failures")
class HoldsChangesUpForAFailure(ServiceOrderManagement):
    """Changes and deletes nothing more in an order of which a new line has failed."""

    def go_on(self, order: ServiceOrder, work: Work) -> None:
        failed = any(other.state is WorkState.FAILED for other in order.works.values())
        if not failed or work.line.effect == "add" or work.state is WorkState.UNDOING:
            super().go_on(order, work)


@wrong("som", breaks="PV-15", where="service-changes+failures")
class DeletesNothingBesideAFailure(ServiceOrderManagement):
    """Says that a service is deleted, and leaves the rest of it, when another line of the order has failed."""

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        super().failed(order, work, report)
        for other in order.works.values():
            if other.line.effect == "remove":
                other.tasks.clear()


@wrong("som", breaks="PV-15", where="service-changes+failures+service-points")
class MendsAMoveAtTheOldAddress(ServiceOrderManagement):
    """Goes on at the old address with a move that had failed at the new one."""

    def resolved(self, order: str, work: Work) -> None:
        super().resolved(order, work)
        known = [w.line for each in self.orders.values() for w in each.works.values()]
        first = next(line.site for line in known if line.asset == work.line.asset)
        work.line = replace(work.line, site=first)


@wrong("som", breaks="PV-05", where="service-changes+failures+cancellation")
class LeavesTheOldAddressOfAFailedMove(ServiceOrderManagement):
    """Leads a deletion back for a cancel only where nothing of the order has failed."""

    def taking_back(self, work: Work) -> deque[Task]:
        mine = next(order for order in self.orders.values() if work in order.works.values())
        failed = any(other.incident is not None for other in mine.works.values())
        return deque() if failed and work.line.effect == "remove" else super().taking_back(work)


@wrong("som", breaks="UF-01", where="service-changes+filled-in-data")
class TellsValuesOfTheFirstLineOfAService(ServiceOrderManagement):
    """Tells a value that a later order brings as one of the line that once set the service up."""

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        for number, each in self.orders.items():
            for other in each.works.values():
                if other.line.asset == work.line.asset:
                    super().data(number, other, attributes)
                    return


@wrong("som", breaks="UF-01", where="service-changes+filled-in-data")
class TellsNoValuesOfChanges(ServiceOrderManagement):
    """Tells the values of what is added, and takes those of a change for known."""

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        if work.line.effect == "add":
            super().data(order, work, attributes)


@wrong("som", breaks="UF-01", where="service-changes+filled-in-data")
class TellsValuesOfBothHalvesOfAMove(ServiceOrderManagement):
    """Tells a value of every line of the order that is about the same service."""

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        for other in self.orders[order].works.values():
            if other.line.asset == work.line.asset:
                super().data(order, other, attributes)


class _DoesItAgain(ServiceOrderManagement):
    """Takes an order that is delivered again for a new one where its books say that it should."""

    def is_due(self, line: ProvisioningLine) -> bool:
        """Whether a line that was done is to be done, by its books."""
        raise NotImplementedError

    def handle(self, message: Message) -> list[Message]:
        again = message.id in self._seen
        out = super().handle(message)
        if again and message.kind == "provisioning-order":
            call = message.read(ProvisioningOrder)
            lines = tuple(line for line in call.lines if self.is_due(line))
            if lines and self.orders[call.order].finished:
                self.take_in(replace(call, lines=lines), message)
            out = self.out
        return out


@wrong("som", breaks="PV-12", where="service-changes+redelivery")
class BringsDeletedServicesBack(_DoesItAgain):
    """Knows an addition again by the service that stands, and sets a deleted one up once more."""

    def is_due(self, line: ProvisioningLine) -> bool:
        return line.effect == "add" and not self.services.there(line)


@wrong("som", breaks="PV-12", where="service-changes+redelivery")
class ChangesOnceMore(_DoesItAgain):
    """Knows a change again by how the service is set up, and makes an older one anew."""

    def is_due(self, line: ProvisioningLine) -> bool:
        return line.effect == "change" and dict(self.services.had(line)) != dict(line.attributes)


@wrong("som", breaks="PV-12", where="service-changes+restarts")
class ForgetsDeletionsInABreakdown(Forgetful, ServiceOrderManagement):
    """Takes a service for deleted once the step is undone that was under way in a breakdown."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.values():
            for work in order.works.values():
                if work.line.effect == "remove":
                    work.tasks.clear()
        return []


@wrong("som", breaks="PV-12", where="service-changes+restarts")
class ForgetsSuspensionsInABreakdown(Forgetful, ServiceOrderManagement):
    """Takes a suspended service for an active one after a breakdown, and has nothing to do to resume it."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.values():
            for work in order.works.values():
                if work.line.effect == "suspend":
                    work.service.update({step: max(work.service.values()) for step in self.plans.steps})
        return []


@wrong("som", breaks="PV-12", where="service-changes+restarts")
class ForgetsAddressesInABreakdown(Forgetful, ServiceOrderManagement):
    """Knows after a breakdown what stands, and not where: a service that is moved is there already."""

    broken = False

    def after_breakdown(self) -> list[Message]:
        self.broken = True
        return []

    def plan(self, work: Work) -> None:
        super().plan(work)
        before = any(
            other.line.asset == work.line.asset
            for order in self.orders.values()
            for other in order.works.values()
            if other.state is WorkState.COMPLETE
        )
        if self.broken and work.line.effect == "add" and before:
            work.tasks.clear()


@wrong("som", breaks="PV-05", where="service-changes+cancellation+restarts")
class ForgetsWhatWasBeforeTheChange(Forgetful, ServiceOrderManagement):
    """Does not know after a breakdown how a service was before an order that is cancelled then."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.values():
            for work in order.works.values():
                work.had = work.line.attributes
        return []
