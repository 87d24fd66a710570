"""What order management wants of a service order management: worked out from what it sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ordertck.harness.messages import Message
from ordertck.harness.oracle import ledgers

# What is expected of an asset, by site; None where no site is named.
Sites = dict[str | None, "Wanted"]


@dataclass(slots=True)
class Wanted:
    """A line as it is wanted now; ``effect`` is what it was ordered for at first."""

    order: str
    asset: str
    effect: str
    site: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    is_wanted: bool = True
    parent: str | None = None

    @property
    def quantity(self) -> int:
        """How many of the product are wanted."""
        return ledgers.quantity(self.attributes)

    @property
    def setting(self) -> dict[str, str]:
        """How they are to be set up."""
        return ledgers.setting(self.attributes)


class Demand:
    """The lines of all provisioning orders, each as it is wanted now; a redelivery changes nothing.

    ``cancelled`` are the orders that were cancelled, ``doubtful`` those that rest, and those of which a fault says that
    nothing can be done about them any more; ``open_faults`` the lines that failed and were not mended. ``unread`` says
    that nobody reads the queue in the end.
    """

    def __init__(self, told: Iterable[Message], heard: Iterable[Message]) -> None:
        self.lines: dict[str, Wanted] = {}
        self.cancelled: set[str] = set()
        self.unread = False
        self._resting: set[str] = set()
        for message in {m.id: m for m in told}.values():
            self._told(message)
        faults, mended = self._failures(heard)
        self.open_faults = {line for incident, (_, line) in faults.items() if line and incident not in mended}
        self.doubtful = (self._resting - self.cancelled) | {order for order, line in faults.values() if line is None}

    def is_stuck(self, line: str) -> bool:
        """Whether a line, or a component of it, failed and was not mended; a bundle may wait for its components."""
        below = [key for key, wanted in self.lines.items() if wanted.parent == line]
        return line in self.open_faults or any(map(self.is_stuck, below))

    def orders_by_asset(self) -> dict[str, set[str]]:
        """The orders that are about each asset."""
        orders: dict[str, set[str]] = {}
        for wanted in self.lines.values():
            orders.setdefault(wanted.asset, set()).add(wanted.order)
        return orders

    def standing(self, asset: str) -> Sites | None:
        """What is to stand of an asset in the end, by site; None where that cannot be said.

        How a service rests that is suspended is nobody's business, and what comes of a failure is not settled.
        """
        sites: Sites = {}
        for line, wanted in self.lines.items():
            if wanted.asset != asset:
                continue
            if line in self.open_faults or wanted.effect == "suspend":
                return None
            if wanted.order not in self.cancelled and wanted.is_wanted:
                self._apply(sites, wanted)
        return sites

    def _apply(self, sites: Sites, wanted: Wanted) -> None:
        site = wanted.site if wanted.site in sites or wanted.effect == "add" else next(iter(sites), wanted.site)
        if wanted.effect == "remove":
            sites.pop(site, None)
            return
        before = sites[site].attributes if site in sites else {}
        sites[site] = Wanted(wanted.order, wanted.asset, "add", site, {**before, **wanted.attributes})

    def _told(self, message: Message) -> None:
        match message.kind:
            case "provisioning-order":
                for line in message.body["lines"]:
                    self._line(message.body["order"], line)
            case "cancel":
                self.cancelled.add(message.body["order"])
            case "suspend":
                self._resting.add(message.body["order"])
            case "resume":
                self._resting.discard(message.body["order"])
            case "stop" | "start":
                self.unread = message.kind == "stop"

    def _line(self, order: str, line: Mapping[str, Any]) -> None:
        """A line that is known is revised: taken out, put back, or wanted differently."""
        known = self.lines.get(line["line"])
        effect = known.effect if known else line["effect"]
        gone = known is not None and line["effect"] == "remove"
        said = known.attributes if known and gone else line.get("attributes", {})
        asset = line.get("asset") or line["line"]
        self.lines[line["line"]] = Wanted(order, asset, effect, line.get("site"), said, not gone, line.get("parent"))

    def _failures(self, heard: Iterable[Message]) -> tuple[dict[str, tuple[str, str | None]], set[str]]:
        faults: dict[str, tuple[str, str | None]] = {}
        mended: set[str] = set()
        for message in heard:
            if message.kind == "fault":
                faults[message.body["incident"]] = (message.body["order"], message.body.get("line"))
                mended.discard(message.body["incident"])
            elif message.kind == "fallout" and message.body["state"] == "resolved":
                mended.add(message.body["incident"])
        return faults, mended
