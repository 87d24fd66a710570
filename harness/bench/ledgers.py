"""The neighbours' ledgers: what billing charges and what provisioning has, by what they were told."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Charge:
    """One thing that is charged, for the line of this key; initiated, active, suspended or stopped."""

    order: str
    line: str
    asset: str
    product: str
    plan: str | None
    state: str
    override: str | None = None


@dataclass(frozen=True, slots=True)
class BillingEntry:
    """One thing that billing was told: for which line, in which phase, to which effect, on which plan."""

    order: str
    line: str
    phase: str
    effect: str
    plan: str | None
    account: str
    requested_delivery: str | None
    price_list: str | None
    override: str | None
    attributes: Mapping[str, str]


@dataclass(slots=True)
class Service:
    """One thing that provisioning has set up, at one site. ``status`` is active or suspended."""

    asset: str
    product: str
    site: str | None
    status: str = "active"
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One line's work that provisioning or billing has taken and not finished."""

    order: str
    line: str
    asset: str
    product: str
    effect: str
    site: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
