"""Integration layers that keep what the order system said when it asked for a line first."""

from ordertck.harness.messages import Message, replace
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
