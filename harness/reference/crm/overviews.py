"""Overviews: what an account has, is known by, and will have."""

from ordertck.harness.messages import DeskShown
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.assets import Asset, AssetRegister
from ordertck.harness.reference.crm.desk import Acts, Fields, Views
from ordertck.harness.reference.crm.profiles import Profiles
from ordertck.harness.reference.crm.projections import Projections
from ordertck.harness.reference.crm.screens import Screens


class Overviews(Part):
    """The installed assets, the service profile and the projection of an account."""

    def __init__(
        self, shared: Shared, screens: Screens, assets: AssetRegister, profiles: Profiles, projections: Projections
    ) -> None:
        self.screens, self.assets, self.profiles, self.projections = screens, assets, profiles, projections
        super().__init__(shared)

    @property
    def acts(self) -> Acts:
        """Nothing: an overview is looked at."""
        return {}

    @property
    def views(self) -> Views:
        """What users look at."""
        return {"assets": self.see_assets, "profile": self.see_profile, "projection": self.see_projection}

    def see_assets(self, account: str) -> DeskShown | None:
        """The assets of an account (AS-03)."""
        return self.shown("assets", account, [self.screens.asset_row(asset) for asset in self.listed(account)])

    def listed(self, account: str) -> list[Asset]:
        """The assets that are listed for an account."""
        return self.assets.of(account)

    def see_profile(self, account: str) -> DeskShown | None:
        """The service profile of an account."""
        return self.shown("profile", account, [self.screens.asset_row(asset) for asset in self.profiles.of(account)])

    def see_projection(self, account: str) -> DeskShown | None:
        """The assets of an account as its open orders will leave them (FO-02, FD-05)."""
        projected = self.projections.of(account)
        return self.shown("projection", account, [self.screens.projected_row(found) for found in projected])

    def shown(self, what: str, account: str, rows: list[Fields]) -> DeskShown | None:
        """One overview; None where there is no such account."""
        return DeskShown(object=what, ref=account, id=account, rows=tuple(rows)) if account in self.accounts else None
