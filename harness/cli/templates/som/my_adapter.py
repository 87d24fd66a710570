"""The adapter between the kit and My Service Order Management: it carries messages and decides nothing."""

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

    def __init__(self, claims: Claims, session: str) -> None:  # noqa: ARG002 - yours may want the claims
        self._session, self._count = session, 0
        self._heard: SimpleQueue[Message] = SimpleQueue()  # your callbacks may fill it from other threads
        self._system = StandIn(self._tell)  # YOURS: a client of your system

    def begin(self, scenario: ScenarioContext) -> None:
        """A scenario starts. All ids are fresh: old orders may be forgotten, or stay."""

    def deliver(self, message: Message) -> None:
        """Hand one message to your system. Return at once: what it answers comes through ``receive``."""
        match message.kind:
            case "provisioning-order":
                self._system.order(message.body)  # YOURS: order management sends work
            case "network-report":
                self._system.reported(message.body)  # YOURS: the network says how a step went
            case "cancel" | "suspend" | "resume" as event:
                self._system.halt(message.body["order"], event)  # YOURS: something happens to a whole order

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

    def _tell(self, edge: Edge, kind: str, body: Mapping[str, Any]) -> None:
        """Your system said something: to order management, to the network."""
        self._count += 1
        self._heard.put(Message(f"{self._session}-out-{self._count}", kind, edge, body, body["order"]))


class StandIn:
    """A tiny service order management, so that this file runs before you touch it. Delete it when yours answers."""

    STEPS = ("reserve", "design", "activate")
    MILESTONES = ("RESERVED", "DESIGNED", "ACTIVATED")
    busy = False  # nothing is ever under way that was not asked for just now

    def __init__(self, tell: Callable[[Edge, str, Mapping[str, Any]], None]) -> None:
        self._tell = tell
        self._lines: dict[str, dict[str, Any]] = {}

    def order(self, sent: Mapping[str, Any]) -> None:
        """Work for some lines: begin each with its first step. What is changed or taken out is refused here."""
        for line in sent["lines"]:
            if line["effect"] != "add" or line["line"] in self._lines:
                self._fault(sent["order"], line["line"], "only new lines can be worked on here")
                continue
            self._lines[line["line"]] = {**line, "order": sent["order"], "done": 0}
            self._report(line["line"], "status", "IN PROGRESS")
            self._next(line["line"])

    def reported(self, report: Mapping[str, Any]) -> None:
        """A step of a line is done or failed: on to the next, or tell of the failure."""
        line = self._lines.get(report["line"])
        if line is None or line["done"] >= len(self.STEPS) or report["step"] != self.STEPS[line["done"]]:
            return
        if report["outcome"] == "done":
            self._report(report["line"], "milestone", self.MILESTONES[line["done"]])
            line["done"] += 1
            self._next(report["line"])
        elif report["outcome"] == "failed":
            self._fault(line["order"], report["line"], report.get("reason") or "the network failed")

    def halt(self, order: str, event: str) -> None:
        """Cancelling, suspending and resuming are not possible here."""
        self._tell(Edge.PROVISIONING, "fault", {"incident": f"I-{order}-{event}", "order": order, "reason": event})

    def _next(self, name: str) -> None:
        line = self._lines[name]
        if line["done"] == len(self.STEPS):
            self._report(name, "status", "COMPLETE")
            return
        step = {"line": name, "product": line["product"], "step": self.STEPS[line["done"]], "effect": "do"}
        step["attributes"] = line.get("attributes", {})
        self._tell(Edge.NETWORK, "network-order", {"order": line["order"], "lines": [step]})

    def _report(self, line: str, sort: str, value: str) -> None:
        body = {"order": self._lines[line]["order"], "line": line, "sort": sort, "value": value}
        self._tell(Edge.PROVISIONING, "provisioning-update", body)

    def _fault(self, order: str, line: str, reason: str) -> None:
        body = {"incident": f"I-{line}", "order": order, "line": line, "reason": reason}
        self._tell(Edge.PROVISIONING, "fault", body)
