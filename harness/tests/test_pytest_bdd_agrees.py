"""pytest-bdd's own scenarios(), given the stage as a fixture, comes to the executor's verdict on every example."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from ordertck.harness.claims import Claims
from ordertck.harness.plan import Selection
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.reference.landscape import PARTS, InProcess
from ordertck.harness.tests.support import EDITION, claims_as, examine
from ordertck.harness.verdicts import Verdict

pytestmark = pytest.mark.slow  # each test starts a process of its own

# As somebody who knows only pytest-bdd would write it: every step imported, the stage a fixture, the gate a skip.
CONFTEST = """
import importlib, json, pkgutil
from ordertck.harness.messages import replace
from pathlib import Path
import pytest
import ordertck.steps
from ordertck.harness.proof.composition import made_of
from ordertck.harness.claims import reference_claims
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.reference.landscape import PARTS, InProcess
from ordertck.harness.applicability import example_reason
from ordertck.harness.bench import Conversation
from ordertck.harness.edition import load

EDITION = load()

for found in pkgutil.iter_modules(ordertck.steps.__path__, "ordertck.steps."):
    globals().update({k: v for k, v in vars(importlib.import_module(found.name)).items() if "pytestbdd" in k})

ROLE, REPORT = %(role)r, %(report)r
PART = %(part)s
FOLDER = EDITION.features_folder.resolve()
EXAMPLES = {(FOLDER / e.file, e.id.title, e.id.row): e for e in EDITION.examples if e.id.role == ROLE}
STAGES, SCENES, LATE, OUTCOMES = {}, {}, [], {}

EXAMPLE, TALK = pytest.StashKey(), pytest.StashKey()

def pytest_bdd_before_scenario(request, feature, scenario):
    item = request.node
    row = item.callspec.params.get("_pytest_bdd_example", {}) if hasattr(item, "callspec") else {}
    said = Path(feature.filename).resolve(), next(iter(row.values()), "")
    named = {filled_in(title, row): e for (file, title, at), e in EXAMPLES.items() if (file, at) == said}
    item.stash[EXAMPLE] = named[scenario.name]

def filled_in(title, row):
    for name, value in row.items():
        title = title.replace(f"<{name}>", value)
    return title

def claims_for(example):
    words = EDITION.vocabulary.switch_tags
    flipped = {words[tag][0].name: words[tag][1] for tag in example.tags if tag in words}
    claims = reference_claims(EDITION)
    return replace(claims, roles=(ROLE,), switches={**claims.switches, **flipped})

@pytest.fixture
def stage(request):
    example = request.node.stash[EXAMPLE]
    claims = claims_for(example)
    reason = example_reason(example, claims)
    if reason:
        pytest.skip(reason)
    key = str(sorted(claims.switches.items()))
    if key not in STAGES:
        session = f"BDD{len(STAGES)}"
        STAGES[key] = Conversation(InProcess(PART, claims), claims, session, lambda stage, *_: LATE.append(stage))
    conversation = request.node.stash[TALK] = STAGES[key]
    stage = conversation.begin()
    SCENES[stage.id] = str(example.id)
    yield stage
    try:
        conversation.end()
    except Exception:
        conversation.forget()

def pytest_bdd_after_scenario(request, feature, scenario):
    if TALK in request.node.stash:
        request.node.stash[TALK].balance()

@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call" or report.outcome != "passed":
        OUTCOMES.setdefault(str(item.stash[EXAMPLE].id), report.outcome)
    return report

def pytest_bdd_apply_tag(tag, function):
    pytest.mark.__getattr__(tag)(function)
    return True

def pytest_sessionfinish():
    for conversation in STAGES.values():
        conversation.rest()
    OUTCOMES.update({SCENES[scene]: "failed" for scene in LATE})
    Path(REPORT).write_text(json.dumps(OUTCOMES))
"""
MODULE = """
from pytest_bdd import scenarios
from ordertck.harness.edition import load

EDITION = load()

scenarios(*(str(EDITION.features_folder.resolve() / file) for file in %(files)r))
"""
# Where rules meet the same sentences are said again: half of all examples, which agree if the others do. Of the
# others a part is enough as well, in each of which most sentences are said.
LEFT_OUT = "where_rules_meet/"
EVERY = 5
OUTCOME = {Verdict.PASSED: "passed", Verdict.INAPPLICABLE: "skipped"}


def by_pytest_bdd(role: str, part: str, files: list[str], folder: Path) -> Mapping[str, str]:
    """Outcomes by example of these feature files, from pytest-bdd in a process of its own."""
    report = folder / "outcomes.json"
    (folder / "conftest.py").write_text(CONFTEST % {"role": role, "part": part, "report": str(report)})
    (folder / "test_features.py").write_text(MODULE % {"files": files})
    plain = ("-q", "-p", "no:cacheprovider", "-p", "pytest_bdd.plugin", "-W", "ignore", "--tb=no")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *plain, "-m", role, str(folder)],
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},  # neither ours nor any other
        capture_output=True, text=True, cwd=folder, check=False, timeout=300,
    )  # fmt: skip
    assert report.exists(), done.stdout + done.stderr
    found: dict[str, str] = json.loads(report.read_text())
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("role", "part", "within"),
    [*((role, "PARTS[ROLE]", "") for role in sorted(PARTS)), ("oms", "made_of(LeavesBlankPriceLists)", "price_lists/")],
)
def test_pytest_bdd_agrees(role: str, part: str, within: str, tmp_path: Path) -> None:
    """The same examples, none dropped, each with the same verdict; on a wrong system too."""
    make = PARTS[role] if part == "PARTS[ROLE]" else made_of(LeavesBlankPriceLists)

    def opened(claims: Claims, _session: str) -> InProcess:
        return InProcess(make, claims)

    files = {e.file for e in EDITION.examples if e.id.role == role and not e.file.startswith(LEFT_OUT)}
    chosen = sorted(file for file in files if file.startswith(within))[:: 1 if within else EVERY]
    mine = frozenset(str(e.id) for e in EDITION.examples if e.id.role == role and e.file in chosen)
    examination = examine(claims_as(role), "SBDD", Selection(ids=mine), every_switch=True, open_system=opened)
    ours = {str(e.id): OUTCOME.get(e.verdict, "failed") for e in examination.examples if str(e.id) in mine}
    assert ("failed" in ours.values()) == (part != "PARTS[ROLE]")
    assert by_pytest_bdd(role, part, chosen, tmp_path) == ours
