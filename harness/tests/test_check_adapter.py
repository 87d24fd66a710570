"""check-adapter and init: honest adapters pass, and each vice is blamed on the adapter, with a remedy."""

import subprocess
import sys
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from ordertck.harness.adapter_check.faults import Step
from ordertck.harness.claims import read_claims
from ordertck.harness.cli.check_adapter import check_adapter, check_adapter_command
from ordertck.harness.cli.init import init, init_command

CLAIMS = """
[system]
name = "Shop"
version = "1"
roles = {roles}
{how}

[timing]
patience = {patience}
quiet = {quiet}

{more}
"""
# A vice is the skeleton's adapter with something overridden.
VICE = """
import threading
from dataclasses import replace
from my_adapter import Adapter, Edge, Message, StandIn

def wait(seconds):
    threading.Event().wait(seconds)

class Vice(Adapter):
    {source}

connect = Vice
"""


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test puts on the import path is taken off it again."""
    monkeypatch.setattr(sys, "path", [*sys.path])


def write(
    folder: Path, source: str, roles: str = '["oms"]', patience: float = 0.05, more: str = "", quiet: float = 0.02
) -> Path:
    """A claims file in ``folder`` that names an adapter with a vice."""
    init(folder, force=True)
    (folder / "vice.py").write_text(VICE.format(source=source.strip().replace("\n", "\n    ")))
    claims = folder / "claims.toml"
    claims.write_text(
        CLAIMS.format(roles=roles, how='adapter = "vice:connect"', patience=patience, quiet=quiet, more=more)
    )
    return claims


def taken(claims: Path, margin: float = 0.1) -> Mapping[str, Step]:
    """The steps of a check, by name."""
    checkup = check_adapter(read_claims(claims), Console(file=StringIO()), margin)
    steps = {step.name: step for step in checkup.steps}
    assert len(steps) == len(checkup.steps)
    assert checkup.well == all(step.ok for step in checkup.steps)
    for step in checkup.steps:
        assert step.ok or (step.expected and step.seen and step.remedy)
    return steps


def only_fault(steps: Mapping[str, Step]) -> Step:
    (fault,) = (step for step in steps.values() if not step.ok)
    return fault


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(check_adapter_command, arguments)


# What is well


def test_skeleton(tmp_path: Path) -> None:
    """What init writes passes at once, and says what comes next."""
    written = CliRunner().invoke(init_command, [str(tmp_path)])
    assert written.exit_code == 0
    assert "Next: ordertck check-adapter" in written.output
    result = invoke(str(tmp_path / "claims.toml"))
    assert result.exit_code == 0, result.output
    assert "ordertck run" in result.output
    assert "✗" not in result.output
    assert result.output.count("✓") == 10
    assert "\x1b" not in result.output


def test_init_keeps(tmp_path: Path) -> None:
    """Nothing is overwritten but by --force."""
    (tmp_path / "my_adapter.py").write_text("mine")
    refused = CliRunner().invoke(init_command, [str(tmp_path)])
    assert refused.exit_code == 2
    assert refused.stderr == f"{tmp_path}: my_adapter.py would be overwritten; use --force to replace\n"
    assert [p.name for p in tmp_path.iterdir()] == ["my_adapter.py"]
    assert CliRunner().invoke(init_command, [str(tmp_path), "--force"]).exit_code == 0
    assert (tmp_path / "my_adapter.py").read_text() != "mine"


def test_init_makes_folder(tmp_path: Path) -> None:
    """The folder is made; where that is not possible, it is said."""
    assert CliRunner().invoke(init_command, [str(tmp_path / "a" / "b")]).exit_code == 0
    (tmp_path / "file").write_text("")
    refused = CliRunner().invoke(init_command, [str(tmp_path / "file" / "c")])
    assert refused.exit_code == 2
    assert refused.stderr.count("\n") == 1


def test_slow_but_sure(tmp_path: Path) -> None:
    """A system that takes its time, and waits its patience out, is well when quiet leaves room for it."""
    source = """
def receive(self, patience):
    heard = super().receive(0.0)
    wait(0.002 if heard else patience)
    return heard
"""
    steps = taken(write(tmp_path, source, patience=0.5, quiet=0.4))
    assert all(step.ok for step in steps.values())
    assert "receive waited its patience out" in steps["silence"].found


def test_names(tmp_path: Path) -> None:
    """A system with names of its own is well when the claims say them."""
    source = """
def deliver(self, message):
    assert all(line["product"] == "INET-001" for line in message.body.get("lines", ()))
    super().deliver(message)
"""
    claims = write(tmp_path, source, more='[names]\n"Internet Access" = "INET-001"')
    assert all(step.ok for step in taken(claims).values())


def test_waiting_calls(tmp_path: Path) -> None:
    """Calls that wait are answered, with the id of the call."""
    source = """
def deliver(self, message):
    if message.kind.endswith("-answer"):
        assert message.re.startswith(self._session) and message.body == {"outcome": "ok"}
        self._answered = True
    elif message.kind.endswith("-update"):
        assert self._answered
    super().deliver(message)

def _tell(self, edge, kind, body, re=None):
    self._answered = False
    super()._tell(edge, kind, {**body, "waits": True} if kind.startswith(("b", "p")) else body, re)
"""
    assert all(step.ok for step in taken(write(tmp_path, source)).values())


@pytest.mark.parametrize(
    "roles, source",
    [
        (
            '["crm"]',
            """
def deliver(self, message):
    assert (message.kind, message.edge, message.body["object"]) == ("desk-see", Edge.DESK, "assets")
    shown = {"object": "assets", "ref": message.body["ref"]}
    self._heard.put(Message("s" + message.id, "desk-shown", Edge.DESK, shown, "", message.id))
""",
        ),
        (
            '["integration"]',
            """
def deliver(self, message):
    assert (message.kind, message.edge, message.priority) == ("order-submission", Edge.SUBMISSION, 5)
    self._heard.put(Message("s" + message.id, "sales-order", Edge.OMS, message.body, message.about, None, 5))
""",
        ),
        (
            '["som"]',
            """
def deliver(self, message):
    about, body = message.about, message.body
    if message.kind == "provisioning-order":
        step = {"line": body["lines"][0]["line"], "product": "Internet Access", "step": "activate", "effect": "do"}
        call = {"order": body["order"], "lines": [step]}
        self._heard.put(Message("s" + message.id, "network-order", Edge.NETWORK, call, about))
    else:
        assert (message.kind, message.edge, body["outcome"]) == ("network-report", Edge.NETWORK, "done")
        told = {"order": body["order"], "line": body["line"], "sort": "status", "value": "COMPLETE"}
        self._heard.put(Message("s" + message.id, "provisioning-update", Edge.PROVISIONING, told, about))
""",
        ),
        (
            '["oms", "integration"]',
            """
def deliver(self, message):
    super().deliver(replace(message, kind="sales-order") if message.kind == "order-submission" else message)
""",
        ),
    ],
)
def test_roles(tmp_path: Path, roles: str, source: str) -> None:
    """A system is spoken to at its outermost edge, in the words of its role."""
    assert all(step.ok for step in taken(write(tmp_path, source, roles)).values())


# What is at fault

VICES = {
    "connect": ("def __init__(self, *_): raise OSError('no route')", "connect", "OSError: no route", "where to look"),
    "begin": ("def begin(self, scenario): raise KeyError('x')", "begin", "KeyError: 'x' (", "raise AdapterError"),
    "exits": ("def begin(self, scenario): raise SystemExit(3)", "begin", "SystemExit: 3", "raise AdapterError"),
    "deliver": ("def deliver(self, message): None.post()", "deliver", "AttributeError: 'NoneType'", "AdapterError"),
    "waits": (
        "def deliver(self, message): wait(0.06)",
        "deliver",
        "sales-order was handed over in 0.06",
        "return as soon as a sender has the message",
    ),
    "mute": ("def deliver(self, message): ...", "hear", "nothing, for 0.05 s", "see that the system got the message"),
    "own numbers": (
        "def deliver(self, message): self._tell(Edge.CRM, 'order-update', {'order': 'A1', 'status': 'OPEN'})",
        "hear",
        "order-update about 'A1'",
        "give orders back the numbers that the kit gave them",
    ),
    "no message": ("def receive(self, patience): return {'id': 1}", "form", "{'id': 1}", "docs/adapters.md"),
    "not JSON": (
        "def receive(self, patience): return Message('a', 'order-update', Edge.CRM, {'at': {1}})",
        "form",
        "type set is not JSON",
        "docs/adapters.md",
    ),
    "no id": (
        "def receive(self, patience): return replace(super().receive(patience), id='')",
        "form",
        "''",
        "docs/adapters.md",
    ),
    "unknown kind": (
        "def receive(self, patience): return replace(super().receive(patience), kind='order-changed')",
        "form",
        "kind 'order-changed'",
        "docs/adapters.md",
    ),
    "wrong edge": (
        "def receive(self, patience): return replace(super().receive(patience), edge=Edge.DESK)",
        "form",
        "it on edge desk",
        "docs/adapters.md",
    ),
    "bad body": (
        "def receive(self, patience): return replace(super().receive(patience), body={'order': 3})",
        "form",
        "order: 3 is not of type 'string'",
        "docs/adapters.md",
    ),
    "one id": (
        """
def receive(self, patience):
    heard = super().receive(patience)
    return heard and replace(heard, id='same')
""",
        "ids",
        "'same' on a order-update and on a provisioning-order",
        "number the messages",
    ),
    "own names": (
        """
def _tell(self, edge, kind, body, re=None):
    lines = [{**line, "product": "INET-001"} if "product" in line else line for line in body.get("lines", ())]
    super()._tell(edge, kind, {**body, "lines": lines}, re)
""",
        "names",
        "'INET-001'",
        '"Internet Access" = "INET-001"',
    ),
    "own lists": (
        """
def _tell(self, edge, kind, body, re=None):
    lines = [{**line, "price_list": "PL7"} if "price_list" in line else line for line in body.get("lines", ())]
    super()._tell(edge, kind, {**body, "lines": lines}, re)
""",
        "names",
        "'PL7'",
        '"Household Price List" = "PL7"',
    ),
    "too quiet": (
        """
def receive(self, patience):
    if patience and not self._heard.empty() and self._count == 2: wait(0.03)
    return super().receive(patience)
""",
        "quiet",
        "quiet = 0.02; the slowest message (order-update) took 0.",
        "set [timing] quiet = 0.",
    ),
    "falsely idle": (
        """
calls = 0
def receive(self, patience):
    self.calls += 1
    return super().receive(patience) if self.calls % 2 == 0 else None
""",
        "silence",
        "then a order-update",
        "wait the patience out",
    ),
    "idle, then late": (
        """
told = False
def receive(self, patience):
    heard = super().receive(patience)
    if heard is None and not self.told and self._count >= 12:
        self.told = True
        self._tell(Edge.CRM, "order-update", {"order": self._session + "-ORDER1", "status": "COMPLETE"})
        return None
    return heard
""",
        "silence",
        "then a order-update",
        "wait the patience out",
    ),
    "overruns": (
        """
def receive(self, patience):
    heard = super().receive(patience)
    if heard is None: wait(0.26)
    return heard
""",
        "receive",
        "None after 0.26",
        "pass the patience on",
    ),
    "endless": (
        """
def receive(self, patience):
    self._tell(Edge.CRM, "order-update", {"order": self._session + "-ORDER1", "status": "OPEN"})
    return super().receive(patience)
""",
        "rest",
        "more than 1000 messages",
        "handed over twice",
    ),
    "close": ("def close(self): raise OSError('gone')", "close", "OSError: gone", "raise AdapterError"),
    "leaves a thread": (
        "def close(self): threading.Thread(target=wait, args=(0.25,), name='poller', daemon=False).start()",
        "close",
        "poller",
        "end them in close, or make them daemon threads",
    ),
}


@pytest.mark.parametrize("source, step, seen, remedy", VICES.values(), ids=VICES)
def test_vice(tmp_path: Path, source: str, step: str, seen: str, remedy: str) -> None:
    """A vice is found at its step, once, with what was seen and what to do."""
    fault = only_fault(taken(write(tmp_path, source), margin=0.4 if step == "receive" else 0.1))
    assert fault.name == step
    assert seen in fault.seen
    assert remedy in fault.remedy


@pytest.mark.parametrize("method", ["__init__", "begin", "deliver", "receive", "close"])
def test_hang(tmp_path: Path, method: str) -> None:
    """A call that does not come back is given up, and named."""
    more = "" if method not in ("__init__", "close") else "start = 0.05"
    claims = write(tmp_path, f"def {method}(self, *_): wait(30)", more=more)
    step = "connect" if method == "__init__" else method
    fault = only_fault(taken(claims, margin=0.05))
    assert fault.name == step
    assert (fault.found, fault.seen) == (f"{step} hangs", "it has not come back after 0.1 s")


def test_exit_after_hang(tmp_path: Path) -> None:
    """Threads that the adapter leaves behind keep nobody waiting; the exit code is the adapter's fault."""
    claims = write(
        tmp_path, "def close(self): threading.Thread(target=wait, args=(30,), name='poller', daemon=False).start()"
    )
    command = "from ordertck.harness.cli.check_adapter import check_adapter_command as c; c()"
    result = subprocess.run(
        [sys.executable, "-c", command, str(claims)], capture_output=True, text=True, timeout=20, check=False
    )
    assert result.returncode == 1, result.stderr
    assert "poller" in result.stdout
    assert result.stdout.endswith("The adapter is at fault. Nothing is said about the system behind it.\n")


def test_capabilities(tmp_path: Path) -> None:
    """Claims and greeting that contradict each other are told apart from faults of the system."""
    child = (
        "import sys\n"
        'for reply in (\'{"protocol": 1, "version": "VERSION", "capabilities": []}\', \'{"ok": true}\'):\n'
        "    sys.stdin.readline()\n"
        "    print(reply, flush=True)\n"
    )
    claims = write(tmp_path, "...")
    how = f'command = ["{sys.executable}", "-I", "-S", "child.py"]\ncapabilities = ["line-price-lists"]'
    claims.write_text(CLAIMS.format(quiet=0.02, roles='["oms"]', how=how, patience=0.05, more=""))
    (tmp_path / "child.py").write_text(child.replace("VERSION", "2"))
    assert "version 2, as the adapter says" in taken(claims)["handshake"].seen
    (tmp_path / "child.py").write_text(child.replace("VERSION", "1"))
    steps = taken(claims)
    assert "does not name line-price-lists" in steps["handshake"].seen
    assert "ended with exit code 0" in steps["begin"].seen or "ended with exit code 0" in steps["deliver"].seen


def test_shown(tmp_path: Path) -> None:
    """A fault is shown with what was expected, seen, and is to be done; exit code 1."""
    result = invoke(str(write(tmp_path, "def deliver(self, message): ...")))
    assert result.exit_code == 1
    assert "✗ hear       nothing came back about a sales order" in result.stdout
    for word in ("expected a message about 'CHECK", "seen     nothing, for 0.05 s", "remedy   see that the system"):
        assert word in result.stdout
    assert "✓ close" in result.stdout


def test_usage(tmp_path: Path) -> None:
    """Claims that cannot be used are one line on standard error, exit code 2."""
    claims = write(tmp_path, "...")
    claims.write_text(CLAIMS.format(quiet=0.02, roles='["oms"]', how='adapter = "absent:connect"', patience=1, more=""))
    for path in (claims, tmp_path / "absent.toml"):
        result = invoke(str(path))
        assert result.exit_code == 2
        assert result.stderr.startswith(str(path))
        assert result.stderr.count("\n") == 1


def test_ascii(tmp_path: Path) -> None:
    """Where the output cannot hold a tick, words stand in its place."""
    claims = write(tmp_path, "def begin(self, scenario): raise OSError")
    command = "from ordertck.harness.cli.check_adapter import check_adapter_command as c; c()"
    result = subprocess.run(
        [sys.executable, "-c", command, str(claims)],
        capture_output=True,
        timeout=20,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert result.returncode == 1, result.stderr
    assert b" ok connect" in result.stdout
    assert b" NO begin" in result.stdout
