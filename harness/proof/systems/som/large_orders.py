"""Service order managements that read a hundred lines of an order."""

from ordertck.harness.messages import Message, ProvisioningOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement


@wrong("som", breaks="PV-04")
class WorksOnAHundredLines(ServiceOrderManagement):
    """Works on the first hundred lines of an order, in however many calls they come."""

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        known = self.orders.get(call.order)
        there = set(known.works) if known is not None else set()
        room = max(0, 100 - len(there))
        new = [line for line in call.lines if line.line not in there][:room]
        lines = tuple(line for line in call.lines if line.line in there or line in new)
        super().take_in(replace(call, lines=lines), message)
