"""Order systems that cannot wait for provisioning, or do not take its failures for what they are."""

from collections.abc import Iterable
from datetime import datetime

from ordertck.harness.messages import Edge, Fallout, Fault, Message, ProvisioningOrder, WorkUpdate, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.oms.habits import Sending
from ordertck.harness.reference.oms import (
    Fulfilment,
    Incidents,
    LineState,
    Orchestration,
    OrderManagement,
    Outbox,
    Reports,
)


class _Remembering(OrderManagement):
    """Remembers which provisioning orders it has heard nothing of."""

    def prepare(self) -> None:
        self.unanswered: list[Message] = []

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "provisioning-update":
            line = message.body["line"]
            self.unanswered = [call for call in self.unanswered if all(x["line"] != line for x in call.body["lines"])]
        return self.noted(super().handle(message))

    def noted(self, sent: list[Message]) -> list[Message]:
        """What was sent, once it is noted."""
        self.unanswered += [message for message in sent if message.kind == "provisioning-order"]
        return sent


@wrong("oms", breaks="PV-12")
class SendsAgainWhatTakesLong(_Remembering):
    """Sends a provisioning order once more for every day on which it hears nothing of it."""

    def advance(self, now: datetime) -> list[Message]:
        again = [replace(call, id=f"{call.id}-{now.isoformat()}") for call in self.unanswered]
        return self.noted(super().advance(now)) + again


@wrong("oms", breaks="PV-12")
class SendsEverythingTwice(Sending):
    """Sends every provisioning order a second time, to be sure."""

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        return (call, call)


@wrong("oms", breaks="PV-12")
class WaitsUntilItIsTaken(_Remembering):
    """Sends no system anything while another has not reported on what it got."""

    later: tuple[Message, ...] = ()

    def noted(self, sent: list[Message]) -> list[Message]:
        calls = [*self.later, *(message for message in sent if message.kind == "provisioning-order")]
        others = [message for message in sent if message.kind != "provisioning-order"]
        goes = calls[:1] if not self.unanswered else []
        self.later = tuple(calls[len(goes) :])
        self.unanswered += goes
        return others + goes


@wrong("oms", breaks="PV-12")
class GivesUpOnWhatIsNotTaken(OrderManagement):
    """Lets an order fall out when others get on and nothing was heard of it."""

    def handle(self, message: Message) -> list[Message]:
        sent = super().handle(message)
        for number, known in self.book.orders.items() if message.kind == "billing-update" else ():
            untouched = [
                x for x in known.lines.values() if x.sent and not x.milestones and x.state == "BILLING INITIATED"
            ]
            if untouched and number != message.body["order"]:
                fault = Fault(order=number, line=untouched[0].line.id, incident=f"{number}-lost", reason="no answer")
                self.incidents.falls_out(fault)
        return sent + self.outbox.emptied()


@wrong("oms", breaks="PV-13")
class WaitsForAReply(OrderManagement):
    """Takes no update on an order before provisioning has said that it got it."""

    replied = False

    def take(self, message: Message) -> None:
        self.replied = self.replied or message.kind == "provisioning-answer"
        if self.replied or message.kind != "provisioning-update" or message.body["sort"] != "status":
            super().take(message)


@wrong("oms", breaks="PV-13")
class TakesSilenceForFailure(OrderManagement):
    """Lets an order fall out when provisioning has said nothing for a day."""

    def advance(self, now: datetime) -> list[Message]:
        sent = super().advance(now)
        for number, known in self.book.orders.items():
            if any(line.sent and not line.milestones for line in known.lines.values()):
                fallout = Fallout(order=number, incident=f"{number}-silent", state="raised", reason="no reply")
                self.outbox.tell("fallout", Edge.CRM, fallout, number)
        return sent + self.outbox.emptied()


@wrong("oms", breaks="PV-13")
class TakesTheFirstUpdateForTheReply(Reports):
    """Takes the first that it hears of a line for the reply to its order, and waits for the updates."""

    def prepare(self) -> None:
        self.answered: set[str] = set()

    def from_provisioning(self, report: WorkUpdate) -> None:
        if report.line in self.answered:
            super().from_provisioning(report)
        self.answered.add(report.line)


@wrong("oms", breaks="PV-13 PV-15")
class TakesAnErrorForAReceipt(Incidents):
    """Takes any reply for a good one: a line that is faulted counts as provisioned."""

    def falls_out(self, fault: Fault) -> None:
        known = self.book.orders.get(fault.order)
        line = known.lines.get(fault.line or "") if known else None
        if known is not None and line is not None and line.state == "BILLING INITIATED":
            self.orchestration.provisioned(known, line)
        else:
            super().falls_out(fault)


@wrong("oms", breaks="PV-15 PV-13")
class KeepsFalloutToItself(Incidents):
    """Leaves a line that failed in progress, without a sign."""

    def falls_out(self, fault: Fault) -> None: ...


@wrong("oms", breaks="PV-15")
class HearsOnlyProvisioning(OrderManagement):
    """Takes no notice of failures that the integration tells of."""

    def handle(self, message: Message) -> list[Message]:
        return [] if message.kind == "fault" and message.edge is Edge.OMS else super().handle(message)


@wrong("oms", breaks="PV-15")
class BlamesTheFirstLine(Outbox):
    """Raises every fallout on the first line of its order."""

    def fallout(self, fault: Fault, state: str) -> None:
        known = self.book.orders[fault.order]
        super().fallout(replace(fault, line=next(iter(known.lines), fault.line)), state)


@wrong("oms", breaks="PV-15")
class BlamesTheWholeOrder(Outbox):
    """Raises a fallout on every line of an order of which one failed."""

    def fallout(self, fault: Fault, state: str) -> None:
        for line in self.book.orders[fault.order].lines:
            super().fallout(replace(fault, line=line, incident=f"{fault.incident}-{line}"), state)


@wrong("oms", breaks="PV-15")
class StopsForOneFailure(Orchestration):
    """Provisions nothing any more, of whichever order, while a line of some order has failed."""

    def provision(self, fulfilment: Fulfilment) -> None:
        lines = (line for order in self.book.orders.values() for line in order.lines.values())
        if all(line.state is not LineState.FAILED for line in lines):
            super().provision(fulfilment)


@wrong("oms", breaks="PV-15")
class GivesTheRestUp(OrderManagement):
    """Hears nothing more of an order of which a line failed."""

    def prepare(self) -> None:
        self.lost: set[str] = set()

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "fault":
            self.lost.add(message.body["order"])
        elif message.kind != "order-query" and message.body.get("order") in self.lost:
            return []
        return super().handle(message)


@permitted("oms")
class TellsFalloutInTheStatusToo(Incidents):
    """Tells the CRM of a failed line in an order update besides the fallout."""

    def falls_out(self, fault: Fault) -> None:
        super().falls_out(fault)
        known = self.book.orders.get(fault.order)
        line = known.lines.get(fault.line or "") if known else None
        if known is not None and line is not None:
            self.outbox.update(known, line)


@wrong("oms", breaks="PV-15")
class ResolvesTheWholeOrder(Incidents):
    """Takes every failure of an order for mended once one of them is."""

    def resolve(self, order: str, incident: str) -> None:
        known = self.open.get(incident)
        super().resolve(order, incident)
        for other in [i for i, fault in self.open.items() if known is not None and fault.order == order]:
            super().resolve(order, other)
