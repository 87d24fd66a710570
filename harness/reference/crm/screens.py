"""Screens: what the desk shows of orders, lines and assets, as fields and rows."""

from ordertck.harness.messages import DeskShown
from ordertck.harness.reference.crm.accounts_and_orders import Part
from ordertck.harness.reference.crm.assets import Asset
from ordertck.harness.reference.crm.drafts import HEADER, CrmLine, CrmOrder
from ordertck.harness.reference.crm.projections import Projected


class Screens(Part):
    """What is shown; blank fields are left out. Lines are shown with what they cost."""

    def order(self, order: CrmOrder) -> DeskShown:
        """An order with its lines."""
        header = {name: getattr(order, name) for name in HEADER} | {"status": order.shown or order.status}
        fields = {name: value for name, value in header.items() if value}
        fields |= {"revision": str(order.revision), "category": self.category(order)}
        lines = tuple(self.line_row(order, line) for line in order.lines.values())
        return DeskShown(object=order.kind, ref=order.ref, id=order.id, fields=fields, rows=lines)

    def category(self, order: CrmOrder) -> str:
        """Supplemental, follow-on and modify orders are change orders: they alter what was ordered before (TM-07)."""
        changes = order.revises is not None or any(line.asset for line in order.lines.values())
        return "change order" if changes else "new order"

    def line(self, line: CrmLine) -> DeskShown:
        """One line."""
        return DeskShown(object="line", ref=line.ref, id=line.id, fields=self.line_fields(line))

    def line_row(self, order: CrmOrder, line: CrmLine) -> dict[str, str]:
        """A line as it stands in its order's list."""
        status = order.line_status.get(line.id)
        return {"id": line.id, **self.line_fields(line)} | ({"status": status} if status else {})

    def line_fields(self, line: CrmLine) -> dict[str, str]:
        """What was entered of a line."""
        own = {
            "number": line.number,
            "product": line.product,
            "action": line.action,
            "site": line.site,
            "price_list": line.price_list,
            "asset": line.asset,
            "service_point": line.service_point,
            "price": self.price(line),
        }
        return {name: value for name, value in own.items() if value} | dict(line.attributes)

    def price(self, line: CrmLine) -> str | None:
        """What a line's product costs with the options that were chosen (SC-04)."""
        product = self.catalogue.products.get(line.product or "")
        return str(product.price_with(line.attributes)) if product else None

    def asset_row(self, asset: Asset) -> dict[str, str]:
        """An asset as it stands in the account's list."""
        own = {"id": asset.id, "product": asset.product, "site": asset.site, "status": asset.status}
        return {name: value for name, value in own.items() if value} | dict(asset.attributes)

    def projected_row(self, projected: Projected) -> dict[str, str]:
        """An asset as it will be, with the order, line and date that make it so."""
        order, line = projected.order, projected.line
        source = {
            "order": order.id if order else None,
            "line": line.id if line else None,
            "due_date": order.due_date if order else None,
        }
        return self.asset_row(projected.asset) | {name: value for name, value in source.items() if value}
