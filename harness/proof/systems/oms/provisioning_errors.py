"""Order systems that cannot wait for provisioning, or do not take its failures for what they are."""

from collections.abc import Iterable
from datetime import datetime

from ordertck.harness.messages import Edge, Fallout, Fault, Message, ProvisioningOrder, WorkUpdate, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.oms.components import _Sending
from ordertck.harness.reference.oms.fallout import FalloutHandling
from ordertck.harness.reference.oms.order_management import Fulfilment, OrderManagement


class _Remembering(_Sending):
    """Remembers which provisioning orders it has heard nothing of; ``unanswered`` by order number."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.unanswered: dict[str, list[ProvisioningOrder]] = {}

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        self.unanswered.setdefault(call.order, []).append(call)
        return (call,)

    def provisioning_reports(self, report: WorkUpdate) -> None:
        calls = self.unanswered.pop(report.order, [])
        if left := [call for call in calls if report.line not in {line.line for line in call.lines}]:
            self.unanswered[report.order] = left
        super().provisioning_reports(report)


@wrong("oms", breaks="PV-12")
class SendsAgainWhatTakesLong(_Remembering):
    """Sends a provisioning order once more for every day on which it hears nothing of it."""

    def advance(self, now: datetime) -> list[Message]:
        sent = super().advance(now)
        self.out = sent
        for calls in list(self.unanswered.values()):
            for call in calls:
                OrderManagement.tell(self, "provisioning-order", Edge.PROVISIONING, call, call.order)
        return self.out


@wrong("oms", breaks="PV-12")
class SendsEverythingTwice(_Sending):
    """Sends every provisioning order a second time, to be sure."""

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        return (call, call)


@wrong("oms", breaks="PV-12")
class WaitsUntilItIsTaken(_Remembering):
    """Sends no system anything while another has not reported on what it got."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)
        self.later: list[ProvisioningOrder] = []

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        if self.unanswered:
            self.later.append(call)
            return ()
        return super().sent(call)

    def provisioning_reports(self, report: WorkUpdate) -> None:
        super().provisioning_reports(report)
        later, self.later = self.later, []
        for call in later:
            self.tell("provisioning-order", Edge.PROVISIONING, call, call.order)

    @property
    def latest_id(self) -> str:
        return ""


@wrong("oms", breaks="PV-12")
class GivesUpOnWhatIsNotTaken(OrderManagement):
    """Lets an order fall out when others get on and nothing was heard of it."""

    def handle(self, message: Message) -> list[Message]:
        sent = super().handle(message)
        for number, known in self.orders.items() if message.kind == "billing-update" else ():
            untouched = [
                x for x in known.lines.values() if x.sent and not x.milestones and x.state == "BILLING INITIATED"
            ]
            if untouched and number != message.body["order"]:
                self.out = sent
                fault = Fault(order=number, line=untouched[0].line.id, incident=f"{number}-lost", reason="no answer")
                self.falls_out(fault)
        return sent


@wrong("oms", breaks="PV-13")
class WaitsForAReply(OrderManagement):
    """Takes no update on an order before provisioning has said that it got it."""

    replied = False

    def handle(self, message: Message) -> list[Message]:
        self.replied = self.replied or message.kind == "provisioning-answer"
        return super().handle(message)

    def provisioning_reports(self, report: WorkUpdate) -> None:
        if self.replied or report.sort != "status":
            super().provisioning_reports(report)


@wrong("oms", breaks="PV-13")
class TakesSilenceForFailure(OrderManagement):
    """Lets an order fall out when provisioning has said nothing for a day."""

    def advance(self, now: datetime) -> list[Message]:
        sent = super().advance(now)
        self.out = sent
        for number, known in self.orders.items():
            if any(line.sent and not line.milestones for line in known.lines.values()):
                fallout = Fallout(order=number, incident=f"{number}-silent", state="raised", reason="no reply")
                self.tell("fallout", Edge.CRM, fallout, number)
        return self.out


@wrong("oms", breaks="PV-13")
class TakesTheFirstUpdateForTheReply(OrderManagement):
    """Takes the first that it hears of a line for the reply to its order, and waits for the updates."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.answered: set[str] = set()

    def provisioning_reports(self, report: WorkUpdate) -> None:
        if report.line in self.answered:
            super().provisioning_reports(report)
        self.answered.add(report.line)


@wrong("oms", breaks="PV-13 PV-15")
class TakesAnErrorForAReceipt(OrderManagement):
    """Takes any reply for a good one: a line that is faulted counts as provisioned."""

    def falls_out(self, fault: Fault) -> None:
        known = self.orders.get(fault.order)
        line = known.lines.get(fault.line or "") if known else None
        if known is not None and line is not None and line.state == "BILLING INITIATED":
            self.provisioned(known, line)
        else:
            super().falls_out(fault)


@wrong("oms", breaks="PV-15 PV-13")
class KeepsFalloutToItself(OrderManagement):
    """Leaves a line that failed in progress, without a sign."""

    def falls_out(self, fault: Fault) -> None: ...


@wrong("oms", breaks="PV-15")
class HearsOnlyProvisioning(OrderManagement):
    """Takes no notice of failures that the integration tells of."""

    def handle(self, message: Message) -> list[Message]:
        return [] if message.kind == "fault" and message.edge is Edge.OMS else super().handle(message)


@wrong("oms", breaks="PV-15")
class BlamesTheFirstLine(OrderManagement):
    """Raises every fallout on the first line of its order."""

    class Fallout(FalloutHandling):
        """Names the first line."""

        def tell(self, fault: Fault, state: str) -> None:
            known = self.oms.orders[fault.order]
            super().tell(replace(fault, line=next(iter(known.lines), fault.line)), state)


@wrong("oms", breaks="PV-15")
class BlamesTheWholeOrder(OrderManagement):
    """Raises a fallout on every line of an order of which one failed."""

    class Fallout(FalloutHandling):
        """Names every line."""

        def tell(self, fault: Fault, state: str) -> None:
            for line in self.oms.orders[fault.order].lines:
                super().tell(replace(fault, line=line, incident=f"{fault.incident}-{line}"), state)


@wrong("oms", breaks="PV-15")
class StopsForOneFailure(OrderManagement):
    """Provisions nothing any more, of whichever order, once something has failed."""

    broken = False

    def falls_out(self, fault: Fault) -> None:
        super().falls_out(fault)
        self.broken = True

    def provision(self, fulfilment: Fulfilment) -> None:
        if not self.broken:
            super().provision(fulfilment)


@wrong("oms", breaks="PV-15")
class GivesTheRestUp(OrderManagement):
    """Hears nothing more of an order of which a line failed."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.lost: set[str] = set()

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "fault":
            self.lost.add(message.body["order"])
        elif message.kind != "order-query" and message.body.get("order") in self.lost:
            return []
        return super().handle(message)


@permitted("oms")
class TellsFalloutInTheStatusToo(OrderManagement):
    """Tells the CRM of a failed line in an order update besides the fallout."""

    def falls_out(self, fault: Fault) -> None:
        super().falls_out(fault)
        known = self.orders.get(fault.order)
        line = known.lines.get(fault.line or "") if known else None
        if known is not None and line is not None:
            self.update(known, line)
