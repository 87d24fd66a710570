"""Integration layers that lead provisioning orders, updates or failures astray."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Edge, Message, ProvisioningLine, ProvisioningOrder, replace
from ordertck.harness.proof.registry import style, wrong
from ordertck.harness.reference.integration import Integration


@wrong("integration", breaks="PV-01")
class GoesAroundTheOrderSystem(Integration):
    """Hands an order to the order system, and to provisioning as well."""

    def hand_over(self, message: Message) -> None:
        super().hand_over(message)
        order = message.body
        lines = tuple(ProvisioningLine(line=x["id"], product=x["product"], effect="add") for x in order["lines"])
        call = ProvisioningOrder(order=order["order"], account=order["account"], target="network", lines=lines)
        self.tell("provisioning-order", Edge.PROVISIONING, call, message.about)


@wrong("integration", breaks="PV-01")
class HandsOrdersOverTwice(Integration):
    """Hands every order to the order system two times."""

    def hand_over(self, message: Message) -> None:
        super().hand_over(message)
        super().hand_over(message)


@wrong("integration", breaks="PV-03")
class TakesEverythingToTheNetwork(Integration):
    """Takes every component to the network, whosever it is."""

    def to_provisioning(self, message: Message) -> None:
        super().to_provisioning(replace(message, body={**message.body, "target": "network"}))


@wrong("integration", breaks="PV-03")
class KnowsOneTarget(Integration):
    """Takes the network its components, and leaves the others where they are."""

    def to_provisioning(self, message: Message) -> None:
        if message.body["target"] == "network":
            super().to_provisioning(message)


@wrong("integration", breaks="PV-03")
class TakesComponentsTwice(Integration):
    """Takes every component to its system two times."""

    def to_provisioning(self, message: Message) -> None:
        super().to_provisioning(message)
        super().to_provisioning(message)


@wrong("integration", breaks="PV-03 PV-15")
class KeepsProvisioningsNews(Integration):
    """Passes on nothing that provisioning tells of its work."""

    def handle(self, message: Message) -> list[Message]:
        return [] if message.kind == "provisioning-update" else super().handle(message)


@wrong("integration", breaks="PV-15 PV-03")
class TranslatesNothingFromProvisioning(Integration):
    """Passes on what provisioning tells with the CRM's line ids."""

    def to_order_system(self, message: Message) -> None:
        if message.edge is Edge.PROVISIONING:
            self.tell(message.kind, Edge.OMS, message.body, message.about)
        else:
            super().to_order_system(message)


@wrong("integration", breaks="PV-15")
class KeepsProvisioningsFaults(Integration):
    """Passes on no failure that provisioning tells of."""

    def to_order_system(self, message: Message) -> None:
        if message.kind != "fault":
            super().to_order_system(message)


@wrong("integration", breaks="PV-15")
class DropsWhatItCannotDeliver(Integration):
    """Says nothing of a component that it cannot deliver."""

    def to_provisioning(self, message: Message) -> None:
        if self.reaches(message.body["target"]):
            super().to_provisioning(message)


@wrong("integration", breaks="PV-15")
class DeliversItSomewhere(Integration):
    """Takes a component for which there is no way to the network."""

    def reaches(self, target: str) -> bool:
        return True


@wrong("integration", breaks="PV-15")
class FaultsWithoutTheLine(Integration):
    """Tells of every failure with the order only."""

    def tell(self, kind: str, edge: Edge, body: Any, about: str, priority: int | None = None) -> None:
        if kind == "fault":
            shape = dict(body) if isinstance(body, Mapping) else {"order": body.order, "incident": body.incident}
            shape = {"reason": "it failed", **shape}
            shape.pop("line", None)
            super().tell(kind, edge, shape, about, priority)
        else:
            super().tell(kind, edge, body, about, priority)


@wrong("integration", breaks="PV-15")
class JamsAtTheFirstFailure(Integration):
    """Delivers no component any more once one could not be delivered."""

    jammed = False

    def to_provisioning(self, message: Message) -> None:
        self.jammed = self.jammed or not self.reaches(message.body["target"])
        if not self.jammed or not self.reaches(message.body["target"]):
            super().to_provisioning(message)


@style("integration")
class TakesLinesOneByOne(Integration):
    """Takes a component to its system line by line."""

    def to_provisioning(self, message: Message) -> None:
        for line in message.body["lines"]:
            super().to_provisioning(replace(message, body={**message.body, "lines": [line]}))


@style("integration")
class FaultsInItsOwnWords(Integration):
    """Gives the failures that it passes on incident numbers of its own."""

    def to_order_system(self, message: Message) -> None:
        if message.kind in ("fault", "fallout"):
            message = replace(message, body={**message.body, "incident": f"INT-{message.body['incident']}"})
        super().to_order_system(message)


@wrong("integration", breaks="PV-15")
class FaultsOneLineOfWhatHasNoWay(Integration):
    """Of a message to a provisioning system that is not there, reports the first line only."""

    def to_provisioning(self, message: Message) -> None:
        if not self.reaches(message.body["target"]):
            message = replace(message, body={**message.body, "lines": message.body["lines"][:1]})
        super().to_provisioning(message)
