"""Exploration: it finds nothing in the reference, and finds and shrinks what is wrong with others."""

from dataclasses import replace

import pytest

from ordertck.harness.claims import reference_claims
from ordertck.harness.explore.exploration import Bounds, Exploration
from ordertck.harness.oracle import known_invariants
from ordertck.harness.proof.registry import known_systems
from ordertck.harness.tests.support import EDITION

REFERENCE = reference_claims(EDITION)
OMS = replace(REFERENCE, roles=("oms",))


def test_nothing_is_found_in_the_reference_and_everything_is_looked_at() -> None:
    result = Exploration(OMS, seed=1).explore(Bounds(histories=120))
    assert [(found.invariant, found.said, found.seed) for found in result.findings] == []
    assert not result.broke
    unseen = [known.name for known in known_invariants("oms") if not result.looked_at[known.name]]
    assert len(unseen) < len(known_invariants("oms")) // 5, unseen


@pytest.mark.parametrize("name", ["bills-bundles-as-a-whole", "completes-at-the-lock"])
def test_a_wrong_system_is_found_and_its_finding_shrunk(name: str) -> None:
    known = next(known for known in known_systems() if (known.role, known.name) == ("oms", name))
    result = Exploration(known.claims(REFERENCE), seed=1, open_system=known.open).explore(Bounds(60, most_findings=1))
    finding = result.findings[0]
    assert finding.stable
    assert finding.acts <= 4


def test_one_seed_makes_one_history() -> None:
    first, again = (Exploration(OMS, seed=7).explore(Bounds(histories=20)) for _ in range(2))
    assert (first.kinds, first.looked_at, first.meetings) == (again.kinds, again.looked_at, again.meetings)
