"""What reports have in common: colours, columns, runs of ids, text that is safe to show."""

import os
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import click

from ordertck.harness.verdicts import Verdict

# Said where the name in the claims is not the reference's, and the reference was seen at work.
BORROWED = "this is the kit's own system under another name, so there is no certificate"

# How a verdict stands out: the name of its style.
COLOURS = {
    Verdict.ERROR: "broken",
    Verdict.FAILED: "bad",
    Verdict.INCONCLUSIVE: "doubt",
    Verdict.PASSED: "good",
    Verdict.INAPPLICABLE: "aside",
    Verdict.UNTESTED: "dim",
}
_STYLES: dict[str, dict[str, Any]] = {
    "broken": {"fg": "magenta", "bold": True},
    "bad": {"fg": "red", "bold": True},
    "doubt": {"fg": "yellow"},
    "good": {"fg": "green"},
    "aside": {"fg": "cyan"},
    "dim": {"dim": True},
    "bold": {"bold": True},
}
# A cell of a table: a text, or a text and the name of its style.
Cell = str | tuple[str, str]


class Paint:
    """Puts colours on words where somebody looks at them, and wraps the last column to the terminal's ``width``.

    ``width`` is None where the output goes to a file or a pipe; lines are as long as they are then.
    """

    def __init__(self, colour: bool = False, width: int | None = None) -> None:
        self.colour, self.width = colour, width

    @classmethod
    def of_terminal(cls) -> "Paint":
        """The paint for standard output. NO_COLOR and FORCE_COLOR are respected."""
        shown = sys.stdout.isatty()
        colour = not os.environ.get("NO_COLOR") and (shown or bool(os.environ.get("FORCE_COLOR")))
        return cls(colour, os.get_terminal_size(sys.stdout.fileno()).columns if shown else None)

    def __call__(self, text: str, style: str) -> str:
        """The text in a style."""
        return click.style(text, **_STYLES[style]) if self.colour and text else text

    def table(self, rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
        """Rows as lines in columns; the last column may run on."""
        plain = [[cell if isinstance(cell, tuple) else (cell, "") for cell in row] for row in rows]
        widths = [max(len(text) for text, _ in column) for column in zip(*(row[:-1] for row in plain), strict=True)]
        indent = sum(widths) + 2 * len(widths)
        for row in plain:
            head = "  ".join(self._cell(text, style, width) for (text, style), width in zip(row, widths, strict=False))
            text, style = row[-1]
            first, *more = self._wrapped(text, indent)
            yield f"{head}{'  ' if widths else ''}{self(first, style) if style else first}".rstrip()
            yield from (" " * indent + (self(line, style) if style else line) for line in more)

    def _cell(self, text: str, style: str, width: int) -> str:
        padding = " " * (width - len(text))
        return (self(text, style) if style else text) + padding

    def _wrapped(self, text: str, indent: int) -> list[str]:
        if self.width is None:
            return [text]
        return textwrap.wrap(text, max(20, self.width - indent), break_on_hyphens=False) or [""]
