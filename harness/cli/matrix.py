"""ordertck matrix and ordertck trend: several runs side by side, and one after the other."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ordertck.harness.cli.common import edition_option, written
from ordertck.harness.edition import Edition

F = TypeVar("F", bound=Callable[..., Any])
_FORMATS = ("text", "html", "markdown", "json")


def _several_runs(command: F) -> F:
    """What both commands take: the runs, the form and where it goes."""
    runs = click.argument("runs", metavar="RUN...", nargs=-1, required=True, type=click.Path(path_type=Path))
    form = click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
    output = click.option(
        "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; else it is printed."
    )
    return runs(form(output(edition_option(command))))


@click.command("matrix")
@click.option("--differing", is_flag=True, help="Only rules on which the verdicts differ.")
@_several_runs
def matrix_command(runs: tuple[Path, ...], form: str, output: Path | None, differing: bool, edition: Edition) -> None:
    """Show rules by systems: a line a rule in its role, a column a RUN, which is a report folder or a results.json.

    Rules that none of the runs examined are counted and left out.

    \b
    Examples:
      ordertck matrix acme/ordertck-report other/ordertck-report
      ordertck matrix reports/* --differing --format html --output matrix.html
    """
    from ordertck.harness.gates import side_by_side as told
    from ordertck.harness.gates.matrix import as_json, matrix
    from ordertck.harness.reports.saved import read_run
    from ordertck.harness.reports.words import Paint

    paint = Paint.of_terminal()
    found = matrix([read_run(run) for run in runs], edition.sentences_in_order, differing)
    forms: dict[str, Callable[[], str]] = {
        "json": lambda: json.dumps(as_json(found), indent=2),
        "html": lambda: told.matrix_page(found, differing),
        "markdown": lambda: "\n".join(told.matrix_markdown(found)),
        "text": lambda: "\n".join(told.matrix_text(found, paint)),
    }
    written(forms[form](), output)


@click.command("trend")
@_several_runs
def trend_command(runs: tuple[Path, ...], form: str, output: Path | None, edition: Edition) -> None:
    """Show how one system got on: its RUNs, report folders or results.json files, in the order in which they began.

    \b
    Examples:
      ordertck trend history/*
      ordertck trend history/* --format html --output trend.html
    """
    from ordertck.harness.gates import side_by_side as told
    from ordertck.harness.gates.trend import as_json, trend
    from ordertck.harness.reports.saved import read_run
    from ordertck.harness.reports.words import Paint

    paint = Paint.of_terminal()
    points = trend([read_run(run) for run in runs], edition.ids.now)
    forms: dict[str, Callable[[], str]] = {
        "json": lambda: json.dumps(as_json(points), indent=2),
        "html": lambda: told.trend_page(points),
        "markdown": lambda: "\n".join(told.trend_markdown(points)),
        "text": lambda: "\n".join(told.trend_text(points, paint)),
    }
    written(forms[form](), output)
