"""What an act does to which lines: to those that its sentences name, and to those that a newer version has changed."""

import re
from collections.abc import Iterable, Mapping

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.order_draft import Draft, Row

# A line, by the name of its order and its number; and what befalls it, in words that name neither.
LineName = tuple[str, str]
Touched = dict[LineName, set[str]]

_NAMED = re.compile(r'line ([\d.]+) of order "([^"]+)"')
_TOLD = re.compile(r'reports of order "([^"]+)"$')
_OWN = re.compile(r'"[^"]*"|\b\d[\d.]*')
# What every line says: it is no news that it is there.
_PLAIN = frozenset({"line", "asset", "product", "action"})


def lines_named(sentence: str) -> list[LineName]:
    """The lines that a sentence names, as it names them: by their numbers, each with its order."""
    return [(line, order) for line, order in _NAMED.findall(sentence)]


def touched_by(steps: Iterable[Step], before: Mapping[str, Draft], after: Mapping[str, Draft]) -> Touched:
    """What befalls lines by these sentences, which turn the orders drafted ``before`` into those drafted ``after``."""
    found: Touched = {}
    for step in steps:
        for line, order in _NAMED.findall(step.text):
            found.setdefault((order, line), set()).add(_OWN.sub("", step.text))
        if step.table and (told := _TOLD.search(step.text)):
            names, *rows = step.table
            for row in rows:
                said = {
                    f"{name} {cell if name in ('status', 'milestone') else ''}"
                    for name, cell in zip(names, row, strict=True)
                    if cell
                }
                found.setdefault((told[1], row[0]), set()).update(said)
    for name, draft in after.items():
        if (known := before.get(name)) is not draft:
            for line, facets in _difference(known, draft).items():
                found.setdefault((name, line), set()).update(facets)
    return found


def _difference(before: Draft | None, after: Draft) -> dict[str, set[str]]:
    """What was changed of the lines of an order, or entered where it is new."""
    old = {row["line"]: row for row in before.rows} if before is not None else {}
    new = {row["line"]: row for row in after.rows}
    found = {line: {"is left out"} for line in old.keys() - new.keys()}
    for line, row in new.items():
        facets = _altered(old[line], row) if line in old else _entered(row)
        if facets:
            found[line] = facets
    return found


def _altered(old: Row, new: Row) -> set[str]:
    names = sorted(old.keys() | new.keys())
    return {f"has another {name}" for name in names if (old.get(name) or "") != (new.get(name) or "")}


def _entered(row: Row) -> set[str]:
    below = {"is a component"} if "." in row["line"] else set()
    return {row["action"], *below, *(f"has a {name}" for name, value in row.items() if value and name not in _PLAIN)}
