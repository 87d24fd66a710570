"""Integration layers that remember what was submitted: what the systems that go wrong where rules meet are made of."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ordertck.harness.messages import Message, replace
from ordertck.harness.reference.common.journal import Entry
from ordertck.harness.reference.integration import Integration

Line = Mapping[str, Any]
Change = Callable[[dict[str, Any]], dict[str, Any] | None]


def with_each(body: Mapping[str, Any], change: Change) -> dict[str, Any]:
    """A body with every line changed; lines that come to None are left out."""
    return {**body, "lines": [new for line in body["lines"] if (new := change(dict(line))) is not None]}


def with_lines(message: Message, change: Change) -> Message:
    """A message with every line changed; lines that come to None are left out."""
    return replace(message, body=with_each(message.body, change))


def leaving(line: dict[str, Any], *names: str) -> dict[str, Any]:
    """A line, or a header, without some fields."""
    return {name: value for name, value in line.items() if name not in names}


class Remembering(Integration):
    """Knows every version of every order, every line as it was first and last, and what is cancelled."""

    broken_down = False

    def prepare(self) -> None:
        self.versions: dict[str, list[Mapping[str, Any]]] = {}
        self.first: dict[str, Line] = {}
        self.latest: dict[str, Line] = {}
        self.brought: dict[str, str] = {}
        self.cancelled: set[str] = set()
        self.known: dict[Any, Any] = {}

    def submitted(self, message: Message) -> None:
        order = message.body["order"]
        if message.kind == "cancel":
            self.cancelled.add(order)
        else:
            self.versions.setdefault(order, []).append(message.body)
        for line in message.body.get("lines", ()):
            self.first.setdefault(line["id"], line)
            self.latest[line["id"]] = line
            if line.get("asset"):
                self.brought.setdefault(line["asset"], line["id"])
        super().submitted(message)

    def recover(self, journal: Iterable[Entry]) -> list[Message]:
        super().recover(journal)
        self.broken_down = True
        self.restarted()
        return self.said_again()

    def restarted(self) -> None:
        """What goes wrong when it has read its journal."""

    def said_again(self) -> list[Message]:
        """What it says once it is there again; the reference says nothing."""
        return []

    def line(self, identity: str | None) -> Line:
        """A line as it was submitted last, by whichever id; an empty one for a line that nobody submitted."""
        return self.latest.get(self.references.for_crm(identity or ""), {})

    def before(self, order: str) -> dict[str, Line]:
        """The lines of the version before the newest, by id."""
        versions = self.versions.get(order, [])
        return {line["id"]: line for line in versions[-2]["lines"]} if len(versions) > 1 else {}

    def above(self, identity: str | None) -> Line:
        """The line that a line is a component of."""
        return self.latest.get(self.line(identity).get("parent") or "", {})

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = self.other_header(super().sales_order(submission))
        return with_each(order, lambda line: self.other_line(order, line))

    def other_header(self, order: dict[str, Any]) -> dict[str, Any]:
        """The order with the header that this layer hands over."""
        return order

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any] | None:
        """A line as this layer hands it over; None where it leaves it out."""
        return line


def dated(line: Line) -> Any:
    """The day of a line or header, under either name."""
    return line.get("requested_delivery") or line.get("due_date")
