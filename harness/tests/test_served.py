"""The reference behind the pipe: all that it has to say goes along with the reply to what made it say so."""

from datetime import UTC, datetime
from typing import Any

import orjson
import pytest

from ordertck.harness.adapters import served
from ordertck.harness.adapters.served import Served
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import ScenarioContext
from ordertck.harness.tests.spoilt import Reference


def asked(by: Served, op: str, **fields: Any) -> dict[str, Any]:
    """The reply to one request."""
    reply: dict[str, Any] = orjson.loads(by.answer({"op": op, **fields}))
    return reply


@pytest.mark.parametrize("at_once", [True, False])
def test_everything_at_once(at_once: bool) -> None:
    """A request is answered with the messages that it led to, and with word that nothing else can come."""
    body = {"order": "O", "id": "O/1", "account": "A", "lines": [{"id": "L", "number": "1"}]}
    order = Message("m-1", "sales-order", Edge.OMS, body, "O").as_json()
    reference = Served(Reference(), "reference", at_once)
    scenario = ScenarioContext("S-1", "S", datetime(2026, 3, 2, tzinfo=UTC), "Home Services", "", ()).as_json()
    assert asked(reference, "begin", scenario=scenario)["ok"] is True
    reply = asked(reference, "deliver", message=order)
    assert (reply["ok"], reply.get("idle", False)) == (True, at_once)
    told = reply if at_once else asked(reference, "receive", patience=0.0)
    assert [message["kind"] for message in told["messages"]] == ["refusal"]
    assert asked(reference, "close") == {"ok": True}


class Patient(Reference):
    """Says nothing, after so much of its patience, by a clock that nobody waits for."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share, self.now = share, 0.0

    def receive(self, patience: float) -> Message | None:
        self.now += self.share * patience
        return None


@pytest.mark.parametrize(("share", "idle"), [(0.01, True), (1.0, False), (1.5, False)])
def test_who_waits_its_patience_out_does_not_say_that_nothing_can_come(
    monkeypatch: pytest.MonkeyPatch, share: float, idle: bool
) -> None:
    """Only a system that is back early is taken to have nothing more to say; of any other the kit goes on asking."""
    system = Patient(share)
    monkeypatch.setattr(served, "monotonic", lambda: system.now)
    assert asked(Served(system, "patient"), "receive", patience=1.0) == {"message": None, "idle": idle}


class Talkative(Reference):
    """Says one message of a length that is given."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.length = length

    def receive(self, patience: float) -> Message | None:
        return Message("m", "order-update", Edge.CRM, {"order": "O", "status": "x" * self.length}) if patience else None


@pytest.mark.parametrize(("length", "is_taken"), [(200, True), (700, False)])
def test_a_message_fills_at_most_half_of_a_reply(monkeypatch: pytest.MonkeyPatch, length: int, is_taken: bool) -> None:
    monkeypatch.setattr(served, "LONGEST_LINE", 1000)
    reply = asked(Served(Talkative(length), "talkative"), "receive", patience=1.0)
    assert ("messages" in reply) == is_taken
    assert is_taken or "bytes; 500 are taken" in reply["error"]
