"""Logs as they lie in files: one JSON object a line, or CSV with a line of headings."""

import csv
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import Any

import orjson

from ordertck.harness.contents import begins
from ordertck.harness.errors import UsageError
from ordertck.harness.text import shortened

# A record, and the line of the file at which it begins.
Record = tuple[int, Mapping[str, Any]]
# Whoever has a longer field has opened a quotation mark that nobody closed.
_LONGEST_FIELD = 1 << 20
_LONGEST_LINE = 64 << 20
# How a file begins that gzip, zip, zstd, bzip2 or xz has made; and one in UTF-16.
_PACKED = rb"\x1f\x8b|PK\x03\x04|\x28\xb5\x2f\xfd|BZh\d|\xfd7zXZ"
_UTF_16 = rb"\xff\xfe|\xfe\xff"
_OBJECTS = "each line is one whole JSON object, as 'jq -c' writes them"
# An order of more lines than anybody has.
_MOST_ROWS = 100_000


def ndjson(file: Path) -> Iterator[Record]:
    """The JSON objects of a file, one a line; empty lines are passed over.

    Raises ``UsageError``, naming the line, where one is no JSON object.
    """
    with _opened(file).open("rb") as lines:
        for number, line in enumerate(iter(partial(lines.readline, _LONGEST_LINE + 1), b""), 1):
            if len(line) > _LONGEST_LINE:
                long = f"the line has more than {_LONGEST_LINE:,} bytes"
                raise UsageError(long, "each line is one JSON object", file, number)
            said = line.removeprefix(BOM_UTF8) if number == 1 else line
            if not said.strip():
                continue
            try:
                value = orjson.loads(said)
            except orjson.JSONDecodeError as problem:
                raise _no_json(said, problem, file, number) from None
            if not isinstance(value, dict):
                raise UsageError("no JSON object", _OBJECTS, file, number)
            yield number, value


def _no_json(line: bytes, problem: orjson.JSONDecodeError, file: Path, number: int) -> UsageError:
    """What a line is in the place of a JSON object, and what to do about it."""
    try:
        text = line.decode().strip()
    except UnicodeDecodeError as odd:
        return UsageError(f"no UTF-8: {odd.reason} at byte {odd.start + 1}", "save the file as UTF-8", file, number)
    remedy = "each line is one JSON object"
    if not text.startswith(("{", "[")):
        remedy += "; where it is a table, say [log] format = 'csv'"
    elif not text.endswith(("}", "]")) or text in "{[":
        remedy = f"the line ends amid its object; {_OBJECTS}"
    return UsageError(f"no JSON: {problem}", remedy, file, number)


def table(file: Path, delimiter: str) -> Iterator[Record]:
    """The rows of a CSV file, each by the headings of its first line; blanks around a cell are no part of it.

    Raises ``UsageError``, naming the line, for a row with more or fewer cells than there are headings.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    with _opened(file).open(newline="", encoding="utf-8-sig") as text:
        rows = csv.reader(text, delimiter=delimiter, strict=True)
        try:
            headings = [*map(str.strip, next(rows, []))]
            before = rows.line_num
            if twice := [heading for heading, times in Counter(headings).items() if times > 1]:
                raise UsageError(f"two columns are headed '{twice[0]}'", "rename one of them", file, 1)
            for row in rows:
                if not any(map(str.strip, row)):  # as spreadsheets leave them below a table
                    before = rows.line_num
                    continue
                if len(row) != len(headings):
                    cells = f"{len(row)} cells under {len(headings)} headings"
                    raise UsageError(cells, f"is '{delimiter}' the delimiter? [log] delimiter says", file, before + 1)
                yield before + 1, dict(zip(headings, map(str.strip, row), strict=True))
                before = rows.line_num
        except csv.Error as problem:
            raise UsageError(f"no CSV: {problem}", "close the quotation mark", file, rows.line_num) from None
        except UnicodeDecodeError as problem:
            line = _first_odd_line(file)
            raise UsageError(f"no UTF-8: {problem.reason}", "save the file as UTF-8", file, line) from None


def _first_odd_line(file: Path) -> int:
    """The line that is not in UTF-8; a reader of text looks far ahead, and cannot say."""
    with file.open("rb") as lines:
        for number, line in enumerate(lines, 1):  # noqa: B007 - the last one is it
            try:
                line.decode()
            except UnicodeDecodeError:
                break
    return number


def together(records: Iterable[Record], by: str, file: Path, is_table: bool) -> Iterator[Record]:
    """Rows that follow each other and have one value in a column are one record: the first, with all in ``rows``.

    Objects in a log of JSON may lack it: each of those stands alone. Raises ``UsageError``, naming the line, where a
    table has no such column, and where these are more rows than anybody's order has.
    """

    def group(record: Record) -> Any:
        line, row = record
        if by in row:
            return "", row[by]
        if is_table:
            raise UsageError(f"there is no column '{by}', which [log] group names", fields_of(row), file, line)
        return line, ""

    for _, rows in groupby(records, key=group):
        held = list(islice(rows, _MOST_ROWS + 1))
        if len(held) > _MOST_ROWS:
            said = f"{_MOST_ROWS:,} rows and more have one '{by}'"
            raise UsageError(said, "[log] group names what each record has of its own", file, held[0][0])
        yield held[0][0], {**held[0][1], "rows": [row for _, row in held]}


def fields_of(record: Mapping[str, Any]) -> str:
    """What a record has: told to whom looks for something that is not there."""
    if not record:
        return "the record is empty"
    named = shortened(", ".join(f"'{name}'" for name in record), 200)
    return f"there {'are' if len(record) > 1 else 'is'} {named}{'' if len(record) > 1 else ': is the delimiter right?'}"


def _opened(file: Path) -> Path:
    if not file.exists():
        raise UsageError("there is no such file", "name a log, a transcript or a report folder", file)
    if not file.is_file():
        raise UsageError("no file that can be read twice", "save the log to a file, and name that", file)
    if begins(file, _PACKED):
        raise UsageError("the log is compressed", "unpack it, and name what was in it", file)
    if begins(file, _UTF_16):
        raise UsageError("no UTF-8: the log is in UTF-16", "save the file as UTF-8", file)
    return file
