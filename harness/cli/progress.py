"""Progress on the terminal's error stream while a run goes on; nothing where nobody looks."""

import sys
from collections import Counter
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from ordertck.harness.verdicts import ExampleResult, Verdict

if TYPE_CHECKING:  # a library that costs 40 ms to load is loaded where somebody looks
    from rich.progress import Progress, TaskID


class Countdown:
    """How far something is, in words: what is done of how much, and how long the rest will take at this rate."""

    def __init__(self) -> None:
        self._began = monotonic()

    def told(self, done: int, of: int) -> str:
        """ "12/120, 3 min left"; nothing of the time where nothing is done, or everything."""
        seconds = (monotonic() - self._began) * (of - done) / done if 0 < done < of else 0.0
        left = f"{seconds / 60:.0f} min" if seconds >= 90 else f"{seconds:.0f} s"
        return f"{done}/{of}, {left} left" if seconds else f"{done}/{of}"


class Watch:
    """Shows how far a run is, at what rate and how long it will take; what examples came to, and which rule is on.

    It is ``shown`` from the first result on, where somebody looks.
    """

    def __init__(self, shown: bool) -> None:
        self.shown = shown and sys.stderr.isatty()
        self._progress = _bar() if self.shown else None
        self._counts: Counter[Verdict] = Counter()
        self._task: TaskID | None = None
        self._began = monotonic()

    def __enter__(self) -> "Watch":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress:
            self._progress.stop()

    def __call__(self, result: ExampleResult, number: int, of: int) -> None:
        """Take one more result."""
        if self._progress is None:
            return
        if self._task is None:
            self._progress.start()  # its thread begins behind the processes that are divided off this one
            self._task = self._progress.add_task("", rule="", counts="", rate="")
        self._counts[result.verdict] += 1
        counts = ", ".join(f"{self._counts[v]} {v}" for v in Verdict if self._counts[v])
        rule = f"{result.id.rule} {result.id.role}"
        self._progress.update(self._task, completed=number, total=of, rule=rule, counts=counts, rate=self._rate(number))

    def _rate(self, number: int) -> str:
        """How many examples a second so far, of this run of several."""
        if number <= 1:
            self._began = monotonic()
            return ""
        return f"{(number - 1) / max(monotonic() - self._began, 1e-3):.1f}/s"


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        BarColumn(20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.fields[rule]}"),
        TextColumn("{task.fields[counts]}", style="dim"),
        console=Console(stderr=True),
        transient=True,
    )
