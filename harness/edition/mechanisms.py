"""The mechanisms of features/mechanisms.toml: what can befall an order, and where two of these meet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

# Joins the names of mechanisms in the tag of an example in which they meet: "dates+priorities".
MEETS = "+"

# Two mechanisms, in the order of the file.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Mechanism:
    """Something that can befall an order, and the ``roles`` that can see it at their edges.

    Only who claims one of the ``profiles`` has to know of it; without any, everybody has.
    """

    name: str
    says: str
    roles: frozenset[str]
    profiles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mechanisms:
    """Every mechanism by name; ``apart`` says, by role and pair, why two of them cannot meet there."""

    known: Mapping[str, Mechanism] = field(default_factory=dict)
    apart: Mapping[str, Mapping[Pair, str]] = field(default_factory=dict)

    def pairs(self, role: str) -> tuple[Pair, ...]:
        """Every two mechanisms that a role can see, in the order of the file."""
        return tuple(combinations((m.name for m in self.known.values() if role in m.roles), 2))

    def met(self, tags: Iterable[str]) -> frozenset[Pair]:
        """The pairs that meet in an example with these tags. Raises ``KeyError`` for a mechanism that is not known."""
        order = list(self.known)
        met = [[mechanism.name for mechanism in self.of(tag)] for tag in tags if MEETS in tag]
        return frozenset(pair for names in met for pair in combinations(sorted(names, key=order.index), 2))

    def of(self, tag: str) -> list[Mechanism]:
        """The mechanisms that a tag joins, none for any other tag. Raises ``KeyError`` for one that is not known."""
        return [self.known[name] for name in tag.split(MEETS)] if MEETS in tag else []


def read_mechanisms(content: Mapping[str, Any]) -> Mechanisms:
    """The mechanisms that the content of a mechanisms.toml holds (schemas/mechanisms.json)."""
    known = {
        n: Mechanism(n, e["says"], frozenset(e["roles"]), tuple(e.get("profiles", ())))
        for n, e in content["mechanisms"].items()
    }
    apart = {
        role: {_pair(pair): reason for pair, reason in reasons.items()}
        for role, reasons in content.get("apart", {}).items()
    }
    return Mechanisms(known, apart)


def _pair(text: str) -> Pair:
    one, _, other = text.partition(MEETS)
    return one, other
