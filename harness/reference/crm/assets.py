"""Assets: what customers have, changed by fulfilled lines only."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ordertck.harness.messages import AssetStatus
from ordertck.harness.reference.crm.drafts import CrmLine


@dataclass(frozen=True, slots=True)
class Asset:
    """What a customer has: ``status`` is Active, Suspended or Inactive. No price list is kept (PL-37)."""

    id: str
    account: str
    product: str
    site: str | None
    status: str = AssetStatus.ACTIVE
    attributes: Mapping[str, str] = field(default_factory=dict)


class AssetRegister:
    """The assets by id."""

    def __init__(self) -> None:
        self._assets: dict[str, Asset] = {}

    def get(self, asset: str | None) -> Asset | None:
        """The asset of this id, unless it was disconnected; None where there is none."""
        known = self._assets.get(asset) if asset else None
        return known if known and known.status != AssetStatus.INACTIVE else None

    def of(self, account: str) -> list[Asset]:
        """The assets of an account, disconnected ones among them."""
        return [asset for asset in self._assets.values() if asset.account == account]

    def put(self, asset: Asset) -> None:
        """Keep an asset as it is now."""
        self._assets[asset.id] = asset

    def follow(self, line: CrmLine, account: str) -> None:
        """A line is fulfilled: let the asset follow (AC-01 to AC-08)."""
        known = self.get(line.asset)
        match line.action:
            case "Add":
                self.put(
                    Asset(f"{line.id}-ASSET", account, line.product or "", line.site, attributes=dict(line.attributes))
                )
            case "Move-Add" if known:
                self.put(replace(known, site=line.site))
            case "Update" if known:
                self.put(replace(known, attributes={**known.attributes, **line.attributes}))
            case "Suspend" if known:
                self.put(replace(known, status=AssetStatus.SUSPENDED))
            case "Resume" if known:
                self.put(replace(known, status=AssetStatus.ACTIVE))
            case "Delete" if known:
                self.put(replace(known, status=AssetStatus.INACTIVE))
