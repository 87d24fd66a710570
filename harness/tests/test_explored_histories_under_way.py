"""Histories in which something is under way, or failed, when what it is about is wanted otherwise, or wanted again."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

HELD = given("provisioning holds its work")
BUNDLE = ("2 | VoIP Service Bundle |", "2.2 | Handset Kit |", "2.2.1 | Handset |")
LINES = "line | product | price list"
BUILDS_ON = "line | action | product | asset | price list | depends on"
DONE_AFTER_ALL_WHEN_IT_IS_WANTED_AGAIN = [
    order("FIRST", LINES, *BUNDLE),
    HELD,
    submitted("FIRST"),
    QUIET,
    revised("FIRST", LINES, "1 | VoIP Service Bundle |"),
    revised("FIRST", LINES, *BUNDLE),
    when('provisioning cannot do line 2.2.1 of order "FIRST"'),
    when('provisioning completes line 2.2.1 of order "FIRST"'),
    when('provisioning does line 2.2.1 of order "FIRST" after all'),
]
ANOTHER_ORDER_ABOUT_IT_IS_NOT_OVER = [
    order("SECOND", "line | asset | price list", "1 | STATIC-1 |", "2 | HOME |"),
    order("THIRD", "line | action | asset | price list", "1 | Resume | HOME |"),
    given("the customer has", table("asset | price list", "HOME |", "OFFICE |")),
    submitted("SECOND"),
    when('provisioning cannot do line 1 of order "SECOND"'),
    submitted("THIRD"),
]
BUILDS_ON_WHAT_WAS_CANCELLED_JUST_NOW = [
    order("THIRD", "line | price list", "1 |"),
    order("FOURTH", BUILDS_ON, "1 | Update | Welcome Promotion | | | line 1 of THIRD"),
    order("EIGHTH", "line | product | price list | depends on", "1 | Welcome Promotion | | line 1 of FOURTH"),
    submitted("FOURTH"),
    when('the CRM cancels order "FOURTH"'),
    submitted("EIGHTH"),
]
ITS_BASE_ORDER_COMES_BEFORE_ITS_DATE = [
    order("THIRD", "line | asset | price list", "1 | HOME-3 |"),
    order(
        "FOURTH",
        "line | action | asset | price list | depends on | due date",
        "1 | Update | HOME-3 | | line 1 of THIRD | in 3 days at 23:30 +05:30",
    ),
    submitted("FOURTH"),
    submitted("THIRD"),
    when("a week passes"),
]
MORE_URGENT_WHILE_IT_WAITS = [
    given("orders held at provisioning take every place"),
    when("these orders are submitted", table("order", "FIFTH", "SIXTH", "SEVENTH")),
    when('order "SIXTH" has priority High'),
    revised("SIXTH", LINES, "1 | Internet Access |"),
    when('provisioning completes all its work for order "PLACE3"'),
]

ITS_BASE_LINE_WAITS_TO_BE_WORKED_IN = [
    order("FOURTH", LINES, "1 | VoIP Service Bundle |"),
    order("FIFTH", "line | product | price list | depends on", "1 | VoIP Voicemail | | line 2.2 of FOURTH"),
    HELD,
    submitted("FOURTH"),
    revised("FOURTH", LINES, "2 | VoIP Service Bundle |", "2.2 | VoIP Voicemail |"),
    QUIET,
    submitted("FIFTH"),
]
BEGUN_WITH_WHAT_CHANGES_NOTHING = [
    given("the customer has", table("asset | price list", "HOME |", "OFFICE |", "SHED |")),
    given('an order "FIRST" for "in 1 day" with', table("line | price list", "1 |")),
    revised(
        "FIRST",
        "line | action | asset | product | price list | due date",
        "1 | - | SHED | Loyalty Discount | | now",
        "2 | Delete | HOME | VoIP Access | |",
    ),
    revised(
        "FIRST",
        "line | action | asset | product | price list | due date",
        "1 | - | SHED | Loyalty Discount | |",
        "2 | Delete | HOME | VoIP Access | | in 3 days at 23:30 +05:30",
    ),
    QUIET,
    when('the clock comes to the due date of order "FIRST"'),
]
MOVES_TO_TWO_PLACES_AT_ONCE = [
    given("the customer has", table("asset | price list | site", "HOME | | 12 Mill Lane")),
    order(
        "FOURTH",
        "line | action | asset | price list | site",
        "1 | Move-Add | HOME | | 3 Harbour Road",
        "2 | Move-Delete | HOME | | 12 Mill Lane",
        "3 | Move-Add | HOME | | 7 Church Close",
    ),
    submitted("FOURTH"),
]
NOTHING_TO_DO_WITH_THE_OTHER_ONE = [
    given("the customer has", table("asset | price list", "HOME |", "OFFICE |", "SHED |")),
    order("FOURTH", "line | action | asset | price list | version", "1 | Update | OFFICE | | v4"),
    submitted("FOURTH"),
    revised("FOURTH", "line | action | asset | price list", "1 | Update | HOME |"),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("oms/awaits-all-running-work-of-an-order", DONE_AFTER_ALL_WHEN_IT_IS_WANTED_AGAIN),
        ("oms/looks-at-an-asset-in-its-turn", ANOTHER_ORDER_ABOUT_IT_IS_NOT_OVER),
        ("oms", BUILDS_ON_WHAT_WAS_CANCELLED_JUST_NOW),
        ("oms/sets-up-what-no-order-brought", ITS_BASE_ORDER_COMES_BEFORE_ITS_DATE),
        ("oms", MORE_URGENT_WHILE_IT_WAITS),
        ("oms/styles-0", ITS_BASE_LINE_WAITS_TO_BE_WORKED_IN),
        ("oms", BEGUN_WITH_WHAT_CHANGES_NOTHING),
        ("oms", MOVES_TO_TWO_PLACES_AT_ONCE),
        ("oms/styles-0", NOTHING_TO_DO_WITH_THE_OTHER_ONE),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
