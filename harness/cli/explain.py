"""ordertck explain: all about one rule."""

import difflib
from collections.abc import Iterator

import click

from ordertck.harness.cli.common import edition_option
from ordertck.harness.edition import Edition
from ordertck.harness.edition.features import Example, Rule, Step
from ordertck.harness.edition.mechanisms import MEETS
from ordertck.harness.edition.register import RegisteredRule
from ordertck.harness.errors import UsageError


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
    yield f"\n{entry.strength} ({entry.basis}), {entry.level}; binds {', '.join(entry.binds) or 'nobody'}"
    for source in entry.sources:
        yield f"{edition.register.documents[source.document]}, {source.section} ({source.lines})"
    words = edition.vocabulary
    if held := [profile.name for profile in words.profiles.values() if entry.id in profile.rules]:
        yield f"profiles: {', '.join(held)}"
    if entry.capability:
        yield f"examined where capability '{entry.capability}' is claimed: {words.capabilities[entry.capability].says}"
    if entry.ambiguities:
        yield f"ambiguities of the documents: {', '.join(entry.ambiguities)}"
    for name in entry.switches:
        switch = words.switches[name]
        yield f"switch '{name}' ({' or '.join(switch.values)}; {switch.ambiguity}): {switch.says}"
    for role, reason in entry.not_examinable.items():
        yield f"not examinable for {role}: {reason}"
    if entry.not_tested:
        yield f"not tested: {entry.not_tested}"


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
