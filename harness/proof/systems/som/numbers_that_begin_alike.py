"""Service order managements that take one order for another whose number begins with that of the first."""

from ordertck.harness.messages import Message
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement


@wrong("som", breaks="PV-05")
class CancelsServiceOrdersWhoseNumbersBeginAlike(ServiceOrderManagement):
    """Cancels each order whose number begins with that of the cancelled order."""

    def event(self, kind: str, number: str, message: Message) -> None:
        super().event(kind, number, message)
        for other in [*self.orders]:
            if kind == "cancel" and other != number and other.startswith(number):
                super().event(kind, other, message)


@wrong("som", breaks="PV-05")
class CancelsTheFirstServiceOrderWhoseNumberBeginsAlike(ServiceOrderManagement):
    """Takes the first order whose number begins that of the cancelled order for the cancelled one."""

    def event(self, kind: str, number: str, message: Message) -> None:
        meant = next((known for known in self.orders if number.startswith(known)), number)
        super().event(kind, meant if kind == "cancel" else number, message)
