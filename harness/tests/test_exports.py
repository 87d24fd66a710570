"""Exports: each is read back by the tools that it is for."""

import csv
import io
import json
import os
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import jsonschema_rs
import pytest
from lxml import etree

from ordertck.harness.declared import Deviation
from ordertck.harness.errors import UsageError
from ordertck.harness.examination import Examination
from ordertck.harness.exports.badge import badge, endpoint, message_of
from ordertck.harness.exports.csv_table import rules_as_csv
from ordertck.harness.exports.cucumber import cucumber_messages
from ordertck.harness.exports.summary import summary
from ordertck.harness.plan import Selection
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.reports.results import as_bytes, results
from ordertck.harness.reports.saved import SavedRun, run_in
from ordertck.harness.tests.browser import Looking
from ordertck.harness.tests.by_hand import OMS, by_hand
from ordertck.harness.tests.support import EDITION, claims_as, examine, transcript_on_file
from ordertck.harness.verdicts import Verdict

# Cucumber's own: its HTML formatter, and the messages with their official schema.
PACKAGES = ("@cucumber/html-formatter@24.2.0", "@cucumber/messages@34.2.1")
READS_BACK = """
import fs from 'node:fs'; import readline from 'node:readline';
import { CucumberHtmlStream } from '@cucumber/html-formatter';
const stream = new CucumberHtmlStream(); stream.pipe(fs.createWriteStream('report.html'));
for await (const line of readline.createInterface({ input: fs.createReadStream('messages.ndjson') })) {
  stream.write(JSON.parse(line));
}
stream.end();
"""
HOSTILE = "=cmd|' /C calc'!A0 <script>alert(1)</script> | [x](http://evil.example) \x1b[31m"


def told(*runs: Examination) -> SavedRun:
    """A run as its report tells it."""
    return run_in(as_bytes(results(list(runs))), Path("results.json"))


@pytest.fixture(scope="module")
def failing() -> Examination:
    """A system that leaves blank price lists blank, under the rules of these."""
    rules = frozenset({"PL-09", "PL-10", "PL-16"})
    return examine(
        OMS, "SEXPORT", Selection(rules=rules), lambda claims, _: InProcess(made_of(LeavesBlankPriceLists), claims),
        transcript=transcript_on_file(),
    )  # fmt: skip


@pytest.fixture(scope="session")
def cucumber(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with Cucumber's packages. Where they cannot be had, the test is skipped, and fails in CI."""
    folder = tmp_path_factory.mktemp("cucumber")
    install = ("npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", *PACKAGES)
    if not shutil.which("npm") or subprocess.run(install, cwd=folder, check=False, timeout=120).returncode:
        why = "no npm, or no registry of its packages: Cucumber's formatter is not there"
        pytest.fail(why) if os.environ.get("CI") else pytest.skip(why)
    (folder / "read.mjs").write_text(READS_BACK)
    return folder


def messages(run: SavedRun) -> list[tuple[str, dict[str, object]]]:
    """The messages, each with its kind."""
    lines = cucumber_messages(run, EDITION).splitlines()
    return [next(iter(json.loads(line).items())) for line in lines]


def test_cucumber_reads_the_messages(cucumber: Path, look: Looking, failing: Examination) -> None:
    """Every message is valid by the official schema, and Cucumber's own report shows what failed, and where."""
    crm = examine(claims_as("crm"), "SCRM", Selection(rules=frozenset({"PL-13"})))
    lines = cucumber_messages(told(failing, crm), EDITION)
    official = json.loads((cucumber / "node_modules/@cucumber/messages/messages.schema.json").read_text())
    schema = jsonschema_rs.validator_for(official)
    for line in lines.splitlines():
        assert [error.message for error in schema.iter_errors(json.loads(line))] == [], line
    (cucumber / "messages.ndjson").write_text(lines)
    subprocess.run(("node", "read.mjs"), cwd=cucumber, check=True, timeout=60)
    page = look(cucumber / "report.html")
    counts = Counter(e.verdict for run in (failing, crm) for e in run.examples)
    shown = page.inner_text("body")
    assert f"({counts[Verdict.PASSED]} / {counts.total()}) passed" in shown
    assert f"FAILED {counts[Verdict.FAILED]}" in shown


def test_the_course_of_an_example(failing: Examination) -> None:
    """Steps before the failing one passed, those after it were skipped; its message has the evidence."""
    told_of = messages(told(failing))
    finished = [dict(m["testStepResult"]) for kind, m in told_of if kind == "testStepFinished"]  # type: ignore[call-overload]
    failed = [step for step in finished if step["status"] == "FAILED"]
    assert len(failed) == sum(e.verdict == "failed" for e in failing.examples)
    assert "expected: " in failed[0]["message"]
    assert failed[0]["exception"]["type"] == "failed"
    kinds = Counter(kind for kind, _ in told_of)
    assert kinds["pickle"] == kinds["testCase"] == kinds["testCaseFinished"] == len(failing.examples)
    assert kinds["testStepStarted"] == kinds["testStepFinished"] == sum(
        len(example.steps) for example in EDITION.examples if example.id in {e.id for e in failing.examples}
    )  # fmt: skip


def test_messages_of_other_features() -> None:
    """The text of a feature is not in the report, so the kit that exports has to be the one that examined."""
    other = told(by_hand())
    found = replace_features(other)
    with pytest.raises(UsageError, match="of other features than this kit has"):
        cucumber_messages(found, EDITION)


def replace_features(run: SavedRun) -> SavedRun:
    """The same run as though of other features."""
    import msgspec

    return msgspec.structs.replace(run, digests={"features": "sha256:0"})


def test_csv(failing: Examination) -> None:
    """A line a rule in its role, which spreadsheets take for text whatever a system is called."""
    rows = list(csv.DictReader(io.StringIO(rules_as_csv(told(failing)))))
    assert {row["rule"]: row["verdict"] for row in rows}["PL-09"] == "failed"
    assert all(row["sentence"] and row["source"] for row in rows)
    hostile = told(by_hand(claims=replace(OMS, name=HOSTILE)))
    for row in csv.DictReader(io.StringIO(rules_as_csv(hostile))):
        assert row["system"].startswith("'=cmd")
        assert all(cell.isprintable() for cell in row.values())


def test_the_summary(failing: Examination) -> None:
    """What did not pass is told with its evidence; no text becomes markup."""
    text = summary(told(failing))
    assert "❌" not in text and "narrowed" in text.splitlines()[0]
    assert "| PL-09 (oms) | failed |" in text
    known = replace(failing, plan=replace(failing.plan, claims=replace(OMS, deviations=(Deviation("PL-09", "HUB-1"),))))
    assert "known deviation HUB-1; expected" in summary(told(known))
    hostile = summary(told(by_hand(claims=replace(OMS, name=HOSTILE))))
    assert "<script" not in hostile
    assert "](http" not in hostile


def test_badges() -> None:
    """A drawing that stands alone, and says in words what it is about."""
    run = told(by_hand(claims=replace(OMS, name=HOSTILE)))
    drawn = etree.fromstring(badge(run).encode())
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg"
    assert "kit or adapter broke" in (drawn.get("aria-label") or "")
    assert not drawn.findall(".//{*}script")
    assert json.loads(endpoint(run))["schemaVersion"] == 1
    failed = told(by_hand(by_hand().examples[:3]))
    assert message_of(failed) == ("2 rules not upheld", "bad")
    assert message_of(told(by_hand(narrowed_by="rule PL-09"))) == ("not run whole", "neither")
    whole = told(examine(claims_as("som"), "SBADGE"))
    assert message_of(whole) == ("conformant: som", "good")
