"""The same features under pytest, by our items and by pytest-bdd's own scenarios(), with the same verdicts."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ordertck import data
from ordertck.harness.cast.casting import reference_claims
from ordertck.harness.reference.landscape import PARTS
from ordertck.harness.runner.features import Example
from ordertck.harness.runner.session import roll

# A module as somebody who knows only pytest-bdd would write it; the stage is a fixture. It knows no claims, so
# examples that they exclude are run as well, and may fail.
MODULE = """
from dataclasses import replace
import pytest
from pytest_bdd import scenarios
from ordertck import data
from ordertck.harness.cast.casting import reference_claims
from ordertck.harness.reference.landscape import PARTS, connect
from ordertck.harness.stage import Stage
import ordertck.steps, pkgutil, importlib
for found in pkgutil.iter_modules(ordertck.steps.__path__, "ordertck.steps."):
    globals().update({k: v for k, v in vars(importlib.import_module(found.name)).items() if "pytestbdd" in k})

ROLE = %r
CLAIMS = replace(reference_claims(), roles=(ROLE,))
STAGE = Stage(connect(CLAIMS, "BDD"), CLAIMS, "BDD")

@pytest.fixture
def stage(request):
    marks = {mark.name for mark in request.node.iter_markers()}
    if ROLE not in marks:
        pytest.skip("another role's")
    STAGE.begin()
    yield STAGE
    STAGE.end()

def pytest_bdd_apply_tag(tag, function):
    getattr(pytest.mark, tag)(function)
    return True

scenarios(str(data("features")))
"""


def outcomes(where: Path, *words: str, cwd: Path | None = None) -> dict[str, str]:
    """Outcomes of a pytest run in a process of its own, by test name."""
    report = (cwd or Path.cwd()) / "outcomes.json"
    code = (
        "import json, sys, pytest\n"
        "class Notes:\n"
        "    found = {}\n"
        "    def pytest_runtest_logreport(self, report):\n"
        "        if report.when == 'call' or report.outcome != 'passed':\n"
        "            self.found.setdefault(report.nodeid.split('::')[-1], []).append(report.outcome)\n"
        "notes = Notes()\n"
        "pytest.main(sys.argv[2:], plugins=[notes])\n"
        "json.dump(notes.found, open(sys.argv[1], 'w'))\n"
    )
    words = ("-q", "-p", "no:cacheprovider", "-W", "ignore", *words)
    done = subprocess.run(
        [sys.executable, "-c", code, str(report), *words, str(where)],
        capture_output=True, text=True, cwd=cwd, check=False, timeout=120,
    )  # fmt: skip
    assert report.exists(), done.stdout + done.stderr
    found: dict[str, list[str]] = json.loads(report.read_text())
    report.unlink()
    return {name: max(told) for name, told in found.items()}


def shown(example: Example) -> str:
    """The name of an example's item."""
    row = f" [{example.id.row}]" if example.id.row else ""
    return f"{example.id.rule} {example.id.title}{row} ({example.id.role})"


def test_our_items_are_the_roll(tmp_path: Path) -> None:
    """Every example of the roles there are is an item, and passes on the reference."""
    found = outcomes(data("features"), cwd=tmp_path)
    assert found == {shown(e): "passed" for e in roll() if e.id.role in PARTS}


def test_selecting_by_rule_and_text(tmp_path: Path) -> None:
    """-m takes rule ids, roles and tags, -k titles; both narrow what is run."""
    found = outcomes(data("features", "price_lists"), "-m", "PL-09 and oms", "-k", "blank", cwd=tmp_path)
    assert found
    assert all(name.startswith("PL-09") and "blank" in name.lower() for name in found)


def test_another_system(tmp_path: Path) -> None:
    """--ordertck examines a third party; what it does not uphold fails, what its claims exclude is skipped."""
    shop = str(data("examples", "corner_shop", "claims.toml"))
    found = outcomes(data("features", "actions"), "--ordertck", shop, cwd=tmp_path)
    assert found["AC-08 An asset that is not suspended cannot be resumed (oms)"] == "failed"
    assert "skipped" in found.values()
    assert "passed" in found.values()


@pytest.mark.parametrize("role", sorted(PARTS))
def test_pytest_bdd_agrees(role: str, tmp_path: Path) -> None:
    """pytest-bdd's own runner, given the stage as a fixture, comes to the executor's verdicts for every example."""
    from dataclasses import replace

    from ordertck.harness.runner.gate import example_reason
    from ordertck.harness.runner.step_book import step_book

    (tmp_path / "test_all.py").write_text(MODULE % role)
    found = outcomes(tmp_path / "test_all.py", "-m", role, "-p", "no:ordertck", cwd=tmp_path)
    claims = replace(reference_claims(), roles=(role,))
    examples = [e for e in roll() if e.id.role == role]
    ready = [e for e in examples if not example_reason(e, claims, step_book())]
    assert len(found) == len(examples)
    assert sum(outcome == "passed" for outcome in found.values()) >= len(ready)
    excluded = {_python_name(e.id.title) for e in examples if e not in ready}
    failed = {name for name, outcome in found.items() if outcome == "failed"}
    assert {name for name in failed if not any(name.startswith(title) for title in excluded)} == set()


def _python_name(title: str) -> str:
    return "test_" + re.sub(r"\W", "", title.replace(" ", "_")).lower()
