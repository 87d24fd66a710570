"""ordertck explore: play histories that nobody wrote, and judge them by the rules."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ordertck.harness.claims import Claims
from ordertck.harness.cli.common import Seconds, claims_of, edition_option, one_of
from ordertck.harness.edition import Edition
from ordertck.harness.errors import UsageError
from ordertck.harness.explore import EXPLORED, MOST_ACTS, MOST_HISTORIES
from ordertck.harness.sessions import fresh_seed
from ordertck.harness.signals import Ending
from ordertck.harness.variation import LARGEST

if TYPE_CHECKING:
    from ordertck.harness.explore.exploration import Bounds, Explored

_EXIT_FOUND, _EXIT_BROKEN = 1, 3


@click.command("explore")
@click.argument("claims", required=False, type=click.Path(path_type=Path))
@click.option(
    "--histories", type=click.IntRange(1), help=f"Play so many histories; {MOST_HISTORIES} where no --time is given."
)
@click.option("--time", "seconds", type=Seconds(), help="Play histories for so many seconds.")
@click.option("--seed", type=click.IntRange(1, LARGEST), help="What the histories come from; a new one when left out.")
@click.option(
    "--acts",
    default=MOST_ACTS,
    show_default=True,
    type=click.IntRange(1, 100),
    help="Acts a history at most, besides how it begins and ends.",
)
@click.option("--areas", default="", help="Only acts of these mechanisms, as in price-lists,follow-ons.")
@click.option("--processes", default=1, show_default=True, type=click.IntRange(1, 64), help="Explore side by side.")
@click.option("--replay", type=click.Path(path_type=Path), help="Play findings again: explored.json, or its folder.")
@click.option(
    "--out",
    "--output",
    "-o",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write what was found here.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@edition_option
def explore_command(
    claims: Path | None,
    histories: int | None,
    seconds: float | None,
    seed: int | None,
    acts: int,
    areas: str,
    processes: int,
    replay: Path | None,
    folder: Path | None,
    form: str,
    edition: Edition,
) -> None:
    """Explore the system that CLAIMS speaks of, or the embedded reference, with histories that nobody wrote.

    An oracle of the documented rules judges whatever the system says. What it objects to is played again, made as small
    as it can be, and written as a feature that 'ordertck run --feature' examines. It stands beside the verdicts of
    'ordertck run' and changes no certificate. Exit code 0 when nothing was found, 1 when something was. After Ctrl-C
    what one process had found is told and written, and the exit code is 130.

    \b
    Examples:
      ordertck explore
      ordertck explore acme/claims.toml --time 60 --out acme/explored
      ordertck explore acme/claims.toml --replay acme/explored/explored.json
    """
    from ordertck.harness.explore.exploration import Bounds
    from ordertck.harness.explore.outcome import as_json, make_room, whole
    from ordertck.harness.explore.rendering import text
    from ordertck.harness.reports.results import in_json
    from ordertck.harness.reports.words import Paint

    wanted = _areas(areas, edition)
    stopped: BaseException | None = None
    bounds = Bounds(histories or (None if seconds is not None else MOST_HISTORIES), seconds, acts)
    found: list[tuple[Explored, Claims]] = []
    systems = _systems(claims_of(claims, edition), claims is None)
    if folder is not None:
        make_room(folder)
    for system in systems:
        if replay is not None:
            found.append((_again(system, replay), system))
            continue
        explored, stopped = _explored(system, seed or fresh_seed(), wanted, bounds, processes)
        found.append((explored, system))
        if stopped is not None:
            break
    files, problem = _written(folder, found)
    if form == "json":
        click.echo(in_json(whole([as_json(*one) for one in found])))
    else:
        paint = Paint.of_terminal()
        lines = [line for result, system in found for line in text(result, system, paint, bool(replay))]
        click.echo("\n".join([*lines, *(f"written: {file}" for file in files)]), color=paint.colour)
    if problem is not None:
        raise problem
    if stopped is not None:
        raise stopped
    raise SystemExit(_exit_code([result for result, _ in found]))


def _written(folder: Path | None, found: "list[tuple[Explored, Claims]]") -> tuple[list[Path], UsageError | None]:
    """The files written, or why there are none: before that is raised, what was found is told."""
    from ordertck.harness.explore.outcome import write

    try:
        return (write(folder, found) if folder is not None else []), None
    except UsageError as problem:
        return [], problem


def _exit_code(results: "list[Explored]") -> int:
    if any(result.findings for result in results):
        return _EXIT_FOUND
    return _EXIT_BROKEN if any(result.broke for result in results) else 0


def _areas(text: str, edition: Edition) -> list[str]:
    areas = [area.strip() for area in text.split(",") if area.strip()]
    for area in areas:
        one_of("mechanism", area, edition.mechanisms.known)
    return areas


def _systems(claims: Claims, is_reference: bool) -> list[Claims]:
    """The claims of each exploration: a third party's own; of the reference those of each role that is explored."""
    from ordertck.harness.explore.acts import explored_role

    if is_reference:
        return [replace(claims, roles=(role,)) for role in claims.roles if role in EXPLORED]
    explored_role(claims)  # before anything is written
    return [claims]


def _explored(
    claims: Claims, seed: int, areas: list[str], bounds: "Bounds", processes: int
) -> "tuple[Explored, BaseException | None]":
    """What was found, and what ended it early, if anything: what was found until then is not lost."""
    from ordertck.harness.explore.side_by_side import explore
    from ordertck.harness.runner.run import unwatched

    latest: list[Explored] = []
    with unwatched():
        try:
            return explore(claims, seed, areas, bounds, processes, _progress(latest)), None
        except (KeyboardInterrupt, Ending) as stopped:
            if not latest:
                raise
            return latest[-1], stopped


def _progress(latest: "list[Explored]") -> "Callable[[Explored], None]":
    """Keeps what was found so far, and shows on the error stream how far that is, where somebody looks."""
    shown = sys.stderr.isatty()

    def progress(so_far: "Explored") -> None:
        latest[:] = [so_far]
        if shown and so_far.histories % 10 == 0:
            told = f"{so_far.histories} histories, {so_far.acts} acts, {len(so_far.findings)} findings"
            click.echo(f"\r\x1b[K{told}", nl=False, err=True)

    return progress


def _again(claims: Claims, file: Path) -> "Explored":
    from ordertck.harness.explore.exploration import Exploration
    from ordertck.harness.explore.outcome import read_findings

    exploration = Exploration(claims, seed=1)
    findings = read_findings(file / "explored.json" if file.is_dir() else file)
    return exploration.again(findings.get(exploration.result.role, []))
