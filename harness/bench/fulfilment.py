"""How orders get on: brought about and asked for at the order system, whether the kit plays it or it is under test."""

from abc import ABC, abstractmethod

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.exchange import Exchange
from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.parts.crm import Crm
from ordertck.harness.bench.parts.order_system import KitOrderSystem
from ordertck.harness.bench.parts.provisioning import Provisioning
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Edge, LineUpdate, OrderQuery, OrderSnapshot, Status


class Fulfilment(ABC):
    """What steps want of an order without saying who does it."""

    def __init__(self, exchange: Exchange, crm: Crm) -> None:
        self._exchange, self._crm = exchange, crm

    def comes_to(self, order: Order, status: str) -> bool:
        """Whether an order comes to this status: as told to the CRM, or as shown when asked."""
        if not self._crm.open_book:
            return self._exchange.comes(lambda: self.status_of(order) == status)
        self._exchange.comes(lambda: order.status == status or order.stuck)
        return order.status == status or self.status_of(order) == status

    def require_complete(self, order: Order) -> None:
        """Wait until an order is complete. Raises ``Breach`` where it does not come to that."""
        if not self.comes_to(order, Status.COMPLETE):
            told = "it was refused" if order.refusals else "it fell out" if order.fallouts else order.status
            raise Breach(f"order {order.name} complete", told or "no update")

    def fulfil(self, order: Order) -> None:
        """Have an order fulfilled. Raises ``Breach`` where it does not become complete."""
        self._complete(order)
        self._crm.learn_assets(order)

    @abstractmethod
    def status_of(self, order: Order) -> str:
        """How an order stands, as who knows it best says."""

    @abstractmethod
    def begin(self, order: Order) -> None:
        """Wait until an order that was submitted is in progress. Raises ``Breach`` where it does not come to that."""

    @abstractmethod
    def reach(self, order: Order, line: str, milestone: str | None) -> None:
        """Have a line of an order in progress reach a milestone; None leaves it as it is."""

    @abstractmethod
    def _complete(self, order: Order) -> None:
        """Have the order completed."""


class FulfilmentUnderTest(Fulfilment):
    """The order system under test fulfils orders; that its work goes on is up to the kit's provisioning."""

    def __init__(self, exchange: Exchange, channel: Channel, crm: Crm, provisioning: Provisioning) -> None:
        super().__init__(exchange, crm)
        self._channel, self._provisioning = channel, provisioning

    def status_of(self, order: Order) -> str:
        """As the order system says when it is asked; the CRM takes note of it too."""
        query = OrderQuery(order=order.number)
        answer = self._channel.ask("order-query", Edge.OMS, query, order.number, answer="order-snapshot")
        return answer.read(OrderSnapshot).status

    def begin(self, order: Order) -> None:
        """The work on it is held at provisioning."""
        self._exchange.eventually(
            lambda: self._provisioning.holding(order.number),
            f"work on {order.name} at provisioning",
            lambda: "none",
        )
        self._exchange.settled()

    def reach(self, order: Order, line: str, milestone: str | None) -> None:
        """Provisioning reports it."""
        if milestone is not None:
            self._provisioning.reach(order.number, f"{order.name}/{line}", milestone)

    def _complete(self, order: Order) -> None:
        self.require_complete(order)


class FulfilmentPlayed(Fulfilment):
    """The kit's order system reports what a step wants, as soon as the order has come."""

    def __init__(self, exchange: Exchange, crm: Crm, order_system: KitOrderSystem) -> None:
        super().__init__(exchange, crm)
        self._order_system = order_system

    def status_of(self, order: Order) -> str:
        """As the CRM has it."""
        return self._crm.status_of(order)

    def begin(self, order: Order) -> None:
        """The CRM's side is told so."""
        self._arrive(order)
        self._order_system.report(order.number, Status.IN_PROGRESS)
        self._exchange.settled()

    def reach(self, order: Order, line: str, milestone: str | None) -> None:
        """The CRM's side is told so."""
        passed = {line: LineUpdate(line="", status=Status.IN_PROGRESS, milestone=milestone)}
        self._order_system.report(order.number, Status.IN_PROGRESS, passed)

    def _complete(self, order: Order) -> None:
        self._arrive(order)
        self._order_system.report(order.number, Status.COMPLETE)
        if self._crm.open_book:
            self.require_complete(order)

    def _arrive(self, order: Order) -> None:
        self._exchange.eventually(
            lambda: bool(self._order_system.versions(order.number)),
            f"order {order.name} at the order system",
            lambda: "it never came",
        )
