"""Histories of services that somebody thinks better of: what is left open of them, and what is objected to."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted

HELD = given("the network holds its work")
GOES_ON = when("the network takes up its work again")
FULFILLED = given('order "BASE" is fulfilled in the network')
HOME = order("BASE", "line | asset", "1 | HOME")
_IN_ITS_PLACE = (
    "line | action | asset | product",
    "1 | Delete | HOME | Internet Access",
    "2 | Add | MAIL | VoIP Voicemail",
)
MAIL_FOR_HOME = order("SECOND", *_IN_ITS_PLACE)
MAIL_ALONE = revised("SECOND", "line | asset | product", "2 | MAIL | VoIP Voicemail")

SUSPENDED_FOR_A_WHILE_AND_RESUMED = [
    HOME,
    order("SECOND", "line | action | asset", "1 | Suspend | HOME"),
    order("THIRD", "line | action | asset", "1 | Resume | HOME"),
    FULFILLED,
    submitted("SECOND"),
    revised("SECOND", "line | product", "2 | VoIP Voicemail"),
    submitted("THIRD"),
]
TAKEN_OUT_ONCE_MORE_BEFORE_IT_RESTS = [
    HOME,
    MAIL_FOR_HOME,
    FULFILLED,
    HELD,
    submitted("SECOND"),
    when('the network does a step of line 1 of order "SECOND"'),
    MAIL_ALONE,
    when('the network completes line 1 of order "SECOND"'),
    QUIET,
    revised("SECOND", *_IN_ITS_PLACE),
    when('the CRM suspends order "SECOND"'),
]
CANCELLED_AFTER_WHAT_WAS_TO_BE_UNDONE_HAS_FAILED = [
    HOME,
    order("SECOND", "line | action | asset", "1 | Suspend | HOME"),
    FULFILLED,
    given('the network cannot do line 1 of order "SECOND"'),
    submitted("SECOND"),
    QUIET,
    when('the CRM cancels order "SECOND"'),
]
A_FAILED_CHANGE_IN_ONE_CALL_IS_CANCELLED = [
    HOME,
    order("SECOND", "line | action | asset | speed", "1 | Update | HOME | 500"),
    submitted("BASE"),
    given('the network cannot do line 1 of order "SECOND"'),
    submitted("SECOND"),
    when('the CRM cancels order "SECOND"'),
]
WHAT_WAS_ASSIGNED_ON_THE_WAY_BACK = [
    HOME,
    MAIL_FOR_HOME,
    order(
        "THIRD",
        "line | action | asset | product",
        "1 | Delete | HOME | Internet Access",
        "2 | Add | POST | VoIP Voicemail",
    ),
    FULFILLED,
    HELD,
    submitted("SECOND"),
    given('the network assigns "upload" "40" to line 1 of order "SECOND"'),
    MAIL_ALONE,
    submitted("THIRD"),
    when('the network does a step of line 1 of order "THIRD"'),
    revised("THIRD", "line | asset | product", "2 | POST | VoIP Voicemail"),
    GOES_ON,
]
NAMED_BY_HAND_FOR_A_WHILE = [
    order("SECOND", "line | product | site", "1 | VoIP Access | 12 Mill Lane"),
    HELD,
    given('the network assigns "number" "020 7946 0123" to line 1 of order "SECOND"'),
    submitted("SECOND"),
    revised("SECOND", "line | product | site | number", "1 | VoIP Access | 12 Mill Lane | 020 7946 0155"),
    when('the network does what is under way for order "SECOND"'),
    revised("SECOND", "line | product | site", "1 | VoIP Access | 12 Mill Lane"),
    when('the network completes line 1 of order "SECOND"'),
]
MOVED_IN_PART_FROM_WHERE_NOBODY_SAID = [
    HOME,
    order(
        "SECOND",
        "line | action | asset | site | product",
        "1 | Update | HOME | 3 Harbour Road | Internet Access",
        "2 | Add | MAIL | | VoIP Voicemail",
    ),
    order(
        "THIRD",
        "line | action | asset | product",
        "1 | Suspend | HOME | Internet Access",
        "2 | Add | POST | VoIP Voicemail",
    ),
    FULFILLED,
    HELD,
    submitted("SECOND"),
    when('the network does a step of line 1 of order "SECOND"'),
    MAIL_ALONE,
    GOES_ON,
    given('the network cannot finish line 1 of order "THIRD"'),
    submitted("THIRD"),
    revised("THIRD", "line | asset | product", "2 | POST | VoIP Voicemail"),
]
ADDED_THERE_WHERE_NOBODY_SAID_BEFORE = [
    HOME,
    order(
        "SECOND",
        "line | action | asset | site",
        "1 | Move-Delete | HOME | 7 Church Close",
        "2 | Move-Add | HOME | 12 Mill Lane",
    ),
    *map(submitted, ("BASE", "SECOND")),
]
REVISED_AS_IT_MOVES = [
    order("BASE", "line | asset | site", "1 | HOME | 3 Harbour Road"),
    order("SECOND", "line | action | asset | site", "1 | Update | HOME | 12 Mill Lane"),
    order("THIRD", "line | action | asset | site", "1 | Delete | HOME | 12 Mill Lane"),
    FULFILLED,
    submitted("SECOND"),
    revised("SECOND", "line | action | asset | site | speed", "1 | Update | HOME | 12 Mill Lane | 500"),
    QUIET,
    submitted("THIRD"),
]
CANCELLED_AFTER_IT_COULD_NOT_BECOME_FEWER = [
    order("SECOND", "line | product | quantity", "1 | Static Address | 3"),
    given('the network cannot finish line 1 of order "SECOND"'),
    submitted("SECOND"),
    revised("SECOND", "line | product | quantity", "1 | Static Address | 1"),
    when('the CRM cancels order "SECOND"'),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("som", SUSPENDED_FOR_A_WHILE_AND_RESUMED),
        ("som", TAKEN_OUT_ONCE_MORE_BEFORE_IT_RESTS),
        ("som", CANCELLED_AFTER_WHAT_WAS_TO_BE_UNDONE_HAS_FAILED),
        ("som/tasks-together", A_FAILED_CHANGE_IN_ONE_CALL_IS_CANCELLED),
        ("som", WHAT_WAS_ASSIGNED_ON_THE_WAY_BACK),
        ("som", NAMED_BY_HAND_FOR_A_WHILE),
        ("som", MOVED_IN_PART_FROM_WHERE_NOBODY_SAID),
        ("som/styles-3", ADDED_THERE_WHERE_NOBODY_SAID_BEFORE),
        ("som/styles-8", REVISED_AS_IT_MOVES),
        ("som/styles-13", CANCELLED_AFTER_IT_COULD_NOT_BECOME_FEWER),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, [*steps, QUIET]) == []


A_CHANGE_IS_DONE_AND_TAKEN_OUT = [
    order("BASE", "line | asset | speed", "1 | HOME | 100"),
    order(
        "SECOND",
        "line | action | asset | speed | product",
        "1 | Update | HOME | 500 | Internet Access",
        "2 | Add | MAIL | | VoIP Voicemail",
    ),
    FULFILLED,
    HELD,
    submitted("SECOND"),
    when('the network completes line 1 of order "SECOND"'),
    QUIET,
    MAIL_ALONE,
    GOES_ON,
    QUIET,
]
SET_UP_ONCE_MORE_AND_CANCELLED = [
    order("BASE", "line | asset | site", "1 | HOME | 12 Mill Lane"),
    order(
        "SECOND",
        "line | action | asset | site | product",
        "1 | Move-Add | HOME | 12 Mill Lane | Internet Access",
        "2 | Add | MAIL | | VoIP Voicemail",
    ),
    FULFILLED,
    HELD,
    submitted("SECOND"),
    when('the CRM cancels order "SECOND"'),
    GOES_ON,
    QUIET,
]
CANCELLED_AFTER_ONE_LINE_HAS_FAILED = [
    order("SECOND", "line | product", "1 | Internet Access", "2 | VoIP Voicemail"),
    given('the network cannot do line 1 of order "SECOND"'),
    submitted("SECOND"),
    QUIET,
    when('the CRM cancels order "SECOND"'),
    QUIET,
]
REVISED_AFTER_ALL_HAS_FAILED_OR_IS_DONE = [
    order("SECOND", "line | product | speed", "1 | Internet Access | 100", "2 | VoIP Voicemail |"),
    given('the network cannot do line 2 of order "SECOND"'),
    submitted("SECOND"),
    QUIET,
    revised("SECOND", "line | product | speed", "1 | Internet Access | 500", "2 | VoIP Voicemail |"),
    when('the network does line 2 of order "SECOND" after all'),
    QUIET,
]


@pytest.mark.parametrize(
    ("system", "steps", "seen"),
    [
        (
            "som/leads-back-to-what-the-revision-found",
            A_CHANGE_IS_DONE_AND_TAKEN_OUT,
            "design of BASE-A1 with the speed as before order SECOND: speed 100",
        ),
        (
            "som/takes-down-what-it-found",
            SET_UP_ONCE_MORE_AND_CANCELLED,
            "1 of reserve of BASE-A1 at 12 Mill Lane, as before order SECOND; there is none",
        ),
        (
            "som/leaves-failed-lines-alone",
            CANCELLED_AFTER_ONE_LINE_HAS_FAILED,
            "line SECOND-L1 CANCELLED in the end; told: IN PROGRESS",
        ),
        (
            "som/revises-what-is-to-come-only",
            REVISED_AFTER_ALL_HAS_FAILED_OR_IS_DONE,
            "1 of SECOND-A1 with {'speed': '500'} at its place in the end",
        ),
    ],
)
def test_what_the_documents_decide_is_objected_to(system: str, steps: list[Step], seen: str) -> None:
    """A change that was taken out, a service added twice, and an order with a failed line: cancelled, or revised."""
    assert objections("som", steps) == []
    assert any(seen in said for said in objections(system, steps))


NAMED_WHILE_THE_NETWORK_HAS_ITS_SAY = [
    order("BASE", "line | asset | site", "1 | HOME | 12 Mill Lane"),
    order("SECOND", "line | action | asset | upload", "1 | Update | HOME | 20"),
    HELD,
    given('the network assigns "speed" "40" to line 1 of order "BASE"'),
    submitted("BASE"),
    revised("BASE", "line | asset | site | speed", "1 | HOME | 12 Mill Lane | 100"),
    when('the network completes line 1 of order "BASE"'),
    QUIET,
    submitted("SECOND"),
    *[when('the network does a step of line 1 of order "SECOND"')] * 2,
    when('the CRM cancels order "SECOND"'),
    when('the network completes line 1 of order "SECOND"'),
    QUIET,
]


def test_what_a_revision_names_goes_before_what_is_assigned_with_a_step_from_before_it() -> None:
    """To what a revision has named a later change is led back, though the network's value was told after it (PV-05)."""
    assert objections("som", NAMED_WHILE_THE_NETWORK_HAS_ITS_SAY) == []


OVER_BEFORE_IT_IS_REVISED = [
    HOME,
    FULFILLED,
    HELD,
    order("SECOND", "line | action | asset | quantity", "1 | Resume | HOME |", "2 | Add | SHED | many"),
    submitted("SECOND"),
    revised("SECOND", "line | product", "2 | VoIP Access"),
    QUIET,
    GOES_ON,
]


def test_an_order_of_which_nothing_can_be_done_may_be_over_when_its_revision_comes() -> None:
    """Then the revision is an order of its own, by which a line that resumed a service takes it away (PV-06)."""
    assert objections("som", OVER_BEFORE_IT_IS_REVISED) == []
