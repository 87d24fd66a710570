"""How order systems speak: more than they must, of others' business too."""

from datetime import datetime

from ordertck.harness.messages import Edge, LineUpdate, Message, OrderUpdate, replace
from ordertck.harness.proof.registry import permitted, style
from ordertck.harness.reference.oms import (
    Fulfilment,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderManagement,
    Outbox,
    Reports,
)


@style("oms")
class SpeaksOfOtherPeoplesOrders(OrderManagement):
    """Has customers besides the kit, and tells of their orders in between."""

    told = 0

    def handle(self, message: Message) -> list[Message]:
        sent = super().handle(message)
        self.told += 1
        number = f"SOMEBODY-ELSES-{self.told}"
        lines = (LineUpdate(line=f"{number}-1", status="COMPLETE"),)
        self.outbox.tell("order-update", Edge.CRM, OrderUpdate(order=number, status="COMPLETE", lines=lines), number)
        return [*sent, *self.outbox.emptied()]


@style("oms")
class TellsOfMilestonesOfItsOwn(Outbox):
    """Reports milestones that no provisioning system has, besides those that it is told of."""

    def progress(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str | None = None) -> None:
        super().progress(fulfilment, line, milestone)
        if milestone == "RESERVED":
            super().progress(fulfilment, line, "PLANNED")


@style("oms")
class TellsWhenWorkIsHandedOver(Orchestration):
    """Reports a milestone of its own for every line whose work has gone to provisioning."""

    def set_up(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        super().set_up(fulfilment, lines)
        for line in lines:
            if line.line.id in fulfilment.lines:
                self.outbox.progress(fulfilment, line, "HANDED OVER")

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().provisioned(fulfilment, line)
        if line.state is LineState.PROVISIONED and self.settings["billing_grain"] == "order":
            self.outbox.progress(fulfilment, line)  # it stays so for a while, and the CRM knows another status of it


@style("oms", switches={"no_action": "either"})
class TakesDashAndBlankForUnchanged(OrderManagement):
    """Reads a dash, and no action at all, as a line that stays as it is."""


@style("oms", of="turn of messages")
class TellsTheCrmLast(OrderManagement):
    """Asks the neighbours first for what follows from a message, and tells the CRM of it then."""

    def handle(self, message: Message) -> list[Message]:
        sent = super().handle(message)
        return sorted(sent, key=lambda one: one.edge == Edge.CRM)


@style("oms", of="incidents")
class NamesIncidentsItself(OrderManagement):
    """Tells the CRM of every failure under a name of its own, and not under the neighbour's."""

    def handle(self, message: Message) -> list[Message]:
        return [self.named(sent) for sent in super().handle(message)]

    def advance(self, now: datetime) -> list[Message]:
        return [self.named(sent) for sent in super().advance(now)]

    def named(self, sent: Message) -> Message:
        if sent.kind != "fallout" or sent.edge != Edge.CRM:
            return sent
        return replace(sent, body={**sent.body, "incident": f"OUR-{sent.body['incident']}"})


@style("oms")
class DropsLateValues(Reports):
    """Takes no notice of a value that comes when its line is complete."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        if line.state is not LineState.COMPLETE:
            super().filled_in(fulfilment, line, attribute, value)


@permitted("oms")
class TellsNothingOfWhatStaysAsItIs(Outbox):
    """Tells the CRM how lines stand that change something, and of the others nothing."""

    def update_of(self, fulfilment: Fulfilment, *lines: LineUpdate) -> None:
        changes = {line.id for line in fulfilment.order.lines if line.action not in ("-", "", None)}
        super().update_of(fulfilment, *(line for line in lines if line.line in changes))
