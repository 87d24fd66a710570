"""The timing of orders: that nothing is begun before its date has come, or before its base line is complete."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.parts.billing import Billing
from ordertck.harness.bench.parts.provisioning import Provisioning
from ordertck.harness.messages import Message
from ordertck.harness.reading import instant_in


class Timing:
    """Knows every version of an order that was sent, and looks at the first work on each line.

    Which version a system works on is for the examples to say: what no version permits is wrong whichever that is.
    """

    def __init__(
        self,
        directory: Directory,
        billing: Billing,
        provisioning: Provisioning,
        switches: Mapping[str, str],
        now: Callable[[], datetime],
    ) -> None:
        self._directory, self._billing, self._provisioning = directory, billing, provisioning
        self._switches, self._now = switches, now
        self._headers: dict[str, list[Mapping[str, Any]]] = {}
        self._lines: dict[str, list[tuple[Mapping[str, Any], Mapping[str, Any]]]] = {}
        self._begun: set[str] = set()
        self._first: list[str] = []

    def told(self, message: Message) -> None:
        """A version of an order is sent to the order system."""
        if message.kind == "sales-order":
            self._headers.setdefault(message.body["order"], []).append(message.body)
            for line in message.body.get("lines", ()):
                if line["id"] not in self._lines:
                    self._first.append(line["id"])
                self._lines.setdefault(line["id"], []).append((line, message.body))

    def begun(self, line: str) -> Iterator[tuple[str, str]]:
        """What should have come before the first work on a line, and has not."""
        if line in self._begun or line not in self._lines:
            return
        self._begun.add(line)
        named = self._named(line)
        dates = list(self._dates(line))
        known = [date for date in dates if date is not None]
        if len(known) == len(dates) and self._switches["start_rule"] == "at-date" and min(known) > self._now():
            yield f"no work on {named} before {min(known).isoformat()}", f"work on it at {self._now().isoformat()}"
        bases = {said.get("base_line") for said, _ in self._lines[line]}
        base = bases.pop() if len(bases) == 1 else None
        if base and self._is_open_before(base, line):
            yield f"no work on {named} before {self._named(base)} is complete", "work on it"

    def _dates(self, line: str) -> Iterator[datetime | None]:
        """The dates that any version gives a line; its own goes before the header's where that is declared (A-12).

        A header's date may be that of a version from before the line was there: a new one is too late for an order
        that has begun (DD-04).
        """
        for said, header in self._lines[line]:
            own = said.get("requested_delivery") if self._switches["line_dates"] == "on" else None
            headers = [version.get("requested_delivery") for version in self._headers[header["order"]]]
            for date in [own] if own else headers:
                yield instant_in(date) if date else None

    def _is_open_before(self, base: str, line: str) -> bool:
        """Whether a base line was sent before the line that builds on it, and a neighbour has yet to do it."""
        if self._switches["early_follow_on"] != "wait" or base not in self._first:
            return False
        key = self._directory.line_key(base)
        under_way = self._provisioning.unfinished(key) or self._billing.unfinished(key)
        return self._first.index(base) < self._first.index(line) and under_way

    def _named(self, line: str) -> str:
        known = self._directory.line_by_id(line)
        return f"line {known[1].number} of order {known[0].name}" if known else line
