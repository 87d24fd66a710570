"""Lint: each thing that it is there to find is found, with file and line."""

import inspect
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_bdd import parsers

from ordertck.harness import lint as lint_module
from ordertck.harness.edition import Edition, load
from ordertck.harness.edition.ids import Ids
from ordertck.harness.edition.step_book import Definition, StepBook
from ordertck.harness.errors import UsageError
from ordertck.harness.lint import Complaint, lint
from ordertck.harness.tests.support import EDITION

GOOD = """Feature: Price lists
  Who cares and why.

  Source: somewhere, "Something".

  @PL-16
  Rule: A line takes a list

    @oms @integration
    Example: A list is taken
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is complete
"""


def complaints(tmp_path: Path, *changes: tuple[str, str], edition: Edition = EDITION) -> list[str]:
    """What is wrong with the good feature after some changes, as "line: text"."""
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = tmp_path / "try.feature"
    file.write_text(text)
    return [f"{c.line}: {c.text}" for c in lint(edition, [edition.read(file)], whole=False)]


def test_our_own_features_are_well() -> None:
    """No gap, no unused word, nothing to mend."""
    assert [str(c) for c in lint(EDITION, EDITION.features)] == []


def test_a_good_feature(tmp_path: Path) -> None:
    """Nothing is said of what is well."""
    assert complaints(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("  Source: somewhere", "  From: somewhere"), "1: the feature names no source"),
        (("@PL-16", "@PL-05"), "7: PL-05 is documentation only"),
        (("@oms @integration", "@oms"), "7: PL-16 binds 'integration', and no example shows that"),
        (("@oms @integration", "@oms @integration @crm"), "7: PL-16 does not bind 'crm'"),
        (("@oms @integration", "@oms @integration @smoke"), "10: @smoke is no rule id, role, capability or switch"),
        (("@oms @integration\n    ", ""), "9: no role tag says whom the example is for"),
        (("Example: A list is taken", "Example: A list is sent as JSON"), "10: 'JSON' is a word of a transport"),
        (("Rule: A line takes a list", "Rule: A line takes the PL"), "7: 'PL' is not in the glossary: enter it"),
        (("Rule: A line takes a list", "Rule: No line goes without a list"), "7: the rule's sentence denies twice"),
        (("Then the order is complete", "Then the order is happy"), "15: no definition matches"),
        (("      Then the order is complete\n", ""), "10: the example has no Then"),
        (("When the order is submitted", "When the order is submitted\n        | a |"), "14: the step 'the order"),
        (("Rule: A line takes a list", "Rule: " + "A line takes a list " * 10), "7: the rule's sentence is longer"),
        (("Example: A list is taken", "Example: A list is taken " + "and does " * 15), "10: the title is longer"),
        (("is complete\n", "is complete\n\n      Examples:\n        | a |\n"), "10: what has a table of examples is a"),
    ],
)
def test_a_bad_feature(change: tuple[str, str], told: str, tmp_path: Path) -> None:
    """One thing wrong, one complaint about it, at its line."""
    found = complaints(tmp_path, change)
    assert any(text.startswith(told) for text in found), found


def test_a_tag_that_every_example_bears(tmp_path: Path) -> None:
    """It stands on the Rule, where a reader sees it once."""
    other = GOOD[GOOD.index("    @oms") :].replace("A list is taken", "A list is taken again")
    (told,) = complaints(tmp_path, (GOOD[GOOD.index("    @oms") :], GOOD[GOOD.index("    @oms") :] + "\n" + other))
    assert told == "7: every example of the Rule bears @integration @oms: tag the Rule so"


def test_a_rule_that_is_continued(tmp_path: Path) -> None:
    """The file that it names has to state it."""
    (told,) = complaints(tmp_path, ("a list\n\n", "a list\n\n    Continued from elsewhere.feature.\n\n"))
    assert told == "7: PL-16 has its home in no file 'elsewhere.feature' beside this one"


def test_two_examples_of_one_title(tmp_path: Path) -> None:
    """pytest-bdd would run only the second."""
    again = GOOD[GOOD.index("    @oms") :]
    found = complaints(tmp_path, (again, f"{again}\n{again}"))
    assert sum("are called 'A list is taken'" in text for text in found) == 2


def test_two_homes_for_one_rule(tmp_path: Path) -> None:
    """A rule's sentence stands in one file."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.feature").write_text(GOOD)
    features = [EDITION.read(tmp_path / f"{name}.feature") for name in ("one", "two")]
    home, title, *_ = [c.text for c in lint(EDITION, features, whole=False)]
    assert home.startswith("PL-16 has its home in ")
    assert home.endswith("one.feature already")
    assert title.startswith("'A list is taken' is the title of an example of PL-16 already (")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Feature: X\n  Example: outside\n    Given x\n", ":2: an example stands outside a Rule"),
        ("Feature: X\n  Rule: none\n    Example: y\n      Given x\n", ":2: the Rule bears 0 rule ids"),
        ("Feature: X\n  @PL-01 @PL-02\n  Rule: two\n    Example: y\n      Given x\n", ":3: the Rule bears 2 rule ids"),
        ("Feature: X\n  Rule: a\n    Example: b\n      Given x\n      Givn y\n", "does not parse as Gherkin"),
        ("Feature: X\n  @PL-99\n  Rule: a\n    Example: b\n      Given x\n", ":3: PL-99 is no rule of the register"),
        ("", ":1: no feature in this file"),
    ],
)
def test_what_cannot_be_read(text: str, told: str, tmp_path: Path) -> None:
    """A feature that is none is a user's mistake, with file and line."""
    file = tmp_path / "bad.feature"
    file.write_text(text)
    with pytest.raises(UsageError) as mistake:
        EDITION.read(file)
    assert told in str(mistake.value)
    assert str(mistake.value).startswith(str(file))


AN_ORDER = """      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
"""
SUBMITTED = "      When the order is submitted\n"
COMPLETE = "      Then the order is complete\n"


def test_too_much_of_anything(tmp_path: Path) -> None:
    """Long files, long examples: at the last line, at the example."""
    assert complaints(tmp_path, (COMPLETE, COMPLETE * 6)) == ["10: the example has 8 steps, over 7"]
    assert complaints(tmp_path, (COMPLETE, COMPLETE * 5)) == []
    assert complaints(tmp_path, (COMPLETE, COMPLETE + "\n" * 136)) == [
        "151: the file has 151 lines, over 150: split it by topic"
    ]


def test_a_long_background(tmp_path: Path) -> None:
    """What everybody has to keep in mind is short."""
    long = "    Background:\n" + '      Given order "A" is submitted\n' * 4 + "\n"
    found = complaints(tmp_path, ("  Rule: A line takes a list\n\n", "  Rule: A line takes a list\n\n" + long))
    assert found == ["9: the Background has 4 steps, over 3"]


def test_an_example_without_steps(tmp_path: Path) -> None:
    """It would pass whatever the system does."""
    assert complaints(tmp_path, (AN_ORDER + SUBMITTED + COMPLETE, "")) == [
        "10: the example has no Then, so it asserts nothing",
        "10: the example has no steps",
    ]


def test_steps_come_in_their_order(tmp_path: Path) -> None:
    """Given, When, Then; something more may be done after a Then, but nothing is given any more."""
    assert complaints(tmp_path, (COMPLETE, COMPLETE + SUBMITTED + COMPLETE)) == []
    for late in (AN_ORDER, "      * billing holds its work\n"):
        assert complaints(tmp_path, (COMPLETE, COMPLETE + late)) == ["16: a Given follows a later kind of step"]
    assert complaints(tmp_path, (SUBMITTED, SUBMITTED + "      Given billing holds its work\n")) == [
        "15: a Given follows a later kind of step"
    ]


OUTLINE = ("    Example: A list is taken\n", "    Scenario Outline: A list is taken\n")
ROWS = "\n      Examples:\n        | product         |\n        | Internet Access |\n"


def test_rows_of_an_outline(tmp_path: Path) -> None:
    """There are some, and each is known by its first cell."""
    cell = ("Add    | Internet Access |", "Add    | <product>       |")
    assert complaints(tmp_path, OUTLINE, cell, (COMPLETE, COMPLETE + ROWS)) == []
    assert complaints(tmp_path, OUTLINE, cell, (COMPLETE, COMPLETE + ROWS + ROWS)) == [
        "10: 2 rows begin with 'Internet Access', so they cannot be told apart"
    ]
    assert complaints(tmp_path, OUTLINE, cell) == ["10: the outline has no rows, so it shows nothing"]
    assert complaints(
        tmp_path, (OUTLINE[0], OUTLINE[1].replace("A list", "<list>")), cell, (COMPLETE, COMPLETE + ROWS)
    ) == ["10: the title names the column 'list': name the first one only, which tells the rows apart in reports"]
    for none in (ROWS.partition("        |")[0], ROWS.removesuffix("        | Internet Access |\n")):
        assert complaints(tmp_path, OUTLINE, cell, (COMPLETE, COMPLETE + none)) == [
            "7: PL-16 binds 'integration', and no example shows that",
            "7: PL-16 binds 'oms', and no example shows that",
            "10: no role tag says whom the example is for, or it has no rows",
            "10: the outline has no rows, so it shows nothing",
        ]


def test_the_id_of_another_rule(tmp_path: Path) -> None:
    """An example is counted under its own rule only, so a second id would promise too much."""
    other = ("@oms @integration", "@oms @integration @PL-17")
    assert complaints(tmp_path, other) == ["10: @PL-17 is the id of another rule"]


def test_an_offer_that_cannot_be_claimed(tmp_path: Path) -> None:
    """A rule that is an offer needs the capability by which it is claimed."""
    unclaimable = replace(EDITION.register.rules["MO-06"], capability=None)
    changed = replace(EDITION.register, rules={**EDITION.register.rules, "MO-06": unclaimable})
    edition = replace(EDITION, register=changed)
    assert complaints(tmp_path, ("@PL-16", "@MO-06"), ("@integration", "@crm"), edition=edition) == [
        "7: MO-06 is an offer, and the register names no capability for it"
    ]


def with_steps(book: StepBook) -> Edition:
    """The kit's edition with other step definitions."""
    edition = load()
    vars(edition)["steps"] = book
    return edition


def only(tmp_path: Path, book: StepBook, folder: str = "area") -> list[Complaint]:
    """What lint says of the good feature as if it were all there is."""
    edition = with_steps(book)
    file = tmp_path / "features" / folder / "try.feature"
    file.parent.mkdir(parents=True)
    file.write_text(GOOD)
    return lint(edition, [edition.read(file)])


def test_gaps(tmp_path: Path) -> None:
    """Each value of a switch, and each profile, has an example; where not, the vocabulary promises too much."""
    found = [c.text for c in only(tmp_path, EDITION.steps) if c.file == EDITION.features_folder / "vocabulary.toml"]
    assert sorted(found) == sorted(
        [
            f"no example shows switch '{s.name}' at '{value}'"
            for s in EDITION.vocabulary.switches.values()
            for value in s.values
        ]
        + [
            f"no rule of profile '{p.name}' has an example"
            for p in EDITION.vocabulary.profiles.values()
            if "PL-16" not in p.rules
        ]
    )


def test_definitions_that_no_feature_uses(tmp_path: Path) -> None:
    """At the definition's own place; those that are used are left in peace."""

    def unused(stage: object) -> None: ...

    spare = Definition("when", parsers.parse("pigs fly"), unused, {}, ("stage",), frozenset())
    used = [d for d in EDITION.steps.definitions if d.pattern.startswith(("{order:Order} is", "{order:Order} with"))]
    found = only(tmp_path, StepBook([*used, spare]))
    line = inspect.getsourcelines(unused)[1]
    assert Complaint(Path("steps/test_lint.py"), line, "no feature uses 'pigs fly'") in found
    assert not any("'{order:Order} is submitted'" in c.text for c in found)


def test_too_many_definitions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A language of more words than that nobody learns."""
    count = sum(not each.place.startswith(lint_module.FOR_HISTORIES) for each in EDITION.steps.definitions)
    told = Complaint(Path("steps"), 1, f"{count} step definitions, over {count - 1}")
    assert told not in only(tmp_path, EDITION.steps)
    monkeypatch.setattr(lint_module, "MOST_DEFINITIONS", count - 1)
    assert told in only(tmp_path, EDITION.steps, "again")


def test_a_sentence_of_two_meanings(tmp_path: Path) -> None:
    """Each definition that matches is named."""
    submitted = next(d for d in EDITION.steps.definitions if d.pattern == "{order:Order} is submitted")
    book = StepBook([*EDITION.steps.definitions, replace(submitted)])
    file = tmp_path / "try.feature"
    file.write_text(GOOD)
    (told,) = [str(c) for c in lint(with_steps(book), [EDITION.read(file)], whole=False)]
    assert (
        told == f"{file}:14: 2 definitions match 'When the order is submitted' ({submitted.place}, {submitted.place})"
    )


def test_an_example_that_is_gone_says_what_it_is_called_now() -> None:
    """Its old id leads to the new one, by however many names; a new example is entered."""
    edition = load()
    first, *others = sorted(str(example.id) for example in edition.examples)

    def told(ids: Ids) -> list[str]:
        vars(edition)["ids"] = ids
        return [complaint.text for complaint in lint_module.changed_ids(edition.features, edition)]

    assert told(Ids(frozenset([first, *others]))) == []
    assert told(Ids(frozenset(others))) == [f"the example '{first}' is not entered: run 'make pages'"]
    every = frozenset([first, *others, "PL-09/oms/Old"])
    gone = "the example 'PL-09/oms/Old' is gone: say below [renamed] what it is called now"
    assert told(Ids(every)) == [gone]
    assert told(Ids(every, {"PL-09/oms/Old": "PL-09/oms/Newer"})) == [gone]
    assert told(Ids(every, {"PL-09/oms/Old": "PL-09/oms/Newer", "PL-09/oms/Newer": first})) == []
