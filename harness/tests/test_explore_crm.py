"""Exploration of a CRM: nothing is found in the reference; a wrong one is found, and its finding is a feature."""

from dataclasses import replace
from pathlib import Path

import pytest

from ordertck.harness.claims import reference_claims
from ordertck.harness.cli.main import code_of
from ordertck.harness.explore.exploration import Bounds, Exploration
from ordertck.harness.explore.outcome import write
from ordertck.harness.oracle import known_invariants
from ordertck.harness.plan import plan_of_examples
from ordertck.harness.proof.registry import KnownSystem, known_systems
from ordertck.harness.runner.run import run
from ordertck.harness.tests.support import EDITION
from ordertck.harness.verdicts import Verdict

REFERENCE = reference_claims(EDITION)
CRM = replace(REFERENCE, roles=("crm",))


def system(name: str) -> KnownSystem:
    return next(known for known in known_systems() if (known.role, known.name) == ("crm", name))


def test_nothing_is_found_in_the_reference_and_nearly_everything_is_looked_at() -> None:
    result = Exploration(CRM, seed=1).explore(Bounds(histories=70))
    assert [(found.invariant, found.said, found.seed) for found in result.findings] == []
    assert not result.broke
    unseen = [known.name for known in known_invariants("crm") if not result.looked_at[known.name]]
    assert len(unseen) < len(known_invariants("crm")) // 5, unseen


@pytest.mark.parametrize("name", ["brings-components-along", "styles-0"])
def test_what_is_permitted_is_left_alone(name: str) -> None:
    known = system(name)
    result = Exploration(known.claims(REFERENCE), seed=1, open_system=known.open).explore(Bounds(histories=15))
    assert [(found.invariant, found.said, found.seed) for found in result.findings] == []


def test_a_wrong_crm_is_found_and_its_finding_is_a_feature(tmp_path: Path) -> None:
    known = system("projects-the-change-alone")
    claims = known.claims(REFERENCE)
    result = Exploration(claims, seed=3, open_system=known.open).explore(Bounds(60, most_findings=1))
    (finding,) = result.findings
    assert finding.stable
    assert finding.acts <= 5
    assert set(finding.rules) & known.breaks
    written = write(tmp_path, [(result, claims)])
    (feature,) = [file for file in written if file.suffix == ".feature"]
    plan = plan_of_examples(claims, [e for rule in EDITION.read(feature).rules for e in rule.examples])
    assert [r.verdict for r in run(plan, open_system=known.open).examples] == [Verdict.FAILED]
    assert code_of(["run", "--feature", str(feature)]) == 0
    assert code_of(["explore", "--replay", str(tmp_path / "explored.json")]) == 0
