"""The report on the terminal: readable at any width, complete, and plain where colours are not wanted."""

from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from ordertck.harness.claims import Deviation
from ordertck.harness.examination import Examination
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.registry import reference_claims
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.reports.results import results
from ordertck.harness.reports.terminal import show
from ordertck.harness.reports.words import ranges, sentences
from ordertck.harness.runner import connection
from ordertck.harness.runner.session import Selection, examine, roll
from ordertck.harness.tests.by_hand import EVERY, OMS, by_hand
from ordertck.harness.verdicts import ExampleId, Verdict


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
