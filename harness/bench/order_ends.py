"""The ends of orders: that what every neighbour has done is told as done, and what nobody wants is gone."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.orders import DraftLine, Order
from ordertck.harness.bench.parts.billing import Billing
from ordertck.harness.bench.parts.provisioning import Provisioning

Found = Iterator[tuple[str, str]]


class Ends:
    """Looks at the neighbours: an order with which they have all done has come to its end (UF-06)."""

    def __init__(self, directory: Directory, billing: Billing, provisioning: Provisioning) -> None:
        self._directory, self._billing, self._provisioning = directory, billing, provisioning
        self._filled_in: dict[tuple[str, str], str] = {}
        self._passed_on: dict[tuple[str, str], str] = {}

    def filled_in(self, update: Mapping[str, Any]) -> None:
        """Provisioning fills in an attribute of a line; what comes when the line is complete is too late."""
        known = self._directory.line_by_id(update["line"])
        if known is not None and known[0].line_status.get(known[1].number) != "COMPLETE":
            self._filled_in[f"{known[0].name}/{known[1].number}", update["attribute"]] = update["value"]

    def told(self, update: Mapping[str, Any]) -> None:
        """The CRM is told how an order gets on."""
        for line in update.get("lines", ()):
            for attribute, value in line.get("attributes", {}).items():
                self._passed_on[self._directory.line_key(line["line"]), attribute] = value

    def untold(self) -> Found:
        """The values that were filled in and never came to the CRM, or not as they are by now (UF-07)."""
        for (key, attribute), value in self._filled_in.items():
            name, _, number = key.rpartition("/")
            order, said = self._directory.orders[name], self._passed_on.get((key, attribute))
            wanted = number in {line.number for line in order.lines}
            if said != value and wanted and order.status != "CANCELLED":
                yield f"the CRM told {attribute} {value} of line {number} of order {name}", said or "nothing of it"

    def left_open(self, orders: Collection[str]) -> Found:
        """Those of some orders, by number, that should be complete and are not."""
        for order in self._directory.orders.values():
            is_open = order.number in orders and order.status not in ("COMPLETE", "CANCELLED")
            if is_open and order.lines and all(self._is_done(order, line) for line in order.lines):
                yield f"order {order.name} COMPLETE, since all of it is done", order.status or "no update"

    def _is_done(self, order: Order, line: DraftLine) -> bool:
        key = f"{order.name}/{line.number}"
        product = self._directory.catalogue.products.get(line.product or "")
        if product is None or line.action != "Add" or self._provisioning.said_done(key):
            return False
        charges = self._billing.charges_of_line(key)
        billed = not product.billed or any(charge.state == "active" for charge in charges)
        services = self._provisioning.services(self._directory.asset_of(line.id))
        provisioned = not product.target or (bool(services) and bool(self._provisioning.told_of(key)))
        under_way = self._provisioning.unfinished(key) or self._billing.unfinished(key)
        failed = key in self._provisioning.failed or key in self._billing.failed
        return billed and provisioned and not under_way and not failed

    def left_over(self, actions: Mapping[str, Collection[str]], orders: Collection[str]) -> Found:
        """What still stands of the lines that the latest version of some orders, by number, leaves out (SU-07)."""
        wanted = {self._directory.asset_of(line.id) for line in self._lines()}
        for line_id, said in actions.items():
            known = self._directory.line_by_id(line_id)
            if known is None or "Add" not in said or known[0].number not in orders:
                continue
            order, line = known
            asset = self._directory.asset_of(line_id)
            withdrawn = line.number not in {kept.number for kept in order.lines if kept.action != "Delete"}
            left = self._provisioning.services(asset) or self._billing.charges(asset)
            if withdrawn and asset not in wanted and left:
                yield f"nothing left of line {line.number} of order {order.name}, which was withdrawn", "it is there"

    def _lines(self) -> Iterator[DraftLine]:
        for order in self._directory.orders.values():
            yield from (line for line in order.lines if line.id and line.action != "Delete")
