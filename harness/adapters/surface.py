"""The control surface: what a kit asks of a server over HTTP, besides the messages. Client and server read it here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ordertck.harness.adapters.json_text import encode
from ordertck.harness.messages import Edge
from ordertck.harness.messages.addresses import TO

# No body is longer; an order of 10,000 lines has a third of it.
LONGEST_BODY = 8 * 1024 * 1024
# The same key again is the same request: it is done once, and answered as before.
KEY = "Idempotency-Key"
FORM_OF_KEY = "^[A-Za-z0-9._-]{0,200}$"


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the port as a request over HTTP.

    ``path`` is behind the server's own address; ``field`` is which field of the port's operation makes up the body,
    "" where all fields do. ``says`` is what it is for.
    """

    name: str
    method: str
    path: str
    field: str
    says: str


OPERATIONS: Mapping[str, Operation] = {
    operation.name: operation
    for operation in (
        # The most frequent one first: a server looks for it first.
        Operation("deliver", "POST", f"/sessions/{{session}}/{TO}/{{edge}}", "message", "Hand over one message."),
        Operation("hello", "POST", "/sessions", "", "Open a session: kit and system say who they are."),
        Operation("begin", "POST", "/sessions/{session}/begin", "scenario", "An example starts."),
        Operation("bench", "POST", "/sessions/{session}/bench", "message", "Do something to the system as such."),
        Operation("receive", "POST", "/sessions/{session}/receive", "", "Take what the system says, or wait for it."),
        Operation("together", "POST", "/sessions/{session}/together", "", "Do what several sessions ask."),
        Operation("advance", "POST", "/sessions/{session}/advance", "", "Set the system's clock."),
        Operation("close", "DELETE", "/sessions/{session}", "", "End the session."),
    )
}


def request(op: str, fields: Mapping[str, Any], session: str) -> tuple[str, str, bytes]:
    """Method, path and body of the request for an operation of the port in a session; the body of close is empty."""
    edge = fields["message"]["edge"] if op == "deliver" else ""
    operation = OPERATIONS["bench" if edge == Edge.BENCH else op]
    told = fields[operation.field] if operation.field else fields
    return operation.method, operation.path.format(session=session, edge=edge), encode(told) if told else b""
