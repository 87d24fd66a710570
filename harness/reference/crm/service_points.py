"""Service points: where services are delivered, kept like assets, though nobody bought them."""

from typing import TYPE_CHECKING

from ordertck.harness.messages import DeskShown
from ordertck.harness.reference.crm.assets import Asset
from ordertck.harness.reference.crm.desk import Acts, Views

if TYPE_CHECKING:
    from ordertck.harness.reference.crm.customer_relations import CustomerRelations

PRODUCT = "Service Point"


class ServicePoints:
    """They came by upload from outside; orders name them, and change nothing about them (SP-01)."""

    def __init__(self, crm: "CustomerRelations") -> None:
        self.crm = crm
        for account in crm.accounts.values():
            crm.assets.put(Asset(account["service_point"], account["id"], PRODUCT, account["site"]))

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
        asset = self.crm.assets.get(ref)
        return DeskShown(object="asset", ref=ref, id=ref, fields=self.crm.screens.asset_row(asset)) if asset else None
