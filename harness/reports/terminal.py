"""What a person sees: progress while it runs, then rule by rule what was found."""

from collections import Counter
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from ordertck.harness.register import Level, register
from ordertck.harness.reports.results import with_offsets
from ordertck.harness.runner.conformance import CONFORMANT, conformant, profiles
from ordertck.harness.runner.features import all_features
from ordertck.harness.runner.session import Examination
from ordertck.harness.verdicts import ExampleResult, Verdict
from ordertck.harness.vocabulary import vocabulary

COLOURS = {
    Verdict.ERROR: "bold magenta",
    Verdict.FAILED: "bold red",
    Verdict.INCONCLUSIVE: "yellow",
    Verdict.PASSED: "green",
    Verdict.INAPPLICABLE: "cyan",
    Verdict.UNTESTED: "dim",
}
_BAD = (Verdict.ERROR, Verdict.FAILED, Verdict.INCONCLUSIVE)
_MOST_SHOWN = 20


def sentences() -> dict[str, str]:
    """Each rule's sentence: its Rule line, or the register's for a documentation-only rule."""
    told = {rule.id: rule.statement for rule in register().rules.values() if rule.statement}
    return told | {rule.id: rule.sentence for feature in all_features() for rule in feature.rules}


def show(examinations: list[Examination], console: Console) -> None:
    """Print what was found: rules, failures in full, reasons for what was not examined, profiles."""
    for examination, offset in with_offsets(examinations):
        console.print()
        console.print(_title(examination))
        console.print(_rules(examination))
        for part in _failures(examination, offset):
            console.print(part)
        console.print(_left_out(examination))
        console.print(_summary(examination))


def _title(examination: Examination) -> Text:
    claims = examination.claims
    text = Text(f"{claims.name} {claims.version}", style="bold")
    text.append(f" as {', '.join(claims.roles)}", style="bold")
    text.append(f"   session {examination.session}, {examination.seconds:.2f} s", style="dim")
    return text


def _rules(examination: Examination) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    told = sentences()
    for result in examination.rules:
        if result.run:
            level = register().rules[result.rule].level
            note = "" if level is Level.OBLIGATION else f" ({level})"
            table.add_row(
                result.rule,
                Text(result.verdict, style=COLOURS[result.verdict]),
                f"{result.passed} of {result.run}",
                Text(told.get(result.rule, "") + note),
            )
    return table


def _failures(examination: Examination, offset: int) -> Iterable[RenderableType]:
    bad = [example for example in examination.examples if example.verdict in _BAD]
    for example in bad[:_MOST_SHOWN]:
        yield _failure(example, offset)
    if len(bad) > _MOST_SHOWN:
        yield Text(f"\nand {len(bad) - _MOST_SHOWN} more, all of them in results.json", style="bold")


def _failure(example: ExampleResult, offset: int) -> Group:
    name = f"{example.id.title} [{example.id.row}]" if example.id.row else example.id.title
    head = Text(f"\n{example.id.rule} ", style="bold")
    head.append(example.verdict, style=COLOURS[example.verdict])
    head.append(f"  {name}" + ("  (late)" if example.late else ""))
    rows = [("at", f"{example.step}   features/{example.location}" if example.step else f"features/{example.location}")]
    if example.expected:
        rows += [("expected", example.expected), ("seen", example.seen)]
    rows.append(("why", example.reason))
    if example.blame:
        rows.append(("blame", example.blame))
    if example.transcript:
        first, last = example.transcript
        rows.append(("messages", f"transcript.ndjson, records {first + offset} to {last + offset}"))
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for what, text in rows:
        table.add_row(what, Text(text))
    return Group(head, table)


def _left_out(examination: Examination) -> Group:
    """What was not examined, by reason, as large as what was."""
    rules: dict[str, list[str]] = {}
    for result in examination.rules:
        if not result.run:
            rules.setdefault(f"{result.verdict}: {result.reason}", []).append(result.rule)
    examples = Counter(
        example.reason
        for result in examination.rules
        if result.run
        for example in result.examples
        if example.verdict is Verdict.INAPPLICABLE
    )
    parts: list[RenderableType] = []
    documentation = [r for r in examination.rules if r.verdict is Verdict.UNTESTED and not r.role]
    for reason, ids in sorted(rules.items()):
        if documentation and ids == [r.rule for r in documentation if f"untested: {r.reason}" == reason]:
            continue
        parts.append(Text(f"\n{reason}", style="bold"))
        parts.append(Text(f"  {_ranges(ids)}"))
    if documentation:
        parts.append(Text("\nuntested: documentation only", style="bold"))
        parts += [Text(f"  {r.rule}  {r.reason}") for r in documentation]
    for reason, count in sorted(examples.items()):
        parts.append(Text(f"\ninapplicable examples: {reason}", style="bold"))
        parts.append(Text(f"  {count} of rules that were examined otherwise"))
    return Group(*parts)


def _ranges(ids: list[str]) -> str:
    """ "PL-01 to PL-04, PL-06": runs of ids in one area, in words."""
    runs: list[list[str]] = []
    for rule in ids:
        follows = runs and runs[-1][-1][:3] == rule[:3] and int(runs[-1][-1][3:]) + 1 == int(rule[3:])
        if follows:
            runs[-1].append(rule)
        else:
            runs.append([rule])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def _summary(examination: Examination) -> Group:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for result in profiles(examination):
        title = vocabulary().profiles[result.profile].title
        style = "green" if result.outcome == CONFORMANT else "bold red" if result.barred_by else "dim"
        why = f"barred by {', '.join(result.barred_by)}" if result.barred_by else ""
        table.add_row(
            title, Text(result.outcome, style=style), f"{result.examined} of {result.obligations} examined", Text(why)
        )
    counts = Counter(example.verdict for example in examination.examples)
    line = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict])
    notes = [Text(note, style="bold red") for note in examination.broken_claims]
    if examination.unstable:
        notes.append(Text(f"unstable: {', '.join(examination.unstable)}", style="yellow"))
    if examination.strays:
        notes.append(Text(f"{examination.strays} messages were about nothing that the kit knows", style="yellow"))
    return Group(
        Text(""), table, Text(f"\n{len(examination.examples)} examples: {line}"), *notes, _verdict(examination)
    )


def _verdict(examination: Examination) -> Text:
    if examination.narrowed:
        return Text("narrowed by hand, so there is no certificate", style="bold")
    if examination.cut_short:
        return Text(f"{examination.cut_short}, so there is no certificate", style="bold red")
    if conformant(examination):
        return Text("conformant", style="bold green")
    return Text("not conformant", style="bold red")
