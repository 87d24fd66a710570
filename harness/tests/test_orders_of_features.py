"""Orders as features write them: what becomes an order begins its name with what it is, and a row may be many lines."""

import pytest

from ordertck.harness.bench.orders import Order, draft_lines, rows_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("HOME", "order"),
        ("SECOND HOME", "order"),
        ("quote", "order"),
        ("quote SECOND HOME", "quote"),
        ("opportunity HOME", "opportunity"),
    ],
)
def test_only_a_quote_or_an_opportunity_is_no_order(name: str, kind: str) -> None:
    assert Order(name, "1", None, None).kind == kind


def test_a_row_of_several_lines_is_a_row_for_each() -> None:
    """Beside rows of one line, the last one included; any other column says what it says."""
    lines = draft_lines([["line", "product", "site"], ["1", "Handset", ""], ["2 to 12", "Static Address", "1 to 3"]])
    assert [(line.number, line.product) for line in lines] == [
        ("1", "Handset"),
        *((str(number), "Static Address") for number in range(2, 13)),
    ]
    assert {line.site for line in lines[1:]} == {"1 to 3"}


def test_only_numbers_make_several_lines() -> None:
    assert [row["line"] for row in rows_of([["line"], ["1 to x"], ["3 to 3"], ["4 to 3"]])] == ["1 to x", "3"]
