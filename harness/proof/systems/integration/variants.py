"""Integration layers that do things their own way, as the documents permit."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Body, Edge, Fallout, Fault, Message, Refusal, as_body, replace
from ordertck.harness.proof.registry import style
from ordertck.harness.reference.integration import Integration


@style("integration")
class HandsLinesOverBackwards(Integration):
    """Hands the lines of an order over from the last to the first."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        return {**order, "lines": order["lines"][::-1]}


@style("integration")
class SaysMoreThanItMust(Integration):
    """Adds fields of its own to everything that it passes on."""

    def tell(
        self, kind: str, edge: Edge, body: Body | Mapping[str, Any], about: str, priority: int | None = None
    ) -> None:
        shape = dict(body) if isinstance(body, Mapping) else as_body(body)
        super().tell(kind, edge, {**shape, "route": "A"}, about, priority)


@style("integration")
class KnowsLinesByItsOwnIds(Integration):
    """Gives every line an id of its own, common to all neighbours."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        for line in order["lines"]:
            common = f"COMMON:{line['id']}"
            if self.references.for_order_system(line["id"]) == line["id"]:
                self.references.pair(line["id"], common)
            line["id"] = common
            if "parent" in line:
                line["parent"] = f"COMMON:{line['parent']}"
        return order

    def received(self, receipt: Mapping[str, Any]) -> None:
        for line in receipt["lines"]:
            self.references.pair(self.references.for_crm(line["line"]), line["id"])


@style("integration")
class TellsBillingTheOrderSystemsIds(Integration):
    """Lets billing know lines by the order system's ids, which then need no translation on the way back."""

    def for_billing(self, order_system: str) -> str:
        return self.billings.for_order_system(order_system)

    def to_order_system(self, message: Message) -> None:
        if message.edge is Edge.BILLING:
            body = self.translated(message.body, self.billings.for_crm)
            self.tell(message.kind, Edge.OMS, body, message.about)
        else:
            super().to_order_system(message)


@style("integration")
class CallsBillingLineByLine(Integration):
    """Sends billing one call a line."""

    def to_billing(self, message: Message) -> None:
        for line in message.body["lines"]:
            super().to_billing(replace(message, body={**message.body, "lines": [line]}))


@style("integration", of="what the CRM is told")
class TellsTheCrmOfAllLines(Integration):
    """Tells the CRM of every line that it knows of, whenever the order system tells of one."""

    def submitted(self, message: Message) -> None:
        for line in message.body.get("lines", ()):
            self.lines.setdefault(line["id"], {"line": line["id"], "status": "OPEN"})
        super().submitted(message)

    def to_crm(self, message: Message) -> None:
        if message.kind != "order-update":
            return super().to_crm(message)
        update = self.translated(message.body, self.references.for_crm)
        self.lines |= {line["line"]: line for line in update["lines"]}
        mine = [line for name, line in self.lines.items() if name.startswith(f"{update['order']}-")]
        return self.tell("order-update", Edge.CRM, {**update, "lines": mine}, message.about)

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.lines: dict[str, Mapping[str, Any]] = {}


@style("integration", of="what the CRM is told")
class PassesOverRepeatedUpdates(Integration):
    """Tells the CRM only what is news."""

    latest: tuple[str, Mapping[str, Any]] | None = None

    def to_crm(self, message: Message) -> None:
        news = (message.kind, message.body)
        if news != self.latest:
            self.latest = news
            super().to_crm(message)

    def submitted(self, message: Message) -> None:
        self.latest = None  # what is told of a newer version is news
        super().submitted(message)


@style("integration", of="refusals")
class RefusesOnTheQueue(Integration):
    """Answers an order that it cannot take with a fault, where it came from."""

    current = ""

    def submitted(self, message: Message) -> None:
        self.current = message.id
        super().submitted(message)

    def tell(
        self, kind: str, edge: Edge, body: Body | Mapping[str, Any], about: str, priority: int | None = None
    ) -> None:
        super().tell(kind, edge, body, about, priority)
        if isinstance(body, Refusal):
            incident = f"{about}-refused-{body.line or 'whole'}"
            fault = Fault(order=body.order, incident=incident, reason=body.reason, line=body.line)
            told = self.away.get(edge, self.out).pop()
            self.out.append(replace(told, kind="fault", edge=Edge.SUBMISSION, body=as_body(fault), re=self.current))


@style("integration")
class LetsUnmappedListsFallOut(Integration):
    """Tells the CRM, not the order system, that a price list has no rate plan."""

    def unmapped(self, message: Message, line: Mapping[str, Any]) -> None:
        order, line_id = message.body["order"], self.references.for_crm(line["line"])
        fallout = Fallout(
            order=order, incident=f"{message.id}-{line_id}", state="raised", reason="no plan", line=line_id
        )
        self.tell("fallout", Edge.CRM, fallout, order)
