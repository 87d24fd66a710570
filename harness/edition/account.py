"""An account of a rule: what the edition says of it, as ``ordertck explain`` prints it and the rule book shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ordertck.harness.edition.edition import Edition
from ordertck.harness.edition.features import Example, Step
from ordertck.harness.edition.mechanisms import MEETS
from ordertck.harness.edition.register import Ambiguity, Level, RegisteredRule
from ordertck.harness.edition.vocabulary import Switch

# What strength, basis and level mean for the reader of one rule.
BASES = {"explicit": "the document says so itself.", "implied": "the document does not say so, but it follows."}
LEVELS = {
    Level.OBLIGATION: "An obligation: who breaks it does not conform.",
    Level.OFFER: "An offer: nobody has to make it, and who claims it is held to it.",
    Level.ADVICE: "Advice: it is examined and reported, and keeps nobody from conforming.",
    Level.DOCUMENTATION: "Documentation only: no edge of a system shows it, so it is not examined.",
}
NOT_BUILT = "(not built yet)"


@dataclass(frozen=True, slots=True)
class Shown:
    """One example, once for all of its ``roles``; ``needs`` are the claims and the meetings that its tags name."""

    example: Example
    roles: tuple[str, ...]
    needs: tuple[str, ...]

    @property
    def title(self) -> str:
        """The title, with the first cell of its row in an outline."""
        return self.example.id.titled

    @property
    def steps(self) -> Iterator[tuple[str, Step]]:
        """Each step with the word that it begins with: And, where the step before is of the same type."""
        before = ""
        for step in self.example.steps:
            yield ("And" if step.type == before else step.type.capitalize()), step
            before = step.type


@dataclass(frozen=True, slots=True)
class Account:
    """All about one rule.

    ``sources`` are sentences "document title, section, place"; ``profiles`` the names of those that hold the rule,
    ``capability`` its name and what it means; ``questions`` are the open ones that touch the rule, ``unexplained`` the
    ids of those that the folder does not tell; ``examples`` stand in the order of the files, meetings among them.
    """

    entry: RegisteredRule
    sentence: str
    description: str
    sources: tuple[str, ...]
    profiles: tuple[str, ...]
    capability: tuple[str, str] | None
    switches: tuple[Switch, ...]
    questions: tuple[Ambiguity, ...]
    unexplained: tuple[str, ...]
    examples: tuple[Shown, ...]

    @property
    def force(self) -> str:
        """Strength, basis and level, told in words."""
        return f"{self.entry.strength}: {BASES[self.entry.basis]} {LEVELS[self.entry.level]}"

    @property
    def binds(self) -> str:
        """Whom it binds."""
        return ", ".join(self.entry.binds) or "nobody whose edges show it"


def account_of(rule: str, edition: Edition) -> Account:
    """The account of a rule of the register. Raises ``KeyError`` for another."""
    entry, words = edition.register.rules[rule], edition.vocabulary
    home = edition.homes.get(rule)
    documents = edition.register.documents
    known = [name for name in entry.ambiguities if name in edition.ambiguities]
    return Account(
        entry=entry,
        sentence=home.sentence if home else entry.statement or NOT_BUILT,
        description=home.description if home else "",
        sources=tuple(f"{documents[s.document]}, {s.section}, {s.place}" for s in entry.sources),
        profiles=tuple(profile.name for profile in words.profiles.values() if rule in profile.rules),
        capability=(entry.capability, words.capabilities[entry.capability].says) if entry.capability else None,
        switches=tuple(words.switches[name] for name in entry.switches),
        questions=tuple(edition.ambiguities[name] for name in known),
        unexplained=tuple(name for name in entry.ambiguities if name not in known),
        examples=tuple(_shown(edition.examples_of.get(rule, ()), edition)),
    )


def _shown(examples: tuple[Example, ...], edition: Edition) -> Iterator[Shown]:
    """Each example once, with the roles that it is for and the claims that it needs."""
    roles: dict[str, list[str]] = {}
    for example in examples:
        roles.setdefault(example.location, []).append(example.id.role)
    words = edition.vocabulary
    for example in examples:
        if example.id.role == roles[example.location][0]:
            needs = sorted(example.tags & (words.capabilities.keys() | words.switch_tags.keys()))
            meets = sorted(tag for tag in example.tags if MEETS in tag)
            yield Shown(example, tuple(roles[example.location]), (*needs, *meets))
