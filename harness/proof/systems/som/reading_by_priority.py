"""Service order managements that read their queue by priority, and put what waits for one order in disorder."""

from collections import deque

from ordertck.harness.messages import Message
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement

USUAL = 5


class _ByPriority(ServiceOrderManagement):
    """Takes the most urgent first of what waits in its queue."""

    def read_queue(self) -> None:
        if not self.stopped:
            self.queue = deque(sorted(self.queue, key=self.urgency, reverse=True))
        super().read_queue()

    def urgency(self, message: Message) -> int:
        """The queue's priority of a message, 0 to 9."""
        raise NotImplementedError

    def named(self, message: Message) -> int:
        """The priority that an order names, the usual one where it names none."""
        return self.catalogue.priorities.get(message.body.get("priority") or "", USUAL)


@wrong("som", breaks="PV-12")
class TakesTheMostUrgentVersionFirst(_ByPriority):
    """Takes an urgent revision before the order that it revises."""

    def urgency(self, message: Message) -> int:
        return self.named(message) if message.kind == "provisioning-order" else 0


@wrong("som", breaks="PV-12")
class TakesACancelForAnOrderOfMediumPriority(_ByPriority):
    """Takes the versions of an order as they came, and a cancel before orders that are less urgent than most."""

    def prepare(self) -> None:
        super().prepare()
        self.first: dict[str, int] = {}

    def urgency(self, message: Message) -> int:
        if message.kind != "provisioning-order":
            return USUAL
        return self.first.setdefault(message.body["order"], self.named(message))
