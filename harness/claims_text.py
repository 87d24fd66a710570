"""A claims file as text: read within limits, and which line says what."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

from ordertck.harness.contents import text_in
from ordertck.harness.errors import UsageError

# The name of a table or of a field: words with dots between, each of which may stand in quotation marks.
_PART = re.compile(r""""[^"]*"|'[^']*'|[\w-]+""")
_NAME = rf"(?:{_PART.pattern})(?:\s*\.\s*(?:{_PART.pattern}))*"
_HEAD = re.compile(rf"\s*\[\[?\s*({_NAME})\s*\]\]?\s*(#|$)")
_KEY = re.compile(rf"\s*({_NAME})\s*=")
# Larger files are no claims.
_LARGEST = 256 * 1024


def text_of(path: Path) -> str:
    """The text of a claims file; a byte order mark, as some editors write it, is passed over."""
    try:
        return text_in(path, _LARGEST)
    except IsADirectoryError:
        raise UsageError("a folder, not claims", f"name the file in it, such as {path / 'claims.toml'}", path) from None
    except OSError as problem:
        raise UsageError(
            f"cannot read the claims: {problem.strerror}", "'ordertck init' writes a commented claims file", path
        ) from None
    except UnicodeDecodeError:
        raise UsageError("the claims are not text in UTF-8", "save the file as UTF-8", path) from None


def dates_as_text(value: Any) -> Any:
    """The same with each date and time of TOML as text: JSON and its schemas know no others."""
    if isinstance(value, dict):
        return {name: dates_as_text(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [dates_as_text(inner) for inner in value]
    return value.isoformat() if isinstance(value, date | time) else value


def places(lines: list[str]) -> Iterator[tuple[str, ...]]:
    """For each line the table and field that it belongs to, such as ("deviations", "0", "rule")."""
    table: tuple[str, ...] = ()
    field: tuple[str, ...] = ()
    many: Counter[str] = Counter()
    for line in lines:
        if head := _HEAD.match(line):
            table, field = _parts(head[1]), ()
            if line.lstrip().startswith("[["):
                many[head[1]] += 1
                table = (*table, str(many[head[1]] - 1))
        elif key := _KEY.match(line):
            field = _parts(key[1])
        yield (*table, *field)


def line_of(found: Sequence[tuple[str, ...]], place: tuple[str, ...]) -> int:
    """The first line, counted from 1, that says something of a place, or of the nearest table that holds it."""
    while place:
        if lines := [number for number, of_line in enumerate(found, 1) if of_line[: len(place)] == place]:
            return lines[0]
        place = place[:-1]
    return 1


def _parts(key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(key))
