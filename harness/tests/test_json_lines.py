"""The port over a pipe, spoken with real child processes."""

from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest

from ordertck import __version__
from ordertck.harness.adapters import dialogue
from ordertck.harness.adapters.greeting import Greeting
from ordertck.harness.errors import AdapterError
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import ScenarioContext
from ordertck.harness.tests.children import Start, order


def test_greeting(start: Start) -> None:
    """The adapter is told protocol, kit, session, roles and switches, and says who it is."""
    system = start(
        'say({"protocol": 1, "name": line, "version": "7", "capabilities": ["limited-capacity"]})', greets=False
    )
    assert system.greeting.name.strip() == (
        f'{{"op":"hello","n":1,"protocol":1,"kit":"{__version__}","session":"S1","roles":["oms"],'
        '"switches":{"no_action":"dash"}}'
    )
    assert system.greeting.version == "7"
    assert system.greeting.capabilities == frozenset({"limited-capacity"})


def test_folder(start: Start, tmp_path: Path) -> None:
    """The command runs in the claims file's folder."""
    system = start('say({"protocol": 1, "name": os.getcwd()})', greets=False)
    assert system.greeting == Greeting(str(tmp_path.resolve()))


def test_operations(start: Start) -> None:
    """Each method of the port is one request, its arguments in JSON."""
    system = start('say({"ok": True, "messages": [message("a", body={"request": request})], "idle": True})')
    now = datetime(2026, 3, 2, tzinfo=UTC)
    context = ScenarioContext("S1-1", "S1", now, "Home Services", "sha256:0", ({"id": "A"},), {"capacity": 1})
    system.begin(context)
    system.deliver(order(1, note="å✓"))
    system.advance_to(now)
    heard = [system.receive(0.1) for _ in range(4)]
    assert [m.body["request"] for m in heard if m] == [
        {"op": "begin", "n": 2, "scenario": context.as_json()},
        {"op": "deliver", "n": 3, "message": order(1, note="å✓").as_json()},
        {"op": "advance", "n": 4, "instant": "2026-03-02T00:00:00+00:00"},
    ]
    assert heard[3] is None


def test_receive(start: Start) -> None:
    """A message may come alone, with envelope and all."""
    system = start('say({"message": message("a", about="O", re="q", priority=3)})')
    assert system.receive(0.1) == Message("a", "order-update", Edge.CRM, {"order": "O", "status": "OPEN"}, "O", "q", 3)


def test_batches(start: Start) -> None:
    """What replies carry is handed out in order of arrival, before anybody is asked."""
    system = start(
        """
first = message(f"{asked}a")
if op == "deliver": say({"ok": True, "messages": [first, message(f"{asked}b")]})
else: say({"message": first, "messages": [message(f"{asked}b"), message(f"{asked}c")]})
"""
    )
    system.deliver(order(1))
    system.deliver(order(2))
    heard = [system.receive(0.1) for _ in range(7)]
    assert [m.id for m in heard if m] == ["2a", "2b", "3a", "3b", "4a", "4b", "4c"]


def test_idle(start: Start) -> None:
    """An idle adapter is not asked again before something is delivered."""
    system = start(
        """
if op == "receive": say({"message": None, "idle": True})
else: say({"ok": True, "messages": [message(str(asked))], "idle": op == "deliver"})
"""
    )
    system.deliver(order(1))
    assert [m and m.id for m in (system.receive(99), system.receive(99), system.receive(99))] == ["2", None, None]
    system.deliver(order(2))
    assert (m := system.receive(99)) and m.id == "3"
    system.forget_idle()
    assert system.receive(99) is None
    system.deliver(order(3))
    assert (m := system.receive(99)) and m.id == "5"  # the ids count what was asked: nobody waited in between


def test_not_idle(start: Start) -> None:
    """An adapter that says "nothing" at once, but not that it is idle, is asked until the patience is over."""
    system = start('say({"message": None, "idle": False})')
    began = monotonic()
    assert system.receive(0.05) is None
    assert monotonic() - began >= 0.05


def test_patience(start: Start) -> None:
    """The adapter is told how long to wait, and may wait that long."""
    system = start('time.sleep(request["patience"]); say({"message": None})')
    began = monotonic()
    assert system.receive(0.05) is None
    assert monotonic() - began >= 0.05


def test_late(start: Start) -> None:
    """What came after the last receive of a scenario is not lost when the next begins."""
    system = start('say({"ok": True, "messages": [message(op)] if op == "deliver" else []})')
    system.deliver(order())
    system.begin(ScenarioContext("S1-2", "S1", datetime(2026, 3, 2, tzinfo=UTC), "", "", ()))
    assert (m := system.receive(0.1)) and m.id == "deliver"


def test_large(start: Start) -> None:
    """Messages beyond the size of any pipe go both ways; of a long text the beginning is kept, and how long it was."""
    system = start('say({"ok": True, "messages": [message("a", body=request["message"]["body"])]})')
    sent = order(1, note="x" * 2_000_000)
    system.deliver(sent)
    assert (m := system.receive(0.1))
    assert m.body == {**sent.body, "note": "x" * 20_000 + " ... (2,000,000 characters in all)"}
    assert system.cut_texts == 1


def test_too_much(start: Start) -> None:
    """What one scenario may say has a limit, however it is cut up; the next scenario begins anew."""
    many = '[message(f"{asked}-{n}", body={"a": ["y" * 18_000] * 12}) for n in range(30)]'
    system = start(f'say({{"ok": True, "messages": {many}}})')
    with pytest.raises(AdapterError, match="handed over more than 33,554,432 bytes in one scenario"):
        for number in range(9):
            system.deliver(order(number))


def test_each_scenario_may_say_as_much(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an earlier scenario said counts no longer once another has begun; the clock's going on begins none."""
    monkeypatch.setattr(dialogue, "_MOST_OF_A_SCENARIO", 100_000)
    system = start('say({"ok": True, "message": message(f"{asked}", body={"a": ["y" * 15_000] * 2})})')
    for number in (1, 2):
        system.begin(ScenarioContext(f"S1-{number}", "S1", datetime(2026, 3, 2, tzinfo=UTC), "", "", ()))
        system.deliver(order(1))
        system.advance_to(datetime(2026, 3, 3, tzinfo=UTC))
    with pytest.raises(AdapterError, match="handed over more than 100,000 bytes in one scenario"):
        system.deliver(order(2))


def test_chatter(start: Start) -> None:
    """However much a child writes to standard error, it is not held up."""
    system = start('sys.stderr.write("x" * 1_000_000); say({"ok": True})')
    system.deliver(order())
