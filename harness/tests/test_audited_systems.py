"""What the invariants find by themselves: nothing in the reference, and wrong systems by their messages alone."""

from pathlib import Path

import pytest

from ordertck.harness.audit.audit import audit_run
from ordertck.harness.claims import reference_claims
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.proof.registry import known_systems
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import EDITION
from ordertck.harness.transcript import Transcript


@pytest.mark.parametrize(
    ("role", "name", "invariant"),
    [
        ("oms", "ends-where-it-was", "what-is-there-is-ended-where-it-is"),
        ("oms", "fills-the-place-before-it-releases", "the-most-urgent-order-goes-first"),
        ("som", "tells-milestones-twice", "a-milestone-is-told-once-work-is-done"),
        ("som", "tells-repeated-values", "a-value-is-told-of-the-line-that-it-was-assigned-to"),
        ("som", "wakes-with-a-revision", "a-suspended-order-rests"),
    ],
)
def test_a_wrong_system_is_found_by_its_messages_alone(tmp_path: Path, role: str, name: str, invariant: str) -> None:
    known = next(each for each in known_systems() if (each.role, each.name) == (role, name))
    claims = known.claims(reference_claims(EDITION))
    file = tmp_path / "transcript.ndjson"
    transcript = Transcript(file=file)
    run(
        plan_of(claims).only(Selection(rules=known.breaks)),
        Conditions("S"),
        transcript=transcript,
        open_system=known.open,
    )
    transcript.close()
    audited = audit_run(file, {"S": claims})
    assert (role, invariant) in audited.found


@pytest.mark.parametrize("role", ["crm", "integration"])
def test_a_run_of_the_reference_holds(ordertck: Terminal, tmp_path: Path, role: str) -> None:
    report = tmp_path / "report"
    assert ordertck("run", "-q", "--role", role, "--seed", "7", "--report", str(report)).code == 0
    said = ordertck("audit", str(report))
    assert said.code == 0, said.out
    assert "no breach in what was seen" in said.out
