"""ordertck explain: all about one rule."""

import difflib
from collections.abc import Iterator

import click

from ordertck.harness.cli.common import edition_option
from ordertck.harness.edition import Edition
from ordertck.harness.edition.account import Account, Shown, account_of
from ordertck.harness.edition.features import Step
from ordertck.harness.edition.register import Ambiguity
from ordertck.harness.errors import UsageError
from ordertck.harness.oracle import invariants_of


@click.command("explain")
@click.argument("rule")
@edition_option
def explain_command(rule: str, edition: Edition) -> None:
    """Tell all about one RULE: its sentence, strength, source, whom it binds, and its examples in full.

    'ordertck book' makes a site that shows the same of all rules.

    \b
    Example:  ordertck explain PL-09
    """
    known = edition.register.rules
    if rule.upper() not in known:
        near = difflib.get_close_matches(rule.upper(), known, 1)
        raise UsageError(f"unknown rule '{rule}'", f"did you mean {near[0]}?" if near else "'ordertck rules' lists all")
    account = account_of(rule.upper(), edition)
    for line in _register(account):
        click.echo(line)
    for shown in account.examples:
        for line in _example(shown):
            click.echo(line)


def _register(account: Account) -> Iterator[str]:
    entry = account.entry
    yield f"{entry.id}  {account.sentence}"
    if account.description:
        yield f"\n{account.description}"
    yield f"\n{account.force}"
    yield f"binds: {account.binds}"
    yield from (f"written in: {source}" for source in account.sources)
    if entry.says:
        yield f"in other words: {entry.says}"
    if account.profiles:
        yield f"profiles: {', '.join(account.profiles)}"
    if account.capability:
        name, says = account.capability
        yield f"examined where capability '{name}' is claimed: {says}"
    for switch in account.switches:
        yield f"switch '{switch.name}' ({' or '.join(switch.values)}; {switch.ambiguity}): {switch.says}"
    for role, reason in entry.not_examinable.items():
        yield f"not examinable for {role}: {reason}"
    if entry.not_tested:
        yield f"not tested: {entry.not_tested}"
    for invariant in invariants_of(entry.id, entry.binds):
        yield f"explored and audited for {invariant.role} ({invariant.name}): {invariant.says}"
    for asked in account.questions:
        yield from _question(asked)
    yield from (f"open question: {name}" for name in account.unexplained)


def _question(asked: Ambiguity) -> Iterator[str]:
    """An open question of the documents, and how the kit reads them."""
    yield f"\nopen question {asked.id} ({'; '.join(asked.where)}): {asked.question}"
    yield f"  the kit's reading: {asked.reading}"
    yield f"  another reading: {asked.other}"
    yield f"  so the kit: {asked.kit}"


def _example(shown: Shown) -> Iterator[str]:
    """An example with the roles that it is for, the claims that it needs, its place and its steps."""
    yield f"\n{shown.title} ({', '.join([*shown.roles, *shown.needs])})   features/{shown.example.location}"
    for keyword, step in shown.steps:
        yield from _step(step, keyword)


def _step(step: Step, keyword: str) -> Iterator[str]:
    yield f"    {keyword} {step.text}"
    widths = [max(map(len, column)) for column in zip(*step.table or (), strict=True)]
    for row in step.table or ():
        yield f"      | {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
    for line in (step.docstring or "").splitlines():
        yield f"      {line}"
