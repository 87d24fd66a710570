"""ordertck rules: the register, filtered."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import click

from ordertck.harness.cli.common import edition_option, one_of
from ordertck.harness.edition import Edition
from ordertck.harness.edition.register import Level, RegisteredRule
from ordertck.harness.text import one_line, several

_STATUSES = ("built", "untested", "documentation")
_ENDINGS = ("ions", "ion", "ing", "ed", "es", "e", "s")
_SHORTEST_STEM = 3


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

    Words are looked for in a rule's sentence, in what the document says there, in the register's words, and in the
    titles of the rule's examples; "orders" finds "order", and "revised" finds "revision".

    \b
    Examples:  ordertck rules --area PL --role oms --status untested --format json
               ordertck rules --search price override
    """
    if words and text is None:
        raise click.UsageError(f"'{words[0]}' is no option: did you mean --search {' '.join(words)}?")
    wanted = " ".join((text or "", *words)).lower().split()
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
    rows = [row for row in among if _speaks_of(row["rule"], wanted, edition)]
    if form == "json":
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    elif form == "csv":
        click.echo(_csv(rows), nl=False)
    else:
        for row in rows:
            click.echo(f"{row['rule']}  {row['level']:<13} {','.join(row['binds']):<20} {row['status']}")
            if row["sentence"]:
                click.echo(f"       {row['sentence']}")
        click.echo(f"{len(rows)} of {len(edition.register.rules)} rules")
        if wanted and not rows:
            click.echo("\n".join(_instead(wanted, among, edition)))


def _speaks_of(rule: str, wanted: list[str], edition: Edition) -> bool:
    """Whether a rule speaks of all these words: its sentence with the document, or with the title of an example."""
    told, entry = edition.sentences.get(rule, ""), edition.register.rules[rule]
    titles = (example.id.title for example in edition.examples_of.get(rule, ()))
    stems = [_stem(word) for word in wanted]
    return any(all(stem in f"{told} {more}".lower() for stem in stems) for more in (entry.says, *titles))


def _stem(word: str) -> str:
    """What "orders" and "order", "revised" and "revision" have in common; of a short word, all of it."""
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return next((stem for stem in stems if len(stem) > _SHORTEST_STEM), word)


def _instead(wanted: list[str], among: list[dict[str, Any]], edition: Edition) -> Iterator[str]:
    """What to look for where no rule speaks of all words at once."""
    if len(wanted) > 1:
        counts = [(word, sum(_speaks_of(row["rule"], [word], edition) for row in among)) for word in wanted]
        told = ", ".join(f"{several(count, 'rule')} of '{word}'" for word, count in counts)
        yield one_line(f"no rule speaks of all these words at once; {told}")
    yield "'ordertck docs terms' has other names of the same things; the site of 'ordertck book' has a search"


def _rows(role: str | None, edition: Edition) -> Iterator[dict[str, Any]]:
    told = edition.sentences
    built: dict[str, set[str]] = {}
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
