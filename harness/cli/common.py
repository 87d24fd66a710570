"""What several commands share: the edition that is meant, and what to say of a word that nobody knows."""

import math
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from ordertck import ROOT
from ordertck.harness.applicability import require_examinable
from ordertck.harness.claims import Claims, read_claims, reference_claims
from ordertck.harness.edition import Edition, load
from ordertck.harness.errors import UsageError
from ordertck.harness.text import nearest
from ordertck.harness.writing import write_whole

F = TypeVar("F", bound=Callable[..., Any])
# Where a report goes, and is looked for, unless somebody says where.
REPORT = Path("ordertck-report")
# Of a longer list than this nobody reads what is meant.
_MOST_WORDS = 25


class Seconds(click.FloatRange):
    """So many seconds, none or more: what is no number, or has no end, is a mistake."""

    def __init__(self) -> None:
        super().__init__(min=0)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number that is meant."""
        seconds: float = super().convert(value, param, ctx)
        if not math.isfinite(seconds):
            self.fail(f"{value} is no number of seconds", param, ctx)
        return seconds


def edition_option(command: F) -> F:
    """The option ``--edition``: the command's parameter ``edition`` is what the folder states."""
    return click.option(
        "--edition",
        type=click.Path(path_type=Path),
        default=ROOT,
        show_default="the kit's own",
        callback=lambda _context, _option, folder: load(folder),
        help="A folder that states other rules: features/, fixtures/ and, if it needs them, steps/.",
    )(command)


def roles_option(says: str) -> Callable[[F], F]:
    """The option ``--role``, in letters of either case: the command's parameter ``roles`` are those that are named."""
    more = f"{says}; may be given several times."
    return click.option("--role", "roles", multiple=True, type=str.lower, metavar="ROLE", help=more)


def claims_of(file: Path | None, edition: Edition) -> Claims:
    """The claims in a file, of a system that can be examined; those of the reference where no file is named."""
    if file is None:
        return reference_claims(edition)
    claims = read_claims(file, edition)
    require_examinable(claims)
    return claims


def written(text: str, output: Path | None) -> None:
    """Print a text, or write it to a file. Raises ``UsageError`` where that cannot be written."""
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_whole(output, (text if text.endswith("\n") else f"{text}\n").encode())
    except OSError as problem:
        raise UsageError(f"cannot be written: {problem.strerror}", "name another with --output", output) from None


def one_of(what: str, word: str | None, known: Iterable[str]) -> str | None:
    """A word of a closed list. Raises ``UsageError`` with the nearest one."""
    words = list(known)
    if word is not None and word not in words:
        near = nearest(word, words)
        more = f" and {len(words) - _MOST_WORDS} more" if len(words) > _MOST_WORDS else ""
        listed = f"known: {', '.join(words[:_MOST_WORDS])}{more}"
        raise UsageError(f"unknown {what} '{word}'", f"did you mean '{near}'?" if near else listed)
    return word
