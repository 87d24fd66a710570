"""ordertck lint: check feature files."""

from collections.abc import Iterator
from pathlib import Path

import click

from ordertck.harness.cli.common import edition_option
from ordertck.harness.edition import Edition
from ordertck.harness.errors import UsageError
from ordertck.harness.text import several


def _features(given: tuple[Path, ...]) -> Iterator[Path]:
    """The files that are named, and those in the folders that are named.

    Raises ``UsageError`` for a folder without any: nothing of it would be checked, and all be well.
    """
    for path in given:
        files = sorted(path.rglob("*.feature")) if path.is_dir() else [path]
        if not files:
            raise UsageError("no feature file is in this folder", "name a feature file, or a folder of them", path)
        yield from files


@click.command("lint")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@edition_option
def lint_command(files: tuple[Path, ...], edition: Edition) -> None:
    """Check feature files: ids, titles, steps, tags, sources, lengths, words.

    FILES may be folders. Without FILES all features of the kit are checked, and gaps count too: a role that a rule
    binds and no example shows, a step definition that nothing uses.

    \b
    Example:  ordertck lint features/price_lists/new_orders.feature
    """
    from ordertck.harness.lint import lint

    features = [edition.read(file) for file in _features(files)] if files else edition.features
    found = lint(edition, features, whole=not files)
    for complaint in found:
        click.echo(str(complaint))
    click.echo(f"{several(len(features), 'feature')}, {f'{len(found)} to mend' if found else 'all well'}")
    if found:
        raise SystemExit(1)
