"""Histories of services in which nothing is amiss, though places, units or calls cross: each was objected to once."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted

HELD = given("the network holds its work")
GOES_ON = when("the network takes up its work again")
A_PLACE_IS_NAMED_FOR_A_WHILE = [
    order("BASE", "line | asset | quantity", "2 | VOIP-2 | 3"),
    order(
        "SECOND",
        "line | action | asset | product | site | quantity",
        "1 | Update | VOIP-2 | VoIP Access | 12 Mill Lane | 3",
    ),
    given('order "BASE" is fulfilled in the network'),
    submitted("SECOND"),
    revised("SECOND", "line | action | asset | product", "1 | Update | VOIP-2 | VoIP Access"),
]
FAILED_WHERE_IT_IS_NOT_WANTED_ANY_MORE = [
    order("SECOND", "line | product", "1 | Internet Access"),
    given('the network cannot do line 1 of order "SECOND"'),
    submitted("SECOND"),
    revised("SECOND", "line | product | site", "1 | Internet Access | 7 Church Close"),
    when('the network does line 1 of order "SECOND" after all'),
]
THE_UNIT_THAT_HAD_A_VALUE_IS_GONE = [
    order("THIRD", "line | product | quantity", "1 | Home Starter Pack |", "1.2 | Static Address | 3"),
    HELD,
    submitted("THIRD"),
    given('the network assigns "port" "0070" to line 1.2 of order "THIRD"'),
    revised("THIRD", "line | product", "1 | Home Starter Pack", "1.2 | Static Address"),
    when('the network does a step of line 1.2 of order "THIRD"'),
    given('the network assigns "port" "7-12" to line 1.2 of order "THIRD"'),
    GOES_ON,
]
A_VALUE_COMES_AS_ITS_ORDER_RESTS = [
    order("SECOND", "line | product", "2 | Fibre Connection"),
    when("the intake of service order management is held"),
    given('the network assigns "pair" "3" to line 2 of order "SECOND"'),
    submitted("SECOND"),
    when('the CRM suspends order "SECOND"'),
    when("the intake of service order management is released"),
]
ANOTHER_LINE_IS_REVISED_WHILE_THE_ORDER_RESTS = [
    order("SECOND", "line | product | site", "3 | VoIP Service Bundle |", "3.1 | VoIP Access | 7 Church Close"),
    given('the network cannot do line 3.1 of order "SECOND"'),
    submitted("SECOND"),
    when('the CRM suspends order "SECOND"'),
    QUIET,
    revised(
        "SECOND",
        "line | product | site",
        "3 | VoIP Service Bundle | 12 Mill Lane",
        "3.1 | VoIP Access | 7 Church Close",
    ),
]
A_CHANGE_THAT_WAS_CALLED_OFF_FAILS = [
    order(
        "SECOND",
        "line | product | site",
        "1 | Home Starter Pack |",
        "1.1 | Internet Access | 12 Mill Lane",
        "1.2 | Static Address |",
    ),
    HELD,
    submitted("SECOND"),
    when('the network completes line 1.1 of order "SECOND"'),
    revised(
        "SECOND",
        "line | product | site | upload",
        "1 | Home Starter Pack | |",
        "1.1 | Internet Access | 12 Mill Lane | 20",
    ),
    when('the CRM cancels order "SECOND"'),
    *[when('the network does a step of line 1.1 of order "SECOND"')] * 2,
    given('the network cannot finish line 1.1 of order "SECOND"'),
    GOES_ON,
]
CANCELLED_WHILE_UNITS_ARE_DONE = [
    order("FIRST", "line | product | quantity", "1 | Static Address | 2"),
    HELD,
    submitted("FIRST"),
    *[when('the network does a step of line 1 of order "FIRST"')] * 3,
    when('the CRM suspends order "FIRST"'),
    when('the CRM cancels order "FIRST"'),
    GOES_ON,
]
CANCELLED_WHILE_ONE_MORE_IS_DONE = [
    order("FOURTH", "line | product | version", "1 | Static Address | v4"),
    HELD,
    submitted("FOURTH"),
    revised("FOURTH", "line | product | quantity | version", "1 | Static Address | 2 | v4"),
    when('the network does what is under way for order "FOURTH"'),
    when('the CRM cancels order "FOURTH"'),
    when('the network does what is under way for order "FOURTH"'),
]

MOVED_AND_THEN_NO_PLACE_NAMED = [
    order("FIRST", "line | asset | site", "1 | VOIP-1 | 12 Mill Lane"),
    order("THIRD", "line | action | asset | product | site", "1 | Update | VOIP-1 | VoIP Voicemail | 3 Harbour Road"),
    submitted("FIRST"),
    QUIET,
    submitted("THIRD"),
    revised("THIRD", "line | action | asset | product", "1 | Update | VOIP-1 | VoIP Voicemail"),
]
A_FOURTH_UNIT_IS_TAKEN_BACK = [
    order("BASE", "line | asset | quantity | number", "1 | VOIP-1 | 3 | 0049 Köln"),
    order("SECOND", "line | action | asset | quantity | number", "1 | Update | VOIP-1 | 4 | 020 7946 0123"),
    given('order "BASE" is fulfilled in the network'),
    submitted("SECOND"),
    given('the network cannot finish line 1 of order "SECOND"'),
    when('the CRM cancels order "SECOND"'),
    when('the network does line 1 of order "SECOND" after all'),
]
CANCELLED_WHILE_IT_MOVES_AND_GROWS = [
    order("FIRST", "line | asset | site", "2 | VOIP-2 | 7 Church Close"),
    order("SECOND", "line | action | asset | site | quantity", "1 | Update | VOIP-2 | 3 Harbour Road | 2"),
    order("FOURTH", "line", "1"),
    HELD,
    submitted("FIRST"),
    submitted("SECOND"),
    *[when('the network does a step of line 1 of order "SECOND"')] * 2,
    when('the CRM cancels order "SECOND"'),
    revised("FOURTH", "line | product", "1 | VoIP Service Bundle", "1.1 | VoIP Access"),
    when('the network does a step of line 1 of order "FOURTH"'),
]
CHANGES_BEHIND_ONE_THAT_FAILED = [
    order("BASE", "line | asset", "1 | VOIP-1", "1.1 | VOIP-2"),
    order("SECOND", "line | action | asset | number", "2 | Update | VOIP-2 | 0049 Köln"),
    given('order "BASE" is fulfilled in the network'),
    HELD,
    submitted("SECOND"),
    given('the network cannot finish line 2 of order "SECOND"'),
    when('the CRM cancels order "SECOND"'),
    when('the network completes line 2 of order "SECOND"'),
]

A_FAILED_CHANGE_IS_UNDONE_AND_SET_UP_ELSEWHERE = [
    order("SECOND", "line | product", "2 | VoIP Voicemail"),
    HELD,
    submitted("SECOND"),
    given('the network cannot finish line 2 of order "SECOND"'),
    revised("SECOND", "line | product | greeting", "1 | Static Address |", "2 | VoIP Voicemail | own"),
    *[when('the network does a step of line 2 of order "SECOND"')] * 2,
    revised("SECOND", "line | product | site", "2 | VoIP Voicemail | 12 Mill Lane"),
    when('the network does what is under way for order "SECOND"'),
]
REVISED_TO_ANOTHER_PLACE_WHEN_IT_IS_COMPLETE = [
    order("FIRST", "line | asset", "2 | VOIP-4"),
    order(
        "FOURTH",
        "line | action | asset | product | site | quantity",
        "1 | Update | VOIP-4 | VoIP Access | 7 Church Close | 3",
    ),
    submitted("FIRST"),
    submitted("FOURTH"),
    QUIET,
    revised("FOURTH", "line | action | asset | product | site", "1 | Update | VOIP-4 | VoIP Access | 3 Harbour Road"),
]
RESUMED_WHERE_IT_MAY_NOT_REST = [
    order("BASE", "line | asset | site", "1 | VOIP-1 |", "1.2 | VOIP-3 | 3 Harbour Road"),
    order("FOURTH", "line | action | asset | site", "1 | Move-Add | VOIP-3 | 7 Church Close"),
    order("SIXTH", "line | action | asset | site", "2 | Suspend | VOIP-3 | 7 Church Close"),
    order("EIGHTH", "line | action | asset", "1 | Resume | VOIP-3"),
    given('order "BASE" is fulfilled in the network'),
    *map(submitted, ("FOURTH", "SIXTH", "EIGHTH")),
]
CHANGED_AT_ONE_OF_TWO_PLACES = [
    order("FIRST", "line | asset | site", "1 | VOIP-1 | 3 Harbour Road"),
    order(
        "THIRD", "line | action | asset | site", "1 | Move-Add | VOIP-1 | 7 Church Close", "2 | Move-Delete | VOIP-1 |"
    ),
    order("FOURTH", "line | action | asset | site", "1 | Move-Add | VOIP-1 | 3 Harbour Road"),
    order("FIFTH", "line | action | asset | greeting", "1 | Update | VOIP-1 | own"),
    *map(submitted, ("FIRST", "THIRD", "FOURTH", "FIFTH")),
]

REVISED_AS_NOTHING_WAS_TO_BE_DONE = [
    order("FIRST", "line | product | asset", "2 | VoIP Service Bundle | VOIP-2"),
    order("SECOND", "line | action | asset", "1 | Resume | VOIP-2"),
    given('order "FIRST" is fulfilled in the network'),
    HELD,
    submitted("SECOND"),
    revised("SECOND", "line | action | asset", "1 | Resume | VOIP-2", "1.1 | Add | VOIP-8"),
    when('the CRM cancels order "SECOND"'),
]

SUSPENDED_TWICE_UNDER_TWO_PLACES = [
    order("SECOND", "line | asset", "2 | VOIP-5", "2.1 | VOIP-6"),
    order("SIXTH", "line | action | asset | site", "1 | Suspend | VOIP-6 | 12 Mill Lane"),
    order("NINTH", "line | action | asset | site", "1 | Suspend | VOIP-6 | 7 Church Close"),
    *map(submitted, ("SECOND", "SIXTH", "NINTH")),
]
CANCELLED_WHEN_ALL_BUT_THE_IMPOSSIBLE_IS_DONE = [
    order("FIRST", "line | product", "1 | Internet Access", "3 | Moon Base"),
    HELD,
    submitted("FIRST"),
    when('the CRM resumes order "FIRST"'),
    when('the network does what is under way for order "FIRST"'),
    when('the CRM cancels order "FIRST"'),
]
MOVED_AND_BACK_AGAIN = [
    order("BASE", "line | asset | site", "2 | VOIP-2 | 3 Harbour Road"),
    order("SEVENTH", "line | action | asset | site", "2 | Update | VOIP-2 | 12 Mill Lane"),
    given('order "BASE" is fulfilled in the network'),
    submitted("SEVENTH"),
    revised("SEVENTH", "line | action | asset | site", "2 | Update | VOIP-2 | 3 Harbour Road"),
]
A_VALUE_COMES_WHILE_IT_IS_LED_BACK = [
    order("SECOND", "line | asset", "1 | INTERNET-6"),
    order("FIFTH", "line | action | asset", "1 | Update | INTERNET-6"),
    HELD,
    given('the network assigns "port" "7-12" to line 1 of order "SECOND"'),
    submitted("SECOND"),
    when('the network completes line 1 of order "SECOND"'),
    submitted("FIFTH"),
    given('the network assigns "pair" "3" to line 1 of order "FIFTH"'),
    when('the CRM cancels order "FIFTH"'),
    given('the network assigns "port" "0070" to line 1 of order "FIFTH"'),
    when('the network completes line 1 of order "FIFTH"'),
]
_SET_UP_HERE_AND_THERE = [
    order("FIRST", "line | product | asset | site | speed", "1 | Internet Access | HOME | 3 Harbour Road | 500"),
    order("SECOND", "line | action | product | asset | site", "1 | Move-Add | Internet Access | HOME | 7 Church Close"),
]
TAKEN_AWAY_AT_ONE_OF_TWO_PLACES = [
    *_SET_UP_HERE_AND_THERE,
    order(
        "FIFTH",
        "line | action | product | asset | site",
        "1 | Move-Delete | Internet Access | HOME |",
        "2 | Move-Add | Internet Access | HOME | 3 Harbour Road",
    ),
    *(submitted(name) for name in ("FIRST", "SECOND", "FIFTH")),
]
SET_UP_WHERE_IT_STANDS = [
    *_SET_UP_HERE_AND_THERE,
    order(
        "FIFTH",
        "line | action | product | asset | site",
        "1 | Move-Delete | Internet Access | HOME | 7 Church Close",
        "2 | Move-Add | Internet Access | HOME | 3 Harbour Road",
    ),
    order("SIXTH", "line | action | product | asset", "1 | Move-Delete | Internet Access | HOME"),
    given("the network holds its work"),
    *(submitted(name) for name in ("FIRST", "SECOND", "FIFTH", "SIXTH")),
    *[when('the network does a step of line 1 of order "SIXTH"')] * 2,
    when('the CRM cancels order "SIXTH"'),
    when("the network takes up its work again"),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("som", A_PLACE_IS_NAMED_FOR_A_WHILE),
        ("som/tasks-together", FAILED_WHERE_IT_IS_NOT_WANTED_ANY_MORE),
        ("som/styles-5", THE_UNIT_THAT_HAD_A_VALUE_IS_GONE),
        ("som/calls-off-what-is-suspended", A_VALUE_COMES_AS_ITS_ORDER_RESTS),
        ("som/tries-failures-again-with-a-revision", ANOTHER_LINE_IS_REVISED_WHILE_THE_ORDER_RESTS),
        ("som/tasks-together", A_CHANGE_THAT_WAS_CALLED_OFF_FAILS),
        ("som/styles-3", CANCELLED_WHILE_UNITS_ARE_DONE),
        ("som/styles-5", CANCELLED_WHILE_ONE_MORE_IS_DONE),
        ("som", MOVED_AND_THEN_NO_PLACE_NAMED),
        ("som/styles-0", MOVED_AND_THEN_NO_PLACE_NAMED),
        ("som/styles-0", A_FOURTH_UNIT_IS_TAKEN_BACK),
        ("som/styles-0", CANCELLED_WHILE_IT_MOVES_AND_GROWS),
        ("som/styles-12", CHANGES_BEHIND_ONE_THAT_FAILED),
        ("som", A_FAILED_CHANGE_IS_UNDONE_AND_SET_UP_ELSEWHERE),
        ("som", REVISED_TO_ANOTHER_PLACE_WHEN_IT_IS_COMPLETE),
        ("som", RESUMED_WHERE_IT_MAY_NOT_REST),
        ("som", CHANGED_AT_ONE_OF_TWO_PLACES),
        ("som", REVISED_AS_NOTHING_WAS_TO_BE_DONE),
        ("som/changes-and-counts-in-one-step", SUSPENDED_TWICE_UNDER_TWO_PLACES),
        ("som/tasks-together", CANCELLED_WHEN_ALL_BUT_THE_IMPOSSIBLE_IS_DONE),
        ("som/styles-0", MOVED_AND_BACK_AGAIN),
        ("som", TAKEN_AWAY_AT_ONE_OF_TWO_PLACES),
        ("som", SET_UP_WHERE_IT_STANDS),
        ("som/changes-and-counts-in-one-step", A_VALUE_COMES_WHILE_IT_IS_LED_BACK),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
