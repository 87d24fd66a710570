"""ordertck audit: what the invariants say of an exchange that is over."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from ordertck.harness.audit.seen import Reader
from ordertck.harness.claims import Claims
from ordertck.harness.cli.common import claims_of, edition_option, one_of, roles_option
from ordertck.harness.edition import Edition
from ordertck.harness.errors import UsageError
from ordertck.harness.messages.landscape import ROLES
from ordertck.harness.text import printable


@click.command("audit")
@click.argument("transcript", type=click.Path(path_type=Path))
@click.option("--map", "map_", help="How the records become messages: FILE.toml, or FILE.py:FUNCTION.")
@click.option("--claims", type=click.Path(path_type=Path), help="What is claimed for the system: switches, roles.")
@roles_option("The role that is judged")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--messages/--no-messages", "quoting", default=True, help="Quote the messages of each breach.")
@edition_option
def audit_command(
    transcript: Path,
    map_: str | None,
    claims: Path | None,
    roles: tuple[str, ...],
    format_: str,
    quoting: bool,
    edition: Edition,
) -> None:
    """Judge the exchange in TRANSCRIPT by the rules' invariants, without a system.

    TRANSCRIPT is a report folder, the transcript.ndjson in one, or a log of a live landscape (NDJSON or CSV) with a
    map. What the log never shows is "not seen", and never passed. Exit code 0 without a breach, 1 with one.

    \b
    Examples:  ordertck audit ordertck-report
               ordertck audit yesterday.ndjson --map bus.toml --role som
    """
    from ordertck.harness.audit.audit import audit_log, audit_run, is_of_the_kit
    from ordertck.harness.audit.rendering import as_json, text
    from ordertck.harness.reports.folder import TRANSCRIPT
    from ordertck.harness.reports.own_files import own_file
    from ordertck.harness.reports.results import in_json

    file = transcript / TRANSCRIPT if transcript.is_dir() else transcript
    if transcript.is_dir() and not file.exists():
        raise UsageError(f"no {TRANSCRIPT} lies in this folder", "name a report folder, or the log itself", transcript)
    for role in roles:
        one_of("role", role, ROLES)
    if map_ is None:
        if (own := own_file(file)) not in ("", "a transcript"):
            raise UsageError(f"{own}, and no transcript", f"name the report folder, or its {TRANSCRIPT}", file)
        if not is_of_the_kit(file):
            raise UsageError("no transcript of the kit", "say how its records become messages: --map", file)
        audited = audit_run(file, _claims_of_run(file, claims, roles, edition), roles)
    else:
        audited = audit_log(file, _reader(map_, edition), _claims(claims, roles, edition), edition.catalogue)
    if format_ == "json":
        click.echo(in_json(as_json(audited)))
    else:
        for line in text(audited, quoting):
            click.echo(printable(line))
    if audited.breaches:
        raise SystemExit(1)


def _reader(place: str, edition: Edition) -> Reader:
    from ordertck.harness.audit.by_hand import ByHand
    from ordertck.harness.audit.map_file import read_map

    if place.endswith(".py"):
        place = f"{place}:"  # and the function is missed, which is told
    return ByHand(place) if ".py:" in place else read_map(Path(place), edition.catalogue)


def _claims(file: Path | None, roles: tuple[str, ...], edition: Edition) -> Claims:
    claims = claims_of(file, edition)
    if file is None and not roles:
        raise UsageError("nobody says which role is judged", "name it with --role, or give --claims")
    return replace(claims, roles=roles or claims.roles)


def _claims_of_run(file: Path, claims: Path | None, roles: tuple[str, ...], edition: Edition) -> Mapping[str, Claims]:
    """The claims of each session of a run: its results say, or the user."""
    from ordertck.harness.reports.found import RESULTS
    from ordertck.harness.verification.verify import claims_in_results

    results = file.parent / RESULTS
    if claims is None and results.is_file():
        examined = claims_in_results(results, edition)
        known = {role for claimed in examined.values() for role in claimed.roles}
        if roles and not known & set(roles):
            said = f"this run examined {' and '.join(sorted(known))}, not {' or '.join(roles)}"
            raise UsageError(said, "name a role of its, or leave --role out", file)
        return examined
    return {"": _claims(claims, roles, edition)}
