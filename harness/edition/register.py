"""The register: every rule's id, strength, source and whom it binds (features/register.toml)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """What an unfulfilled rule means for conformance."""

    OBLIGATION = "obligation"
    ADVICE = "advice"
    OFFER = "offer"
    DOCUMENTATION = "documentation"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule is written: document number, section, and the place in it, "paragraph 2, sentence 1"."""

    document: str
    section: str
    place: str

    def __str__(self) -> str:
        return f"document {self.document}, {self.section}, {self.place}"


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A question that the documents leave open.

    ``where`` are the places that leave it open, ``reading`` is the one that the kit takes and ``other`` the one that
    it does not; ``kit`` says what the kit does about it, with the switch where a system may choose.
    """

    id: str
    where: tuple[str, ...]
    question: str
    reading: str
    other: str
    kit: str


@dataclass(frozen=True, slots=True)
class RegisteredRule:
    """One row of the register.

    ``binds`` are the roles in which the rule is examined, ``not_examinable`` those among them in which it cannot be,
    with the reason. ``since`` is the version of the edition in which the rule came. ``capability`` gates an offer;
    ``says`` is what the document says, in other words than its own; a documentation rule has its sentence in
    ``statement`` and in ``not_tested`` the reason why nobody can examine it. Of the offers
    ``any_of`` at least one has to be claimed. ``emptied_by`` says by role without which capability, or under which
    switch value, no example of an obligation is left: it is reported as not examined then. ``shown_only`` says why a
    system upholds the rule by showing something: that counts for nothing towards a profile's least.
    """

    id: str
    level: Level
    strength: str
    basis: str
    binds: tuple[str, ...]
    sources: tuple[Source, ...]
    testability: str
    since: str
    ambiguities: tuple[str, ...] = ()
    switches: tuple[str, ...] = ()
    capability: str | None = None
    not_examinable: Mapping[str, str] = field(default_factory=dict)
    says: str = ""
    statement: str = ""
    not_tested: str = ""
    shown_only: str = ""
    any_of: tuple[str, ...] = ()
    emptied_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def area(self) -> str:
        """The two letters that the id begins with."""
        return self.id[:2]


@dataclass(frozen=True, slots=True)
class Register:
    """All rules, in the register's order, with the documents and areas that they belong to."""

    rules: Mapping[str, RegisteredRule]
    documents: Mapping[str, str]
    areas: Mapping[str, str]
    digest: str


def read_register(content: Mapping[str, Any], digest: str) -> Register:
    """The register that the content of a register.toml holds (schemas/register.json)."""
    rules = {rule_id: _rule(rule_id, entry) for rule_id, entry in content["rules"].items()}
    return Register(rules, content["documents"], content["areas"], digest)


def read_ambiguities(content: Mapping[str, Any]) -> dict[str, Ambiguity]:
    """The open questions that the content of an ambiguities.toml holds (schemas/ambiguities.json)."""
    return {name: Ambiguity(name, **{**entry, "where": tuple(entry["where"])}) for name, entry in content.items()}


def _rule(rule_id: str, entry: Mapping[str, Any]) -> RegisteredRule:
    listed = {name: tuple(entry.get(name, ())) for name in ("binds", "ambiguities", "switches", "any_of")}
    emptied = {role: tuple(words) for role, words in entry.get("emptied_by", {}).items()}
    sources = tuple(Source(**source) for source in entry["sources"])
    given = {**entry, **listed, "level": Level(entry["level"]), "sources": sources, "emptied_by": emptied}
    return RegisteredRule(rule_id, **given)
