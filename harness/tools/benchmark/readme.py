"""The tables as Markdown, and their place in the README."""

import re
from collections.abc import Sequence
from pathlib import Path

from ordertck.harness.tools.benchmark.measure import middle, ratio
from ordertck.harness.tools.benchmark.peers import BEHAVE, OURS, PYTEST, PYTEST_BDD, Beside

BEGIN, END = "<!-- written by make bench -->", "<!-- until here -->"


def peers_table(beside: Sequence[Beside]) -> str:
    """Seconds and peak megabytes of each role in each way, and the ratio to the peer of the same kind."""
    rows = ["| one role | " + " | ".join(f"{one.role}, {one.examples} examples" for one in beside) + " |"]
    rows.append("|---" * (len(beside) + 1) + "|")
    for name in (OURS, BEHAVE, PYTEST, PYTEST_BDD):
        cells = []
        for one in beside:
            cost = middle(one.costs[name])
            cells.append(f"{cost.seconds:.2f} s, {cost.megabytes:.0f} MB")
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    for ours, theirs in ((OURS, BEHAVE), (PYTEST, PYTEST_BDD)):
        cells = [f"{ratio(one.costs[ours], one.costs[theirs]):.2f}" for one in beside]
        rows.append(f"| {ours} : {theirs} | " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def figures_table(figures: Sequence[tuple[str, str]]) -> str:
    """Everything else, a figure a row."""
    return (
        "\n".join(["| what | measured |", "|---|---|", *(f"| {what} | {figure} |" for what, figure in figures)]) + "\n"
    )


def write(file: Path, text: str) -> None:
    """Put the tables between the markers of a file."""
    old = file.read_text(encoding="utf-8")
    new, count = re.subn(f"(?s){BEGIN}.*?{END}", lambda _: f"{BEGIN}\n\n{text}\n{END}", old)
    if count != 1:
        raise SystemExit(f"{file} has not one place for the figures, between '{BEGIN}' and '{END}'")
    file.write_text(new, encoding="utf-8")
