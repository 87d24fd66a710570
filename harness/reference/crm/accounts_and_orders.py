"""What the parts of the CRM share: catalogue, settings, accounts, orders."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Status
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.crm.desk import Acts, Views
from ordertck.harness.reference.crm.drafts import CrmOrder, Refused

# What a version comes to that leaves the one before it as it is.
_DOES_NOT_COUNT = (Status.REFUSED, Status.REJECTED, Status.AWAITING_APPROVAL)


@dataclass(slots=True)
class OrderBook:
    """Orders, quotes and opportunities by the desk's ref, every version of an order by itself.

    ``begun`` counts them, versions left out, with those that are gone.
    """

    by_ref: dict[str, CrmOrder] = field(default_factory=dict)
    begun: int = 0

    def order(self, ref: str) -> CrmOrder:
        """The order that the desk calls so. Raises ``Refused`` where there is none."""
        if ref not in self.by_ref:
            raise Refused("there is no such order")
        return self.by_ref[ref]

    def known(self, number: str) -> CrmOrder | None:
        """The version of the order of this number that counts: the latest that went on and was not refused."""
        versions = self.versions(number)
        submitted = [order for order in versions if order.submitted]
        counting = [order for order in submitted if order.status not in _DOES_NOT_COUNT]
        return max(counting or submitted or versions, key=lambda order: order.revision, default=None)

    def versions(self, number: str) -> list[CrmOrder]:
        """Every version of the order of this number, whatever became of it."""
        return [order for order in self.by_ref.values() if order.id == number]


@dataclass(frozen=True, slots=True)
class Shared:
    """What every part has at hand. ``settings`` are the switches by name; ``trackable`` is by product."""

    catalogue: Catalogue
    scenario: ScenarioContext
    accounts: dict[str, dict[str, str]]
    trackable: dict[str, bool]
    orders: OrderBook = field(default_factory=OrderBook)

    @property
    def settings(self) -> Mapping[str, Any]:
        """The scenario's settings."""
        return self.scenario.settings


class Part:
    """A part of the CRM; besides what all share it knows the parts that it is given, and no others."""

    def __init__(self, shared: Shared) -> None:
        self.catalogue, self.scenario, self.settings = shared.catalogue, shared.scenario, shared.settings
        self.accounts, self.trackable, self.orders = shared.accounts, shared.trackable, shared.orders
        self.prepare()

    def prepare(self) -> None:
        """Make what the part keeps for itself; most parts keep nothing."""


class DeskPart(Protocol):
    """A part that users have to do with."""

    @property
    def acts(self) -> Acts:
        """What users do, by verb and object."""

    @property
    def views(self) -> Views:
        """What users look at, by object."""
