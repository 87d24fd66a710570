"""The adapter between the kit and My Integration: it carries messages and decides nothing."""

from collections.abc import Callable, Mapping
from queue import Empty, SimpleQueue
from typing import Any

from ordertck.harness.claims import Claims
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import ScenarioContext

# On which edge of your layer a message comes in, and on which it leaves again.
WAYS = {
    ("order-submission", Edge.SUBMISSION): Edge.OMS,
    ("cancel", Edge.SUBMISSION): Edge.OMS,
    ("order-update", Edge.OMS): Edge.CRM,
    ("refusal", Edge.OMS): Edge.CRM,
    ("fallout", Edge.OMS): Edge.CRM,
    ("billing-order", Edge.OMS): Edge.BILLING,
    ("provisioning-order", Edge.OMS): Edge.PROVISIONING,
    ("billing-update", Edge.BILLING): Edge.OMS,
    ("fault", Edge.BILLING): Edge.OMS,
    ("provisioning-update", Edge.PROVISIONING): Edge.OMS,
    ("fault", Edge.PROVISIONING): Edge.OMS,
    ("fallout", Edge.PROVISIONING): Edge.OMS,
}


# Which rate plan in billing a price list leads to. YOURS: your layer knows that from the catalogue.
PLANS = {
    "Household Price List": "HOUSEHOLD-PLAN",
    "Consumer Price List": "CONSUMER-PLAN",
    "Standard Price List": "STANDARD-PLAN",
}


def connect(claims: Claims, session: str) -> "Adapter":
    """Called once. Reach your layer here; ids of this run all start with ``session``."""
    return Adapter(claims, session)


class Adapter:
    """The port's four methods. Everything marked YOURS is to be replaced by calls of your layer."""

    def __init__(self, claims: Claims, session: str) -> None:  # noqa: ARG002 - yours may want the claims
        self._session, self._count = session, 0
        self._heard: SimpleQueue[Message] = SimpleQueue()  # your listeners may fill it from other threads
        self._layer = StandIn(self._tell)  # YOURS: a client of your layer's queues

    def begin(self, scenario: ScenarioContext) -> None:
        """A scenario starts. All ids are fresh: old orders may be forgotten, or stay."""

    def deliver(self, message: Message) -> None:
        """Put one message where your layer takes it up. Return at once: what leaves comes through ``receive``."""
        self._layer.take(message)  # YOURS: one queue or endpoint for each line of WAYS

    def receive(self, patience: float) -> Message | None:
        """The next message that leaves your layer, in order; None once ``patience`` seconds have passed.

        To return None earlier is right only where nothing can come before the next ``deliver``: the stand-in does
        all its work at once. YOURS: most layers are always busy, so wait ``patience`` whatever is under way.
        """
        try:
            return self._heard.get(timeout=patience if self._layer.busy else 0.0)
        except Empty:
            return None

    def close(self) -> None:
        """Called once, at the end. YOURS: close connections, end threads and processes."""

    def _tell(self, kind: str, edge: Edge, body: Mapping[str, Any], priority: int | None = None) -> None:
        """Something left your layer."""
        self._count += 1
        self._heard.put(Message(f"{self._session}-out-{self._count}", kind, edge, body, body["order"], None, priority))


class StandIn:
    """A tiny integration layer, so that this file runs before you touch it. Delete it when yours answers.

    It knows the two names of the date and of the price list, and the order system's ids of lines; it queues nothing.
    """

    busy = False  # nothing is ever under way that was not asked for just now

    def __init__(self, tell: Callable[..., None]) -> None:
        self._tell = tell
        self._theirs: dict[str, str] = {}  # the CRM's id of an order or line, by the order system's
        self._seen: set[str] = set()

    def take(self, message: Message) -> None:
        """Hand a message on to whom it is for, in that system's words."""
        if message.kind == "order-receipt":
            body = message.body
            self._theirs |= {line["id"]: line["line"] for line in body["lines"]} | {body["id"]: body["order"]}
            return
        edge = WAYS.get((message.kind, message.edge))
        if edge is None or message.id in self._seen:
            return
        self._seen.add(message.id)
        if message.kind == "order-submission":
            self._tell("sales-order", edge, _dated(message.body), message.priority)
        elif message.kind == "billing-order":
            lines = [{**line, "rate_plan": PLANS.get(line.get("price_list", ""))} for line in message.body["lines"]]
            self._tell(message.kind, edge, {**message.body, "lines": lines})
        elif edge is Edge.CRM:
            self._tell(message.kind, edge, self._translated(message.body))
        else:
            self._tell(message.kind, edge, message.body)

    def _translated(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """The body with the CRM's ids."""
        words = {name: self._theirs.get(body[name], body[name]) for name in ("order", "line") if name in body}
        lines = [{**line, "line": self._theirs.get(line["line"], line["line"])} for line in body.get("lines", ())]
        return {**body, **words, **({"lines": lines} if lines else {})}


def _dated(body: Mapping[str, Any]) -> dict[str, Any]:
    """An order under the order system's name for its date."""
    date = {"requested_delivery": body["due_date"]} if body.get("due_date") else {}
    lines = [_dated(line) for line in body.get("lines", ())]
    return {k: v for k, v in body.items() if k != "due_date"} | date | ({"lines": lines} if lines else {})
