"""A claims file as text: read within limits, and which line says what."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

from ordertck.harness.contents import text_in
from ordertck.harness.errors import UsageError

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
        if head := re.match(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?\s*(#|$)", line):
            table, field = tuple(head[1].split(".")), ()
            if line.lstrip().startswith("[["):
                many[head[1]] += 1
                table = (*table, str(many[head[1]] - 1))
        elif key := re.match(r"""\s*("[^"]+"|'[^']+'|[\w.-]+)\s*=""", line):
            field = tuple(key[1].split(".")) if key[1][0] not in "\"'" else (key[1][1:-1],)
        yield (*table, *field)
