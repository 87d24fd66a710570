"""ordertck plan: what would be run, what not, and why."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ordertck.harness.cli.common import claims_of, edition_option
from ordertck.harness.edition import Edition
from ordertck.harness.edition.features import Example
from ordertck.harness.plan import Plan, plan_of, reference_plans
from ordertck.harness.sessions import SEPARATE
from ordertck.harness.text import one_line, several

if TYPE_CHECKING:
    from ordertck.harness.runner.estimate import Estimate


# Seconds from which on a run is worth to be made by several jobs, and by how many.
_LONG, _JOBS = 60.0, 8


@click.command("plan")
@click.argument("claims", required=False, type=click.Path(path_type=Path))
@click.option("--examples", "each", is_flag=True, help="List every example, not only counts.")
@edition_option
def plan_command(claims: Path | None, each: bool, edition: Edition) -> None:
    """Say what a run would examine with these CLAIMS, what not, why, and roughly how long it would take.

    Nothing is connected. Without CLAIMS: the embedded reference, in each role, with every switch both ways.

    \b
    Example:  ordertck plan acme/claims.toml --examples
    """
    claimed = claims_of(claims, edition)
    for number, plan in enumerate([plan_of(claimed)] if claims else reference_plans(claimed)):
        if number:
            click.echo()
        _tell(plan, each)


def _tell(plan: Plan, each: bool) -> None:
    from ordertck.harness.runner.estimate import estimate

    claims, ready = plan.claims, [example for example, _ in plan.ready]
    rules = {(example.id.rule, example.id.role) for example in ready}
    click.echo(one_line(f"{claims.name} {claims.version} as {', '.join(claims.roles)}"))
    whole = estimate(plan)
    takes = f"{_time(whole)}{_side_by_side(plan, whole)}"
    click.echo(f"{several(len(ready), 'example')} of {several(len(rules), 'rule')} would be run, in roughly {takes}")
    if len(claims.roles) > 1:
        for role in claims.roles:
            seen = sum(example.id.role == role for example in ready)
            apart = "" if seen else ": nothing of it is seen from outside, so write claims for it by itself"
            click.echo(f"  as {role} {several(seen, 'example')}{apart}")
    for problem in claims.unsupported:
        click.echo(problem)
    if each:
        _list(ready)
    excluded = [entry for entry in plan.entries if entry.clause]
    for clause, count in Counter(entry.clause for entry in excluded).most_common():
        click.echo(f"\ninapplicable: {clause}\n  {several(count, 'example')}")
        if each:
            _list(entry.example for entry in excluded if entry.clause == clause)
    for role, count in plan.elsewhere.items():
        click.echo(f"\nof role '{role}', which is not claimed: {several(count, 'example')}")


def _list(examples: Iterable[Example]) -> None:
    for example in examples:
        click.echo(f"  {example.id}   features/{example.location}")


def _time(estimate: "Estimate") -> str:
    if estimate.idle == estimate.waiting:
        return _rounded(estimate.waiting)
    return f"{_rounded(estimate.waiting)}, or {_rounded(estimate.idle)} with an adapter that says when it is idle"


def _side_by_side(plan: Plan, whole: "Estimate") -> str:
    """What jobs would make of it, where that is long and each session is a system of its own."""
    if whole.waiting < _LONG or SEPARATE not in plan.claims.capabilities:
        return ""
    return f"; {_rounded(whole.waiting / _JOBS)} with --jobs {_JOBS}"


def _rounded(seconds: float) -> str:
    if seconds < 10:
        return f"{max(0.1, seconds):.1f} s"
    return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min"
