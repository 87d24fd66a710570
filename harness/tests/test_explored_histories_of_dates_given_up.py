"""Histories of order systems in which a dated line is left out, and wanted again for another day."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

LINES = "line | product | price list"
DATED = f"{LINES} | due date"
A_WEEK = when("a week passes")
LEFT_OUT = revised("FIRST", LINES, "1 | Internet Access |")
BACK = revised(
    "FIRST",
    DATED,
    "1 | Internet Access | |",
    "2 | Static Address | | in 20 days",
    "3 | VoIP Voicemail | | in 20 days",
)


def _wanted_again(*before: Step, date: str = "in 5 days") -> list[Step]:
    """Lines of one date are left out, be it after something else has come about, and are wanted again for later."""
    first = order(
        "FIRST", DATED, "1 | Internet Access | |", f"2 | Static Address | | {date}", f"3 | VoIP Voicemail | | {date}"
    )
    held = given("provisioning holds its work")
    return [first, held, submitted("FIRST"), QUIET, *before, LEFT_OUT, QUIET, BACK, QUIET, A_WEEK]


def test_a_line_that_was_left_out_before_it_was_begun_has_lost_its_date() -> None:
    said = objections("oms/notes-the-first-of-lines-that-wait", _wanted_again())
    assert any("before its date" in each for each in said)


@pytest.mark.parametrize("before", [[], [A_WEEK]])
def test_nothing_is_objected_to(before: list[Step]) -> None:
    """Whether the line was begun when it was left out, so that a new date may be of no effect, or was not."""
    assert objections("oms", _wanted_again(*before)) == []
    assert objections("oms", _wanted_again(*before, date="")) == []


def test_a_date_of_the_header_that_came_too_late_is_of_no_effect_on_what_comes_back() -> None:
    """The order was begun by then, though the version may have crossed that."""
    later = when('order "FIRST" is revised for "in 1 day" to', table(LINES, "2 | Internet Access |"))
    first, held = order("FIRST", LINES, "1 | Fibre Connection |"), given("provisioning holds its work")
    steps = [first, held, submitted("FIRST"), later, QUIET, revised("FIRST", LINES, "1 | Fibre Connection |"), QUIET]
    assert objections("oms/tells-nothing-of-what-stays-as-it-is", steps) == []
    assert objections("oms", steps) == []
