"""Commands from outside: medians of wall seconds."""

import sys
import tempfile
from pathlib import Path

from ordertck import data
from ordertck.harness.tools.benchmark.measure import cost_of, in_turn, middle

Figure = tuple[str, str]


def measured(full: bool = False) -> list[Figure]:
    """What each command takes."""
    ordertck = (sys.executable, "-m", "ordertck")
    pytest = (
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "ordertck",
        "-p",
        "no:cacheprovider",
        data("features").resolve(),
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = (*ordertck, "run", "--report", folder / "report")
        costs = in_turn(
            {
                "start-up (`ordertck --help`)": (*ordertck, "--help"),
                "`ordertck explain PL-09`": (*ordertck, "explain", "PL-09"),
                "`ordertck rules`": (*ordertck, "rules"),
                "`ordertck plan`": (*ordertck, "plan"),
                "`ordertck run`: every role and every value of a switch, report written": whole,
                "the same under pytest": pytest,
            },
            folder,
        )
        figures = [(name, f"{middle(several).seconds:.2f} s") for name, several in costs.items()]
        figures.append(("memory of the whole run, at its peak", f"{middle(list(costs.values())[4]).megabytes:.0f} MB"))
        for words in (("prove",), ("prove", "--full")) if full else (("prove",),):
            figures.append((f"`ordertck {' '.join(words)}`", _long(cost_of((*ordertck, *words), folder).seconds)))
    return figures


def _long(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds // 60:.0f} min {seconds % 60:.0f} s"
