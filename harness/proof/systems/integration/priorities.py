"""Integration layers that go wrong over priorities and the order of messages."""

from typing import Any

from ordertck.harness.messages import Edge, Message, OrderUpdate, Refusal, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration
from ordertck.harness.reference.integration.submission_queue import SubmissionQueue


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
class RemembersTheFirstPriority(Integration):
    """Hands every order over with the priority of the first one."""

    first: int | None = None

    def hand_over(self, message: Message) -> None:
        self.first = message.priority if self.first is None else self.first
        self.tell("sales-order", Edge.OMS, self.sales_order(message.body), message.about, self.first)


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

    def prepare(self) -> None:
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


@wrong("integration", breaks="PR-06")
class TellsOfUrgentOrdersFirst(Integration):
    """Keeps what is told of a low order back until there was something to tell of a more urgent one."""

    def prepare(self) -> None:
        self.low: set[str] = set()
        self.kept: list[Message] = []

    def submitted(self, message: Message) -> None:
        if (message.priority or 0) < 5:
            self.low.add(message.body["order"])
        elif message.priority == 9:
            self.kept_back = True
        super().submitted(message)

    def to_crm(self, message: Message) -> None:
        if self.kept_back and message.body["order"] in self.low:
            self.kept.append(message)
            return
        super().to_crm(message)
        for kept in self.kept:
            super().to_crm(kept)
        self.kept, self.kept_back = [], False

    kept_back = False


@wrong("integration", breaks="PR-06")
class ReportsEverythingAsReceived(Integration):
    """Tells the CRM of each update that an order is open."""

    def to_crm(self, message: Message) -> None:
        if message.kind == "order-update":
            update = OrderUpdate(order=message.body["order"], status="OPEN")
            self.tell("order-update", Edge.CRM, update, message.about)
        else:
            super().to_crm(message)


@wrong("integration", breaks="PR-12 PR-03")
class KnowsFourPriorities(Integration):
    """Refuses an order with a priority that is not in table 8-5."""

    def hand_over(self, message: Message) -> None:
        if message.body.get("priority") in (None, "Low", "Medium", "High", "Urgent"):
            super().hand_over(message)
        else:
            refusal = Refusal(order=message.body["order"], reason="the priority is not known")
            self.tell("refusal", Edge.CRM, refusal, message.about)


@wrong("integration", breaks="PR-12 PR-03")
class RoundsToTheTable(Integration):
    """Hands an order over with the nearest priority of table 8-5."""

    def hand_over(self, message: Message) -> None:
        near = {1: 3, 8: 9}.get(message.priority or 0)
        super().hand_over(replace(message, priority=near or message.priority))


class _OnePlaceAnOrder(SubmissionQueue):
    """Knows of each order only where its latest version stands."""

    def _has_its_turn(self, place: int) -> bool:
        mine = self.waiting[place][1]
        places = {message.body["order"]: at for at, (_, message) in enumerate(self.waiting)}
        own = any(earlier.body["order"] == mine.body["order"] for _, earlier in self.waiting[:place])
        return not own and all(places.get(order, place) >= place for order in self._goes_after(mine))


@wrong("integration", breaks="PR-05", where="supplementals+follow-ons+priorities")
class LosesTheBaseOnceItIsRevised(Integration):
    """Holds a follow-on order back for the latest version of its base only, where that came before it."""

    def prepare(self) -> None:
        super().prepare()
        self.queue = _OnePlaceAnOrder(self.goes_after)
