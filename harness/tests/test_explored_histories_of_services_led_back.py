"""Histories of services in which nothing is amiss, though what is led back crosses failures, units or values."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted

HELD = given("the network holds its work")
STEP_OF_EIGHTH = when('the network does a step of line 1 of order "EIGHTH"')
STEP = when('the network does a step of line 1 of order "FOURTH"')
A_CHANGE_OF_PLACE_FAILS_AMID_A_CANCEL_AND_IS_DONE_AFTER_ALL = [
    order("SECOND", "line | asset", "2 | STATIC-24"),
    order("FOURTH", "line", "1"),
    submitted("SECOND"),
    HELD,
    revised(
        "FOURTH",
        "line | action | asset | product | site | quantity",
        "1 | Update | STATIC-24 | Static Address | 3 Harbour Road | 3",
        "2 | Add | STATIC-28 | Static Address | |",
    ),
    when('the network completes line 1 of order "FOURTH"'),
    revised(
        "FOURTH",
        "line | action | asset | product | site | quantity | version",
        "1 | Update | STATIC-24 | Static Address | 7 Church Close | 3 | V4 & v6",
    ),
    when('the CRM cancels order "FOURTH"'),
    given('the network cannot finish line 1 of order "FOURTH"'),
    STEP,
    when('the network does line 1 of order "FOURTH" after all'),
    STEP,
    STEP,
]
UNITS_OF_WHICH_ONE_WAS_GIVEN_A_VALUE = [
    order("FIRST", "line | asset | quantity | number", "1 | VOIP-1 | |", "1.1 | VOIP-2 | 2 | 0049 Köln"),
    order("SECOND", "line", "1"),
    submitted("FIRST"),
    given('the network assigns "number" "40" to line 1.1 of order "FIRST"'),
    given('the network cannot finish line 2 of order "SECOND"'),
    revised("SECOND", "line | action | asset", "1 | Update | VOIP-2", "2 | Add | VOIP-9"),
    when('the network does a step of line 1 of order "SECOND"'),
    revised("SECOND", "line | product", "2 | VoIP Voicemail"),
]
A_VALUE_NAMED_BY_A_CHANGE_THAT_WAS_TAKEN_OUT = [
    order("FIRST", "line | asset | number", "1 | VOIP-1 |", "1.1 | VOIP-2 | 0049 Köln"),
    order("SECOND", "line", "1"),
    given('the network cannot do line 1.1 of order "FIRST"'),
    submitted("FIRST"),
    given('the network assigns "number" "40" to line 1.1 of order "FIRST"'),
    when('the network does line 1.1 of order "FIRST" after all'),
    given('the network cannot finish line 2 of order "SECOND"'),
    revised("SECOND", "line | action | asset | number", "1 | Update | VOIP-2 | 0049 Köln", "2 | Add | VOIP-9 |"),
    when('the network does a step of line 1 of order "SECOND"'),
    revised("SECOND", "line | product", "2 | VoIP Voicemail"),
]
MORE_ARE_ADDED_AND_CALLED_OFF_IN_PART = [
    order("SIXTH", "line | asset | quantity", "2 | HOME-8 |", "2.2 | STATIC-10 | 3"),
    order("EIGHTH", "line | action | asset", "1 | Update | STATIC-10"),
    order("NINTH", "line | action | asset | site", "1 | Move-Add | STATIC-10 | 7 Church Close"),
    HELD,
    submitted("SIXTH"),
    submitted("EIGHTH"),
    STEP_OF_EIGHTH,
    STEP_OF_EIGHTH,
    revised("EIGHTH", "line | action | asset | site | version", "1 | Update | STATIC-10 | 3 Harbour Road | v4"),
    STEP_OF_EIGHTH,
    STEP_OF_EIGHTH,
    STEP_OF_EIGHTH,
    revised(
        "EIGHTH",
        "line | action | asset | site | quantity | version",
        "1 | Update | STATIC-10 | 3 Harbour Road | 4 | v4",
    ),
    STEP_OF_EIGHTH,
    STEP_OF_EIGHTH,
    STEP_OF_EIGHTH,
    when('the CRM cancels order "EIGHTH"'),
    submitted("NINTH"),
    when('the network does a step of line 1 of order "NINTH"'),
]

RESUMED_WHEN_THE_SUSPENSION_WAS_CANCELLED = [
    order("BASE", "line | asset", "1 | INTERNET-1"),
    order("SECOND", "line | action | asset", "1 | Suspend | INTERNET-1", "2 | Add | STATIC-2"),
    order("FOURTH", "line | action | asset", "2 | Resume | INTERNET-1"),
    given('order "BASE" is fulfilled in the network'),
    HELD,
    submitted("SECOND"),
    when('the network does a step of line 1 of order "SECOND"'),
    when('the CRM cancels order "SECOND"'),
    when('the network completes all its work for order "SECOND"'),
    when('the CRM resumes order "SECOND"'),
    submitted("FOURTH"),
]

HALF_MOVED_TO_A_PLACE_AND_CHANGED_AGAIN = [
    order("THIRD", "line | asset", "2 | STATIC-9"),
    order("FIFTH", "line | action | asset | site", "1 | Update | STATIC-9 | 12 Mill Lane"),
    order("SIXTH", "line | action | asset", "1 | Update | STATIC-9"),
    given('order "THIRD" is fulfilled in the network'),
    HELD,
    submitted("FIFTH"),
    when('the CRM cancels order "FIFTH"'),
    *[when('the network does a step of line 1 of order "FIFTH"')] * 4,
    submitted("SIXTH"),
    when('the network does a step of line 1 of order "SIXTH"'),
    when('the CRM cancels order "SIXTH"'),
    when("the network takes up its work again"),
]

A_VALUE_THAT_CAME_WITH_A_STEP_WHICH_RESTS = [
    order("BASE", "line | asset | greeting", "1 | VOIP-1 | Bye"),
    order("FOURTH", "line | action | asset | greeting", "1 | Update | VOIP-1 | own"),
    order("SIXTH", "line | action | asset", "1 | Suspend | VOIP-1"),
    order("EIGHTH", "line | action | asset", "1 | Update | VOIP-1", "2 | Add | VOIP-36"),
    given('order "BASE" is fulfilled in the network'),
    submitted("FOURTH"),
    submitted("SIXTH"),
    HELD,
    submitted("EIGHTH"),
    when('the network completes line 1 of order "EIGHTH"'),
    when('the CRM cancels order "EIGHTH"'),
    when("the network takes up its work again"),
]


@pytest.mark.parametrize(
    ("system", "history"),
    [
        ("som", A_CHANGE_OF_PLACE_FAILS_AMID_A_CANCEL_AND_IS_DONE_AFTER_ALL),
        ("som/styles-0", UNITS_OF_WHICH_ONE_WAS_GIVEN_A_VALUE),
        ("som/styles-0", A_VALUE_NAMED_BY_A_CHANGE_THAT_WAS_TAKEN_OUT),
        ("som/marks-what-is-suspended", RESUMED_WHEN_THE_SUSPENSION_WAS_CANCELLED),
        ("som/waits-for-what-is-under-way", HALF_MOVED_TO_A_PLACE_AND_CHANGED_AGAIN),
        ("som/changes-values-in-one-step", A_VALUE_THAT_CAME_WITH_A_STEP_WHICH_RESTS),
        ("som/styles-9", MORE_ARE_ADDED_AND_CALLED_OFF_IN_PART),
    ],
)
def test_what_is_led_back_is_not_objected_to(system: str, history: list[Step]) -> None:
    """Neither a late success of what was given up, nor which unit a value belongs to, is told by any document."""
    assert objections(system, history) == []
