"""ordertck run: examine a system and write the report."""

import re
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from ordertck.harness.cli.common import REPORT, Seconds, claims_of, edition_option, roles_option
from ordertck.harness.cli.selecting import Selected, selected
from ordertck.harness.edition import Edition
from ordertck.harness.errors import UsageError
from ordertck.harness.sessions import fresh_seed, fresh_session
from ordertck.harness.text import shortened
from ordertck.harness.variation import LARGEST, Variation

if TYPE_CHECKING:
    from ordertck.harness.examination import Examination
    from ordertck.harness.gates.standing import Standing
    from ordertck.harness.reports.folder import Report

# In every id the session stands before the first dash.
_SESSION = re.compile(r"[A-Za-z][A-Za-z0-9]{2,15}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line says of a run, by the names of its parameters."""

    claims: Path | None
    edition: Edition
    roles: tuple[str, ...]
    rules: tuple[str, ...]
    text: str
    failed: bool
    features: tuple[Path, ...]
    repeat: int
    jobs: int | None
    session: str | None
    seed: int | None
    max_time: float | None
    folder: Path
    baseline: Path | None
    accept_deviations: bool
    form: str
    quiet: bool

    def __post_init__(self) -> None:
        """Raise ``UsageError`` for a session id that could not begin others."""
        if self.session is not None and not _SESSION.fullmatch(self.session):
            problem = f"--session '{shortened(self.session, 40)}' is no session id"
            raise UsageError(problem, "take a letter and 2 to 15 letters or digits")

    @property
    def selected(self) -> Selected:
        """Which of the examples are meant."""
        return Selected(self.roles, self.rules, self.text, self.failed)


@click.command("run")
@click.argument("claims", required=False, type=click.Path(path_type=Path))
@roles_option("Only in this role")
@click.option("--rule", "-r", "rules", multiple=True, help="Only this rule, or area (PL); may be given several times.")
@click.option("-k", "text", default="", help="Only examples whose name, rule/role/title, holds this text.")
@click.option("--failed", is_flag=True, help="Only the examples that did not pass in the report folder's last run.")
@click.option(
    "--repeat", default=1, type=click.IntRange(1, 100), help="Run each example so many times; shows what is unstable."
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1, 64),
    help="So many examples side by side, each job in a session of its own; the system has to claim that it can. "
    "One where left out, and two where the reference is examined in one role.",
)
@click.option(
    "--report",
    "folder",
    default=REPORT,
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
@click.option("--max-time", type=Seconds(), help="End the run after so many seconds, without certificate.")
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
    type=click.Path(path_type=Path),
    help="Examine instead what this file, or each feature in this folder, holds, such as the findings of "
    "'ordertck explore'; may be given several times.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--quiet", "-q", is_flag=True, help="Only one line for each system.")
@edition_option
def run_command(**given: Any) -> None:
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
    options = Options(**given)
    raise SystemExit(_apart(options) if options.features else _run(options))


def _apart(options: Options) -> int:
    from ordertck.harness.cli.apart import features_apart

    claimed, is_reference = claims_of(options.claims, options.edition), options.claims is None
    return features_apart(claimed, is_reference, options.features, options.session, options.seed, options.max_time)


def _run(options: Options) -> int:
    """Examine, tell and write the report; the exit code."""
    from ordertck.harness.cli.examining import examined
    from ordertck.harness.cli.progress import Watch
    from ordertck.harness.conformance import exit_code
    from ordertck.harness.reports.folder import begun
    from ordertck.harness.reports.found import beside, require_no_file
    from ordertck.harness.runner.conditions import Conditions

    before = _standing(options.baseline, options.edition)
    claimed = claims_of(options.claims, options.edition)
    plans = selected(options.selected, claimed, options.claims is None, options.folder)
    narrowed = any(plan.narrowed_by for plan in plans)
    folder = beside(options.folder) if narrowed else options.folder
    require_no_file(options.folder)  # nor is anything written beside it
    with Watch(shown=options.form == "text" and not options.quiet) as watch, begun(folder) as report:
        transcript = report.transcript(claimed.redaction())
        variation = Variation(options.seed or fresh_seed())
        session = options.session or fresh_session()
        conditions = Conditions(session, variation, options.repeat, max_time=options.max_time)
        found = examined(plans, conditions, options.jobs, watch, transcript)
        written, problem = _written(report, found)
        _tell(found, written, report, options)
    if problem is not None:
        raise problem
    if narrowed and not any(rule.run for examination in found for rule in examination.rules):
        raise UsageError("nothing that was selected applies to the system, so nothing was run", "see the reasons above")
    code = max(exit_code(examination, options.accept_deviations) for examination in found)
    return code if before is None or code > 1 else _worse(before, written[0].parent, options.edition, options.form)


def _standing(baseline: Path | None, edition: Edition) -> "Standing | None":
    from ordertck.harness.gates.standing import read_baseline

    return None if baseline is None else read_baseline(baseline, edition.ids.now)


def _worse(before: "Standing", report: Path, edition: Edition, form: str) -> int:
    """Say how the run whose report was written there differs from the baseline; the exit code."""
    from ordertck.harness.gates.difference import difference, gate
    from ordertck.harness.gates.rendering import text
    from ordertck.harness.gates.standing import read_standing
    from ordertck.harness.reports.words import Paint

    differs, paint = difference(before, read_standing(report, edition.ids.now)), Paint.of_terminal()
    told = ["\nbeside the baseline", *text(differs, paint, strict=False)]
    click.echo("\n".join(told), err=form == "json", color=paint.colour)
    return gate(differs)


def _written(report: "Report", found: "list[Examination]") -> tuple[list[Path], UsageError | None]:
    """The files of the report, or why it could not be written; the verdicts are told first in any case."""
    try:
        return report.write(found), None
    except UsageError as problem:
        return [], problem


def _next(failed: str, folder: Path, narrowed: bool) -> str:
    """What to do with a run in which a rule failed; what failed in a ``narrowed`` one is not what --failed runs."""
    page = "ordertck report" if folder == REPORT else f"ordertck report {quote(str(folder))}"
    told = f"'{page}' makes a page of it; 'ordertck explain {failed}' shows a rule and its examples"
    return f"{told}{'' if narrowed else '; --failed runs again what did not pass'}"


def _tell(found: "list[Examination]", written: list[Path], report: "Report", options: Options) -> None:
    from ordertck.harness.conformance import deviates
    from ordertck.harness.reports.results import as_bytes, results
    from ordertck.harness.reports.terminal import brief, shown
    from ordertck.harness.reports.words import Paint
    from ordertck.harness.verdicts import Verdict

    if options.form == "json":
        click.echo(as_bytes(results(found)), nl=False)
        return
    paint = Paint.of_terminal()
    told = chain.from_iterable(brief(each, paint) for each in found) if options.quiet else shown(found, paint)
    click.echo("\n".join(told), color=paint.colour)
    if written and not options.quiet:
        click.echo(f"\nreport: {written[0].parent}/ ({', '.join(path.name for path in written)})")
        failed = (result.rule for each in found for result in each.rules if result.verdict is Verdict.FAILED)
        if rule := next(failed, ""):
            click.echo(_next(rule, written[0].parent, any(each.narrowed_by for each in found)))
    click.echo(report.remark, err=True, nl=bool(report.remark))
    if options.accept_deviations and any(map(deviates, found)):
        click.echo("only declared deviations fail, so the exit code is 0: the system is not conformant")
