"""ordertck verify: whether a report is to be believed."""

from pathlib import Path

import click

from ordertck.harness.cli.common import REPORT, edition_option
from ordertck.harness.edition import Edition
from ordertck.harness.text import one_line, shortened
from ordertck.harness.variation import LARGEST


@click.command("verify")
@click.argument("folder", type=click.Path(path_type=Path), default=REPORT)
@click.option(
    "--seed", type=click.IntRange(1, LARGEST), help="The seed that you asked for; a report of another is refused."
)
@click.option("--digest", is_flag=True, help="Print the digest of the kit at hand, and verify nothing.")
@edition_option
def verify_command(folder: Path, seed: int | None, digest: bool, edition: Edition) -> None:
    """Check the report in FOLDER (default: ordertck-report).

    Its transcript is replayed through this kit, and every verdict compared. The transcript stands for the system: it
    says again what the system said, if the kit tells it what it told then. An edited verdict, count or transcript, a
    kit whose files differ, a narrowed run: each is refused with its reason. No key is needed, and no system. Exit code
    0 where the report holds, whatever it comes to, 1 where it does not. It does not show which system spoke, nor when:
    'ordertck docs reports' tells what it proves.

    \b
    Examples:  ordertck verify acme/report
               ordertck verify acme/report --seed 48151
    """
    from ordertck.harness.kit import kit_digest
    from ordertck.harness.reports.found import folder_of
    from ordertck.harness.verification.rendering import text
    from ordertck.harness.verification.verify import certificates_in, verify

    if digest:
        click.echo(kit_digest())
        return
    folder = folder_of(folder)
    objections = verify(folder, edition, seed)
    for objection in objections:
        click.echo(f"not verified: {one_line(shortened(objection))}")
    if objections:
        raise SystemExit(1)
    click.echo(f"{folder}: verified, every verdict follows from the transcript")
    for line in text(folder, certificates_in(folder).values()):
        click.echo(one_line(line))
