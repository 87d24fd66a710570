"""What the parts of order management share: the catalogue, the settings, the clock, the orders, the assets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import WorkUpdate
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment
from ordertck.harness.reference.oms.installed_base import InstalledBase


@dataclass(slots=True)
class Clock:
    """What time it is; the clock moves when the bench says so."""

    now: datetime


@dataclass(slots=True)
class OrderBook:
    """The orders that were taken in, by number; ``open_lines`` are the lines not yet complete, with their order."""

    orders: dict[str, Fulfilment] = field(default_factory=dict)
    open_lines: dict[str, Fulfilment] = field(default_factory=dict)

    def find(self, report: WorkUpdate) -> tuple[Fulfilment | None, LineFulfilment | None]:
        """Order and line that a report is about; None where they are unknown here."""
        fulfilment = self.orders.get(report.order)
        return fulfilment, fulfilment.lines.get(report.line) if fulfilment else None


@dataclass(frozen=True, slots=True)
class Shared:
    """What every part has at hand. ``settings`` are the scenario's: the capacity, and the switches by name."""

    catalogue: Catalogue
    settings: Mapping[str, Any]
    clock: Clock
    book: OrderBook = field(default_factory=OrderBook)
    installed: InstalledBase = field(default_factory=InstalledBase)


class Part:
    """A part of order management; besides what all share it knows the parts that it is given, and no others."""

    def __init__(self, shared: Shared) -> None:
        self.catalogue, self.settings, self.clock = shared.catalogue, shared.settings, shared.clock
        self.book, self.installed = shared.book, shared.installed
        self.prepare()

    def prepare(self) -> None:
        """Make what the part keeps for itself; most parts keep nothing."""
