"""Measuring commands from outside, in turn, so that a busy moment of the machine falls on all of them."""

import os
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ROUNDS = 5
# As for anybody who has the kit installed: what was compiled once is kept, and pytest loads no plugin but those that a
# command names. Those that developers have besides cost pytest-bdd and the kit the same, more than a second.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall seconds and peak memory in megabytes of one process, and what it printed."""

    seconds: float
    megabytes: float
    printed: str


def timed(act: Callable[..., object], *arguments: object) -> float:
    """Seconds that something takes."""
    started = perf_counter()
    act(*arguments)
    return perf_counter() - started


def cost_of(command: Sequence[str | Path], folder: Path) -> Cost:
    """The cost of one command, run in a folder."""
    with tempfile.TemporaryFile("w+") as output:
        started = perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=_ENVIRONMENT, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read()
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{printed[-3000:]}")
    return Cost(seconds, usage.ru_maxrss / 1024, printed)


def in_turn(commands: Mapping[str, Sequence[str | Path]], folder: Path, rounds: int = ROUNDS) -> dict[str, list[Cost]]:
    """The costs of several commands, round by round, after a round that is not counted."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            cost = cost_of(command, folder)
            if number:
                costs[name].append(cost)
    return costs


def middle(costs: Sequence[Cost]) -> Cost:
    """The median in time and in memory."""
    return Cost(median(c.seconds for c in costs), median(c.megabytes for c in costs), costs[0].printed)


def ratio(costs: Sequence[Cost], base: Sequence[Cost]) -> float:
    """How many times the base's time, round by round, then the median."""
    return median(ours.seconds / theirs.seconds for ours, theirs in zip(costs, base, strict=True))
