"""Integration layers that go wrong over ids, plans, priorities and the order of messages."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.cast.casting import wrong
from ordertck.harness.messages import Edge, Message, OrderUpdate, Refusal
from ordertck.harness.reference.integration import Integration


@wrong("integration", breaks="FL-08")
class PassesForeignIdsOn(Integration):
    """Tells every neighbour the ids of the other."""

    def received(self, receipt: Mapping[str, Any]) -> None: ...


@wrong("integration", breaks="FL-08")
class MixesLinesUp(Integration):
    """Takes each line's id for the next one's."""

    def received(self, receipt: Mapping[str, Any]) -> None:
        lines = receipt["lines"]
        for line, other in zip(lines, [*lines[1:], *lines[:1]], strict=True):
            self.references.pair(other["line"], line["id"])


@wrong("integration", breaks="FL-08")
class KnowsTheLatestLineOnly(Integration):
    """Forgets the ids of a line once it has told the CRM of another."""

    def to_crm(self, message: Message) -> None:
        super().to_crm(message)
        if message.kind == "order-update":
            self.references = type(self.references)()


@wrong("integration", breaks="FL-08")
class TellsTheOrderSystemTheCrmsIds(Integration):
    """Translates what goes to the CRM, but not what goes to the order system."""

    def to_order_system(self, message: Message) -> None:
        self.tell(message.kind, Edge.OMS, message.body, message.about)


@wrong("integration", breaks="PL-01")
class BillsOrdersOnOnePlan(Integration):
    """Bills all lines of an order on the first line's plan."""

    def to_billing(self, message: Message) -> None:
        first = message.body["lines"][0].get("price_list")
        lines = [{**line, "price_list": first} for line in message.body["lines"]]
        super().to_billing(
            Message(message.id, message.kind, message.edge, {**message.body, "lines": lines}, message.about)
        )


@wrong("integration", breaks="PL-06")
class BillsTheUnmappedOnTheDefault(Integration):
    """Bills a price list without a plan on the plan of the configured default."""

    def rate_plan(self, price_list: str | None) -> str | None:
        return super().rate_plan(price_list) or super().rate_plan(self.catalogue.integration_price_list)


@wrong("integration", breaks="PL-06")
class KnowsTheDefaultListOnly(Integration):
    """Has entered no price list but the default one."""

    def rate_plan(self, price_list: str | None) -> str | None:
        return super().rate_plan(price_list) if price_list == self.catalogue.integration_price_list else None


@wrong("integration", breaks="PL-06")
class HasForgottenTheDefaultList(Integration):
    """Has entered every price list but the default one."""

    def rate_plan(self, price_list: str | None) -> str | None:
        return None if price_list == self.catalogue.integration_price_list else super().rate_plan(price_list)


@wrong("integration", breaks="PL-08")
class FulfilsOnTheHeadersPlan(Integration):
    """Completes billing on the plan of another list than the one on which it was begun."""

    phase = ""

    def to_billing(self, message: Message) -> None:
        self.phase = message.body["phase"]
        super().to_billing(message)

    def rate_plan(self, price_list: str | None) -> str | None:
        return "HOUSEHOLD-PLAN" if self.phase == "fulfil" else super().rate_plan(price_list)


@wrong("integration", breaks="PL-08")
class PassesOnePhaseOn(Integration):
    """Begins billing and never completes it."""

    def to_billing(self, message: Message) -> None:
        if message.body["phase"] != "fulfil":
            super().to_billing(message)


@wrong("integration", breaks="PL-16")
class BillsOnThePremiumPlan(Integration):
    """Bills the line that had no list on its neighbour's plan."""

    def rate_plan(self, price_list: str | None) -> str | None:
        household = price_list == self.catalogue.header_price_list
        return super().rate_plan("Premium Consumer Price List" if household else price_list)


@wrong("integration", breaks="PR-02 PR-11")
class HandsOverAsTheyCame(Integration):
    """Hands queued orders over in the order in which they came."""

    def queue_priority(self, message: Message) -> int:
        return min(super().queue_priority(message), 0)


@wrong("integration", breaks="PR-02 PR-11")
class HandsOverTheLowestFirst(Integration):
    """Reads the queue's priorities upside down."""

    def queue_priority(self, message: Message) -> int:
        priority = super().queue_priority(message)
        return 9 - priority if 0 <= priority <= 9 else priority


@wrong("integration", breaks="PR-02")
class WaitsForMoreUrgentOrders(Integration):
    """Leaves a low order on the queue, in case something more urgent should come."""

    def take_up(self) -> None:
        waiting = [self.queue.get() for _ in range(len(self.queue))]
        for message in waiting:
            if (message.priority or 0) < 5 and not self.held:
                self.late = message
            else:
                self.queue.put(message, self.queue_priority(message))
        super().take_up()

    late: Message | None = None


@wrong("integration", breaks="PR-11")
class KnowsThreeBands(Integration):
    """Knows low, normal and high, and no finer."""

    def queue_priority(self, message: Message) -> int:
        priority = super().queue_priority(message)
        return priority if not 0 <= priority <= 9 else 0 if priority < 4 else 4 if priority == 4 else 9


@wrong("integration", breaks="PR-11")
class BendsPrioritiesIntoRange(Integration):
    """Takes a priority beyond the range for the nearest one within it."""

    def queue_priority(self, message: Message) -> int:
        return max(0, min(9, super().queue_priority(message)))


@wrong("integration", breaks="PR-03")
class ForgetsPriority(Integration):
    """Hands every order over with the queue's own default."""

    def tell(self, kind: str, edge: Edge, body: Any, about: str, priority: int | None = None) -> None:
        super().tell(kind, edge, body, about, 4 if priority is not None else None)


@wrong("integration", breaks="PR-03")
class LosesPriorityInTheWait(Integration):
    """Keeps a priority only where an order did not have to wait."""

    def take_up(self) -> None:
        waited = self.held is False and self.had_to_wait
        self.had_to_wait = self.held
        while len(self.queue) and not self.held:
            message = self.queue.get()
            body = self.sales_order(message.body)
            self.tell("sales-order", Edge.OMS, body, message.about, 4 if waited else message.priority)

    had_to_wait = False


@wrong("integration", breaks="PR-10")
class HasItsOwnScale(Integration):
    """Puts numbers of its own in the place of table 8-5's."""

    def hand_over(self, message: Message) -> None:
        scale = {"Low": 1, "Medium": 4, "High": 6, "Urgent": 8}
        name = message.body.get("priority")
        priority = scale.get(name, message.priority) if name else message.priority
        self.tell("sales-order", Edge.OMS, self.sales_order(message.body), message.about, priority)


@wrong("integration", breaks="PR-06")
class TellsTheLatestFirst(Integration):
    """Lets a newer update overtake the one before it."""

    kept: Message | None = None

    def to_crm(self, message: Message) -> None:
        if message.kind == "order-update" and message.body["status"] == "IN PROGRESS":
            self.kept = message
            return
        super().to_crm(message)
        if self.kept is not None:
            kept, self.kept = self.kept, None
            super().to_crm(kept)


@wrong("integration", breaks="PR-06")
class LetsUrgentUpdatesPass(Integration):
    """Tells the CRM first that an urgent order is complete, and then how it came to that."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.urgent: set[str] = set()
        self.kept: list[Message] = []

    def submitted(self, message: Message) -> None:
        if message.priority == 9:
            self.urgent.add(message.body["order"])
        super().submitted(message)

    def to_crm(self, message: Message) -> None:
        if message.body["order"] in self.urgent and message.body.get("status") != "COMPLETE":
            self.kept.append(message)
            return
        super().to_crm(message)
        for kept in self.kept:
            super().to_crm(kept)
        self.kept = []


@wrong("integration", breaks="FL-05")
class AnswersForTheOrderSystem(Integration):
    """Tells the CRM that an order has failed because nobody could take it up at once."""

    def take_up(self) -> None:
        if self.held:
            for message in [self.queue.get() for _ in range(len(self.queue))]:
                order = message.body["order"]
                self.tell("refusal", Edge.CRM, Refusal(order=order, reason="nobody is there"), order)
        super().take_up()


@wrong("integration", breaks="FL-05")
class SwallowsRefusals(Integration):
    """Does not tell the CRM that the order system refused an order."""

    def to_crm(self, message: Message) -> None:
        if message.kind != "refusal":
            super().to_crm(message)


@wrong("integration", breaks="RV-04")
class WaitsForEarlierRevisions(Integration):
    """Waits for the first revision of an order that comes with its third."""

    def hand_over(self, message: Message) -> None:
        if message.body.get("revision", 1) == 1:
            super().hand_over(message)


@wrong("integration", breaks="PR-06")
class ReportsEverythingAsReceived(Integration):
    """Tells the CRM of each update that an order is open."""

    def to_crm(self, message: Message) -> None:
        if message.kind == "order-update":
            update = OrderUpdate(order=message.body["order"], status="OPEN")
            self.tell("order-update", Edge.CRM, update, message.about)
        else:
            super().to_crm(message)
