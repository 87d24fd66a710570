"""Integration layers that go wrong over ids, rate plans, and what they owe the CRM."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Edge, Message, Refusal
from ordertck.harness.proof.registry import wrong
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
class PassesFalloutsOnAsTheyCome(Integration):
    """Tells the CRM of a fallout under the order system's id of the line."""

    def to_crm(self, message: Message) -> None:
        if message.kind == "fallout":
            self.tell(message.kind, Edge.CRM, message.body, message.about)
        else:
            super().to_crm(message)


@wrong("integration", breaks="FL-08")
class TellsTheOrderSystemTheCrmsIds(Integration):
    """Translates what goes to the CRM, but not what goes to the order system."""

    def to_order_system(self, message: Message) -> None:
        self.tell(message.kind, Edge.OMS, message.body, message.about)


@wrong("integration", breaks="FL-08")
class TakesRevisedLinesForNewOnes(Integration):
    """Enters a line of a revised order under another id than before."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        revision = order.get("revision", 1)
        for line in order["lines"] if revision > 1 else ():
            entered = f"{line['id']}#{revision}"
            self.references.pair(line["id"], entered)
            line["id"] = entered
        return order

    def received(self, receipt: Mapping[str, Any]) -> None:
        for line in receipt["lines"]:
            self.references.pair(self.references.for_crm(line["line"]), line["id"])


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
class BillsTheUnmappedOnNoPlan(Integration):
    """Sends billing a line whose price list has no plan without one."""

    def rate_plan(self, price_list: str | None) -> str | None:
        return super().rate_plan(price_list) or ""


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
class BeginsOnTheDefaultPlan(Integration):
    """Begins billing on the plan of the configured default, and completes it on the line's."""

    phase = ""

    def to_billing(self, message: Message) -> None:
        self.phase = message.body["phase"]
        super().to_billing(message)

    def rate_plan(self, price_list: str | None) -> str | None:
        return super().rate_plan(self.catalogue.integration_price_list if self.phase == "initiate" else price_list)


@wrong("integration", breaks="PL-08")
class BillsInOneCallOnTheDefaultPlan(Integration):
    """Looks the plan up only where billing is begun and completed in two calls."""

    phase = ""

    def to_billing(self, message: Message) -> None:
        self.phase = message.body["phase"]
        super().to_billing(message)

    def rate_plan(self, price_list: str | None) -> str | None:
        return super().rate_plan(self.catalogue.integration_price_list if self.phase == "all" else price_list)


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


@wrong("integration", breaks="FL-08")
class KnowsLinesAndNoOrders(Integration):
    """Translates the ids of lines, and passes on the order system's number of an order."""

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "order-receipt":
            self.received(message.body)
            return []
        return super().handle(message)
