"""How a child process is seen off, whatever it does instead of ending."""

import os
from pathlib import Path
from select import select

import pytest

from ordertck.harness.adapters.command import open_command
from ordertck.harness.errors import AdapterError
from ordertck.harness.tests.children import Start, child, claims_of, gone, order


def test_close(start: Start) -> None:
    """A process that ends when it is told to parts well and leaves no zombie; closing twice is no harm."""
    system = start()
    system.close()
    system.close()
    assert (system.parting, gone(system)) == ("", True)
    with pytest.raises(AdapterError, match="no longer spoken to, since it was closed"):
        system.deliver(order())


def test_much_is_said_on_parting(start: Start) -> None:
    """A process that writes more than a pipe holds before it ends is read to its end, and has parted well."""
    system = start('say({"ok": True}); sys.stderr.write("x" * 1_000_000)', parting=9)
    system.close()
    assert (system.parting, gone(system)) == ("", True)


@pytest.mark.parametrize(
    "take, parting, seen",
    [
        ('say({"error": "in use"})', 9, "answers close with an error: in use"),
        ('say({"well": True})', 9, "the reply to close is not"),
        ("sys.exit(3)", 9, "ended with exit code 3"),
        ('say({"ok": True}); time.sleep(99)', 1, "had to be terminated"),
        ('signal.signal(signal.SIGTERM, signal.SIG_IGN); say({"ok": True}); time.sleep(99)', 1, "had to be killed"),
        ("time.sleep(99)", 0.05, "did not answer within 0.05 s"),
        ('say({"ok": True})\nwhile True: sys.stdout.write("x" * 65536)', 1, "had to be terminated"),
    ],
)
def test_bad_parting(start: Start, take: str, parting: float, seen: str) -> None:
    """Whatever a process does instead of ending, it is ended, and closing raises nothing."""
    system = start(take, parting=parting)
    system.close()
    assert seen in system.parting
    assert gone(system)


def test_offspring(start: Start, tmp_path: Path) -> None:
    """What the child started is ended with it: nobody holds the other end of a pipe any more."""
    os.mkfifo(tmp_path / "fifo")
    end = os.open(tmp_path / "fifo", os.O_RDONLY | os.O_NONBLOCK)
    system = start(
        before="""
other = os.open("fifo", os.O_WRONLY)
if not os.fork():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(99)
os.close(other)
"""
    )
    with pytest.raises(BlockingIOError):
        os.read(end, 1)
    system.close()
    assert select([end], [], [], 60.0)[0]
    assert os.read(end, 1) == b""
    os.close(end)


def test_offspring_that_leaves(start: Start, tmp_path: Path) -> None:
    """Nor does it help a grandchild to leave the group and lose its parents."""
    os.mkfifo(tmp_path / "fifo")
    end = os.open(tmp_path / "fifo", os.O_RDONLY | os.O_NONBLOCK)
    system = start(
        before="""
other = os.open("fifo", os.O_WRONLY)
if not os.fork():
    os.setsid()
    if os.fork():
        os._exit(0)
    for each in (0, 1, 2):
        os.close(each)
    time.sleep(99)
os.close(other)
"""
    )
    with pytest.raises(BlockingIOError):
        os.read(end, 1)
    system.close()
    assert select([end], [], [], 60.0)[0]
    assert os.read(end, 1) == b""
    os.close(end)


def test_forgotten(tmp_path: Path) -> None:
    """A system that nobody closes takes its process along."""
    system = open_command(claims_of(tmp_path, child()), "S1")
    process = int(system.greeting.version)
    del system
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
