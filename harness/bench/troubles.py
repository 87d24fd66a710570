"""Troubles: failures that an order system was told of, each of which somebody has to hear of (PV-15)."""

from collections.abc import Iterator

from ordertck.harness.bench.directory import Directory
from ordertck.harness.messages import Message

# A failure that was told has been passed on by any of these.
_PASSED_ON = ("fallout", "fault", "refusal")


class Troubles:
    """Holds the failures that were told of each line against what the CRM is told of them.

    A line that is known to have failed, and is not mended, has not failed again; one that was mended has. What came of
    a line that nobody wants any more is its own affair.
    """

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._open: dict[tuple[str, str], set[str]] = {}
        self._owed: dict[tuple[str, str], str] = {}
        self.orders: set[str] = set()

    def told(self, message: Message) -> None:
        """The kit sends the order system a message."""
        body = message.body
        about = self._about(message)
        match message.kind:
            case "fault":
                self.orders.add(body["order"])
                if not self._open.get(about):
                    self._owed[about] = body["reason"]
            case "fallout":
                self._open.pop(about, None)
            case "provisioning-update" if body["value"] == "COMPLETE":
                self._open.pop(about, None)

    def heard(self, message: Message) -> None:
        """The order system has sent a message."""
        if message.kind not in _PASSED_ON:
            return
        order, line = about = self._about(message)
        if message.body.get("state") == "resolved":
            self._open.get(about, set()).discard(message.body["incident"])
            return
        self._open.setdefault(about, set()).add(message.body.get("incident") or message.id)
        for owed in list(self._owed):
            if owed == about or (owed[0] == order and "" in (line, owed[1])):
                del self._owed[owed]

    def unheard(self) -> Iterator[tuple[str, str]]:
        """What should have been told of the failures of orders that are still under way, and what was told."""
        for number, line in self._owed:
            order = self._directory.order_by_number(number)
            if order is None or order.status in ("CANCELLED", "COMPLETE"):
                continue
            wanted = {f"{order.name}/{draft.number}" for draft in order.lines}
            if line in wanted or not line:
                where = f"line {line.rpartition('/')[2]} of " if line else ""
                yield f"the CRM told that {where}order {order.name} fell out, as the order system was", "nothing of it"

    def _about(self, message: Message) -> tuple[str, str]:
        line = message.body.get("line")
        return str(message.body.get("order", "")), self._directory.line_key(line) if line else ""
