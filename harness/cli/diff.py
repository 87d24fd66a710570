"""ordertck diff: what got worse, and what better, between two runs."""

import json
from pathlib import Path

import click

from ordertck.harness.cli.common import REPORT, edition_option
from ordertck.harness.edition import Edition
from ordertck.harness.errors import UsageError


@click.command("diff")
@click.argument("reports", metavar="OLD NEW", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Compare one report, ordertck-report/ if none is named, with the verdicts that this file keeps.",
)
@click.option("--update", is_flag=True, help="With --baseline: tell the difference, then keep the new verdicts there.")
@click.option("--strict", is_flag=True, help="Count as worse what was never examined before and does not pass.")
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@edition_option
def diff_command(
    reports: tuple[Path, ...], baseline: Path | None, update: bool, strict: bool, form: str, edition: Edition
) -> None:
    """Compare two runs, example by example and rule by rule: each a report folder, a results.json, or a baseline.

    Worse is what passed and does not pass any more, what passed and is not run any more though the kit has it, what
    ends in error since, and a profile that is not conformed to any more under the same rules. A breach that the claims
    declare as a deviation, and what is examined for the first time, is told and is not worse. Of a narrowed run only
    what it ran is compared. Exit code 0 where nothing got worse, 1 where something did, 2 for a mistake in what was
    given.

    \b
    Examples:
      ordertck diff last-week/ordertck-report ordertck-report
      ordertck diff --baseline ordertck-baseline.json --update     keep the verdicts of today
      ordertck diff --baseline ordertck-baseline.json              the gate in CI
    """
    from ordertck.harness.gates.difference import difference, gate
    from ordertck.harness.gates.rendering import as_json, markdown, text
    from ordertck.harness.gates.standing import read_baseline, read_standing, write_baseline
    from ordertck.harness.reports.words import Paint

    if update and baseline is None:
        raise UsageError("--update says what to keep, not where", "name the file: --baseline FILE --update")
    if baseline is None and len(reports) != 2:
        raise UsageError(
            f"two runs are compared, and {len(reports)} named", "ordertck diff OLD NEW, or --baseline FILE"
        )
    if baseline is not None and len(reports) > 1:
        raise UsageError("a baseline is compared with one run", "name one report folder, or leave --baseline out")
    now = edition.ids.now
    new = read_standing(reports[-1] if reports else REPORT, now)
    if baseline is not None and update and not baseline.exists():
        write_baseline(baseline, new)
        click.echo(f"{baseline}: {len(new.examples)} verdicts are kept; commit the file")
        return
    found = difference(read_standing(reports[0], now) if baseline is None else read_baseline(baseline, now), new)
    paint = Paint.of_terminal()
    if form == "json":
        click.echo(json.dumps(as_json(found, strict), indent=2))
    else:
        told = text(found, paint, strict) if form == "text" else markdown(found, strict)
        click.echo("\n".join(told), color=paint.colour)
    if baseline is not None and update:
        write_baseline(baseline, new)
        click.echo(f"\n{baseline}: {len(new.examples)} verdicts are kept", err=form != "text")
        return
    code = gate(found, strict)
    if code and form == "text":
        rule = next((change.name.split("/")[0] for change in found.worse), "RULE")
        page = f"'ordertck report {reports[-1] if reports else REPORT}' makes a page of the run"
        click.echo(f"{page}; 'ordertck explain {rule}' shows a rule and its examples")
    raise SystemExit(code)
