"""The reference behind the pipe: all that it has to say goes along with the reply to what made it say so."""

from datetime import UTC, datetime
from typing import Any

import orjson
import pytest

from ordertck.harness.adapters.served import Served
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import ScenarioContext
from ordertck.harness.tests.spoilt import Reference


def asked(served: Served, op: str, **fields: Any) -> dict[str, Any]:
    """The reply to one request."""
    reply: dict[str, Any] = orjson.loads(served.answer({"op": op, **fields}))
    return reply


@pytest.mark.parametrize("at_once", [True, False])
def test_everything_at_once(at_once: bool) -> None:
    """A request is answered with the messages that it led to, and with word that nothing else can come."""
    body = {"order": "O", "id": "O/1", "account": "A", "lines": [{"id": "L", "number": "1"}]}
    order = Message("m-1", "sales-order", Edge.OMS, body, "O").as_json()
    served = Served(Reference(), "reference", at_once)
    scenario = ScenarioContext("S-1", "S", datetime(2026, 3, 2, tzinfo=UTC), "Home Services", "", ()).as_json()
    assert asked(served, "begin", scenario=scenario)["ok"] is True
    reply = asked(served, "deliver", message=order)
    assert (reply["ok"], reply.get("idle", False)) == (True, at_once)
    told = reply if at_once else asked(served, "receive", patience=0.0)
    assert [message["kind"] for message in told["messages"]] == ["refusal"]
    assert asked(served, "close") == {"ok": True}
