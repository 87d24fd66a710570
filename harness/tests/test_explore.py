"""Exploration: it finds nothing in the reference, and finds and shrinks what is wrong with others."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ordertck.harness import schemas
from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.wire import Wire
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.cli.main import code_of
from ordertck.harness.edition.features import Step
from ordertck.harness.errors import AdapterError
from ordertck.harness.explore.exploration import Bounds, Exploration
from ordertck.harness.explore.outcome import write
from ordertck.harness.explore.shrinking import Shrinking
from ordertck.harness.messages import Message
from ordertck.harness.oracle import known_invariants
from ordertck.harness.plan import plan_of_examples
from ordertck.harness.proof.registry import known_systems
from ordertck.harness.runner.run import run
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import EDITION
from ordertck.harness.verdicts import Verdict

REFERENCE = reference_claims(EDITION)
OMS = replace(REFERENCE, roles=("oms",))


def test_nothing_is_found_in_the_reference_and_everything_is_looked_at() -> None:
    result = Exploration(OMS, seed=1).explore(Bounds(histories=70))
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


def test_what_is_struck_out_stands_in_no_finding() -> None:
    """Neither in what was seen nor in the messages; what the kit itself ordered is in the feature."""
    name = "completes-at-the-lock"
    known = next(known for known in known_systems() if (known.role, known.name) == ("oms", name))
    claims = replace(known.claims(REFERENCE), redact=("status", "product"))
    (finding,) = Exploration(claims, seed=1, open_system=known.open).explore(Bounds(60, most_findings=1)).findings
    assert "[redacted " in finding.said
    assert "COMPLETE" not in finding.said
    bodies = [moment["message"]["body"] for moment in finding.messages if "message" in moment]
    assert {body["status"][:10] for body in bodies if "status" in body} == {"[redacted "}
    assert "Internet Access" not in str(bodies)


def test_an_adapter_that_breaks_once_is_told_of() -> None:
    """The histories after it are played, on a way that is opened anew."""
    delivered = 0

    def opened(claims: Claims, session: str) -> Wire:
        wire = connect(claims, session)
        deliver = wire.deliver

        def delivered_but_once(message: Message) -> None:
            nonlocal delivered
            delivered += 1
            if delivered == 50:
                raise AdapterError("out of paper")
            deliver(message)

        vars(wire)["deliver"] = delivered_but_once
        return wire

    result = Exploration(OMS, seed=1, open_system=opened).explore(Bounds(histories=30))
    assert result.broke.startswith("in history 1-")
    assert result.broke.endswith(": out of paper")
    assert delivered > 100


def test_what_was_never_explored_has_found_nothing_out(ordertck: Terminal, tmp_path: Path) -> None:
    claims = '[system]\nname = "A"\nversion = "1"\nroles = ["oms"]\nurl = "http://127.0.0.1:1"\n[timing]\nstart = 0.1\n'
    (tmp_path / "claims.toml").write_text(claims)
    done = ordertck("explore", tmp_path / "claims.toml")
    assert done.code == 3
    assert done.out.startswith("A 1 as oms: nothing explored (0 histories")
    assert done.out.count("\n") == 2


def test_one_seed_makes_one_history() -> None:
    first, again = (Exploration(OMS, seed=7).explore(Bounds(histories=20)) for _ in range(2))
    assert (first.kinds, first.looked_at, first.meetings) == (again.kinds, again.looked_at, again.meetings)


def test_a_finding_becomes_a_feature_that_the_reference_passes(tmp_path: Path) -> None:
    known = next(known for known in known_systems() if (known.role, known.name) == ("oms", "completes-at-the-lock"))
    claims = known.claims(REFERENCE)
    result = Exploration(claims, seed=1, open_system=known.open).explore(Bounds(60, most_findings=1))
    written = write(tmp_path, [(result, claims)])
    (feature,) = [file for file in written if file.suffix == ".feature"]
    plan = plan_of_examples(claims, [e for rule in EDITION.read(feature).rules for e in rule.examples])
    assert [r.verdict for r in run(plan, open_system=known.open).examples] == [Verdict.FAILED]
    assert code_of(["run", "--feature", str(feature)]) == 0
    content = json.loads((tmp_path / "explored.json").read_text())
    assert schemas.valid("explored", content)
    assert code_of(["explore", "--replay", str(tmp_path / "explored.json")]) == 0


@pytest.mark.parametrize("wrong", ["nothing", "[]", '{"kit": 1}'])
def test_what_is_no_exploration_is_said_to_be_none(wrong: str, tmp_path: Path) -> None:
    file = tmp_path / "explored.json"
    file.write_text(wrong)
    assert code_of(["explore", "--replay", str(file)]) == 2


def test_the_command_says_what_met_and_what_was_never_seen(capsys: pytest.CaptureFixture[str]) -> None:
    assert code_of(["explore", "--histories", "20", "--seed", "3"]) == 0
    told = capsys.readouterr().out
    assert "nothing found (20 histories" in told
    assert "mechanisms that met on the same orders" in told
    assert code_of(["explore", "--areas", "weather"]) == 2


def test_rows_that_a_breach_does_not_need_are_left_out() -> None:
    """Also those of a table that counts no lines: what the customer has, say."""
    table = (("asset", "price list"), ("HOME", ""), ("OFFICE", ""), ("SHED", ""))
    steps = (Step("given", "the customer has", 0, table),)
    shrunk = Shrinking(lambda candidate: any("OFFICE" in str(step.table) for step in candidate)).shrunk(steps)
    assert [step.table for step in shrunk] == [(("asset", "price list"), ("OFFICE", ""))]
