"""ordertck check-adapter: blames the adapter before anybody blames the system."""

from pathlib import Path
from shlex import quote

import click
from rich.console import Console
from rich.text import Text

from ordertck.harness.adapter_check.checkup import Checkup
from ordertck.harness.adapter_check.faults import Step
from ordertck.harness.adapters.connect import connect
from ordertck.harness.claims import Claims
from ordertck.harness.cli.common import claims_of
from ordertck.harness.edition import load
from ordertck.harness.sessions import fresh_seed, fresh_session
from ordertck.harness.text import printable
from ordertck.harness.variation import Variation

_WELL, _AT_FAULT = 0, 1


def check_adapter(claims: Claims, console: Console) -> Checkup:
    """Check the adapter that the claims name, each step printed as it is taken.

    The checkup's ``steps`` say how it went. Raises ``UsageError`` where claims and adapter do not fit together.
    """
    checkup = Checkup(claims, connect, fresh_session(), variation=Variation(fresh_seed()))
    _print(
        console, Text(f"The adapter of {claims.name} {claims.version}, role {', '.join(claims.roles)}: {claims.way}\n")
    )
    for step in checkup.examine():
        _show(console, step)
    return checkup


def _show(console: Console, step: Step) -> None:
    marks = ("✓", "✗") if "utf" in console.encoding.lower() else ("ok", "NO")
    mark = Text(marks[0], "green") if step.ok else Text(marks[1], "bold red")
    _print(console, Text(" ").append_text(mark).append(f" {step.name:<10} {step.found}"))
    for word, said in (("expected", step.expected), ("seen", step.seen), ("remedy", step.remedy)):
        if not step.ok and said:
            _print(console, Text(f"   {'':<10} ").append(f"{word:<9}", "dim").append(said))


def _print(console: Console, text: Text) -> None:
    text.plain = printable(text.plain)
    console.print(text, soft_wrap=True, highlight=False)


@click.command("check-adapter")
@click.argument("claims", type=click.Path(path_type=Path), default="claims.toml")
def check_adapter_command(claims: Path) -> None:
    """Check that messages come through the adapter that CLAIMS names (default: claims.toml).

    That is worth knowing before the system behind it is judged. Connects, begins a scenario, takes three orders of one
    line from their entry to their completion, measures how long messages take, closes. Exit code 0: all is well, 1: the
    adapter is at fault, or the claims give the system too little time, 2: claims or command line cannot be used, 3: the
    kit broke.

    \b
    Example:  ordertck check-adapter acme/claims.toml
    """
    console = Console()
    checkup = check_adapter(claims_of(claims, load()), console)
    if checkup.well:
        verdict = f"\nMessages come through. What the system makes of them: ordertck run {quote(str(claims))}"
    elif [step.name for step in checkup.steps if not step.ok] == ["quiet"]:
        verdict = f"\nThe adapter is well; [timing] quiet in {claims} is too short for how fast the system answers."
    else:
        verdict = "\nThe adapter is at fault. Nothing is said about the system behind it."
    _print(console, Text(verdict))
    raise SystemExit(_WELL if checkup.well else _AT_FAULT)
