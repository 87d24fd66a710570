"""What exploration objects to in the reference under each value of each switch; it should be nothing.

python -m ordertck.harness.tools.switched [--histories N] [--seed N] [--role ROLE] [SWITCH]...
"""

from collections.abc import Iterator
from dataclasses import replace

import click

from ordertck import ROOT
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.edition import load
from ordertck.harness.explore import EXPLORED
from ordertck.harness.explore.exploration import Bounds, Exploration
from ordertck.harness.runner.run import unwatched


@click.command()
@click.argument("switches", nargs=-1, metavar="[SWITCH]...")
@click.option("--histories", default=100, show_default=True, help="So many histories for each value.")
@click.option("--seed", default=1, show_default=True)
@click.option("--role", type=click.Choice(EXPLORED), help="Only in this role.")
def main(switches: tuple[str, ...], histories: int, seed: int, role: str | None) -> None:
    """Explore the reference under each value of some switches, of all where none is named; exit 1 for a finding."""
    reference = reference_claims(load(ROOT))
    found = 0
    with unwatched():
        for each in EXPLORED if role is None else (role,):
            for switch, value, claims in _deployments(replace(reference, roles=(each,)), switches):
                result = Exploration(claims, seed, shrinks=False).explore(Bounds(histories=histories))
                click.echo(f"{each} {switch}={value}: {len(result.findings)} found in {result.histories}")
                for finding in result.findings:
                    click.echo(f"  {finding.seed} {finding.invariant}: {finding.said}")
                found += len(result.findings)
    raise SystemExit(bool(found))


def _deployments(reference: Claims, names: tuple[str, ...]) -> Iterator[tuple[str, str, Claims]]:
    """The reference with one switch at another value than its first."""
    for name, switch in reference.edition.vocabulary.switches.items():
        for value in switch.values[1:] if not names or name in names else ():
            yield name, value, replace(reference, switches={**reference.switches, name: value})


if __name__ == "__main__":
    main()
