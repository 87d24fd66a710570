"""Wording: what a reader has to read twice is found, and nothing else is complained of."""

from pathlib import Path

import pytest

from ordertck.harness.errors import UsageError
from ordertck.harness.tests.support import EDITION
from ordertck.harness.tools import sentences
from ordertck.harness.wording import allowed_in, amiss, complaints, denies_twice

LONG = "The order " + "and the order " * 14 + "wait."


@pytest.mark.parametrize(
    ("sentence", "twice"),
    [
        ("A line without a product is not accepted", True),
        ("Nothing is sent without an order", True),
        ("An order that is not open is not revised", True),
        ("It is past its point of no return, and not complete", False),
        ('The line "no" is not accepted', False),
        ("It waits no longer than the base order does not", False),
    ],
)
def test_denying_twice(sentence: str, twice: bool) -> None:
    """Two negatives in one clause; terms, quotations and clauses of their own do not count."""
    assert denies_twice(sentence) is twice


PASSIVES = "What is sold is held, is billed, and is told."


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (LONG, "has over 40 words: make two of it"),
        ("Nothing is sent without an order", "denies twice in one clause: say what holds"),
        (PASSIVES, "has over 3 passives: say who does what"),
        ("What is sold is held and is billed", None),
    ],
)
def test_what_is_amiss_in_a_sentence(sentence: str, told: str | None) -> None:
    """Too many words, two negatives in one clause, a chain of passives."""
    assert list(amiss(sentence)) == ([told] if told else [])


def test_long_sentences() -> None:
    """Of paragraphs and list items; tables, headings and code are no sentences."""
    text = f"# Title {LONG}\n\nShort.\n{LONG}\n\n- {LONG}\n\n| {LONG} |\n\n```\n{LONG}\n```\n"
    assert [line for line, _ in complaints(text, ())] == [3, 6]
    assert list(complaints(text, ("The order and",))) == []


def test_the_page_of_sentences() -> None:
    """It is made by make pages, and holds every definition."""
    assert sentences.FILE.read_text(encoding="utf-8") == sentences.page(EDITION)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"allowd = []", "'allowed' is no list of texts"),
        (b"allowed = [1]", "'allowed' is no list of texts"),
        (b"allowed = [", "1: not TOML"),
        (b"\xed", " not text in UTF-8"),
    ],
)
def test_what_may_stay_is_told_where_it_cannot_be_read(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "wording.toml").write_bytes(content)
    with pytest.raises(UsageError, match=rf"wording\.toml: ?{said}"):
        allowed_in(tmp_path / "wording.toml")
