"""By which numbers and ids an integration layer speaks of orders and lines to the kit's neighbours (FL-08)."""

from collections.abc import Mapping

from ordertck.harness.bench.directory import Directory
from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.oracle.carriage import Pairing

# The neighbours whom a layer may give any number of an order, and any ids of its lines. The CRM has its own.
_FREE = (Edge.BILLING, Edge.PROVISIONING)


class OwnNumbers:
    """Between the kit's parts, which know an order by the CRM's number, and what the layer calls it.

    The order system may be spoken to under its own number. Billing and provisioning answer under the number by which
    they were asked, and learn what the layer calls a line.
    """

    def __init__(self, directory: Directory) -> None:
        self._directory, self._pairing = directory, Pairing()
        self._called: dict[tuple[Edge, str], str] = {}

    def inward(self, message: Message) -> Message:
        """A message as the kit's parts read it: under the CRM's number, where that is known."""
        said = str(message.body.get("order", ""))
        known = self._directory.order_by_number(said) if message.edge in (Edge.OMS, *_FREE) else None
        if known is None:
            return message
        if message.edge in _FREE:
            self._called[message.edge, known.number] = said
            for own, asked in self._pairing.passed_on(message, known.number, self._key):
                if (meant := self._directory.line_by_id(asked)) is not None:
                    self._directory.know_line(*meant, own)
        return message if said == known.number else replace(message, body=_under(known.number, message.body))

    def outward(self, message: Message) -> Message:
        """A message of the kit's as the layer is told it: under the number by which it asked."""
        said = str(message.body.get("order", ""))
        if message.edge is Edge.OMS:
            known = self._directory.order_by_number(said)
            self._pairing.asked(message, known.number if known else said)
        called = self._called.get((message.edge, said))
        return message if called is None else replace(message, body=_under(called, message.body))

    def _key(self, line_id: str) -> str | None:
        return self._directory.line_key(line_id) if self._directory.line_by_id(line_id) else None


def _under(number: str, body: Mapping[str, object]) -> dict[str, object]:
    return {**body, "order": number}
