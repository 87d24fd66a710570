"""Integration layers that take one order for another whose number begins with that of the first."""

from ordertck.harness.messages import Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering


@wrong("integration", breaks="FL-08")
class TellsMilestonesOfTheFirstOrderWhoseNumberBeginsAlike(Remembering):
    """Passes on a milestone for the first line of the first order whose number begins that of the milestone's order."""

    def to_crm(self, message: Message) -> None:
        order = str(message.body.get("order", ""))
        first = next((known for known in self.versions if order.startswith(known)), order)
        if first != order and any(line.get("milestone") for line in message.body.get("lines", ())):
            line = self.versions[first][-1]["lines"][0]["id"]
            lines = [{**told, "line": line} for told in message.body["lines"]]
            message = replace(message, body={**message.body, "order": first, "lines": lines})
        super().to_crm(message)
