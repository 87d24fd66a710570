"""Under which numbers and ids each neighbour knows orders and lines, told from the messages alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Message
from ordertck.harness.oracle.carriage import Pairing


@dataclass(frozen=True, slots=True)
class Line:
    """A line, by the CRM's id."""

    id: str


@dataclass(frozen=True, slots=True)
class Order:
    """An order, by the CRM's number, which is its name."""

    name: str
    number: str


@dataclass(slots=True)
class Names:
    """What is known of orders and lines. ``orders`` are by the CRM's number."""

    catalogue: Catalogue
    orders: dict[str, Order] = field(default_factory=dict)
    _numbers: dict[str, str] = field(default_factory=dict)
    _lines: dict[str, tuple[str, str]] = field(default_factory=dict)
    _places: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _handed_over: set[str] = field(default_factory=set)
    _own: dict[str, None] = field(default_factory=dict)
    _pairing: Pairing = field(default_factory=Pairing)

    def order_by_number(self, number: str) -> Order | None:
        """The order of a number; None for one that nobody submitted."""
        return self.orders.get(self._numbers.get(number, number))

    def line_key(self, line_id: str) -> str:
        """One name for a line whichever part gave the id, the CRM's; the id itself where nobody knows it."""
        known = self._lines.get(line_id)
        return known[1] if known else line_id

    def line_by_id(self, line_id: str) -> tuple[Order, Line] | None:
        """Order and line of a line id, whoever gave it; None where nobody knows it."""
        known = self._lines.get(line_id)
        return (self.orders[known[0]], Line(known[1])) if known else None

    def order_systems(self, line_id: str) -> bool:
        """Whether an id is the order system's own, or it has given none of its own yet."""
        known = self._lines.get(line_id)
        return line_id in self._own or known is None or not any(self._lines[own] == known for own in self._own)

    def submitted(self, body: Mapping[str, Any]) -> None:
        """Learn the CRM's numbers and ids. A number may be another line's in a later version."""
        number = body["order"]
        self.orders.setdefault(number, Order(number, number))
        for line in body.get("lines", ()):
            self._lines[line["id"]] = number, line["id"]
            ids = self._places.setdefault((number, str(line["number"])), [])
            if line["id"] not in ids:
                ids.append(line["id"])

    def handed_over(self, body: Mapping[str, Any]) -> None:
        """Learn the ids under which an integration hands lines over: new ones are of lines that have none yet."""
        for line in body.get("lines", ()) if body["order"] in self.orders else ():
            ids = self._places.get((body["order"], str(line["number"])), [])
            if line["id"] not in self._lines and ids:
                meant = next((known for known in ids if known not in self._handed_over), ids[-1])
                self._lines[line["id"]] = body["order"], meant
            if line["id"] in self._lines:
                self._handed_over.add(self._lines[line["id"]][1])

    def received(self, body: Mapping[str, Any], by_order_system: bool) -> None:
        """Learn the ids that the order system, or billing, gives."""
        order = self.order_by_number(body["order"])
        if order is None:
            return
        self._numbers[body["id"]] = order.number
        for line in body.get("lines", ()):
            if (key := self._lines.get(line["line"])) is not None:
                self._lines[line["id"]] = key
                if by_order_system:
                    self._own[line["id"]] = None

    def asked(self, call: Message) -> None:
        """The order system asks something of billing or provisioning."""
        self._pairing.asked(call, self._number(call), self.catalogue)

    def passed_on(self, call: Message) -> None:
        """Learn the ids under which an integration passes lines on to billing and provisioning."""
        for own, asked in self._pairing.passed_on(call, self._number(call), self._known):
            self._lines[own] = self._lines[asked]

    def _number(self, call: Message) -> str:
        order = self.order_by_number(call.body["order"])
        return order.number if order else str(call.body["order"])

    def _known(self, line_id: str) -> str | None:
        return self.line_key(line_id) if line_id in self._lines else None
