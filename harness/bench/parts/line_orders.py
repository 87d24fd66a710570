"""What a line of an order asks of billing and of provisioning, as an order system that the kit plays says it."""

from collections.abc import Mapping
from typing import cast

from ordertck.harness.errors import Breach
from ordertck.harness.messages import (
    BillingEffect,
    BillingLine,
    OrderLine,
    ProvisioningLine,
    SalesOrder,
    ServiceEffect,
    replace,
)

# What an action asks of billing; every other one changes what is charged already.
_CHARGES: Mapping[str, BillingEffect] = {"Add": "start", "Delete": "stop", "Suspend": "suspend", "Resume": "resume"}
SERVICES: Mapping[str, ServiceEffect] = {
    "Add": "add",
    "Move-Add": "add",
    "Move-Delete": "remove",
    "Update": "change",
    "Delete": "remove",
    "Suspend": "suspend",
    "Resume": "resume",
}
# Columns of a table that are no attribute of a product.
_BILLED = {"line", "phase", "price list", "effect", "override"}
_PROVISIONED = {"line", "target", "effect"}


def required(value: str | None, what: str, number: str) -> str:
    """What an order must say before anything can be asked of others for it. Raises ``Breach`` where it was lost."""
    if not value:
        raise Breach(f"order {number} at the order system with {what}", "none")
    return value


def charge_for(number: str, place: str, line: OrderLine, cells: Mapping[str, str]) -> BillingLine:
    """What a line of order ``number`` asks of billing; ``place`` is the line's number, ``cells`` what differs from it.

    Raises ``Breach`` where the line names no product.
    """
    return BillingLine(
        line=line.id,
        product=required(line.product, f"a product on line {place}", number),
        # A table may have a word that is none of billing's: the border refuses the message then.
        effect=cast(BillingEffect, cells.get("effect")) or _CHARGES.get(line.action or "", "change"),
        asset=line.asset,
        price_list=cells.get("price list") or None,
        override=cells.get("override") or line.override,
        attributes={**line.attributes, **_besides(cells, _BILLED)},
    )


def service_for(order: SalesOrder, line: OrderLine, cells: Mapping[str, str] | None = None) -> ProvisioningLine:
    """What a line of an order asks of provisioning; ``cells`` say what differs from it.

    Raises ``Breach`` for no product, or an action in no table.
    """
    effect = SERVICES.get(line.action or "Add")
    if effect is None:
        raise Breach(f"an action of the order tables on line {line.number}", str(line.action))
    if not line.product:
        raise Breach(f"a product on line {line.number} of order {order.order}", "none")
    asked = ProvisioningLine(
        line=line.id,
        product=line.product,
        effect=effect,
        asset=line.asset,
        parent=line.parent,
        site=line.site or order.site,
        service_point=line.service_point,
        attributes=line.attributes,
    )
    if not cells:
        return asked
    attributes = {**asked.attributes, **_besides(cells, _PROVISIONED)}
    return replace(asked, effect=cells.get("effect") or effect, attributes=attributes)


def _besides(cells: Mapping[str, str], columns: set[str]) -> dict[str, str]:
    """The cells of other columns that have something in them."""
    return {column: cell for column, cell in cells.items() if column not in columns and cell}
