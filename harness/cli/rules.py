"""ordertck rules: the register, filtered."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import click

from ordertck.harness.cli.common import edition_option, one_of
from ordertck.harness.cli.searching import Search
from ordertck.harness.edition import Edition
from ordertck.harness.edition.register import Level, RegisteredRule

_STATUSES = ("built", "untested", "documentation")


@click.command("rules")
@click.option(
    "--area",
    metavar="AREA",
    help="The two letters that rule ids begin with, such as PL.",
)
@click.option("--role", type=str.lower, metavar="ROLE", help="Rules that bind this role.")
@click.option("--level", type=click.Choice([level.value for level in Level]))
@click.option("--profile", help="Rules of this profile.")
@click.option(
    "--status", type=click.Choice(_STATUSES), help="untested: no examples yet; documentation: there can be none."
)
@click.option(
    "--search", "text", help="Rules that speak of this word, and of all that follow it, whatever their order and case."
)
@click.argument("words", nargs=-1, metavar="[WORD]...")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@edition_option
def rules_command(
    area: str | None,
    role: str | None,
    level: str | None,
    profile: str | None,
    status: str | None,
    text: str | None,
    words: tuple[str, ...],
    form: str,
    edition: Edition,
) -> None:
    """List the rules of the documents.

    Words are looked for in a rule's sentence, then in what the document says there, in the register's words, in the
    titles of the rule's examples, and in the invariants that judge it; "orders" finds "order", "revised" finds
    "revision", and words such as "when" and "the" are passed over, so that a question can be asked as it comes.

    \b
    Examples:  ordertck rules --area PL --role oms --status untested --format json
               ordertck rules --search price override
               ordertck rules --search what happens to a follow-on when its base is cancelled
    """
    if words and text is None:
        raise click.UsageError(f"'{words[0]}' is no option: did you mean --search {' '.join(words)}?")
    search = Search(" ".join((text or "", *words)).split(), edition)
    vocabulary = edition.vocabulary
    area = one_of("area", area.upper() if area else None, edition.register.areas)
    one_of("role", role, vocabulary.roles)
    one_of("profile", profile, vocabulary.profiles)
    among = [
        row
        for row in _rows(role, edition)
        if (area is None or row["area"] == area)
        and (role is None or role in row["binds"])
        and (level is None or row["level"] == level)
        and (profile is None or row["rule"] in vocabulary.profiles[profile].rules)
        and (status is None or row["status"].startswith(status))
    ]
    hits = {row["rule"]: hit for row in among if (hit := search.hit(row["rule"])) is not None}
    rows = sorted((row for row in among if row["rule"] in hits), key=lambda row: hits[row["rule"]].rank)
    if form == "json":
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    elif form == "csv":
        click.echo(_csv(rows), nl=False)
    else:
        for row in rows:
            click.echo(f"{row['rule']}  {row['level']:<13} {','.join(row['binds']):<20} {row['status']}")
            if row["sentence"]:
                click.echo(f"       {row['sentence']}")
            if where := hits[row["rule"]].where:
                click.echo(f"         {where}")
        click.echo(f"{len(rows)} of {len(edition.register.rules)} rules")
        if search.words and not rows:
            click.echo("\n".join(search.instead(row["rule"] for row in among)))


def _rows(role: str | None, edition: Edition) -> Iterator[dict[str, Any]]:
    told = edition.sentences
    built: dict[str, set[str]] = {}
    titles = edition.register.documents
    for example in edition.examples:
        built.setdefault(example.id.rule, set()).add(example.id.role)
    for rule in edition.register.rules.values():
        yield {
            "rule": rule.id,
            "area": rule.area,
            "level": rule.level.value,
            "strength": rule.strength,
            "basis": rule.basis,
            "since": rule.since,
            "binds": list(rule.binds),
            "testability": rule.testability,
            "capability": rule.capability,
            "switches": list(rule.switches),
            "sources": [f"{titles[s.document]}, {s.section}, {s.place}" for s in rule.sources],
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
