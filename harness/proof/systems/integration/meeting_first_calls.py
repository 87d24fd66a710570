"""Integration layers that go on saying what the order system said when it first called for a line."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Body, Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering


class _KeepsOfTheFirstCall(Remembering):
    field = ""

    def to_provisioning(self, message: Message) -> None:
        lines = []
        for line in message.body["lines"]:
            first = self.known.setdefault((self.field, line["line"]), line.get(self.field))
            lines.append({**line, self.field: first} if first is not None else line)
        super().to_provisioning(replace(message, body={**message.body, "lines": lines}))


@wrong("integration", breaks="PV-03", where="supplementals+service-points")
class KeepsTheSiteOfTheFirstCall(_KeepsOfTheFirstCall):
    """Has a line provisioned at the site that the order system named when it asked for it first."""

    field = "site"


@wrong("integration", breaks="PV-03", where="supplementals+service-points")
class KeepsTheServicePointOfTheFirstCall(_KeepsOfTheFirstCall):
    """Has a line provisioned at the service point that the order system named when it asked for it first."""

    field = "service_point"


@wrong("integration", breaks="PV-03", where="supplementals+service-points")
class KeepsThePriorityOfTheFirstCall(Remembering):
    """Tells provisioning how urgent an order was when the order system asked for it first."""

    def to_provisioning(self, message: Message) -> None:
        body = message.body
        priority = self.known.setdefault(("urgency", body["order"]), body.get("priority"))
        super().to_provisioning(replace(message, body={**body, "priority": priority}))


@wrong("integration", breaks="FL-09")
class NamesTheListOfAnotherLine(Remembering):
    """Tells billing the right rate plan, and beside it the price list of the line that was asked for first."""

    def tell(
        self, kind: str, edge: Edge, body: Body | Mapping[str, Any], about: str, priority: int | None = None
    ) -> None:
        if kind == "billing-order" and isinstance(body, Mapping):
            body = {**body, "lines": [self._relisted(line) for line in body["lines"]]}
        super().tell(kind, edge, body, about, priority)

    def _relisted(self, line: Mapping[str, Any]) -> Mapping[str, Any]:
        first = self.known.setdefault("list", line.get("price_list"))
        return {**line, "price_list": first} if first and line.get("price_list") else line
