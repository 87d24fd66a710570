"""Reports: the folder, begun before the run; the same bytes for the same run."""

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from ordertck import data
from ordertck.harness import schemas
from ordertck.harness.claims import Claims
from ordertck.harness.declared import Deviation
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Selection
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.reports.certificate import certificates
from ordertck.harness.reports.evidence import failures
from ordertck.harness.reports.example_record import records_of, steps_of
from ordertck.harness.reports.folder import begun
from ordertck.harness.reports.junit import junit
from ordertck.harness.reports.results import findings_digest, results
from ordertck.harness.reports.words import Paint
from ordertck.harness.tests.by_hand import EVERY, OMS, by_hand, narrowed, written
from ordertck.harness.tests.support import REPOSITORY, claims_as, examine
from ordertck.harness.verdicts import Verdict

PRICES = Selection(rules=frozenset({"PL-09", "PL-13"}))


def suites(*examinations: Examination) -> bytes:
    """The JUnit file of a report on these examinations."""
    return junit(results([*examinations]), data("features"))


def test_the_report_folder(tmp_path: Path) -> None:
    """Every file is there, satisfies its schema, and names the same examples."""
    folder = tmp_path / "below" / "report"
    with begun(folder) as report:
        whole = examine(OMS, "SWHOLE", transcript=report.transcript())
        files = report.write([whole])
    assert {path.name for path in folder.iterdir()} == {path.name for path in files}
    found = json.loads((folder / "results.json").read_text())
    assert schemas.problems("results", found) == []
    issued = json.loads((folder / "certificate.json").read_text())
    assert schemas.problems("certificate", issued) == []
    assert issued["statement"] == "conformant"
    assert issued["digests"]["results"] == findings_digest(found)
    records = [json.loads(line) for line in (folder / "transcript.ndjson").read_text().splitlines()]
    assert [r["record"] for r in records] == list(range(1, len(records) + 1))
    assert [r["at"] for r in records] == sorted(r["at"] for r in records)
    example = next(e for e in found["examinations"][0]["examples"] if e["transcript"])
    assert records[example["transcript"]["first"] - 1]["way"] == "told"


def test_several_examinations_in_one_folder(tmp_path: Path) -> None:
    """Each has its certificate, and each example finds its records in the one transcript."""
    with begun(tmp_path / "report") as report:
        transcript = report.transcript()
        several = [examine(claims_as(r), f"S{r.upper()}", PRICES, transcript=transcript) for r in ("oms", "crm")]
        report.write([replace(e, plan=replace(e.plan, narrowed_by="")) for e in several])
    found = json.loads((tmp_path / "report" / "results.json").read_text())
    assert schemas.problems("results", found) == []
    records = (tmp_path / "report" / "transcript.ndjson").read_text().splitlines()
    for example in found["examinations"][1]["examples"]:
        if example["transcript"]:
            assert json.loads(records[example["transcript"]["first"] - 1])["scenario"].startswith("SCRM")
    assert {path.name for path in (tmp_path / "report").glob("certificate*")} == {
        "certificate-oms.json", "certificate-crm.json",
    }  # fmt: skip


def test_whatever_a_system_says_can_be_written(tmp_path: Path) -> None:
    """Control characters, markup and half a surrogate pair stand in every file, and break none."""
    written(tmp_path / "report", by_hand())
    assert not (tmp_path / "report" / "certificate.json").exists()
    found = json.loads((tmp_path / "report" / "results.json").read_text())
    assert schemas.problems("results", found) == []
    assert found["examinations"][0]["examples"][3]["reason"] == "half \ud800"
    etree.parse(tmp_path / "report" / "junit.xml")


def test_files_are_made_for_people_too(whole: Examination, tmp_path: Path) -> None:
    """JSON stands on lines of its own, two blanks in, and ends its last line."""
    written(tmp_path / "report", whole)
    for name in ("results.json", "certificate.json"):
        text = (tmp_path / "report" / name).read_text(encoding="utf-8")
        assert text.startswith('{\n  "')
        assert text.endswith("\n}\n")


def test_same_run_same_bytes(whole: Examination) -> None:
    """Two runs differ in what is marked volatile and in nothing else, the certificate too."""
    again = examine(OMS, "SAGAIN0")
    first, second = results([whole]), results([again])
    assert first["volatile"] != second["volatile"]
    assert findings_digest(first) == findings_digest(second)
    (one,), (two,) = certificates([whole], first), certificates([again], second)
    assert one is not None
    assert two is not None
    assert one.pop("volatile") != two.pop("volatile")
    assert one == two


def test_evidence_is_free_of_session_ids() -> None:
    """What begins an id is replaced; the same letters elsewhere are not."""
    failed = results([by_hand()])["examinations"][0]["examples"][1]
    assert failed["expected"] == "order SESSION-0001-ORDER billed"
    assert "SBYHAND and" in failed["seen"]


def test_no_certificate_without_a_whole_run(whole: Examination) -> None:
    """Not for what was narrowed or cut short, nor where something broke; a failed rule has one that says so."""
    found = results([whole])
    assert certificates([narrowed(whole), replace(whole, cut_short="no time"), by_hand()], found) == [None] * 3
    (issued,) = certificates([by_hand(EVERY[:3])], found)
    assert issued is not None
    assert issued["statement"] == "not conformant"


def test_junit(whole: Examination) -> None:
    """One case an example that the claims do not exclude as a whole: counted, with rule ids as properties."""
    suite = etree.fromstring(suites(by_hand())).find("testsuite")
    assert suite is not None
    cases = suite.findall("testcase")
    by_verdict: dict[str, list[Any]] = {}
    for case in cases:
        told = {p.get("name"): p.get("value") for p in case.findall("properties/property")}
        assert set(told) == {"rule", "role", "verdict", "requirements", "tags"}
        assert case.get("classname", "").startswith(str(told["rule"]))
        by_verdict.setdefault(str(told["verdict"]), []).append(case)
    assert by_verdict["passed"][0].find("failure") is None
    assert by_verdict["failed"][0].find("failure").get("type") == "failed"
    assert "SESSION-0001-ORDER" in by_verdict["failed"][0].find("failure").text
    assert by_verdict["inconclusive"][0].find("failure").get("type") == "inconclusive"
    assert by_verdict["error"][0].find("error").get("type") == "blame: adapter"
    assert by_verdict["inapplicable"][0].find("skipped").get("message") == "inapplicable: not claimed"
    counts = {name: int(suite.get(name, "-1")) for name in ("tests", "failures", "errors", "skipped")}
    assert counts == {"tests": len(cases), "failures": 2, "errors": 1, "skipped": 1}
    passed = [c for c in etree.fromstring(suites(whole)).iter("testcase") if not c.findall("skipped")]
    assert len(passed) == sum(e.verdict is Verdict.PASSED for e in whole.examples)
    names = [(case.get("classname"), case.get("name")) for case in etree.fromstring(suites(whole)).iter("testcase")]
    assert len(names) == len(set(names))


def test_junit_says_what_no_case_stands_for(whole: Examination) -> None:
    """System, kit, edition and statement; what belongs to other roles and profiles is counted."""
    prices = replace(OMS, profiles=("price-lists",))
    suite = etree.fromstring(suites(by_hand(claims=prices), whole)).findall("testsuite")[1]
    about = {p.get("name"): p.get("value") for p in suite.findall("properties/property")}
    assert about["statement"] == "conformant"
    assert "FL-01" in (about["rules-untested"] or "")
    assert suite.get("timestamp") == whole.started.isoformat()[:19]


def test_junit_marks_known_deviations() -> None:
    """An example that fails as it was declared to is no failure in the test tab; the statement stays what it is."""
    known = by_hand(claims=replace(OMS, deviations=(Deviation("PL-09", "HUB-7"),)))
    suite = etree.fromstring(suites(known)).find("testsuite")
    assert suite is not None
    skipped = [s.get("message", "") for s in suite.findall("testcase/skipped")]
    assert any(message.startswith("known deviation HUB-7: ") for message in skipped)
    assert suite.get("failures") == "1"


def test_messages_are_shown_once_the_report_is_written(tmp_path: Path) -> None:
    """The transcript is closed then, and lies elsewhere."""

    def opened(claims: Claims, _session: str) -> InProcess:
        return InProcess(made_of(LeavesBlankPriceLists), claims)

    with begun(tmp_path / "report") as report:
        found = examine(OMS, "SSHOWN", PRICES, opened, transcript=report.transcript())
        report.write([found])
        told = "\n".join(failures(found, Paint()))
    assert "transcript.ndjson, records" in told
    assert " told  oms          sales-order " in told


def test_the_recipe_for_the_digest(wrong: Examination, tmp_path: Path) -> None:
    """What docs/reports.md says how to take it leads to the digest on the certificate."""
    files = written(tmp_path / "report", wrong)
    (recipe,) = re.findall(
        r"```python\n(import hashlib.*?)```", (REPOSITORY / "docs" / "reports.md").read_text(), re.DOTALL
    )
    known: dict[str, Any] = {}
    exec(recipe, known)
    issued = json.loads((tmp_path / "report" / "certificate.json").read_text())
    assert known["digest"](files[0]) == issued["digests"]["results"]


def test_the_digest_is_of_json_without_what_is_volatile() -> None:
    """Also where an object or a list is empty, or holds only what is volatile."""
    empty = b'{"a":{},"b":[],"c":{}}'
    found = {"volatile": {"at": 1}, "c": {"volatile": 2}, "b": [], "a": {}}
    assert findings_digest(found) == "sha256:" + hashlib.sha256(empty).hexdigest()


def test_what_does_not_apply_is_counted_by_its_clause() -> None:
    """And nothing else is: what was run stands with its verdict."""
    excluded = results([by_hand()])["examinations"][0]["excluded"]
    assert excluded == [{"clause": "not claimed", "examples": 1, "rules": ["PL-16"]}]


def test_what_came_late_is_among_the_records(wrong: Examination) -> None:
    """Of an example that failed after its end the messages that came then, of others none that are not its own."""
    late = by_hand()
    assert records_of(replace(EVERY[1], transcript=(3, 10)), late) == list(range(3, 41))
    assert records_of(replace(EVERY[1], transcript=(3, 10), late=False), late) == list(range(3, 11))
    failed = next(example for example in wrong.examples if example.verdict is Verdict.FAILED and example.transcript)
    first, last = failed.transcript or (0, 0)
    assert set(records_of(failed, wrong)) <= set(range(first, last + 1))
    assert records_of(wrong.examples[0], wrong) == []


def test_each_step_has_what_came_of_it(wrong: Examination) -> None:
    """Before the step that failed all have passed; what comes after it was not run."""
    failed = next(e for e in wrong.examples if e.verdict is Verdict.FAILED and not e.late and e.at_step)
    at, steps = failed.at_step or 0, steps_of(failed, wrong)
    assert [step["result"] for step in steps] == ["passed"] * at + ["failed"] + ["not run"] * (len(steps) - at - 1)
    broken = replace(failed, verdict=Verdict.ERROR, at_step=None)
    assert {step["result"] for step in steps_of(broken, wrong)} == {"not run"}


def test_each_rule_has_the_issue_of_its_own_deviation() -> None:
    claims = replace(OMS, deviations=(Deviation("PL-16", "HUB-1"), Deviation("PL-09", "HUB-2")))
    told = {rule["rule"]: rule["deviation"] for rule in results([by_hand(claims=claims)])["examinations"][0]["rules"]}
    assert {rule: issue for rule, issue in told.items() if issue} == {"PL-16": "HUB-1", "PL-09": "HUB-2"}
