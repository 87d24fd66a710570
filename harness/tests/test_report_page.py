"""The page of a run as people use it: in a browser, on paper, on a phone, by keyboard, with hostile text in it."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.claims import Claims
from ordertck.harness.declared import Declaration
from ordertck.harness.examination import Examination
from ordertck.harness.messages import Edge, Message
from ordertck.harness.plan import Selection
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.reports.evidence_page import comparison
from ordertck.harness.reports.folder import begun
from ordertck.harness.tests.browser import PAPER, PHONE, Looking, barriers, cut
from ordertck.harness.tests.by_hand import EVERY, OMS, by_hand
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import examine, transcript_on_file

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\x1b[2J\u202e" + "y" * 3000
FEWER = """() => { for (const alike of ["[data-item]:not(:has(.evidence))", "details.evidence", "td a"])
    [...document.querySelectorAll(alike)].slice(2).forEach(part => part.remove()) }"""
OPEN_ALL = "document.querySelectorAll('details').forEach(part => part.open = true)"


def page_of(folder: Path, make: Callable[[Any], Examination]) -> Path:
    """The page of a report on one examination, which is made with the report's own transcript."""
    from ordertck.harness.cli.main import code_of

    with begun(folder) as report:
        report.write([make(report.transcript())])
    assert code_of(["report", str(folder)]) == 0
    return folder / "report.html"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A system that leaves price lists blank, examined on price lists and priority; a rule is declared."""
    says = Declaration("FL-01", "upheld", "Our installer does it.")
    claims = replace(OMS, name="Acme <b>Hub</b>", profiles=("price-lists",), declared=(says,))

    def opened(claims: Claims, _session: str) -> InProcess:
        return InProcess(made_of(LeavesBlankPriceLists), claims)

    folder = tmp_path_factory.mktemp("page") / "report"
    return page_of(folder, lambda transcript: examine(claims, "SPAGE", None, opened, transcript=transcript))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What nobody would like to read, wherever a system can put it."""
    failed = replace(EVERY[1], reason=HOSTILE, expected=HOSTILE, seen=HOSTILE, step=HOSTILE, late=False)
    claims = replace(OMS, name=HOSTILE[:200], version=HOSTILE[:99], vendor=HOSTILE[:99])

    def make(transcript: Any) -> Examination:
        for _ in range(60):
            body = {"order": "O", "status": HOSTILE, "lines": ["z" * 200_000]}
            transcript.add("heard", "SBYHAND-0001", Message("m", HOSTILE[:900], Edge.CRM, body, about=HOSTILE[:900]))
        examination = by_hand((EVERY[0], failed, *EVERY[2:]), claims=claims, remarks=(HOSTILE,))
        return replace(examination, transcript=transcript)

    return page_of(tmp_path_factory.mktemp("hostile") / "report", make)


def test_the_outcome_at_a_glance(page: Path, look: Looking) -> None:
    """The statement, by profile and strength; what was not examined beside it; a declared rule is not passed."""
    seen = look(page)
    assert seen.locator("h3 .verdict").first.inner_text() == "not conformant"
    assert seen.locator("h1").inner_text().startswith("Acme <b>Hub</b>")
    assert "MUST" in seen.get_by_role("region", name="Strengths").inner_text()
    assert "PL-09" in seen.get_by_role("region", name="Profiles").inner_text()
    assert "is not claimed" in seen.get_by_role("region", name="Excluded by the claims").inner_text()
    seen.locator("#FL-01 > summary").click()
    told = seen.locator("#FL-01").inner_text()
    assert "untested" in told
    assert "declared by the vendor: upheld, Our installer does it." in told


def test_a_rule_is_found_by_words_and_by_id(page: Path, look: Looking) -> None:
    """From the keyboard alone."""
    seen = look(page)
    shown = seen.locator("#list details[data-item]:visible")
    whole = shown.count()
    seen.keyboard.press("/")
    seen.keyboard.type("pl-09")
    assert shown.count() >= 1
    assert seen.locator("#PL-09").is_visible()
    assert f"of {whole} shown" in seen.locator("[data-shown]").inner_text()
    seen.keyboard.press("Escape")
    assert shown.count() == whole
    seen.keyboard.type("blank line takes header")
    assert seen.locator("#PL-09").is_visible()
    assert shown.count() < 5


def test_filters_show_what_one_asks_for(page: Path, look: Looking) -> None:
    """Verdicts that are unchecked are gone, areas without rules too."""
    seen = look(page)
    box = seen.get_by_role("group", name="Verdict")
    for verdict in ("passed", "inapplicable", "inconclusive", "untested"):
        box.get_by_role("checkbox", name=verdict).uncheck()
    left = seen.locator("#list details[data-item]:visible")
    assert set(left.evaluate_all("all => all.map(e => e.dataset.verdict.includes('failed'))")) == {True}
    assert seen.locator("#list h3:visible").count() < seen.locator("#list h3").count()


def test_a_failed_example_shows_its_messages(page: Path, look: Looking) -> None:
    """A link leads to it: its steps, the failing one marked, expected beside seen, the messages of its order drawn."""
    seen = look(page)
    seen.locator("#attention").locator("xpath=..").get_by_role("link").first.click()
    example = seen.locator("details.evidence:target")
    assert example.locator("svg.drawing").first.is_visible()
    assert "system under test" in (example.locator("svg.drawing").first.text_content() or "")
    assert example.locator(".steps li.failed").count() == 1
    assert example.locator("table.comparison").is_visible()
    example.get_by_text("messages in full").click()
    assert "sales-order" in example.get_by_role("region", name="Messages").inner_text()


def test_nothing_keeps_anybody_out(page: Path, look: Looking) -> None:
    """axe-core finds no serious barrier where every failure is opened; of what is alike, two are enough."""
    seen = look(page, color_scheme="dark")
    seen.evaluate(
        "[...document.querySelectorAll('[data-item]:not(:has(.evidence))')].slice(5).forEach(e => e.remove())"
    )
    seen.evaluate(OPEN_ALL)
    assert barriers(seen) == []


def test_paper_and_phone(page: Path, look: Looking) -> None:
    """No table is cut on A4, and a phone need not scroll sideways."""
    for width, paper in ((PAPER, True), (PHONE, False)):
        seen = look(page, width=width)
        seen.evaluate(OPEN_ALL)
        assert cut(seen, paper) == []


def test_hostile_text_is_inert_and_short(hostile: Path, look: Looking) -> None:
    """Markup of a system is text, the page stays small, and nothing of it is wider than a phone."""
    assert hostile.stat().st_size < 400_000
    assert [c for c in hostile.read_text(encoding="utf-8") if not c.isprintable() and c != "\n"] == []
    seen = look(hostile, width=PHONE)
    seen.evaluate(OPEN_ALL)
    assert seen.locator("img").count() == 0
    assert seen.locator("script").count() == 1
    assert seen.locator("svg.drawing").count() == 1
    assert cut(seen) == []


def test_the_page_is_small(page: Path) -> None:
    """A third of all examples in less than a third of three megabytes."""
    assert page.stat().st_size < 1_000_000


def test_what_is_no_report_is_told(ordertck: Terminal, tmp_path: Path) -> None:
    """No folder, an unended run, a file that was cut: each with its remedy, and no page."""
    assert "no report is there" in ordertck("report", "nowhere").err
    folder = tmp_path / "report"
    with begun(folder) as report:
        report.write([replace(by_hand(), transcript=transcript_on_file())])
    assert ordertck("report", "report", "--format", "jenkins", "--output", "deep/jenkins.xml").code == 0
    assert (tmp_path / "deep" / "jenkins.xml").read_text().startswith("<?xml")
    (folder / "incomplete.txt").write_text("")
    assert "did not come to its end" in ordertck("report", "report").err
    (folder / "results.json").write_text(json.dumps({"kit": {"name": "ordertck"}}))
    done = ordertck("report", "report")
    assert (done.code, "required" in done.err) == (2, True)
    assert not (folder / "report.html").exists()


def test_a_newer_run_takes_the_page_away(tmp_path: Path) -> None:
    """Page and strict JUnit file are known as ours, and speak of a run that is no longer there."""
    from ordertck.harness.cli.main import code_of

    page = page_of(tmp_path / "report", lambda transcript: replace(by_hand(), transcript=transcript))
    assert code_of(["report", str(tmp_path / "report"), "--format", "jenkins"]) == 0
    with begun(tmp_path / "report") as report:
        report.write([replace(by_hand(), transcript=report.transcript())])
    assert sorted(file.name for file in page.parent.iterdir()) == ["junit.xml", "results.json", "transcript.ndjson"]


def test_lists_are_compared_item_by_item() -> None:
    """Rows of the step's own table stand in its columns; what is missing and what nobody expected is said."""
    step = {"result": "failed", "table": [["product", "price list"], ["A", "X"]]}
    told = comparison({"expected": "A / X, B / Y", "seen": "B / Y, C / Z", "steps": [step]})
    assert told["head"] == ["", "product", "price list"]
    assert [(row["sort"], row["cells"][0]) for row in told["rows"]] == [
        ("missing", "A"), ("as expected", "B"), ("not expected", "C"),
    ]  # fmt: skip
    plain = comparison({"expected": "a refusal", "seen": "status COMPLETE", "steps": [step]})
    assert plain["rows"] == [{"sort": "", "cells": ["a refusal", "status COMPLETE"]}]


def test_the_records_of_an_example_are_about_its_order(page: Path) -> None:
    """Results name the records that a failed step is about, its steps with what came of each, and its order's id."""
    found = json.loads((page.parent / "results.json").read_text())
    failed = next(
        e for e in found["examinations"][0]["examples"] if e["verdict"] == "failed" and e["step"].startswith("Then")
    )
    assert [step["result"] for step in failed["steps"]][-1] in ("failed", "not run")
    lines = (page.parent / "transcript.ndjson").read_text().splitlines()
    about = {json.loads(lines[number - 1])["message"].get("about") for number in failed["records"]}
    assert about
    assert about <= set(failed["volatile"]["names"].values())
    assert found["edition"]["rules"][failed["rule"]]["sentence"]
    assert found["edition"]["rules"][failed["rule"]]["sources"][0]["section"]


def test_a_role_of_which_nothing_was_examined_is_told(tmp_path: Path) -> None:
    claims = replace(OMS, roles=("oms", "som"))
    page = page_of(tmp_path / "report", lambda transcript: replace(by_hand(claims=claims), transcript=transcript))
    text = page.read_text(encoding="utf-8")
    assert "Nothing of som was examined" in text
    assert "Nothing of oms was examined" not in text


def test_selection_is_told(tmp_path: Path) -> None:
    """A narrowed run says so where its statement would be."""
    some = Selection(rules=frozenset({"PL-09"}))
    page = page_of(tmp_path / "report", lambda transcript: examine(OMS, "SSOME", some, transcript=transcript))
    assert "narrowed to rule PL-09" in page.read_text(encoding="utf-8")


def test_findings_of_an_exploration_stand_beside(page: Path, tmp_path: Path, look: Looking, ordertck: Terminal) -> None:
    """Each with what should hold, what was seen, its steps and its messages; hostile text in it is text."""
    steps = [{"type": "when", "text": "the order is submitted", "table": [["line"], ["1"]]}]
    finding = {
        "number": 1, "invariant": "an-order-ends", "says": "An order ends", "rules": ["PL-09"], "said": HOSTILE[:200],
        "history": "7", "stable": False, "acts": 1, "messages": "01.ndjson", "steps": steps,
    }  # fmt: skip
    told = {"system": {"name": "Hub", "version": "1"}, "role": "oms", "seed": 7, "histories": 9, "acts": 1}
    counts: dict[str, Any] = {"findings": [finding], "breaches": {}, "meetings": {}, "invariants": []}
    content = {"kit": {"name": "ordertck", "version": "1"}, "explorations": [{**told, **counts}]}
    (tmp_path / "explored.json").write_text(json.dumps(content))
    message = Message("m", "cancel", Edge.OMS, {"order": "E-1-O"}, about="E-1-O").as_json()
    crossed = {"record": 1, "way": "told", "at": "then", "message": message}
    (tmp_path / "01.ndjson").write_text(f'{json.dumps(crossed)}\n{{"rest": true}}\n')
    done = ordertck("report", page.parent, "--explored", tmp_path, "--output", tmp_path / "with.html")
    assert done.code == 0, done.err
    seen = look(tmp_path / "with.html")
    seen.get_by_text("An order ends").click()
    assert seen.locator("[aria-label='Sequence diagram of finding 1'] svg").is_visible()
    assert "</script>" in seen.locator("section", has_text="What exploration found").last.inner_text()
    (tmp_path / "explored.json").write_text("[]")
    assert "holds nothing of an exploration" in ordertck("report", page.parent, "--explored", tmp_path).err


@pytest.mark.parametrize(
    "line",
    ["", "[]", "5", "{", '{"record": 1}', '{"record": 1, "at": 0, "way": "heard", "scenario": "S", "message": {}}'],
)
def test_messages_that_cannot_be_shown_are_counted(line: str, page: Path, tmp_path: Path, ordertck: Terminal) -> None:
    """Whoever takes a page for the evidence is told where the transcript was changed, or is not there."""
    folder = shutil.copytree(page.parent, tmp_path / "report")
    transcript = folder / "transcript.ndjson"
    if line:
        transcript.write_text("\n".join(line for _ in transcript.open()))
    else:
        transcript.unlink()
    done = ordertck("report", str(folder))
    assert done.code == 0
    said = "messages that verdicts are about cannot be shown: transcript.ndjson is missing, or was changed or cut"
    assert said in done.err
    assert said in (folder / "report.html").read_text()
