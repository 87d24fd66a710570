"""Values in evidence: as people write them, not as a programming language does."""

import pytest

from ordertck.harness.text import in_words
from ordertck.steps.words import listed


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "blank"),
        ("", "blank"),
        (7, "7"),
        ("12 Mill Lane", "12 Mill Lane"),
        ({}, "nothing"),
        ([], "nothing"),
        ({"speed": "100", "upload": ""}, "speed 100, upload blank"),
        ([{"speed": "100"}, "x"], "(speed 100), x"),
        (("7", None, ("Add", None), ()), "7, (Add)"),
    ],
)
def test_a_value(value: object, said: str) -> None:
    """No braces, no quotation marks, no None."""
    assert in_words(value) == said


def test_a_list_of_records() -> None:
    """Each stands in brackets of its own, so that it is seen where one ends."""
    assert listed([{"id": "A", "amount": "5"}, {"id": "B"}]) == "(id A, amount 5), (id B)"
