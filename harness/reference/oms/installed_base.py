"""The installed base: what the order system knows of the assets that completed orders left behind."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ordertck.harness.messages import AssetStatus, OrderLine, replace


@dataclass(frozen=True, slots=True)
class Installed:
    """One asset. ``status`` is Active or Suspended; a disconnected asset is no longer installed."""

    asset: str
    product: str
    site: str | None
    price_list: str | None
    status: str = AssetStatus.ACTIVE
    attributes: Mapping[str, str] = field(default_factory=dict)
    service_point: str | None = None
    override: str | None = None


class InstalledBase:
    """The assets by id, changed by completed lines only."""

    def __init__(self) -> None:
        self.assets: dict[str, Installed] = {}

    def get(self, asset: str | None) -> Installed | None:
        """The asset of this id; None where there is none."""
        return self.assets.get(asset) if asset else None

    def fill_in(self, asset: str, assigned: Mapping[str, str]) -> None:
        """What provisioning has assigned to an asset stands, whatever was done of it (UF-07)."""
        if assigned and (known := self.assets.get(asset)) is not None:
            self.assets[asset] = replace(known, attributes={**known.attributes, **assigned})

    def complete(self, line: OrderLine, asset: str, price_list: str | None) -> None:
        """A line is complete: let the asset follow (AC-01 to AC-08)."""
        known = self.assets.get(asset)
        match line.action:
            case "Add":
                sold = Installed(asset, line.product or "", line.site, price_list, override=line.override)
                self.assets[asset] = replace(sold, attributes=dict(line.attributes), service_point=line.service_point)
            case "Move-Add" if known:
                self.assets[asset] = replace(known, site=line.site, service_point=line.service_point)
            case "Update" if known:
                self.assets[asset] = replace(
                    known,
                    site=line.site or known.site,
                    service_point=line.service_point or known.service_point,
                    price_list=price_list or known.price_list,
                    override=line.override or known.override,
                    attributes={**known.attributes, **line.attributes},
                )
            case "Suspend" if known:
                self.assets[asset] = replace(known, status=AssetStatus.SUSPENDED)
            case "Resume" if known:
                self.assets[asset] = replace(known, status=AssetStatus.ACTIVE)
            case "Delete":
                self.assets.pop(asset, None)
