"""What a text says: whatever a system writes, it is a value or none, and no fault of the kit's."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from ordertck.harness.reading import amount_in, instant_in, universal, whole_in

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["2026-03-02T09:00:00Z", "2026-03-02t09:00:00z", "2026-03-02T10:00:00.000+01:00", "2026-03-02T08:59:60Z"],
)
def test_one_instant_is_written_in_many_ways(text: str) -> None:
    """Letters of either case, any zone, parts of a second, a leap second: RFC 3339 has them all."""
    assert instant_in(text) == NINE


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-45T99:99:99Z", "0000-01-01T00:00:00Z"])
def test_no_instant(text: str) -> None:
    assert instant_in(text) is None


def test_the_ends_of_the_calendar() -> None:
    """An instant that universal time has no date for stays as it is."""
    first, last = instant_in("0001-01-01T00:00:00+23:59"), instant_in("9999-12-31T23:59:59-23:59")
    assert first and last
    assert universal(first) == first
    assert universal(last) == last


def test_amounts() -> None:
    assert amount_in("30.00") == amount_in("30") == Decimal(30)
    assert str(amount_in("1200.50")) == "1200.5"
    none = ("", "NaN", "sNaN", "Infinity", "1e999999999", "1_0", "٣", "9" * 99)
    assert {amount_in(text) for text in none} == {None}


def test_whole_numbers() -> None:
    assert [whole_in(text) for text in ("2", "-1", "+3", "Add", "1.5", "", "٣", "9" * 5000)] == [2, -1, 3, *[None] * 5]
