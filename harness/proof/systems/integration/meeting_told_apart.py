"""Integration layers that say of one customer, line or failure what was said of another."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration


@wrong("integration", breaks="FL-07", where="supplementals+dates")
class KeepsThePayerOfTheLastCustomer(Integration):
    """Fills in the payer of the last customer's order where an order has another one."""

    def prepare(self) -> None:
        super().prepare()
        self.last: Mapping[str, Any] = {}

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order, last = super().sales_order(submission), self.last
        if last and last["account"] != order["account"] and last.get("payer"):
            order["payer"] = last["payer"]
        self.last = submission
        return order


@wrong("integration", breaks="FL-07", where="supplementals+dates")
class CutsTheZoneOfARevision(Integration):
    """Takes the date of a revision for one in universal time, whatever its zone is."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        if order.get("revision", 1) > 1 and order.get("requested_delivery"):
            order["requested_delivery"] = f"{order['requested_delivery'][:19]}+00:00"
        return order


@wrong("integration", breaks="FL-09", where="bundles+dates")
class AsksInTheLastCustomersName(Integration):
    """Asks billing in the name of the customer for whom it asked last, where an order is billed once more."""

    def prepare(self) -> None:
        super().prepare()
        self.billed: list[str] = []
        self.account = ""

    def to_billing(self, message: Message) -> None:
        order, account = message.body["order"], self.account
        self.account = message.body["account"]
        if order in self.billed and account != self.account:
            message = replace(message, body={**message.body, "account": account})
        self.billed.append(order)
        super().to_billing(message)


class _AlikeInAnUpdate(Integration):
    """Says of each line of an update what the first line of it says in one respect."""

    about = ""

    def to_crm(self, message: Message) -> None:
        lines = list(message.body.get("lines", ()))
        if len(lines) > 1 and all(line.get(self.about) for line in lines):
            told = [{**line, self.about: lines[0][self.about]} for line in lines]
            message = replace(message, body={**message.body, "lines": told})
        super().to_crm(message)


@wrong("integration", breaks="FL-08", where="bundles+filled-in-data")
class TellsTheFirstLinesStatus(_AlikeInAnUpdate):
    """Tells the CRM of each line the status of the first line in the update."""

    about = "status"


@wrong("integration", breaks="FL-08", where="bundles+filled-in-data")
class TellsTheFirstLinesMilestone(_AlikeInAnUpdate):
    """Tells the CRM of each line the milestone of the first line in the update."""

    about = "milestone"


@wrong("integration", breaks="FL-08", where="bundles+filled-in-data")
class TellsTheFirstLinesValues(_AlikeInAnUpdate):
    """Tells the CRM of each line the values of the first line in the update."""

    about = "attributes"


class _HearsBilling(Integration):
    """Does something of its own with what billing tells."""

    def to_order_system(self, message: Message) -> None:
        if message.kind == "billing-update":
            message = replace(message, body=self.heard(dict(message.body)))
        super().to_order_system(message)

    def heard(self, body: dict[str, Any]) -> dict[str, Any]:
        """What the order system is told in its place."""
        raise NotImplementedError


@wrong("integration", breaks="FL-08", where="bundles+filled-in-data+redelivery")
class ReadsFiguresAsNumbers(_HearsBilling):
    """Reads digits that billing tells as a number, and loses the zeros before it."""

    def heard(self, body: dict[str, Any]) -> dict[str, Any]:
        return {**body, "value": str(int(body["value"]))} if body["value"].isdecimal() else body


@wrong("integration", breaks="FL-08", where="bundles+filled-in-data+redelivery")
class TellsBillingsStatusesOnly(_HearsBilling):
    """Passes on whatever billing tells as a status."""

    def heard(self, body: dict[str, Any]) -> dict[str, Any]:
        return {**body, "sort": "status"}


@wrong("integration", breaks="FL-08", where="bundles+filled-in-data+redelivery")
class ForgetsOfWhichAttributeAValueIs(_HearsBilling):
    """Passes on what billing tells without the name of the attribute."""

    def heard(self, body: dict[str, Any]) -> dict[str, Any]:
        return {**body, "attribute": None}


@wrong("integration", breaks="FL-08", where="bundles+failures")
class TellsOneRefusalOfAnOrder(Integration):
    """Tells the CRM of one refused line of a version, and takes the next one for the same."""

    def prepare(self) -> None:
        super().prepare()
        self.refused: list[str] = []

    def to_crm(self, message: Message) -> None:
        if message.kind == "refusal" and message.body.get("line"):
            if message.body["order"] in self.refused:
                return
            self.refused.append(message.body["order"])
        super().to_crm(message)

    def submitted(self, message: Message) -> None:
        self.refused.clear()
        super().submitted(message)


@wrong("integration", breaks="FL-06", where="supplementals+cancellation")
class DropsWhatComesBehindACancel(Integration):
    """Takes an order for ended when its cancel comes, and drops what is submitted of it after that."""

    def prepare(self) -> None:
        super().prepare()
        self.cancelled: set[str] = set()

    def submitted(self, message: Message) -> None:
        if message.kind == "cancel":
            self.cancelled.add(message.body["order"])
        elif message.body["order"] in self.cancelled:
            return
        super().submitted(message)


@wrong("integration", breaks="FO-03", where="follow-ons+filled-in-data")
class DropsDependenciesOnWhatIsComplete(Integration):
    """Leaves out what a line builds on when that is complete."""

    def prepare(self) -> None:
        super().prepare()
        self.complete: set[str] = set()

    def to_crm(self, message: Message) -> None:
        super().to_crm(message)
        for line in self.sent_last.body.get("lines") or ():
            if line.get("status") == "COMPLETE" and line.get("attributes"):
                self.complete.add(line["line"])

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        for line in order["lines"]:
            if line.get("base_line") in self.complete:
                del line["base_line"]
        return order


@wrong("integration", breaks="IS-09", where="supplementals+restarts")
class KeepsOneStatusOfAnOrder(Integration):
    """Keeps the first status that a back office reports of an order while the CRM is away, and drops the next one."""

    def from_back_office(self, message: Message) -> None:
        kept = self.away.get(Edge.CRM, ())
        if not any(each.kind == "workflow" and each.about == message.about for each in kept):
            super().from_back_office(message)


@wrong("integration", breaks="PR-06", where="bundles+redelivery")
class TellsAStatusOfALineOnce(Integration):
    """Tells the CRM each status of a line once, and takes one that comes back for told."""

    def prepare(self) -> None:
        super().prepare()
        self.told: list[tuple[str, str]] = []

    def to_crm(self, message: Message) -> None:
        lines = list(message.body.get("lines", ()))
        said = [(line["line"], line.get("status") or "") for line in lines]
        if len(said) == 1 and said[0] in self.told and (said[0][0], "SUSPENDED") in self.told:
            return
        self.told += said
        super().to_crm(message)
