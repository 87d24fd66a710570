"""Reading features: which examples a file holds, and how each mistake in one is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from ordertck.harness.edition import load
from ordertck.harness.edition.features import Example, Feature, Step, read_feature
from ordertck.harness.errors import UsageError
from ordertck.harness.tests.support import EDITION

GOOD = """\
# A comment.
Feature: Selling things
  What it is about,
    in two lines.

  Source: somewhere.

  Background:
    Given the catalogue

  @PL-01 @limited-capacity
  Rule: A thing has a price
    Said differently: nothing is free.

    Background:
      Given an order with
        | line | product |
        | 1    | Thing   |

    @oms @crm
    Example: Plain
      When it is submitted
        \"\"\"
        with love
          and care
        \"\"\"
      Then it is charged
      But nothing else is

    @oms @no-header-pl-fault
    Scenario Outline: <colour> things
      Given the colour is <colour>
        | <colour> | price  |
        | of old   | <cost> |

      Examples: Bright
        | colour | cost |
        | red    | 1    |
        |        | 2    |

      @integration
      Examples: Dark
        | colour | cost |
        | black  | 3    |

  @PL-02
  Rule: Nobody is bound by this

    Example: For no role
      Given nothing
"""


@pytest.fixture
def good(tmp_path: Path) -> Feature:
    """The feature above."""
    return read(tmp_path, GOOD)


def read(tmp_path: Path, text: str) -> Feature:
    """What a feature file with this text holds."""
    file = tmp_path / "things.feature"
    file.write_text(text, encoding="utf-8")
    return read_feature(file, tmp_path, EDITION.vocabulary.roles)


def example(feature: Feature, name: str) -> Example:
    """The one example of this identity."""
    (found,) = [e for rule in feature.rules for e in rule.examples if str(e.id) == name]
    return found


def test_the_feature_and_its_rules(good: Feature) -> None:
    """Titles, texts without their indentation, lines."""
    assert good.title == "Selling things"
    assert good.description == "What it is about,\nin two lines.\n\nSource: somewhere."
    assert [(rule.id, rule.sentence, rule.line) for rule in good.rules] == [
        ("PL-01", "A thing has a price", 12),
        ("PL-02", "Nobody is bound by this", 47),
    ]
    assert good.rules[0].description == "Said differently: nothing is free."


def test_an_example_is_one_for_each_role(good: Feature) -> None:
    """Each in the order of the file, an outline once for each row; the key of a row is its first cell."""
    assert [str(e.id) for e in good.rules[0].examples] == [
        "PL-01/crm/Plain",
        "PL-01/oms/Plain",
        "PL-01/oms/<colour> things/red",
        "PL-01/oms/<colour> things",
        "PL-01/integration/<colour> things/black",
        "PL-01/oms/<colour> things/black",
    ]
    assert good.rules[1].examples == ()


def test_tags_come_from_feature_rule_example_and_rows(good: Feature) -> None:
    """All of them count for every example below."""
    assert example(good, "PL-01/crm/Plain").tags == {"PL-01", "limited-capacity", "oms", "crm"}
    shared = {"PL-01", "limited-capacity", "oms", "no-header-pl-fault"}
    assert example(good, "PL-01/oms/<colour> things/red").tags == shared
    assert example(good, "PL-01/oms/<colour> things/black").tags == shared | {"integration"}


def test_backgrounds_come_first(good: Feature) -> None:
    """The feature's, then the rule's; And and But are of the kind of the step before."""
    plain = example(good, "PL-01/oms/Plain")
    assert [(step.type, step.text, step.line) for step in plain.steps] == [
        ("given", "the catalogue", 9),
        ("given", "an order with", 16),
        ("when", "it is submitted", 22),
        ("then", "it is charged", 27),
        ("then", "nothing else is", 28),
    ]
    assert plain.steps[1].table == (("line", "product"), ("1", "Thing"))
    assert plain.steps[2].docstring == "with love\n  and care"
    assert [(step.table, step.docstring) for step in plain.steps[3:]] == [(None, None), (None, None)]


def test_placeholders_are_filled_in(good: Feature) -> None:
    """In sentences and in cells, the head of a table among them."""
    red = example(good, "PL-01/oms/<colour> things/red")
    assert red.steps[-1] == Step("given", "the colour is red", 32, (("red", "price"), ("of old", "1")))
    blank = example(good, "PL-01/oms/<colour> things")
    assert blank.steps[-1] == Step("given", "the colour is ", 32, (("", "price"), ("of old", "2")))


def test_where_an_example_is_written(good: Feature) -> None:
    """An example at its title, a row at the row."""
    lines = [e.line for e in good.rules[0].examples]
    assert lines == [21, 21, 38, 39, 44, 44]


def test_locations_are_counted_from_the_features() -> None:
    """So that they are the same wherever the kit is installed."""
    for feature in EDITION.features:
        for rule in feature.rules:
            for e in rule.examples:
                name, _, line = e.location.rpartition(":")
                assert name == e.file == feature.file
                text = (EDITION.features_folder / name).read_text(encoding="utf-8")
                assert text.splitlines()[int(line) - 1].lstrip()[:1] in "ES|"


def test_another_language(tmp_path: Path) -> None:
    """Gherkin's own keywords, whatever the language."""
    text = "# language: de\nFunktionalität: Ö\n@PL-01\nRegel: R\n@oms\nBeispiel: Ä\nAngenommen x\nWenn y\nDann z\n"
    (only,) = read(tmp_path, text).rules[0].examples
    assert str(only.id) == "PL-01/oms/Ä"
    assert [step.type for step in only.steps] == ["given", "when", "then"]


@pytest.mark.parametrize(
    ("text", "line", "problem", "remedy"),
    [
        pytest.param("", 1, "no feature in this file", "begin it with 'Feature:'", id="empty"),
        pytest.param("\n# nothing\n", 1, "no feature in this file", "begin it with 'Feature:'", id="only a comment"),
        pytest.param(
            "Feature: F\n  @PL-01\n  Rule: R\n    Example: E\n      Given x\n      Whenever y\n",
            6, "does not parse as Gherkin", "see features/README.md", id="no keyword",
        ),
        pytest.param(
            "Feature: F\n  @PL-01\n  Rule: R\n    Example: E\n      Given x\n        | a | b |\n        | c |\n",
            7, "does not parse as Gherkin: the row has more cells", "see features/README.md", id="ragged table",
        ),
        pytest.param(
            "# language: xx\nFeature: F\n", 1, "Language not supported: xx", "see features/README.md", id="language"
        ),
        pytest.param(
            "Feature: F\n  @PL-01 @oms\n  Example: E\n    Given x\n",
            3, "an example stands outside a Rule", "move it below its Rule", id="an example outside a Rule",
        ),
        pytest.param(
            "@PL-01\nFeature: F\n  Rule: R\n    @oms @PL-02\n    Example: E\n      Given x\n",
            3, "the Rule bears 0 rule ids", "tag it with one", id="no id",
        ),
        pytest.param(
            "Feature: F\n  @PL-01\n  Rule: R\n    Example: E\n      Given x\n  @PL-02 @oms @PL-03\n  Rule: S\n",
            7, "the Rule bears 2 rule ids", "tag it with one", id="two ids, no example",
        ),
        pytest.param(
            "Feature: F\n  @pl-01\n  Rule: R\n", 3, "the Rule bears 0 rule ids", "tag it with one", id="small"
        ),
    ],
)  # fmt: skip
def test_each_mistake_is_told(tmp_path: Path, text: str, line: int, problem: str, remedy: str) -> None:
    """One line: the file, the line in it, what is wrong, what to do."""
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    told = str(caught.value)
    assert told.startswith(f"{tmp_path / 'things.feature'}:{line}: ")
    assert problem in told
    assert remedy in told
    assert "\n" not in told


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing one, and one that is not UTF-8."""
    latin, missing = tmp_path / "latin.feature", tmp_path / "none.feature"
    latin.write_bytes("Feature: Händler\n".encode("latin-1"))
    for file, remedy in ((latin, "save the file as UTF-8"), (missing, "name a feature file, or a folder")):
        with pytest.raises(UsageError) as caught:
            read_feature(file, tmp_path, ())
        assert str(caught.value).startswith((f"{file}: cannot be read: ", f"{file}:1: not text in UTF-8: "))
        assert str(caught.value).endswith(remedy)
        assert "Errno" not in str(caught.value)


def test_the_digest_hangs_on_every_byte(tmp_path: Path) -> None:
    """Of every feature file, and on where it lies; on nothing else."""
    (tmp_path / "features" / "area").mkdir(parents=True)
    one, two = tmp_path / "features" / "area" / "one.feature", tmp_path / "features" / "two.feature"
    digests: list[str] = []

    def digest() -> str:
        return replace(EDITION, folder=tmp_path).digests["features"]

    def changed() -> None:
        digests.append(digest())
        assert len(set(digests)) == len(digests)

    one.write_bytes(b"Feature: 1\n")
    two.write_bytes(b"Feature: 2\n")
    changed()
    one.write_bytes(b"Feature: 1\r\n")
    changed()
    one.write_bytes(b"Feature: 1")
    changed()
    one.write_bytes(b"Feature: 1Feature: 2\n")
    two.write_bytes(b"")
    changed()
    two.rename(two.with_name("three.feature"))
    changed()
    one.unlink()
    changed()
    (tmp_path / "features" / "notes.txt").write_text("no feature")
    assert digest() == digests[-1]
    assert digests[-1].startswith("sha256:")


def test_every_file_is_read_once() -> None:
    """All that lie below features/, in the order of their paths."""
    read = [EDITION.features_folder / feature.file for feature in EDITION.features]
    assert read == list(EDITION.feature_files) == sorted(EDITION.feature_files)
    assert EDITION.features is EDITION.features


def test_features_that_were_kept_are_the_features_that_were_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The first run keeps them in the user's cache folder, the next one takes them from there."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    read, kept = load().features, load().features
    assert read == kept
    (file,) = (tmp_path / "ordertck").iterdir()
    file.write_bytes(b"[[1, 2]]")
    assert load().features == read
