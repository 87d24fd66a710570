"""What a person reads: rule by rule what was found, then what was not examined and why, then what it comes to."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from ordertck.harness.conformance import CONFORMANT, broken, conformant, profiles
from ordertck.harness.edition.register import Level, register
from ordertck.harness.edition.vocabulary import vocabulary
from ordertck.harness.examination import Examination
from ordertck.harness.reports.evidence import failures
from ordertck.harness.reports.results import with_offsets
from ordertck.harness.reports.words import COLOURS, ranges, sentences
from ordertck.harness.verdicts import RuleResult, Verdict


def show(examinations: list[Examination], console: Console) -> None:
    """Print what was found: rules, failures in full, what was not examined, profiles, and a line for each system."""
    examined = {role for examination in examinations for role in examination.claims.roles}
    for examination, offset in with_offsets(examinations):
        console.print()
        console.print(_title(examination))
        console.print(_rules(r for r in examination.rules if r.run))
        for part in failures(examination, offset):
            console.print(part)
        for part in _not_examined(examination):
            console.print(part)
        console.print(_profiles(examination))
        for note in _notes(examination):
            console.print(note)
    for part in _nobodys(examinations[-1], examined):
        console.print(part)
    console.print()
    for examination in examinations:
        console.print(outcome(examination))


def outcome(examination: Examination) -> Text:
    """One examination in one line: which system, whether it conforms, how many examples came to what."""
    claims = examination.claims
    text = Text(f"{claims.name} {claims.version} as {', '.join(claims.roles)}: ")
    if examination.narrowed_by:
        text.append(f"narrowed to {examination.narrowed_by}, so there is no certificate", style="bold")
    elif examination.cut_short:
        text.append(f"{examination.cut_short}, so there is no certificate", style="bold red")
    elif broken(examination):
        text.append("kit or adapter broke, so there is no certificate", style="bold magenta")
    elif conformant(examination):
        text.append("conformant", style="bold green")
    else:
        text.append("not conformant", style="bold red")
    counts = Counter(example.verdict for example in examination.examples)
    return text.append(f" ({', '.join(f'{counts[v]} {v}' for v in Verdict if counts[v])})")


def _title(examination: Examination) -> Text:
    claims = examination.claims
    text = Text(f"{claims.name} {claims.version} as {', '.join(claims.roles)}", style="bold")
    return text.append(f"   session {examination.session}, {examination.seconds:.2f} s", style="not bold dim")


def _rules(rules: Iterable[RuleResult]) -> Table:
    table = _table(wide=4)
    for result in rules:
        table.add_row(
            result.rule,
            result.role,
            Text(result.verdict, style=COLOURS[result.verdict]),
            f"{result.passed} of {result.run}" if result.run else "",
            Text(sentences().get(result.rule, "")).append(_remark(result), style="dim"),
        )
    return table


def _remark(result: RuleResult) -> str:
    level = register().rules[result.rule].level
    return "" if level in (Level.OBLIGATION, Level.DOCUMENTATION) else f" ({level})"


def _table(wide: int) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for _ in range(wide):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _not_examined(examination: Examination) -> Iterator[RenderableType]:
    """Rules of the claimed roles that no example was run of, by reason, as large as those that passed."""
    by_reason: dict[tuple[Verdict, str], list[RuleResult]] = {}
    for result in examination.rules:
        if not result.run and result.role in examination.claims.roles:
            by_reason.setdefault((result.verdict, result.reason), []).append(result)
    for (verdict, reason), rules in sorted(by_reason.items()):
        yield Text(f"\n{verdict}: {reason}", style="bold")
        if any(rule.rule in sentences() for rule in rules):
            yield _rules(rules)
        else:
            yield Text(ranges([rule.rule for rule in rules]))
    aside = Counter(
        example.reason
        for result in examination.rules
        if result.run
        for example in result.examples
        if example.verdict is Verdict.INAPPLICABLE
    )
    if aside:
        yield Text("\ninapplicable examples of rules that were examined otherwise", style="bold")
    for reason, count in sorted(aside.items()):
        yield Text(f"{count:>4}  {reason}")


def _nobodys(examination: Examination, examined: set[str]) -> Iterator[RenderableType]:
    """What concerns none of the systems: other roles, and rules that are documentation only. Told once."""
    others: dict[str, list[str]] = {}
    for result in examination.rules:
        if result.role and result.role not in examined:
            others.setdefault(f"{result.verdict}: {result.reason}", []).append(result.rule)
    for reason, ids in sorted(others.items()):
        yield Text(f"\n{reason}", style="bold")
        yield Text(ranges(ids))
    documentation = [result for result in examination.rules if not result.role]
    if documentation:
        yield Text("\nuntested: documentation only", style="bold")
        table = _table(wide=1)
        for result in documentation:
            table.add_row(result.rule, Text(result.reason))
        yield table


def _profiles(examination: Examination) -> Group:
    table = _table(wide=3)
    for result in profiles(examination):
        style = "green" if result.outcome == CONFORMANT else "bold red" if result.barred_by else "dim"
        table.add_row(
            vocabulary().profiles[result.profile].title,
            Text(result.outcome, style=style),
            f"{result.examined} of {result.obligations} obligations examined",
            Text(f"barred by {', '.join(result.barred_by)}" if result.barred_by else ""),
        )
    return Group(Text(""), table)


def _notes(examination: Examination) -> Iterator[Text]:
    failed = {result.rule for result in examination.rules if result.verdict is Verdict.FAILED}
    for deviation in examination.claims.deviations:
        if deviation.rule in failed:
            yield Text(f"{deviation.rule} is a declared deviation: {deviation.issue}", style="yellow")
    for note in examination.broken_claims:
        yield Text(note, style="bold red")
    if examination.unstable:
        yield Text("unstable, that is, with several verdicts when repeated:", style="bold yellow")
        for name in examination.unstable:
            yield Text(f"  {name}", style="yellow")
    if examination.strays:
        yield Text(f"{examination.strays} messages were about nothing that the kit knows", style="yellow")
