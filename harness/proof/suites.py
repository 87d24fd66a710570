"""Suites: permitted styles of a role that is one system with others, which are as the reference has them."""

from collections.abc import Iterator
from dataclasses import replace

from ordertck.harness.messages.landscape import ROLES, TOGETHER
from ordertck.harness.messages.roles import Trait
from ordertck.harness.proof.registry import KnownSystem, meeting, written_systems
from ordertck.harness.proof.styles import covering

# Styles that would not fit the reference beside them. Service order management is told to cancel an order by the
# CRM's number, past the integration, and takes an order for over once all the lines that it knows are complete. Order
# management has places for several orders, takes a status that is not mapped for a failure (UF-03), needs the call that
# news is of, and the receipt from which an integration has its ids; it is not told what an integration has turned away,
# and shows statuses that an integration is not told of. What a suite with it inside asks for alike lines it asks in
# their order, under the CRM's number: nobody outside was told of anything else.
_MISFITS = (
    (Trait.SERVICES, "asks-under-the-order-systems-number"),
    (Trait.SERVICES, "takes-lines-one-by-one"),
    (Trait.ORDERS, "orders-in-turn"),
    (Trait.ORDERS, "tells-more"),
    (Trait.ORDERS, "asks-under-the-order-systems-number"),
    (Trait.ORDERS, "asks-billing-under-its-own-number"),
    (Trait.ORDERS, "hands-lines-over-backwards"),
    (Trait.ORDERS, "names-no-call"),
    (Trait.ORDERS, "knows-lines-by-its-own-ids"),
    (Trait.ORDERS, "tells-billing-the-order-systems-ids"),
    (Trait.ORDERS, "tells-the-crm-of-all-lines"),
    (Trait.ORDERS, "lets-unmapped-lists-fall-out"),
    (Trait.ORDERS, "lets-unknown-products-fall-out"),
    (Trait.ORDERS, "lets-unlisted-kinds-fall-out"),
    (Trait.ORDERS, "refuses-unlisted-kinds"),
)


def suites() -> list[KnownSystem]:
    """Every style of a role in each set of roles that it can be one system with, several at once."""
    return [
        replace(row, name=f"{row.name}-with-{'-and-'.join(beside)}", says=_said(row, beside), beside=frozenset(beside))
        for role in ROLES
        for beside in _sets_of(role)
        for row in _rows(role, beside)
    ]


def _sets_of(role: str) -> list[list[str]]:
    """The roles beside one, for each set that it may be in."""
    return [[other for other in ROLES if other in roles and other != role] for roles in TOGETHER if role in roles]


def _rows(role: str, beside: list[str]) -> Iterator[KnownSystem]:
    """Systems in which each style of a role is at work at least once."""
    misfits = {style for trait, style in _MISFITS if trait.of(beside)}
    styles = [known for known in written_systems() if known.role == role and known.style and known.name not in misfits]
    factors: dict[str, list[str]] = {}
    for known in styles:
        factors.setdefault(known.style, []).append(known.name)
    met: set[str] = set()
    for number, chosen in enumerate(covering(factors)):
        if chosen - met:
            met |= chosen
            yield meeting([known for known in styles if known.name in chosen], f"styles-{number}")


def _said(row: KnownSystem, beside: list[str]) -> str:
    return f"{row.says} It is one system with the reference as {' and '.join(beside)}."
