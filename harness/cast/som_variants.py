"""Service order managements that do things their own way, as the documents permit."""

from dataclasses import replace

from ordertck.harness.cast.casting import permitted
from ordertck.harness.messages import Message, NetworkLine, NetworkReport, ProvisioningOrder
from ordertck.harness.reference.som import ServiceOrderManagement
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
