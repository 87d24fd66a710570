"""Slips that everybody makes on a first day: each is told with its place, and with what was meant."""

import shutil
from pathlib import Path

import pytest

from ordertck import ROOT
from ordertck.harness.explore import side_by_side
from ordertck.harness.explore.exploration import Explored
from ordertck.harness.signals import Ending
from ordertck.harness.tests.commands import SYSTEM, Terminal
from ordertck.harness.text import nearest

FEATURE = """@oms
Feature: What our shops ask about

  @PL-09
  Rule: A blank line takes the list of its own order

    Example: A blank line takes the list of the season
      Given an order on the "Seasonal Price List" with
        | line | action | product         | price list |
        | 1    | Add    | Internet Access |            |
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list          |
        | 1    | Internet Access | Seasonal Price List |
"""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rum",), "there is no command 'rum'; did you mean 'ordertck run'?"),
        (("help",), "did you mean 'ordertck --help'?"),
        (("frobnicate",), "there is no command 'frobnicate'; see 'ordertck --help'"),
        (("run", "--report", ""), "what follows --report is blank; give a value, or leave it out"),
        (("run", "--report="), "what follows --report is blank"),
        (("diff", "--baseline", " ", "report"), "what follows --baseline is blank"),
        (("export", "markdown", ""), "what follows markdown is blank"),
        (("rules", "--profile", "core"), "unknown profile 'core'; did you mean 'core-orders'?"),
        (("explain", "Price Lists"), "did you mean 'price-lists'?"),
    ],
)
def test_a_slip_on_the_command_line(words: tuple[str, ...], said: str, ordertck: Terminal) -> None:
    """A variable that a script has not set is no wish for the folder that one is in."""
    done = ordertck(*words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_the_word_that_was_meant_is_known_in_any_case_and_with_any_blank() -> None:
    known = ["separate-sessions", "oms", "no_header_pl"]
    assert [nearest(word, known) for word in ("Separate Sessions", "OMS", "no-header-pl", "separate", "x")] == [
        "separate-sessions", "oms", "no_header_pl", "separate-sessions", "",
    ]  # fmt: skip


def test_a_role_in_capitals(ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "claims.toml").write_text(SYSTEM.replace('"oms"', '"OMS"') + 'command = ["true"]\n')
    assert "did you mean 'oms'?" in ordertck("plan", tmp_path / "claims.toml").err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("When the", "Wenn the", "spoilt.feature:11: does not parse as Gherkin: 'Wenn the order is submitted' cannot"),
        ("When the", "Wenn the", "did you mean 'When'?"),
        ("Rule:", "Rul:", "did you mean 'Rule:'?"),
        ("@oms\nFeature:", "hello\n@oms\nFeature:", "a file begins with tags and 'Feature:'"),
        ("      When", "      perhaps\n      When", "a step begins with Given, When, Then, And or But"),
        ("      When", '      """\n      When', 'a text has no end; close it with """'),
        ("| 1    | Add    |", "| 1    |", "the row has more cells than its table has columns, or fewer"),
        ("Example:", "Exampel:", "spoilt.feature: there is no example in it; begin each of them with 'Example:'"),
    ],
)
def test_a_feature_that_does_not_parse(old: str, new: str, said: str, ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "spoilt.feature").write_text(FEATURE.replace(old, new, 1))
    done = ordertck("run", "--feature", tmp_path / "spoilt.feature")
    assert done.code == 2
    assert said in done.err


def test_a_feature_that_is_not_in_utf_8(ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "spoilt.feature").write_text(FEATURE.replace("shops", "L\u00e4den"), encoding="latin-1")
    done = ordertck("run", "--feature", tmp_path / "spoilt.feature")
    assert "spoilt.feature:2: not text in UTF-8" in done.err


def test_an_edition_that_repeats_the_kits_sentences(ordertck: Terminal, tmp_path: Path) -> None:
    """Whoever copies the kit's folders to begin with copies steps/ as well; then every sentence had two meanings."""
    for name in ("features", "fixtures", "steps"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    done = ordertck("run", "--edition", tmp_path, "--rule", "PL-09")
    assert (done.code, done.out) == (2, "")
    assert "the kit has the sentence" in done.err
    assert "leave it out: steps/ of an edition has sentences of its own alone" in done.err
    assert len(done.err.splitlines()) == 21, "twenty of them, and how many more there are"


@pytest.mark.parametrize(("ending", "code"), [(KeyboardInterrupt(), 130), (Ending(143), 143)])
def test_what_was_found_is_kept_when_an_exploration_is_ended(
    ending: BaseException, code: int, ordertck: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explore(*given: object) -> None:
        progress = given[-1]
        assert callable(progress)
        progress(Explored("oms", 5, histories=3, acts=60))
        raise ending

    monkeypatch.setattr(side_by_side, "explore", explore)
    done = ordertck("explore", "--out", tmp_path / "found")
    assert done.code == code
    assert "nothing found (3 histories, 60 acts" in done.out
    assert "as crm" not in done.out, "the next role is not begun"
    assert (tmp_path / "found" / "explored.json").is_file()


def test_all_slips_of_a_claims_file_are_told_at_once(ordertck: Terminal, tmp_path: Path) -> None:
    """First those of its form, then the words that nobody knows."""
    file = tmp_path / "claims.toml"
    file.write_text(
        SYSTEM.replace("version", "versoin") + 'profiles = "core"\ncommand = ["x"]\n[timing]\nquiet = "1"\n'
    )
    assert [line.split("claims.toml:")[1].split(": ")[0] for line in ordertck("plan", file).err.splitlines()] == [
        "3", "1", "5", "8",
    ]  # fmt: skip
    words = 'profiles = ["priorty"]\ncapabilities = ["x"]\ncommand = ["x"]\n[switches]\nno_hedaer_pl = "fault"\n'
    file.write_text(SYSTEM + words + '[[deviations]]\nrule = "XX-01"\nissue = "1"\n[names]\nSeason = "S"\n')
    told = ordertck("plan", file).err.splitlines()
    assert [line.split(": ")[2].split(";")[0] for line in told] == [
        "unknown capability 'x'", "unknown profile 'priorty'", "unknown switch 'no_hedaer_pl'",
        "unknown rule 'XX-01'", "unknown name of ours 'Season'",
    ]  # fmt: skip


def test_sources_bear_the_titles_of_their_documents(ordertck: Terminal) -> None:
    """In a table as on a page: a number says nothing outside the register."""
    told = ordertck("rules", "--area", "PL", "--format", "csv").out
    assert "AIA Order to Cash Implementation Guide" in told
    assert "document 001" not in told
