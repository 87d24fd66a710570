"""How far a run is, as whoever sits at the terminal sees it; time is the test's own."""

import io
from collections.abc import Iterator

import pytest

from ordertck.harness.cli import progress
from ordertck.harness.verdicts import ExampleId, ExampleResult, Verdict

PASSED = ExampleResult(ExampleId("PL-09", "oms", "An order is charged"), Verdict.PASSED, "pl.feature:5")


class Tty(io.StringIO):
    """A terminal that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """The time, which a test sets."""
    now = [1000.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    yield now


@pytest.mark.parametrize(
    ("passed", "done", "told"),
    [(0, 0, "0/120"), (20, 12, "12/120, 3 min left"), (8, 12, "12/120, 72 s left"), (50, 120, "120/120")],
)
def test_the_rest_takes_as_long_as_what_is_done_did(seconds: list[float], passed: float, done: int, told: str) -> None:
    countdown = progress.Countdown()
    seconds[0] += passed
    assert countdown.told(done, 120) == told


def test_a_run_shows_its_rate_and_what_examples_came_to(seconds: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr("sys.stderr", terminal := Tty())
    with progress.Watch(shown=True) as watch:
        for number in (1, 2, 3):
            watch(PASSED, number, 8)
            seconds[0] += 0.5
    shown = terminal.getvalue()
    assert "3/8" in shown
    assert "2.0/s" in shown
    assert "PL-09 oms" in shown
    assert "3 passed" in shown


def test_where_nobody_looks_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", file := io.StringIO())
    with progress.Watch(shown=True) as watch:
        watch(PASSED, 1, 8)
    assert not watch.shown
    assert file.getvalue() == ""
