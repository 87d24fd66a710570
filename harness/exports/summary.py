"""A run in Markdown: what a step summary of CI, a ticket or a chat shows of it."""

from collections.abc import Iterator

from ordertck.harness.gates.rendering import cell, table
from ordertck.harness.gates.standing import counted, known_breaches
from ordertck.harness.reports.saved import SavedExamination, SavedExample, SavedRun
from ordertck.harness.text import several, shortened
from ordertck.harness.verdicts import Statement, Verdict

# So many examples that did not pass are told; GitHub takes a summary of one megabyte at most.
_MOST, _LONGEST = 50, 300
_SIGNS = {Statement.CONFORMANT: "✅", Statement.NOT_CONFORMANT: "❌"}


def summary(run: SavedRun) -> str:
    """Each examination: the statement, profiles, what did not pass, what was not examined and why."""
    lines = [line for examination in run.examinations for line in _examination(run, examination)]
    lines.append(f"\nordertck {cell(run.kit.version)}, {cell(run.edition.name)} {cell(run.edition.version)}")
    return "\n".join(lines) + "\n"


def _examination(run: SavedRun, examination: SavedExamination) -> Iterator[str]:
    statement = examination.statement
    yield f"## {_SIGNS.get(statement, '⚠️')} {cell(examination.title)}: {statement}\n"
    ran = [example for example in examination.examples if example.was_run]
    yield f"{several(len(ran), 'example')} run: {counted(e.verdict for e in ran) or 'none'}.\n"
    roles = examination.claims.roles if not examination.narrowed_by else ()
    if hidden := [role for role in roles if len(roles) > 1 and role not in {example.role for example in ran}]:
        yield f"> Nothing of {' and '.join(hidden)} was examined; `ordertck plan` says why.\n"
    for word in (examination.narrowed_by, examination.cut_short):
        if word:
            yield f"> {cell(word)}: there is no certificate.\n"
    yield from (f"> Beside the examples: {cell(remark)}.\n" for remark in examination.remarks)
    if examination.profiles:
        barred: list[tuple[str, ...]] = [(p.profile, p.outcome, ", ".join(p.barred_by)) for p in examination.profiles]
        yield from table(("profile", "outcome", "barred by"), barred)
    order = list(run.edition.rules)
    bad = [example for example in ran if example.verdict is not Verdict.PASSED]
    bad.sort(key=lambda example: order.index(example.rule) if example.rule in order else len(order))
    if bad:
        yield "\n### Not passed\n"
        yield from table(("rule", "verdict", "example", "why", "the rule"), [_row(run, e) for e in bad[:_MOST]])
    if len(bad) > _MOST:
        yield f"\nand {len(bad) - _MOST} more, in the report"
    if examination.unstable:
        yield f"\n### Unstable: several verdicts when repeated ({len(examination.unstable)})\n"
        yield from (f"- {cell(name)}" for name in examination.unstable[:_MOST])
    yield from _not_examined(examination)


def _row(run: SavedRun, example: SavedExample) -> tuple[str, ...]:
    why = f"expected {example.expected}; seen: {example.seen}" if example.expected else example.reason
    if issue := known_breaches(run).get(example.rule):
        why = f"known deviation {issue}; {why}"
    entry = run.edition.rules.get(example.rule)
    return (
        f"{example.rule} ({example.role})", example.verdict.value, example.id.titled, shortened(why, _LONGEST),
        entry.sentence if entry else "",
    )  # fmt: skip


def _not_examined(examination: SavedExamination) -> Iterator[str]:
    """The rules of the claimed roles that no example was run of, by reason."""
    by_reason: dict[str, list[str]] = {}
    for rule in examination.rules:
        if not rule.run and rule.role in examination.claims.roles:
            by_reason.setdefault(f"{rule.verdict}: {rule.reason}", []).append(rule.rule)
    if by_reason:
        count = sum(map(len, by_reason.values()))
        yield f"\n<details><summary>{several(count, 'rule')} not examined</summary>\n"
        yield from table(("why", "rules"), [(why, ", ".join(rules)) for why, rules in sorted(by_reason.items())])
        yield "\n</details>"
