"""ordertck book: the rules as a site that people browse, search and print."""

from pathlib import Path

import click

from ordertck.harness.cli.common import edition_option
from ordertck.harness.edition import Edition


@click.command("book")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default="ordertck-book",
    show_default=True,
    help="The folder for the site; an older book in it is replaced.",
)
@click.option(
    "--run",
    "runs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A report, whose verdicts stand on the rules' pages; may be given several times.",
)
@click.option(
    "--proof", type=click.Path(path_type=Path), help="What 'ordertck prove --format json' printed: who was caught."
)
@edition_option
def book_command(output: Path, runs: tuple[Path, ...], proof: Path | None, edition: Edition) -> None:
    """Write the rule book: a static site with a page for each rule, which needs no server.

    Chapters by area; tables, life cycles, open questions, glossary; where rules meet; the wrong systems that each rule
    catches. The page of a rule is named by its id, PL-09.html, and stays there. print.html has all rules on one page.

    \b
    Examples:
      ordertck book
      ordertck book --output site --run ordertck-report --proof proof.json
    """
    from ordertck.harness.book.chapters import book_of
    from ordertck.harness.book.site import check_folder, write_site
    from ordertck.harness.reports.saved import read_run

    check_folder(output)
    book = book_of(edition, [read_run(run) for run in runs], proof)
    files = write_site(book, output)
    click.echo(f"{output}: {len(book.pages)} rules on {len(files) - 1} pages; begin with {output / 'index.html'}")
