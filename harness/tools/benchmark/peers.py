"""One role at a time: ``ordertck run`` and pytest beside behave and pytest-bdd's own runner, in turn."""

import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from ordertck import data
from ordertck.harness.reference.landscape import PARTS
from ordertck.harness.tools.benchmark import beside
from ordertck.harness.tools.benchmark.measure import Cost, in_turn

OURS, BEHAVE = "`ordertck run --role`", f"behave {version('behave')}"
PYTEST, PYTEST_BDD = "`pytest features -m`", f"pytest-bdd {version('pytest-bdd')}, its own runner"


@dataclass(frozen=True, slots=True)
class Beside:
    """What one role costs in each way; every way has passed the same number of examples."""

    role: str
    examples: int
    costs: dict[str, list[Cost]]


def measured() -> list[Beside]:
    """Every role. Stops where two ways do not pass the same number of examples."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        laid_out(folder)
        return [_role(role, folder) for role in PARTS]


def laid_out(folder: Path) -> None:
    """Copies of the features with what each peer needs beside them, so that it finds nothing else."""
    for peer in ("behave", "pytest_bdd"):
        shutil.copytree(Path(beside.__path__[0]) / peer, folder / peer)
    shutil.copytree(data("features").resolve(), folder / "behave" / "features", ignore=shutil.ignore_patterns("*.py"))


def _role(role: str, folder: Path) -> Beside:
    python = (sys.executable, "-m")
    quiet = ("-q", "-p", "no:cacheprovider", "-W", "ignore", "-m", role)
    commands: dict[str, tuple[str | Path, ...]] = {
        OURS: (*python, "ordertck", "run", "--role", role, "-q", "--report", folder / "report"),
        BEHAVE: (
            *python, "behave", "-D", f"role={role}", "--tags", role, "--format", "progress", "--no-skipped",
            "--no-capture", folder / "behave" / "features",
        ),
        PYTEST: (*python, "pytest", "-p", "ordertck", *quiet, data("features").resolve()),
        PYTEST_BDD: (*python, "pytest", "-p", "pytest-bdd", *quiet, folder / "pytest_bdd" / "all_features.py"),
    }  # fmt: skip
    costs = in_turn(commands, folder)
    passed = {name: _passed(several[0].printed) for name, several in costs.items()}
    if len(set(passed.values())) != 1:
        raise SystemExit(f"{role}: the ways do not pass the same number of examples: {passed}")
    return Beside(role, passed[OURS], costs)


def _passed(printed: str) -> int:
    """How many examples passed; behave says it of features, rules and steps too."""
    found = re.search(r"(\d+) scenarios passed", printed) or re.search(r"(\d+) passed", printed)
    return int(found[1]) if found else 0
