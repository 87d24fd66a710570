"""Histories that exploration came to: what they showed of the reference, of the oracle and of permitted systems."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted

NETWORK_HELD = given("the network holds its work")
_CHANGE = [
    order("BASE", "line | product | asset", "1 | Internet Access | HOME"),
    order("SECOND", "line | action | product | asset | upload", "1 | Update | Internet Access | HOME | 10"),
    given('order "BASE" is fulfilled in the network'),
    NETWORK_HELD,
    submitted("SECOND"),
]
_FAILS = given('the network cannot do line 1 of order "SECOND"')
_AFTER_ALL = when('the network does line 1 of order "SECOND" after all')
A_CHANGE_FAILS_AND_IS_CANCELLED = [
    *_CHANGE, _FAILS, when('the network completes line 1 of order "SECOND"'), when('the CRM cancels order "SECOND"'),
    _AFTER_ALL,
]  # fmt: skip
A_CHANGE_IS_CANCELLED_AND_FAILS = [
    *_CHANGE, when('the CRM cancels order "SECOND"'), _FAILS,
    when('the network does a step of line 1 of order "SECOND"'), _AFTER_ALL,
]  # fmt: skip
PUT_BACK_SOMEWHERE = [
    order("BASE", "line | product | asset", "2 | Static Address | HOME"),
    order("FOURTH", "line | action | product | asset | site", "2 | Delete | Static Address | HOME | 12 Mill Lane"),
    given('order "BASE" is fulfilled in the network'),
    NETWORK_HELD,
    submitted("FOURTH"),
    *[when('the network does a step of line 2 of order "FOURTH"')] * 2,
    when('the CRM cancels order "FOURTH"'),
    when("the network takes up its work again"),
]
TRIED_TWICE_AND_CALLED_OFF = [
    order("SECOND", "line | product", "1 | Static Address"),
    NETWORK_HELD,
    _FAILS,
    submitted("SECOND"),
    when('the network does what is under way for order "SECOND"'),
    when('the CRM cancels order "SECOND"'),
]
A_CANCELLED_CHANGE_OF_AN_ASSIGNED_VALUE = [
    order("BASE", "line | product | asset | upload", "1 | Internet Access | HOME | 40"),
    given('the network assigns "upload" "20" to line 1 of order "BASE"'),
    order(
        "SECOND",
        "line | action | product | asset | upload",
        "1 | Update | Internet Access | HOME | 10",
        "2 | Add | Static Address | SHED |",
    ),
    given('order "BASE" is fulfilled in the network'),
    NETWORK_HELD,
    submitted("SECOND"),
    when('the network completes line 1 of order "SECOND"'),
    when('the CRM cancels order "SECOND"'),
    when("the network takes up its work again"),
]
SUSPENDED_WHERE_IT_WAS = [
    order("BASE", "line | product | asset | site", "1 | Static Address | HOME | 3 Harbour Road"),
    order("SECOND", "line | action | product | asset | site", "1 | Update | Static Address | HOME | 12 Mill Lane"),
    order("FOURTH", "line | action | product | asset | site", "1 | Suspend | Static Address | HOME | 3 Harbour Road"),
    given('order "BASE" is fulfilled in the network'),
    submitted("SECOND"),
    submitted("FOURTH"),
]
_BUNDLE = ("line | product", "1 | VoIP Service Bundle", "1.2 | VoIP Access")
TAKEN_OUT_AND_PUT_BACK_AT_ONCE = [
    order("FOURTH", *_BUNDLE),
    submitted("FOURTH"),
    revised("FOURTH", *_BUNDLE[:2]),
    revised("FOURTH", *_BUNDLE),
    given('the network assigns "port" "7-12" to line 1.2 of order "FOURTH"'),
]
REVISED_AS_IT_GOES_ON = [
    order("THIRD", "line | product", "2 | Static Address"),
    NETWORK_HELD,
    submitted("THIRD"),
    *[when('the network does what is under way for order "THIRD"')] * 2,
    when('the CRM suspends order "THIRD"'),
    when('the network does what is under way for order "THIRD"'),
    when('the CRM resumes order "THIRD"'),
    revised("THIRD", "line | product | version", "2 | Static Address | v4"),
    when('the CRM cancels order "THIRD"'),
    when("the network takes up its work again"),
]
ADDED_TWICE_AT_ONE_PLACE = [
    order("BASE", "line | product | asset | site", "2 | Static Address | HOME | 3 Harbour Road"),
    order(
        "FIFTH",
        "line | action | product | asset | site | quantity",
        "2 | Move-Add | Static Address | HOME | 3 Harbour Road | 2",
    ),
    submitted("BASE"),
    submitted("FIFTH"),
]
A_PLACE_IS_NAMED_NO_MORE = [
    order("SECOND", "line", "1"),
    revised("SECOND", "line | product | site", "2 | Static Address | 3 Harbour Road"),
    revised("SECOND", "line | product", "2 | Static Address"),
    QUIET,
]
CHANGED_AT_A_THIRD_PLACE = [
    order("FIRST", "line | product | asset | site", "1 | Internet Access | HOME | 12 Mill Lane"),
    order("SECOND", "line | action | product | asset | site", "1 | Move-Add | Internet Access | HOME | 7 Church Close"),
    order("THIRD", "line | action | product | asset | site", "1 | Update | Internet Access | HOME | 3 Harbour Road"),
    *map(submitted, ("FIRST", "SECOND", "THIRD")),
    QUIET,
]
MOVED_AWAY_WHERE_A_CHANGE_FAILED = [
    order("SECOND", "line | product | site", "2 | VoIP Voicemail | 7 Church Close"),
    NETWORK_HELD,
    given('the network cannot finish line 2 of order "SECOND"'),
    submitted("SECOND"),
    revised("SECOND", "line | product | site | greeting", "2 | VoIP Voicemail | 7 Church Close | own"),
    when('the network does a step of line 2 of order "SECOND"'),
    revised("SECOND", "line | product", "2 | VoIP Voicemail"),
    when("the network takes up its work again"),
]
MOVED_AND_COUNTED_OTHERWISE_AND_CANCELLED = [
    order(
        "BASE",
        "line | product | asset | site | quantity",
        "2 | Internet Access | HOME | |",
        "3 | Internet Access | OFFICE | 12 Mill Lane | 5",
    ),
    order(
        "SECOND",
        "line | action | product | asset | site",
        "1 | Update | Internet Access | OFFICE | 3 Harbour Road",
        "2 | Update | Internet Access | HOME |",
    ),
    given('order "BASE" is fulfilled in the network'),
    NETWORK_HELD,
    submitted("SECOND"),
    when('the network does a step of line 2 of order "SECOND"'),
    when('the CRM cancels order "SECOND"'),
    when('the network completes all its work for order "SECOND"'),
]
CANCELLED_WHILE_A_LATER_ORDER_ENDS_IT = [
    order("THIRD", "line | product | asset", "1 | VoIP Access | PHONE", "2 | Static Address | HOME"),
    order("FOURTH", "line | action | product | asset", "1 | Delete | Static Address | HOME"),
    NETWORK_HELD,
    submitted("THIRD"),
    submitted("FOURTH"),
    when('the network does a step of line 1 of order "THIRD"'),
    when('the CRM cancels order "THIRD"'),
]
FAILED_AND_WANTED_ELSEWHERE = [
    order("THIRD", "line | product", "2 | Fibre Connection"),
    NETWORK_HELD,
    given('the network cannot do line 2 of order "THIRD"'),
    submitted("THIRD"),
    when('the network does a step of line 2 of order "THIRD"'),
    revised("THIRD", "line | product | site", "2 | Fibre Connection | 7 Church Close"),
    when('the network does a step of line 2 of order "THIRD"'),
    when('the network does line 2 of order "THIRD" after all'),
    when("the network takes up its work again"),
]
MENDED_WHILE_THE_NEXT_ORDER_HAS_ITS_TURN = [
    order("SECOND", "line | product", "1 | VoIP Voicemail"),
    order("THIRD", "line | product", "2 | Internet Access"),
    NETWORK_HELD,
    _FAILS,
    submitted("SECOND"),
    submitted("THIRD"),
    revised("SECOND", "line | product | service point", "1 | VoIP Voicemail | Customer"),
    when('the network does what is under way for order "SECOND"'),
    _AFTER_ALL,
    when("the network takes up its work again"),
]
A_CHANGE_OF_WHAT_A_LATER_ORDER_HAS_ENDED = [
    order("FIRST", "line | product | asset", "1 | Static Address | HOME"),
    order(
        "SECOND",
        "line | action | product | asset",
        "1 | Update | Static Address | HOME",
        "2 | Add | Fibre Connection | FIBRE",
    ),
    order("THIRD", "line | action | product | asset", "1 | Delete | Static Address | HOME"),
    NETWORK_HELD,
    submitted("FIRST"),
    submitted("SECOND"),
    when('the network completes line 1 of order "SECOND"'),
    submitted("THIRD"),
    when('the network completes line 1 of order "THIRD"'),
    when('the CRM cancels order "SECOND"'),
    when("the network takes up its work again"),
]
WHAT_TWO_CANCELLED_ORDERS_WERE_ABOUT = [
    order("FIRST", "line | asset", "1 | VOIP-1", "2 | FIBRE-2"),
    order("SECOND", "line | action | asset", "1 | Suspend | FIBRE-2", "2 | Resume | VOIP-1"),
    given('the network cannot do line 2 of order "FIRST"'),
    submitted("FIRST"),
    submitted("SECOND"),
    QUIET,
    when('the CRM cancels order "FIRST"'),
    QUIET,
    when('the CRM cancels order "SECOND"'),
]
FAILS_ON_THE_WAY_BACK = [
    order("BASE", "line | asset | greeting", "2 | VOIP-2 | own"),
    order("SECOND", "line | action | asset | greeting", "1 | Update | VOIP-2 | plain"),
    given('order "BASE" is fulfilled in the network'),
    NETWORK_HELD,
    submitted("SECOND"),
    when('the network does a step of line 1 of order "SECOND"'),
    given('the network cannot finish line 1 of order "SECOND"'),
    when('the CRM cancels order "SECOND"'),
    when('the network completes all its work for order "SECOND"'),
    when('the network does line 1 of order "SECOND" after all'),
]
OVER_AS_IT_GOES_ON = [
    order("BASE", "line | asset", "1 | INTERNET-1"),
    order("FOURTH", "line | action | asset", "1 | Suspend | INTERNET-1"),
    given('order "BASE" is fulfilled in the network'),
    NETWORK_HELD,
    submitted("FOURTH"),
    revised("FOURTH", "line | action | asset", "1 | Suspend | INTERNET-1", "3 | Add | INTERNET-9"),
    *[when('the network does a step of line 3 of order "FOURTH"')] * 2,
    when('the CRM suspends order "FOURTH"'),
    when('the network does what is under way for order "FOURTH"'),
    when('the CRM resumes order "FOURTH"'),
    revised("FOURTH", "line | action | asset", "1 | Suspend | INTERNET-1"),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("som", A_CANCELLED_CHANGE_OF_AN_ASSIGNED_VALUE),
        ("som", REVISED_AS_IT_GOES_ON),
        ("som", ADDED_TWICE_AT_ONE_PLACE),
        ("som", A_PLACE_IS_NAMED_NO_MORE),
        ("som", CHANGED_AT_A_THIRD_PLACE),
        ("som", MOVED_AWAY_WHERE_A_CHANGE_FAILED),
        ("som", A_CHANGE_FAILS_AND_IS_CANCELLED),
        ("som", A_CHANGE_IS_CANCELLED_AND_FAILS),
        ("som", PUT_BACK_SOMEWHERE),
        ("som", SUSPENDED_WHERE_IT_WAS),
        ("som", TAKEN_OUT_AND_PUT_BACK_AT_ONCE),
        ("som/waits-for-what-is-under-way", TAKEN_OUT_AND_PUT_BACK_AT_ONCE),
        ("som", A_CHANGE_OF_WHAT_A_LATER_ORDER_HAS_ENDED),
        ("som/tasks-together", WHAT_TWO_CANCELLED_ORDERS_WERE_ABOUT),
        ("som/styles-8", FAILS_ON_THE_WAY_BACK),
        ("som/lines-in-turn-backwards", OVER_AS_IT_GOES_ON),
        ("som/lines-in-turn", MOVED_AND_COUNTED_OTHERWISE_AND_CANCELLED),
        ("som/styles-4", CANCELLED_WHILE_A_LATER_ORDER_ENDS_IT),
        ("som/tries-again-when-revised", FAILED_AND_WANTED_ELSEWHERE),
        ("som/styles-0", MENDED_WHILE_THE_NEXT_ORDER_HAS_ITS_TURN),
        ("som/tries-once-more", TRIED_TWICE_AND_CALLED_OFF),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
