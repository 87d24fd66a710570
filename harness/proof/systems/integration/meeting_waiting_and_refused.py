"""Integration layers that forget what they refused, or change what waits."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Body, Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering
from ordertck.harness.reference.common.priority_queue import HIGHEST
from ordertck.harness.reference.integration import Integration


@wrong("integration", breaks="PL-06", where="price-lists+restarts")
class SendsTheWholeCallWhenBillingIsBack(Integration):
    """Keeps calls as they came while billing is away, and sends them so, with the lines that it has faulted."""

    def to_billing(self, message: Message) -> None:
        super().to_billing(message)
        waiting = self.away.get(Edge.BILLING)
        if waiting and waiting[-1] is self.sent_last:
            whole = self.translated(message.body, self.for_billing)["lines"]
            lines = [{**line, "rate_plan": self.rate_plan(line.get("price_list"))} for line in whole]
            waiting[-1] = replace(self.sent_last, body={**self.sent_last.body, "lines": lines})


@wrong("integration", breaks="PL-06", where="price-lists+restarts")
class FaultsToTheWind(Integration):
    """Tells the order system that a line has no rate plan only if that is there."""

    def unmapped(self, message: Message, line: Mapping[str, Any]) -> None:
        if Edge.OMS not in self.away:
            super().unmapped(message, line)


@wrong("integration", breaks="PR-11", where="priorities+restarts")
class RefusesToTheWind(Integration):
    """Tells the CRM of a refusal of its own only if that is there."""

    def tell(
        self, kind: str, edge: Edge, body: Body | Mapping[str, Any], about: str, priority: int | None = None
    ) -> None:
        if Edge.CRM not in self.away or edge is not Edge.CRM or isinstance(body, Mapping):
            super().tell(kind, edge, body, about, priority)


@wrong("integration", breaks="FL-08", where="supplementals+priorities")
class ForgetsWhatItRefuses(Integration):
    """Deletes the ids of an order's lines when it refuses a version for its priority."""

    def submitted(self, message: Message) -> None:
        if self.queue_priority(message) > HIGHEST:
            for line in message.body.get("lines", ()):
                theirs = self.references.for_order_system(line["id"])
                self.references.pair(theirs, theirs)
        super().submitted(message)


@wrong("integration", breaks="PV-03", where="supplementals+priorities")
class HurriesForWhatWaits(Remembering):
    """Has work done with the priority of the newest version, though that waits on the queue."""

    def to_provisioning(self, message: Message) -> None:
        order = self.numbers.get(message.body["order"], message.body["order"])
        priority = self.versions[order][-1].get("priority") if order in self.versions else None
        super().to_provisioning(replace(message, body={**message.body, "priority": priority}))
