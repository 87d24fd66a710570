"""Service order managements that uphold each rule by itself, and forget one of them where two meet."""

from ordertck.harness.messages import Message, NetworkReport, ProvisioningLine, ProvisioningOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work, quantity_of


@wrong("som", breaks="PV-06")
class NeverPutsBack(ServiceOrderManagement):
    """Takes a line that was once taken out for gone, whatever a later revision says."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.state not in (WorkState.UNDOING, WorkState.CANCELLED):
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-06")
class PutsBackWhatIsUndoneOnly(ServiceOrderManagement):
    """Sets a line up again that is undone, and forgets one that is put back before that."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.state is not WorkState.UNDOING:
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-06")
class DoesTheWholeQuantityOnceMore(ServiceOrderManagement):
    """Does as many more as are wanted in all, where more are wanted."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        more = quantity_of(wanted) > quantity_of(work.line)
        super().revise(order, work, wanted)
        if more:
            tasks = [Task(t.step, t.effect, quantity_of(wanted)) if t.effect == "do" else t for t in work.tasks]
            work.tasks.clear()
            work.tasks.extend(tasks)


@wrong("som", breaks="PV-06")
class KnowsRevisionsByWhatTheySay(ServiceOrderManagement):
    """Takes a revision for a redelivery when it wants what was wanted once before."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.known: set[str] = set()

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        lines = [line for line in call.lines if repr((line.line, line.attributes)) not in self.known]
        self.known |= {repr((line.line, line.attributes)) for line in call.lines}
        if lines or not call.lines:
            super().take_in(call, message)


@wrong("som", breaks="PV-05")
class CancelsNothingThatRests(ServiceOrderManagement):
    """Passes over the cancel of a suspended order."""

    def cancel(self, order: ServiceOrder) -> None:
        if order.state is not ServiceOrderState.SUSPENDED:
            super().cancel(order)


@wrong("som", breaks="PV-05", where="failures+cancellation")
class LeavesFailedLinesAlone(ServiceOrderManagement):
    """Undoes what went well of a cancelled order, and leaves what failed as it is."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        if work.state is not WorkState.FAILED:
            super().withdraw(order, work)

    def finish(self, order: ServiceOrder) -> None:
        done = any(work.state is WorkState.COMPLETE for work in order.works.values())
        if not (done and order.state is ServiceOrderState.CANCELLING):  # what was done after all is never undone
            super().finish(order)


@wrong("som", breaks="PV-06")
class CountsLateReports(ServiceOrderManagement):
    """Undoes nothing of a line that is put back, since it takes the taking out for overtaken."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        if order.state is ServiceOrderState.CANCELLING:
            super().withdraw(order, work)


@wrong("som", breaks="PV-04")
class SaysCompleteBeforeTheNetwork(ServiceOrderManagement):
    """Reports every line complete as soon as it is ordered, and has it done afterwards."""

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        super().begin(order, line)
        self.status(order.number, order.works[line.line], "COMPLETE")


@wrong("som", breaks="PV-08")
class CountsARepeatedReport(ServiceOrderManagement):
    """Takes a report of the network that is delivered again for a report on the next step."""

    def handle(self, message: Message) -> list[Message]:
        if message.kind != "network-report" or message.id not in self._seen:
            return super().handle(message)
        self.out = []
        report = message.read(NetworkReport)
        order = self.orders[report.order]
        work = order.works[report.line]
        if work.pending is not None and report.outcome == "done":
            self.done(order, work, work.pending, report)
            self.finish(order)
        return self.out


@wrong("som", breaks="PV-15")
class TakesWhatItCannotReadForOne(ServiceOrderManagement):
    """Does one of a product when it cannot read how many are wanted."""

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        lines = tuple(
            line
            if line.attributes.get("quantity", "1").isdecimal()
            else replace(line, attributes={**line.attributes, "quantity": "1"})
            for line in call.lines
        )
        super().take_in(replace(call, lines=lines), message)
