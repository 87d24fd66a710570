"""The adapter between the kit and My Order System: it carries messages and decides nothing."""

from collections.abc import Callable, Mapping
from queue import Empty, SimpleQueue
from typing import Any

from ordertck.harness.claims import Claims
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import ScenarioContext


def connect(claims: Claims, session: str) -> "Adapter":
    """Called once. Reach your system here; ids of this run all start with ``session``."""
    return Adapter(claims, session)


class Adapter:
    """The port's four methods. Everything marked YOURS is to be replaced by calls of your system."""

    def __init__(self, claims: Claims, session: str) -> None:
        self._claims, self._session = claims, session
        self._count = 0
        self._heard: SimpleQueue[Message] = SimpleQueue()  # your callbacks may fill it from other threads
        self._system = StandIn(self._tell)  # YOURS: a client of your system

    def begin(self, scenario: ScenarioContext) -> None:
        """A scenario starts: these accounts are on file from now on. Old orders may be forgotten, or stay."""
        for account in scenario.accounts:
            self._system.open_account(account["id"])  # YOURS

    def deliver(self, message: Message) -> None:
        """Hand one message to your system. Return at once: what it answers comes through ``receive``."""
        body = message.body
        match message.kind:
            case "sales-order":
                self._system.order(body)  # YOURS: POST it, or put it on the queue with message.priority
            case "order-query":
                self._tell(Edge.OMS, "order-snapshot", self._system.state(body["order"]), message.id)  # YOURS: GET
            case "provisioning-update":
                self._system.provisioned(body)  # YOURS: provisioning reports to you
            case "billing-update":
                self._system.billed(body)  # YOURS: billing reports to you
            case "fault":
                self._system.failed(body)  # YOURS: a neighbour could not do what you asked

    def receive(self, patience: float) -> Message | None:
        """The next message from your system, in order of arrival; None once ``patience`` seconds have passed.

        To return None earlier is right only where nothing can come before the next ``deliver``: the stand-in does
        all its work at once. YOURS: most systems are always busy, so wait ``patience`` whatever is under way.
        """
        try:
            return self._heard.get(timeout=patience if self._system.busy else 0.0)
        except Empty:
            return None

    def close(self) -> None:
        """Called once, at the end. YOURS: close connections, end threads and processes."""

    def _tell(self, edge: Edge, kind: str, body: Mapping[str, Any], re: str | None = None) -> None:
        """Your system said something: to billing, to provisioning, to the CRM."""
        self._count += 1
        self._heard.put(Message(f"{self._session}-out-{self._count}", kind, edge, body, body["order"], re))


class StandIn:
    """A tiny order system, so that this file runs before you touch it. Delete it when yours answers."""

    def __init__(self, tell: Callable[[Edge, str, Mapping[str, Any]], None]) -> None:
        self._tell = tell
        self._accounts: set[str] = set()
        self._orders: dict[str, dict[str, Any]] = {}

    @property
    def busy(self) -> bool:
        """Whether anything is under way that was not asked for just now."""
        return False

    def open_account(self, account: str) -> None:
        """Let this customer order from now on."""
        self._accounts.add(account)

    def order(self, sent: Mapping[str, Any]) -> None:
        """Take an order in, or refuse it. Nothing ever queues here, so priority makes no difference."""
        number, lines = sent["order"], sent.get("lines", [])
        if number in self._orders:
            return
        reason = (
            "the order names no customer of ours"
            if sent.get("account") not in self._accounts
            else "the order has no header price list"
            if not sent.get("price_list")
            else "the order has no line"
            if not lines
            else "only new products can be ordered here"
            if any(line.get("action") != "Add" or not line.get("product") for line in lines)
            else ""
        )
        if reason:
            self._tell(Edge.CRM, "refusal", {"order": number, "reason": reason})
            return
        header = {"order": number, "account": sent["account"]}
        self._orders[number] = {
            "status": "IN PROGRESS",
            "header": header,
            "lines": {
                line["id"]: {
                    "product": line["product"],
                    "price_list": line.get("price_list") or sent["price_list"],
                    "status": "OPEN",
                }
                for line in lines
            },
        }
        self._report(number)
        wanted = ("product", "asset", "site", "parent", "attributes")
        work = [{"line": line["id"], "effect": "add"} | {k: line[k] for k in wanted if k in line} for line in lines]
        self._tell(Edge.PROVISIONING, "provisioning-order", {**header, "target": "network", "lines": work})

    def provisioned(self, report: Mapping[str, Any]) -> None:
        """A line is set up: have it charged for."""
        order, line = self._line(report)
        if line and line["status"] == "OPEN" and report["value"] == "COMPLETE":
            line["status"] = "PROVISIONED"
            bill = {k: line[k] for k in ("product", "price_list")} | {"line": report["line"], "effect": "start"}
            self._tell(Edge.BILLING, "billing-order", {**order["header"], "phase": "all", "lines": [bill]})

    def billed(self, report: Mapping[str, Any]) -> None:
        """A line is charged for: it is complete, and with the last line the order."""
        order, line = self._line(report)
        if line and line["status"] == "PROVISIONED" and report["value"] == "COMPLETE":
            line["status"] = "COMPLETE"
            if all(other["status"] == "COMPLETE" for other in order["lines"].values()):
                order["status"] = "COMPLETE"
            self._report(report["order"])

    def failed(self, fault: Mapping[str, Any]) -> None:
        """A neighbour could not do its work: the order is stuck, and the CRM is told."""
        if fault["order"] in self._orders:
            self._orders[fault["order"]]["status"] = "FAILED"
            self._tell(Edge.CRM, "fallout", {**fault, "state": "raised"})

    def state(self, number: str) -> dict[str, Any]:
        """How an order stands."""
        order = self._orders.get(number, {"status": "UNKNOWN", "lines": {}})
        lines = [{"line": line, "status": about["status"]} for line, about in order["lines"].items()]
        return {"order": number, "status": order["status"], "lines": lines}

    def _report(self, number: str) -> None:
        self._tell(Edge.CRM, "order-update", self.state(number))

    def _line(self, report: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        order = self._orders.get(report["order"], {"lines": {}})
        return order, order["lines"].get(report["line"], {})
