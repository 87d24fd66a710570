"""Reports: the folder, whole or not at all; the same bytes for the same run."""

import errno
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from ordertck.harness import schemas
from ordertck.harness.errors import UsageError
from ordertck.harness.examination import Examination
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.reports.certificate import certificate
from ordertck.harness.reports.folder import check_writable, write_report
from ordertck.harness.reports.junit import junit
from ordertck.harness.reports.results import findings_digest, results
from ordertck.harness.runner import connection
from ordertck.harness.runner.session import examine
from ordertck.harness.tests.by_hand import EVERY, OMS, by_hand
from ordertck.harness.verdicts import Verdict


@pytest.fixture(scope="module")
def whole() -> Examination:
    """The reference as order management, examined whole."""
    return examine(OMS, "SWHOLE")


@pytest.fixture(scope="module")
def wrong() -> Examination:
    """A system that breaks rules on price lists, examined whole."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "connect", lambda claims, _: InProcess(made_of(LeavesBlankPriceLists), claims))
        return examine(OMS, "SWRONG")


def test_the_report_folder(whole: Examination, tmp_path: Path) -> None:
    """Every file is there, satisfies its schema, and names the same examples."""
    folder = tmp_path / "below" / "report"
    check_writable(folder)
    written = write_report(folder, [whole])
    assert {path.name for path in folder.iterdir()} == {path.name for path in written}
    found = json.loads((folder / "results.json").read_text())
    assert schemas.problems("results", found) == []
    issued = json.loads((folder / "certificate.json").read_text())
    assert schemas.problems("certificate", issued) == []
    assert issued["statement"] == "conformant"
    assert issued["digests"]["results"] == findings_digest(found)
    records = [json.loads(line) for line in (folder / "transcript.ndjson").read_text().splitlines()]
    assert [r["record"] for r in records] == list(range(1, len(records) + 1))
    example = next(e for e in found["examinations"][0]["examples"] if e["transcript"])
    assert records[example["transcript"]["first"] - 1]["way"] == "told"


def test_several_examinations_in_one_folder(whole: Examination, wrong: Examination, tmp_path: Path) -> None:
    """Each has its certificate, and each example finds its records in the one transcript."""
    second = replace(wrong, claims=replace(wrong.claims, roles=("crm", "oms")))
    write_report(tmp_path / "report", [whole, second])
    found = json.loads((tmp_path / "report" / "results.json").read_text())
    assert schemas.problems("results", found) == []
    records = (tmp_path / "report" / "transcript.ndjson").read_text().splitlines()
    assert len(records) == len(whole.transcript) + len(wrong.transcript)
    for example in found["examinations"][1]["examples"]:
        if example["transcript"]:
            assert json.loads(records[example["transcript"]["first"] - 1])["scenario"].startswith("SWRONG")
    assert (tmp_path / "report" / "certificate-oms.json").exists()
    assert (tmp_path / "report" / "certificate-crm-oms.json").exists()


def test_whatever_a_system_says_can_be_written(tmp_path: Path) -> None:
    """Control characters, markup and half a surrogate pair stand in every file, and break none."""
    write_report(tmp_path / "report", [by_hand()])
    assert not (tmp_path / "report" / "certificate.json").exists()
    found = json.loads((tmp_path / "report" / "results.json").read_text())
    assert schemas.problems("results", found) == []
    assert found["examinations"][0]["examples"][3]["reason"] == "half \ud800"
    etree.parse(tmp_path / "report" / "junit.xml")


def test_same_run_same_bytes(whole: Examination) -> None:
    """Two runs differ in what is marked volatile and in nothing else, the certificate too."""
    again = examine(OMS, "SAGAIN0")
    first, second = results([whole]), results([again])
    assert first["volatile"] != second["volatile"]
    assert findings_digest(first) == findings_digest(second)
    one, two = certificate(whole, first), certificate(again, second)
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
    assert certificate(replace(whole, narrowed_by="rule PL-09"), found) is None
    assert certificate(replace(whole, cut_short="no time"), found) is None
    assert certificate(by_hand(), found) is None
    issued = certificate(by_hand(EVERY[:3]), found)
    assert issued is not None
    assert issued["statement"] == "not conformant"


def test_a_report_replaces_an_older_one_and_nothing_else(whole: Examination, tmp_path: Path) -> None:
    """An older report is replaced whole, its certificate too; a folder with somebody's files in it is left alone."""
    folder = tmp_path / "report"
    write_report(folder, [whole])
    check_writable(folder)
    write_report(folder, [replace(whole, narrowed_by="rule PL-09")])
    assert not (folder / "certificate.json").exists()
    assert [entry.name for entry in tmp_path.iterdir()] == ["report"]
    (folder / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"thesis\.txt"):
        check_writable(folder)


def test_where_no_report_can_be_written(tmp_path: Path) -> None:
    """A file, something below a file, the root of a file system: told before the run."""
    file = tmp_path / "file"
    file.write_text("")
    for folder, told in ((file, "is a file"), (file / "below", "cannot be written"), (Path("/"), "mount point")):
        with pytest.raises(UsageError, match=told):
            check_writable(folder)


def test_a_full_disk_leaves_the_older_report(
    whole: Examination, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a report is no report."""
    folder = tmp_path / "report"
    write_report(folder, [whole])
    before = (folder / "results.json").read_bytes()
    write = Path.write_bytes

    def full(self: Path, content: bytes) -> int:
        if self.name == "transcript.ndjson":
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(self, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UsageError, match="No space left on device"):
        write_report(folder, [replace(whole, session="SOTHER")])
    assert (folder / "results.json").read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["report"]


def test_junit(whole: Examination) -> None:
    """One case an example, and one a rule without: counted, with rule ids as properties and a reason where not run."""
    suite = etree.fromstring(junit([by_hand()])).find("testsuite")
    assert suite is not None
    cases = suite.findall("testcase")
    by_verdict: dict[str, list[Any]] = {}
    for case in cases:
        told = {p.get("name"): p.get("value") for p in case.findall("properties/property")}
        assert set(told) == {"rule", "role", "verdict"}
        assert case.get("classname", "").startswith(str(told["rule"]))
        by_verdict.setdefault(str(told["verdict"]), []).append(case)
    assert by_verdict["passed"][0].find("failure") is None
    assert by_verdict["failed"][0].find("failure").get("type") == "failed"
    assert "SESSION-0001-ORDER" in by_verdict["failed"][0].find("failure").text
    assert by_verdict["inconclusive"][0].find("failure").get("type") == "inconclusive"
    assert by_verdict["error"][0].find("error").get("type") == "blame: adapter"
    assert by_verdict["inapplicable"][0].find("skipped").get("message") == "inapplicable: not claimed"
    assert all(case.find("skipped").get("message").startswith("untested: ") for case in by_verdict["untested"])
    counts = {name: int(suite.get(name, "-1")) for name in ("tests", "failures", "errors", "skipped")}
    unrun = len(by_verdict["inapplicable"]) + len(by_verdict["untested"])
    assert counts == {"tests": len(cases), "failures": 2, "errors": 1, "skipped": unrun}
    examples = [e for e in whole.examples if e.verdict is Verdict.PASSED]
    passed = [c for c in etree.fromstring(junit([whole])).iter("testcase") if not c.findall("skipped")]
    assert len(passed) == len(examples)
