"""ordertck export: a report in the forms that other tools read."""

from collections.abc import Callable
from pathlib import Path

import click

from ordertck.harness.cli.common import REPORT, edition_option, written
from ordertck.harness.edition import Edition

_FORMS = ("markdown", "csv", "cucumber", "badge", "shields")


@click.command("export")
@click.argument("form", metavar="FORM", type=click.Choice(_FORMS))
@click.argument("report", type=click.Path(path_type=Path), default=REPORT)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; else it is printed."
)
@edition_option
def export_command(form: str, report: Path, output: Path | None, edition: Edition) -> None:
    """Turn a REPORT, a folder or its results.json (default: ordertck-report), into another FORM.

    \b
      markdown   a summary, for a step summary of CI or a ticket
      csv        a line a rule in its role: verdict, sentence, source
      cucumber   Cucumber Messages (NDJSON), for Cucumber's own reports
      badge      a small drawing (SVG) of what the run comes to
      shields    the same as shields.io reads it (JSON of an endpoint badge)

    \b
    Examples:
      ordertck export markdown >> "$GITHUB_STEP_SUMMARY"
      ordertck export badge --output ordertck.svg
      ordertck export cucumber acme/report --output messages.ndjson
    """
    from ordertck.harness.exports.badge import badge, endpoint
    from ordertck.harness.exports.csv_table import rules_as_csv
    from ordertck.harness.exports.cucumber import cucumber_messages
    from ordertck.harness.exports.summary import summary
    from ordertck.harness.reports.saved import read_run

    run = read_run(report)
    forms: dict[str, Callable[[], str]] = {
        "markdown": lambda: summary(run),
        "csv": lambda: rules_as_csv(run),
        "cucumber": lambda: cucumber_messages(run, edition),
        "badge": lambda: badge(run),
        "shields": lambda: endpoint(run),
    }
    written(forms[form](), output)
