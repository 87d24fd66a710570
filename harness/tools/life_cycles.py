"""The life cycles drawn: docs/life_cycles.md, made from the reference's own transition tables."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ordertck.harness.book.cycles import CYCLES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "life_cycles.md"
_HEAD = """# Life cycles

How orders live in the reference. The drawings are made from its own transition tables (`make pages`), and a test
holds this page to them. They are the reference's: another system may have other states, and is asked only for what the
features say.
"""


def page() -> str:
    """The page's text."""
    return "\n".join([_HEAD, *(_section(*cycle) for cycle in CYCLES)])


def _section(title: str, says: str, table: Mapping[Any, frozenset[Any]]) -> str:
    return f"## {title}\n\n{says}\n\n```mermaid\n{diagram(table)}\n```\n"


def diagram(table: Mapping[Any, frozenset[Any]]) -> str:
    """A transition table as a Mermaid state diagram; it begins in the first state, and ends where no way leads on."""
    states = list(table)
    lines = ["stateDiagram-v2", *(f"    {state.name} : {state.value}" for state in states)]
    lines.append(f"    [*] --> {states[0].name}")
    for state in states:
        lines += [f"    {state.name} --> {then.name}" for then in states if then in table[state]]
        if not table[state]:
            lines.append(f"    {state.name} --> [*]")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
