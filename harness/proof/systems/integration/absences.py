"""Integration layers that go wrong while a neighbour cannot be reached, and with what waits for it."""

from ordertck.harness.messages import Edge, Fallout, Message, Refusal
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration


@wrong("integration", breaks="FL-06 FL-05")
class RefusesWhileNobodyIsThere(Integration):
    """Refuses orders that come while the order system cannot be reached."""

    def submitted(self, message: Message) -> None:
        if Edge.OMS in self.away:
            refusal = Refusal(order=message.body["order"], reason="the order system cannot be reached")
            self.tell("refusal", Edge.CRM, refusal, message.about)
        else:
            super().submitted(message)


@wrong("integration", breaks="FL-05")
class RaisesTheAlarmAndHandsOver(Integration):
    """Tells the CRM of a fallout for each order that has to wait, and hands it over later all the same."""

    def submitted(self, message: Message) -> None:
        super().submitted(message)
        if Edge.OMS in self.away:
            order = message.body["order"]
            fallout = Fallout(order=order, incident=f"{message.id}-waits", state="raised", reason="nobody is there")
            self.tell("fallout", Edge.CRM, fallout, order)


class _Dropping(Integration):
    """Drops what is for a neighbour that cannot be reached."""

    edge: Edge

    def bench_act(self, message: Message) -> None:
        if message.kind == "neighbour-back" and message.body["neighbour"] == self.edge:
            self.away[self.edge].clear()
        super().bench_act(message)


@wrong("integration", breaks="PR-06")
class DropsWhatTheCrmMisses(_Dropping):
    """Drops what is for the CRM while that cannot be reached."""

    edge = Edge.CRM


@wrong("integration", breaks="FL-09")
class DropsWhatBillingMisses(_Dropping):
    """Drops what is for billing while that cannot be reached."""

    edge = Edge.BILLING


@wrong("integration", breaks="PV-03")
class DropsWhatProvisioningMisses(_Dropping):
    """Drops what is for provisioning while that cannot be reached."""

    edge = Edge.PROVISIONING


class _Stacking(Integration):
    """Hands what waited for a neighbour over from the newest to the oldest."""

    edge: Edge

    def bench_act(self, message: Message) -> None:
        if message.kind == "neighbour-back" and message.body["neighbour"] == self.edge:
            self.away[self.edge].reverse()
        super().bench_act(message)


@wrong("integration", breaks="PR-06")
class TellsTheCrmTheNewestFirst(_Stacking):
    """Tells a CRM that is back what it missed from the newest to the oldest."""

    edge = Edge.CRM


@wrong("integration", breaks="FL-09")
class AsksBillingTheNewestFirst(_Stacking):
    """Asks billing that is back to complete charges before it asks for their beginning."""

    edge = Edge.BILLING


@wrong("integration", breaks="PV-03")
class AsksProvisioningTheNewestFirst(_Stacking):
    """Asks provisioning that is back to take things away before it has them set up."""

    edge = Edge.PROVISIONING


@wrong("integration", breaks="PR-06")
class TellsTheCrmTheLastWordOnly(Integration):
    """Tells a CRM that is back the latest of each order, and forgets how it came to that, failures too."""

    def bench_act(self, message: Message) -> None:
        if message.kind == "neighbour-back" and message.body["neighbour"] == Edge.CRM:
            latest = {kept.body["order"]: kept for kept in self.away[Edge.CRM]}
            self.away[Edge.CRM][:] = list(latest.values())
        super().bench_act(message)


@wrong("integration", breaks="PR-02")
class HandsOverInTheirTurnOfComing(Integration):
    """Hands orders that waited for the order system over as they came, whatever their priority."""

    def take_up(self) -> None:
        if Edge.OMS not in self.away:
            super().take_up()
            return
        while len(self.queue):
            self.hand_over(self.queue.get())


@wrong("integration", breaks="FL-06")
class TriesUntilItIsHeard(Integration):
    """Hands an order over once for each time that it has tried in vain."""

    def bench_act(self, message: Message) -> None:
        waited = message.kind == "neighbour-back" and message.body["neighbour"] == Edge.OMS and len(self.queue)
        queued = [self.queue.get() for _ in range(len(self.queue))] if waited else []
        for order in queued:
            self.queue.put(order, self.queue_priority(order))
        super().bench_act(message)
        for order in queued:
            self.hand_over(order)
