"""The commands by which the kit is checked: prove and lint; what they print, and with which exit code they end."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ordertck import data
from ordertck.harness.proof import prove as prove_module
from ordertck.harness.proof.prove import Proof, RuleProof
from ordertck.harness.tests.commands import Terminal

SYSTEM = "oms/leaves-blank-price-lists"


def proof_of(**more: object) -> Proof:
    """A proof as nobody has made it: one rule whose two wrong systems were not both caught."""
    told = RuleProof("PL-09", "oms", present=["leaves-blanks", "guesses"], caught=["guesses"])
    given = {
        "full": True,
        "members": 3,
        "rules": {("PL-09", "oms"): told, ("PL-10", "oms"): RuleProof("PL-10", "oms")},
        "nulls": {"oms/mute": [], "oms/echo": ["PR-01"]},
        "objections": ["oms/leaves-blanks survives PL-09: Leaves blanks."],
        "entails": {"oms/guesses": ["PL-10"]},
        "unexplained": ["oms/guesses also fails PL-10, which it neither breaks nor entails"],
    }
    return Proof(**{**given, **more})  # type: ignore[arg-type] # each has the type of its field


@pytest.fixture
def proven(monkeypatch: pytest.MonkeyPatch) -> Callable[[Proof], None]:
    """Lets a test say what a proof comes to."""
    return lambda proof: monkeypatch.setattr(prove_module, "prove", lambda *_, **__: proof)


def test_what_a_failing_proof_prints(ordertck: Terminal, proven: Callable[[Proof], None]) -> None:
    """Each rule with its systems, what null systems pass, every objection, and the sum; exit code 1."""
    proven(proof_of())
    done = ordertck("prove")
    assert done.code == 1
    assert done.out.splitlines() == [
        "rule    role         caught  wrong systems",
        "PL-09   oms          1/2     leaves-blanks, guesses",
        "",
        "oms/echo passes PR-01",
        "oms/mute passes nothing",
        "",
        "NOT PROVEN: oms/leaves-blanks survives PL-09: Leaves blanks.",
        "NOT PROVEN: oms/guesses also fails PL-10, which it neither breaks nor entails",
        "3 systems, 2 rules in their roles, 1 of 2 breaches caught: 2 objections",
    ]


def test_a_proof_as_json(ordertck: Terminal, proven: Callable[[Proof], None]) -> None:
    """The same, for machines."""
    proven(proof_of(objections=[], unexplained=[]))
    done = ordertck("prove", "--format", "json")
    told = json.loads(done.out)
    assert (done.code, told["proven"], told["objections"]) == (0, True, [])
    assert told["rules"][0] == {
        "rule": "PL-09", "role": "oms", "present": ["leaves-blanks", "guesses"], "caught": ["guesses"],
    }  # fmt: skip
    assert told["null_systems"] == {"oms/mute": [], "oms/echo": ["PR-01"]}


def test_systems_by_name(ordertck: Terminal) -> None:
    """Only these are run; a name that no system has is a mistake, and so is accepting for a few systems."""
    done = ordertck("prove", SYSTEM, "--processes", "1")
    assert done.code == 0, done.out
    assert "proven" in done.out
    assert SYSTEM.partition("/")[2] in done.out
    assert ordertck("prove", "oms/no-such-system").code == 2
    assert ordertck("prove", "--accept", SYSTEM).code == 2


def test_lint_of_files_and_folders(ordertck: Terminal) -> None:
    """Features that are named are checked by themselves, those of a folder too."""
    one = ordertck("lint", data("features", "price_lists", "new_orders.feature"))
    assert (one.code, one.out) == (0, "1 feature, all well\n")
    several = ordertck("lint", data("features", "price_lists"))
    assert several.code == 0
    assert int(several.out.split()[0]) > 1


def test_lint_of_a_folder_without_features(ordertck: Terminal, tmp_path: Path) -> None:
    """Nothing was checked, so nothing is said to be well."""
    done = ordertck("lint", tmp_path)
    assert done.code == 2
    assert "no feature file is in this folder" in done.err
