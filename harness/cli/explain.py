"""ordertck explain: all about one rule, and what any other word of the kit means."""

from collections.abc import Iterator

import click

from ordertck.harness.cli.common import edition_option
from ordertck.harness.cli.words import question_lines, said_of, words_of
from ordertck.harness.edition import Edition
from ordertck.harness.edition.account import Account, Shown, account_of
from ordertck.harness.edition.features import Step
from ordertck.harness.edition.vocabulary import RULE_ID, rule_id
from ordertck.harness.errors import UsageError
from ordertck.harness.oracle import invariants_of
from ordertck.harness.text import nearest, one_line


@click.command("explain")
@click.argument("rule")
@edition_option
def explain_command(rule: str, edition: Edition) -> None:
    """Tell all about one RULE: its sentence, strength, source, whom it binds, and its examples in full.

    Tells also what any other word of claims, tags and reports means: an area, a role, a profile, a capability, a
    switch, a mechanism, an invariant, an open question. 'ordertck book' makes a site that shows the same of all rules.

    \b
    Example:  ordertck explain PL-09
              ordertck explain limited-capacity
    """
    known = edition.register.rules
    if rule_id(rule) not in known:
        for line in _word(rule, edition):
            click.echo(line)
        return
    account = account_of(rule_id(rule), edition)
    for line in _register(account):
        click.echo(line)
    for shown in account.examples:
        for line in _example(shown):
            click.echo(line)


def _word(word: str, edition: Edition) -> list[str]:
    """What a word that is no rule means. Raises ``UsageError`` where nobody knows the word."""
    if told := said_of(word, edition):
        return told
    near = nearest(rule_id(word), edition.register.rules) or nearest(word, words_of(edition))
    meant = f"did you mean '{near}'?" if near else ""
    is_rule = RULE_ID.fullmatch(rule_id(word))
    search = f"'ordertck rules --search {one_line(word)}' finds rules by words"
    remedy = meant if is_rule and meant else f"{meant} {search}".strip()
    raise UsageError(f"unknown {'rule' if is_rule else 'word'} '{word}'", remedy)


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
    for asked in account.questions:
        yield from question_lines(asked)
    invariants = list(invariants_of(entry.id, entry.binds))
    if invariants:
        yield "\nhistories that nobody wrote, and logs, are judged by"
    yield from (f"  {each.role}  {each.says} ({each.name})" for each in invariants)
    yield from (f"open question: {name}" for name in account.unexplained)


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
