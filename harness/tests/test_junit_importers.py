"""JUnit files as the tools of others read them: TestRail's importer, junitparser, junit2html, Jenkins' schema."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from junit2htmlreport.parser import Junit
from junitparser.junitparser import JUnitXml
from lxml import etree
from trcli.readers.junit_xml import JunitParser

from ordertck import data
from ordertck.harness.declared import Deviation
from ordertck.harness.messages import replace
from ordertck.harness.reports.junit import junit
from ordertck.harness.reports.results import results
from ordertck.harness.tests.by_hand import EVERY, OMS, by_hand
from ordertck.harness.verdicts import ExampleId

# What Jenkins' xUnit plugin takes (its schema junit-10), as it is documented: who may stand in whom, with what.
_TEXTS = {"failure", "error", "skipped"}
_MAY_HOLD = {
    "testsuites": {"testsuite"},
    "testsuite": {"testsuite", "properties", "testcase", "system-out", "system-err"},
    "properties": {"property"},
    "property": set(),
    "testcase": {*_TEXTS, "system-out", "system-err"},
    **{name: set[str]() for name in _TEXTS},
}
_MAY_SAY = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {
        "name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp", "hostname", "id", "package",
        "file", "log", "url",
    },
    "properties": set(),
    "property": {"name", "value"},
    "testcase": {"name", "time", "classname", "group"},
    **{name: {"type", "message"} for name in _TEXTS},
}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a run with every verdict, in two roles, one breach declared."""
    claims = replace(OMS, deviations=(Deviation("PL-09", "HUB-7"),))
    desk = [replace(example, id=replace(example.id, role="crm")) for example in EVERY]
    both = [by_hand(claims=claims), by_hand(tuple(desk), claims=replace(OMS, roles=("crm",)))]
    (tmp_path / "junit.xml").write_bytes(junit(results(both), data("features")))
    return tmp_path / "junit.xml"


def test_testrail_takes_every_case_once(file: Path) -> None:
    """Its own importer: as many automation ids as examples, what failed as failed, what it was known for as known."""
    asked = {"file": file, "case_matcher": "auto", "special_parser": None, "suite_name": None}
    told = {"log": print, "elog": print, "vlog": print, "params_from_config": {}}
    suites = JunitParser(SimpleNamespace(**asked, **told)).parse_file()
    cases = [case for section in suites[0].testsections for case in section.testcases]
    ids = [case.custom_automation_id for case in cases]
    assert len(ids) == len(set(ids)) == 2 * len(EVERY)
    statuses = {case.custom_automation_id: case.result.status_id for case in cases}
    assert statuses["PL-09.crm.It fails [<row> & co]"] == 5
    assert statuses["PL-09.oms.It fails [<row> & co]"] == 4
    assert sorted(statuses.values()).count(1) == 2
    failed = next(case for case in cases if "PL-09.crm.It fails" in case.custom_automation_id)
    assert "expected: order SESSION-0001-ORDER billed" in failed.result.comment


def test_junitparser_counts_what_is_there(file: Path) -> None:
    """Counts of suites and root agree with what the library counts itself."""
    read = JUnitXml.fromfile(str(file))
    said = (read.tests, read.failures, read.errors, read.skipped)
    read.update_statistics()
    assert said == (read.tests, read.failures, read.errors, read.skipped) == (10, 3, 2, 3)
    told = {p.name: p.value for p in next(iter(read)).properties()}
    assert (told["system"], told["statement"], told["session"]) == (OMS.name, "kit or adapter broke", "SBYHAND")


def test_junit2html_shows_every_case(file: Path) -> None:
    """It makes its page of the file, all cases in it."""
    page = Junit(str(file))
    assert sum(len(suite.all()) for suite in page.suites) == 10
    assert "It fails" in page.html()


def test_files_and_lines_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case names the feature that it is written in, from the folder that one works in or from the root."""
    place = "price_lists/new_orders.feature"
    example = replace(EVERY[0], id=ExampleId("PL-09", "oms", "It passes"), location=f"{place}:12")
    for folder in (data("features").resolve().parent, tmp_path):
        monkeypatch.chdir(folder)
        (case,) = etree.fromstring(junit(results([by_hand((example,))]), data("features"))).iter("testcase")
        written = Path(str(case.get("file")))
        assert len(written.read_text().splitlines()) >= int(str(case.get("line")))
        assert written.is_absolute() == (folder == tmp_path)


def test_xray_finds_its_words(file: Path) -> None:
    """Each case says what it is linked to and what it is labelled with; none is twice in the file."""
    cases = list(etree.parse(file).iter("testcase"))
    told = [{p.get("name"): p.get("value") for p in case.findall("properties/property")} for case in cases]
    assert {said["requirements"] for said in told} == {"PL-09", "PL-10", "PL-16"}
    assert told[0]["tags"] == "oms,obligation"
    assert len({(case.get("classname"), case.get("name")) for case in cases}) == len(cases)


def test_jenkins_takes_the_strict_form() -> None:
    """Nothing that its schema does not know; the usual form has more."""
    found = results([by_hand()])
    for strict in (True, False):
        root = etree.fromstring(junit(found, data("features"), strict=strict))
        strange = [
            f"{element.tag}: {word}"
            for element in root.iter("*")
            for word in [*{str(child.tag) for child in element} - _MAY_HOLD[str(element.tag)],
                         *{*map(str, element.attrib)} - _MAY_SAY[str(element.tag)]]
        ]  # fmt: skip
        assert bool(strange) != strict
