"""Gates: what counts as worse, baselines, several runs side by side and in a row."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ordertck.harness import schemas
from ordertck.harness.declared import Deviation
from ordertck.harness.errors import UsageError
from ordertck.harness.gates.difference import Difference, difference, gate
from ordertck.harness.gates.matrix import matrix
from ordertck.harness.gates.rendering import HEADINGS, as_json, cell, markdown, text
from ordertck.harness.gates.standing import Standing, read_baseline, read_standing, standing_of, write_baseline
from ordertck.harness.gates.trend import trend
from ordertck.harness.reports.results import as_bytes, results
from ordertck.harness.reports.saved import SavedRun, read_run, run_in
from ordertck.harness.reports.words import Paint
from ordertck.harness.tests.browser import PHONE, Looking, barriers
from ordertck.harness.tests.by_hand import EVERY, OMS, by_hand
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import EDITION
from ordertck.harness.verdicts import Verdict

SAME = Standing("ordertck", "A 1 as oms", "1.0", "E 1", "sha256:0", ("oms",), {"priority (oms)": "conformant"}, {})
HOSTILE = "<img src=x> | `a` \x1b[31m\u202e"


def told(run: Any) -> SavedRun:
    """A run as its results tell it."""
    return run_in(as_bytes(results([run])), Path("results.json"))


def standing(**changes: Any) -> Standing:
    """How a system stands."""
    return msgspec.structs.replace(SAME, **changes)


def passing(*names: str, verdict: Verdict = Verdict.PASSED) -> dict[str, Verdict]:
    """Verdicts by example."""
    return {f"PL-09/oms/{name}": verdict for name in names}


P, F, E, X = Verdict.PASSED, Verdict.FAILED, Verdict.ERROR, Verdict.INCONCLUSIVE


@pytest.mark.parametrize(
    ("before", "now", "changes", "where", "code"),
    [
        (P, P, {}, "", 0),
        (F, F, {}, "", 0),
        (P, F, {}, "worse", 1),
        (P, X, {}, "worse", 1),
        (F, E, {}, "worse", 1),
        (P, E, {"known": {"PL-09": "HUB-1"}}, "worse", 1),
        (P, F, {"known": {"PL-09": "HUB-1"}}, "known", 0),
        (P, F, {"known": {"PL-10": "HUB-1"}}, "worse", 1),
        (F, X, {}, "altered", 0),
        (F, P, {}, "better", 0),
        (None, F, {}, "fresh", 0),
        (None, P, {}, "fresh_passed", 0),
        (P, None, {"excluded": {"PL-09/oms/x": "not claimed"}}, "worse", 1),
        (F, None, {"excluded": {"PL-09/oms/x": "not claimed"}}, "altered", 0),
        (P, None, {"roles": ("crm",)}, "worse", 1),
        (P, None, {}, "worse", 1),
        (P, None, {"features": "sha256:1"}, "gone", 0),
        (P, None, {"whole": False}, "", 0),
    ],
)
def test_what_is_worse(before: Verdict | None, now: Verdict | None, changes: Any, where: str, code: int) -> None:
    """Each way in which an example can stand otherwise is in one list, and few of them close a gate."""
    old = standing(examples={"PL-09/oms/x": before} if before else {})
    found = difference(old, standing(examples={"PL-09/oms/x": now} if now else {}, **changes))
    lists = (*HEADINGS, "fresh_passed")
    assert [name for name in lists if getattr(found, name)] == ([where] if where else [])
    assert gate(found) == code
    assert gate(found, strict=True) == int(code or where == "fresh")
    assert schemas.problems("difference", as_json(found, strict=False)) == []


def test_profiles_and_rules() -> None:
    """A profile that is lost is worse under the same features only; a rule is as its worst example."""
    old = standing(examples=passing("a", "b"))
    lost = standing(examples=passing("a") | passing("b", verdict=F), profiles={"priority (oms)": "not conformant"})
    found = difference(old, lost)
    assert [change.name for change in found.worse] == ["PL-09/oms/b", "priority (oms)"]
    assert [(c.name, c.before, c.now) for c in found.rules] == [("PL-09/oms", "passed", "failed")]
    other = msgspec.structs.replace(lost, examples=old.examples, features="sha256:1")
    assert gate(difference(old, other)) == 0
    declared = msgspec.structs.replace(lost, known={"PL-09": "HUB-1"})
    assert gate(difference(old, declared)) == 0


def test_the_standing_of_a_run() -> None:
    """What was run, why the rest was not, and which breaches are known on that day."""
    dated = (Deviation("PL-10", "HUB-8", "2026-03-01"), Deviation("PL-16", "HUB-9", "2026-03-02"))
    deviations = (Deviation("PL-09", "HUB-7"), *dated)
    run = by_hand(claims=replace(OMS, deviations=deviations))
    found = standing_of(told(run))
    assert sorted(found.examples.values()) == sorted([P, F, X, E])
    assert found.excluded == {"PL-16/oms/It does not apply": "not claimed"}
    assert found.known == {"PL-09": "HUB-7", "PL-16": "HUB-9"}
    assert "seen:" in found.told["PL-09/oms/It fails/<row> & co"]
    names = {"PL-09/oms/It passes": "PL-09/oms/It holds"}
    renamed = standing_of(told(run), lambda name: names.get(name, name))
    assert renamed.examples["PL-09/oms/It holds"] is P


def test_baselines(tmp_path: Path) -> None:
    """One is written and read back, a line an example; a narrowed run makes none."""
    file = tmp_path / "baseline.json"
    first = standing_of(told(by_hand()))
    write_baseline(file, first)
    kept = read_baseline(file)
    assert (kept.examples, kept.profiles) == (first.examples, first.profiles)
    assert schemas.problems("baseline", json.loads(file.read_text())) == []
    assert gate(difference(kept, first)) == 0
    assert read_standing(file).examples == first.examples
    for strange in ("PL-09", ""):
        write_baseline(tmp_path / "strange.json", standing(examples={strange: P}))
        with pytest.raises(UsageError, match=f"'{strange}' is the name of no example, which is RULE/role/title"):
            read_baseline(tmp_path / "strange.json")
    with pytest.raises(UsageError, match="a narrowed run is no baseline"):
        write_baseline(file, standing_of(told(by_hand(narrowed_by="rule PL-09"))))
    with pytest.raises(UsageError, match="cannot be written"):
        write_baseline(tmp_path, first)


def saved(folder: Path, content: bytes | str) -> Path:
    """A folder with a results file that holds this."""
    folder.mkdir()
    (folder / "results.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "no report: "),
        ("[1]", "no report: "),
        ('{"kit": {"name": "pytest"}}', "no report of this kit"),
        ('{"kit": 1}', "no report of this kit"),
        ('{"baseline": "ordertck", "kit": "0.1.0"}', "a baseline holds verdicts, and no report"),
        ('{"kit": {"name": "ordertck", "version": "9.0"}}', "the report of ordertck 9.0 cannot be read: .*run again"),
        (
            '{"kit": {"name": "ordertck", "version": "1"}, "edition": {"name": "", "version": ""}, "examinations": []}',
            "tells of no system",
        ),
        ("\x00" * 99, "no report: "),
        ('{"kit": {"name": "ordertck", "version": "\x1b"', "no report: "),
    ],
)
def test_what_is_no_report(content: str, why: str, tmp_path: Path) -> None:
    """Each is told in one line, with a remedy."""
    with pytest.raises(UsageError, match=why) as mistake:
        read_run(saved(tmp_path / "report", content))
    assert str(mistake.value).isprintable()


def test_folders_that_say_nothing(tmp_path: Path) -> None:
    """No folder, an empty one, and one whose run did not come to its end, with the results of an earlier one in it."""
    for given in (tmp_path / "none", tmp_path):
        with pytest.raises(UsageError, match="no report is there"):
            read_run(given)
    folder = saved(tmp_path / "report", as_bytes(results([by_hand()])))
    assert read_run(folder).examinations
    (folder / "incomplete.txt").write_text("A run began here")
    with pytest.raises(UsageError, match="did not come to its end"):
        read_run(folder)


def test_an_older_report_is_read() -> None:
    """What later kits added is not asked for, and what this one does not know is passed over."""
    found = json.loads(as_bytes(results([by_hand()])))
    for example in found["examinations"][0]["examples"]:
        del example["steps"], example["volatile"]
    found["edition"] = {"name": "E", "version": "0", "colour": "blue"}
    assert len(standing_of(run_in(json.dumps(found).encode(), Path("results.json"))).examples) == 4


def test_matrix_and_trend() -> None:
    """Rules that nobody examined are counted; a trend is of one system, in the order of time."""
    run = by_hand()
    later = replace(run, started=run.started + timedelta(days=1), examples=run.examples[:1])
    first, second = told(run), told(later)
    found = matrix([first, second], EDITION.sentences_in_order)
    assert [(row.rule, [c.told for c in row.cells]) for row in found.rows] == [
        ("PL-09", ["failed 1/2", "passed 1/1"]), ("PL-10", ["error 0/2", "untested"]),
    ]  # fmt: skip
    assert [row.rule for row in matrix([first, second], EDITION.sentences_in_order, differing=True).rows] == ["PL-09"]
    points = trend([second, first])
    assert [point.began[:10] for point in points] == ["2026-03-02", "2026-03-03"]
    assert points[0].changes == "the first"
    strange = told(by_hand(claims=replace(OMS, name="Another")))
    with pytest.raises(UsageError, match="of one system"):
        trend([first, strange])


def test_hostile_words() -> None:
    """What a system or a file says is text, on a terminal and in Markdown."""
    assert cell(HOSTILE).count("<") == cell(HOSTILE).count("|") == cell(HOSTILE).count("`") == 0
    found = Difference(SAME, SAME, worse=[])
    named = difference(
        standing(examples=passing("x"), system=HOSTILE),
        standing(examples=passing("x", verdict=F), told={"PL-09/oms/x": HOSTILE}, system=HOSTILE),
    )
    for line in (*text(named, Paint(), strict=False), *markdown(named, strict=False)):
        assert all(part.isprintable() for part in line.splitlines())
    assert "<img" not in "\n".join(markdown(named, strict=False))
    assert gate(found) == 0


@pytest.mark.parametrize(
    ("run", "statement"),
    [
        (by_hand(cut_short="it took too long"), "cut short"),
        (by_hand(narrowed_by="rule PL-09"), "narrowed"),
        (by_hand(), "kit or adapter broke"),
        (by_hand((EVERY[1],)), "not conformant"),
    ],
)
def test_what_a_run_comes_to(run: Any, statement: str, tmp_path: Path) -> None:
    """A run that does not count says why."""
    [examination] = read_run(saved(tmp_path / "report", as_bytes(results([run])))).examinations
    assert examination.statement == statement


@pytest.fixture
def reports(tmp_path: Path) -> Callable[[str, Any], Path]:
    """Writes the results of a run to a folder."""
    return lambda name, run: saved(tmp_path / name, as_bytes(results([run])))


def test_the_commands(ordertck: Terminal, reports: Callable[[str, Any], Path]) -> None:
    """A baseline is kept, closes the gate for what is worse, and is renewed."""
    run = by_hand()
    old, worse = reports("old", run), reports("worse", replace(run, examples=run.examples[1:]))
    done = ordertck("diff", "--baseline", "b.json", old, "--update")
    assert (done.code, done.out) == (0, "b.json: 4 verdicts are kept; commit the file\n")
    assert ordertck("diff", "--baseline", "b.json", old).code == 0
    closed = ordertck("diff", "--baseline", "b.json", worse)
    assert closed.code == 1
    assert "PL-09/oms/It passes: the report does not have it" in closed.out
    assert closed.out.splitlines()[-2].startswith("worse: 1 worse, 3 the same")
    assert closed.out.splitlines()[-1].startswith(f"'ordertck report {worse}' makes a page of the run; 'ordertck expl")
    assert json.loads(ordertck("diff", old, worse, "--format", "json").out)["is_worse"]
    assert ordertck("diff", "--baseline", "b.json", worse, "--update").code == 0
    assert len(read_baseline(Path("b.json")).examples) == 3
    assert "| PL-09 | oms | failed 1/2 |" in ordertck("matrix", old, worse, "--format", "markdown").out
    for command in ("matrix", "trend"):
        assert ordertck(command, old, worse).code == 0
        assert json.loads(ordertck(command, old, worse, "--format", "json").out)[command] == "ordertck"
    assert "| 1 worse |" in ordertck("trend", old, worse, "--format", "markdown").out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("diff",), "two runs are compared, and 0 named"),
        (("diff", "a", "b", "c"), "two runs are compared, and 3 named"),
        (("diff", "a", "b"), "b: no report is there"),
        (("diff", "--baseline", "b.json", "a", "b"), "a baseline is compared with one run"),
        (("diff", "--update", "a", "b"), "--update says what to keep, not where"),
        (("diff", "--baseline", "none.json"), "ordertck-report: no report is there"),
        (("run", "--baseline", "none.json"), "none.json: no baseline is there yet; write it once"),
        (("matrix",), "Missing argument 'RUN...'"),
        (("matrix", "nowhere"), "nowhere: no report is there"),
        (("trend", "nowhere"), "nowhere: no report is there"),
        (("export", "pdf"), "Invalid value for 'FORM'"),
        (("export", "csv", "nowhere"), "nowhere: no report is there"),
    ],
)
def test_mistakes(words: tuple[str, ...], why: str, ordertck: Terminal) -> None:
    """One line, exit code 2, and nothing is written."""
    done = ordertck(*words)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert why in done.err
    assert not list(Path().iterdir())


def test_matrix_and_trend_as_pages(look: Looking, ordertck: Terminal, reports: Callable[[str, Any], Path]) -> None:
    """They can be searched, keep nobody out, and what a system is called is text."""
    run = by_hand(claims=replace(OMS, name=HOSTILE))
    one, other = reports("one", run), reports("other", replace(run, examples=run.examples[1:]))
    for command in ("matrix", "trend"):
        assert ordertck(command, one, other, "--format", "html", "-o", f"{command}.html").code == 0
        page = look(Path(f"{command}.html"), width=PHONE)
        assert page.locator("img").count() == 0
        assert barriers(page) == []
    page = look(Path("matrix.html"))
    page.fill("#search", "pl-10")
    assert page.locator("#rules tr[data-item]:visible").count() == 1
