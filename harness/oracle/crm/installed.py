"""What a customer has, told from what was queued and what was told to be complete."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ordertck.harness.edition.catalogue import Catalogue

_STATUS = {"Suspend": "Suspended", "Resume": "Active"}


@dataclass(slots=True)
class Installed:
    """An asset as completed orders left it: whose, since which ``record``, and whether it is ``there`` at all."""

    account: str
    product: str
    record: int
    status: str = "Active"
    there: bool = True
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Profile:
    """The assets of all customers, by id; of those in ``unsure`` nobody can say from here how they are.

    ``filled_in`` are the values, by asset and name, that somebody told of since: which came last is not told from here.
    """

    catalogue: Catalogue
    assets: dict[str, Installed] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    administered: set[str] = field(default_factory=set)
    filled_in: set[tuple[str, str]] = field(default_factory=set)

    def completed(self, record: int, order: Mapping[str, Any], filled_in: Mapping[str, Mapping[str, str]]) -> None:
        """An order, as it was queued last, is complete; of values that were ``filled_in``, by line, nothing is said."""
        for line in order.get("lines", ()):
            asset, account = line.get("asset"), order.get("account")
            if asset and account:
                self.filled_in |= {(asset, name) for name in filled_in.get(line["id"], {})}
                values = {name: each for name, each in line.get("attributes", {}).items() if each}
                self._apply(record, line, asset, account, values)

    def of(self, account: str) -> Mapping[str, Installed]:
        """The assets of one customer of which it can be said how they are."""
        return {
            name: asset for name, asset in self.assets.items() if asset.account == account and name not in self.unsure
        }

    def _apply(self, record: int, line: Mapping[str, Any], asset: str, account: str, values: Mapping[str, str]) -> None:
        action, product = line.get("action") or "", line.get("product") or ""
        known = self.assets.get(asset)
        if action == "Add":
            sold = self.catalogue.products.get(product)
            if sold is None or product in self.administered:
                self.unsure.add(asset)
                return
            self.assets[asset] = Installed(account, product, record, there=sold.trackable, attributes=dict(values))
        elif known is None:
            self.unsure.add(asset)
        elif action in ("Update", "Move-Add"):
            known.attributes |= values
            known.record = record
        elif action == "Delete":
            known.there, known.record = False, record
        elif action in _STATUS:
            known.status, known.record = _STATUS[action], record
