"""Service order managements that declare that a failed line holds up the other lines of its order (A-65)."""

from ordertck.harness.messages import NetworkReport
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.som.styles import LinesInTurn
from ordertck.harness.proof.systems.som.variants import TakesLinesBackwards
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Work


@permitted("som", switches={"failed_line": "order"})
class StopsAtAFailure(LinesInTurn):
    """Works on one line of an order at a time, and on none while one of them has failed."""


@permitted("som", switches={"failed_line": "order"})
class StopsAtAFailureFromTheLastLineOn(TakesLinesBackwards, LinesInTurn):
    """Works on one line of an order at a time, the last one first, and on none while one of them has failed."""


@wrong("som", breaks="PV-15", switches={"failed_line": "order"})
class StopsEverythingAtAFailure(ServiceOrderManagement):
    """Works on no line of any order while a line of one of them has failed."""

    def go_on(self, order: ServiceOrder, work: Work) -> None:
        works = (each for other in self.orders.values() for each in other.works.values())
        if all(each is work or each.state is not WorkState.FAILED for each in works):
            super().go_on(order, work)


@wrong("som", breaks="PV-15", switches={"failed_line": "order"})
class StaysHeldUp(ServiceOrderManagement):
    """Leaves the other lines of an order as they are once its failed line is mended."""

    def prepare(self) -> None:
        self.failures: dict[str, set[str]] = {}

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        self.failures.setdefault(order.number, set()).add(work.line.line)
        super().failed(order, work, report)

    def go_on(self, order: ServiceOrder, work: Work) -> None:
        failed = self.failures.get(order.number, {work.line.line})
        if work.line.line in failed or work.state is not WorkState.IN_PROGRESS:
            super().go_on(order, work)
