"""A CRM's adapter of two tables: what stands in them is done and shown, all else is refused in one place."""

import threading
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from ordertck.harness import schemas
from ordertck.harness.adapters.desk import Desk, Refused, Shown, form
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import ScenarioContext, System

NOW = datetime(2026, 3, 2, tzinfo=UTC)


def asked(desk: Desk, **body: Any) -> dict[str, Any]:
    """What is shown for an act, or for a look where there is no verb."""
    kind = "desk-do" if "verb" in body else "desk-see"
    desk.deliver(Message("q1", kind, Edge.DESK, {"ref": "R", **body}, "R"))
    shown = desk.receive(0.0)
    assert shown is not None
    assert (shown.kind, shown.edge, shown.re, shown.about) == ("desk-shown", Edge.DESK, "q1", "R")
    assert schemas.valid("desk-shown", shown.body)
    return dict(shown.body)


def test_what_stands_in_a_table_is_done() -> None:
    """An act gets reference and fields; what it returns is shown, all of it as text, without what is not there."""
    given: list[Any] = []

    def enter(ref: str, fields: Any) -> Shown:
        given.extend((ref, dict(fields)))
        return Shown("O-1", {"price": Decimal("4.90"), "open": True, "site": None}, [{"revision": 1}], "careful")

    desk = Desk("S1", {("enter", "order"): enter}, {})
    shown = asked(desk, verb="enter", object="order", fields={"account": "A"})
    assert given == ["R", {"account": "A"}]
    assert shown == {
        "object": "order", "ref": "R", "id": "O-1", "warning": "careful",
        "fields": {"price": "4.90", "open": "yes"}, "rows": [{"revision": "1"}],
    }  # fmt: skip
    assert isinstance(desk, System)


@pytest.mark.parametrize(
    "body, reason",
    [
        ({"verb": "accept", "object": "quote"}, "here nobody can accept an object of the kind 'quote'"),
        ({"object": "quote"}, "here is nothing of the kind 'quote' to see"),
        ({"object": "order"}, "there is no such order"),
        ({"object": "assets"}, "it is not possible"),
    ],
)
def test_what_does_not_is_refused(body: dict[str, str], reason: str) -> None:
    """So is what a function refuses, with its reason."""

    def nothing(_: str) -> Shown:
        raise Refused("there is no such order")

    def unsaid(_: str) -> Shown:
        raise Refused

    assert asked(Desk("S1", {}, {"order": nothing, "assets": unsaid}), **body)["refused"] == reason


def test_other_messages() -> None:
    """Each kind goes to who takes it; what nobody takes is passed over. Accounts are put on file."""
    told: list[str] = []
    desk = Desk("S1", {}, {}, {"refusal": lambda m: told.append(m.body["order"])}, lambda a: told.append(a["id"]))
    desk.begin(ScenarioContext("S1-1", "S1", NOW, "", "", ({"id": "A"}, {"id": "B"})))
    desk.deliver(Message("m", "refusal", Edge.CRM, {"order": "O", "reason": "no"}))
    desk.deliver(Message("m", "fallout", Edge.CRM, {"order": "P"}))
    assert told == ["A", "B", "O"]
    assert desk.receive(9.0) is None


def test_what_leaves() -> None:
    """Each kind crosses its own edge, ids begin with the session, what is not said is left out."""
    desk = Desk("S1", {}, {})
    first = desk.send("order-submission", {"order": "O", "site": None}, "O", priority=7)
    desk.send("workflow-answer", {"outcome": "ok"}, "A", re="q")
    queued, answer = desk.receive(0.0), desk.receive(0.0)
    assert queued == Message(first, "order-submission", Edge.SUBMISSION, {"order": "O"}, "O", None, 7)
    assert answer == Message("S1-crm-2", "workflow-answer", Edge.BACKOFFICE, {"outcome": "ok"}, "A", "q")
    assert first == "S1-crm-1"


def test_a_busy_crm_is_waited_for() -> None:
    """A message that another thread sends is received within the patience; closing releases."""
    closed: list[bool] = []
    desk = Desk("S1", {}, {}, busy=lambda: True, close=lambda: closed.append(True))
    threading.Thread(target=desk.send, args=("mail", {"to": "x"})).start()
    assert (heard := desk.receive(60.0)) and heard.kind == "mail"
    desk.close()
    assert closed == [True]


def test_a_form_keeps_what_is_filled_in() -> None:
    """Nothing reaches the CRM before it is saved, and nothing of what was given up ever does."""
    kept: dict[str, dict[str, str]] = {}

    def save(_: str, fields: Any) -> str:
        kept.setdefault("T-1", {}).update(fields)
        return "T-1"

    acts = form("ticket", lambda name: kept.get(name, {}), save)
    assert set(acts) == {("revise", "ticket"), ("submit", "ticket"), ("discard", "ticket")}
    desk = Desk("S1", acts, {})
    shown = asked(desk, verb="revise", object="ticket", fields={"summary": "dead line"})
    assert (shown["id"], shown["fields"], kept) == ("R", {"summary": "dead line"}, {})
    assert asked(desk, verb="discard", object="ticket", fields={})["fields"] == {}
    asked(desk, verb="revise", object="ticket", fields={"channel": "phone"})
    shown = asked(desk, verb="submit", object="ticket", fields={"type": "Line Fault"})
    assert (shown["id"], kept) == ("T-1", {"T-1": {"channel": "phone", "type": "Line Fault"}})
    assert asked(desk, verb="revise", object="ticket", fields={"channel": "mail"})["fields"]["type"] == "Line Fault"
