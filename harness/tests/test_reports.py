"""Reports: the folder, whole or not at all; the same bytes for the same run; readable wherever they are read."""

import errno
import json
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from rich.console import Console

from ordertck.harness import schemas
from ordertck.harness.claims import Deviation
from ordertck.harness.errors import UsageError
from ordertck.harness.examination import Examination
from ordertck.harness.messages import Edge, Message
from ordertck.harness.proof.registry import reference_claims
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.reports.certificate import certificate
from ordertck.harness.reports.folder import check_writable, write_report
from ordertck.harness.reports.junit import junit
from ordertck.harness.reports.results import findings_digest, results
from ordertck.harness.reports.terminal import show
from ordertck.harness.reports.words import ranges, sentences
from ordertck.harness.rule_verdicts import rule_results
from ordertck.harness.runner import connection
from ordertck.harness.runner.session import Selection, examine, kit_digests, roll
from ordertck.harness.transcript import Transcript
from ordertck.harness.verdicts import Blame, ExampleId, ExampleResult, Verdict

OMS = replace(reference_claims(), roles=("oms",))


@pytest.fixture(scope="module")
def whole() -> Examination:
    """The reference as order management, examined whole."""
    return examine(OMS, "SWHOLE")


@pytest.fixture(scope="module")
def wrong() -> Examination:
    """A system that breaks rules on price lists, examined whole."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "connect", lambda claims, _: InProcess(LeavesBlankPriceLists, claims))
        return examine(OMS, "SWRONG")


# What an example can come to; the texts are what nobody wishes to meet in a report.
EVERY = (
    ExampleResult(ExampleId("PL-09", "oms", "It passes"), Verdict.PASSED, "a.feature:1", transcript=(1, 2)),
    ExampleResult(
        ExampleId("PL-09", "oms", "It fails", "<row> & co"),
        Verdict.FAILED,
        "a.feature:2",
        reason="the rule is not upheld",
        blame=Blame.SYSTEM,
        step="Then [bold]it[/bold] holds",
        expected="order SBYHAND-0001-ORDER billed",
        seen="\x00\x1b[31m \ufffe SBYHAND and \u00e9",
        late=True,
        transcript=(3, 40),
    ),
    ExampleResult(
        ExampleId("PL-10", "oms", "It cannot tell"), Verdict.INCONCLUSIVE, "a.feature:3", "silence", Blame.SYSTEM
    ),
    ExampleResult(ExampleId("PL-10", "oms", "It breaks"), Verdict.ERROR, "a.feature:4", "half \ud800", Blame.ADAPTER),
    ExampleResult(ExampleId("PL-16", "oms", "It does not apply"), Verdict.INAPPLICABLE, "a.feature:5", "not claimed"),
)


def by_hand(examples: tuple[ExampleResult, ...] = EVERY, **more: Any) -> Examination:
    """An examination as nobody has carried it out."""
    transcript = Transcript()
    for number in range(40):
        transcript.add("told", "SBYHAND-0001", Message(f"m{number}", "cancel", Edge.OMS, {"order": "[red]O[/red]" * 9}))
    now = datetime(2026, 3, 2, tzinfo=UTC)
    rules = rule_results(OMS, examples, narrowed=False)
    return Examination(OMS, "SBYHAND", "1.0", kit_digests(), now, now, examples, rules, transcript=transcript, **more)


# Files


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


# On the terminal


def shown(*examinations: Examination, width: int = 140, **how: Any) -> str:
    """What is printed, on a terminal so wide."""
    console = Console(file=StringIO(), width=width, highlight=False, **how)
    show(list(examinations), console)
    text = console.file
    assert isinstance(text, StringIO)
    return text.getvalue()


def test_rule_by_rule(whole: Examination) -> None:
    """Every rule that was run, with its sentence; every other with its reason; the profiles; the outcome."""
    text = shown(whole)
    flat = " ".join(text.split())
    for result in whole.rules:
        if result.run:
            assert f"{result.rule} oms passed {result.passed} of {result.run}" in flat
    assert " ".join(sentences()["PL-09"].split()[:6]) in text
    assert "inapplicable: role 'crm' is not claimed" in text
    assert "FL-01" in text.split("untested: documentation only")[1]
    assert "obligations examined" in text
    assert text.rstrip().splitlines()[-1].startswith("ordertck reference 0.1 as oms: conformant (")


def test_what_was_not_examined_is_told_once(whole: Examination) -> None:
    """Roles that another examination of the same run covers are not listed as inapplicable."""
    crm = examine(replace(reference_claims(), roles=("crm",)), "SCRM")
    text = shown(whole, crm)
    assert "role 'crm' is not claimed" not in text
    assert text.count("untested: documentation only") == 1


def test_failures_in_full(wrong: Examination) -> None:
    """Rule, example, step, expected, seen, file and line, blame, and the messages themselves."""
    text = shown(wrong)
    failed = next(e for e in wrong.examples if e.verdict is Verdict.FAILED)
    part = text.split(f"{failed.id.rule} failed  {failed.id.title}")[1].split("\n\n")[0]
    flat = " ".join(part.split())
    assert failed.transcript is not None
    for piece in (
        failed.step, f"features/{failed.location}", f"expected {failed.expected}", f"seen {failed.seen}",
        "blame system", f"records {failed.transcript[0]} to {failed.transcript[1]}", "sales-order",
    ):  # fmt: skip
        assert " ".join(piece.split()) in flat
    assert "not conformant" in text.splitlines()[-1]
    assert "barred by" in text


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int, wrong: Examination) -> None:
    """However narrow it is; markup in what a system says is shown as it is."""
    for text in (shown(wrong, width=width), shown(by_hand(), width=width)):
        assert max(len(line) for line in text.splitlines()) <= width
    text = shown(by_hand(), width=200)
    assert "[bold]it[/bold]" in text
    assert r"\x00\x1b[31m \ufffe" in text


def test_long_transcripts_are_shortened() -> None:
    """The beginning and the end are shown, and that something is missing."""
    text = shown(by_hand())
    assert "... 26 more ..." in text
    assert [f"\n{n:>12} told" in text for n in (3, 8, 9, 34, 35, 40)] == [True, True, False, False, True, True]


def test_many_failures_do_not_drown_the_rest() -> None:
    """Twenty are told in full, the others in a line each."""
    many = tuple(replace(EVERY[1], id=ExampleId("PL-09", "oms", f"Number {n}")) for n in range(30))
    text = shown(by_hand(many))
    assert text.count("expected") == 20
    assert "and 10 more" in text
    assert "Number 29" in text


def test_colours_only_where_wanted(wrong: Examination, monkeypatch: pytest.MonkeyPatch) -> None:
    """None in a pipe, none with NO_COLOR."""
    assert "\x1b[" not in shown(wrong)
    assert "\x1b[31" in shown(wrong, force_terminal=True).replace("\x1b[1;31", "\x1b[31")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31" not in shown(wrong, force_terminal=True).replace("\x1b[1;31", "\x1b[31")


def test_notes() -> None:
    """Declared deviations, upheld ones, unstable examples and strays are told; so is a narrowed or shortened run."""
    told = by_hand(unstable=("PL-09/oms/It fails",), strays=3, broken_claims=("deviation PL-01 (X): upheld",))
    claims = replace(OMS, deviations=(Deviation("PL-09", "HUB-7"),))
    text = shown(replace(told, claims=claims))
    for piece in ("PL-09 is a declared deviation: HUB-7", "deviation PL-01 (X): upheld", "unstable", "3 messages"):
        assert piece in text
    assert "narrowed to rule PL-09, so there is no certificate" in shown(by_hand(narrowed_by="rule PL-09"))
    assert "no time, so there is no certificate" in shown(by_hand(cut_short="no time"))
    assert "kit or adapter broke, so there is no certificate" in text
    record = next(
        r for r in results([replace(told, claims=claims)])["examinations"][0]["rules"] if r["rule"] == "PL-09"
    )
    assert record["deviation"] == "HUB-7"


def test_ranges() -> None:
    """Runs of ids are told in short, areas apart."""
    assert ranges(["PL-01", "PL-02", "PL-04", "PR-05", "PR-06"]) == "PL-01 to PL-02, PL-04, PR-05 to PR-06"
    assert ranges([]) == ""


def test_selections_in_words() -> None:
    """What a person selected can be read in the report."""
    chosen = Selection(rules=frozenset({"PL-09"}), text="blank", ids=frozenset({str(roll()[0].id)}))
    assert str(chosen) == "rule PL-09, 'blank', 1 named examples"
    assert str(Selection()) == ""
