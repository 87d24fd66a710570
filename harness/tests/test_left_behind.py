"""What a killed run leaves beside its report goes with the next one, and nothing of anybody else's does."""

import os
import signal
from pathlib import Path

from ordertck.harness.reports.workshop import workshop

HOLDS = frozenset({"transcript.ndjson"})


def begun_by_another(beside: Path, held: str = "transcript.ndjson") -> int:
    """A process that has begun a report in ``beside`` and goes on for ever."""
    told, tell = os.pipe()
    if (child := os.fork()) == 0:
        try:
            with workshop(beside, HOLDS) as made:
                (made / held).write_text("")
                os.write(tell, b"begun")
                signal.pause()
        finally:
            os._exit(0)
    os.close(tell)
    assert os.read(told, 5) == b"begun"
    os.close(told)
    return child


def killed(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def hidden(folder: Path) -> int:
    return len(list(folder.glob(".ordertck-*")))


def test_what_a_dead_process_left_is_cleared_away(tmp_path: Path) -> None:
    """As soon as the next one makes a report at the same place; what a living one makes stays."""
    dead, living = begun_by_another(tmp_path), begun_by_another(tmp_path)
    killed(dead)
    assert hidden(tmp_path) == 2
    with workshop(tmp_path, HOLDS) as made:
        assert hidden(tmp_path) == 2
        assert not list(made.iterdir())
    assert hidden(tmp_path) == 1
    killed(living)
    with workshop(tmp_path, HOLDS):
        assert hidden(tmp_path) == 1
    assert hidden(tmp_path) == 0


def test_nothing_that_is_not_a_reports_goes(tmp_path: Path) -> None:
    """A folder with another name, with anything else in it, or that is a link."""
    (tmp_path / ".ordertck-mine").mkdir()
    (tmp_path / ".ordertck-abcdefgh").mkdir()
    (tmp_path / ".ordertck-abcdefgh" / "precious.txt").write_text("mine")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".ordertck-12345678").symlink_to("elsewhere")
    with workshop(tmp_path, HOLDS):
        pass
    assert hidden(tmp_path) == 3
    assert (tmp_path / "elsewhere").exists()
