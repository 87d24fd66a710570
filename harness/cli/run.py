"""ordertck run: examine a system and write the report."""

import difflib
import json
import re
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ordertck import data
from ordertck.harness.claims import read_claims
from ordertck.harness.edition.register import register
from ordertck.harness.edition.vocabulary import vocabulary
from ordertck.harness.errors import UsageError

if TYPE_CHECKING:
    from ordertck.harness.examination import Examination

DEFAULT_REPORT = Path("ordertck-report")
_SESSION = re.compile(r"[A-Za-z][A-Za-z0-9]{2,15}")


@click.command("run")
@click.argument("claims", required=False, type=click.Path(path_type=Path))
@click.option("--role", "roles", multiple=True, help="Only in this role; may be given several times.")
@click.option("--rule", "-r", "rules", multiple=True, help="Only this rule; may be given several times.")
@click.option("-k", "text", default="", help="Only examples whose name, rule/role/title, holds this text.")
@click.option("--failed", is_flag=True, help="Only the examples that did not pass in the report folder's last run.")
@click.option(
    "--repeat", default=1, type=click.IntRange(1, 100), help="Run each example so many times; shows what is unstable."
)
@click.option(
    "--report",
    "folder",
    default=DEFAULT_REPORT,
    show_default=True,
    type=click.Path(path_type=Path),
    help="The report folder; an older report in it is replaced.",
)
@click.option("--session", help="The session id that all fresh ids begin with; a new one when left out.")
@click.option(
    "--max-time", type=click.FloatRange(min=0), help="End the run after so many seconds, without certificate."
)
@click.option(
    "--accept-deviations", is_flag=True, help="Exit with 0 where only declared deviations fail. Never makes conformant."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--quiet", "-q", is_flag=True, help="Only one line for each system.")
def run_command(
    claims: Path | None,
    roles: tuple[str, ...],
    rules: tuple[str, ...],
    text: str,
    failed: bool,
    repeat: int,
    folder: Path,
    session: str | None,
    max_time: float | None,
    accept_deviations: bool,
    form: str,
    quiet: bool,
) -> None:
    """Examine the system that CLAIMS speaks of, or the embedded reference.

    Writes results.json, junit.xml, transcript.ndjson and, for a whole run, a certificate into the report folder. A run
    that is narrowed by --rule, -k, --failed, or by --role where the claims name several, is for work only and gives
    no certificate. The reference is examined in each role by itself.

    \b
    Examples:  ordertck run
               ordertck run acme/claims.toml --report acme/report
               ordertck run acme/claims.toml --rule PL-09 -k blank
    """
    from ordertck.harness.cli.progress import Watch
    from ordertck.harness.conformance import exit_code
    from ordertck.harness.reports.folder import check_writable, write_report
    from ordertck.harness.reports.results import results
    from ordertck.harness.runner.reference_run import examine_reference
    from ordertck.harness.runner.session import Selection, examine, fresh_session

    claimed = read_claims(claims or data("fixtures", "reference.toml"))
    _known("role", roles, claimed.roles)
    _known("rule", rules, register().rules)
    if session is not None and not _SESSION.fullmatch(session):
        raise UsageError(f"--session '{session}' is no session id", "take a letter and 2 to 15 letters or digits")
    check_writable(folder)
    chosen = frozenset() if claims and set(roles) == set(claimed.roles) else frozenset(roles)
    selection = Selection(frozenset(rules), chosen, text, _not_passed(folder) if failed else None)
    session = session or fresh_session()
    with Watch(shown=form == "text" and not quiet) as watch:
        if claims is None:
            found = examine_reference(claimed, session, selection, watch, repeat, max_time)
        else:
            found = [examine(claimed, session, selection, watch, repeat, max_time)]
    if not any(examination.examples for examination in found):
        raise UsageError("no example was selected", "'ordertck plan --examples' lists them")
    written = write_report(folder, found)
    if form == "json":
        click.echo(json.dumps(results(found), indent=2, ensure_ascii=False))
    else:
        _tell(found, written, quiet)
    if selection and not any(rule.run for examination in found for rule in examination.rules):
        raise UsageError("nothing that was selected applies to the system, so nothing was run", "see the reasons above")
    raise SystemExit(max(exit_code(examination, accept_deviations) for examination in found))


def _known(what: str, words: tuple[str, ...], known: Collection[str]) -> None:
    for word in words:
        if word not in known:
            near = difflib.get_close_matches(word, known, 1)
            remedy = f"did you mean '{near[0]}'?" if near else f"'ordertck {what}s' lists what there is"
            if what == "role":
                remedy = f"the claims name {', '.join(known)}"
            which = "a role that is not claimed:" if word in vocabulary().roles else f"unknown {what}"
            raise UsageError(f"{which} '{word}'", remedy)


def _not_passed(folder: Path) -> frozenset[str]:
    """The examples that did not pass in the last run, by their ids."""
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
    return frozenset(names)


def _tell(found: "list[Examination]", written: list[Path], quiet: bool) -> None:
    from rich.console import Console

    from ordertck.harness.reports.terminal import outcome, show

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 140)
    with console.capture() as captured:
        if quiet:
            for examination in found:
                console.print(outcome(examination), soft_wrap=True)
        else:
            show(found, console)
            names = ", ".join(path.name for path in written)
            console.print(f"\nreport: {written[0].parent}/ ({names})", markup=False, soft_wrap=True)
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()), color=True)
