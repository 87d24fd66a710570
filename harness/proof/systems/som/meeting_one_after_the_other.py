"""Service order managements that go wrong where one order follows another, or where an order changes several things."""

from collections.abc import Mapping

from ordertck.harness.messages import CHANGE, Message, NetworkLine, ProvisioningLine, replace
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.network_plans import Plans
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


class _PlansOnArrival(ServiceOrderManagement):
    """Has a change set a service up as a whole, as it was to be when the order came."""

    def prepare(self) -> None:
        super().prepare()
        self.expected: dict[str, Mapping[str, str]] = {}

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        at_work = [work for other in self.orders.values() if other is not order for work in other.works.values()]
        self.expected[line.line] = self.foreseen(line, [each for each in at_work if each.line.asset == line.asset])
        super().begin(order, line)

    def foreseen(self, line: ProvisioningLine, others: list[Work]) -> Mapping[str, str]:
        """How the service is taken to be when a line has its turn; ``others`` are lines about it, earliest first."""
        raise NotImplementedError

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        asked = super().network_line(work, task)
        whole = {**self.expected.get(work.line.line, {}), **asked.attributes}
        return replace(asked, attributes=whole) if task.effect == CHANGE else asked


@wrong("som", breaks="PV-04", where="service-changes+restarts")
class PlansOnWhatIsAtWork(_PlansOnArrival):
    """Plans a change on what the order that is at work on its service makes of that, and knows of none that waits."""

    def foreseen(self, line: ProvisioningLine, others: list[Work]) -> Mapping[str, str]:
        begun = [each for each in others if not each.waits and not each.finished]
        return {**self.services.had(line), **(begun[0].line.attributes if begun else {})}


@wrong("som", breaks="PV-04", where="service-changes+cancellation")
class CountsOnWhatIsStillToBeDone(_PlansOnArrival):
    """Plans a change on all that earlier orders are to make of its service, whatever becomes of those."""

    def foreseen(self, line: ProvisioningLine, others: list[Work]) -> Mapping[str, str]:
        open_ones = [each.line.attributes for each in others if not each.finished]
        return {name: value for each in (self.services.had(line), *open_ones) for name, value in each.items()}
