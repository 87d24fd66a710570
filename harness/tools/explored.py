"""Which of the wrong systems exploration finds, without a single example: a table by rule, and who survives.

python -m ordertck.harness.tools.explored [--histories N] [--processes N] [ROLE/NAME]...
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from time import process_time

import click

from ordertck import ROOT
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.edition import load
from ordertck.harness.explore import MOST_ACTS
from ordertck.harness.explore.exploration import Bounds, Exploration
from ordertck.harness.messages.roles import USUAL
from ordertck.harness.oracle import invariants_of
from ordertck.harness.proof.registry import NULL, PERMITTED, WRONG, KnownSystem, known_systems
from ordertck.harness.proof.trials import Task, carried_out
from ordertck.harness.runner.run import unwatched


@dataclass(frozen=True, slots=True)
class Outcome:
    """What exploration made of one known system: the invariants that objected, the first first, and after how many."""

    invariants: tuple[str, ...]
    rules: frozenset[str]
    histories: int
    acts: int
    seconds: float
    said: str = ""


Outcomes = Sequence[tuple[KnownSystem, Outcome]]


def explored(known: KnownSystem, reference: Claims, bounds: Bounds, seed: int, shrinks: bool = False) -> Outcome:
    """Explore one known system until something is found."""
    began = process_time()
    exploration = Exploration(known.claims(reference), seed, open_system=known.open, shrinks=shrinks)
    result = exploration.explore(bounds)
    rules = frozenset(rule for finding in result.findings for rule in finding.rules)
    names = tuple(finding.invariant for finding in result.findings)
    said = result.findings[0].said if result.findings else result.broke
    acts = result.findings[0].acts if result.findings else 0
    return Outcome(names, rules, result.histories, acts, process_time() - began, said)


@click.command()
@click.argument("names", nargs=-1, metavar="[ROLE/NAME]...")
@click.option("--histories", default=300, show_default=True, help="So many histories each.")
@click.option("--acts", default=MOST_ACTS, show_default=True, help="So many acts each, at most.")
@click.option("--processes", default=1, show_default=True, type=click.IntRange(1, 64))
@click.option("--seed", default=1, show_default=True)
@click.option("--kind", type=click.Choice([WRONG, PERMITTED, NULL]), default=WRONG, show_default=True)
@click.option("--shrink", is_flag=True, help="Shrink what is found, and say to how many acts.")
@click.option("--role", default=USUAL, show_default=True)
@click.option("--every", default=1, show_default=True, help="Only each so many-th of them, as a sample.")
@click.option("--sample", type=click.IntRange(1), help="So many of them, drawn at random by --lot.")
@click.option("--lot", default=1, show_default=True, help="The seed that the sample is drawn by.")
@click.option("--meetings", is_flag=True, help="Only those that go wrong where rules meet.")
def main(
    names: tuple[str, ...],
    histories: int,
    acts: int,
    processes: int,
    seed: int,
    kind: str,
    shrink: bool,
    role: str,
    every: int,
    sample: int | None,
    lot: int,
    meetings: bool,
) -> None:
    """Explore the known systems of a role, all or those whose ROLE/NAME begins so."""
    reference = reference_claims(load(ROOT))
    systems = [known for known in known_systems() if known.role == role and known.kind == kind]
    systems = [k for k in systems if not names or any(f"{k.role}/{k.name}".startswith(name) for name in names)]
    systems = [known for known in systems if known.where or not meetings][::every]
    if sample is not None:
        systems = Random(lot).sample(systems, min(sample, len(systems)))

    def task(known: KnownSystem) -> Task[Outcome]:
        return lambda: explored(known, reference, bounds, seed, shrink)

    bounds, outcomes = Bounds(histories, acts=acts, most_findings=1), []
    with unwatched():
        for known, outcome in zip(systems, carried_out([task(known) for known in systems], processes), strict=True):
            outcomes.append((known, outcome))
            click.echo(_line(known, outcome))
    click.echo(_table(outcomes))


def _line(known: KnownSystem, outcome: Outcome) -> str:
    """What became of one system: + found under a rule that it breaks, ~ under another one, blank for a survivor."""
    found = f"{outcome.invariants[0]} ({outcome.histories}, {outcome.acts} acts)" if outcome.invariants else "-"
    mark = "+" if known.breaks & outcome.rules else "~" if outcome.invariants else " "
    breaks = " ".join(sorted(known.breaks))
    return f"{mark} {known.name:<50} {breaks:<12} {known.where:<32} {found} {outcome.said}"


def _table(outcomes: Outcomes) -> str:
    lines: list[str] = []
    by_rule: dict[str, list[bool]] = defaultdict(list)
    for known, outcome in outcomes:
        for rule in known.breaks:
            by_rule[rule].append(bool(outcome.invariants))
    lines += ["", "rule    found"]
    lines += [f"{rule}   {sum(found)}/{len(found)}" for rule, found in sorted(by_rule.items())]
    lines += ["", _share("all", outcomes)]
    judged = [(k, o) for k, o in outcomes if any(invariants_of(rule, (k.role,)) for rule in k.breaks)]
    lines.append(_share("with an invariant", judged))
    lines.append(_share("where rules meet", [(k, o) for k, o in outcomes if k.where]))
    return "\n".join(lines)


def _share(what: str, systems: Outcomes) -> str:
    found = [outcome for _, outcome in systems if outcome.invariants]
    under = [1 for known, outcome in systems if known.breaks & outcome.rules]
    acts = sorted(outcome.acts for outcome in found)
    middle = acts[len(acts) // 2] if acts else 0
    return (
        f"{what}: {len(found)} of {len(systems)} found, {len(under)} under a rule that they break; median {middle} acts"
    )


if __name__ == "__main__":
    main()
