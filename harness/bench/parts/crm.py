"""What users do with orders in a CRM, whether the kit plays it or it is under test."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any, ClassVar

from ordertck.harness.bench.calendar import instant
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.orders import DraftLine, Order, draft_lines
from ordertck.harness.messages import AssetStatus, is_inactive

Table = list[list[str]]


@dataclass(slots=True)
class Asset:
    """What a customer has: ``status`` is Active, Suspended or Inactive."""

    id: str
    account: str | None
    product: str
    site: str | None = None
    status: str = AssetStatus.ACTIVE
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def there(self) -> bool:
        """Whether it is shown as something that the customer has, not as disconnected."""
        return not is_inactive(self.status)


class Crm(ABC):
    """The acts that steps have users do; below it the CRM that the kit plays, and the desk of one under test.

    ``open_book`` says that its records can be read at any time; a CRM under test has to be asked.
    """

    open_book: ClassVar[bool]
    _header_price_list: str | None = None

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    # Acts that are made of others

    def new_order(self, name: str, table: Table | None = None, **header: Any) -> Order:
        """A fresh order under the feature's name; with a table its lines are entered, without one nothing is."""
        order = self._directory.new_order(name, **{"price_list": self._header_price_list} | header)
        if table is not None:
            self.draft(order, table)
        return order

    def small_order(
        self, name: str, priority: str | None, due_date: str | None = None, depends_on: str | None = None
    ) -> Order:
        """An order of one usual product, submitted; a priority in digits is put on the queue as it stands."""
        named = priority if priority and not priority.lstrip("-").isdigit() else None
        order = self.new_order(name, priority=named, due_date=due_date)
        order.transport_priority = int(priority) if priority and named is None else None
        self.draft(
            order,
            [["line", "product", "depends on"], ["1", self._directory.catalogue.usual_product, depends_on or ""]],
        )
        self.submit(order)
        return order

    def draft(self, order: Order, table: Table) -> None:
        """Give an order the lines of a table and enter it.

        Lines keep their ids by number; a line on an asset is about the asset's product.
        """
        known = {line.number: line.id for line in order.lines}
        order.lines = draft_lines(table)
        for line in order.lines:
            line.id = known.get(line.number, "")
            line.service_point = self._directory.service_point(line.service_point) if line.service_point else None
            line.due_date = instant(line.due_date, self._directory.began).isoformat() if line.due_date else None
        if "price list" not in table[0]:
            self._choose_price_lists(order.lines)
        if "product" not in table[0]:
            drafted = (line for other in self._directory.orders.values() for line in other.lines)
            products = {line.asset: line.product for line in drafted if line.product}
            for line in order.lines:
                if line.asset and not line.product:
                    line.product = products.get(line.asset, self._directory.catalogue.usual_product)
        self.enter(order)

    def supplement(self, order: Order) -> None:
        """A user begins a newer version of an order that was submitted; what is refused from now on concerns that."""
        order.objections_before = order.objections
        order.revision += 1
        self._begin_supplemental(order)

    def revise(self, order: Order, table: Table | None = None) -> None:
        """Enter and submit a newer version of an order, with the lines of a table or those that it has."""
        self.supplement(order)
        if table is None:
            self.enter(order)
        else:
            self.draft(order, [*table, *self._withdrawn(order, table)])
        if not self._gives_up(order):
            self.submit(order)

    def _gives_up(self, order: Order) -> bool:  # noqa: ARG002 - whoever is let change everything goes on
        """Whether the user goes no further with a newer version of an order."""
        return False

    # Acts that each CRM has its own way of

    @abstractmethod
    def enter(self, order: Order) -> None:
        """A user enters the order as it is drafted, and saves it; nothing is sent."""

    @abstractmethod
    def submit(self, order: Order) -> None:
        """A user submits the order."""

    @abstractmethod
    def begin_revision(self, order: Order) -> None:
        """A user begins another revision of an order that is not submitted yet."""

    @abstractmethod
    def status_of(self, order: Order) -> str:
        """How the CRM says that an order stands; UNKNOWN where it says nothing."""

    @abstractmethod
    def assets(self, account: str) -> list[Asset]:
        """The assets of an account."""

    @abstractmethod
    def learn_assets(self, order: Order) -> None:
        """Learn under which ids the CRM keeps the assets that an order was to bring."""

    @abstractmethod
    def restore(self) -> None:
        """Put back what an example set for every order to come."""

    @abstractmethod
    def _begin_supplemental(self, order: Order) -> None:
        """Begin another version of an order that was submitted."""

    @abstractmethod
    def _choose_price_lists(self, lines: list[DraftLine]) -> None:
        """Name price lists on lines of which the feature says nothing."""

    @abstractmethod
    def _withdrawn(self, order: Order, table: Table) -> Table:
        """The rows of the lines that a table leaves out, where the CRM's users have to write them."""
