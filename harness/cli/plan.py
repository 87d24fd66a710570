"""ordertck plan: what would be run, what not, and why."""

from collections import Counter
from pathlib import Path

import click

from ordertck import data
from ordertck.harness.claims import read_claims

# What an example costs where nothing has to be waited for; each that shows silence waits for quiet once or twice.
_SECONDS = 0.002


@click.command("plan")
@click.argument("claims", required=False, type=click.Path(path_type=Path))
@click.option("--examples", "each", is_flag=True, help="List every example, not only counts.")
def plan_command(claims: Path | None, each: bool) -> None:
    """Say what a run would examine with these CLAIMS, what not, and why. Nothing is connected.

    \b
    Example:  ordertck plan acme/claims.toml --examples
    """
    from ordertck.harness.runner.gate import example_reason
    from ordertck.harness.runner.session import roll
    from ordertck.harness.runner.step_book import step_book

    claimed = read_claims(claims or data("fixtures", "reference.toml"))
    book = step_book()
    reasons = [(example, example_reason(example, claimed, book)) for example in roll()]
    ready = [example for example, reason in reasons if not reason]
    rules = {(example.id.rule, example.id.role) for example in ready}
    waits = sum("no " in s.text or "not" in s.text or "nothing" in s.text for e in ready for s in e.steps)
    seconds = len(ready) * _SECONDS + waits * claimed.timing.quiet + claimed.timing.patience
    click.echo(f"{claimed.name} {claimed.version} as {', '.join(claimed.roles)}")
    click.echo(
        f"{len(ready)} examples of {len(rules)} rules would be run; roughly {seconds:.0f} s where it is not in process"
    )
    if each:
        for example in ready:
            click.echo(f"  {example.id}   features/{example.location}")
    for reason, count in Counter(reason for _, reason in reasons if reason).most_common():
        click.echo(f"\ninapplicable: {reason}\n  {count} examples")
        if each:
            for example, why in reasons:
                if why == reason:
                    click.echo(f"  {example.id}   features/{example.location}")
