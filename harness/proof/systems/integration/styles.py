"""Ways of working in an integration layer that no document forbids; each is a mixin, so that they combine."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from ordertck.harness.messages import Edge, Fallout, Message, Refusal, replace
from ordertck.harness.proof.registry import style
from ordertck.harness.reference.integration import Integration


@style("integration", of="what the CRM is told")
class TellsTheCrmLineByLine(Integration):
    """Sends the CRM an update of its own for each line."""

    def to_crm(self, message: Message) -> None:
        lines = message.body.get("lines", ()) if message.kind == "order-update" else ()
        for line in lines or (None,):
            one = message if line is None else replace(message, body={**message.body, "lines": [line]})
            super().to_crm(one)


@style("integration")
class GivesAssetsIdsOfItsOwn(Integration):
    """Knows assets by ids of its own, which order system, billing and provisioning are told."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        for line in order["lines"]:
            if line.get("asset"):
                line["asset"] = f"COMMON:{line['asset']}"
        return order


@style("integration")
class NamesNoCall(Integration):
    """Does not say of which call an update is."""

    def to_order_system(self, message: Message) -> None:
        body = {name: value for name, value in message.body.items() if name != "call"}
        super().to_order_system(replace(message, body=body))


@style("integration")
class WritesDatesInUniversalTime(Integration):
    """Writes every date in universal time, the instant that it is."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        for shape in (order, *order["lines"]):
            if date := shape.get("requested_delivery"):
                shape["requested_delivery"] = datetime.fromisoformat(date).astimezone(UTC).isoformat()
        return order


@style("integration")
class WritesBlanksOut(Integration):
    """Sends fields without a value as blank ones."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        for line in order["lines"]:
            for name in ("price_list", "override", "asset", "site", "base_line", "requested_delivery"):
                line.setdefault(name, None)
        return {"payer": None, "site": None, "base_order": None, **order}


@style("integration")
class WritesPricesWithoutZeros(Integration):
    """Writes 19.90 as 19.9."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        return self._plainer(super().sales_order(submission))

    def to_billing(self, message: Message) -> None:
        super().to_billing(replace(message, body=self._plainer(message.body)))

    @staticmethod
    def _plainer(body: Mapping[str, Any]) -> dict[str, Any]:
        plain = {line["override"] for line in body["lines"] if line.get("override")}
        known = {price: format(Decimal(price).normalize(), "f") for price in plain}
        lines = [
            {**line, "override": known[line["override"]]} if line.get("override") else line for line in body["lines"]
        ]
        return {**body, "lines": lines}


@style("integration")
class PutsThePlanInTheListsPlace(Integration):
    """Tells billing the rate plan only, not from which price list it comes."""

    def tell(self, kind: str, edge: Edge, body: Any, about: str, priority: int | None = None) -> None:
        if kind == "billing-order":
            lines = [{k: v for k, v in line.items() if k != "price_list"} for line in body["lines"]]
            body = {**body, "lines": lines}
        super().tell(kind, edge, body, about, priority)


class _KnowsTheListedKinds(Integration):
    """Hands on lines of the kinds that are on the list, and says of every other one that it cannot."""

    def hand_over(self, message: Message) -> None:
        unknown = [line for line in message.body.get("lines", ()) if line.get("subject") == "equipment"]
        if unknown:
            left = [line for line in message.body["lines"] if line not in unknown]
            message = replace(message, body={**message.body, "lines": left})
        super().hand_over(message)
        for line in unknown:
            self.object_to(message, line)

    def object_to(self, message: Message, line: Mapping[str, Any]) -> None:
        """Say that a line cannot be handed on."""
        raise NotImplementedError


@style("integration", of="unlisted kinds")
class LetsUnlistedKindsFallOut(_KnowsTheListedKinds):
    """Lets a line of a kind that is on no list fall out, and hands the others on."""

    def object_to(self, message: Message, line: Mapping[str, Any]) -> None:
        order = message.body["order"]
        fallout = Fallout(
            order=order, incident=f"{message.id}-{line['id']}", state="raised", reason="unlisted", line=line["id"]
        )
        self.tell("fallout", Edge.CRM, fallout, order)


@style("integration", of="unlisted kinds")
class RefusesUnlistedKinds(_KnowsTheListedKinds):
    """Refuses a line of a kind that is on no list, and hands the others on."""

    def object_to(self, message: Message, line: Mapping[str, Any]) -> None:
        refusal = Refusal(order=message.body["order"], line=line["id"], reason="a kind that is on no list")
        self.tell("refusal", Edge.CRM, refusal, message.about)
