"""The ways to a system, from a claims file on: a command, a Python factory in a process of its own."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.dialogue import Dialogue
from ordertck.harness.adapters.greeting import Greeting
from ordertck.harness.adapters.wire import Wire, misfit
from ordertck.harness.claims import Claims, read_claims
from ordertck.harness.errors import AdapterError, UsageError
from ordertck.harness.messages import Edge, Message
from ordertck.harness.messages import replace as with_fields
from ordertck.harness.port import Clocked, System
from ordertck.harness.tests.support import EDITION

CLAIMS = """
[system]
name = "Shop"
version = "1"
roles = ["oms"]
{how}
[timing]
patience = 0.1
"""
ADAPTER = """
import os, sys, threading
from ordertck.harness.messages import Edge, Message
from ordertck.harness.tests.support import EDITION
from ordertck.harness.port import AdapterError

class Adapter:
    def __init__(self, claims, session):
        self.claims, self.session, self.heard = claims, session, []
    def begin(self, scenario): ...
    def deliver(self, message): {deliver}
    def receive(self, patience): return self.heard.pop(0) if self.heard else None
    def close(self): {close}
    def say(self, **body): self.heard.append(Message("a", "order-update", Edge.CRM, body, "O"))

connect = Adapter
"""
ORDER = Message("m", "sales-order", Edge.OMS, {"order": "O", "lines": [{"id": "L"}]}, "O")
Python = Callable[..., Wire]


def claims(folder: Path, how: str) -> Claims:
    """Claims in a file in ``folder``."""
    (folder / "claims.toml").write_text(CLAIMS.format(how=how))
    return read_claims(folder / "claims.toml", EDITION)


@pytest.fixture
def python(tmp_path: Path) -> Iterator[Python]:
    """Connects adapters in Python that do something odd; all are closed afterwards."""
    opened: list[Wire] = []

    def _python(deliver: str = "...", close: str = "...") -> Wire:
        (tmp_path / "odd.py").write_text(ADAPTER.format(deliver=deliver, close=close))
        opened.append(connect(claims(tmp_path, 'adapter = "odd:connect"'), "S1"))
        return opened[-1]

    yield _python
    for wire in opened:
        wire.close()


def test_command(tmp_path: Path) -> None:
    """A command is spoken to over JSON Lines."""
    child = (
        "import sys\n"
        'for reply in (\'{"protocol": 1, "name": "C"}\', \'{"ok": true}\'):\n'
        "    sys.stdin.readline()\n"
        "    print(reply, flush=True)\n"
    )
    (tmp_path / "child.py").write_text(child)
    system = connect(claims(tmp_path, f"command = ['{sys.executable}', '-I', '-S', 'child.py']"), "S1")
    assert isinstance(system, Dialogue)
    assert isinstance(system, System)
    assert isinstance(system, Clocked)
    assert system.greeting == Greeting("C")
    system.close()
    assert system.parting == ""


def test_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word of the command may name a variable; neither it nor any other word gets into a report or an error."""
    child = (
        'import sys\nsys.stdin.readline()\nprint(\'{"protocol": 1, "name": "\' + sys.argv[1] + \'"}\', flush=True)\n'
    )
    (tmp_path / "child.py").write_text(child)
    given = claims(tmp_path, f"command = ['{sys.executable}', '-I', '-S', 'child.py', 'token-${{SHOP_TOKEN}}']")
    with pytest.raises(UsageError, match="the command names the variable SHOP_TOKEN, which is not set; set SHOP_TOKEN"):
        connect(given, "S1")
    monkeypatch.setenv("SHOP_TOKEN", "S3CRET")
    system = connect(given, "S1")
    assert system.greeting == Greeting("token-S3CRET")
    system.close()
    assert given.as_json()["command"] == [Path(sys.executable).name]
    with pytest.raises(UsageError) as raised:
        connect(replace(given, command=("/nowhere/shop", "S3CRET")), "S1")
    assert "cannot start the command 'shop'" in str(raised.value)
    assert "S3CRET" not in str(raised.value)


def test_what_an_adapter_says_of_its_arguments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An adapter that prints its own command line gives nothing away: not in an error, not when it ends."""
    child = (
        "import sys\n"
        "said = ' '.join(sys.argv[1:])\n"
        'for reply in (\'{"protocol": 1}\', \'{"error": "%s"}\' % said):\n'
        "    sys.stdin.readline()\n"
        "    print(reply, flush=True)\n"
        "print(said, file=sys.stderr)\n"
    )
    (tmp_path / "child.py").write_text(child)
    monkeypatch.setenv("SHOP_TOKEN", "S3CRET")
    how = f"command = ['{sys.executable}', '-I', '-S', 'child.py', '${{SHOP_TOKEN}}', '--key=HUSH1', '--n=1']"
    wire = connect(claims(tmp_path, how), "S1")
    for said in (r"an error: \[hidden\] --key=\[hidden\] --n=1$", r"stderr: \[hidden\] --key=\[hidden\] --n=1 \("):
        with pytest.raises(AdapterError, match=said):
            wire.deliver(ORDER)
    wire.close()


def test_unknown_scheme(tmp_path: Path) -> None:
    """A way that there is not is told with those that there are."""
    with pytest.raises(UsageError, match="no way to a system by 'telex://'; known: command, http, poll, python"):
        connect(claims(tmp_path, 'adapter = "telex://4711"'), "S1")


@pytest.mark.parametrize(
    "greeting, said",
    [
        (None, ""),
        (Greeting(), ""),
        (Greeting("  shop ", "1", frozenset({"quotes", "approval"})), ""),
        (Greeting("Somebody else"), "the claims speak of 'Shop', but the adapter reaches 'Somebody else'"),
        (Greeting("Shop", "99"), "the claims speak of version 1, but the adapter reaches version 99"),
        (Greeting(capabilities=frozenset()), "of capabilities quotes, but the adapter does not name quotes"),
    ],
)
def test_greetings(greeting: Greeting | None, said: str, tmp_path: Path) -> None:
    """What an adapter says of itself is compared with the claims, where it says anything."""
    odd = misfit(claims(tmp_path, 'adapter = "odd:connect"\ncapabilities = ["quotes"]'), greeting)
    assert said in str(odd or "")
    assert bool(said) == (odd is not None)


# Python


def test_python(python: Python) -> None:
    """An adapter in Python is called in a process of its own, with claims and session."""
    wire = python("self.say(order=self.session, status=self.claims.name, lines=[os.getpid()])")
    assert wire.receive(0.0) is None
    wire.deliver(ORDER)
    heard = wire.receive(0.1)
    assert heard is not None
    assert (heard.body["order"], heard.body["status"]) == ("S1", "Shop")
    assert heard.body["lines"] != [os.getpid()]
    assert wire.receive(9) is None
    wire.close()
    assert wire.parting == ""


def test_several_messages(python: Python) -> None:
    """What is there already comes in order, and all of it."""
    wire = python("[self.say(order=str(n)) for n in range(250)]")
    wire.deliver(ORDER)
    assert [m.body["order"] for m in iter(lambda: wire.receive(0.1), None)] == [str(n) for n in range(250)]


def test_printing(python: Python, capfd: pytest.CaptureFixture[str]) -> None:
    """What an adapter prints, or reads, disturbs nobody; the end of it is shown where something breaks."""
    wire = python("print('hello'), os.system('echo from a shell'), sys.stdin.read(), message.about or os._exit(3)")
    wire.deliver(ORDER)
    with pytest.raises(AdapterError, match="ended with exit code 3; its last lines on stderr: hello / from a shell"):
        wire.deliver(with_fields(ORDER, about=""))
    assert capfd.readouterr() == ("", "")


def test_editing(python: Python) -> None:
    """An adapter that edits what it was handed edits its own."""
    wire = python("message.body['lines'][0].clear(), message.body.clear()")
    wire.deliver(ORDER)
    assert ORDER.body == {"order": "O", "lines": [{"id": "L"}]}


FAULTS = {
    "raises": ("None.post()", r"^deliver raised AttributeError: 'NoneType' .* \(.*odd.py:\d+\)$"),
    "explains": ("(_ for _ in ()).throw(AdapterError('no route'))", r"^no route$"),
    "exits": ("sys.exit(0)", r"^deliver raised SystemExit: 0 \(.*odd.py:\d+\)$"),
    "interrupts": ("(_ for _ in ()).throw(KeyboardInterrupt)", r"^deliver raised KeyboardInterrupt"),
    "is gone": ("os._exit(0)", r"^the adapter ended with exit code 0; it wrote nothing to stderr \(asked: deliver\)"),
    "crashes": ("__import__('ctypes').string_at(0)", r"was ended by SIGSEGV.*Fatal Python error: Segmentation fault"),
    "recurses": ("self.deliver(message)", r"^deliver raised RecursionError"),
    "cannot say": ("(_ for _ in ()).throw(type('Odd', (Exception,), {'__str__': None}))", r"^deliver raised Odd \("),
    "shouts": (
        "(_ for _ in ()).throw(OSError('x' * 10_000_000))",
        r"OSError: xxx.* \.\.\. \(10,\d+,\d+ characters in all\)",
    ),
    "beeps": ("(_ for _ in ()).throw(OSError('\a\x1b[2J'))", r"OSError: \\x07\\x1b\[2J"),
}
MESSAGES = {
    "no message": ("{'id': 1}", r"^receive returned a dict, not a Message: {'id': 1}$"),
    "a set": ("Message('a', 'k', Edge.CRM, {'at': {1}})", "no JSON can hold: .*set"),
    "not a number": ("Message('a', 'k', Edge.CRM, {'at': float('nan')})", "no JSON can hold"),
    "a list": ("Message('a', 'k', Edge.CRM, ['no', 'object'])", "no JSON can hold"),
    "half a character": ("Message('a', 'k', Edge.CRM, {'at': '\\ud800'})", "no JSON can hold"),
    "huge integer": ("Message('a', 'k', Edge.CRM, {'at': 2 ** 70})", "no JSON can hold: Integer exceeds 64-bit range"),
    "huge priority": ("Message('a', 'k', Edge.CRM, {}, '', None, 2 ** 70)", "no JSON can hold: Integer exceeds 64-bit"),
    "no id": ("Message('', 'k', Edge.CRM, {})", "no proper 'id': ''"),
    "huge text": ("Message('a', 'k', Edge.CRM, {'at': 'x' * 50_000_000})", "receive returned a k of 50,000,0.. bytes"),
    "a circle": ("(lambda b: (b.update(b=b), Message('a', 'k', Edge.CRM, b))[1])({})", "no JSON can hold: Recursion"),
}


@pytest.mark.parametrize("vice, said", FAULTS.values(), ids=FAULTS)
def test_fault(vice: str, said: str, python: Python) -> None:
    """Whatever an adapter does, the call ends with an error that says so, with the place where it happened."""
    with pytest.raises(AdapterError, match=said):
        python(vice).deliver(ORDER)


@pytest.mark.parametrize("message, said", MESSAGES.values(), ids=MESSAGES)
def test_message_that_cannot_be_kept(message: str, said: str, python: Python) -> None:
    """What no transcript could hold is refused at the door, as the adapter's fault."""
    wire = python(f"self.heard.append({message})")
    wire.deliver(ORDER)
    with pytest.raises(AdapterError, match=said):
        wire.receive(0.1)


def test_hang(python: Python, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that does not come back is given up, and where it hangs is said."""
    monkeypatch.setattr("ordertck.harness.adapters.dialogue.MARGIN", 0.1)
    wire = python("threading.Event().wait()")
    with pytest.raises(AdapterError, match=r"did not answer within 0\.2 s; .*it is at .*odd\.py:\d+ \(deliver\)"):
        wire.deliver(ORDER)
    assert wire.broken
    wire.close()


PARTINGS = {
    "raises": ("None.post()", r"^close raised AttributeError"),
    "exits": ("sys.exit(3)", r"^close raised SystemExit: 3"),
    "is gone": ("os._exit(3)", r"ended with exit code 3"),
    "hangs": ("threading.Event().wait()", r"did not answer within 0\.1 s.*it is at .*odd\.py"),
    "leaves a thread": (
        "threading.Thread(target=threading.Event().wait, name='poller').start()",
        r"^close leaves threads running: poller$",
    ),
}


@pytest.mark.parametrize("vice, said", PARTINGS.values(), ids=PARTINGS)
def test_parting(vice: str, said: str, python: Python, monkeypatch: pytest.MonkeyPatch) -> None:
    """An adapter that does not part well is seen off, and it is said how it parted."""
    monkeypatch.setattr("ordertck.harness.adapters.dialogue.PARTING", 0.1 if vice[-6:] == "wait()" else 60.0)
    wire = python(close=vice)
    wire.close()
    assert re.search(said, wire.parting)


def test_clocks(python: Python) -> None:
    """Only what has a clock takes a time."""
    with pytest.raises(AdapterError, match="no operation 'advance' here"):
        python().advance_to(datetime(2026, 3, 2, tzinfo=UTC))


def test_misfit_of_a_factory(tmp_path: Path) -> None:
    """What does not fit the claims is a usage error with its line, though it is found in another process."""
    with pytest.raises(UsageError, match=r"claims\.toml:6: cannot import 'absent': .*; put absent\.py beside"):
        connect(claims(tmp_path, 'adapter = "absent:connect"'), "S1")
