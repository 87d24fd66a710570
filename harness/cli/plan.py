"""ordertck plan: what would be run, what not, and why."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any

import click

from ordertck import data
from ordertck.harness.claims import Claims, read_claims

if TYPE_CHECKING:
    from ordertck.harness.edition.features import Example

# Seconds that an example takes where nothing has to be waited for, in process and behind a wire.
_IN_PROCESS, _WIRED = 0.001, 0.005
# What steps call to hear a system out; each such call waits for the declared quiet.
_WAITING = frozenset({"never", "settled"})


@click.command("plan")
@click.argument("claims", required=False, type=click.Path(path_type=Path))
@click.option("--examples", "each", is_flag=True, help="List every example, not only counts.")
def plan_command(claims: Path | None, each: bool) -> None:
    """Say what a run would examine with these CLAIMS, what not, why, and roughly how long it would take.

    Nothing is connected. Without CLAIMS: the embedded reference, in each role.

    \b
    Example:  ordertck plan acme/claims.toml --examples
    """
    from ordertck.harness.runner.reference_run import reference_roles
    from ordertck.harness.runner.session import Selection

    claimed = read_claims(claims or data("fixtures", "reference.toml"))
    if claims:
        _plan(claimed, each, _WIRED)
        return
    for number, role in enumerate(reference_roles(claimed, Selection())):
        if number:
            click.echo()
        _plan(replace(claimed, roles=(role,)), each, _IN_PROCESS)
    click.echo("\nExamples of other switch values are run with the switch at that value.")


def _plan(claims: Claims, each: bool, cost: float) -> None:
    from ordertck.harness.applicability import example_reason
    from ordertck.harness.edition.step_book import step_book
    from ordertck.harness.runner.session import roll

    book = step_book()
    reasons = [(example, example_reason(example, claims, book)) for example in roll()]
    ready = [example for example, reason in reasons if not reason]
    rules = {(example.id.rule, example.id.role) for example in ready}
    click.echo(f"{claims.name} {claims.version} as {', '.join(claims.roles)}")
    click.echo(f"{len(ready)} examples of {len(rules)} rules would be run, in roughly {_seconds(ready, claims, cost)}")
    for problem in claims.unsupported:
        click.echo(problem)
    if each:
        _list(ready)
    for reason, count in Counter(reason for _, reason in reasons if reason).most_common():
        click.echo(f"\ninapplicable: {reason}\n  {count} examples")
        if each:
            _list(example for example, why in reasons if why == reason)


def _list(examples: "Iterable[Example]") -> None:
    for example in examples:
        click.echo(f"  {example.id}   features/{example.location}")


def _seconds(examples: "list[Example]", claims: Claims, cost: float) -> str:
    """How long examples take on a system that answers at once: what they cost, and every declared silence."""
    from ordertck.harness.edition.step_book import step_book
    from ordertck.harness.errors import UnknownStep

    waits = 0
    for example in examples:
        for step in example.steps:
            try:
                waits += _hears_out(step_book().look_up(step).definition.function)
            except UnknownStep:
                continue
    timing = claims.timing
    silence = waits * timing.quiet + timing.patience if cost == _WIRED else 0.0
    seconds = len(examples) * cost + silence
    return f"{max(1, round(seconds))} s" if seconds < 120 else f"{seconds / 60:.0f} min"


def _hears_out(function: Callable[..., Any], deep: int = 2) -> bool:
    """Whether a step's function, or one that it calls, hears the system out."""
    names = function.__code__.co_names
    called = (function.__globals__.get(name) for name in names) if deep else ()
    return bool(_WAITING & set(names)) or any(isinstance(f, FunctionType) and _hears_out(f, deep - 1) for f in called)
