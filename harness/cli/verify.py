"""ordertck verify: whether a report is to be believed."""

from pathlib import Path

import click

from ordertck.harness.cli.common import edition_option
from ordertck.harness.edition import Edition


@click.command("verify")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default="ordertck-report")
@edition_option
def verify_command(folder: Path, edition: Edition) -> None:
    """Check the report in FOLDER: replay its transcript through this kit and compare every verdict.

    The transcript stands for the system: it says again what the system said, if the kit tells it what it told then.
    An edited results file, certificate or transcript, a kit whose files differ, a narrowed run: each is refused with
    its reason. No key is needed, and no system. Exit code 0 where the report holds, 1 where it does not.

    \b
    Example:  ordertck verify acme/report
    """
    from ordertck.harness.verification.verify import verify

    objections = verify(folder, edition)
    for objection in objections:
        click.echo(f"not verified: {objection}")
    if objections:
        raise SystemExit(1)
    click.echo(f"{folder}: verified, every verdict follows from the transcript")
