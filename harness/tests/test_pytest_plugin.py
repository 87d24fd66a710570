"""The features as pytest items: what is collected, selected, said, and that nothing heavy is loaded for nothing."""

import importlib
import json
import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from ordertck import data, harness
from ordertck.harness.edition.features import Example
from ordertck.harness.reference.landscape import PARTS
from ordertck.harness.tests.support import EDITION
from ordertck.harness.verification.verify import verify

pytestmark = pytest.mark.slow  # each test starts a process of its own

pytest_plugins = ["pytester"]

PRICES = str(data("features", "price_lists"))
SHOP = str(data("examples", "corner_shop", "claims.toml"))

CLAIMS = """
[system]
name = "Hub"
version = "1"
roles = ["oms"]
adapter = "hub:Hub"
profiles = ["core-orders", "price-lists"]
capabilities = ["line-price-lists"]

[timing]
patience = 5
quiet = 0.001
"""
# Bills an order on a price list that billing cannot resolve after all, when the next example has begun.
LATE = """
from ordertck.harness.messages import Edge, Message
from ordertck.harness.reference.landscape import PARTS, InProcess
from ordertck.harness.tests.support import EDITION


class Hub(InProcess):
    def __init__(self, claims, session):
        super().__init__(PARTS["oms"], claims)
        self.kept = []

    def begin(self, scenario):
        super().begin(scenario)
        self._heard.extend(self.kept)
        self.kept = []

    def deliver(self, message):
        super().deliver(message)
        for line in message.body.get("lines", ()):
            if line.get("price_list") == "Staff Price List":
                billed = {"line": line["id"], "product": line["product"], "effect": "start"}
                lines = [{**billed, "price_list": "Household Price List"}]
                body = {"order": message.about, "account": "A", "phase": "all", "lines": lines}
                self.kept.append(Message("late", "billing-order", Edge.BILLING, body, message.about))
"""


HUB = """
from ordertck.harness.reference.landscape import PARTS, InProcess


class Hub(InProcess):
    def __init__(self, claims, session):
        super().__init__(PARTS["oms"], claims)
"""
OURS = """
Feature: What matters to us
  Scenario: A blank line takes the header's list
    Given an order on the "Household Price List" with
      | line | action | product         | price list |
      | 1    | Add    | Internet Access |            |
    When the order is submitted
    Then billing charges for the order
      | line | product         | price list           |
      | 1    | Internet Access | Household Price List |
  Scenario: A blank line is given away
    Given an order on the "Household Price List" with
      | line | action | product         | price list |
      | 1    | Add    | Internet Access |            |
    When the order is submitted
    Then billing charges for the order
      | line | product         | price list       |
      | 1    | Internet Access | Staff Price List |
"""


def shown(example: Example) -> str:
    """The name of an example's item."""
    return f"{example.id.rule} {example.id.titled} ({example.id.role})"


def run(pytester: pytest.Pytester, *words: str, whom: str = "reference") -> pytest.RunResult:
    """Run pytest with markers as strict as they can be, on the reference where nobody else is named."""
    named = () if "--ordertck" in words or not whom else ("--ordertck", whom)
    # Each worker would load schemathesis and all that it needs.
    return pytester.runpytest_inprocess(
        "-p", "no:cacheprovider", "-p", "no:schemathesis", "--strict-markers", *words, *named
    )


def hub(pytester: pytest.Pytester, source: str) -> str:
    """A claims file whose adapter is in a module beside it."""
    (pytester.path / "hub.py").write_text(source)
    claims = pytester.path / "claims.toml"
    claims.write_text(CLAIMS)
    return str(claims)


@pytest.fixture(scope="module", autouse=True)
def kept() -> Iterator[None]:
    """What is kept of the features is there for each session, though pytester gives it a home of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache"))
        yield


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """Load all that a session may: pytester forgets each module that is first imported in one of its own."""
    for module in pkgutil.walk_packages(harness.__path__, f"{harness.__name__}."):
        if not module.name.startswith(tuple(f"{harness.__name__}.{room}" for room in ("proof", "tests", "tools"))):
            importlib.import_module(module.name)


def test_our_items_are_the_roll(pytester: pytest.Pytester) -> None:
    """Every example there is, in each of its roles, is an item; those of a role pass on the reference."""
    examples = [e for e in EDITION.examples if e.id.role in PARTS]
    collected = run(pytester, "--collect-only", "-q").stdout.lines
    items = [line.partition("::")[2] for line in collected if "::" in line]
    assert sorted(items) == sorted(map(shown, examples))
    done = pytester.inline_run("-p", "no:cacheprovider", "--strict-markers", "--ordertck", "reference", "-m", "som")
    reports = [r for r in done.getreports("pytest_runtest_logreport") if r.when == "call"]
    assert sorted((r.nodeid.partition("::")[2], r.outcome) for r in reports) == sorted(
        (shown(e), "passed") for e in examples if e.id.role == "som"
    )
    for report in reports:
        told = dict(report.user_properties)
        assert report.nodeid.partition("::")[2].startswith(f"{told['rule']} ")
        assert report.nodeid.endswith(f"({told['role']})")
        assert told["verdict"] == "passed"


def test_selecting_by_rule_role_and_text(pytester: pytest.Pytester) -> None:
    """-m takes rule ids, roles, capabilities and switches, -k titles; both narrow what is run."""
    examples = [e for e in EDITION.examples if str(e.file).startswith("price_lists/")]
    chosen = [e for e in examples if e.id.rule == "PL-09" and e.id.role == "oms" and "blank" in e.id.title.lower()]
    assert chosen
    run(pytester, PRICES, "-m", "PL-09 and oms", "-k", "blank").assert_outcomes(
        passed=len(chosen), deselected=len(examples) - len(chosen)
    )
    tagged = [e for e in examples if "no-header-pl-default" in e.tags]
    assert tagged
    run(pytester, PRICES, "-m", "no-header-pl-default").assert_outcomes(
        passed=len(tagged), deselected=len(examples) - len(tagged)
    )


def test_a_tag_that_does_not_exist(pytester: pytest.Pytester) -> None:
    """A slip in a rule's id is an error, not an empty run."""
    done = run(pytester, PRICES, "-m", "PL-99")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*Unknown marker*PL-99*"])


def test_another_system(pytester: pytest.Pytester) -> None:
    """What it does not uphold fails, in our words and without a traceback; other roles' examples do not appear."""
    done = run(pytester, str(data("features", "actions")), "--ordertck", SHOP, "-m", "AC-08", "-rs", "--junitxml=j.xml")
    told = done.parseoutcomes()
    assert set(told) >= {"failed", "passed"}
    text = done.stdout.str()
    assert "expected  a refusal or fallout of order ORDER" in text
    assert "seen      status " in text
    assert "blame     system" in text
    assert "features/actions/" in text
    assert "(crm)" not in text
    assert "Traceback" not in text
    assert "executor.py" not in text
    cases = etree.parse(pytester.path / "j.xml").findall(".//testcase")
    assert {p.get("value") for case in cases for p in case.findall(".//property[@name='rule']")} == {"AC-08"}


def test_claims_that_cannot_be_used(pytester: pytest.Pytester) -> None:
    """A mistake in the claims is told in a line, before anything is collected."""
    claims = pytester.path / "claims.toml"
    claims.write_text(CLAIMS.replace('"oms"', '"omss"'))
    done = run(pytester, PRICES, "--ordertck", str(claims))
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*claims.toml:5: unknown role 'omss'; did you mean 'oms'?"])


def test_a_system_that_cannot_be_reached(pytester: pytest.Pytester) -> None:
    """Each item fails with the adapter to blame."""
    claims = hub(pytester, "def Hub(claims, session):\n    raise OSError('nobody answers')\n")
    done = run(pytester, PRICES, "--ordertck", claims, "-m", "PL-09 and oms")
    assert set(done.parseoutcomes()) == {"failed", "deselected"}
    done.stdout.fnmatch_lines(
        [
            "PL-09 error: the system cannot be reached: hub:Hub raised OSError: nobody answers*",
            "PL-09 error: the system is given up: hub:Hub raised OSError: nobody answers*",
        ]
    )
    assert "blame     adapter" in done.stdout.str()


@pytest.mark.parametrize("workers", [0, 1])
def test_late_messages(workers: int, pytester: pytest.Pytester) -> None:
    """They are reported at the end, under the example that had passed, and fail the run, in workers too."""
    claims = hub(pytester, LATE)
    done = run(pytester, f"{PRICES}/new_orders.feature", "--ordertck", claims, "-n", str(workers), "-m", "oms")
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    assert done.parseoutcomes()["errors"] == 1
    text = done.stdout.str()
    assert "PL-10 failed: a message came late that should not have come" in text
    assert "PL-10 A price list that billing does not know" in text


@pytest.mark.parametrize(
    ("workers", "given"), [(0, ["--ordertck-seed", "704"]), (2, ["--ordertck-seed", "704"]), (2, [])]
)
def test_the_seed_is_one_for_all_workers(workers: int, given: list[str], pytester: pytest.Pytester) -> None:
    """It is said at the end, and stands in the JUnit file; nobody has to give one."""
    done = run(pytester, PRICES, "-m", "PL-09", "-n", str(workers), "--junitxml=found.xml", *given)
    assert done.ret == pytest.ExitCode.OK
    seeds = {p.get("value") for p in etree.parse(pytester.path / "found.xml").iterfind(".//property[@name='seed']")}
    assert len(seeds) == 1
    done.stdout.fnmatch_lines(
        [f"ordertck: the same run again with --ordertck-seed {seeds.pop() if not given else 704}"]
    )


def test_features_of_others_are_left_alone(pytester: pytest.Pytester) -> None:
    """Whoever has the package installed may have features of their own."""
    (pytester.path / "mine.feature").write_text("Feature: Mine\n  Scenario: One\n    Given nothing\n")
    pytester.makepyfile("def test_mine(): pass")
    run(pytester, whom="").assert_outcomes(passed=1)
    run(pytester, str(pytester.path)).assert_outcomes(passed=1)


def test_nobody_is_examined_unasked(pytester: pytest.Pytester) -> None:
    """Outside the kit's checkout features without claims are a mistake, which says what to do; nothing is green."""
    done = run(pytester, PRICES, "--rootdir", str(pytester.path), whom="")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*nobody is named who is to be examined; give the claims*--ordertck CLAIMS*"])


def test_claims_alone_collect_the_features(pytester: pytest.Pytester) -> None:
    """The head says whom it is about."""
    done = run(pytester, "--ordertck", SHOP, "--collect-only", "-q", "-m", "AC-08")
    assert "AC-08 A Resume line for an active asset is refused (oms)" in done.stdout.str()
    head = run(pytester, "--ordertck", SHOP, "-m", "PL-08").stdout
    head.fnmatch_lines(["ordertck: examines Corner Shop 1.0 as oms"])


@pytest.mark.usefixtures("node")
def test_the_report_of_ordertck_run(pytester: pytest.Pytester) -> None:
    """A whole session writes the same folder, which can be verified; a part has one of its own; workers cannot."""
    done = run(pytester, "--ordertck", SHOP, "--ordertck-report", "report", "-q")
    assert (
        "ordertck: report: report/ (results.json, junit.xml, transcript.ndjson, certificate.json)" in done.stdout.str()
    )
    assert verify(pytester.path / "report", EDITION) == []
    run(pytester, "--ordertck", SHOP, "--ordertck-report", "report", "-m", "PL-09")
    narrowed = json.loads((pytester.path / "report-narrowed" / "results.json").read_text())
    assert {rule["rule"] for rule in narrowed["examinations"][0]["rules"]} == {"PL-09"}
    refused = run(pytester, "--ordertck", SHOP, "--ordertck-report", "report", "-n", "2")
    refused.stderr.fnmatch_lines(["*--ordertck-report needs one process*"])


def test_features_of_others_in_the_kits_sentences(pytester: pytest.Pytester) -> None:
    """pytest-bdd's scenarios() runs them with the plugin's fixtures; a breach is told in a line."""
    (pytester.path / "ours.feature").write_text(OURS)
    pytester.makeconftest('pytest_plugins = ["ordertck.harness.plugin.bdd"]')
    pytester.makepyfile("from pytest_bdd import scenarios\n\nscenarios('ours.feature')")
    done = run(pytester, "test_features_of_others_in_the_kits_sentences.py", "--ordertck", hub(pytester, HUB))
    done.assert_outcomes(passed=1, failed=1)
    assert "Breach: expected " in done.stdout.str()


def test_nothing_heavy_is_loaded_for_nothing(tmp_path: Path) -> None:
    """A run without our features does not pay for them."""
    (tmp_path / "test_mine.py").write_text(
        "import sys\n"
        "def test_mine():\n"
        "    ours = {m for m in sys.modules if m.startswith('ordertck.')}\n"
        "    assert ours <= {'ordertck.harness', 'ordertck.harness.errors', 'ordertck.harness.text',\n"
        "                    'ordertck.harness.plugin', 'ordertck.harness.plugin.pytest_plugin'}\n"
        "    assert not {'gherkin', 'rich', 'lxml', 'jsonschema', 'jsonschema_rs'} & set(sys.modules)\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:faker", str(tmp_path)]
    # pytest-bdd is a plugin of its own and loads gherkin; so is schemathesis, which loads the others.
    command += ["-p", "no:pytest-bdd", "-p", "no:schemathesis"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, timeout=60)
    assert done.returncode == 0, done.stdout
