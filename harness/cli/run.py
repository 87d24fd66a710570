"""ordertck run: examine a system and write the report."""

import json
import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ordertck.harness.claims import Claims
from ordertck.harness.cli.apart import features_apart
from ordertck.harness.cli.common import claims_of, edition_option, one_of
from ordertck.harness.edition import Edition
from ordertck.harness.errors import UsageError
from ordertck.harness.plan import Plan, Selection, plan_of
from ordertck.harness.sessions import fresh_seed
from ordertck.harness.variation import LARGEST, Variation

if TYPE_CHECKING:
    from ordertck.harness.examination import Examination
    from ordertck.harness.gates.standing import Standing
    from ordertck.harness.reports.folder import Report

DEFAULT_REPORT = Path("ordertck-report")
# What is put to the name of the report folder where a run was narrowed, so that no whole run's report is replaced.
_NARROWED = "-narrowed"
_SESSION = re.compile(r"[A-Za-z][A-Za-z0-9]{2,15}")


@click.command("run")
@click.argument("claims", required=False, type=click.Path(path_type=Path))
@click.option("--role", "roles", multiple=True, help="Only in this role; may be given several times.")
@click.option("--rule", "-r", "rules", multiple=True, help="Only this rule, or area (PL); may be given several times.")
@click.option("-k", "text", default="", help="Only examples whose name, rule/role/title, holds this text.")
@click.option("--failed", is_flag=True, help="Only the examples that did not pass in the report folder's last run.")
@click.option(
    "--repeat", default=1, type=click.IntRange(1, 100), help="Run each example so many times; shows what is unstable."
)
@click.option(
    "--jobs",
    "-j",
    default=1,
    type=click.IntRange(1, 64),
    help="So many examples side by side, each job in a session of its own; the system has to claim that it can.",
)
@click.option(
    "--report",
    "folder",
    default=DEFAULT_REPORT,
    show_default=True,
    type=click.Path(path_type=Path),
    help="The report folder; an older report in it is replaced, but never by a narrowed run's.",
)
@click.option("--session", help="The session id that all fresh ids begin with; a new one when left out.")
@click.option(
    "--seed",
    "--shuffle",
    "seed",
    type=click.IntRange(1, LARGEST),
    help="What the order of examples, ids, people, days and names come from; a new one when left out.",
)
@click.option(
    "--max-time", type=click.FloatRange(min=0), help="End the run after so many seconds, without certificate."
)
@click.option(
    "--accept-deviations",
    is_flag=True,
    help="Exit with 0 where only declared deviations fail that have not expired. Never makes conformant.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Exit with 1 only for what is worse than the verdicts in this file, which 'ordertck diff' writes.",
)
@click.option(
    "--feature",
    "features",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Examine what this file holds instead, such as a finding of 'ordertck explore'; may be given several times.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--quiet", "-q", is_flag=True, help="Only one line for each system.")
@edition_option
def run_command(
    claims: Path | None,
    roles: tuple[str, ...],
    rules: tuple[str, ...],
    text: str,
    failed: bool,
    repeat: int,
    jobs: int,
    folder: Path,
    session: str | None,
    seed: int | None,
    max_time: float | None,
    accept_deviations: bool,
    baseline: Path | None,
    features: tuple[Path, ...],
    form: str,
    quiet: bool,
    edition: Edition,
) -> None:
    """Examine the system that CLAIMS speaks of, or the embedded reference.

    Writes results.json, junit.xml, transcript.ndjson and, for a whole run, a certificate into the report folder. A run
    that is narrowed by --rule, -k, --failed, or by --role where the claims name several, is for work only and gives
    no certificate. The reference is examined in each role by itself. With --feature nothing is written: the examples of
    those files, in the kit's sentences, are shown apart, and stand on no certificate.

    \b
    Examples:  ordertck run
               ordertck run acme/claims.toml --report acme/report
               ordertck run acme/claims.toml --rule PL-09 -k blank
               ordertck run acme/claims.toml --baseline acme/baseline.json
               ordertck run acme/claims.toml --jobs 8
    """
    from ordertck.harness.cli.examining import Conditions, examined
    from ordertck.harness.cli.progress import Watch
    from ordertck.harness.conformance import deviates, exit_code
    from ordertck.harness.reports.folder import begun
    from ordertck.harness.reports.results import as_bytes, results

    if features:
        raise SystemExit(features_apart(claims_of(claims, edition), claims is None, features, session, seed, max_time))
    before = _standing(baseline, edition)
    claimed = claims_of(claims, edition)
    rules = _rules(rules, edition)
    _known("role", roles, claimed.roles, edition)
    if session is not None and not _SESSION.fullmatch(session):
        raise UsageError(f"--session '{session}' is no session id", "take a letter and 2 to 15 letters or digits")
    selection = Selection(frozenset(rules), frozenset(), text, _not_passed(folder, edition) if failed else None)
    plans = _plans(claimed, claims is None, frozenset(roles), selection)
    if not any(plan.entries for plan in plans):
        raise _nothing_selected(claimed, rules)
    if any(plan.narrowed_by for plan in plans):
        folder = folder.with_name(f"{folder.name}{_NARROWED}")
    with Watch(shown=form == "text" and not quiet) as watch, begun(folder) as report:
        transcript = report.transcript(claimed.redaction())
        conditions = Conditions(session, Variation(seed or fresh_seed()), repeat, max_time, jobs)
        found = examined(plans, conditions, watch, transcript)
        written, problem = _written(report, found)
        if form == "json":
            click.echo(as_bytes(results(found)), nl=False)
        else:
            _tell(found, written, quiet)
            click.echo(report.remark, err=True, nl=bool(report.remark))
            if accept_deviations and any(map(deviates, found)):
                click.echo("only declared deviations fail, so the exit code is 0: the system is not conformant")
    if problem is not None:
        raise problem
    if selection and not any(rule.run for examination in found for rule in examination.rules):
        raise UsageError("nothing that was selected applies to the system, so nothing was run", "see the reasons above")
    code = max(exit_code(examination, accept_deviations) for examination in found)
    raise SystemExit(code if before is None or code > 1 else _worse(before, written[0].parent, edition, form))


def _standing(baseline: Path | None, edition: Edition) -> "Standing | None":
    from ordertck.harness.gates.standing import read_baseline

    return None if baseline is None else read_baseline(baseline, edition.ids.now)


def _worse(before: "Standing", report: Path, edition: Edition, form: str) -> int:
    """Say how the run whose report was written there differs from the baseline; the exit code."""
    from ordertck.harness.gates.difference import difference, gate
    from ordertck.harness.gates.standing import read_standing
    from ordertck.harness.gates.told import text
    from ordertck.harness.reports.words import Paint

    differs, paint = difference(before, read_standing(report, edition.ids.now)), Paint.of_terminal()
    told = ["\nbeside the baseline", *text(differs, paint, strict=False)]
    click.echo("\n".join(told), err=form == "json", color=paint.colour)
    return gate(differs)


def _rules(words: tuple[str, ...], edition: Edition) -> tuple[str, ...]:
    """The rules that are named, in letters of either case; "PL" and "PL-*" are every rule of the area."""
    chosen: list[str] = []
    for word in (given.upper() for given in words):
        area = word.removesuffix("*").removesuffix("-")
        if area in edition.register.areas:
            chosen += [rule.id for rule in edition.register.rules.values() if rule.area == area]
        else:
            one_of("rule", word, edition.register.rules)
            chosen.append(word)
    return tuple(dict.fromkeys(chosen))


def _nothing_selected(claims: Claims, rules: tuple[str, ...]) -> UsageError:
    """Why no example is there to run: a rule without examples, or of other roles, or a text that no name holds."""
    known = claims.edition.register.rules
    for rule in rules:
        entry = known[rule]
        if entry.not_tested:
            return UsageError(f"{rule} has no examples: {entry.not_tested}", f"'ordertck explain {rule}' tells more")
        if not set(entry.binds) & set(claims.roles):
            return UsageError(f"{rule} binds {', '.join(entry.binds)}, which is not claimed", "see [system] roles")
    return UsageError("no example was selected", "'ordertck plan --examples' lists them")


def _plans(claims: Claims, is_reference: bool, roles: frozenset[str], selection: Selection) -> list[Plan]:
    """What is to be run: one plan for a third party; one a role, with every switch both ways, for the reference."""
    if is_reference:
        chosen = [role for role in claims.roles if not roles or role in roles]
        plans = [plan_of(replace(claims, roles=(role,)), every_switch=True).only(selection) for role in chosen]
        return [plan for plan in plans if plan.entries] or plans[:1]
    narrowed = replace(selection, roles=frozenset() if roles == set(claims.roles) else roles)
    return [plan_of(claims).only(narrowed)]


def _known(what: str, words: tuple[str, ...], known: Collection[str], edition: Edition) -> None:
    for word in words:
        if what == "role" and word not in known:
            unknown = "a role that is not claimed:" if word in edition.vocabulary.roles else "unknown role"
            raise UsageError(f"{unknown} '{word}'", f"the claims name {', '.join(known)}")
        one_of(what, word, known)


def _not_passed(folder: Path, edition: Edition) -> frozenset[str]:
    """The examples that did not pass in the last run, by the ids that they have now."""
    file = folder / "results.json"
    try:
        found = json.loads(file.read_text())
        names = {
            "/".join(filter(None, (e["rule"], e["role"], e["title"], e["row"])))
            for examination in found["examinations"]
            for e in examination["examples"]
            if e["verdict"] in ("failed", "error", "inconclusive")
        }
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError("no results of an earlier run are there", "run without --failed first", file) from None
    if not names:
        raise UsageError("everything passed in the last run", "run without --failed", file)
    return frozenset(map(edition.ids.now, names))


def _written(report: "Report", found: "list[Examination]") -> tuple[list[Path], UsageError | None]:
    """The files of the report, or why it could not be written; the verdicts are told first in any case."""
    try:
        return report.write(found), None
    except UsageError as problem:
        return [], problem


def _tell(found: "list[Examination]", written: list[Path], quiet: bool) -> None:
    from ordertck.harness.reports.terminal import brief, shown
    from ordertck.harness.reports.words import Paint

    paint = Paint.of_terminal()
    lines = (line for examination in found for line in brief(examination, paint)) if quiet else shown(found, paint)
    click.echo("\n".join(lines), color=paint.colour)
    if written and not quiet:
        click.echo(f"\nreport: {written[0].parent}/ ({', '.join(path.name for path in written)})")
