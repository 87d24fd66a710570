"""What `ordertck explain` says of words that are no rule: those of claims, tags, results and the register."""

import re
from collections.abc import Iterator

from ordertck.harness import glossary
from ordertck.harness.edition import Edition
from ordertck.harness.edition.register import Ambiguity
from ordertck.harness.oracle import known_invariants
from ordertck.harness.text import ranges

# An open question that is named without its zero, as A-4.
_SHORT = re.compile(r"^(A)-(\d)$")


def said_of(word: str, edition: Edition) -> list[str]:
    """What a word means: that of the glossary, an area, role, profile, capability, scope, switch, mechanism, invariant
    or open question.

    Empty where the edition has no such word.
    """
    return [line for told in (_of_the_glossary, _of_claims, _of_register, _of_examples) for line in told(word, edition)]


def words_of(edition: Edition) -> list[str]:
    """Every word that ``said_of`` knows."""
    words, register = edition.vocabulary, edition.register
    invariants = [known.name for role in words.roles for known in known_invariants(role)]
    return [
        *register.areas, *edition.ambiguities, *words.roles, *words.profiles, *words.capabilities, *words.scopes,
        *words.switches, *edition.mechanisms.known, *invariants,
    ]  # fmt: skip


def question_lines(asked: Ambiguity) -> Iterator[str]:
    """An open question of the documents, and how the kit reads them."""
    yield f"\nopen question {asked.id} ({'; '.join(asked.where)}): {asked.question}"
    yield f"  the kit's reading: {asked.reading}"
    yield f"  another reading: {asked.other}"
    yield f"  so the kit: {asked.kit}"


def _of_the_glossary(word: str, edition: Edition) -> Iterator[str]:
    for said in (word, f"{word} order"):
        if means := glossary.meaning(said, edition.features_folder):
            yield f"{said.lower()}: {means}"
            yield f"'ordertck rules --search {word.lower()}' finds the rules that speak of it"
            return


def _of_claims(word: str, edition: Edition) -> Iterator[str]:
    words, rules = edition.vocabulary, edition.register.rules
    if role := words.roles.get(word):
        yield f"role {word}: {role}"
        yield f"rules: {ranges([rule.id for rule in rules.values() if word in rule.binds])}"
    if profile := words.profiles.get(word):
        yield f"profile {word}: {profile.title}"
        yield f"rules: {ranges([rule for rule in rules if rule in profile.rules])}"
        least = ", ".join(f"{number} as {role}" for role, number in profile.least.items())
        yield f"obligations that have to be upheld by examples in which something was brought about: {least or 'none'}"
    if capability := words.capabilities.get(word):
        kind = "an offer of the documents" if capability.kind == "offer" else "a means of examination"
        yield f"capability {word}, {kind}: {capability.says}"
        if capability.includes:
            yield f"what is claimed with it: {', '.join(sorted(capability.includes))}"
    if scope := words.scopes.get(word):
        yield f"{word}, a part of the trade that claims may leave out: {scope.says}"
    if switch := words.switches.get(word):
        yield f"switch {word}: {switch.says}"
        yield f"values: {' or '.join(switch.values)}; the first is the default"
        if question := edition.ambiguities.get(switch.ambiguity):
            yield from question_lines(question)


def _of_register(word: str, edition: Edition) -> Iterator[str]:
    register = edition.register
    if area := register.areas.get(word.upper()):
        yield f"area {word.upper()}: {area}"
        yield from (
            f"  {rule}  {edition.sentences.get(rule) or entry.statement}"
            for rule, entry in register.rules.items()
            if rule.startswith(f"{word.upper()}-")
        )
    if question := edition.ambiguities.get(_SHORT.sub(r"\1-0\2", word.upper())):
        yield from question_lines(question)
        about = [rule.id for rule in register.rules.values() if question.id in rule.ambiguities]
        yield f"rules: {ranges(about) or 'none'}"


def _of_examples(word: str, edition: Edition) -> Iterator[str]:
    if mechanism := edition.mechanisms.known.get(word):
        yield f"mechanism {word}: {mechanism.says}"
    for role in edition.vocabulary.roles:
        for known in known_invariants(role):
            if known.name == word:
                yield f"invariant {word}, of role {role}: {known.in_full}"
                yield f"rules: {', '.join(known.rules)}"
    examples = [example for example in edition.examples if _bears(example.tags, word, edition)]
    if examples:
        about = sorted({example.id.rule for example in examples})
        yield f"examples that name it: {len(examples)}, of {ranges(about)}"


def _bears(tags: frozenset[str], word: str, edition: Edition) -> bool:
    """Whether an example is tagged with a capability, a scope, a mechanism or any value of a switch."""
    if word in edition.vocabulary.roles:
        return False
    of_switch = {tag for tag, (switch, _) in edition.vocabulary.switch_tags.items() if switch.name == word}
    return word in tags or bool(of_switch & tags) or any(word in tag.split("+") for tag in tags if "+" in tag)
