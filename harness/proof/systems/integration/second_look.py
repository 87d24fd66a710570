"""Integration layers that thin out, sort or mix what waits for a neighbour, or what neighbours told them."""

from ordertck.harness.messages import Edge, Message
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration


class _AltersTheBacklog(Integration):
    """Does something to what waits for a neighbour when that is back."""

    neighbour: Edge

    def bench_act(self, message: Message) -> None:
        waiting = self.away.get(self.neighbour)
        if message.kind == "neighbour-back" and Edge(message.body["neighbour"]) is self.neighbour and waiting:
            self.away[self.neighbour] = self.altered(waiting)
        super().bench_act(message)

    def altered(self, waiting: list[Message]) -> list[Message]:
        """What becomes of the messages that wait."""
        raise NotImplementedError


@wrong("integration", breaks="PR-06", where="failures+restarts")
class SortsTheBacklogByKind(_AltersTheBacklog):
    """Tells the CRM, when it is back, of all fallouts first and of the statuses then."""

    neighbour = Edge.CRM

    def altered(self, waiting: list[Message]) -> list[Message]:
        return sorted(waiting, key=lambda message: message.kind)


class _SortsTheBacklogByUrgency(_AltersTheBacklog):
    """Sends what waited for a neighbour by the priorities of the orders, the most urgent first."""

    def prepare(self) -> None:
        super().prepare()
        self.urgency: dict[str, int] = {}

    def hand_over(self, message: Message) -> None:
        self.urgency[message.body["order"]] = self.queue_priority(message)
        super().hand_over(message)

    def altered(self, waiting: list[Message]) -> list[Message]:
        return sorted(waiting, key=lambda message: -self.urgency[message.about])


@wrong("integration", breaks="PR-05", where="follow-ons+priorities+restarts")
class CallsBillingByUrgency(_SortsTheBacklogByUrgency):
    """Lets what an urgent order asks of billing overtake what the order before it asked."""

    neighbour = Edge.BILLING


@wrong("integration", breaks="PR-05", where="follow-ons+priorities+restarts")
class CallsProvisioningByUrgency(_SortsTheBacklogByUrgency):
    """Lets what an urgent order asks of provisioning overtake what the order before it asked."""

    neighbour = Edge.PROVISIONING


@wrong("integration", breaks="PV-03", where="filled-in-data+restarts")
class KeepsTheLatestReportOfALine(_AltersTheBacklog):
    """Keeps for the order system only the latest report of each sort on each line."""

    neighbour = Edge.OMS

    def altered(self, waiting: list[Message]) -> list[Message]:
        latest = {(m.about, m.kind, m.body.get("line"), m.body.get("sort")): m for m in waiting}
        return list(latest.values())


@wrong("integration", breaks="FL-09", where="cancellation+restarts")
class CancelsTheBacklogToo(Integration):
    """Throws away what waits for billing or provisioning of an order that is cancelled."""

    def hand_over(self, message: Message) -> None:
        if message.kind == "cancel":
            for edge in self.away:
                self.away[edge] = [waiting for waiting in self.away[edge] if waiting.about != message.about]
        super().hand_over(message)


@wrong("integration", breaks="FL-08", where="price-lists+restarts")
class TakesOneThatIsBackForAll(Integration):
    """Sends out all that waits, for whomever, when one neighbour is back."""

    def bench_act(self, message: Message) -> None:
        if message.kind == "neighbour-back":
            for edge in [edge for edge in self.away if edge is not Edge(message.body["neighbour"])]:
                self.out += self.away.pop(edge)
        super().bench_act(message)


@wrong("integration", breaks="PV-03", where="filled-in-data+restarts")
class PassesAValueOnOncePerOrder(Integration):
    """Takes the same value on a second line of an order for the first one, told again."""

    def prepare(self) -> None:
        self.told: set[tuple[str, str, str]] = set()

    def to_order_system(self, message: Message) -> None:
        body = message.body
        if body.get("sort") == "data":
            known = body["order"], body["attribute"], body["value"]
            if known in self.told:
                return
            self.told.add(known)
        super().to_order_system(message)
