"""Histories of order systems that are cancelled twice, told of a flawed version, or change one thing by two lines."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

LINES = "line | product | price list"
HELD = given("provisioning holds its work")
GOES_ON = when("provisioning takes up its work again")
CANCELLED = when('the CRM cancels order "SECOND"')
CHANGED = "line | action | asset | price list"
HOME = given("the customer has", table("asset | price list | number", "HOME | | 555-0101"))
VALUED = when('provisioning reports the value "0019" of "number" of line 1 of order "SECOND"')

REVISED_AFTER_A_SECOND_CANCEL = [
    order("SECOND", CHANGED, "1 | Update | HOME |"),
    HOME,
    HELD,
    submitted("SECOND"),
    QUIET,
    CANCELLED,
    QUIET,
    CANCELLED,
    QUIET,
    VALUED,
    revised("SECOND", "line | price list | number", "1 | | 555-0100"),
    QUIET,
    GOES_ON,
]
FAILED_BEFORE_AND_AFTER_A_FLAWED_VERSION = [
    order("FIRST", LINES, "1 | VoIP Access |"),
    given('provisioning cannot do line 1 of order "FIRST"'),
    submitted("FIRST"),
    QUIET,
    revised("FIRST", "line | price list", "1 |"),
    QUIET,
    revised("FIRST", LINES, "1 | VoIP Access |"),
]
TWO_LINES_MOVE_ONE_THING = [
    order("SECOND", CHANGED, "1 | Update | HOME |"),
    HOME,
    HELD,
    when("billing holds its work"),
    submitted("SECOND"),
    when("billing takes up its work again"),
    when("billing holds its work"),
    QUIET,
    when('provisioning completes line 1 of order "SECOND"'),
    QUIET,
    revised(
        "SECOND", f"{CHANGED} | site", "1 | Update | HOME | | 3 Harbour Road", "3 | Update | HOME | | 7 Church Close"
    ),
    QUIET,
    GOES_ON,
    QUIET,
    when("billing takes up its work again"),
]
UPDATED_AND_MOVED_BY_ONE_ORDER = [
    order(
        "FIRST",
        f"{CHANGED} | site | number",
        "1 | Update | HOME | | | 555-0100",
        "2 | Move-Add | HOME | | 3 Harbour Road |",
        "3 | Move-Delete | HOME | | 12 Mill Lane |",
    ),
    given("the customer has", table("asset | price list | site", "HOME | | 12 Mill Lane")),
    submitted("FIRST"),
]
BASE = [
    order("FIRST", LINES, "1 | Internet Access |", "2 | Static Address |"),
    order("SECOND", f"{LINES} | depends on", "1 | Installation | | line 2 of FIRST"),
    given('provisioning cannot do line 2 of order "FIRST"'),
    *map(submitted, ("FIRST", "SECOND")),
    QUIET,
]
TAKEN_OUT = revised("SECOND", LINES, "2 | VoIP Service Bundle |")
BUILDS_ON_ANOTHER = revised("SECOND", f"{LINES} | depends on", "1 | Installation | | line 1 of FIRST")
ONE_MORE = revised("SECOND", f"{LINES} | depends on", "1 | Installation | | line 2 of FIRST", "2 | Static Address | |")


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("oms/hears-a-second-cancel-in-silence", REVISED_AFTER_A_SECOND_CANCEL),
        ("oms", REVISED_AFTER_A_SECOND_CANCEL),
        ("oms/asks-anew-for-what-failed", FAILED_BEFORE_AND_AFTER_A_FLAWED_VERSION),
        ("oms/begins-a-bundle-after-its-components", TWO_LINES_MOVE_ONE_THING),
        ("oms", UPDATED_AND_MOVED_BY_ONE_ORDER),
        ("oms", [*BASE, TAKEN_OUT]),
        ("oms", [*BASE, BUILDS_ON_ANOTHER]),
        ("oms", [*BASE, ONE_MORE]),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, [*steps, QUIET]) == []
