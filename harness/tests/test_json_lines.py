"""The port over a pipe, spoken with real child processes, each with a vice of its own."""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from select import select
from time import monotonic
from typing import Any

import pytest

from ordertck import __version__
from ordertck.harness.adapters.json_lines import JsonLines
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.errors import AdapterError, UsageError
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import ScenarioContext

# Every child greets properly unless it says otherwise, and answers {"ok": true} to what it does not take up.
PRELUDE = """
import json, os, signal, sys, time

asked = 0
def say(reply):
    sys.stdout.write((reply if isinstance(reply, str) else json.dumps(reply)) + "\\n")
    sys.stdout.flush()
def message(name, **envelope):
    return {"id": name, "kind": "order-update", "edge": "crm", "body": {"order": "O", "status": "OPEN"}, **envelope}
"""
LOOP = """
for line in sys.stdin:
    request = json.loads(line)
    op, asked = request["op"], asked + 1
    if op == "hello" and not REFUSES_GREETING:
        say({"protocol": 1, "name": "Child", "version": str(os.getpid())})
    else:
        TAKE
"""
OK = 'say({"ok": True})'
Start = Callable[..., JsonLines]


def child(take: str = OK, before: str = "", greets: bool = True) -> str:
    """A child's source: what it does first, and with each request after the greeting."""
    body = take.strip().replace("\n", "\n        ")
    return PRELUDE + before + LOOP.replace("REFUSES_GREETING", str(not greets)).replace("TAKE", body)


def claims_of(folder: Path, source: str, patience: float = 0.1, start: float = 5.0) -> Claims:
    """Claims whose command runs this source."""
    (folder / "child.py").write_text(source)
    return Claims(
        "Child",
        "1",
        ("oms",),
        (),
        {"no_action": "dash"},
        command=(sys.executable, "-I", "-S", "child.py"),
        timing=Timing(patience, 0.01, start),
        file=folder / "claims.toml",
    )


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts children; all are seen off afterwards."""
    started: list[JsonLines] = []

    def _start(take: str = OK, before: str = "", greets: bool = True, **timing: float) -> JsonLines:
        limits = {name: timing.pop(name) for name in ("margin", "parting") if name in timing}
        claims = claims_of(tmp_path, child(take, before, greets), **timing)
        started.append(JsonLines(claims, "S1", **{"margin": 5.0, "parting": 0.5, **limits}))
        return started[-1]

    yield _start
    for system in started:
        system.close()


def order(number: int = 1, **body: Any) -> Message:
    return Message(
        f"m{number}", "sales-order", Edge.OMS, {"order": "O", "id": "O/1", "lines": [], **body}, "O", None, 5
    )


def gone(system: JsonLines) -> bool:
    """Whether the child's process is neither running nor a zombie."""
    try:
        os.kill(int(system.version), 0)
    except ProcessLookupError:
        return True
    return False


# Speaking


def test_greeting(start: Start) -> None:
    """The adapter is told protocol, kit, session, roles and switches, and says who it is."""
    system = start(
        'say({"protocol": 1, "name": line, "version": "7", "capabilities": ["limited-capacity"]})', greets=False
    )
    assert system.name.strip() == (
        f'{{"op":"hello","protocol":1,"kit":"{__version__}","session":"S1","roles":["oms"],'
        '"switches":{"no_action":"dash"}}'
    )
    assert (system.version, system.capabilities) == ("7", frozenset({"limited-capacity"}))


def test_folder(start: Start, tmp_path: Path) -> None:
    """The command runs in the claims file's folder."""
    system = start('say({"protocol": 1, "name": os.getcwd()})', greets=False)
    assert (system.name, system.version, system.capabilities) == (str(tmp_path.resolve()), "", None)


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
        {"op": "begin", "scenario": context.as_json()},
        {"op": "deliver", "message": order(1, note="å✓").as_json()},
        {"op": "advance", "instant": "2026-03-02T00:00:00+00:00"},
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
    began = monotonic()
    system.deliver(order(1))
    assert [m and m.id for m in (system.receive(9), system.receive(9), system.receive(9))] == ["2", None, None]
    system.deliver(order(2))
    assert (m := system.receive(9)) and m.id == "3"
    system.forget_idle()
    assert system.receive(9) is None
    system.deliver(order(3))
    assert (m := system.receive(9)) and m.id == "5"
    assert monotonic() - began < 5


def test_not_idle(start: Start) -> None:
    """An adapter that says "nothing" at once, but not that it is idle, is asked until the patience is over."""
    system = start('say({"message": None, "idle": False})')
    began = monotonic()
    assert system.receive(0.05) is None
    assert 0.05 <= monotonic() - began < 0.5


def test_patience(start: Start) -> None:
    """The adapter is told how long to wait, and may wait that long."""
    system = start('time.sleep(request["patience"]); say({"message": None})')
    began = monotonic()
    assert system.receive(0.05) is None
    assert 0.05 <= monotonic() - began < 0.5


def test_late(start: Start) -> None:
    """What came after the last receive of a scenario is not lost when the next begins."""
    system = start('say({"ok": True, "messages": [message(op)] if op == "deliver" else []})')
    system.deliver(order())
    system.begin(ScenarioContext("S1-2", "S1", datetime(2026, 3, 2, tzinfo=UTC), "", "", ()))
    assert (m := system.receive(0.1)) and m.id == "deliver"


def test_large(start: Start) -> None:
    """Messages beyond the size of any pipe go both ways."""
    system = start('say({"ok": True, "messages": [message("a", body=request["message"]["body"])]})')
    sent = order(1, note="x" * 2_000_000)
    system.deliver(sent)
    assert (m := system.receive(0.1)) and m.body == sent.body


def test_chatter(start: Start) -> None:
    """However much a child writes to standard error, it is not held up."""
    system = start('sys.stderr.write("x" * 1_000_000); say({"ok": True})')
    system.deliver(order())


def test_speed(start: Start) -> None:
    """Hundreds of round trips take a moment."""
    system = start('say({"ok": True})')
    began = monotonic()
    for _ in range(300):
        system.deliver(order())
    assert monotonic() - began < 1.0


# Vices

DYING = {
    "dies": (
        'print("cannot reach the hub\\nno route", file=sys.stderr); sys.exit(7)',
        "ended with exit code 7; its last lines on stderr: cannot reach the hub / no route",
    ),
    "dies without a word": ("os._exit(0)", "ended with exit code 0; it wrote nothing to stderr"),
    "is killed": ("os.kill(os.getpid(), signal.SIGKILL)", "was ended by SIGKILL"),
    "dies in mid-line": (
        "sys.stdout.write('{\"ok\"'); sys.exit(1)",
        "exit code 1, in the middle of the line '{\"ok\"'",
    ),
    "closes its output": ("os.close(1); time.sleep(9)", "closed its standard output and goes on running"),
}
TALKING = {
    "noise": (
        'say("2026-03-02 INFO order accepted"); say({"ok": True})',
        "printed something that is not JSON: '2026-03-02 INFO order accepted'; print diagnostics to stderr",
    ),
    "colours": ('say("\\x1b[31mred")', r"not JSON: '\x1b[31mred'"),
    "broken JSON": ("say('{\"ok\": tru')", "not JSON: '{\"ok\": tru'"),
    "not a number": ("say('{\"ok\": NaN}')", "not JSON"),
    "deep JSON": ('say("[" * 100_000)', "not JSON: '[[[["),
    "half a character": (r"""say('{"error": "\\ud800"}')""", "not JSON"),
    "broken UTF-8": (
        'sys.stdout.buffer.write(b\'{"ok": "\\xff"}\\n\'); sys.stdout.flush()',
        "not UTF-8 (byte 9)",
    ),
    "no object": ('say("[1]")', "reply is no JSON object: '[1]'"),
    "blank line": ('say("")', "not JSON: ''"),
    "oversized": ('say("x" * (9 << 20))', "a line of more than 8388608 bytes, beginning 'xxx"),
    "endless": ('\nwhile True: sys.stdout.write("y" * 65536)', "a line of more than 8388608 bytes, beginning 'yyy"),
    "no ok": ('say({"done": True})', 'the reply to deliver is not {"ok": true}: \'{"done":true}\''),
    "no list": ('say({"ok": True, "messages": 3})', "'messages' is no list"),
}


@pytest.mark.parametrize("take, seen", [*DYING.values(), *TALKING.values()], ids=[*DYING, *TALKING])
def test_vice(start: Start, take: str, seen: str) -> None:
    """A break of the protocol is named; afterwards nothing is asked any more and the process is gone."""
    system = start(take)
    with pytest.raises(AdapterError) as raised:
        system.deliver(order())
    assert seen in str(raised.value)
    assert "\n" not in str(raised.value)
    assert gone(system)
    with pytest.raises(AdapterError, match="the adapter is no longer spoken to, since "):
        system.receive(9)


def test_silent(start: Start) -> None:
    """A silent process is named, with what it is likely to have forgotten."""
    system = start("time.sleep(9)", margin=0.02, patience=0.03)
    with pytest.raises(AdapterError, match=r"did not answer within 0.05 s; does it flush .* \(asked to deliver\)"):
        system.deliver(order())
    assert gone(system)


def test_deaf(start: Start) -> None:
    """A process that does not read its input cannot hold up a large message for ever."""
    greets = "\nif sys.stdin.readline():\n    say({'protocol': 1, 'version': '1'})\n    time.sleep(9)\n"
    system = start(before=greets, margin=0.02, patience=0.03)
    with pytest.raises(AdapterError, match=r"did not read its input for 0.05 s"):
        system.deliver(order(1, note="x" * 1_000_000))


def test_two_lines(start: Start) -> None:
    """A second line of reply is refused before it can be taken for the answer to something else."""
    system = start('say(\'{"ok": true}\\n{"ok": true}\')')
    system.deliver(order())
    with pytest.raises(AdapterError, match=r"printed more than its one line of reply: '{\"ok\": true}'"):
        system.deliver(order())


def test_error(start: Start) -> None:
    """An error reply fails its own call only."""
    system = start('say({"error": "no such queue"} if asked == 2 else {"ok": True})')
    with pytest.raises(AdapterError, match="the adapter answers deliver with an error: no such queue"):
        system.deliver(order())
    system.deliver(order())


@pytest.mark.parametrize(
    "envelope, seen",
    [
        ("3", "a message is a JSON object, not int"),
        ('message("a", edge="moon")', "unknown edge 'moon'"),
        ('message("a", body=None)', "the message has no proper 'body': None"),
    ],
)
def test_envelope(start: Start, envelope: str, seen: str) -> None:
    """What is no message is named; the messages before it are kept."""
    system = start(f'say({{"ok": True, "messages": [message("first"), {envelope}]}})')
    with pytest.raises(AdapterError, match="handed over what is no message: ") as raised:
        system.deliver(order())
    assert seen in str(raised.value)
    assert (m := system.receive(0.1)) and m.id == "first"


def test_receive_form(start: Start) -> None:
    """A reply to receive says whether there is a message."""
    system = start('say({"ok": True})')
    with pytest.raises(AdapterError, match="the reply to receive has neither 'message' nor 'messages'"):
        system.receive(0.1)


@pytest.mark.parametrize(
    "reply, seen",
    [
        ('{"protocol": 2}', "answers hello with protocol 2; this kit speaks 1"),
        ('{"ok": True}', "answers hello with protocol None; this kit speaks 1"),
        ('{"protocol": 1, "name": 3}', "has a 'name' or 'version' that is no string"),
        ('{"protocol": 1, "capabilities": "all"}', "has 'capabilities' that are no list of strings"),
        ('{"error": "licence expired"}', "answers hello with an error: licence expired"),
    ],
)
def test_bad_greeting(start: Start, reply: str, seen: str) -> None:
    """An adapter that does not greet properly is not spoken to."""
    with pytest.raises(AdapterError) as raised:
        start(f"say({reply})", greets=False)
    assert seen in str(raised.value)


def test_slow_start(start: Start) -> None:
    """An adapter that does not come up in time is named."""
    with pytest.raises(AdapterError, match=r"did not answer within 0.05 s.*\(asked to hello\)"):
        start(before="\ntime.sleep(9)\n", start=0.05)


def test_no_command(tmp_path: Path) -> None:
    """A command that does not exist is a mistake in the claims, told with file and remedy."""
    claims = claims_of(tmp_path, "")
    missing = Claims("x", "1", ("oms",), (), {}, command=("no-such-program",), file=claims.file)
    with pytest.raises(UsageError, match=r"claims.toml: cannot start the command 'no-such-program': No such file"):
        JsonLines(missing, "S1")


# Parting


def test_close(start: Start) -> None:
    """A process that ends when it is told to parts well and leaves no zombie; closing twice is no harm."""
    system = start()
    system.close()
    system.close()
    assert (system.parting, gone(system)) == ("", True)
    with pytest.raises(AdapterError, match="no longer spoken to, since it was closed"):
        system.deliver(order())


@pytest.mark.parametrize(
    "take, seen",
    [
        ('say({"error": "in use"})', "the reply to close is not"),
        ("sys.exit(3)", "ended with exit code 3"),
        ('say({"ok": True}); time.sleep(9)', "had to be terminated"),
        ('say({"ok": True}); signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(9)', "had to be killed"),
        ("time.sleep(9)", "did not answer within 0.05 s"),
        ('say({"ok": True})\nwhile True: sys.stdout.write("x" * 65536)', "had to be terminated"),
    ],
)
def test_bad_parting(start: Start, take: str, seen: str) -> None:
    """Whatever a process does instead of ending, it is ended, and closing raises nothing."""
    system = start(take, parting=0.05)
    began = monotonic()
    system.close()
    assert seen in system.parting
    assert gone(system)
    assert monotonic() - began < 1.0


def test_offspring(start: Start, tmp_path: Path) -> None:
    """What the child started is ended with it: nobody holds the other end of a pipe any more."""
    os.mkfifo(tmp_path / "fifo")
    end = os.open(tmp_path / "fifo", os.O_RDONLY | os.O_NONBLOCK)
    system = start(
        before="""
other = os.open("fifo", os.O_WRONLY)
if not os.fork():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(30)
os.close(other)
"""
    )
    with pytest.raises(BlockingIOError):
        os.read(end, 1)
    system.close()
    assert select([end], [], [], 2.0)[0]
    assert os.read(end, 1) == b""
    os.close(end)


def test_forgotten(tmp_path: Path) -> None:
    """A system that nobody closes takes its process along."""
    system = JsonLines(claims_of(tmp_path, child()), "S1")
    process = int(system.version)
    del system
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
