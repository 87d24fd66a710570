"""What two messages say in common, whatever ids and spellings each of them uses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ordertck.harness.claims import Claims
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Edge
from ordertck.harness.oracle.service_points import points_matter
from ordertck.harness.reading import instant_in, price_in, universal


class KnownLine(Protocol):
    """A line as the kit knows it, by the CRM's ``id`` of it."""

    @property
    def id(self) -> str:
        """The CRM's id."""


class KnownOrder(Protocol):
    """An order as the kit knows it: its ``name``, and the CRM's ``number`` of it."""

    @property
    def name(self) -> str:
        """What the order is called wherever two messages are compared."""

    @property
    def number(self) -> str:
        """The CRM's number."""


class Directory(Protocol):
    """What is known of orders and lines, whoever gave the number or the id."""

    @property
    def catalogue(self) -> Catalogue:
        """What is sold."""

    @property
    def orders(self) -> Mapping[str, KnownOrder]:
        """The orders by name."""

    def order_by_number(self, number: str) -> KnownOrder | None:
        """The order of a number; None for one that nobody submitted."""

    def line_key(self, line_id: str) -> str:
        """One name for a line whichever part gave the id; the id itself where nobody knows it."""

    def line_by_id(self, line_id: str) -> tuple[KnownOrder, KnownLine] | None:
        """Order and line of a line id, whoever gave it; None where nobody knows it."""


@dataclass(slots=True)
class Book:
    """The names under which the kit compares what goes in and what comes out.

    ``renamed`` keeps, for each edge, which asset of the sender is which of the receiver; an integration may give
    assets other ids, as long as one stays one (FL-08). ``order_systems`` says whether an id is the order system's own.
    """

    directory: Directory
    claims: Claims
    order_systems: Callable[[str], bool]
    renamed: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def points_matter(self) -> bool:
        """Whether a service point has to arrive as it was sent (SP-07, SP-08)."""
        return points_matter(self.claims)

    def order(self, number: object) -> str:
        """An order by the feature's name, whoever gave the number; the number itself where nobody knows it."""
        known = self.directory.order_by_number(str(number))
        return known.name if known else str(number)

    def line(self, identity: object) -> str:
        """A line by the feature's order and number, whoever gave the id; empty where there is none."""
        return self.directory.line_key(str(identity)) if identity else ""

    def receivers_own(self, edge: Edge, identity: str) -> bool:
        """Whether the receiver at an edge knows a line by this id; billing and provisioning know it by any (FL-08)."""
        if edge is Edge.OMS:
            return self.order_systems(identity)
        known = self.directory.line_by_id(identity)
        return edge is not Edge.CRM or (known is not None and known[1].id == identity)

    def same_asset(self, edge: str, sent: object, seen: object) -> bool:
        """Whether an asset may be the one that was sent: blank if that was, one and the same all along."""
        if blank(sent) or blank(seen):
            return blank(sent) == blank(seen)
        names = self.renamed.setdefault(edge, {})
        if str(sent) not in names and str(seen) in names.values():
            return False
        return names.setdefault(str(sent), str(seen)) == str(seen)


def blank(value: object) -> bool:
    """Whether a field says nothing; the dash of an unchanged line says nothing either (A-56)."""
    return value in (None, "", "-")


def plain(value: object) -> str:
    """A field as text; empty where it says nothing."""
    return "" if blank(value) else str(value)


def moment(value: object) -> str:
    """A date in universal time, so that one instant reads the same in every zone; what is no date, as it stands."""
    if blank(value):
        return ""
    found = instant_in(str(value))
    return str(value) if found is None else universal(found).isoformat()


def amount(value: object) -> str:
    """A price as a text that says it in one way; empty where there is none."""
    return "" if blank(value) else price_in(str(value)) or ""


def attributes(value: object) -> tuple[tuple[str, str], ...]:
    """Attributes in one order, blank ones left out."""
    said = value if isinstance(value, Mapping) else {}
    return tuple(sorted((name, str(text)) for name, text in said.items() if not blank(text)))
