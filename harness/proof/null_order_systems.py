"""Null order systems that are busy: what they should do is among what they do, and so they uphold no rule."""

from ordertck.harness.messages import (
    BillingOrder,
    Body,
    Edge,
    LineUpdate,
    Message,
    OrderSnapshot,
    OrderUpdate,
    ProvisioningOrder,
    Refusal,
    SalesOrder,
    as_body,
    replace,
)
from ordertck.harness.proof.null_systems import Null
from ordertck.harness.proof.registry import null
from ordertck.harness.reference.oms import Fulfilment, Objection, OrderManagement, Outbox
from ordertck.harness.reference.oms.decomposition import by_target

_BILLING = ("start", "change", "stop", "suspend", "resume")
_PROVISIONING = ("add", "change", "remove", "suspend", "resume")


@null("oms")
class RefusesAndFulfilsEverything(OrderManagement):
    """Refuses every order, and carries it out."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        self.outbox.refuse(order.order, Objection("no"))
        super().take_in(order, message)


@null("oms")
class CompletesBeforeTheWork(OrderManagement):
    """Tells that an order and all its lines are complete as soon as it comes, and sees to it afterwards."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        lines = tuple(LineUpdate(line=line.id, status="COMPLETE") for line in order.lines)
        update = OrderUpdate(order=order.order, status="COMPLETE", lines=lines)
        self.outbox.tell("order-update", Edge.CRM, update, order.order)
        super().take_in(order, message)


@null("oms")
class DoesEverything(Outbox):
    """Asks for every effect and tells every status before it asks for and tells the right one."""

    def tell(self, kind: str, edge: Edge, body: Body, about: str, re: str | None = None) -> str:
        match body:
            case BillingOrder():
                for effect in _BILLING:
                    billed = tuple(replace(line, effect=effect) for line in body.lines)
                    super().tell(kind, edge, replace(body, lines=billed), about)
            case ProvisioningOrder():
                for effect in _PROVISIONING:
                    asked = tuple(replace(line, effect=effect) for line in body.lines)
                    super().tell(kind, edge, replace(body, lines=asked), about)
            case OrderUpdate():
                for status in ("OPEN", "IN PROGRESS", "COMPLETE", "FAILED"):
                    told = tuple(replace(line, status=status) for line in body.lines)
                    super().tell(kind, edge, replace(body, status=status, lines=told), about)
        return super().tell(kind, edge, body, about, re)


@null("oms")
class FiresAndForgets(OrderManagement):
    """Sends billing and provisioning what an order asks for, tells that it is complete, and hears nobody."""

    def take(self, message: Message) -> None:
        if message.kind in ("sales-order", "order-query"):
            super().take(message)

    def begin(self, order: SalesOrder, message: Message) -> None:
        lines = self.planning.plans(order)
        known = Fulfilment(order, 5, lines, open=0)
        self.book.orders[order.order] = known
        self.outbox.bill(known, "all", [line.work.billing for line in lines.values() if line.work.billing])
        for target, component in by_target(line.work for line in lines.values()).items():
            self.outbox.provision(known, target, component)
        told = tuple(LineUpdate(line=line, status="COMPLETE") for line in lines)
        self.outbox.tell(
            "order-update", Edge.CRM, OrderUpdate(order=order.order, status="COMPLETE", lines=told), order.order
        )


@null("oms")
class AnswersForSomebodyElse(Null):
    """Answers every question, with how somebody else's order stands."""

    def handle(self, message: Message) -> list[Message]:
        if message.kind != "order-query":
            return []
        snapshot = OrderSnapshot(order=f"{message.body['order']}-OTHER", status="COMPLETE")
        return [self.message("order-snapshot", Edge.OMS, as_body(snapshot), message.about, message.id)]


@null("oms")
class RefusesToAnswer(Null):
    """Refuses every question."""

    def handle(self, message: Message) -> list[Message]:
        if message.kind != "order-query":
            return []
        refusal = Refusal(order=message.body["order"], reason="no information")
        return [self.message("refusal", Edge.OMS, as_body(refusal), message.about, message.id)]
