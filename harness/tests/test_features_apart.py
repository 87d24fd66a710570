"""Examples that somebody wrote for himself: examined by --feature, and refused where they mean nothing."""

from pathlib import Path

import pytest

from ordertck.harness.bench.parts.kit_crm import KitCrm
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import REPOSITORY

OURS = (REPOSITORY / "features" / "README.md").read_text().partition("```gherkin\n")[2].partition("```")[0]


def test_the_example_of_the_documentation(ordertck: Terminal, tmp_path: Path) -> None:
    """It passes on the reference, and leaves no report."""
    (tmp_path / "ours.feature").write_text(OURS)
    done = ordertck("run", "--feature", "ours.feature")
    assert (done.code, done.err) == (0, "")
    assert done.out == "passed  PL-09/oms/A blank line takes the list of the season\n"
    assert [file.name for file in tmp_path.iterdir()] == ["ours.feature"]


def test_all_features_of_a_folder(ordertck: Terminal, tmp_path: Path) -> None:
    """A folder stands for each feature in it, as for all findings of an exploration; one without any is a mistake."""
    found = tmp_path / "found"
    found.mkdir()
    empty = ordertck("run", "--feature", "found")
    assert (empty.code, empty.err) == (
        2,
        "ordertck: found: no feature lies in this folder; name a feature file, or a folder of them\n",
    )
    (found / "02.feature").write_text(OURS)
    (found / "01.feature").write_text(OURS.replace("A blank line takes", "A line that is blank takes"))
    (found / "01.ndjson").write_text("{}\n")
    done = ordertck("run", "--feature", "found")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "passed  PL-09/oms/A line that is blank takes the list of the season",
        "passed  PL-09/oms/A blank line takes the list of the season",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("is submitted", "is submited", "ours.feature:11: no definition matches 'When the order is submited'; did you"),
        ("@oms", "@oms @omx", "ours.feature:7: @omx is no rule id, role, capability or switch value"),
        (
            "@oms",
            "@oms @restarts+revisions",
            "@restarts+revisions: 'revisions' is no mechanism of features/mechanisms.toml",
        ),
        ("@PL-09", "@OUR-1", "the Rule bears 0 rule ids (@OUR-1); tag it with one"),
        ("@PL-09", "", "the Rule bears 0 rule ids (no tag)"),
        ("@PL-09", "@PL-99", "PL-99"),
        ("@oms", "", "ours.feature:7: no role tag says whom the example is for, or it has no rows; tag it with @"),
        ("@oms", "@omss", "no role tag says whom the example is for"),
        ("| product  ", "| produkt  ", "there is no column 'produkt'; did you mean 'product'?"),
        ("Internet Access", "Internet Acess", "there is no product 'Internet Acess'; did you mean 'Internet Access'?"),
        ("| Add ", "| add ", "there is no action 'add'; did you mean 'Add'?"),
        ("| Add ", "| Ad ", "there is no action 'Ad'; did you mean 'Add'?"),
        ("Internet Access", "INTERNET ACCESS", "did you mean 'Internet Access'?"),
        ("Seasonal Price List", "Saisonal Price List", "did you mean 'Seasonal Price List'?"),
        (
            'on the "Seasonal',
            'on the "Saisonal',
            "ours.feature:8: there is no price list 'Saisonal Price List'; did you",
        ),
        ("Then billing", "And billing", "ours.feature:7: the example has no Then, so it asserts nothing"),
        ("| 1    | Add", "| 1    | Add | more", "does not parse as Gherkin"),
    ],
)
def test_what_means_nothing_is_refused(old: str, new: str, told: str, ordertck: Terminal, tmp_path: Path) -> None:
    """With file, line and remedy; nothing is examined, and nobody takes it for passed."""
    assert old in OURS
    (tmp_path / "ours.feature").write_text(OURS.replace(old, new))
    done = ordertck("run", "--feature", "ours.feature")
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            "And the order is revised to\n        | line | price override |\n        | 1    | 1.2.3          |",
            "ours.feature:12: what the step says makes no message: the kit sent a bad sales-order",
        ),
        (
            'And order "OTHER" is submitted',
            "ours.feature:12: the sentence does not fit its example: no step of this example mentions an order 'OTHER'",
        ),
        (
            "Given the lines of the order have reached these milestones\n        | milestone |\n        | RESERVED  |",
            "ours.feature:12: the sentence does not fit its example: the table has no column 'line', only milestone",
        ),
        (
            "Given the lines of the order have reached these milestones\n | line | milestone |\n | 1 | BUILT |",
            "there is no milestone 'BUILT' at provisioning, only RESERVED, DESIGNED, ACTIVATED",
        ),
        (
            'Given an order "MORE" with header\n        | account  |\n        | Stranger |',
            "there is no account 'Stranger'; there are Customer, Neighbour, Payer",
        ),
    ],
)
def test_a_step_of_which_nothing_can_be_made_is_a_mistake_in_the_file(
    more: str, told: str, ordertck: Terminal, tmp_path: Path
) -> None:
    """Which only shows when the example runs; neither kit nor adapter broke."""
    (tmp_path / "ours.feature").write_text(OURS.replace("is submitted\n", f"is submitted\n      {more}\n", 1))
    done = ordertck("run", "--feature", "ours.feature")
    assert done.code == 2
    assert told in done.err


def test_a_word_that_nobody_has_is_said_to_be_none(ordertck: Terminal, tmp_path: Path) -> None:
    """It may be meant so, as what has to be refused; who reads that it passed reads that as well."""
    refused = OURS.partition("Then")[0].replace("| Add ", "| Rent ") + "Then the order is refused or fallen out\n"
    (tmp_path / "ours.feature").write_text(refused)
    done = ordertck("run", "--feature", "ours.feature")
    assert (done.code, done.out) == (0, "passed  PL-09/oms/A blank line takes the list of the season\n")
    assert done.err.endswith("ours.feature:8: there is no action 'Rent', so it is sent as it stands\n")


def test_a_price_list_of_a_sentence_that_nobody_has_is_said_to_be_none(ordertck: Terminal, tmp_path: Path) -> None:
    """As in a table: what fails because of it says nothing about the system."""
    (tmp_path / "ours.feature").write_text(OURS.replace('on the "Seasonal', 'on the "Budget'))
    done = ordertck("run", "--feature", "ours.feature")
    assert done.err.endswith("ours.feature:8: there is no price list 'Budget Price List', so it is sent as it stands\n")


def test_a_column_that_nobody_has_is_said_to_be_none(ordertck: Terminal, tmp_path: Path) -> None:
    """The table says nothing of what the column was to be; its words do nothing to a terminal."""
    (tmp_path / "ours.feature").write_text(OURS.replace("| product  ", "| \u202egadgets ", 1))
    done = ordertck("run", "--feature", "ours.feature")
    assert "no feature has a column '\\u202egadgets'; of a line it is taken for an attribute" in done.err
    assert "\u202e" not in done.out + done.err


@pytest.mark.parametrize("problem", [KeyError("a slip"), RuntimeError("a slip")])
def test_a_step_that_breaks_is_no_mistake_in_the_file(
    problem: Exception, ordertck: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is sent to mend an example in which nothing is wrong."""

    def slips(*_: object) -> None:
        raise problem

    monkeypatch.setattr(KitCrm, "submit", slips)
    (tmp_path / "ours.feature").write_text(OURS)
    done = ordertck("run", "--feature", "ours.feature")
    assert (done.code, done.err) == (3, "")
    assert "a slip" in done.out
