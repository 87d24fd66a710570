"""``ordertck report``: the page of a run, or its JUnit file in another form, from the report folder alone."""

from pathlib import Path

import click

from ordertck.harness.cli.common import REPORT, edition_option
from ordertck.harness.edition import Edition
from ordertck.harness.reports.folder import JUNIT, PAGE, STRICT
from ordertck.harness.writing import write_whole

_FORMS = {"html": PAGE, "junit": JUNIT, "jenkins": STRICT}


@click.command("report")
@click.argument("folder", type=click.Path(path_type=Path), default=REPORT)
@click.option(
    "--format", "form", type=click.Choice(tuple(_FORMS)), default="html", show_default=True,
    help="A page; the JUnit file again; or the JUnit file as Jenkins' schema has it.",
)  # fmt: skip
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Where to; else into the folder.")
@click.option("--explored", type=click.Path(path_type=Path), help="Show what 'ordertck explore --out' wrote, too.")
@edition_option
def report_command(folder: Path, form: str, output: Path | None, explored: Path | None, edition: Edition) -> None:
    """Make the page of the run whose report lies in FOLDER (default: ordertck-report).

    The page is one file that asks for nothing elsewhere: what the system comes to, every rule with its source and its
    examples, what was not examined and why, and of each example that failed its steps, expected beside seen, and its
    messages as a diagram.

    \b
    Examples:  ordertck report
               ordertck report acme/report --output acme.html
               ordertck report acme/report --explored acme/explored
               ordertck report --format jenkins --output jenkins.xml
    """
    from ordertck.harness.errors import UsageError
    from ordertck.harness.reports.explored import read_explored
    from ordertck.harness.reports.folder import INCOMPLETE, TRANSCRIPT
    from ordertck.harness.reports.found import folder_of, read_results
    from ordertck.harness.reports.junit import junit
    from ordertck.harness.reports.page import evidence_of, report_page

    folder = folder_of(folder)
    found = read_results(folder)
    if (folder / INCOMPLETE).exists():
        raise UsageError("the run in this folder did not come to its end", "run again", folder)
    target = output or folder / _FORMS[form]
    lacking = ""
    if form == "html":
        beside = read_explored(explored) if explored is not None else []
        evidence = evidence_of(found, folder / TRANSCRIPT)
        lacking = evidence.lacking
        made = report_page(found, evidence, beside).encode(errors="backslashreplace")
    else:
        made = junit(found, edition.features_folder, strict=form == "jenkins")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, made)
    except OSError as problem:
        raise UsageError(f"cannot be written: {problem.strerror}", "name another file with --output", target) from None
    click.echo(f"{target}: {len(made):,} bytes")
    if lacking:
        click.echo(f"ordertck: {folder}: {lacking}", err=True)
