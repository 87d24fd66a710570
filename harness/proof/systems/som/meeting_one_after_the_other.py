"""Service order managements that go wrong where one order follows another, or where an order changes several things."""

from collections.abc import Mapping

from ordertck.harness.messages import Message, NetworkLine, ProvisioningLine, replace
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.network_plans import CHANGE, Plans
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Services, Task, Work


class _Undoing(Services):
    def is_taken(self, order: ServiceOrder, line: ProvisioningLine) -> bool:
        others = [work for other, work in self._open(line) if other is not order]
        return any(work.state is not WorkState.UNDOING for work in others)


@wrong("som", breaks="PV-04", where="service-changes+cancellation")
class BeginsBesideWhatIsUndone(ServiceOrderManagement):
    """Begins an order for a service on which an earlier one is at work only to be undone."""

    def prepare(self) -> None:
        super().prepare()
        self.services = _Undoing()


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class LeadsBackToWhatStoodWhenItCame(ServiceOrderManagement):
    """Notes what stands when an order comes, and not when it begins after another one about the same service."""

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        self.came[line.line] = self.services.had(line)
        super().begin(order, line)

    def plan(self, work: Work) -> None:
        super().plan(work)
        work.had = self.came.get(work.line.line, work.had)

    def prepare(self) -> None:
        super().prepare()
        self.came: dict[str, Mapping[str, str]] = {}


@wrong("som", breaks="PV-06", where="service-changes+redelivery")
class ChangesOneValue(ServiceOrderManagement):
    """Changes the first value that an order names of a service, and no other one."""

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        asked = super().network_line(work, task)
        first = dict(list(asked.attributes.items())[:1])
        return replace(asked, attributes=first) if task.effect == CHANGE else asked


class _EitherOr(Plans):
    def corrections(self, begun: dict[str, int], wanted: ProvisioningLine, altered: bool) -> list[Task]:
        counts = super().corrections(begun, wanted, altered=False)
        return counts or super().corrections(begun, wanted, altered)


@wrong("som", breaks="PV-06", where="service-changes+redelivery")
class ChangesHowManyOrHow(ServiceOrderManagement):
    """Changes how many there are of a service, and what else the line changes only where that stays the same."""

    def prepare(self) -> None:
        super().prepare()
        self.plans = _EitherOr(self.plans.steps)


@wrong("som", breaks="PV-04", where="service-changes+restarts")
class BeginsWhatWaitsAfterABreakdown(Forgetful, ServiceOrderManagement):
    """Knows after a breakdown what is to be done for a service, and not that an earlier order is at work on it."""

    def after_breakdown(self) -> list[Message]:
        self.out = []
        for order in self.orders.values():
            for work in order.works.values():
                if work.waits:
                    self.have_turn(order, work)
        return self.out


@wrong("som", breaks="PV-05", where="cancellation+redelivery")
class KnowsNoEventAgain(ServiceOrderManagement):
    """Knows an order that it was given before, and takes a cancel that it was given before for a new one."""

    def handle(self, message: Message) -> list[Message]:
        if message.kind in ("cancel", "suspend", "resume"):
            self._seen.discard(message.id)
        return super().handle(message)


@wrong("som", breaks="PV-12")
class StopsReadingAtAFault(ServiceOrderManagement):
    """Loses what waits in its queue behind an order that it has to fault."""

    def fault(self, order: str, line: str | None, incident: str, reason: str) -> None:
        super().fault(order, line, incident, reason)
        self.queue.clear()


@wrong("som", breaks="PV-04", where="service-changes+service-points")
class GivesATurnTwice(ServiceOrderManagement):
    """Works out once which lines have waited, and gives each its turn, though one had it when another was done."""

    def have_turn(self, order: ServiceOrder, work: Work) -> None:
        others = [turn for turn in self.services.next_in_turn(work) if turn[1] is not work]
        super().have_turn(order, work)
        for waiting, later in others:
            if not later.waits:
                super().have_turn(waiting, later)
