"""Exploration of service order management and of integration layers: nothing in the reference, wrong ones found."""

from dataclasses import replace
from pathlib import Path

import pytest

from ordertck.harness.claims import reference_claims
from ordertck.harness.cli.main import code_of
from ordertck.harness.explore.exploration import Bounds, Exploration
from ordertck.harness.explore.outcome import write
from ordertck.harness.oracle import known_invariants
from ordertck.harness.plan import plan_of_examples
from ordertck.harness.proof.registry import known_systems
from ordertck.harness.runner.run import run
from ordertck.harness.tests.support import EDITION
from ordertck.harness.verdicts import Verdict

REFERENCE = reference_claims(EDITION)


@pytest.mark.parametrize("role", ["som", "integration"])
def test_nothing_is_found_in_the_reference_and_everything_is_looked_at(role: str) -> None:
    result = Exploration(replace(REFERENCE, roles=(role,)), seed=1).explore(Bounds(histories=110))
    assert [(found.invariant, found.said, found.seed) for found in result.findings] == []
    assert not result.broke
    unseen = [known.name for known in known_invariants(role) if not result.looked_at[known.name]]
    assert len(unseen) <= len(known_invariants(role)) // 5, unseen


@pytest.mark.parametrize(
    ("role", "name"), [("som", "keeps-what-is-taken-out"), ("integration", "keeps-the-first-header")]
)
def test_a_wrong_system_is_found_shrunk_and_made_a_feature(role: str, name: str, tmp_path: Path) -> None:
    known = next(known for known in known_systems() if (known.role, known.name) == (role, name))
    claims = known.claims(REFERENCE)
    result = Exploration(claims, seed=2, open_system=known.open).explore(Bounds(100, most_findings=1))
    finding = result.findings[0]
    assert finding.stable
    assert finding.acts <= 4
    (feature,) = [file for file in write(tmp_path, [(result, claims)]) if file.suffix == ".feature"]
    plan = plan_of_examples(claims, [e for rule in EDITION.read(feature).rules for e in rule.examples])
    assert [r.verdict for r in run(plan, open_system=known.open).examples] == [Verdict.FAILED]
    assert code_of(["run", "--feature", str(feature)]) == 0
