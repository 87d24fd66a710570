"""Lint: each thing that it is there to find is found, with file and line."""

from pathlib import Path

import pytest

from ordertck.harness.errors import UsageError
from ordertck.harness.lint import lint
from ordertck.harness.runner.features import all_features, read_feature
from ordertck.harness.runner.step_book import step_book

GOOD = """Feature: Price lists
  Who cares and why.

  Source: somewhere, "Something".

  @PL-16
  Rule: A line takes a list

    @oms @integration
    Example: It does
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is complete
"""


def complaints(tmp_path: Path, *changes: tuple[str, str]) -> list[str]:
    """What is wrong with the good feature after some changes, as "line: text"."""
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = tmp_path / "try.feature"
    file.write_text(text)
    return [f"{c.line}: {c.text}" for c in lint([read_feature(file)], step_book(), whole=False)]


def test_our_own_features_are_well() -> None:
    """No gap, no unused word, nothing to mend."""
    assert [str(c) for c in lint(all_features(), step_book())] == []


def test_a_good_feature(tmp_path: Path) -> None:
    """Nothing is said of what is well."""
    assert complaints(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("  Source: somewhere", "  From: somewhere"), "1: the feature names no source"),
        (("@PL-16", "@PL-99"), "7: PL-99 is no rule of the register"),
        (("@PL-16", "@PL-05"), "7: PL-05 is documentation only"),
        (("@oms @integration", "@oms"), "7: PL-16 binds 'integration', and no example shows that"),
        (("@oms @integration", "@oms @integration @crm"), "7: PL-16 does not bind 'crm'"),
        (("@oms @integration", "@oms @integration @smoke"), "10: @smoke is no rule id, role, capability or switch"),
        (("@oms @integration\n    ", ""), "9: no role tag says whom the example is for"),
        (("Example: It does", "Example: It sends JSON"), "10: 'JSON' is a word of a transport"),
        (("Then the order is complete", "Then the order is happy"), "15: no definition matches"),
        (("      Then the order is complete\n", ""), "10: the example has no Then"),
        (("When the order is submitted", "When the order is submitted\n        | a |"), "14: the step 'the order"),
        (("Rule: A line takes a list", "Rule: " + "A line takes a list " * 10), "7: the rule's sentence is longer"),
        (("Example: It does", "Example: It does " + "and does " * 15), "10: the title is longer"),
    ],
)
def test_a_bad_feature(change: tuple[str, str], told: str, tmp_path: Path) -> None:
    """One thing wrong, one complaint about it, at its line."""
    found = complaints(tmp_path, change)
    assert any(text.startswith(told) for text in found), found


def test_two_examples_of_one_title(tmp_path: Path) -> None:
    """pytest-bdd would run only the second."""
    again = GOOD[GOOD.index("    @oms") :]
    found = complaints(tmp_path, (again, f"{again}\n{again}"))
    assert sum("are called 'It does'" in text for text in found) == 2


def test_two_homes_for_one_rule(tmp_path: Path) -> None:
    """A rule's sentence stands in one file."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.feature").write_text(GOOD)
    features = [read_feature(tmp_path / f"{name}.feature") for name in ("one", "two")]
    assert [c.text for c in lint(features, step_book(), whole=False)] == ["PL-16 has its home in one.feature already"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Feature: X\n  Example: outside\n    Given x\n", ":2: an example stands outside a Rule"),
        ("Feature: X\n  Rule: none\n    Example: y\n      Given x\n", ":2: the Rule bears 0 rule ids"),
        ("Feature: X\n  @PL-01 @PL-02\n  Rule: two\n    Example: y\n      Given x\n", ":3: the Rule bears 2 rule ids"),
        ("Feature: X\n  Rule: a\n    Example: b\n      Given x\n      Givn y\n", "does not parse as Gherkin"),
        ("", ":1: no feature in this file"),
    ],
)
def test_what_cannot_be_read(text: str, told: str, tmp_path: Path) -> None:
    """A feature that is none is a user's mistake, with file and line."""
    file = tmp_path / "bad.feature"
    file.write_text(text)
    with pytest.raises(UsageError) as mistake:
        read_feature(file)
    assert told in str(mistake.value)
    assert str(mistake.value).startswith(str(file))
