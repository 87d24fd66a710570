"""Lint for features: what makes them a specification that people can read and the runner can trust."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ordertck.harness.alternatives import alternatives
from ordertck.harness.edition import Edition
from ordertck.harness.edition.features import Example, Feature, Rule, parsed
from ordertck.harness.edition.mechanisms import MEETS, Mechanisms, Pair
from ordertck.harness.edition.misspelt import Spelling
from ordertck.harness.edition.register import Level
from ordertck.harness.edition.step_book import StepBook
from ordertck.harness.edition.vocabulary import RULE_ID, Vocabulary
from ordertck.harness.errors import UnknownStep
from ordertck.harness.glossary import read as read_glossary
from ordertck.harness.layout import layout, scenarios
from ordertck.harness.verdicts import ExampleId
from ordertck.harness.wording import allowed_in, amiss, complaints, texts

LONGEST_SENTENCE = 170
MOST_DEFINITIONS = 149
OUTLINE = "Scenario Outline"
FOR_NOBODY = "no role tag says whom the example is for, or it has no rows"

_ORDER = {"given": 0, "when": 1, "then": 2}


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something to mend: where, and what."""

    file: Path
    line: int
    text: str

    def __str__(self) -> str:
        file, here = self.file.resolve(), Path.cwd()
        return f"{file.relative_to(here) if file.is_relative_to(here) else file}:{self.line}: {self.text}"


def lint(edition: Edition, features: Iterable[Feature], whole: bool = True) -> list[Complaint]:
    """Everything to mend in these features; ``whole`` says that they are all there are, so that gaps count too."""
    read, glossary, spelling = list(features), read_glossary(edition.features_folder), Spelling.of(edition)
    found: list[Complaint] = []
    for feature in read:
        file = edition.features_folder / feature.file
        tree = parsed(file)
        found += (Complaint(file, line, text) for line, text in layout(feature, file, tree, glossary))
        found += (Complaint(file, *told) for told in alternatives(tree, edition.vocabulary))
        for rule in feature.rules:
            found += _rule(rule, file, tree, edition, roles_shown(rule, feature.file, edition))
            for example in rule.examples:
                found += _example(example, file, edition)
                found += (Complaint(file, s.line, slip) for s in example.steps for slip in spelling.slips(s))
    found += _across(read, edition)
    if whole:
        found += _gaps(read, edition)
        found += _emptied(read, edition)
        found += _definitions(read, edition.steps)
        found += changed_ids(read, edition)
        found += _unmet(read, edition)
        found += _written(edition)
    return sorted(set(found), key=lambda c: (str(c.file), c.line, c.text))


def roles_shown(rule: Rule, file: str, edition: Edition) -> set[str]:
    """The roles that a rule has examples for, in its file and in those beside it that continue it."""
    folder, _, name = file.rpartition("/")
    parts = [rule]
    for feature in edition.features:
        if feature.file.rpartition("/")[0] == folder:
            parts += [each for each in feature.rules if each.id == rule.id and each.continues == name]
    return {example.id.role for part in parts for example in part.examples}


def _rule(rule: Rule, file: Path, tree: Any, edition: Edition, shown: set[str]) -> Iterator[Complaint]:
    entry = edition.register.rules[rule.id]
    if entry.level is Level.DOCUMENTATION:
        yield Complaint(file, rule.line, f"{rule.id} is documentation only, so it has no examples")
    yield from (Complaint(file, rule.line, f"the rule's sentence {told}") for told in amiss(rule.sentence))
    if len(rule.sentence) > LONGEST_SENTENCE:
        yield Complaint(file, rule.line, f"the rule's sentence is longer than {LONGEST_SENTENCE} characters")
    yield from (Complaint(file, line, FOR_NOBODY) for line in for_nobody(rule, tree))
    for scenario in scenarios(tree, rule.line):
        if scenario["examples"] and scenario["keyword"] != OUTLINE:  # which not every runner of features can read
            yield Complaint(file, scenario["location"]["line"], f"what has a table of examples is a '{OUTLINE}'")
    for role in sorted(set(entry.binds) - shown - entry.not_examinable.keys()) if rule.is_home else ():
        yield Complaint(file, rule.line, f"{rule.id} binds '{role}', and no example shows that")
    for role in sorted(shown - set(entry.binds)):
        yield Complaint(file, rule.line, f"{rule.id} does not bind '{role}', so no example can be for it")
    if entry.level is Level.OFFER and not entry.capability:
        yield Complaint(file, rule.line, f"{rule.id} is an offer, and the register names no capability for it")


def for_nobody(rule: Rule, tree: Any) -> list[int]:
    """The lines of a rule's scenarios of which there is no example."""
    titles = {example.id.title for example in rule.examples}
    return [s["location"]["line"] for s in scenarios(tree, rule.line) if s["name"] not in titles]


def unknown_tags(example: Example, edition: Edition) -> list[str]:
    """The tags of an example that say nothing: no role, capability, scope, place, view, switch value or meeting."""
    words = edition.vocabulary
    known = words.roles.keys() | words.capabilities.keys() | words.switch_tags.keys() | words.scopes.keys()
    known |= words.places.keys() | words.views.keys()
    return sorted(tag for tag in example.tags - known - {example.id.rule} if MEETS not in tag)


def strange_meetings(example: Example, mechanisms: Mechanisms) -> Iterator[str]:
    """What is amiss with the tags that join a mechanism nobody knows."""
    for tag in sorted(tag for tag in example.tags if MEETS in tag):
        if strange := [name for name in tag.split(MEETS) if name not in mechanisms.known]:
            yield f"@{tag}: '{strange[0]}' is no mechanism of features/mechanisms.toml"


def what_is(tag: str) -> str:
    """What an unknown tag is taken for."""
    return "the id of another rule" if RULE_ID.fullmatch(tag) else "no rule id, role, capability or switch value"


def _example(example: Example, file: Path, edition: Edition) -> Iterator[Complaint]:
    yield from (Complaint(file, example.line, text) for text in strange_meetings(example, edition.mechanisms))
    for tag in sorted(tag for tag in example.tags if MEETS in tag):
        yield from (Complaint(file, example.line, text) for text in _meeting(tag, example, edition.mechanisms))
    for tag in unknown_tags(example, edition):
        yield Complaint(file, example.line, f"@{tag} is {what_is(tag)}")
    latest = 0
    for step in example.steps:
        rank = _ORDER[step.type]
        if rank < latest and not (latest == 2 and rank == 1):
            yield Complaint(file, step.line, f"a {step.type.capitalize()} follows a later kind of step")
        latest = max(latest, rank)
        try:
            needs: frozenset[str] = getattr(edition.steps.look_up(step).definition.parser, "needs", frozenset())
        except UnknownStep as problem:
            yield Complaint(file, step.line, str(problem))
            continue
        for need in sorted(needs - example.tags):
            yield Complaint(file, step.line, f"the step needs '{need}', and the example's tags do not say so")
    if "then" not in {step.type for step in example.steps}:
        yield Complaint(file, example.line, "the example has no Then, so it asserts nothing")


def _meeting(tag: str, example: Example, mechanisms: Mechanisms) -> Iterator[str]:
    """What is amiss with a tag that joins mechanisms."""
    names = tag.split(MEETS)
    if not mechanisms.known.keys() >= set(names):
        return  # told by itself
    if names != [name for name in mechanisms.known if name in names]:
        yield f"@{tag}: mechanisms are joined in the order of features/mechanisms.toml, each once"
    for name in names:
        if example.id.role not in mechanisms.known[name].roles:
            yield f"@{tag}: '{name}' is not seen in role '{example.id.role}', says features/mechanisms.toml"


def _unmet(features: list[Feature], edition: Edition) -> Iterator[Complaint]:
    """Pairs of mechanisms without an example and without a reason, or with both, in a role that can see them."""
    mechanisms, place = edition.mechanisms, edition.features_folder / "mechanisms.toml"
    met: dict[str, set[Pair]] = {}
    for example in (e for feature in features for rule in feature.rules for e in rule.examples):
        met.setdefault(example.id.role, set()).update(mechanisms.met(example.tags))
    for role in edition.vocabulary.roles:
        pairs, shown, apart = mechanisms.pairs(role), met.get(role, set()), mechanisms.apart.get(role, {})
        for pair in pairs:
            text = f"'{MEETS.join(pair)}' in role '{role}'"
            if pair not in shown and pair not in apart:
                yield Complaint(place, 1, f"{text}: no example shows where they meet, and [apart.{role}] says not why")
            if pair in shown and pair in apart:
                yield Complaint(place, 1, f"{text}: [apart.{role}] says that they cannot meet, and an example shows it")
        for pair in sorted(apart.keys() - set(pairs)):
            yield Complaint(place, 1, f"[apart.{role}] '{MEETS.join(pair)}': no pair that this role can see")


def _written(edition: Edition) -> Iterator[Complaint]:
    """What to mend in the texts that lie beside the features, if wording.toml says how strict to be with them."""
    known = edition.features_folder / "wording.toml"
    if known.exists():
        allowed = allowed_in(known)
        for file in texts(edition.features_folder.resolve().parent):
            yield from (Complaint(file, *told) for told in complaints(file.read_text("utf-8", "replace"), allowed))


def changed_ids(features: Iterable[Feature], edition: Edition) -> Iterator[Complaint]:
    """Examples that are gone without a word, and new ones that nobody has entered."""
    ids, place = edition.ids, edition.features_folder / "ids.toml"
    current = {str(e.id) for feature in features for rule in feature.rules for e in rule.examples}
    if not ids.known:
        return
    for name in sorted(ids.known | ids.renamed.keys()):
        if ids.now(name) not in current:
            yield Complaint(place, 1, f"the example '{name}' is gone: say below [renamed] what it is called now")
    for name in sorted(current - ids.known):
        yield Complaint(place, 1, f"the example '{name}' is not entered: run 'make pages'")


def _across(features: list[Feature], edition: Edition) -> Iterator[Complaint]:
    home: dict[str, Feature] = {}
    seen: dict[ExampleId, Example] = {}
    for feature in features:
        file = edition.features_folder / feature.file
        for rule in feature.rules:
            if rule.continues and not _states(edition, file.parent / rule.continues, rule.id):
                yield Complaint(
                    file, rule.line, f"{rule.id} has its home in no file '{rule.continues}' beside this one"
                )
            first = home.setdefault(rule.id, feature) if rule.is_home else feature
            if first is not feature:
                yield Complaint(file, rule.line, f"{rule.id} has its home in {first.file} already")
            for example in rule.examples:
                other = seen.setdefault(example.id, example)
                if other.file != example.file:
                    text = f"'{example.id.title}' is the title of an example of {rule.id} already ({other.location})"
                    yield Complaint(file, example.line, text)


def _states(edition: Edition, file: Path, rule: str) -> bool:
    """Whether a rule has its home in a file."""
    return file.is_file() and any(each.id == rule and each.is_home for each in edition.read(file).rules)


def _gaps(features: list[Feature], edition: Edition) -> Iterator[Complaint]:
    shown = {rule.id for feature in features for rule in feature.rules}
    words = edition.vocabulary
    tags = {tag for feature in features for rule in feature.rules for e in rule.examples for tag in e.tags}
    place = edition.features_folder / "vocabulary.toml"
    for switch in words.switches.values():
        for value in switch.values:
            if switch.tag(value) not in tags:
                yield Complaint(place, 1, f"no example shows switch '{switch.name}' at '{value}'")
    for profile in words.profiles.values():
        if not profile.rules & shown:
            yield Complaint(place, 1, f"no rule of profile '{profile.name}' has an example")


def _emptied(features: list[Feature], edition: Edition) -> Iterator[Complaint]:
    """Obligations that claims leave without an example, where the register is silent about it, or says so wrongly."""
    words = edition.vocabulary
    everywhere: dict[tuple[str, str], list[frozenset[str]]] = {}
    for example in (e for feature in features for rule in feature.rules for e in rule.examples):
        everywhere.setdefault((example.id.rule, example.id.role), []).append(example.tags)
    for feature in features:
        for rule in feature.rules:
            entry = edition.register.rules[rule.id]
            if entry.level is not Level.OBLIGATION or not rule.is_home:
                continue
            for role in sorted(role for known, role in everywhere if known == rule.id):
                tags = everywhere[rule.id, role]
                own, said = set(_emptying(tags, words)), set(entry.emptied_by.get(role, ()))
                file = edition.features_folder / feature.file
                for word in sorted(own - said):
                    text = f"'{word}' leaves {rule.id} without an example in role '{role}'"
                    yield Complaint(file, rule.line, f"{text}: add one, or say so in the register (emptied_by)")
                for word in sorted(said - own):
                    text = f"the register says that '{word}' leaves {rule.id} without an example in role '{role}'"
                    yield Complaint(file, rule.line, f"{text}, and it does not")


def _emptying(tags: list[frozenset[str]], words: Vocabulary) -> Iterator[str]:
    """Capabilities without which, and switch values under which, none of these examples is left."""
    yield from (name for name in words.capabilities if all(name in those for those in tags))
    for switch in words.switches.values():
        for value in switch.values:
            others = {switch.tag(other) for other in switch.values if other != value}
            if all(others & those for those in tags):
                yield switch.tag(value)


# Steps of features that exploration writes; no example of ours needs them.
FOR_HISTORIES = "steps/at_rest.py"


def _definitions(features: list[Feature], book: StepBook) -> Iterator[Complaint]:
    used: set[int] = set()
    own = [definition for definition in book.definitions if not definition.place.startswith(FOR_HISTORIES)]
    for feature in features:
        for rule in feature.rules:
            for example in rule.examples:
                for step in example.steps:
                    used.update(id(d) for d in book.matches(step))
    for definition in own:
        if id(definition) not in used:
            file, _, line = definition.place.partition(":")
            yield Complaint(Path(file), int(line), f"no feature uses '{definition.pattern}'")
    if len(own) > MOST_DEFINITIONS:
        yield Complaint(Path("steps"), 1, f"{len(own)} step definitions, over {MOST_DEFINITIONS}")
