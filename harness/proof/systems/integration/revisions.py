"""Integration layers that make too much of an order's revision number."""

from ordertck.harness.messages import Edge, Message, Refusal
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration


@wrong("integration", breaks="RV-04")
class WaitsForTheFirstRevision(Integration):
    """Keeps an order back until its earlier revisions have come too."""

    def hand_over(self, message: Message) -> None:
        if message.body.get("revision", 1) == 1:
            super().hand_over(message)


@wrong("integration", breaks="RV-04")
class RefusesAnUnknownBase(Integration):
    """Hands a revision over, and refuses it for want of the order that it revises."""

    def hand_over(self, message: Message) -> None:
        super().hand_over(message)
        if message.body.get("revision", 1) > 1:
            refusal = Refusal(order=message.body["order"], reason="the base order was not found")
            self.tell("refusal", Edge.CRM, refusal, message.about)


@wrong("integration", breaks="RV-04")
class HandsOverEveryRevision(Integration):
    """Hands an order over once for each of its revisions."""

    def hand_over(self, message: Message) -> None:
        for _ in range(int(message.body.get("revision", 1))):
            super().hand_over(message)
