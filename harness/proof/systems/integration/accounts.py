"""Integration layers that the closing account of an example shows, whatever its steps look at."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering, leaving
from ordertck.harness.reference.integration import Integration
from ordertck.harness.reference.integration.cross_references import CrossReferences


@wrong("integration", breaks="FL-07")
class LeavesTheApprovalOut(Integration):
    """Does not say of an order that its approval is awaited."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        return leaving(super().sales_order(submission), "approval")


@wrong("integration", breaks="OM-08")
class HandsOverTheKindsThatItSells(Integration):
    """Leaves out lines about kinds of products that are in no catalogue."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order, kinds = super().sales_order(submission), {p.subject for p in self.catalogue.products.values()}
        return {**order, "lines": [line for line in order["lines"] if line.get("subject") in {None, *kinds}]}


class _ByTheirBeginning(CrossReferences):
    """Finds an id by what it begins with."""

    def for_crm(self, order_system: str) -> str:
        alike = [own for own in self.crm_ids if order_system.startswith(own)]
        return self.crm_ids[min(alike, key=len)] if alike else order_system


@wrong("integration", breaks="FL-08")
class FindsIdsByTheirBeginning(Integration):
    """Takes what is told of a line for news of the one with the shortest id that the line's begins with."""

    def prepare(self) -> None:
        self.references = _ByTheirBeginning()


@wrong("integration", breaks="FL-08")
class ReadsReceiptsByPlace(Remembering):
    """Takes the first id of a receipt for that of the order's first line, and so on."""

    def received(self, receipt: Mapping[str, Any]) -> None:
        lines = self.versions[receipt["order"]][-1]["lines"] if receipt["order"] in self.versions else ()
        for line, there in zip(lines, receipt["lines"], strict=False):
            self.references.pair(line["id"], there["id"])


@wrong("integration", breaks="PL-06", where="price-lists+failures")
class FaultsALineOnce(Remembering):
    """Says once of a line that it cannot be billed, however often it is asked for."""

    def unmapped(self, message: Message, line: Mapping[str, Any]) -> None:
        if not self.known.get(("unmapped", line["line"])):
            super().unmapped(message, line)
        self.known["unmapped", line["line"]] = True


class _NamesTheFirstCall(Remembering):
    """Says of all work on a line at one neighbour that the first call asked for it."""

    edge: Edge

    def to_order_system(self, message: Message) -> None:
        call = self.calls.get(message.body.get("call") or "")
        if call and message.edge is self.edge:
            first = self.known.setdefault(("call", message.body["line"]), call)
            message = replace(message, body={**message.body, "call": first})
        super().to_order_system(message)


@wrong("integration", breaks="PL-08")
class NamesTheFirstCallOnBilling(_NamesTheFirstCall):
    """Says that the call that began billing a line completes it, too."""

    edge = Edge.BILLING


@wrong("integration", breaks="PV-03")
class NamesTheFirstCallOnProvisioning(_NamesTheFirstCall):
    """Says of a change of a line that it belongs to the call that set the line up."""

    edge = Edge.PROVISIONING


@wrong("integration", breaks="FL-06")
class NamesVersionsAlike(Remembering):
    """Hands every version of an order over under the id of the first."""

    def other_header(self, order: dict[str, Any]) -> dict[str, Any]:
        return {**order, "id": self.versions[order["order"]][0]["id"]}


@wrong("integration", breaks="PV-15")
class LeavesReasonsOut(Integration):
    """Tells the CRM that an order is stuck, and not why."""

    def to_crm(self, message: Message) -> None:
        known = message.kind == "fallout" and message.body["state"] == "raised"
        super().to_crm(replace(message, body=leaving(dict(message.body), "reason")) if known else message)


@wrong("integration", breaks="IS-09")
class LeavesTheCustomerOut(Integration):
    """Does not say of which customer's order a back office tells."""

    def from_back_office(self, message: Message) -> None:
        super().from_back_office(replace(message, body=leaving(dict(message.body), "account")))


@wrong("integration", breaks="FL-07", where="supplementals+modify-orders+service-changes")
class LeavesUnchangedLinesOut(Remembering):
    """Hands over of a revision the lines that say what is to be done."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any] | None:
        is_revision = len(self.versions[order["order"]]) > 1
        return None if is_revision and line.get("action") == "-" else line


@wrong("integration", breaks="IS-09")
class PassesAStatusOnOnce(Remembering):
    """Takes a back office's word for repetition where it said the same last, of whichever order."""

    def from_back_office(self, message: Message) -> None:
        said = message.body.get("fields")
        if self.known.get("said") != said:
            super().from_back_office(message)
        self.known["said"] = said


@wrong("integration", breaks="PL-06", where="price-lists+failures+restarts")
class CountsIncidentsAnew(Remembering):
    """Numbers its incidents, and begins with one again after a breakdown."""

    incidents = 0

    def restarted(self) -> None:
        self.incidents = 0

    def unmapped(self, message: Message, line: Mapping[str, Any]) -> None:
        self.incidents += 1
        order, incident = message.body["order"], f"{message.about}-unbilled-{self.incidents}"
        fault = {"order": order, "line": line["line"], "incident": incident, "reason": "no rate plan"}
        self.tell("fault", Edge.OMS, fault, order)


@wrong("integration", breaks="FL-06")
class CountsMessagesAnew(Remembering):
    """Counts its messages from one again after a breakdown, so that two have the same id."""

    def restarted(self) -> None:
        self._sent = 0
