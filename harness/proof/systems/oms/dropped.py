"""Order systems that drop what is asked of them, or take it for something else, where two rules meet."""

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    Intake,
    LineFulfilment,
    Objection,
    OrderManagement,
    OrderState,
    Planning,
    Supplementals,
)


@wrong("oms", breaks="SU-05")
class RefusesWhatChangesNothing(Supplementals):
    """Refuses a revision in which it finds no difference."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        if not (difference.touched or difference.added):
            return Objection("nothing is changed")
        return super().objection(known, order, message, difference)


@wrong("oms", breaks="SU-05 SU-13")
class DropsRevisionsInAnotherOrder(Supplementals):
    """Overlooks a revision whose lines come in another order."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        kept = [line.id for line in order.lines if line.id in known.lines]
        if kept == [line for line in known.lines if line in kept]:
            super().take_in(known, order, message)


@wrong("oms", breaks="SU-08")
class TakesBackWhatWaitsForItsDate(Compensation):
    """Takes a line back at provisioning that was waiting for its date."""

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        asked = line.work.provisioning
        if not line.sent and not line.initiated and asked is not None:
            self.outbox.provision(known, line.work.target, [replace(asked, effect="remove")])
        super().withdraw(known, line)


@wrong("oms", breaks="FO-01")
class DropsEarlyFollowOns(OrderManagement):
    """Says nothing of a follow-on order that comes while its base order could still be revised, and forgets it."""

    def begin(self, order: SalesOrder, message: Message) -> None:
        if not self.early_follow_ons.early_lines(order):
            super().begin(order, message)


@wrong("oms", breaks="PL-27")
class FillsAddedLinesOnANewHeaderOnly(Planning):
    """Gives a line that is added on a modify order the header's list only where the header has another than before."""

    def prepare(self) -> None:
        self.headers: dict[str | None, str | None] = {}

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        before = self.headers.setdefault(order.account, order.price_list)
        modifies = any(self.installed.get(one.asset) for one in order.lines)
        if modifies and line.action == "Add" and not line.price_list and before == order.price_list:
            return self.catalogue.integration_price_list
        return super().price_list(order, line)


@wrong("oms", breaks="PL-38")
class IgnoresListsOnFollowOns(Planning):
    """Reads no price list on an update that builds on another order."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return None if line.action == "Update" and line.base_line else super().price_list(order, line)


@wrong("oms", breaks="PR-05 SU-01")
class LosesTheRevisionOfAWaitingOrder(Supplementals):
    """Keeps the first version of an order that waits for a place."""

    def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        if known.order.requested_delivery:
            super().replace(known, planned, difference)


@wrong("oms", breaks="PR-05")
class TakesAnUrgentRevisionForAnOrder(OrderManagement):
    """Starts an urgent revision of a waiting order ahead of the order, as if it were another."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        known = self.book.orders.get(order.order)
        priority = self.intake.queue_priority(message)
        super().take_in(order, message)
        if known is not None and known.state is OrderState.WAITING and priority > known.priority:
            lines = self.planning.plans(order)
            self.orchestration.schedule(Fulfilment(order, priority, lines, open=len(lines)))


@wrong("oms", breaks="PR-11")
class KnowsFourPriorityNames(Intake):
    """Refuses an order whose priority has a name that is not in the table."""

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        if order.priority not in (None, *self.catalogue.priorities):
            return Objection(f"unknown priority {order.priority}")
        return super().objection(order, message)


@wrong("oms", breaks="PV-12")
class WaitsForProvisioningToAnswer(OrderManagement):
    """Holds each call on provisioning open until it is answered, and hears nothing meanwhile."""

    def prepare(self) -> None:
        self.unanswered: set[str] = set()
        self.later: list[Message] = []

    def handle(self, message: Message) -> list[Message]:
        self.unanswered.discard(message.re or "")
        if self.unanswered:
            self.later.append(message)
            return []
        sent = [self.waiting(one) for one in super().handle(message)]
        while self.later and not self.unanswered:
            sent += self.handle(self.later.pop(0))
        return sent

    def waiting(self, sent: Message) -> Message:
        """A call on provisioning waits for its answer."""
        if sent.kind != "provisioning-order":
            return sent
        self.unanswered.add(sent.id)
        return replace(sent, body={**sent.body, "waits": True})
