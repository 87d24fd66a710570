"""ordertck explain: all about one rule."""

import difflib
from collections.abc import Iterator

import click

from ordertck.harness.cli.common import edition_option
from ordertck.harness.edition import Edition
from ordertck.harness.edition.features import Example, Rule, Step
from ordertck.harness.edition.mechanisms import MEETS
from ordertck.harness.edition.register import Ambiguity, Level, RegisteredRule
from ordertck.harness.errors import UsageError

# What strength, basis and level mean for the reader of one rule.
_BASES = {"explicit": "the document says so itself.", "implied": "the document does not say so, but it follows."}
_LEVELS = {
    Level.OBLIGATION: "An obligation: who breaks it does not conform.",
    Level.OFFER: "An offer: nobody has to make it, and who claims it is held to it.",
    Level.ADVICE: "Advice: it is examined and reported, and keeps nobody from conforming.",
    Level.DOCUMENTATION: "Documentation only: no edge of a system shows it, so it is not examined.",
}


@click.command("explain")
@click.argument("rule")
@edition_option
def explain_command(rule: str, edition: Edition) -> None:
    """Tell all about one RULE: its sentence, strength, source, whom it binds, and its examples in full.

    \b
    Example:  ordertck explain PL-09
    """
    known = edition.register.rules
    entry = known.get(rule.upper())
    if entry is None:
        near = difflib.get_close_matches(rule.upper(), known, 1)
        raise UsageError(f"unknown rule '{rule}'", f"did you mean {near[0]}?" if near else "'ordertck rules' lists all")
    home = edition.homes.get(entry.id)
    examples = tuple(example for example in edition.examples if example.id.rule == entry.id)
    for line in [*_register(entry, home, edition), *_examples(examples, edition)]:
        click.echo(line)


def _register(entry: RegisteredRule, home: Rule | None, edition: Edition) -> Iterator[str]:
    yield f"{entry.id}  {home.sentence if home else entry.statement or '(not built yet)'}"
    if home and home.description:
        yield f"\n{home.description}"
    yield f"\n{entry.strength}: {_BASES[entry.basis]} {_LEVELS[entry.level]}"
    yield f"binds: {', '.join(entry.binds) or 'nobody whose edges show it'}"
    for source in entry.sources:
        yield f"written in: {edition.register.documents[source.document]}, {source.section}, {source.place}"
    if entry.says:
        yield f"in other words: {entry.says}"
    words = edition.vocabulary
    if held := [profile.name for profile in words.profiles.values() if entry.id in profile.rules]:
        yield f"profiles: {', '.join(held)}"
    if entry.capability:
        yield f"examined where capability '{entry.capability}' is claimed: {words.capabilities[entry.capability].says}"
    for name in entry.switches:
        switch = words.switches[name]
        yield f"switch '{name}' ({' or '.join(switch.values)}; {switch.ambiguity}): {switch.says}"
    for role, reason in entry.not_examinable.items():
        yield f"not examinable for {role}: {reason}"
    if entry.not_tested:
        yield f"not tested: {entry.not_tested}"
    for name in entry.ambiguities:
        yield from _question(edition.ambiguities[name]) if name in edition.ambiguities else [f"open question: {name}"]


def _question(asked: Ambiguity) -> Iterator[str]:
    """An open question of the documents, and how the kit reads them."""
    yield f"\nopen question {asked.id} ({'; '.join(asked.where)}): {asked.question}"
    yield f"  the kit's reading: {asked.reading}"
    yield f"  another reading: {asked.other}"
    yield f"  so the kit: {asked.kit}"


def _examples(examples: tuple[Example, ...], edition: Edition) -> Iterator[str]:
    """Each example once, with the roles that it is for, the claims that it needs, its place and its steps."""
    roles: dict[str, list[str]] = {}
    for example in examples:
        roles.setdefault(example.location, []).append(example.id.role)
    for example in examples:
        if example.id.role != roles[example.location][0]:
            continue
        title = f"{example.id.title} [{example.id.row}]" if example.id.row else example.id.title
        words = edition.vocabulary
        needs = sorted(example.tags & (words.capabilities.keys() | words.switch_tags.keys()))
        needs += sorted(tag for tag in example.tags if MEETS in tag)
        yield f"\n{title} ({', '.join([*roles[example.location], *needs])})   features/{example.location}"
        before = ""
        for step in example.steps:
            yield from _step(step, "and" if step.type == before else step.type)
            before = step.type


def _step(step: Step, keyword: str) -> Iterator[str]:
    yield f"    {keyword.capitalize()} {step.text}"
    widths = [max(map(len, column)) for column in zip(*step.table or (), strict=True)]
    for row in step.table or ():
        yield f"      | {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
    for line in (step.docstring or "").splitlines():
        yield f"      {line}"
