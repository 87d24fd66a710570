"""Null systems in every set of roles, with and without capabilities: none may be certified for anything."""

from dataclasses import dataclass, replace
from itertools import combinations

from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.conformance import conformant
from ordertck.harness.edition import Edition
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Entry, plan_of
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.registry import NULL, KnownSystem, known_systems
from ordertck.harness.proof.trials import Task
from ordertck.harness.reference.landscape import PARTS, InProcess
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.verdicts import ExampleId, ExampleResult


@dataclass(frozen=True, slots=True)
class Nobody:
    """A null system in some roles, and what it claims."""

    system: KnownSystem
    claims: Claims

    def __str__(self) -> str:
        how = "with every capability" if self.claims.capabilities else "without capabilities"
        return f"{'+'.join(self.claims.roles)}/{self.system.name} {how}"

    @property
    def task(self) -> Task[list[str]]:
        """What finds the profiles for which the system would be certified."""
        return lambda: _certified(self)


def nobodies(edition: Edition) -> list[Nobody]:
    """Every null system that is one in every role, in every set of roles."""
    reference = reference_claims(edition)
    kinds = {s.systems: s for s in known_systems() if s.kind == NULL}
    in_all = [s for s in kinds.values() if sum(o.systems == s.systems for o in known_systems()) == len(PARTS)]
    sets = [roles for size in range(1, len(PARTS) + 1) for roles in combinations(PARTS, size)]
    return [
        Nobody(system, replace(reference, roles=roles, capabilities=capabilities))
        for system in in_all
        for roles in sets
        for capabilities in (reference.capabilities, frozenset[str]())
    ]


def _certified(nobody: Nobody) -> list[str]:
    """The profiles for which it would be certified, each claimed alone: one run serves them all."""
    make = made_of(*nobody.system.systems)
    whole = run(
        plan_of(nobody.claims), Conditions("PROOF"), open_system=lambda claims, _: Embedded(InProcess(make, claims))
    )
    results = {result.id: result for result in whole.examples}
    return [p for p in nobody.claims.profiles if conformant(_alone(whole, p, results))]


def _alone(whole: Examination, profile: str, results: dict[ExampleId, ExampleResult]) -> Examination:
    """The examination as it would be if only this profile were claimed."""
    claims = replace(whole.claims, profiles=(profile,))
    rules = claims.rules
    entries = tuple(
        entry if entry.example.id.rule in rules else Entry(entry.example, None, "profile is not claimed")
        for entry in whole.plan.entries
    )
    examples = tuple(results[entry.example.id] for entry in entries if entry.example.id.rule in rules)
    return replace(whole, plan=replace(whole.plan, claims=claims, entries=entries), examples=examples)
