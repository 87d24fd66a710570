"""The page of sentences: what features can say, subject by subject (``make pages``)."""

import re
from itertools import groupby
from pathlib import Path

from ordertck.harness.edition import Edition, load
from ordertck.harness.edition.step_book import Definition
from ordertck.steps.spellings import TYPES

FILE = Path(__file__).resolve().parents[2] / "features" / "SENTENCES.md"
_HEAD = """# Sentences

Every sentence that a feature can say, by subject: the definitions of [steps](../steps), one sentence for one act.
Made by `make pages`.

- `{order}` is "the order" or "order "BASE"", `{part}` an order or "line 1 of order "BASE"".
- Where the choice is small it stands in brackets: (once / twice).
- A sentence that ends in a colon is followed by a table.
- A sentence without Given, When or Then before it can be said as any of them.
"""
_VALUE = re.compile(r"\{(\w+)(?::(\w+))?\}")
_PLAIN = re.compile(r"[\w ,|]+")


def page(edition: Edition) -> str:
    """The whole page."""
    by_file = groupby(sorted(edition.steps.definitions, key=_file), key=_file)
    return "\n".join([_HEAD, *(line for file, found in by_file for line in _subject(file, list(found)))]) + "\n"


def _file(definition: Definition) -> str:
    return definition.place.partition(":")[0]


def _subject(file: str, definitions: list[Definition]) -> list[str]:
    source = (FILE.parents[1] / file).read_text(encoding="utf-8")
    said = source.split('"""')[1].partition("\n")[0]
    told = sorted((_sentence(d) for d in definitions), key=lambda line: line.lower())
    return [f"## {said}", "", *told, ""]


def _sentence(definition: Definition) -> str:
    kind = f"{definition.type.capitalize()} " if definition.type else ""
    text = _VALUE.sub(_value, definition.pattern) + (":" if "datatable" in definition.wants else "")
    return f"- {kind}{text}"


def _value(found: re.Match[str]) -> str:
    """What can stand in a value's place: the words themselves where there are few, else its name."""
    pattern = getattr(TYPES.get(found[2] or ""), "pattern", "")
    if not _PLAIN.fullmatch(pattern) or "|" not in pattern:
        return f"`{{{found[1]}}}`"
    return f"({' / '.join(word.strip() or '...' for word in pattern.split('|'))})"


if __name__ == "__main__":
    FILE.write_text(page(load()), encoding="utf-8")
