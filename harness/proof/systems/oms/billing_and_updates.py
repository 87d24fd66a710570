"""Order systems that go wrong over plans in two phases, and over what they tell the CRM."""

from ordertck.harness.messages import BillingOrder, Body, Edge, Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.habits import Careless
from ordertck.harness.reference.oms import (
    Fulfilment,
    Intake,
    LineFulfilment,
    Objection,
    Orchestration,
    Outbox,
    Planning,
)


@wrong("oms", breaks="PL-01")
class TakesTheFirstLinesList(Planning):
    """Charges every line on the first line's list."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return order.lines[0].price_list or order.price_list


@wrong("oms", breaks="PL-01")
class TakesTheLastLinesList(Planning):
    """Charges every line on the list that it read last."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return order.lines[-1].price_list or super().price_list(order, line)


@wrong("oms", breaks="PL-08")
class FulfilsOnTheHeadersList(Orchestration):
    """Begins billing on the line's list and completes it on the header's."""

    def bill(self, fulfilment: Fulfilment, phase: str, lines: list[LineFulfilment]) -> None:
        if phase == "fulfil":
            header = fulfilment.order.price_list
            for line in lines:
                if line.work.billing is not None:
                    line.work = replace(line.work, billing=replace(line.work.billing, price_list=header))
        super().bill(fulfilment, phase, lines)


@wrong("oms", breaks="PL-08")
class InitiatesOnTheDefaultList(Orchestration):
    """Begins billing on the configured default, and names the line's list only in the end."""

    def bill(self, fulfilment: Fulfilment, phase: str, lines: list[LineFulfilment]) -> None:
        if phase != "initiate":
            return super().bill(fulfilment, phase, lines)
        kept = [line.work for line in lines]
        for line in lines:
            if line.work.billing is not None:
                default = replace(line.work.billing, price_list=self.catalogue.integration_price_list)
                line.work = replace(line.work, billing=default)
        super().bill(fulfilment, phase, lines)
        for line, work in zip(lines, kept, strict=True):
            line.work = work
        return None


@wrong("oms", breaks="PL-08")
class NamesTheRatePlanItself(Outbox):
    """Looks the rate plan up by itself and names it in the price list's place, past the integration's map."""

    def tell(self, kind: str, edge: Edge, body: Body, about: str, re: str | None = None) -> str:
        if isinstance(body, BillingOrder):
            plan = self.catalogue.rate_plan
            body = replace(
                body, lines=tuple(replace(x, price_list=None, rate_plan=plan(x.price_list)) for x in body.lines)
            )
        return super().tell(kind, edge, body, about, re)


@wrong("oms", breaks="PL-08")
class NeverCompletesBilling(Orchestration):
    """Begins billing and leaves it at that."""

    def bill(self, fulfilment: Fulfilment, phase: str, lines: list[LineFulfilment]) -> None:
        if phase == "initiate":
            super().bill(fulfilment, phase, lines)


@wrong("oms", breaks="PR-06")
class TellsCompletionFirst(Outbox):
    """Tells the CRM that an order is complete, and after that that it is in progress."""

    kept: Message | None = None

    def update(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        super().update(fulfilment, *lines)
        if self.out[-1].body["status"] == "IN PROGRESS":
            self.kept = self.out.pop()
        elif self.kept is not None:
            self.out.append(self.kept)


@wrong("oms", breaks="PR-06")
class TellsUrgentCompletionFirst(Outbox):
    """Lets the completion of an urgent order overtake its progress."""

    kept: Message | None = None

    def update(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        super().update(fulfilment, *lines)
        if fulfilment.order.priority != "Urgent":
            return
        if self.out[-1].body["status"] == "IN PROGRESS":
            self.kept = self.out.pop()
        elif self.kept is not None:
            self.out.append(self.kept)


@wrong("oms", breaks="PR-06")
class TellsOfUrgentOrdersFirst(Outbox):
    """Keeps what is to be told of low orders back until an urgent one is complete."""

    def prepare(self) -> None:
        self.kept: list[Message] = []

    def update(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        super().update(fulfilment, *lines)
        others = [order for number, order in self.book.orders.items() if number != fulfilment.number]
        if fulfilment.order.priority == "Low" and any(
            order.order.priority == "Urgent" for order in others if order.open
        ):
            self.kept.append(self.out.pop())
        elif fulfilment.order.priority == "Urgent" and fulfilment.open == 0:
            self.out += self.kept
            self.kept = []


@wrong("oms", breaks="PR-11")
class KnowsFiveLevels(Intake):
    """Puts two neighbouring priorities into one."""

    def queue_priority(self, message: Message) -> int:
        return super().queue_priority(message) // 2


@wrong("oms", breaks="PR-11")
class TakesAnyNumberForAPriority(Careless):
    """Bends a priority beyond the range into it."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "is not between" in objection.reason

    def queue_priority(self, message: Message) -> int:
        return max(0, min(9, super().queue_priority(message)))


@wrong("oms", breaks="PR-11")
class TakesNoPriorityForTheLowest(Intake):
    """Lets an order for which nobody chose a priority wait for all others."""

    def queue_priority(self, message: Message) -> int:
        return message.priority if message.priority is not None else 0


@wrong("oms", breaks="PR-11", switches={"default_priority": "4"})
class TakesNoPriorityForTheHighest(Intake):
    """Lets an order for which nobody chose a priority go before all others."""

    def queue_priority(self, message: Message) -> int:
        return message.priority if message.priority is not None else 9
