"""A command that is stopped, held up, or shown on a terminal that knows few letters."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from ordertck.harness.cli.main import interruptible
from ordertck.harness.signals import undisturbed
from ordertck.harness.tests.commands import SYSTEM

pytestmark = pytest.mark.slow  # each test starts a process of its own

SLOW = """
import os, signal, time
from ordertck.harness.reference.landscape import PARTS, InProcess

class Slow(InProcess):
    def __init__(self, claims, session):
        super().__init__(PARTS["oms"], claims)

    def begin(self, scenario):
        super().begin(scenario)
        if scenario.id.endswith("-0002"):
            os.kill(os.getppid(), signal.{signal})  # the kit, whose child an adapter is
            time.sleep({seconds})

    def close(self):
        print("closed", flush=True)
"""


def _heeds(number: signal.Signals) -> Callable[[], object]:
    """Has a child heed a signal: where the tests run under nohup, say, they ignore some."""
    return partial(signal.signal, number, signal.SIG_DFL)


@pytest.mark.parametrize(
    ("number", "code", "jobs", "seconds"),
    [
        (signal.SIGINT, 130, "1", "60"),  # longer than anybody waits for it
        (signal.SIGTERM, 143, "1", "1"),
        (signal.SIGHUP, 129, "1", "1"),
        (signal.SIGUSR1, 138, "1", "1"),
        (signal.SIGQUIT, 131, "2", "1"),
        (signal.SIGINT, 130, "2", "1"),
    ],
)
def test_being_stopped(number: signal.Signals, code: int, jobs: str, seconds: str, tmp_path: Path) -> None:
    """Every system is closed, nothing is written, and no traceback is shown, however many jobs there are."""
    (tmp_path / "slow.py").write_text(SLOW.replace("{signal}", number.name).replace("{seconds}", seconds))
    (tmp_path / "claims.toml").write_text(
        f'{SYSTEM}capabilities = ["separate-sessions"]\nadapter = "slow:Slow"\n[timing]\npatience = 0.01\n'
    )
    command = [sys.executable, "-m", "ordertck.harness.cli.main", "run", "claims.toml", "--jobs", jobs]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=tmp_path, check=False, timeout=60, preexec_fn=_heeds(number)
    )
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "ordertck-report").exists()
    assert not [entry for entry in tmp_path.iterdir() if entry.name.startswith(".")]


def test_ctrl_c_pressed_twice_in_a_hurry_counts_once() -> None:
    """So what the first one began to close is closed, and nothing of Python's is shown."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        interruptible()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)


LEAVES_A_THREAD = """
import threading
from ordertck.harness.reference.landscape import PARTS, InProcess


class Hub(InProcess):
    pass


def connect(claims, session):
    threading.Thread(target=threading.Event().wait).start()
    return Hub(PARTS["oms"], claims)
"""


def test_threads_left_behind_keep_nobody(tmp_path: Path) -> None:
    """Whatever an adapter leaves running, the command ends, with its exit code and everything printed."""
    (tmp_path / "threads.py").write_text(LEAVES_A_THREAD)
    (tmp_path / "claims.toml").write_text(SYSTEM + 'adapter = "threads:connect"\n')
    command = [sys.executable, "-m", "ordertck.harness.cli.main", "run", "claims.toml", "-r", "PL-09"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "PL-09  oms  passed" in done.stdout


def test_a_terminal_that_knows_few_letters(tmp_path: Path) -> None:
    """What it cannot show is replaced."""
    command = [sys.executable, "-m", "ordertck.harness.cli.main", "rules"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, env=environment, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    done.stdout.decode("ascii")


def test_being_stopped_while_it_is_loaded(tmp_path: Path) -> None:
    """Nothing has begun yet, so nothing is said: no traceback either."""
    (tmp_path / "click.py").write_text("import os, signal, time; os.kill(os.getpid(), signal.SIGINT); time.sleep(9)")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-m", "ordertck", "rules"]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False, timeout=60,
        preexec_fn=_heeds(signal.SIGINT),
    )  # fmt: skip
    assert done.returncode == -signal.SIGINT
    assert done.stderr == ""


@pytest.mark.parametrize(("name", "dies"), [("/usr/bin/ordertck", True), ("/usr/bin/pytest", False)])
def test_only_the_command_itself_ends_at_once_while_it_is_loaded(name: str, dies: bool) -> None:
    """Any other program that imports the package goes on doing with Ctrl-C what it did."""
    code = f"import sys, signal; sys.argv = [{name!r}]; import ordertck; print(signal.getsignal(2) == signal.SIG_DFL)"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True, timeout=60,
        preexec_fn=_heeds(signal.SIGINT),
    )  # fmt: skip
    assert done.stdout == f"{dies}\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_ending_waits_while_a_command_is_loaded(number: signal.Signals) -> None:
    """It is not lost: it comes when compiled code can be cut off no more."""
    before, done = signal.signal(number, signal.default_int_handler), []

    def load() -> None:
        with undisturbed():
            signal.raise_signal(number)  # to this thread: tests before this one may have left others
            done.append("loaded")

    try:
        with pytest.raises(KeyboardInterrupt):
            load()
    finally:
        signal.signal(number, before)
    assert done == ["loaded"]


def test_a_map_that_ends_the_process_is_a_mistake(tmp_path: Path) -> None:
    """It would have ended the audit with the exit code of a log without a breach."""
    (tmp_path / "leaves.py").write_text("import os\n\n\ndef message(record):\n    os._exit(0)\n")
    (tmp_path / "log.ndjson").write_text("{}\n")
    command = [sys.executable, "-m", "ordertck", "audit", "log.ndjson", "--map", "leaves.py:message", "--role", "oms"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False, timeout=60)
    assert done.returncode == 2
    assert "log.ndjson:1: the function of leaves.py fails: RuntimeError: os._exit(0) was called" in done.stderr
