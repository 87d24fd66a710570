"""Projections: what a customer will have once open orders are carried out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from ordertck.harness.messages import AssetStatus, Status
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.assets import Asset, AssetRegister
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder

_OVER = (Status.COMPLETE, Status.CANCELLED, Status.REFUSED, Status.REJECTED)


@dataclass(frozen=True, slots=True)
class Projected:
    """An asset as it will be; ``order`` and ``line`` are the last ones that make it so, None where none changes it."""

    asset: Asset
    order: CrmOrder | None = None
    line: CrmLine | None = None


class Projections(Part):
    """Works projections out; the assets themselves are not touched (FO-02, FD-05)."""

    def __init__(self, shared: Shared, assets: AssetRegister) -> None:
        self.assets = assets
        self._before: dict[str, dict[str, Projected]] = {}
        super().__init__(shared)

    def of(self, account: str, until: str | None = None, without: str | None = None) -> list[Projected]:
        """What an account will have, by asset; ``until`` a date, and ``without`` one order, where these are given."""
        scratch, latest = AssetRegister(), {}
        for asset in self.assets.of(account):
            scratch.put(asset)
        for order in self.open_orders(account, until, without):
            for line in self.open_lines(order):
                scratch.follow(line, account)
                latest[asset_of(line)] = (order, line)
        known = [asset for asset in scratch.of(account) if asset.status != AssetStatus.INACTIVE]
        return [Projected(asset, *latest.get(asset.id, (None, None))) for asset in known]

    def open_orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
        """The open orders of an account in the order of their dates; undated ones first, else as submitted."""
        found = {}
        for number in dict.fromkeys(order.id for order in self.orders.by_ref.values()):
            current = self.orders.known(number)
            if current is None or current.account != account or current.id == without:
                continue
            if self.is_open(current) and (until is None or instant(current.due_date) <= instant(until)):
                found[current.id] = current
        return sorted(found.values(), key=lambda order: instant(order.due_date))

    def is_open(self, order: CrmOrder) -> bool:
        """Whether an order was submitted and is not finished (TM-01)."""
        return order.submitted and order.status not in _OVER

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        """The lines of an order that will still change something."""
        for line in order.lines.values():
            if line.trackable and line.id not in order.converted:
                yield line

    def behind(self, order: CrmOrder, line: CrmLine) -> Projected | None:
        """The asset that a line is about, as the orders before its own will leave it; None where there is none."""
        return self.before(order).get(line.asset or "")

    def before(self, order: CrmOrder) -> dict[str, Projected]:
        """What the customer will have when an order's turn comes, by asset id."""
        if order.ref not in self._before:
            projected = self.of(order.account or "", order.due_date or self.scenario.now.isoformat(), order.id)
            self._before[order.ref] = {found.asset.id: found for found in projected}
        return self._before[order.ref]

    def forget(self) -> None:
        """Something may have changed: work everything out anew."""
        self._before.clear()

    def refreshed(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        """A line with the rest as it is by now, below the attributes that the user entered (PD-01)."""
        behind = self.behind(order, line) if line.action == "Update" else None
        if behind is None:
            return line
        site = behind.asset.site if line.site else None  # an update moves nothing
        return replace(line, site=site, attributes={**behind.asset.attributes, **line.attributes})


def asset_of(line: CrmLine) -> str:
    """The id of the asset that a line makes or changes."""
    return f"{line.id}-ASSET" if line.action == "Add" else line.asset or ""


def instant(due_date: str | None) -> float:
    """When a due date is, in seconds, whichever zone it is written in; without one it is before every other."""
    return datetime.fromisoformat(due_date).timestamp() if due_date else float("-inf")
