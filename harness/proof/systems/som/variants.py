"""Service order managements that do things their own way, as the documents permit."""

from ordertck.harness.messages import Message, NetworkLine, NetworkReport, ProvisioningOrder, replace
from ordertck.harness.proof.registry import permitted, style
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


@style("som")
class TellsMore(ServiceOrderManagement):
    """Tells of more stations than it has to, in words of its own."""

    def ask(self, order: ServiceOrder, work: Work, task: Task) -> None:
        self.update(order.number, work, "status", f"{task.effect} {task.step}".upper())
        super().ask(order, work, task)


@style("som")
class TakesLinesBackwards(ServiceOrderManagement):
    """Works on the lines of an order from the last to the first."""

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        super().take_in(replace(call, lines=call.lines[::-1]), message)


@style("som")
class HasStepsOfItsOwn(ServiceOrderManagement):
    """Calls the network's steps by names of its own."""

    def tell_network(self, order: str, *lines: NetworkLine) -> None:
        super().tell_network(order, *(replace(line, step=f"wo-{line.step}") for line in lines))

    def network_reports(self, report: NetworkReport) -> None:
        super().network_reports(replace(report, step=report.step.removeprefix("wo-")))


@style("som", of="calls")
class AsksForEverythingAtOnce(ServiceOrderManagement):
    """Sends all that follows from one message for an order in one call on the network."""

    def handle(self, message: Message) -> list[Message]:
        sent = super().handle(message)
        others = [m for m in sent if m.kind != "network-order"]
        calls: dict[str, list[Message]] = {}
        for call in sent:
            if call.kind == "network-order":
                calls.setdefault(call.about, []).append(call)
        return [*others, *(self.together(each) for each in calls.values())]

    def together(self, calls: list[Message]) -> Message:
        """One call in the place of several for the same order."""
        return replace(calls[0], body={**calls[0].body, "lines": [line for c in calls for line in c.body["lines"]]})


@style("som")
class NamesTheCall(ServiceOrderManagement):
    """Says with every update which message asked last for the work on its line."""

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "provisioning-order":
            self.calls |= {line["line"]: message.id for line in message.body["lines"]}
        return [
            replace(sent, body={**sent.body, "call": self.calls[sent.body["line"]]})
            if sent.kind == "provisioning-update"
            else sent
            for sent in super().handle(message)
        ]

    def prepare(self) -> None:
        super().prepare()
        self.calls: dict[str, str] = {}


@style("som")
class EndsTheFailureOfWhatIsCalledOff(ServiceOrderManagement):
    """Tells that a failure is over as soon as nobody wants any more what had failed; what was to be undone stays so."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        leads_back = work.state is WorkState.UNDOING  # what fails then is wanted still
        if work.incident is not None and not leads_back and work.pending is not None and work.pending.effect != "undo":
            self.resolved(order.number, work)
        super().withdraw(order, work)


@style("som", of="calling off")
class WaitsForWhatIsUnderWay(ServiceOrderManagement):
    """Lets the step that is under way come to its end before it undoes it."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        if work.pending is not None and work.state is WorkState.IN_PROGRESS:
            work.tasks = self.taking_back(work)
            work.pending = replace(work.pending, called_off=True)
            work.move_to(WorkState.UNDOING)
        else:
            super().withdraw(order, work)


@style("som", of="fewer")
class ChangesAndCountsInOneStep(ServiceOrderManagement):
    """Tells the network how many there are to be, in place of how many to undo."""

    def ask(self, order: ServiceOrder, work: Work, task: Task) -> None:
        fewer = task.effect == "undo" and work.service.get(task.step, 0) > task.quantity
        if fewer:
            left = work.service[task.step] - task.quantity
            self.had[work.line.line] = work.service[task.step]
            work.service[task.step] = left
            work.pending = Task(task.step, "change", left)
        super().ask(order, work, work.pending or task)

    def prepare(self) -> None:
        super().prepare()
        self.had: dict[str, int] = {}

    def done(self, order: ServiceOrder, work: Work, task: Task, report: NetworkReport) -> None:
        self.had.pop(work.line.line, None)
        super().done(order, work, task, report)

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        had = self.had.pop(work.line.line, 0)
        if had and work.state is WorkState.FAILED and work.pending is not None and work.pending.effect == "change":
            work.service[work.pending.step] = had  # it did not become fewer
        super().withdraw(order, work)


@style("som")
class FaultsInReply(ServiceOrderManagement):
    """Sends a fault as the reply to the order that it is about."""

    def prepare(self) -> None:
        super().prepare()
        self.current: str | None = None  # what has come after a breakdown may be no order

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "provisioning-order":
            self.current = message.id
        return [replace(m, re=self.current) if m.kind == "fault" else m for m in super().handle(message)]


@style("som", of="calls")
class CallsOffWhatIsSuspended(ServiceOrderManagement):
    """Calls off the step that is under way when an order is suspended, and asks for it again when it is resumed."""

    def suspend(self, order: ServiceOrder) -> None:
        super().suspend(order)
        for work in order.works.values():
            if work.pending is not None and work.pending.effect == "do":
                work.tasks.appendleft(work.pending)
                work.stands(work.pending.step, work.pending.quantity)  # until it is undone
                work.pending = replace(work.pending, effect="undo")
                self.ask(order, work, work.pending)


@style("som")
class SaysEverythingTwice(ServiceOrderManagement):
    """Sends every update a second time."""

    def handle(self, message: Message) -> list[Message]:
        sent = super().handle(message)
        again = {m.id: replace(m, id=f"{m.id}-again") for m in sent if m.kind == "provisioning-update"}
        return [copy for m in sent for copy in (m, again.get(m.id)) if copy is not None]


@style("som")
class TellsOfTheCancelOnceForAll(ServiceOrderManagement):
    """Reports the lines of a cancelled order as cancelled when all of them are undone."""

    def status(self, order: str, work: Work, status: str | None = None) -> None:
        known = self.orders[order]
        if work.state is not WorkState.CANCELLED or known.state is not ServiceOrderState.CANCELLING:
            super().status(order, work, status)
        elif all(other.state is WorkState.CANCELLED for other in known.works.values()):
            for other in known.works.values():
                super().status(order, other)


@style("som")
class TellsThatWhatWasTakenOutIsGone(ServiceOrderManagement):
    """Reports the removal of a line that was to be added as complete, once nothing of it is left."""

    def status(self, order: str, work: Work, status: str | None = None) -> None:
        stays = self.orders[order].state is not ServiceOrderState.CANCELLING
        gone = work.state is WorkState.CANCELLED and work.line.effect == "add" and not work.before
        super().status(order, work, "COMPLETE" if gone and stays and status is None else status)


@style("som")
class RefusesWhatDoesNotFit(ServiceOrderManagement):
    """Refuses to suspend, resume or cancel an order once more, and to suspend or resume one that is being cancelled."""

    def event(self, kind: str, number: str, message: Message) -> None:
        order = self.orders.get(number)
        fitting = {"suspend": ServiceOrderState.IN_PROGRESS, "resume": ServiceOrderState.SUSPENDED}
        open_now = order is not None and not order.finished
        if order is not None and open_now and order.state is not fitting.get(kind, order.state):
            self.fault(number, None, message.id, f"an order that is {order.state} cannot {kind}")
        elif order is not None and open_now and order.state is ServiceOrderState.CANCELLING:
            self.fault(number, None, message.id, "the order is being cancelled already")
        else:
            super().event(kind, number, message)


@permitted("som")
class TriesOnceMore(ServiceOrderManagement):
    """Asks the network once more for a step that failed, and waits for somebody to see to it when it fails again."""

    def prepare(self) -> None:
        super().prepare()
        self.tried: set[tuple[str, str]] = set()

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        super().failed(order, work, report)
        again, works = (work.line.line, report.step), order.state is ServiceOrderState.IN_PROGRESS
        if works and work.pending is not None and work.pending.effect == "do" and again not in self.tried:
            self.tried.add(again)
            self.ask(order, work, work.pending)


@permitted("som")
class TellsOfEachTry(TriesOnceMore):
    """Asks once more for a step that failed, and tells of the second failure too; both are over when it is done."""

    def prepare(self) -> None:
        super().prepare()
        self.calls: set[str | None] = set()
        self.more: dict[str, list[str]] = {}

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        if work.incident is not None and report.call not in self.calls:
            again = f"{work.incident}-{len(self.calls)}"
            self.more.setdefault(work.line.line, []).append(again)
            self.fault(order.number, work.line.line, again, "it failed again")
        self.calls.add(report.call)
        super().failed(order, work, report)

    def resolved(self, order: str, work: Work) -> None:
        super().resolved(order, work)
        for again in self.more.pop(work.line.line, []):
            work.incident = again
            super().resolved(order, work)
