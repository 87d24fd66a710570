"""Records: what the features call accounts, tickets, alerts and so on, and under which ids they go."""

from collections.abc import Callable
from dataclasses import dataclass

from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.orders import Order

# What the desk calls an object, where a single record of it is filled in or looked at.
AT_THE_DESK = {
    "account": "account",
    "sales order": "order",
    "work order": "work-order",
    "trouble ticket": "ticket",
    "phone number": "phone",
    "asset": "asset",
    "product": "product",
    "pricing rule": "pricing-rule",
}
# Which list of an account's the desk shows them in.
LISTS = {"trouble ticket": "tickets", "fraud alert": "fraud-alerts", "credit alert": "credit-alerts"}
_NOBODYS = frozenset({"product", "pricing rule"})
# What goes by one of its fields, everywhere.
NAMED_BY = {"phone number": "number", "asset": "name"}


@dataclass(slots=True)
class Record:
    """One record: ``ref`` is what the kit calls it at the desk, ``id`` how it goes between CRM and back office.

    ``also`` is an id of the CRM's own for what goes by one of its fields; the CRM may send it under that.
    """

    object: str
    name: str
    ref: str
    id: str
    account: str | None
    also: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Object and id."""
        return self.object, self.id

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Object and id, for each id under which the CRM may send it."""
        return (self.key,) if self.also is None else (self.key, (self.object, self.also))


class Records:
    """The records that an example mentions, by object and name; ``ref_of`` is what the desk calls an order."""

    def __init__(self, directory: Directory, ref_of: Callable[[Order], str] | None = None) -> None:
        self._directory, self._ref_of = directory, ref_of
        self._known: dict[tuple[str, str], Record] = {}
        self._kept: set[tuple[str, str]] = set()

    @property
    def mentioned(self) -> list[Record]:
        """The records that an example mentions, as they were mentioned."""
        return list(self._known.values())

    def named(self, kind: str, name: str) -> Record:
        """The record of this name; the first mention makes it."""
        record = self._known.get((kind, name)) or self._first(kind, name)
        if kind == "sales order" and name in self._directory.orders:
            record.id = self._directory.orders[name].number
        return record

    def learn(self, record: Record, shown: str | None) -> None:
        """The desk has shown under which id the CRM keeps a record that a user entered."""
        if shown is not None and record.object in NAMED_BY:
            record.also = shown
        elif shown is not None and record.object not in _NOBODYS:
            record.id = shown
            if record.object == "account":
                record.account = shown
            self._directory.know_record(shown)

    def keep(self, record: Record) -> None:
        """A record is there from now on: a user has saved it, or a back office has it."""
        self._kept |= {*record.keys, (record.object, record.ref)}

    def standing(self, key: tuple[str, str]) -> bool | None:
        """Whether there is a record of this object and id; None for one that the kit has never heard of."""
        kind, identity = key
        if kind in ("account", "service profile") and identity in self._directory.accounts:
            return True
        if kind == "sales order" and self._directory.order_by_number(identity) is not None:
            return True
        mentioned = [r for (k, _), r in self._known.items() if k == kind and identity in (r.id, r.ref, r.also)]
        return key in self._kept if mentioned else None

    def _first(self, kind: str, name: str) -> Record:
        directory = self._directory
        fresh = directory.identity(name)
        account: str | None = directory.account("Customer")
        ref = identity = fresh
        if kind in ("account", "service profile"):
            is_on_file = name in {entry["role"] for entry in directory.catalogue.accounts}
            ref = identity = account = directory.account(name) if is_on_file else fresh
        elif kind in NAMED_BY:
            identity = name
        elif kind in _NOBODYS:
            account = None
        elif kind == "sales order" and name in directory.orders:
            account = directory.orders[name].account
            ref = self._ref_of(directory.orders[name]) if self._ref_of is not None else ref
        record = self._known[kind, name] = Record(kind, name, ref, identity, account)
        directory.know_record(account or identity)
        return record
