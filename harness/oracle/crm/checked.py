"""What users had checked of orders, what was asked of others then, and what these said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# A check of an order, and the line that it is about: its number, what is checked, and the line; blank for the whole.
Key = tuple[str, str, str]


@dataclass(slots=True)
class Checked:
    """The checks of all orders.

    ``wanted`` are those that users asked for and that nobody outside was asked about yet, each with the record;
    ``said`` has outcome and value by check. Of orders that were changed since they were asked about nothing is kept.
    """

    wanted: dict[tuple[str, str], int] = field(default_factory=dict)
    said: dict[Key, tuple[str, str]] = field(default_factory=dict)
    ever: set[tuple[str, str]] = field(default_factory=set)
    _open: dict[str, tuple[str, str]] = field(default_factory=dict)

    def want(self, number: str, check: str, record: int) -> None:
        """A user has something checked; what was answered of the order as it is may be shown without asking again."""
        if not any((number, check) == (of, what) for of, what, _ in self.said):
            self.wanted[number, check] = record

    def refuse(self) -> None:
        """The desk does not check what a user wanted to have checked."""
        self.wanted.clear()

    def ask(self, message_id: str, body: Mapping[str, Any]) -> None:
        """Somebody outside is asked."""
        self.wanted.pop((body["order"], body["check"]), None)
        self._open[message_id] = body["order"], body["check"]

    def answer(self, question: str | None, body: Mapping[str, Any]) -> None:
        """Somebody has said what came of a check, line by line where lines were asked about."""
        self._open.pop(question or "", None)
        number, check = body["order"], body["check"]
        self.ever.add((number, check))
        for line in body.get("lines", ()):
            self.said[number, check, line["line"]] = line["outcome"], ""
        if not body.get("lines"):
            self.said[number, check, ""] = body["outcome"], body.get("value") or ""

    def change(self, number: str) -> None:
        """An order is changed: whether what was said of it holds is open."""
        self.said = {key: said for key, said in self.said.items() if key[0] != number}

    def is_open(self, number: str, check: str) -> bool:
        """Whether an answer is still to come, or may be."""
        return (number, check) in self._open.values()
