"""Decomposition: which work a line needs, and from whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import BillingEffect, BillingLine, OrderLine, ProvisioningLine, ServiceEffect

BILLING_EFFECT: Mapping[str | None, BillingEffect] = {
    "Add": "start",
    "Update": "change",
    "Delete": "stop",
    "Suspend": "suspend",
    "Resume": "resume",
}
PROVISIONING_EFFECT: Mapping[str | None, ServiceEffect] = {
    "Add": "add",
    "Move-Add": "add",
    "Move-Delete": "remove",
    "Update": "change",
    "Delete": "remove",
    "Suspend": "suspend",
    "Resume": "resume",
}


@dataclass(frozen=True, slots=True)
class Work:
    """What one line asks of billing and of a provisioning system; None where it asks nothing."""

    billing: BillingLine | None
    target: str | None
    provisioning: ProvisioningLine | None


NOTHING = Work(None, None, None)


def work_of(line: OrderLine, asset: str, price_list: str | None, site: str | None, catalogue: Catalogue) -> Work:
    """The work of one line.

    A product that the catalogue does not know, of whatever kind, is carried to billing (OM-08). A move changes
    nothing that is charged (AC-02, AC-03).
    """
    product = catalogue.products.get(line.product or "")
    billed = product is None or product.billed
    target = product.target if product else None
    billing = provisioning = None
    if billed and line.action in BILLING_EFFECT:
        billing = BillingLine(
            line=line.id,
            product=line.product or "",
            effect=BILLING_EFFECT[line.action],
            asset=asset,
            price_list=price_list,
            override=line.override,
        )
    if target is not None and line.action in PROVISIONING_EFFECT:
        provisioning = ProvisioningLine(
            line=line.id,
            product=line.product or "",
            effect=PROVISIONING_EFFECT[line.action],
            asset=asset,
            parent=line.parent,
            site=site,
            service_point=line.service_point,
            attributes=line.attributes,
        )
    return Work(billing, target if provisioning else None, provisioning)


def by_target(work: Iterable[Work]) -> dict[str, tuple[ProvisioningLine, ...]]:
    """The provisioning lines of an order, one component a target system (PV-02)."""
    components: dict[str, list[ProvisioningLine]] = {}
    for piece in work:
        if piece.target is not None and piece.provisioning is not None:
            components.setdefault(piece.target, []).append(piece.provisioning)
    return {target: tuple(lines) for target, lines in components.items()}
