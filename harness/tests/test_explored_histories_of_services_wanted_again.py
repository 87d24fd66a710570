"""Histories of services whose orders had nothing to do, waited, or were wanted again, and of what comes after them."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted

HELD = given("the network holds its work")
GOES_ON = when("the network takes up its work again")
FULFILLED = given('order "BASE" is fulfilled in the network')
HOME = order("BASE", "line | asset", "1 | HOME")

CANCELLED_AFTER_A_LINE_OF_IT_HAD_NOTHING_TO_DO = [
    HOME,
    order(
        "SECOND",
        "line | action | asset | product",
        "1 | Add | POST | VoIP Voicemail",
        "2 | Resume | HOME | Internet Access",
    ),
    order("THIRD", "line | action | asset", "1 | Suspend | HOME"),
    order("FOURTH", "line | action | asset", "1 | Resume | HOME"),
    FULFILLED,
    HELD,
    *map(submitted, ("SECOND", "THIRD")),
    when('the network does what is under way for order "THIRD"'),
    when('the CRM cancels order "SECOND"'),
    submitted("FOURTH"),
    GOES_ON,
]
ADDED_WHERE_IT_IS_AND_TAKEN_DOWN_FOR_A_WHILE = [
    HOME,
    order("SECOND", "line | action | asset | site | upload", "1 | Update | HOME | 7 Church Close | 20"),
    order("THIRD", "line | action | asset | site", "1 | Move-Add | HOME | 7 Church Close"),
    order("FOURTH", "line | action | asset", "1 | Delete | HOME"),
    FULFILLED,
    HELD,
    *map(submitted, ("SECOND", "THIRD", "FOURTH")),
    when('the network completes line 1 of order "SECOND"'),
    when('the network does a step of line 1 of order "FOURTH"'),
    when('the CRM cancels order "FOURTH"'),
    GOES_ON,
]
PUT_BACK_WHILE_IT_IS_TAKEN_DOWN = [
    HOME,
    order("SECOND", "line | action | asset", "1 | Suspend | HOME"),
    FULFILLED,
    HELD,
    revised("BASE", "line | product", "2 | VoIP Voicemail"),
    revised("BASE", "line | asset", "1 | HOME"),
    submitted("SECOND"),
    GOES_ON,
]
A_FAILED_CHANGE_IS_WANTED_FOR_FEWER = [
    HOME,
    order("SECOND", "line | action | asset | speed | quantity", "1 | Update | HOME | 500 | 5"),
    FULFILLED,
    HELD,
    submitted("SECOND"),
    *[when('the network does a step of line 1 of order "SECOND"')] * 2,
    given('the network cannot do line 1 of order "SECOND"'),
    when('the network does a step of line 1 of order "SECOND"'),
    revised("SECOND", "line | action | asset | speed", "1 | Update | HOME | 500"),
]
A_MOVE_THAT_WAITED_IS_CANCELLED = [
    order("BASE", "line | asset | site", "1 | HOME | 3 Harbour Road"),
    order(
        "SECOND", "line | action | asset | site", "1 | Update | HOME | 12 Mill Lane", "2 | Add | SHED | 12 Mill Lane"
    ),
    order("THIRD", "line | action | asset | site", "1 | Delete | HOME | 12 Mill Lane"),
    FULFILLED,
    given('the network cannot do line 2 of order "SECOND"'),
    submitted("SECOND"),
    when('the CRM cancels order "SECOND"'),
    submitted("THIRD"),
]

WHAT_LEADS_BACK_HAS_FAILED_BEFORE_THE_CANCEL = [
    HOME,
    order("SECOND", "line | action | asset", "1 | Suspend | HOME"),
    FULFILLED,
    given('the network cannot finish line 1 of order "SECOND"'),
    submitted("SECOND"),
    revised("SECOND", "line | product", "2 | Static Address"),
    revised("SECOND", "line | action | asset", "1 | Suspend | HOME"),
    QUIET,
    when('the CRM cancels order "SECOND"'),
]

A_VALUE_IS_NAMED_NO_MORE_WHEN_THE_CHANGE_IS_DONE = [
    order("BASE", "line | asset | version", "1 | FIXED | v4"),
    order(
        "SECOND",
        "line | action | asset | product | version",
        "1 | Update | FIXED | Static Address | v6",
        "2 | Add | HOME | Internet Access |",
    ),
    FULFILLED,
    given('the network cannot finish line 2 of order "SECOND"'),
    submitted("SECOND"),
    QUIET,
    revised("SECOND", "line | action | asset | product", "1 | Update | FIXED | Static Address"),
]
A_LINE_TURNS_TO_ANOTHER_THING = [
    HOME,
    order("SECOND", "line | action | asset | quantity", "1 | Update | HOME | 2"),
    FULFILLED,
    submitted("SECOND"),
    QUIET,
    revised("SECOND", "line | product", "1 | Static Address"),
]
CANCELLED_WHEN_A_MOVE_WAS_TAKEN_OUT = [
    order("BASE", "line | asset | site", "1 | HOME | 3 Harbour Road"),
    order(
        "SECOND",
        "line | action | asset | site",
        "1 | Move-Add | HOME | 7 Church Close",
        "2 | Move-Delete | HOME |",
    ),
    FULFILLED,
    HELD,
    submitted("SECOND"),
    when('the network completes line 1 of order "SECOND"'),
    revised("SECOND", "line | action | asset", "2 | Move-Delete | HOME"),
    when('the network does a step of line 1 of order "SECOND"'),
    when('the network completes line 1 of order "SECOND"'),
    QUIET,
    when('the CRM cancels order "SECOND"'),
    GOES_ON,
]

WHERE_IT_WAS_CHANGED_IT_WAS_ADDED_BY_AN_ORDER_THAT_IS_CANCELLED = [
    order("BASE", "line | asset | site", "1 | HOME | 3 Harbour Road"),
    order(
        "SECOND",
        "line | action | asset | product | site",
        "1 | Move-Add | HOME | Internet Access | 12 Mill Lane",
        "2 | Add | POST | Static Address |",
    ),
    order("THIRD", "line | action | asset | site", "1 | Update | HOME | 12 Mill Lane"),
    given('the network cannot finish line 2 of order "SECOND"'),
    *map(submitted, ("BASE", "SECOND", "THIRD")),
    QUIET,
    when('the CRM cancels order "SECOND"'),
]
DONE_WHILE_ITS_ORDER_RESTED = [
    order("SECOND", "line | product | site", "2 | VoIP Access | 12 Mill Lane"),
    HELD,
    submitted("SECOND"),
    when('the CRM suspends order "SECOND"'),
    when('the network does what is under way for order "SECOND"'),
    QUIET,
    when('the CRM resumes order "SECOND"'),
    revised("SECOND", "line | product | site", "2 | VoIP Access | 12 Mill Lane", "1 | VoIP Access |"),
    QUIET,
    when('the CRM cancels order "SECOND"'),
]

TO_SUSPEND = order("SECOND", "line | action | asset", "1 | Suspend | HOME")
SUSPENDED_AND_TAKEN_OUT_TOO_LATE = [
    HOME,
    TO_SUSPEND,
    order("THIRD", "line | action | asset", "1 | Suspend | HOME"),
    FULFILLED,
    submitted("SECOND"),
    QUIET,
    revised("SECOND", "line | product", "2 | VoIP Voicemail"),
    QUIET,
    when('the CRM cancels order "SECOND"'),
    submitted("THIRD"),
]
SUSPENDED_AFTER_ALL_WITHOUT_SAYING_WHAT = [
    HOME,
    TO_SUSPEND,
    *map(submitted, ("BASE", "SECOND")),
    revised("SECOND", "line | product", "2 | Static Address"),
    revised("SECOND", "line | action | product", "1 | Suspend | Internet Access"),
]
_PLACED = "line | action | asset | product | site"
FEWER_ELSEWHERE_AND_FEWER_STILL = [
    order("BASE", "line | asset | site | quantity", "1 | FIXED | 3 Harbour Road | 5"),
    order("SECOND", f"{_PLACED} | quantity", "1 | Update | FIXED | Static Address | 7 Church Close | 4"),
    FULFILLED,
    submitted("SECOND"),
    revised("SECOND", _PLACED, "1 | Update | FIXED | Static Address | 7 Church Close"),
]
CHANGED_WHERE_A_CANCEL_TAKES_IT_DOWN = [
    order("BASE", "line | asset | site", "1 | VOIP | 7 Church Close"),
    order(
        "SECOND",
        "line | action | asset | site",
        "1 | Move-Add | VOIP | 3 Harbour Road",
        "2 | Move-Delete | VOIP | 7 Church Close",
    ),
    order("THIRD", "line | action | asset | site", "1 | Move-Add | VOIP | 7 Church Close", "2 | Add | FIXED |"),
    order("FOURTH", "line | action | asset | site", "1 | Update | VOIP | 7 Church Close"),
    order("FIFTH", "line | action | asset | site", "1 | Delete | VOIP | 3 Harbour Road"),
    FULFILLED,
    submitted("SECOND"),
    given('the network cannot do line 2 of order "THIRD"'),
    *map(submitted, ("THIRD", "FOURTH")),
    QUIET,
    when('the CRM cancels order "THIRD"'),
    submitted("FIFTH"),
]

SUSPENDED_WHILE_A_REPLACED_VALUE_IS_TAKEN_BACK = [
    HOME,
    order(
        "SECOND",
        "line | action | asset | speed | product",
        "1 | Update | HOME | 500 | Internet Access",
        "2 | Add | POST | | VoIP Voicemail",
    ),
    order(
        "THIRD",
        "line | action | asset | product",
        "1 | Suspend | HOME | Internet Access",
        "2 | Add | SHED | VoIP Voicemail",
    ),
    FULFILLED,
    HELD,
    submitted("SECOND"),
    when('the network completes line 1 of order "SECOND"'),
    revised("SECOND", "line | product", "2 | VoIP Voicemail"),
    revised(
        "SECOND",
        "line | action | asset | speed | product",
        "1 | Update | HOME | 900 | Internet Access",
        "2 | Add | POST | | VoIP Voicemail",
    ),
    when('the CRM cancels order "SECOND"'),
    submitted("THIRD"),
    when('the network does a step of line 1 of order "THIRD"'),
    when('the CRM cancels order "THIRD"'),
    GOES_ON,
]

LEFT_OUT = revised("BASE", "line | product", "2 | VoIP Voicemail")
AT_A_SITE = order("BASE", "line | asset | site", "1 | HOME | 12 Mill Lane")
ELSEWHERE = revised("BASE", "line | asset | site", "1 | HOME | 7 Church Close")
SUSPENDED_ELSEWHERE = order("SECOND", "line | action | asset | site", "1 | Suspend | HOME | 7 Church Close")


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("som", CANCELLED_AFTER_A_LINE_OF_IT_HAD_NOTHING_TO_DO),
        ("som", ADDED_WHERE_IT_IS_AND_TAKEN_DOWN_FOR_A_WHILE),
        ("som", PUT_BACK_WHILE_IT_IS_TAKEN_DOWN),
        ("som/tries-again-when-revised", A_FAILED_CHANGE_IS_WANTED_FOR_FEWER),
        ("som/stops-at-a-failure-from-the-last-line-on", A_MOVE_THAT_WAITED_IS_CANCELLED),
        ("som/lines-in-turn", WHAT_LEADS_BACK_HAS_FAILED_BEFORE_THE_CANCEL),
        ("som", A_VALUE_IS_NAMED_NO_MORE_WHEN_THE_CHANGE_IS_DONE),
        ("som", A_LINE_TURNS_TO_ANOTHER_THING),
        ("som/tells-that-what-was-taken-out-is-gone", CANCELLED_WHEN_A_MOVE_WAS_TAKEN_OUT),
        ("som", WHERE_IT_WAS_CHANGED_IT_WAS_ADDED_BY_AN_ORDER_THAT_IS_CANCELLED),
        ("som/styles-0", DONE_WHILE_ITS_ORDER_RESTED),
        ("som/lines-in-turn-backwards", SUSPENDED_AND_TAKEN_OUT_TOO_LATE),
        ("som", SUSPENDED_AFTER_ALL_WITHOUT_SAYING_WHAT),
        ("som/tasks-together", FEWER_ELSEWHERE_AND_FEWER_STILL),
        ("som", CHANGED_WHERE_A_CANCEL_TAKES_IT_DOWN),
        ("som", SUSPENDED_WHILE_A_REPLACED_VALUE_IS_TAKEN_BACK),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, [*steps, QUIET]) == []


@pytest.mark.parametrize("between", [[HELD, LEFT_OUT], [LEFT_OUT, QUIET]])
def test_what_is_taken_down_is_set_up_where_it_is_wanted_by_now(between: list[Step]) -> None:
    """A later order finds it at the second site."""
    steps = [AT_A_SITE, SUSPENDED_ELSEWHERE, FULFILLED, *between, ELSEWHERE, GOES_ON, QUIET, submitted("SECOND"), QUIET]
    suspended = Step("then", 'the order system receives the status "COMPLETE" of line 1 of order "SECOND"', 0)
    assert objections("som", [*steps, suspended]) == []


def test_what_is_left_out_a_second_time_is_taken_down() -> None:
    back = revised("BASE", "line | asset | product", "1 | HOME | Internet Access", "2 | | VoIP Voicemail")
    gone = Step("then", 'the network has nothing of line 1 of order "BASE"', 0)
    assert objections("som", [HOME, FULFILLED, HELD, LEFT_OUT, back, LEFT_OUT, GOES_ON, QUIET, gone]) == []


def test_what_is_taken_down_and_to_be_changed_after_all_is_put_back() -> None:
    """The order had come to its end before, and a later one finds it whole."""
    changed = revised("BASE", "line | action | asset", "1 | Update | HOME")
    begun = when('the network does a step of line 1 of order "BASE"')
    steps = [HOME, TO_SUSPEND, FULFILLED, HELD, LEFT_OUT, QUIET, begun, changed, GOES_ON, QUIET, submitted("SECOND")]
    assert objections("som", [*steps, QUIET]) == []
