"""ordertck rules and explain: the register, and all about one rule."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import click

from ordertck.harness.errors import UsageError
from ordertck.harness.register import Level, RegisteredRule, register
from ordertck.harness.vocabulary import vocabulary

_STATUSES = ("built", "untested", "documentation")


@click.command("rules")
@click.option(
    "--area", type=click.Choice(sorted(register().areas), case_sensitive=False), help="Two letters, such as PL."
)
@click.option("--role", type=click.Choice(sorted(vocabulary().roles)), help="Rules that bind this role.")
@click.option("--level", type=click.Choice([level.value for level in Level]))
@click.option("--profile", type=click.Choice(sorted(vocabulary().profiles)))
@click.option(
    "--status", type=click.Choice(_STATUSES), help="untested: no examples yet; documentation: there can be none."
)
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
def rules_command(
    area: str | None, role: str | None, level: str | None, profile: str | None, status: str | None, form: str
) -> None:
    """List the rules of the documents.

    \b
    Example:  ordertck rules --area PL --role oms --status untested --format json
    """
    rows = [
        row
        for row in _rows(role)
        if (area is None or row["area"] == area)
        and (role is None or role in row["binds"])
        and (level is None or row["level"] == level)
        and (profile is None or row["rule"] in vocabulary().profiles[profile].rules)
        and (status is None or row["status"].startswith(status))
    ]
    if form == "json":
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    elif form == "csv":
        click.echo(_csv(rows), nl=False)
    else:
        for row in rows:
            click.echo(f"{row['rule']}  {row['level']:<13} {','.join(row['binds']):<20} {row['status']}")
            if row["sentence"]:
                click.echo(f"       {row['sentence']}")
        click.echo(f"{len(rows)} of {len(register().rules)} rules")


def _rows(role: str | None) -> Iterator[dict[str, Any]]:
    from ordertck.harness.reports.words import sentences
    from ordertck.harness.runner.session import roll

    told = sentences()
    built: dict[str, set[str]] = {}
    for example in roll():
        built.setdefault(example.id.rule, set()).add(example.id.role)
    for rule in register().rules.values():
        yield {
            "rule": rule.id,
            "area": rule.area,
            "level": rule.level.value,
            "strength": rule.strength,
            "basis": rule.basis,
            "binds": list(rule.binds),
            "testability": rule.testability,
            "capability": rule.capability,
            "switches": list(rule.switches),
            "sources": [str(source) for source in rule.sources],
            "status": _status(rule, built.get(rule.id, set()), role),
            "sentence": told.get(rule.id, ""),
        }


def _status(rule: RegisteredRule, roles: set[str], role: str | None) -> str:
    if rule.level is Level.DOCUMENTATION:
        return f"documentation: {rule.not_tested}"
    if role in rule.not_examinable:
        return f"untested: {rule.not_examinable[role or '']}"
    missing = [r for r in rule.binds if r not in roles and r not in rule.not_examinable and role in (None, r)]
    if not missing:
        return "built"
    return "untested: not built yet" + (f" for {', '.join(missing)}" if roles else "")


def _csv(rows: list[dict[str, Any]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]) if rows else ["rule"], lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({k: "; ".join(v) if isinstance(v, list) else v for k, v in row.items()})
    return text.getvalue()


@click.command("explain")
@click.argument("rule")
def explain_command(rule: str) -> None:
    """Tell all about one RULE: its sentence, strength, source, whom it binds, and its examples in full.

    \b
    Example:  ordertck explain PL-09
    """
    from ordertck.harness.runner.features import all_features

    entry = register().rules.get(rule.upper())
    if entry is None:
        raise UsageError(f"unknown rule '{rule}'", "'ordertck rules' lists them all")
    home = next((r for f in all_features() for r in f.rules if r.id == entry.id), None)
    click.echo(f"{entry.id}  {home.sentence if home else entry.statement or '(not built yet)'}")
    if home and home.description:
        click.echo(f"\n{home.description}")
    click.echo(f"\n{entry.strength} ({entry.basis}), {entry.level}; binds {', '.join(entry.binds) or 'nobody'}")
    for source in entry.sources:
        click.echo(f"{register().documents[source.document]}, {source.section} ({source.lines})")
    if entry.capability:
        click.echo(f"examined where capability '{entry.capability}' is claimed: {_says(entry.capability)}")
    for switch in entry.switches:
        found = vocabulary().switches[switch]
        click.echo(f"switch '{switch}' ({' or '.join(found.values)}): {found.says}")
    for role, reason in entry.not_examinable.items():
        click.echo(f"not examinable for {role}: {reason}")
    if entry.not_tested:
        click.echo(f"not tested: {entry.not_tested}")
    for example in _by_place(home.examples if home else ()):
        click.echo(f"\n{example[0]}   features/{example[1]}")
        for line in example[2]:
            click.echo(f"    {line}")


def _says(capability: str) -> str:
    return vocabulary().capabilities[capability].says


def _by_place(examples: Any) -> Iterator[tuple[str, str, list[str]]]:
    """Each example once, with the roles that it is for, its place and its steps."""
    roles: dict[str, list[str]] = {}
    for example in examples:
        roles.setdefault(example.location, []).append(example.id.role)
    shown = set()
    for example in examples:
        if example.location in shown:
            continue
        shown.add(example.location)
        title = f"{example.id.title} [{example.id.row}]" if example.id.row else example.id.title
        lines = []
        for step in example.steps:
            lines.append(f"{step.type.capitalize()} {step.text}")
            lines += [f"  | {' | '.join(row)} |" for row in step.table or ()]
        yield f"{title} ({', '.join(roles[example.location])})", example.location, lines
