"""The tables of the documents, cell by cell (features/tables.toml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """One table, "8-2": its ``head``, its rows, and the rules that have examples of it."""

    number: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rules: tuple[str, ...]


def read_tables(content: Mapping[str, Any]) -> tuple[Table, ...]:
    """The tables that the content of a tables.toml holds (schemas/tables.json)."""
    return tuple(
        Table(number, told["title"], tuple(told["head"]), tuple(map(tuple, told["rows"])), tuple(told["rules"]))
        for number, told in content.items()
    )
