"""Histories in which one order comes after the other: what was objected to once is not amiss, and what is amiss is."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

HELD = given("provisioning holds its work")
MOVED_AND_DELETED_BY_ONE_ORDER = [
    order(
        "FIRST",
        "line | action | asset | product | price list | site",
        "1 | Move-Add | OFFICE | VoIP Access | | 7 Church Close",
        "2 | Move-Delete | OFFICE | VoIP Access | | 12 Mill Lane",
        "3 | Delete | OFFICE | VoIP Access | |",
    ),
    given("the customer has", table("asset | product | price list | site", "OFFICE | VoIP Access | | 12 Mill Lane")),
    HELD,
    submitted("FIRST"),
    QUIET,
    revised(
        "FIRST",
        "line | action | asset | product | price list | site",
        "1 | Move-Add | OFFICE | VoIP Access | | 7 Church Close",
        "2 | Move-Delete | OFFICE | VoIP Access | | 12 Mill Lane",
    ),
    when("provisioning takes up its work again"),
]
PUT_OFF_BY_WHAT_WAS_REFUSED = [
    order("FIRST", "line | asset | price list", "2 | STATIC-2 |"),
    order("SECOND", "line | product | price list | depends on", "1 | Static Address | | line 2 of FIRST"),
    HELD,
    submitted("FIRST"),
    submitted("SECOND"),
    when('order "SECOND" is revised for "in 1 day" to', table("line | price list", "1 |")),
    when('provisioning completes all its work for order "FIRST"'),
    QUIET,
    revised("SECOND", "line | product | price list", "3 | Internet Access |"),
    QUIET,
    when('provisioning completes all its work for order "SECOND"'),
]
A_VALUE_OF_WORK_THAT_IS_OUTDATED = [
    order("SECOND", "line | product | price list", "1 | Home Router |"),
    HELD,
    submitted("SECOND"),
    QUIET,
    when('provisioning reports the value "N-18" of "serial" of line 1 of order "SECOND"'),
    QUIET,
    when(
        'order "SECOND" is revised, while provisioning completes line 1, to',
        table("line | product | price list | site", "1 | Home Router | | 12 Mill Lane"),
    ),
    when('provisioning reports the value "N-17" of "serial" of line 1 of order "SECOND"'),
]
RESUMED_WHERE_IT_WAS_SET_UP_ANEW = [
    order("BASE", "line | asset", "1 | VOIP-1"),
    order("SECOND", "line | action | asset", "1 | Suspend | VOIP-1"),
    order("SEVENTH", "line | action | asset", "2 | Move-Add | VOIP-1"),
    order("THIRD", "line | action | asset", "1 | Resume | VOIP-1"),
    given('order "BASE" is fulfilled in the network'),
    submitted("SECOND"),
    submitted("SEVENTH"),
    submitted("THIRD"),
]
CANCELLED_AFTER_A_PLACE_WAS_NAMED_FOR_A_WHILE = [
    order("BASE", "line | asset", "2 | VOIP-2"),
    order("SECOND", "line", "1"),
    given('order "BASE" is fulfilled in the network'),
    given("the network holds its work"),
    revised("SECOND", "line | action | asset | product | site", "1 | Update | VOIP-2 | VoIP Access | 3 Harbour Road"),
    revised("SECOND", "line | action | asset | product", "1 | Update | VOIP-2 | VoIP Access"),
    when('the CRM cancels order "SECOND"'),
    when('the network completes line 1 of order "SECOND"'),
]

FILLED_IN_AS_IT_WAS_SUSPENDED = [
    order("FIRST", "line | action | asset | product | price list", "1 | Suspend | VOICE | VoIP Voicemail |"),
    given("the customer has", table("asset | product | price list | greeting", "VOICE | VoIP Voicemail | | own")),
    order(
        "SECOND",
        "line | action | asset | product | price list",
        "1 | Resume | VOICE | VoIP Voicemail |",
        "2 | Add | NEW | Home Router |",
    ),
    HELD,
    submitted("FIRST"),
    QUIET,
    when('provisioning reports the value "N-17" of "greeting" of line 1 of order "FIRST"'),
    when('provisioning completes all its work for order "FIRST"'),
    QUIET,
    when("billing holds its work"),
    submitted("SECOND"),
    QUIET,
    when('provisioning completes line 1 of order "SECOND"'),
    QUIET,
    revised("SECOND", "line | action | asset | product | price list", "2 | Add | NEW | Home Router |"),
    when("billing takes up its work again"),
    when("provisioning takes up its work again"),
]
PUT_BACK_AS_IT_WAS_REVISED = [
    order("FIRST", "line | asset | product", "1 | VOICE | VoIP Access"),
    order("SECOND", "line | action | asset", "1 | Delete | VOICE"),
    given("the network holds its work"),
    given('the network assigns "number" "020 7946 0123" to line 1 of order "FIRST"'),
    submitted("FIRST"),
    when('the network does a step of line 1 of order "FIRST"'),
    revised("FIRST", "line | asset | product | number", "1 | VOICE | VoIP Access | 0049 Bonn"),
    when('the network completes all its work for order "FIRST"'),
    submitted("SECOND"),
    *[when('the network does a step of line 1 of order "SECOND"')] * 2,
    when('the CRM cancels order "SECOND"'),
    when("the network takes up its work again"),
]

COMPLETE_AS_IT_IS_CANCELLED = [
    order("THIRD", "line | product", "1 | VoIP Service Bundle", "1.1 | VoIP Access"),
    given("the network holds its work"),
    submitted("THIRD"),
    *[when('the network does a step of line 1 of order "THIRD"')] * 2,
    when('the CRM suspends order "THIRD"'),
    when('the network does a step of line 1 of order "THIRD"'),
    when('the CRM cancels order "THIRD"'),
    when('the CRM resumes order "THIRD"'),
]
GIVEN_TWO_VALUES_BEFORE_IT_RESTS = [
    order("SECOND", "line | asset", "1 | STATIC-1", "2 | INTERNET-2"),
    order("SIXTH", "line | action | asset", "1 | Suspend | INTERNET-2"),
    order("EIGHTH", "line | action | asset", "1 | Update | INTERNET-2", "2 | Delete | STATIC-1"),
    given("the network holds its work"),
    submitted("SECOND"),
    given('the network assigns "port" "7-12" to line 2 of order "SECOND"'),
    *[when('the network does a step of line 2 of order "SECOND"')] * 2,
    given('the network assigns "port" "0070" to line 2 of order "SECOND"'),
    submitted("SIXTH"),
    submitted("EIGHTH"),
    when('the network does a step of line 2 of order "EIGHTH"'),
    when('the CRM cancels order "EIGHTH"'),
    when('the network completes all its work for order "EIGHTH"'),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("oms", MOVED_AND_DELETED_BY_ONE_ORDER),
        ("oms", PUT_OFF_BY_WHAT_WAS_REFUSED),
        ("oms", A_VALUE_OF_WORK_THAT_IS_OUTDATED),
        ("oms", FILLED_IN_AS_IT_WAS_SUSPENDED),
        ("som", GIVEN_TWO_VALUES_BEFORE_IT_RESTS),
        ("som/stops-at-a-failure", COMPLETE_AS_IT_IS_CANCELLED),
        ("som", PUT_BACK_AS_IT_WAS_REVISED),
        ("som", RESUMED_WHERE_IT_WAS_SET_UP_ANEW),
        ("som", CANCELLED_AFTER_A_PLACE_WAS_NAMED_FOR_A_WHILE),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []


TURNED_TO_ANOTHER_ASSET = [
    given(
        "the customer has",
        table(
            "asset | product | price list | speed",
            "HOME | Internet Access | Consumer Price List | 100",
            "OFFICE | Internet Access | Consumer Price List | 100",
        ),
    ),
    order(
        "CHANGE", "line | action | product | asset | price list | speed", "1 | Update | Internet Access | HOME | | 500"
    ),
    HELD,
    submitted("CHANGE"),
    QUIET,
    revised(
        "CHANGE",
        "line | action | product | asset | price list | speed",
        "1 | Update | Internet Access | OFFICE | | 500",
    ),
    when("provisioning takes up its work again"),
    QUIET,
]


def test_what_a_line_has_changed_before_it_was_turned_away_is_to_be_changed_back() -> None:
    """The first asset stays as it was sold (SU-05)."""
    assert objections("oms", TURNED_TO_ANOTHER_ASSET) == []
    (said, *_) = objections("oms/leaves-the-first-asset-changed", TURNED_TO_ANOTHER_ASSET)
    assert "is about HOLDINGS-A2 now, and what it has changed of HOLDINGS-A1 is left so" in said


ASSIGNED_BY_TWO_ORDERS_AND_PUT_BACK = [
    order("FIRST", "line | asset | product", "1 | VOICE | VoIP Access"),
    order("SECOND", "line | action | asset | product", "1 | Update | VOICE | VoIP Access"),
    order("THIRD", "line | action | asset", "1 | Delete | VOICE"),
    given('the network assigns "number" "020 7946 0123" to line 1 of order "FIRST"'),
    submitted("FIRST"),
    given('the network assigns "number" "020 7946 0155" to line 1 of order "SECOND"'),
    submitted("SECOND"),
    given("the network holds its work"),
    submitted("THIRD"),
    *[when('the network does a step of line 1 of order "THIRD"')] * 2,
    when('the CRM cancels order "THIRD"'),
    when("the network takes up its work again"),
]


def test_a_value_that_each_of_two_orders_was_given_stands_again_after_a_cancel() -> None:
    """Which value goes with which step is open only where one line was given two (PV-05)."""
    assert objections("som", ASSIGNED_BY_TWO_ORDERS_AND_PUT_BACK) == []
    (said, *_) = objections("som/forgets-what-was-assigned", ASSIGNED_BY_TWO_ORDERS_AND_PUT_BACK)
    assert said.endswith("as before order THIRD: number 020 7946 0155")
