"""What back offices have reported of orders: how lines stand, and what the header says, until others have spoken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

# What of a header a back office may tell (WF-11); of its status the CRM has words of its own.
_HEADER = ("ship_to", "ship_by")


@dataclass(slots=True)
class Reported:
    """The statuses of lines by order and line, and the fields of headers by order and name, each with its record.

    ``asked`` are the orders of which the CRM asked back offices, unasked itself, each with the record.
    """

    lines: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    header: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    asked: list[tuple[int, str]] = field(default_factory=list)

    def report(self, record: int, body: Mapping[str, Any], sure: bool) -> None:
        """A back office reports; where it is not ``sure`` that this counts, nobody can say any more."""
        number = body["record"]
        lines = {(number, row["id"]): (row["status"], record) for row in body.get("rows", ()) if row.get("status")}
        header = {
            (number, name): (body["fields"][name], record) for name in _HEADER if body.get("fields", {}).get(name)
        }
        for known, said in ((self.lines, lines), (self.header, header)):
            for key in said:
                known.pop(key, None)
            known.update(said if sure else {})

    def forget(self, number: str, lines: Iterable[str] | None = None) -> None:
        """Others have spoken of some lines of an order, or of the whole of it."""
        gone = None if lines is None else set(lines)
        self.lines = {key: s for key, s in self.lines.items() if key[0] != number or (gone and key[1] not in gone)}
        if gone is None:
            self.header = {key: said for key, said in self.header.items() if key[0] != number}
