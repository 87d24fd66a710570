"""ordertck run: examine a system and write the report."""

import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import click

from ordertck import data
from ordertck.harness.claims import Claims, read_claims
from ordertck.harness.errors import UsageError
from ordertck.harness.register import register
from ordertck.harness.verdicts import ExampleResult
from ordertck.harness.vocabulary import vocabulary

DEFAULT_REPORT = Path("ordertck-report")


@click.command("run")
@click.argument("claims", required=False, type=click.Path(path_type=Path))
@click.option("--role", "roles", multiple=True, help="Only in this role; may be given several times.")
@click.option("--rule", "-r", "rules", multiple=True, help="Only this rule; may be given several times.")
@click.option("-k", "text", default="", help="Only examples whose name holds this text.")
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
    help="The report folder.",
)
@click.option("--session", help="The session id that all fresh ids begin with; a new one when left out.")
@click.option("--max-time", type=float, help="End the run after so many seconds; such a run gives no certificate.")
@click.option(
    "--accept-deviations", is_flag=True, help="Exit with 0 where only declared deviations fail. Never makes conformant."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--quiet", "-q", is_flag=True, help="Only the last line.")
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
    that is narrowed by --rule, -k or --failed is for work only and gives no certificate.

    \b
    Examples:  ordertck run
               ordertck run acme/claims.toml --report acme/report
               ordertck run acme/claims.toml --rule PL-09 -k blank
    """
    from ordertck.harness.reports.folder import check_writable, write_report
    from ordertck.harness.reports.results import results
    from ordertck.harness.runner.conformance import exit_code
    from ordertck.harness.runner.reference_run import examine_reference
    from ordertck.harness.runner.session import Selection, examine, fresh_session

    claimed = read_claims(claims or data("fixtures", "reference.toml"))
    _known("role", roles, claimed.roles)
    _known("rule", rules, register().rules)
    check_writable(folder)
    selection = Selection(frozenset(rules), text, _not_passed(folder) if failed else frozenset())
    watch = _Watch(shown=form == "text" and not quiet)
    session = session or fresh_session()
    if claims is None:
        found = examine_reference(claimed, session, selection, watch, roles, repeat=repeat, max_time=max_time)
    else:
        narrowed: Claims = replace(claimed, roles=roles) if roles else claimed
        found = [examine(narrowed, session, selection, watch, repeat, max_time)]
    watch.done()
    if not any(e.verdict for examination in found for e in examination.examples):
        raise UsageError("no example was selected", "'ordertck plan' lists what there is")
    written = write_report(folder, found)
    if form == "json":
        click.echo(json.dumps(results(found), indent=2, ensure_ascii=False))
    else:
        _tell(found, written, quiet)
    codes = [exit_code(examination, accept_deviations) for examination in found]
    raise SystemExit(max(codes))


def _known(what: str, words: tuple[str, ...], known: object) -> None:
    import difflib

    for word in words:
        if word not in known:  # type: ignore[operator]
            near = difflib.get_close_matches(word, list(known), 1)  # type: ignore[call-overload]
            remedy = f"did you mean '{near[0]}'?" if near else "'ordertck rules' lists what there is"
            if what == "role" and word in vocabulary().roles:
                remedy = "the claims do not name it"
            raise UsageError(f"unknown {what} '{word}'", remedy)


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


class _Watch:
    """Progress on the terminal's error stream: how far, and how many of what; nothing where nobody looks."""

    def __init__(self, shown: bool) -> None:
        self._shown = shown and sys.stderr.isatty()
        self._counts: Counter[str] = Counter()

    def __call__(self, result: ExampleResult, number: int, of: int) -> None:
        if not self._shown:
            return
        self._counts[result.verdict] += 1
        counts = ", ".join(f"{count} {verdict}" for verdict, count in self._counts.items())
        click.echo(f"\r\x1b[K{number}/{of}  {counts}  {result.id.rule}", nl=False, err=True)

    def done(self) -> None:
        """Clear the line."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def _tell(found: list, written: list[Path], quiet: bool) -> None:  # type: ignore[type-arg]
    from rich.console import Console

    from ordertck.harness.reports.terminal import show
    from ordertck.harness.runner.conformance import conformant

    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False, soft_wrap=not sys.stdout.isatty())
    if not quiet:
        show(found, console)
        console.print(f"\nreport: {', '.join(str(path) for path in written)}", markup=False)
    if quiet or len(found) > 1:
        for examination in found:
            outcome = (
                "narrowed" if examination.narrowed else "conformant" if conformant(examination) else "not conformant"
            )
            counts = Counter(str(e.verdict) for e in examination.examples)
            line = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
            console.print(
                f"{examination.claims.name} as {', '.join(examination.claims.roles)}: {outcome} ({line})", markup=False
            )
