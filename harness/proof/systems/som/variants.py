"""Service order managements that do things their own way, as the documents permit."""

from collections import deque

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Message, NetworkLine, NetworkReport, ProvisioningOrder, replace
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.registry import permitted
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


@permitted("som")
class TellsMore(ServiceOrderManagement):
    """Tells of more stations than it has to, in words of its own."""

    def ask(self, order: ServiceOrder, work: Work, task: Task) -> None:
        self.update(order.number, work, "status", f"{task.effect} {task.step}".upper())
        super().ask(order, work, task)


@permitted("som")
class TakesLinesBackwards(ServiceOrderManagement):
    """Works on the lines of an order from the last to the first."""

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        super().take_in(replace(call, lines=call.lines[::-1]), message)


@permitted("som")
class HasStepsOfItsOwn(ServiceOrderManagement):
    """Calls the network's steps by names of its own."""

    def tell_network(self, order: str, line: NetworkLine) -> None:
        super().tell_network(order, replace(line, step=f"wo-{line.step}"))

    def network_reports(self, report: NetworkReport) -> None:
        super().network_reports(replace(report, step=report.step.removeprefix("wo-")))


@permitted("som")
class AsksForEverythingAtOnce(ServiceOrderManagement):
    """Sends all that follows from one message in one call on the network."""

    def handle(self, message: Message) -> list[Message]:
        sent = super().handle(message)
        calls = [m for m in sent if m.kind == "network-order"]
        if len(calls) < 2:
            return sent
        lines = [line for call in calls for line in call.body["lines"]]
        together = replace(calls[0], body={**calls[0].body, "lines": lines})
        return [*(m for m in sent if m.kind != "network-order"), together]


@permitted("som")
class NamesTheCall(ServiceOrderManagement):
    """Says with every update which message asked for the work."""

    call = ""

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "provisioning-order":
            self.call = message.id
        return [
            replace(sent, body={**sent.body, "call": self.call}) if sent.kind == "provisioning-update" else sent
            for sent in super().handle(message)
        ]


@permitted("som")
class WaitsForWhatIsUnderWay(ServiceOrderManagement):
    """Lets the step that is under way come to its end before it undoes it."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        if work.pending is not None and work.state is not WorkState.UNDOING:
            work.tasks = deque(self.plans.taking_down(work))
            work.move_to(WorkState.UNDOING)
        else:
            super().withdraw(order, work)


@permitted("som")
class UndoesInOneCall(ServiceOrderManagement):
    """Sends a whole compensation plan in one call on the network, in the order in which it is to be done."""

    def handle(self, message: Message) -> list[Message]:
        sent = super().handle(message)
        for call in [m for m in sent if m.kind == "network-order"]:
            (line,) = call.body["lines"]
            work = self.orders[call.body["order"]].works[line["line"]]
            if work.state is WorkState.UNDOING and work.tasks and work.pending is not None:
                tasks = [work.pending, *work.tasks]
                lines = [{**line, "step": task.step, "quantity": task.quantity} for task in tasks]
                sent[sent.index(call)] = replace(call, body={**call.body, "lines": lines})
                self.awaited[line["line"]] = len(tasks)
                work.tasks.clear()
        return sent

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        super().__init__(catalogue, scenario)
        self.awaited: dict[str, int] = {}

    def network_reports(self, report: NetworkReport) -> None:
        if report.outcome == "undone" and self.awaited.get(report.line, 0) > 1:
            self.awaited[report.line] -= 1
            work = self.orders[report.order].works[report.line]
            work.service.pop(report.step, None)
            return
        order = self.orders.get(report.order)
        if order is not None and report.outcome == "undone":
            pending = order.works[report.line].pending
            if pending is not None:
                report = replace(report, step=pending.step)
        super().network_reports(report)


@permitted("som")
class ChangesAndCountsInOneStep(ServiceOrderManagement):
    """Tells the network how many there are to be, in place of how many to undo."""

    def ask(self, order: ServiceOrder, work: Work, task: Task) -> None:
        fewer = task.effect == "undo" and work.service.get(task.step, 0) > task.quantity
        if fewer:
            left = work.service[task.step] - task.quantity
            work.service[task.step] = left
            work.pending = Task(task.step, "change", left)
        super().ask(order, work, work.pending or task)


@permitted("som")
class FaultsInReply(ServiceOrderManagement):
    """Sends a fault as the reply to the order that it is about."""

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "provisioning-order":
            self.asked = message.id
        return [replace(m, re=self.asked) if m.kind == "fault" else m for m in super().handle(message)]


@permitted("som")
class CallsOffWhatIsSuspended(ServiceOrderManagement):
    """Calls off the step that is under way when an order is suspended, and asks for it again when it is resumed."""

    def suspend(self, order: ServiceOrder) -> None:
        super().suspend(order)
        for work in order.works.values():
            if work.pending is not None and work.pending.effect == "do":
                work.tasks.appendleft(work.pending)
                work.pending = replace(work.pending, effect="undo")
                self.ask(order, work, work.pending)


@permitted("som")
class SaysEverythingTwice(ServiceOrderManagement):
    """Sends every update a second time."""

    def handle(self, message: Message) -> list[Message]:
        sent = super().handle(message)
        again = {m.id: replace(m, id=f"{m.id}-again") for m in sent if m.kind == "provisioning-update"}
        return [copy for m in sent for copy in (m, again.get(m.id)) if copy is not None]


@permitted("som")
class TellsOfTheCancelOnceForAll(ServiceOrderManagement):
    """Reports the lines of a cancelled order as cancelled when all of them are undone."""

    def status(self, order: str, work: Work, status: str | None = None) -> None:
        known = self.orders[order]
        if work.state is not WorkState.CANCELLED or known.state is not ServiceOrderState.CANCELLING:
            super().status(order, work, status)
        elif all(other.state is WorkState.CANCELLED for other in known.works.values()):
            for other in known.works.values():
                super().status(order, other)
