"""An order as somebody writes it: lines below each other, in the columns of the features' tables."""

from collections.abc import Collection
from dataclasses import dataclass, field

Row = dict[str, str]
_COLUMNS = (
    "line", "action", "asset", "product", "price list", "price override", "site", "service point", "depends on",
    "due date", "quantity", "speed", "upload", "version", "number", "greeting",
)  # fmt: skip
_ALWAYS = ("line", "action", "product", "price list")


@dataclass(slots=True)
class Draft:
    """One order as it was written last; ``header`` are the cells of its header besides the lines.

    ``gone`` are the rows that a newer version has left out.
    """

    name: str
    rows: list[Row]
    header: dict[str, str] = field(default_factory=dict)
    gone: list[Row] = field(default_factory=list)

    def table(self, always: Collection[str] = _ALWAYS) -> list[list[str]]:
        """The lines as a table, without columns in which nothing stands, but for those that it ``always`` has."""
        columns = [c for c in _COLUMNS if c in always or any(row.get(c) for row in self.rows)]
        return [columns, *([row.get(column, "") for column in columns] for row in self.rows)]

    def next_number(self) -> int:
        """The number of a further line."""
        return max((int(row["line"].partition(".")[0]) for row in self.rows), default=0) + 1
