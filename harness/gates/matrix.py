"""The matrix: rules by systems, from the reports of several runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from ordertck.harness.gates.standing import counted
from ordertck.harness.reports.saved import SavedRun
from ordertck.harness.verdicts import Statement

# What stands where a run says nothing of a rule.
NOTHING = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one run says of one rule in one role: the verdict, and how many of its examples passed and were run."""

    verdict: str = NOTHING
    passed: int = 0
    run: int = 0

    @property
    def told(self) -> str:
        """The verdict with its figures, "failed 2/3"."""
        return f"{self.verdict} {self.passed}/{self.run}" if self.run else self.verdict


@dataclass(frozen=True, slots=True)
class Row:
    """One rule in one role, with a cell for each run; ``sentence`` is the rule's own."""

    rule: str
    role: str
    sentence: str
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether the runs that examined the rule came to different verdicts."""
        return len({cell.verdict for cell in self.cells if cell.run}) > 1


@dataclass(frozen=True, slots=True)
class Column:
    """One run: what its column is called, what the run comes to, with which kit and when it began."""

    name: str
    statement: Statement
    counts: str
    kit: str
    began: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rules by runs. ``left`` counts the rules in their roles that no run examined."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left: int
    remarks: tuple[str, ...]


def matrix(runs: Sequence[SavedRun], sentences: dict[str, str], differing: bool = False) -> Matrix:
    """The rules that at least one of the runs examined, or of these only where the verdicts differ (``differing``)."""
    found = [{(rule.rule, rule.role): rule for rule in run.rules} for run in runs]
    order = list(sentences)
    keys = sorted(
        dict.fromkeys(key for rules in found for key in rules),
        key=lambda key: (order.index(key[0]) if key[0] in sentences else len(order), key),
    )
    rows = []
    for rule, role in keys:
        told = [rules.get((rule, role)) for rules in found]
        cells = tuple(Cell(one.verdict.value, one.passed, one.run) if one else Cell() for one in told)
        rows.append(Row(rule, role, sentences.get(rule, ""), cells))
    examined = [row for row in rows if any(cell.run for cell in row.cells)]
    shown = [row for row in examined if row.differs] if differing else examined
    return Matrix(tuple(_columns(runs)), tuple(shown), len(rows) - len(examined), tuple(_remarks(runs)))


def _columns(runs: Sequence[SavedRun]) -> list[Column]:
    names = [run.title for run in runs]
    columns = []
    for run, name in zip(runs, names, strict=True):
        told = f"{name} ({PurePath(run.place).name})" if names.count(name) > 1 else name
        verdicts = [example.verdict for example in run.examples if example.was_run]
        columns.append(Column(told, statement_of_run(run), counted(verdicts), run.kit.version, run.began))
    return columns


def statement_of_run(run: SavedRun) -> Statement:
    """What a run comes to as a whole: what its examinations say, if they all say the same."""
    told = list(dict.fromkeys(examination.statement for examination in run.examinations))
    return told[0] if len(told) == 1 else Statement.NOT_CONFORMANT


def _remarks(runs: Sequence[SavedRun]) -> list[str]:
    said = []
    if len({run.digests.get("features") for run in runs}) > 1:
        said.append("the runs were held to different features, so a rule may have more or stronger examples in one")
    if len({(run.edition.name, run.edition.version) for run in runs}) > 1:
        said.append("the runs are of different editions of the rules")
    if any(run.narrowed for run in runs):
        said.append("a run that was narrowed or cut short says nothing of what it left out")
    return said


def as_json(found: Matrix) -> dict[str, Any]:
    """What a program reads: the systems, and for each rule in its role a verdict a system, null where there is none."""
    return {
        "matrix": "ordertck",
        "systems": [{"name": c.name, "statement": c.statement, "kit": c.kit, "began": c.began} for c in found.columns],
        "rules": [
            {
                "rule": row.rule,
                "role": row.role,
                "verdicts": [
                    {"verdict": cell.verdict, "passed": cell.passed, "run": cell.run} if cell.verdict else None
                    for cell in row.cells
                ],
            }
            for row in found.rows
        ],
        "not_examined_by_any": found.left,
        "remarks": list(found.remarks),
    }
