"""Addresses: where messages cross, one for each edge and direction. Every wire has its names from this table."""

from dataclasses import dataclass
from functools import cache

from ordertck.harness.messages.edges import Edge
from ordertck.harness.messages.landscape import FLOWS, ROLES

# Seen from the system under test: what the kit says to it, and what it says.
TO, FROM = "to", "from"


@dataclass(frozen=True, slots=True)
class Address:
    """One direction across an edge, and the ``kinds`` of messages that go there."""

    edge: Edge
    way: str
    kinds: tuple[str, ...]

    def __str__(self) -> str:
        """The address as every wire has it in its own addresses: "to/oms"."""
        return f"{self.way}/{self.edge}"


@cache
def addresses(way: str, roles: tuple[str, ...] = ROLES) -> tuple[Address, ...]:
    """The addresses of one direction that a system in some of these roles has, in the order of the edges."""
    found: dict[Edge, dict[str, None]] = {}
    for flow in FLOWS:
        if set(flow.takers if way == TO else flow.senders) & set(roles):
            found.setdefault(flow.edge, {}).update(dict.fromkeys(flow.kinds))
    return tuple(Address(edge, way, tuple(found[edge])) for edge in Edge if edge in found)
