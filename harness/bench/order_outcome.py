"""The outcome of completed orders: what they left at billing and provisioning, held against what they ordered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.orders import DraftLine, Order
from ordertck.harness.bench.parts.billing import Billing
from ordertck.harness.bench.parts.crm import Asset
from ordertck.harness.bench.parts.provisioning import Provisioning
from ordertck.harness.oracle.ledgers import Charge, Service

# What should have been, and what was seen instead.
Found = Iterator[tuple[str, str]]
# The lines of all orders about one asset.
Lines = Sequence[tuple[Order, DraftLine]]


@dataclass(slots=True)
class Left:
    """Where an asset is and on which list it is charged; None where that is not known, or not laid down."""

    site: str | None = None
    service_point: str | None = None
    price_list: str | None = None

    def follow(self, line: Mapping[str, Any], header: Mapping[str, Any], fills: bool) -> None:
        """One line is done; ``fills`` says that an Update without a list takes the header's (A-21)."""
        own_list = (line.get("price_list") or "").strip() or None
        match line.get("action"):
            case "Add":
                self.site, self.service_point = line.get("site") or header.get("site"), line.get("service_point")
                self.price_list = own_list or header.get("price_list")
            case "Move-Add":
                self.site, self.service_point = line.get("site"), line.get("service_point")
            case "Update":
                self.site = line.get("site") or (None if header.get("site") else self.site)
                self.service_point = line.get("service_point") or self.service_point
                if own_list or line.get("override") or fills:  # what a follow-on leaves blank is not laid down
                    self.price_list = own_list or (None if line.get("base_line") else header.get("price_list"))


class Outcome:
    """Knows what each line ordered last, header and all, and what provisioning filled in."""

    def __init__(self, directory: Directory, billing: Billing, provisioning: Provisioning, fills: bool) -> None:
        self._directory, self._fills = directory, fills
        self._billing, self._provisioning = billing, provisioning
        self._ordered: dict[str, tuple[Mapping[str, Any], Mapping[str, Any]]] = {}
        self._filled_in: set[tuple[str, str]] = set()

    def ordered(self, line: Mapping[str, Any], header: Mapping[str, Any]) -> None:
        """A line is ordered, or ordered anew, under this header; an older version that comes late changes nothing."""
        key = self._directory.line_key(line["id"])
        _, known = self._ordered.get(key, ({}, {}))
        if header.get("revision", 1) >= known.get("revision", 1):
            self._ordered[key] = line, header

    def filled_in(self, update: Mapping[str, Any]) -> None:
        """Provisioning fills in an attribute of a line."""
        self._filled_in.add((self._directory.line_key(update["line"]), update["attribute"]))

    def of(self, asset: Asset, own: str, lines: Lines, ended: Sequence[str]) -> Found:
        """Whether an asset, which the order system calls by a name of its own, is as these lines left it.

        ``ended`` are the numbers of the orders that came to their end, in the order in which they did.
        """
        product = self._directory.catalogue.products.get(asset.product)
        if product is None:
            return
        name, owed = f"{asset.product} {asset.id}", 1 if asset.there else 0
        services = self._provisioning.services(own) or self._provisioning.services(asset.id)
        if product.target and len(services) != owed:
            yield f"{name} set up {owed} times, as the orders left it", f"it is set up {len(services)} times"
        charges = self._billing.charges(own) or self._billing.charges(asset.id)
        if product.billed and len(charges) != owed:
            yield f"{name} charged {owed} times, as the orders left it", f"it is charged {len(charges)} times"
        for service in services if product.target and asset.there else ():
            if service.status.lower() != asset.status.lower():
                yield f"{name} {asset.status}, as the CRM was told", f"{service.status} at provisioning"
            yield from self._attributes(name, asset, service.attributes, lines)
        yield from self._as_ordered(name, self._left(lines, ended), services, charges)

    def _attributes(self, name: str, asset: Asset, there: Mapping[str, str], about: Lines) -> Found:
        lines = [line for _, line in about]
        if any(line.action in ("Move-Add", "Move-Delete") for line in lines):
            return  # what moves may keep what it has without a word of it
        keys = {f"{order.name}/{line.number}" for order, line in about}
        ordered = {
            attribute
            for order, line in about
            for attribute in line.attributes
            if order.status != "CANCELLED" or attribute in asset.attributes
        }
        for attribute in sorted(ordered - {filled for key, filled in self._filled_in if key in keys}):
            if there.get(attribute) != asset.attributes.get(attribute):
                owed = asset.attributes.get(attribute) or "nothing"
                yield f"{name} with {attribute} {owed}", f"{there.get(attribute) or 'nothing'} at provisioning"

    def _left(self, lines: Lines, ended: Sequence[str]) -> Left:
        """Where an asset is and on which list, as the complete orders left it one after the other."""
        done = [(order, line) for order, line in lines if order.status == "COMPLETE" and order.number in ended]
        left = Left()
        for order, line in sorted(done, key=lambda one: ended.index(one[0].number)):
            said, header = self._ordered.get(f"{order.name}/{line.number}", ({}, {}))
            left.follow(said, header, self._fills)
        if not all(order.speaks_of_lists for order, _ in lines):
            left.price_list = None
        return left

    def _as_ordered(self, name: str, left: Left, services: Sequence[Service], charges: Sequence[Charge]) -> Found:
        for service in services:
            for what, owed, there in (
                ("site", left.site, service.site),
                ("service point", left.service_point, service.service_point),
            ):
                if owed and there != owed:
                    yield f"{name} at the {what} {owed}", there or "no such thing"
        plan = self._directory.catalogue.rate_plan(left.price_list)
        for charge in charges:
            if plan and charge.plan != plan:
                yield f"{name} on the plan of {left.price_list} ({plan})", charge.plan or "no plan"
