"""check-adapter and init: honest adapters pass, and what is found is told."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ordertck.harness.cli.init import init_command
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.vices import CLAIMS, invoke, taken, write
from ordertck.harness.variation import Variation


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test puts on the import path is taken off it again."""
    monkeypatch.setattr(sys, "path", [*sys.path])


def test_skeleton(tmp_path: Path) -> None:
    """What init writes passes at once, and says what comes next."""
    written = CliRunner().invoke(init_command, [str(tmp_path)])
    assert written.exit_code == 0
    assert "Next: ordertck check-adapter" in written.output
    roomy = (tmp_path / "claims.toml").read_text()  # however busy the machine is
    for usual, ample in (
        ("patience = 2.0", "patience = 60"),
        ("quiet = 0.2", "quiet = 4"),
        ("start = 10.0", "start = 60"),
    ):
        assert usual in roomy
        roomy = roomy.replace(usual, ample)
    (tmp_path / "claims.toml").write_text(roomy)
    result = invoke(str(tmp_path / "claims.toml"))
    assert result.exit_code == 0, result.output
    assert "ordertck run" in result.output
    assert "✗" not in result.output
    assert result.output.count("✓") == 11
    assert "\x1b" not in result.output


def test_init_keeps(ordertck: Terminal, tmp_path: Path) -> None:
    """Nothing is overwritten but by --force."""
    (tmp_path / "my_adapter.py").write_text("mine")
    refused = ordertck("init", tmp_path)
    assert refused.code == 2
    assert refused.err == f"ordertck: {tmp_path}: my_adapter.py would be overwritten; use --force to replace\n"
    assert [p.name for p in tmp_path.iterdir()] == ["my_adapter.py"]
    assert ordertck("init", tmp_path, "--force").code == 0
    assert (tmp_path / "my_adapter.py").read_text() != "mine"


def test_an_example_is_copied(ordertck: Terminal, tmp_path: Path) -> None:
    """With everything that it needs, and over nothing that is there."""
    done = ordertck("init", tmp_path, "--example", "corner_shop")
    assert done.code == 0, done.out
    assert done.out.endswith(f"Next: ordertck check-adapter {tmp_path / 'claims.toml'}\n")
    wrote = {tmp_path / line.removeprefix("wrote ") for line in done.out.splitlines()[:-1]}
    assert wrote == {file for file in tmp_path.rglob("*") if file.is_file()}
    assert (tmp_path / "rest" / "table.toml").exists()
    assert ordertck("init", tmp_path, "--example", "corner_shop").code == 2


def test_init_makes_folder(ordertck: Terminal, tmp_path: Path) -> None:
    """The folder is made; where that is not possible, it is said."""
    assert ordertck("init", tmp_path / "a" / "b").code == 0
    (tmp_path / "file").write_text("")
    refused = ordertck("init", tmp_path / "file" / "c")
    assert refused.code == 2
    assert refused.err.count("\n") == 1


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


def test_slow_looks(tmp_path: Path) -> None:
    """Who polls a slow system needs that long for one look, whatever the patience: no fault, where quiet has room."""
    source = """
def receive(self, patience):
    wait(0.22)
    return super().receive(patience)
"""
    steps = taken(write(tmp_path, source, patience=2.0, quiet=2.0))
    assert [step.found for step in steps.values() if not step.ok] == []


def test_names(tmp_path: Path) -> None:
    """A system with names of its own is well when the claims say them."""
    source = """
def deliver(self, message):
    assert all(line["product"] == "INET-001" for line in message.body.get("lines", ()))
    super().deliver(message)
"""
    claims = write(tmp_path, source, more='[names]\n"Internet Access" = "INET-001"')
    assert all(step.ok for step in taken(claims).values())


def test_a_blank_price_list_is_no_unknown_name(tmp_path: Path) -> None:
    """A line without a price list may say so with the empty text; no name is asked for in its place."""
    source = """
def _tell(self, edge, kind, body, re=None):
    if kind == "provisioning-order":
        body = {**body, "lines": [{**line, "price_list": ""} for line in body["lines"]]}
    super()._tell(edge, kind, body, re)
"""
    assert [step.found for step in taken(write(tmp_path, source)).values() if not step.ok] == []


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


def test_an_adapter_cannot_know_that_it_is_only_checked(tmp_path: Path) -> None:
    """The session's id has the form of any other, ids show no word, and what is sold has other names where claimed."""
    source = """
def begin(self, scenario):
    assert scenario.session.startswith("S") and len(scenario.session) in (9, 10), scenario.session
    assert not [a for a in scenario.accounts if a["id"].endswith(("CUSTOMER", "NEIGHBOUR", "PAYER"))]
    self._sold = {product["name"] for product in scenario.content["products"]}
    super().begin(scenario)

def deliver(self, message):
    assert not message.about.endswith(("FIRST", "SECOND", "THIRD")), message.about
    for line in message.body.get("lines", ()):
        assert line["product"] in self._sold and line["product"] != "Internet Access"
    super().deliver(message)
"""
    claims = write(tmp_path, source, patience=1.0, quiet=0.5)
    roles = 'roles = ["oms"]'
    claims.write_text(claims.read_text().replace(roles, f'{roles}\ncapabilities = ["renamed-catalogue"]'))
    result = invoke(str(claims))
    assert result.exit_code == 0, result.output


def test_an_order_that_goes_before_is_no_fault_of_the_kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What contradicts the account of an order that goes before the examples is told as a fault of the adapter."""
    monkeypatch.setattr(Variation, "has_forerunner", lambda _self, _number: True)
    source = """
def _tell(self, edge, kind, body, re=None):
    if kind == "provisioning-order":
        body = {**body, "lines": [{**line, "parent": "NOBODY"} for line in body["lines"]]}
    super()._tell(edge, kind, body, re)
"""
    result = invoke(str(write(tmp_path, source)))
    assert result.exit_code == 1, result.output
    assert "✗ begin      an order that goes before" in result.stdout


def test_silence_about_an_order_that_goes_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mute adapter is at fault, not the kit, whether or not an order goes before the first example."""
    monkeypatch.setattr(Variation, "has_forerunner", lambda _self, _number: True)
    result = invoke(str(write(tmp_path, "def deliver(self, message): ...")))
    assert result.exit_code == 1, result.output
    assert "an answer to order-query" in result.output


def test_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault is shown with what was expected, seen, and is to be done; exit code 1."""
    monkeypatch.setattr(Variation, "has_forerunner", lambda _self, _number: False)
    result = invoke(str(write(tmp_path, "def deliver(self, message): ...", patience=60)))
    assert result.exit_code == 1
    assert "✗ hear       nothing came back about a sales order" in result.stdout
    for word in ("expected a message about 'S", "seen     nothing, for 60 s", "remedy   see that the system"):
        assert word in result.stdout
    assert "✓ close" in result.stdout


def test_claims_that_give_too_little_time_are_no_fault_of_the_adapter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Variation, "has_forerunner", lambda _self, _number: False)
    source = """
def receive(self, patience):
    heard = super().receive(patience)
    if heard:
        threading.Event().wait(0.02)
    return heard
"""
    claims = write(tmp_path, source, patience=60, quiet=0.02)
    result = invoke(str(claims))
    assert result.exit_code == 1
    assert "✗ quiet      quiet is too short to tell silence from slowness" in result.stdout
    assert f"The adapter is well; [timing] quiet in {claims} is too short" in result.stdout.replace("\n", " ")


def test_usage(ordertck: Terminal, tmp_path: Path) -> None:
    """Claims that cannot be used are one line on standard error, exit code 2."""
    claims = write(tmp_path, "...")
    claims.write_text(CLAIMS.format(quiet=0.02, roles='["oms"]', how='adapter = "absent:connect"', patience=1, more=""))
    for path in (claims, tmp_path / "absent.toml"):
        done = ordertck("check-adapter", path)
        assert done.code == 2
        assert done.err.startswith(f"ordertck: {path}")
        assert done.err.count("\n") == 1


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
