"""The report on the terminal: readable at any width, complete, and plain where colours are not wanted."""

from dataclasses import replace
from pathlib import Path

import pytest

from ordertck.harness.declared import Deviation
from ordertck.harness.examination import Examination
from ordertck.harness.exports.summary import summary
from ordertck.harness.plan import Selection
from ordertck.harness.reports import terminal
from ordertck.harness.reports.example_record import telling
from ordertck.harness.reports.results import as_bytes, results
from ordertck.harness.reports.saved import run_in
from ordertck.harness.reports.words import Paint
from ordertck.harness.tests.by_hand import EVERY, OMS, by_hand
from ordertck.harness.tests.support import EDITION, claims_as, examine
from ordertck.harness.text import ranges
from ordertck.harness.verdicts import ExampleId, ExampleResult, Verdict


def shown(*examinations: Examination, width: int | None = None, colour: bool = False) -> str:
    """What is printed, on a terminal so wide."""
    return "\n".join(terminal.shown(list(examinations), Paint(colour, width))) + "\n"


def test_rule_by_rule(whole: Examination) -> None:
    """Every rule that was run, with its sentence; every other with its reason; the profiles; the outcome."""
    text = shown(whole)
    flat = " ".join(text.split())
    for result in whole.rules:
        if result.run:
            assert f"{result.rule} oms passed {result.passed} of {result.run}" in flat
    assert " ".join(EDITION.sentences["PL-09"].split()[:6]) in text
    assert "inapplicable: role 'crm' is not claimed" in text
    assert "FL-01" in text.split("untested: documentation only")[1]
    assert "obligations examined" in text
    assert text.rstrip().splitlines()[-1].startswith("ordertck reference 0.1 as oms: conformant (")


def test_what_nothing_was_brought_about_for_is_marked(whole: Examination) -> None:
    """Only a rule that was upheld without anything to bring about is marked so."""
    flat = " ".join(shown(whole).split())
    for result in whole.rules:
        if result.run:
            told = flat.partition(f"{result.rule} oms ")[2].partition(" oms passed ")[0]
            assert ("nothing was to be brought about" in told) == (not result.fulfilled)


def test_what_a_profile_lacks() -> None:
    """A profile that counts as not examined says how much was brought about, or that it is for other roles."""
    nothing = by_hand((), claims=replace(OMS, profiles=("price-lists", "crm-capture")))
    told = " ".join(shown(nothing).split())
    assert "Price lists not examined" in told
    assert "something was brought about for 0, of 6 at least" in told
    assert "the profile is not for the claimed roles" in told


def test_examples_that_do_not_apply_are_counted_by_their_reason(whole: Examination) -> None:
    """Where other examples of a rule were run, those that were not are counted."""
    text = shown(whole).partition("inapplicable examples of rules that were examined otherwise")[2]
    aside = [e for r in whole.rules if r.run for e in r.examples if e.verdict is Verdict.INAPPLICABLE]
    for reason in {example.reason for example in aside}:
        assert f"{sum(example.reason == reason for example in aside):>4}  {reason}\n" in text


def test_what_was_not_examined_is_told_once(whole: Examination) -> None:
    """Roles that another examination of the same run covers are not listed as inapplicable."""
    crm = examine(claims_as("crm"), "SCRM", every=9)
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


@pytest.mark.parametrize("width", [60, 80, 200])
def test_sentences_are_wrapped_to_the_terminal(width: int, whole: Examination) -> None:
    """The last column runs on below itself, so that no word is broken."""
    text = shown(whole, width=width)
    assert max(len(line) for line in text.splitlines() if line.startswith("PL-")) <= width
    assert "Add" in text


def test_what_runs_on_stands_below_itself() -> None:
    """The further lines of the last column begin where it does, however wide the columns before it are."""
    for before in ("a", "three", "a dozen and one"):
        first, *more = Paint(width=60).table([(before, "and", "word " * 30), ("x", "y", "z")])
        place = first.index("word")
        assert [len(line) - len(line.lstrip()) for line in more[:-1]] == [place] * (len(more) - 1)
        assert len(more) > 2
        assert more[-1].index("z") == place


def test_what_a_system_says_does_nothing_to_the_terminal() -> None:
    """Control characters are shown as what they are, markup as it stands."""
    text = shown(by_hand())
    assert "[bold]it[/bold]" in text
    assert r"\x00\x1b[31m \ufffe" in text
    assert "\x1b" not in text


def test_long_transcripts_are_shortened() -> None:
    """Of those about what the verdict speaks of the first and the latest, and that something is missing."""
    text = shown(by_hand())
    assert "... 26 more in the transcript ..." in text
    assert [f"\n{n:>12} told" in text for n in (1, 3, 29, 30, 40)] == [False, True, False, True, True]


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ((), [1, 8, 9, 10]),
        ((3,), [1, 3, 9, 10]),
        ((1, 10), [1, 8, 9, 10]),
        ((2, 3, 4, 5), [1, 3, 4, 5]),
    ],
)
def test_the_messages_that_show_a_breach_are_never_left_out(shown: tuple[int, ...], told: list[int]) -> None:
    """Nor the first one, which mostly is the order itself; the others are the latest."""
    assert telling(range(1, 11), shown, 4) == told
    assert telling(range(1, 4), shown, 4) == [1, 2, 3]


def test_failures_stand_in_the_order_of_the_register() -> None:
    """However the seed has turned the examples about: what the rest builds on comes first, in every form."""
    failed = next(result for result in EVERY if result.verdict is Verdict.FAILED)
    turned = tuple(replace(failed, id=ExampleId(rule, "oms", f"Of {rule}")) for rule in ("PL-09", "OM-02", "AC-05"))
    run = by_hand(turned)
    saved = run_in(as_bytes(results([run])), Path("results.json"))
    for text in (shown(run), summary(saved)):
        places = [text.index(f"Of {rule}") for rule in ("OM-02", "AC-05", "PL-09")]
        assert places == sorted(places)


def test_many_failures_do_not_drown_the_rest() -> None:
    """Twenty are told in full, the others in a line each."""
    many = tuple(replace(EVERY[1], id=ExampleId("PL-09", "oms", f"Number {n}")) for n in range(27))
    text = shown(by_hand(many))
    assert text.count("expected") == 20
    assert "and 7 more" in text
    assert "Number 26" in text


def test_what_breaks_everything_is_told_once() -> None:
    """One reason in full, and how many examples it has broken."""
    broken = replace(EVERY[1], verdict=Verdict.ERROR, reason="the line went dead")
    text = shown(by_hand(tuple(replace(broken, id=ExampleId("PL-09", "oms", f"Number {n}")) for n in range(9))))
    assert text.count("the line went dead") == 1
    assert "the same reason for 8 other examples" in text
    assert all(f"Number {n}" in text for n in range(9))


def test_colours_only_where_wanted(wrong: Examination, monkeypatch: pytest.MonkeyPatch) -> None:
    """None in a pipe, none with NO_COLOR."""
    assert "\x1b[" not in shown(wrong)
    assert "\x1b[31m" in shown(wrong, colour=True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert Paint.of_terminal().colour
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Paint.of_terminal().colour


def test_notes() -> None:
    """Declared deviations, unstable examples and strays are told; so is a narrowed or shortened run."""
    claims = replace(OMS, deviations=(Deviation("PL-09", "HUB-7"), Deviation("PR-11", "X")))
    passed = ExampleResult(ExampleId("PR-11", "oms", "It passes"), Verdict.PASSED, "a.feature:9")
    told = by_hand((*EVERY, passed), claims=claims, unstable=("PL-09/oms/It fails",), strays=3)
    text = shown(told)
    for piece in ("PL-09 is a declared deviation: HUB-7", "deviation PR-11 (X): ", "unstable", "3 messages"):
        assert piece in text
    assert "narrowed to rule PL-09, so there is no certificate" in shown(by_hand(narrowed_by="rule PL-09"))
    assert "no time, so there is no certificate" in shown(by_hand(cut_short="no time"))
    assert "kit or adapter broke, so there is no certificate" in text
    record = next(r for r in results([told])["examinations"][0]["rules"] if r["rule"] == "PL-09")
    assert record["deviation"] == "HUB-7"


def test_a_transcript_that_is_not_whole_is_told() -> None:
    """It costs the certificate; where all was kept, nothing is said of it."""
    passed = by_hand(EVERY[:1])
    assert "so there is no certificate" not in shown(passed)
    passed.transcript.lose("File too large")
    assert "the transcript is not whole: File too large, so there is no certificate" in shown(passed)


def test_ranges() -> None:
    """Runs of ids are told in short, areas apart."""
    assert ranges(["PL-01", "PL-02", "PL-04", "PR-05", "PR-06"]) == "PL-01 to PL-02, PL-04, PR-05 to PR-06"
    assert ranges([]) == ""


def test_selections_in_words() -> None:
    """What a person selected can be read in the report."""
    chosen = Selection(rules=frozenset({"PL-09"}), text="blank", ids=frozenset({str(EDITION.examples[0].id)}))
    assert str(chosen) == "rule PL-09, 'blank', 1 named examples"
    assert str(Selection()) == ""


@pytest.mark.parametrize("seed", [0, 7])
def test_names_as_everybody_knows_them_are_told(seed: int) -> None:
    """Where they came from the seed there is nothing to tell."""
    claims = replace(OMS, capabilities=OMS.capabilities | {"renamed-catalogue"})
    told = " ".join(shown(by_hand(claims=claims, seed=seed)).split())
    assert ("names that everybody can read in the kit" in told) == (seed == 0)
