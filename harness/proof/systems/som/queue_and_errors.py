"""Service order managements that lose or double what is queued, and that keep failures to themselves."""

from collections.abc import Mapping

from ordertck.harness.messages import (
    Answer,
    Edge,
    Message,
    NetworkReport,
    ProvisioningOrder,
    Refusal,
    replace,
)
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.work import ServiceOrder, Services, Work


@wrong("som", breaks="PV-12")
class ReadsWhileItIsStopped(ServiceOrderManagement):
    """Goes on taking orders when its reader is stopped."""

    def read_queue(self) -> None:
        while self.queue:
            self.read(self.queue.popleft())


@wrong("som", breaks="PV-12")
class LosesWhatComesMeanwhile(ServiceOrderManagement):
    """Takes nothing that came while its reader was stopped."""

    def read_queue(self) -> None:
        if self.stopped:
            self.queue.clear()
        super().read_queue()


@wrong("som", breaks="PV-12")
class KeepsTheLatestOnly(ServiceOrderManagement):
    """Has room for one message in its queue; a later one takes the place of an earlier."""

    def read_queue(self) -> None:
        while len(self.queue) > 1:
            self.queue.popleft()
        super().read_queue()


@wrong("som", breaks="PV-12")
class LosesWhatComesWhileItIsBusy(ServiceOrderManagement):
    """Takes no new order while another one is not finished."""

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        if call.order in self.orders or all(order.finished for order in self.orders.values()):
            super().take_in(call, message)


@wrong("som", breaks="PV-12")
class ReadsFromTheBeginning(ServiceOrderManagement):
    """Reads its whole queue anew when it is started, with what it had taken before."""

    def prepare(self) -> None:
        self.all: list[Message] = []

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "start":
            self.queue.clear()
            self.queue.extend(self.all)
            self._seen.clear()
            self.orders.clear()
            self.services = Services()
        elif message.edge is Edge.PROVISIONING:
            self.all.append(message)
        return super().handle(message)


@wrong("som", breaks="PV-12")
class ReadsTheLatestFirst(ServiceOrderManagement):
    """Takes what waited from the end of the queue."""

    def read_queue(self) -> None:
        while self.queue and not self.stopped:
            self.read(self.queue.pop())


@wrong("som", breaks="PV-12")
class DoesRedeliveriesAgain(ServiceOrderManagement):
    """Takes a message that is delivered again for a new one."""

    def handle(self, message: Message) -> list[Message]:
        if message.id in self._seen and message.edge is Edge.PROVISIONING:
            self._seen.discard(message.id)
            self.orders.pop(message.body["order"], None)
            self.services = Services()
        return super().handle(message)


@wrong("som", breaks="PV-12")
class RefusesWhileItIsStopped(ServiceOrderManagement):
    """Faults what comes while its reader is stopped, in place of letting it wait."""

    def read_queue(self) -> None:
        while self.queue and self.stopped:
            message = self.queue.popleft()
            self.fault(message.body["order"], None, message.id, "closed")
        super().read_queue()


@wrong("som", breaks="PV-13")
class RepliesToEverything(ServiceOrderManagement):
    """Answers every provisioning order with a receipt."""

    def read(self, message: Message) -> None:
        answer = Answer(outcome="ok")
        self.tell("provisioning-answer", Edge.PROVISIONING, answer, message.body["order"], re=message.id)
        super().read(message)


@wrong("som", breaks="PV-13 PV-14")
class UpdatesInReply(ServiceOrderManagement):
    """Sends its updates as replies to the order."""

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "provisioning-order":
            self.asked = message.id
        return [
            replace(sent, re=self.asked) if sent.kind == "provisioning-update" else sent
            for sent in super().handle(message)
        ]


@wrong("som", breaks="PV-13 PV-15")
class RefusesInAFormOfItsOwn(ServiceOrderManagement):
    """Tells of failures as refusals, not in the common form."""

    def fault(self, order: str, line: str | None, incident: str, reason: str) -> None:
        self.tell("refusal", Edge.CRM, Refusal(order=order, line=line, reason=reason), order)


@wrong("som", breaks="PV-13 PV-15")
class TellsAFailureOfEveryLine(ServiceOrderManagement):
    """Faults every line of an order when one fails."""

    def fault(self, order: str, line: str | None, incident: str, reason: str) -> None:
        lines = self.orders[order].works if order in self.orders and line is not None else ()
        for each in lines or (line,):
            super().fault(order, each, f"{incident}-{each}", reason)


@wrong("som", breaks="PV-13")
class TellsAFailureOverAndOver(ServiceOrderManagement):
    """Faults a failed line once more with every message that it gets."""

    def handle(self, message: Message) -> list[Message]:
        sent = super().handle(message)
        failed = [m for m in sent if m.kind == "fault"]
        return [*sent, *(replace(m, id=f"{m.id}-again") for m in failed)]


@wrong("som", breaks="PV-15 PV-13")
class KeepsFailuresToItself(ServiceOrderManagement):
    """Leaves a line that failed in progress, without a sign."""

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None: ...


@wrong("som", breaks="PV-15 PV-13")
class PassesOverWhatItCannotRead(ServiceOrderManagement):
    """Takes no notice of lines that it can do nothing with."""

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        order = ServiceOrder(call.order)
        readable = tuple(
            line for line in call.lines if self.objection(self.orders.get(call.order, order), line) is None
        )
        super().take_in(replace(call, lines=readable), message)


@wrong("som", breaks="PV-15")
class NamesNoLine(ServiceOrderManagement):
    """Tells of a failure with the order only."""

    def fault(self, order: str, line: str | None, incident: str, reason: str) -> None:
        super().fault(order, None, incident, reason)


@wrong("som", breaks="PV-15")
class NamesTheFirstLine(ServiceOrderManagement):
    """Tells of every failure as one of the order's first line."""

    def fault(self, order: str, line: str | None, incident: str, reason: str) -> None:
        first = next(iter(self.orders[order].works), line) if order in self.orders else line
        super().fault(order, first, incident, reason)


@wrong("som", breaks="PV-15")
class StopsAtTheFirstFailure(ServiceOrderManagement):
    """Works on nothing any more once something has failed."""

    broken = False

    def fault(self, order: str, line: str | None, incident: str, reason: str) -> None:
        super().fault(order, line, incident, reason)
        self.broken = True

    def go_on(self, order: ServiceOrder, work: Work) -> None:
        if not self.broken:
            super().go_on(order, work)


@wrong("som", breaks="UF-07")
class TellsValuesAtTheEnd(ServiceOrderManagement):
    """Tells what the network assigned when the line is complete."""

    def prepare(self) -> None:
        self.kept: dict[str, dict[str, str]] = {}

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        self.kept.setdefault(work.line.line, {}).update(attributes)

    def status(self, order: str, work: Work, status: str | None = None) -> None:
        super().status(order, work, status)
        if work.finished:
            super().data(order, work, self.kept.pop(work.line.line, {}))


@wrong("som", breaks="UF-07 UF-01 PV-07")
class KeepsValuesToItself(ServiceOrderManagement):
    """Tells nobody what the network assigned."""

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None: ...


@wrong("som", breaks="UF-07")
class TellsAllThatItKnows(ServiceOrderManagement):
    """Tells every attribute of a line with a new value, entered or assigned."""

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        if attributes:
            super().data(order, work, {**work.line.attributes, **attributes})
