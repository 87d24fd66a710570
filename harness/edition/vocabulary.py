"""The closed lists of features/vocabulary.toml: roles, capabilities, switches, profiles."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

RULE_ID = re.compile(r"[A-Z]{2}-\d{2}")
_LOOSE_ID = re.compile(r"([A-Z]{2})[-_ ]?(\d{1,2})")


def rule_id(word: str) -> str:
    """A rule's id as it is written, of one that somebody typed: PL-09 of pl-9; any other word in capitals."""
    loose = _LOOSE_ID.fullmatch(word.strip().upper())
    return f"{loose[1]}-{int(loose[2]):02}" if loose else word.upper()


@dataclass(frozen=True, slots=True)
class Capability:
    """Something that a system may claim: an ``offer`` of the documents, or a ``means`` of examination.

    Who claims it claims what it ``includes`` as well.
    """

    name: str
    kind: str
    says: str
    includes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the trade that every system in one of ``roles`` has, unless its claims leave it out."""

    name: str
    roles: frozenset[str]
    says: str


@dataclass(frozen=True, slots=True)
class Switch:
    """Something that the documents leave open; ``values[0]`` is the default."""

    name: str
    values: tuple[str, ...]
    says: str
    ambiguity: str

    def tag(self, value: str) -> str:
        """The feature tag of an example that holds under this value only: ``no-header-pl-fault``."""
        return f"{self.name}-{value}".replace("_", "-")


@dataclass(frozen=True, slots=True)
class Profile:
    """A named, fixed set of rules; a certificate says which were examined.

    ``least`` is, by role, how many obligations have to be upheld by examples in which the system brought something
    about; below that the profile counts as not examined, and for a role that is not there always.
    """

    name: str
    title: str
    rules: frozenset[str]
    least: Mapping[str, int] = field(default_factory=dict)

    def least_of(self, roles: Iterable[str]) -> int | None:
        """How many there have to be of a system in these roles: as many as in the role of them that owes least.

        None where the profile is for none of them.
        """
        return min((self.least[role] for role in roles if role in self.least), default=None if self.least else 1)


@dataclass(frozen=True, slots=True)
class Places:
    """A tag of examples in which at least so many orders are worked on at once."""

    name: str
    least: int
    says: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All closed lists.

    ``switch_tags`` maps a tag to its switch and value; ``scopes`` are what claims may leave out; ``places`` are for
    systems that work on no more than some orders at once; ``views`` what nobody sees of order management with its
    services inside.
    """

    roles: Mapping[str, str]
    capabilities: Mapping[str, Capability]
    switches: Mapping[str, Switch]
    profiles: Mapping[str, Profile]
    switch_tags: Mapping[str, tuple[Switch, str]]
    scopes: Mapping[str, Scope] = field(default_factory=dict)
    places: Mapping[str, Places] = field(default_factory=dict)
    views: Mapping[str, str] = field(default_factory=dict)

    @property
    def default_switches(self) -> dict[str, str]:
        """Each switch at its documented default."""
        return {name: switch.values[0] for name, switch in self.switches.items()}


def expand(pattern: str) -> Iterator[str]:
    """The rule ids that ``PL-01..17`` or ``PL-01`` stands for; a pattern that stands for none is left as it is."""
    area, _, numbers = pattern.partition("-")
    first, _, last = numbers.partition("..")
    ids = [f"{area}-{number:02}" for number in range(int(first), int(last or first) + 1)]
    yield from ids or [pattern]


def read_vocabulary(content: Mapping[str, Any]) -> Vocabulary:
    """The lists that the content of a vocabulary.toml holds (schemas/vocabulary.json)."""
    switches = {
        name: Switch(name, tuple(entry["values"]), entry["says"], entry["ambiguity"])
        for name, entry in content["switches"].items()
    }
    return Vocabulary(
        roles=content["roles"],
        capabilities={
            n: Capability(n, e["kind"], e["says"], frozenset(e.get("includes", ())))
            for n, e in content["capabilities"].items()
        },
        switches=switches,
        profiles={
            name: Profile(
                name,
                entry["title"],
                frozenset(r for p in entry["rules"] for r in expand(p)),
                entry.get("least", {}),
            )
            for name, entry in content["profiles"].items()
        },
        switch_tags={s.tag(value): (s, value) for s in switches.values() for value in s.values},
        scopes={n: Scope(n, frozenset(e["roles"]), e["says"]) for n, e in content.get("scopes", {}).items()},
        places={n: Places(n, e["least"], e["says"]) for n, e in content.get("places", {}).items()},
        views=content.get("views", {}),
    )
