"""Integration layers that go wrong where an order is revised, or all breaks down, while messages wait."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from ordertck.harness.messages import Body, Edge, Message, as_body, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering, with_each


@wrong("integration", breaks="PR-06", where="supplementals+restarts")
class DropsUpdatesOfTheVersionBefore(Remembering):
    """Takes what waits for the CRM for outdated once the order is revised."""

    def submitted(self, message: Message) -> None:
        waiting, order = self.away.get(Edge.CRM, []), message.body["order"]
        if message.kind == "order-submission":
            waiting[:] = [each for each in waiting if each.kind != "order-update" or each.body["order"] != order]
        super().submitted(message)


@wrong("integration", breaks="PR-05", where="follow-ons+priorities+restarts")
class ForgetsWhatBuildsOnWhatThroughAnAbsence(Remembering):
    """Sorts by priority alone what waits for the order system when it was started again."""

    def restarted(self) -> None:
        self.known["waited"] = set(self.versions) if Edge.OMS in self.away else set()

    def goes_after(self, message: Message) -> list[str]:
        order = message.body["order"]
        return [order] if order in self.known.get("waited", ()) else super().goes_after(message)


@wrong("integration", breaks="FL-08", where="price-lists+supplementals")
class NamesALineThatIsBackAnew(Remembering):
    """Has ids of its own for lines before billing, and another one for a line that a version had left out."""

    def handle(self, message: Message) -> list[Message]:
        if message.edge is Edge.BILLING:
            body = self._plain(message.body)
            told = {"lines": [self._plain(line) for line in body["lines"]]} if "lines" in body else {}
            message = replace(message, body={**body, **told})
        return super().handle(message)

    def _plain(self, said: Mapping[str, Any]) -> dict[str, Any]:
        return {**said, "line": said["line"].rpartition("~")[2]} if said.get("line") else dict(said)

    def tell(
        self, kind: str, edge: Edge, body: Body | Mapping[str, Any], about: str, priority: int | None = None
    ) -> None:
        shape = dict(body) if isinstance(body, Mapping) else as_body(body)
        if kind == "billing-order" and edge is Edge.BILLING:
            shape = with_each(shape, self._named)
        super().tell(kind, edge, shape, about, priority)

    def _named(self, line: dict[str, Any]) -> dict[str, Any]:
        own = line["line"]
        return {**line, "line": f"{self._returns(own)}~{own}"} if own in self.orders_of_lines else line

    def _returns(self, own: str) -> int:
        """How often a version had a line that the version before it had left out."""
        there = [any(line["id"] == own for line in each["lines"]) for each in self.versions[self.orders_of_lines[own]]]
        return sum(now and not before for before, now in pairwise(there))
