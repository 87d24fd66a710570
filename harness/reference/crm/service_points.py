"""Service points: where services are delivered, kept like assets, though nobody bought them."""

from ordertck.harness.messages import DeskShown
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.assets import Asset, AssetRegister
from ordertck.harness.reference.crm.desk import Acts, Views
from ordertck.harness.reference.crm.screens import Screens

PRODUCT = "Service Point"


class ServicePoints(Part):
    """They came by upload from outside; orders name them, and change nothing about them (SP-01)."""

    def __init__(self, shared: Shared, assets: AssetRegister, screens: Screens) -> None:
        self.assets, self.screens = assets, screens
        super().__init__(shared)
        for account in self.accounts.values():
            assets.put(Asset(account["service_point"], account["id"], PRODUCT, account["site"]))

    @property
    def acts(self) -> Acts:
        """Nothing of its own: a line names one in a field."""
        return {}

    @property
    def views(self) -> Views:
        """What users look at."""
        return {"asset": self.shown}

    def shown(self, ref: str) -> DeskShown | None:
        """An asset by its id; a service point is one."""
        asset = self.assets.get(ref)
        return DeskShown(object="asset", ref=ref, id=ref, fields=self.screens.asset_row(asset)) if asset else None
