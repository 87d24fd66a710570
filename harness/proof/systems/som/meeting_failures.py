"""Service order managements that go wrong where failures and values meet whatever else befalls an order."""

from collections import deque
from collections.abc import Mapping

from ordertck.harness.messages import Message, NetworkReport, replace
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


def alike(order: ServiceOrder, work: Work) -> list[Work]:
    """The lines of an order with the same product as one of them, that one among them."""
    return [other for other in order.works.values() if other.line.product == work.line.product]


# Failures


@wrong("som", breaks="PV-15", where="failures+service-points")
class FaultsEveryLineWithTheProduct(ServiceOrderManagement):
    """Tells of a failure at one address as one of the product, wherever the order wants it."""

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        super().failed(order, work, report)
        for other in alike(order, work):
            if other is not work:
                self.fault(order.number, other.line.line, f"{work.incident}-{other.line.line}", "it failed elsewhere")


@wrong("som", breaks="PV-15", where="failures+service-points")
class FaultsTheFirstLineWithTheProduct(ServiceOrderManagement):
    """Tells of a failure as one of the first line with the product."""

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        line = work.line
        work.line = replace(line, line=alike(order, work)[0].line.line)
        super().failed(order, work, report)
        work.line = line


@wrong("som", breaks="PV-15", where="failures+service-points")
class MendsAtTheFirstAddress(ServiceOrderManagement):
    """Goes on with what is mended at the address of the order's first line."""

    def resolved(self, order: str, work: Work) -> None:
        super().resolved(order, work)
        work.line = replace(work.line, site=next(iter(self.orders[order].works.values())).line.site)


@wrong("som", breaks="PV-07", where="failures+cancellation")
class ForgetsFailuresWithACancel(ServiceOrderManagement):
    """Takes every failure for settled when an order is cancelled."""

    def cancel(self, order: ServiceOrder) -> None:
        for each in self.orders.values():
            for work in each.works.values():
                work.incident = None
        super().cancel(order)


@wrong("som", breaks="PV-07", where="failures+cancellation")
class CancelsWhatFailedElsewhere(ServiceOrderManagement):
    """Withdraws the failed lines of all orders with an order that is cancelled."""

    def cancel(self, order: ServiceOrder) -> None:
        super().cancel(order)
        for each in self.orders.values():
            for work in each.works.values():
                if work.state is WorkState.FAILED:
                    self.withdraw(each, work)


@wrong("som", breaks="PV-05", where="failures+cancellation")
class CancelsTheFailedLineOnly(ServiceOrderManagement):
    """Undoes for a cancel what has failed, and leaves what went well beside it."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        failed = any(other.incident is not None for other in order.works.values())
        if not failed or work.incident is not None or work.state is not WorkState.COMPLETE:
            super().withdraw(order, work)
        else:
            work.state = WorkState.CANCELLED
            self.status(order.number, work)


@wrong("som", breaks="PV-05", where="failures+cancellation")
class LeavesWhatWasDoneBeforeAFailure(ServiceOrderManagement):
    """Calls the failed step off for a cancel, and leaves the steps before it."""

    def taking_back(self, work: Work) -> deque[Task]:
        tasks = super().taking_back(work)
        return deque(list(tasks)[:1]) if work.state is WorkState.FAILED else tasks


@wrong("som", breaks="PV-07", where="failures+filled-in-data")
class DropsValuesOfMendedSteps(ServiceOrderManagement):
    """Tells that a failure is mended, and not the values that came with it."""

    mended = False

    def resolved(self, order: str, work: Work) -> None:
        super().resolved(order, work)
        self.mended = True

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        if not self.mended:
            super().data(order, work, attributes)
        self.mended = False


@wrong("som", breaks="PV-07", where="failures+filled-in-data")
class TellsNoValuesBesideAFailure(ServiceOrderManagement):
    """Tells no value of an order of which a line has failed."""

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        if all(other.incident is None for other in self.orders[order].works.values()):
            super().data(order, work, attributes)


@wrong("som", breaks="PV-07", where="failures+restarts")
class NumbersFailuresAnew(Forgetful, ServiceOrderManagement):
    """Numbers failures from one again after a breakdown."""

    def prepare(self) -> None:
        super().prepare()
        self.failures = 0

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        super().failed(order, work, report)
        self.failures += 1
        work.incident = f"failure-{self.failures}"

    def fault(self, order: str, line: str | None, incident: str, reason: str) -> None:
        super().fault(order, line, f"failure-{self.failures + 1}" if line else incident, reason)

    def after_breakdown(self) -> list[Message]:
        self.failures = 0
        return []


@wrong("som", breaks="PV-13", where="failures+redelivery")
class FaultsRepeatedReports(ServiceOrderManagement):
    """Tells of a failure again when the network's report on it is delivered again."""

    def handle(self, message: Message) -> list[Message]:
        again = message.id in self._seen
        out = super().handle(message)
        if again and message.kind == "network-report" and message.body["outcome"] == "failed":
            order, line = message.body["order"], message.body["line"]
            if self.orders[order].works[line].state is WorkState.FAILED:
                self.fault(order, line, f"{message.id}-again", "it failed")
        return out


@wrong("som", breaks="PV-13", where="failures+redelivery")
class FailsAgainAfterMending(ServiceOrderManagement):
    """Takes an old report on a failure for a new one once the failure is mended."""

    def handle(self, message: Message) -> list[Message]:
        again = message.id in self._seen
        out = super().handle(message)
        if again and message.kind == "network-report" and message.body["outcome"] == "failed":
            order, line = message.body["order"], message.body["line"]
            if self.orders[order].works[line].state is not WorkState.FAILED:
                self.fault(order, line, f"{message.id}-again", "it failed")
        return out


@wrong("som", breaks="PV-05", where="failures+cancellation+restarts")
class ForgetsFailedLinesInABreakdown(Forgetful, ServiceOrderManagement):
    """Knows after a breakdown only the lines that go well."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.values():
            for line, work in list(order.works.items()):
                if work.state is WorkState.FAILED and len(order.works) > 1:
                    del order.works[line]
        return []


# Values


@wrong("som", breaks="UF-01", where="filled-in-data+service-points")
class TellsValuesByProduct(ServiceOrderManagement):
    """Tells a value of the first line with the product, though the one that it was assigned to is elsewhere."""

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        first = alike(self.orders[order], work)[0]
        super().data(order, first if first.line.site != work.line.site else work, attributes)


@wrong("som", breaks="UF-01")
class TellsAValueOnce(ServiceOrderManagement):
    """Takes a value that it told once for told, though the line that had it was cancelled."""

    def prepare(self) -> None:
        super().prepare()
        self.told: set[tuple[str, str]] = set()

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        super().data(order, work, {n: v for n, v in attributes.items() if (n, v) not in self.told})
        self.told |= set(attributes.items())


@wrong("som", breaks="PV-08", where="filled-in-data+redelivery")
class TellsRepeatedValues(ServiceOrderManagement):
    """Tells a value again when the report that brought it is delivered again."""

    def handle(self, message: Message) -> list[Message]:
        again = message.id in self._seen
        out = super().handle(message)
        if again and message.kind == "network-report":
            report = message.read(NetworkReport)
            self.data(report.order, self.orders[report.order].works[report.line], report.attributes)
        return out


@wrong("som", breaks="PV-08", where="filled-in-data+restarts")
class TellsItsValuesAfterABreakdown(Forgetful, ServiceOrderManagement):
    """Tells all values once more after a breakdown, lest one was lost."""

    def prepare(self) -> None:
        super().prepare()
        self.known: list[tuple[str, Work, Mapping[str, str]]] = []

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        self.known.append((order, work, attributes))
        super().data(order, work, attributes)

    def after_breakdown(self) -> list[Message]:
        self.out = []
        for order, work, attributes in list(self.known):
            super().data(order, work, attributes)
        return self.out


@wrong("som", breaks="UF-07", where="filled-in-data+restarts")
class DropsValuesAfterABreakdown(Forgetful, ServiceOrderManagement):
    """Tells no value of work that was begun before a breakdown."""

    def prepare(self) -> None:
        super().prepare()
        self.before: set[str] = set()

    def after_breakdown(self) -> list[Message]:
        self.before = {line for order in self.orders.values() for line in order.works}
        return []

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        if work.line.line not in self.before:
            super().data(order, work, attributes)


@wrong("som", breaks="UF-07", where="filled-in-data+restarts")
class TellsValuesOfTheFirstLineAfterABreakdown(Forgetful, ServiceOrderManagement):
    """Does not know after a breakdown which line of the order a value is about."""

    broken = False

    def after_breakdown(self) -> list[Message]:
        self.broken = True
        return []

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        first = next(iter(self.orders[order].works.values()))
        super().data(order, first if self.broken else work, attributes)
