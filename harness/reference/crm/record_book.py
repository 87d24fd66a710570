"""The record book: what the CRM holds of accounts, tickets, numbers, products, and what it could send of each."""

from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.assets import AssetRegister
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.records import Key, Record
from ordertck.harness.reference.crm.screens import Screens

Content = tuple[dict[str, str], tuple[Fields, ...]]


class RecordBook(Part):
    """The records by object and id. Orders and service profiles are no records of their own, yet have content."""

    def __init__(self, shared: Shared, screens: Screens, assets: AssetRegister) -> None:
        self.screens, self.assets = screens, assets
        self.records: dict[Key, Record] = {}
        super().__init__(shared)

    def record(self, kind: str, identity: str, account: str | None) -> Record:
        """The record of this id, made where there is none; an account's own fields are what is kept of it."""
        record = self.records.get((kind, identity))
        if record is None:
            record = self.records[kind, identity] = Record(kind, identity, account)
            if kind == "account":
                default = {"id": identity, "price_list": self.catalogue.account_price_list}
                record.fields = self.accounts.setdefault(identity, default)
                record.account = identity
        return record

    def of(self, kind: str, account: str) -> list[Record]:
        """The records of a kind that belong to an account."""
        return [record for record in self.records.values() if (record.object, record.account) == (kind, account)]

    def content(self, key: Key) -> Content | None:
        """What the CRM has of a record: fields and rows; None where it has none."""
        kind, identity = key
        if kind == "service profile":
            return ({}, self.profile(identity)) if identity in self.accounts else None
        if kind == "sales order":
            order = self.orders.known(identity)
            if order is None:
                return None
            shown = self.screens.order(order)
            return dict(shown.fields), shown.rows
        if kind == "account":
            fields = self.accounts.get(identity)
            return (dict(fields), ()) if fields is not None else None
        known = self.records.get(key)
        return (dict(known.fields), ()) if known is not None else None

    def profile(self, account: str) -> tuple[Fields, ...]:
        """A service profile: what the installed-assets view shows (WF-06)."""
        return tuple(map(self.screens.asset_row, self.assets.of(account)))

    def account_of(self, key: Key) -> str | None:
        """Whose record it is."""
        if key[0] in ("account", "service profile"):
            return key[1]
        if key[0] == "sales order":
            order = self.orders.known(key[1])
            return order.account if order is not None else None
        known = self.records.get(key)
        return known.account if known is not None else None
