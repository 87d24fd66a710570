"""Numbers and ids by which an integration layer may speak of orders and lines; each is a mixin, they combine."""

from collections.abc import Callable, Mapping
from typing import Any

from ordertck.harness.messages import Body, Edge, Message, as_body, replace
from ordertck.harness.proof.registry import style
from ordertck.harness.reference.integration import Integration

_WORKERS = (Edge.BILLING, Edge.PROVISIONING)
_CALLS = ("billing-order", "provisioning-order")


def _ids(body: Mapping[str, Any], of: Callable[[str], str]) -> dict[str, Any]:
    """A body with other ids of lines."""
    shape = {**body, "line": of(body["line"])} if body.get("line") else dict(body)
    if "lines" in shape:
        shape["lines"] = [
            {**line, **{name: of(line[name]) for name in ("line", "parent") if line.get(name)}}
            for line in shape["lines"]
        ]
    return shape


class _UsesTheOrderSystemsNumber(Integration):
    """Calls an order by the order system's own number where ``calls_so`` says so."""

    def calls_so(self, kind: str, edge: Edge) -> bool:
        """Whether what is said of an order bears the order system's number."""
        raise NotImplementedError

    def tell(
        self, kind: str, edge: Edge, body: Body | Mapping[str, Any], about: str, priority: int | None = None
    ) -> None:
        shape = dict(body) if isinstance(body, Mapping) else as_body(body)
        if self.calls_so(kind, edge):
            own = {number: its for its, number in self.numbers.items()}
            shape["order"] = own.get(shape["order"], shape["order"])
        super().tell(kind, edge, shape, about, priority)


@style("integration", of="the number before the order system")
class TellsTheOrderSystemItsOwnNumber(_UsesTheOrderSystemsNumber):
    """Brings the order system its news under the number by which that keeps the order."""

    def calls_so(self, kind: str, edge: Edge) -> bool:
        return edge is Edge.OMS and kind != "sales-order"


@style("integration", of="the number before billing and provisioning")
class AsksUnderTheOrderSystemsNumber(_UsesTheOrderSystemsNumber):
    """Asks billing and provisioning under the number by which the order system keeps the order."""

    def calls_so(self, kind: str, edge: Edge) -> bool:
        return edge in _WORKERS


@style("integration", of="ids before billing and provisioning")
class KnowsLinesByIdsOfItsOwn(Integration):
    """Speaks of a line to billing and to provisioning by an id of its own for each of them."""

    def handle(self, message: Message) -> list[Message]:
        if message.edge in _WORKERS:
            message = replace(message, body=_ids(message.body, lambda known: known.removeprefix(f"{message.edge}:")))
        return super().handle(message)

    def tell(
        self, kind: str, edge: Edge, body: Body | Mapping[str, Any], about: str, priority: int | None = None
    ) -> None:
        shape = dict(body) if isinstance(body, Mapping) else as_body(body)
        if kind in _CALLS and edge in _WORKERS:
            shape = _ids(shape, lambda own: f"{edge}:{own}" if own in self.orders_of_lines else own)
        super().tell(kind, edge, shape, about, priority)


@style("integration", of="the number before billing and provisioning")
class AsksBillingUnderItsOwnNumber(Integration):
    """Asks billing under the number that billing gave the order in its receipt."""

    def tell(
        self, kind: str, edge: Edge, body: Body | Mapping[str, Any], about: str, priority: int | None = None
    ) -> None:
        shape = dict(body) if isinstance(body, Mapping) else as_body(body)
        if edge is Edge.BILLING:
            shape["order"] = self.orders_at_billing.get(shape["order"], shape["order"])
        super().tell(kind, edge, shape, about, priority)

    def prepare(self) -> None:
        super().prepare()
        self.orders_at_billing: dict[str, str] = {}

    def kept_by_billing(self, receipt: Mapping[str, Any]) -> None:
        super().kept_by_billing(receipt)
        number = self.numbers.get(receipt["order"], receipt["order"])
        self.numbers[receipt["id"]], self.orders_at_billing[number] = number, receipt["id"]
