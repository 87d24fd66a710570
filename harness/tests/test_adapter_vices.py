"""Each vice of an adapter is blamed on the adapter, with a remedy."""

import subprocess
import sys
from pathlib import Path

import pytest

from ordertck.harness.adapter_check.checkup import Checkup
from ordertck.harness.adapters.connect import connect
from ordertck.harness.claims import read_claims
from ordertck.harness.tests.support import EDITION
from ordertck.harness.tests.vice_list import VICES
from ordertck.harness.tests.vices import CLAIMS, invoke, only_fault, taken, write


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test puts on the import path is taken off it again."""
    monkeypatch.setattr(sys, "path", [*sys.path])


@pytest.mark.parametrize("source, step, seen, remedy", VICES.values(), ids=VICES)
def test_vice(tmp_path: Path, source: str, step: str, seen: str, remedy: str) -> None:
    """A vice is found at its step, once, with what was seen and what to do."""
    patience = 2.0 if step == "rest" else 0.05  # a thousand messages come before any patience is over
    fault = only_fault(taken(write(tmp_path, source, patience=patience)))
    assert fault.name == step
    assert seen in fault.seen
    assert remedy in fault.remedy


def test_places_that_are_taken(tmp_path: Path) -> None:
    """Where an order gets no further than the queue, orders that nobody finished may hold all places."""
    claims = write(tmp_path, VICES["waits for ever"][0], more="[limits]\ncapacity = 2")
    assert "orders of an earlier run" in only_fault(taken(claims)).remedy
    finished = write(tmp_path, VICES["own names"][0], more="[limits]\ncapacity = 2")
    assert "orders of an earlier run" not in only_fault(taken(finished)).remedy


def test_what_an_adapter_wrote_aside(tmp_path: Path) -> None:
    """Where nothing is heard, the last lines on standard error may say why: a thread of the adapter died, perhaps."""
    source = """
def deliver(self, message):
    work = threading.Thread(target=lambda: None.post())
    work.start()
    work.join()
"""
    claims = write(tmp_path, source, patience=0.5)
    checkup = Checkup(read_claims(claims, EDITION), connect, "CHECK")
    fault = next(step for step in checkup.examine() if not step.ok)
    assert fault.name == "hear"
    assert "'NoneType' object has no attribute 'post'" in fault.seen


@pytest.mark.parametrize("often", [1, 3])
def test_other_peoples_traffic(tmp_path: Path, often: int) -> None:
    """What is said about others, odd or not, is nobody's fault here, though there is much of it."""
    source = f"""
calls = 0
def receive(self, patience):
    self.calls += 1
    if self.calls < 1500 and self.calls % {often} == 0:
        self._tell(Edge.CRM, "order-update", {{"order": "THEIRS", "lines": [{{"product": "Theirs"}}]}})
    return super().receive(patience)
"""
    steps = taken(write(tmp_path, source, patience=2.0, quiet=0.2))
    assert [step for step in steps.values() if not step.ok] == []


def test_too_short_a_quiet_is_no_fault_of_the_adapters(tmp_path: Path) -> None:
    """It is said of the claims, where nothing else is amiss."""
    source = """
def receive(self, patience):
    heard = super().receive(patience)
    if heard:
        threading.Event().wait(0.03)
    return heard
"""
    done = invoke(str(write(tmp_path, source, patience=2.0, quiet=0.02)))
    assert done.exit_code == 1
    assert "set [timing] quiet = " in done.output
    assert "The adapter is well; [timing] quiet in " in done.output
    assert "at fault" not in done.output


def test_one_slow_message_is_the_machines(tmp_path: Path) -> None:
    """A message that is late in one of three orders is not what the system takes."""
    source = """
slow = True
def receive(self, patience):
    if self.slow and patience and not self._heard.empty():
        self.slow = False
        wait(0.03)
    return super().receive(patience)
"""
    assert taken(write(tmp_path, source))["quiet"].ok


@pytest.mark.parametrize("method", ["__init__", "begin", "deliver", "receive", "close"])
def test_hang(tmp_path: Path, method: str) -> None:
    """A call that does not come back is given up, and named."""
    claims = write(tmp_path, f"def {method}(self, *_): hang()")
    step = "connect" if method == "__init__" else method
    fault = only_fault(taken(claims))
    assert fault.name == step
    after = " after sales-order" if method in ("deliver", "receive") else ""
    assert fault.found in (f"{step} hangs{after}", "the adapter does not part well")
    assert "the adapter did not answer within" in fault.seen


def test_exit_after_hang(tmp_path: Path) -> None:
    """Threads that the adapter leaves behind keep nobody waiting; the exit code is the adapter's fault."""
    claims = write(
        tmp_path,
        "def close(self): threading.Thread(target=threading.Event().wait, name='poller').start()",
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
    assert "the adapter reaches version 2" in taken(claims)["handshake"].seen
    (tmp_path / "child.py").write_text(child.replace("VERSION", "1"))
    steps = taken(claims)
    assert "does not name line-price-lists" in steps["handshake"].seen
    assert "ended with exit code 0" in steps["begin"].seen or "ended with exit code 0" in steps["deliver"].seen
