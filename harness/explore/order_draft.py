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

    ``gone`` are the rows that a newer version has left out, ``before`` is the version before it.
    """

    name: str
    rows: list[Row]
    header: dict[str, str] = field(default_factory=dict)
    gone: list[Row] = field(default_factory=list)
    before: "Draft | None" = None

    def newer(self) -> "Draft":
        """A newer version that says the same so far."""
        return Draft(self.name, [dict(row) for row in self.rows], dict(self.header), list(self.gone), self)

    def reverted(self) -> "Draft | None":
        """A newer version that says again what the one before this one said; None where there is none."""
        old = self.before
        return None if old is None else Draft(self.name, [dict(row) for row in old.rows], dict(old.header), before=self)

    def leaves_out(self, row: Row) -> None:
        """A line is not on the order any more, nor are its components; the last one stays."""
        left = [other for other in self.rows if other is not row and not other["line"].startswith(f"{row['line']}.")]
        if left:
            self.gone += [other for other in self.rows if other not in left]
            self.rows = left

    def puts_back(self, row: Row) -> None:
        """What an earlier version has left out is on the order again, with its components."""
        back = [other for other in self.gone if other is row or other["line"].startswith(f"{row['line']}.")]
        self.gone = [other for other in self.gone if other not in back]
        self.rows += [dict(other) for other in back]

    def says_what(self, other: "Draft") -> bool:
        """Whether it says what another version says."""
        mine, theirs = ([{k: v for k, v in row.items() if v} for row in draft.rows] for draft in (self, other))
        return mine == theirs

    def table(self, always: Collection[str] = _ALWAYS) -> list[list[str]]:
        """The lines as a table, without columns in which nothing stands, but for those that it ``always`` has."""
        columns = [c for c in _COLUMNS if c in always or any(row.get(c) for row in self.rows)]
        return [columns, *([row.get(column, "") for column in columns] for row in self.rows)]

    def next_number(self) -> int:
        """The number of a further line, which no version before had either."""
        numbers = (int(row["line"].partition(".")[0]) for row in (*self.rows, *self.gone))
        return max(max(numbers, default=0) + 1, self.before.next_number() if self.before else 1)
