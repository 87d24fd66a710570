"""ordertck prove: run the known systems and see that every rule catches its wrong ones."""

import json
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ordertck import data
from ordertck.harness.cli.common import edition_option
from ordertck.harness.edition import Edition
from ordertck.harness.errors import UsageError
from ordertck.harness.text import several

if TYPE_CHECKING:
    from ordertck.harness.proof.prove import Proof


@click.command("prove")
@click.argument("names", metavar="[ROLE/NAME]...", nargs=-1)
@click.option("--full", is_flag=True, help="Every system on every example of its role; also judges what else it fails.")
@click.option("--accept", is_flag=True, help="As --full, and write what breaches entail to harness/proof/entails.toml.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--processes", default=2, show_default=True, type=click.IntRange(1, 64), help="How many processes share the work."
)
@edition_option
def prove_command(
    names: tuple[str, ...], full: bool, accept: bool, form: str, processes: int, edition: Edition
) -> None:
    """Prove the kit: run wrong systems, permitted variants and null systems, all or those that begin with ROLE/NAME.

    Every rule must catch its wrong systems, no permitted variant may fail, and a system that does nothing may uphold
    no obligation. Without --full, a wrong system runs the examples of the rules that it breaks, and a permitted variant
    every eighth example, each another eighth. Exit code 0 when all that holds, 1 when not.

    \b
    Examples:
      ordertck prove --full
      ordertck prove crm/projects-nothing oms/ignores
    """
    from ordertck.harness.cli.progress import Countdown
    from ordertck.harness.proof.prove import prove

    countdown, seen, clear = Countdown(), sys.stderr.isatty(), "\r\x1b[K"

    def progress(done: int, of: int, name: str, objections: list[str]) -> None:
        for objection in objections:
            click.echo(f"{clear if seen else ''}NOT PROVEN: {objection}", err=True)
        if seen:
            click.echo(f"{clear}{countdown.told(done, of)}: {name}", nl=done == of, err=True)

    if names and accept:
        raise UsageError("what breaches entail is written for all systems at once", "leave the names out")
    proof = prove(edition, full=full or accept, progress=progress, processes=processes, named=names)
    if names and not proof.members:
        raise UsageError(f"no known system begins with {', '.join(names)}", _nearest(names))
    if accept:
        _write_entails(proof)
        proof.unexplained.clear()
    click.echo(_as_json(proof) if form == "json" else _as_text(proof))
    if not proof.holds:
        raise SystemExit(1)


def _nearest(names: Iterable[str]) -> str:
    """Systems whose names hold what was asked for, or are like it."""
    from ordertck.harness.proof.registry import known_systems

    known = [f"{system.role}/{system.name}" for system in known_systems()]
    words = [name.rpartition("/")[2] for name in names]
    alike = [each for each in known if any(word and word in each for word in words)]
    alike = alike or [near for name in names for near in get_close_matches(name, known, 3)]
    return f"did you mean {', '.join(alike[:3])}?" if alike else "a name begins with its role, as in oms/leaves"


def _write_entails(proof: "Proof") -> None:
    lines = ["# What else falls with each wrong system. Written by 'ordertck prove --accept'; read the diff.", ""]
    lines += [f'"{name}" = {json.dumps(rules)}' for name, rules in sorted(proof.entails.items())]
    Path(data("harness", "proof", "entails.toml")).write_text("\n".join(lines) + "\n")


def _as_text(proof: "Proof") -> str:
    lines = ["rule    role         caught  wrong systems"]
    for told in sorted((r for r in proof.rules.values() if r.present), key=lambda r: (r.rule, r.role)):
        count = f"{len(told.caught)}/{len(told.present)}"
        lines.append(f"{told.rule}   {told.role:<12} {count:<7} {', '.join(told.present)}")
    lines.append("")
    for name, passed in sorted(proof.nulls.items()):
        lines.append(f"{name} passes {', '.join(passed) or 'nothing'}")
    lines.append("")
    lines += [f"NOT PROVEN: {objection}" for objection in (*proof.objections, *proof.unexplained)]
    present = sum(len(r.present) for r in proof.rules.values())
    caught = sum(len(r.caught) for r in proof.rules.values())
    verdict = "proven" if proof.holds else f"{len(proof.objections) + len(proof.unexplained)} objections"
    lines.append(
        f"{several(proof.members, 'system')}, {len(proof.rules)} rules in their roles, "
        f"{caught} of {present} breaches caught: {verdict}"
    )
    return "\n".join(lines)


def _as_json(proof: "Proof") -> str:
    return json.dumps(
        {
            "full": proof.full,
            "systems": proof.members,
            "rules": [
                {"rule": r.rule, "role": r.role, "present": r.present, "caught": r.caught}
                for r in sorted(proof.rules.values(), key=lambda r: (r.rule, r.role))
            ],
            "null_systems": proof.nulls,
            "objections": [*proof.objections, *proof.unexplained],
            "proven": proof.holds,
        },
        indent=2,
    )
