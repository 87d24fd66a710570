"""The command line in this process: what a command said, and with which exit code it ended."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from ordertck import data
from ordertck.harness.cli.main import code_of

SHOP = data("examples", "corner_shop", "claims.toml")
COMMANDS = (
    "run", "report", "plan", "explain", "rules", "book", "catalogue", "diff", "matrix", "trend", "export", "init",
    "check-adapter", "prove", "lint",
)  # fmt: skip

SYSTEM = '[system]\nname = "A"\nversion = "1"\nroles = ["oms"]\n'


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


class Terminal:
    """Runs commands in this process, in an empty folder."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str | Path) -> Done:
        code = code_of([str(word) for word in words])
        return Done(code, *self._capsys.readouterr())
