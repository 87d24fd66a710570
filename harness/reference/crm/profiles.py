"""Service profiles: the installed assets, phone numbers among them, as users and back offices change them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ordertck.harness.messages import AssetStatus
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.assets import Asset, AssetRegister
from ordertck.harness.reference.crm.records import Record

_OWN = frozenset({"id", "account", "product", "site", "status"})


class Profiles(Part):
    """Keeps everything as assets (WF-24); ``outside`` knows an asset by its account and what others call it."""

    def __init__(self, shared: Shared, assets: AssetRegister) -> None:
        self.assets = assets
        self.outside: dict[tuple[str, str], str] = {}
        super().__init__(shared)

    def of(self, account: str) -> list[Asset]:
        """What the service profile of an account is built from: its assets as they are (AS-04)."""
        return self.assets.of(account)

    def upsert(self, account: str, name: str, fields: Mapping[str, str]) -> Asset:
        """Change the asset that goes by a name, or make it."""
        identity = self.outside.get((account, name), name)
        known = self.assets.get(identity)
        if known is None:
            identity = self.outside[account, name] = f"{self.scenario.id}-ASSET-{len(self.outside) + 1}"
            known = Asset(identity, account, fields.get("product", ""), None)
        changed = replace(
            known,
            product=fields.get("product", known.product),
            site=fields.get("site", known.site),
            status=fields.get("status", known.status),
            attributes={**known.attributes, **{k: v for k, v in fields.items() if k not in _OWN}},
        )
        self.assets.put(changed)
        return changed

    def keep_number(self, number: Record) -> None:
        """A phone number is an asset like any other (WF-24); it is text, so that no zero and no plus is lost."""
        account = number.account or ""
        for asset in self.assets.of(account):
            if self.is_number(asset, number.id):
                self.outside.setdefault((account, number.id), asset.id)
        self.upsert(account, number.id, {"product": self.catalogue.phone_number, "number": number.id, **number.fields})

    def is_number(self, asset: Asset, number: str) -> bool:
        """Whether an asset is this phone number, also one that an order brought (WF-22)."""
        return (asset.product, asset.attributes.get("number")) == (
            self.catalogue.phone_number,
            number,
        ) and asset.status != AssetStatus.INACTIVE

    def receive(self, account: str, rows: Iterable[Mapping[str, str]]) -> None:
        """A back office says what a customer has: new assets come, known ones change (WF-08)."""
        for row in rows:
            self.upsert(account, row.get("id", ""), row)
