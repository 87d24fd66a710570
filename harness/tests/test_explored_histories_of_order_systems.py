"""Histories of order systems that exploration came to, in which nothing is amiss."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

HELD = given("provisioning holds its work")
CANCELLED_BEFORE_A_REVISION_WAS_WORKED_IN = [
    order("FIRST", "line | product | price list", "1 | Static Address |", "2 | Internet Access |"),
    HELD,
    given("provisioning holds the work of releasing reservations"),
    submitted("FIRST"),
    QUIET,
    revised("FIRST", "line | product | price list", "1 | Static Address |", "3 | Home Router |"),
    QUIET,
    when('the CRM cancels order "FIRST"'),
    when("provisioning takes up its work again"),
]
WAITS_SINCE_A_REVISION = [
    order("SECOND", "line | product | price list", "1 | Telephone Service |"),
    order("THIRD", "line | product | price list", "2 | Film Rental |", "2.1 | Film Rental Monthly Fee |"),
    HELD,
    submitted("THIRD"),
    submitted("SECOND"),
    revised("SECOND", "line | product | price list", "1 | Telephone Service |", "2 | VoIP Service Bundle |"),
    revised(
        "SECOND",
        "line | product | price list | depends on",
        "1 | Telephone Service | |",
        "2 | VoIP Service Bundle | | line 2.1 of THIRD",
    ),
    when('provisioning completes line 1 of order "SECOND"'),
]
NOTHING_WAS_THERE = [
    order("FIRST", "line | price list", "2 |"),
    order(
        "SECOND", "line | action | product | price list | depends on", "1 | Delete | Static Address | | line 2 of FIRST"
    ),
    submitted("SECOND"),
    when('the CRM cancels order "SECOND"'),
]
SUSPENDED_WITH_A_VALUE = [
    order("THIRD", "line | product | asset | price list | number", "1 | VoIP Access | PHONE | | 555-0100"),
    order(
        "FIFTH",
        "line | action | product | asset | price list | depends on | number",
        "1 | Suspend | VoIP Access | PHONE | | line 1 of THIRD | 555-0101",
    ),
    submitted("THIRD"),
    submitted("FIFTH"),
]
PUT_BACK_WITH_A_DATE = [
    order("FIRST", "line | product | price list", "3 | Home Router |"),
    given("billing holds its work"),
    submitted("FIRST"),
    QUIET,
    revised("FIRST", "line | product | price list", "2 | Loyalty Discount |"),
    QUIET,
    revised("FIRST", "line | product | price list | due date", "3 | Home Router | | in 3 days"),
]
ANOTHER_THING_AFTER_A_FAILURE_OF_BILLING = [
    order("FOURTH", "line | price list", "1 |"),
    order(
        "FIFTH",
        "line | action | product | price list | depends on",
        "1 | Update | Home Starter Pack | | line 1 of FOURTH",
    ),
    submitted("FIFTH"),
    QUIET,
    revised("FIFTH", "line | product | price list", "1 | Home Starter Pack |"),
]
DELIVERED_AGAIN_AFTER_IT_WAS_MENDED = [
    order("FIRST", "line | price list", "2 |"),
    submitted("FIRST"),
    revised("FIRST", "line | product | price list", "2 | Internet Access |"),
    when('provisioning cannot do line 2 of order "FIRST"'),
    QUIET,
    when('provisioning does line 2 of order "FIRST" after all'),
    when("everything is delivered again"),
]
LEFT_OUT_WHERE_WITHDRAWALS_ARE_WRITTEN = [
    given('an order "FIRST" with header', table("price list | due date", "Premium Consumer Price List | in 2 days")),
    given("its lines are", table("line | asset | price list", "1 | HOME |")),
    submitted("FIRST"),
    revised("FIRST", "line | product | price list", "2 | Home Router |"),
    QUIET,
    when('the clock comes to the due date of order "FIRST"'),
]
URGENT_AND_NOTHING_TO_DO = [
    given('an order "FOURTH" with header', table("priority", "Urgent")),
    given(
        "its lines are",
        table(
            "line | action | asset | product | price list",
            "1 | Move-Add | SHED | Loyalty Discount |",
            "2 | Move-Delete | SHED | Loyalty Discount |",
        ),
    ),
    given(
        "the customer has",
        table("asset | product | price list", "HOME | Internet Access |", "SHED | Loyalty Discount |"),
    ),
    given("orders held at provisioning take every place"),
    when("these orders are submitted", [["order"], ["SECOND"], ["THIRD"]]),
    submitted("FOURTH"),
    when("provisioning takes up its work again"),
]
UNCHANGED_BESIDE_WHAT_WAITS_FOR_ITS_DATE = [
    order(
        "SECOND",
        "line | action | asset | price list | due date",
        "1 | - | SHED | |",
        "2 | Add | INTERNET-1 | | in 3 days at 01:00 -08:00",
    ),
    given("the customer has", table("asset | price list", "SHED |")),
    submitted("SECOND"),
]
REVISED_WHILE_A_LINE_WAITS_FOR_ITS_DATE = [
    order("FIRST", "line | product | price list", "1 | Static Address |"),
    submitted("FIRST"),
    revised(
        "FIRST",
        "line | product | price list | due date | version",
        "1 | Static Address | | | v4",
        "2 | Telephone Service | | in 1 day |",
    ),
    QUIET,
    revised("FIRST", "line | product | price list | version", "1 | Static Address | | v4"),
]
A_PLACE_OF_A_LINE_THAT_CHANGES_NOTHING = [
    order(
        "SECOND",
        "line | action | asset | product | price list",
        "1 | - | HOME | Loyalty Discount |",
        "2 | Update | SHED | Loyalty Discount |",
    ),
    given(
        "the customer has",
        table("asset | product | price list", "HOME | Loyalty Discount |", "SHED | Loyalty Discount |"),
    ),
    when("billing holds its work"),
    submitted("SECOND"),
    QUIET,
    revised(
        "SECOND",
        "line | action | asset | product | price list | site",
        "1 | - | HOME | Loyalty Discount | | 3 Harbour Road",
    ),
]
CHARGED_BY_TWO_ORDERS = [
    order("FIRST", "line | product | asset | price list", "1 | Loyalty Discount | REBATE |"),
    order("SECOND", "line | product | asset | price list", "1 | Loyalty Discount | REBATE |"),
    submitted("FIRST"),
    QUIET,
    submitted("SECOND"),
]
ITS_BASE_ORDER_WAS_REFUSED = [
    order("SECOND", "line | price list", "1 |"),
    order(
        "THIRD", "line | action | product | price list | depends on", "1 | Update | Static Address | | line 1 of SECOND"
    ),
    submitted("SECOND"),
    submitted("THIRD"),
]
ADDED_BY_TWO_ORDERS = [
    order("FIRST", "line | product | asset | price list", "1 | Internet Access | HOME |"),
    order("SECOND", "line | product | asset | price list", "1 | Internet Access | HOME |"),
    submitted("FIRST"),
    QUIET,
    submitted("SECOND"),
]
A_FOLLOW_ON_WAITS_FOR_NOTHING_ANY_MORE = [
    order("FIRST", "line | product | price list | due date", "1 | Internet Access | | in 3 days at 23:30 +05:30"),
    order(
        "SECOND",
        "line | action | asset | price list | service point | depends on",
        "1 | Update | INTERNET-1 | | Customer | line 1 of FIRST",
    ),
    submitted("FIRST"),
    submitted("SECOND"),
    QUIET,
    revised("SECOND", "line | action | asset | price list | service point", "1 | Update | INTERNET-1 | | Customer"),
]

DELIVERED_AGAIN_WITH_ITS_REVISION = [
    order("SECOND", "line | price list", "1 |", "1.2 |"),
    submitted("SECOND"),
    revised("SECOND", "line | product | price list", "1 | VoIP Service Bundle |", "1.2 | VoIP Voicemail |"),
    when('provisioning cannot do line 1.2 of order "SECOND"'),
    when('provisioning completes line 1.2 of order "SECOND"'),
    when('every version of order "SECOND" is delivered again'),
    when("everything is delivered again"),
]
PUT_OFF_WHEN_ALL_IS_DONE = [
    order("THIRD", "line | action | asset | price list", "1 | Update | HOME |"),
    given("the customer has", table("asset | price list", "HOME |")),
    when("billing holds its work"),
    submitted("THIRD"),
    when('billing completes order "THIRD"'),
    when('order "THIRD" is revised to the due date "in 2 days"'),
]
BUILDS_ON_WHAT_IS_REFUSED_TWICE = [
    given('an order "FOURTH" with header', table("price list", "")),
    given(
        "its lines are",
        table("line | product | price list", "1 | Home Starter Pack | Seasonal Price List", "1.1 | Internet Access |"),
    ),
    order("FIFTH", "line | product | price list | depends on", "1 | Internet Access | | line 1.1 of FOURTH"),
    submitted("FOURTH"),
    when('order "FOURTH" is revised to the due date "now"'),
    submitted("FIFTH"),
]
REVISED_AFTER_TWO_CANCELS = [
    order("FIRST", "line | product | price list", "1 | Telephone Service |"),
    HELD,
    submitted("FIRST"),
    *[when('the CRM cancels order "FIRST"')] * 2,
    revised("FIRST", "line | price list", "1 |"),
]

ADDED_ANEW_WHEN_ITS_FOLLOW_ON_HAS_BROUGHT_IT = [
    order("SECOND", "line | asset | price list", "1 | FILM-2 |"),
    order("THIRD", "line | action | asset | price list | depends on", "1 | Update | FILM-2 | | line 1 of SECOND"),
    HELD,
    submitted("THIRD"),
    submitted("SECOND"),
    when('provisioning reports the status "COMPLETE" of line 1 of order "THIRD"'),
    revised("SECOND", "line | product | price list", "1 | Film Rental |"),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("oms", ADDED_BY_TWO_ORDERS),
        ("oms", CHARGED_BY_TWO_ORDERS),
        ("oms/sets-up-what-no-order-brought", ITS_BASE_ORDER_WAS_REFUSED),
        ("oms/undoes-everything-first", CANCELLED_BEFORE_A_REVISION_WAS_WORKED_IN),
        ("oms/works-line-after-line", WAITS_SINCE_A_REVISION),
        ("oms", PUT_BACK_WITH_A_DATE),
        ("oms/bills-after-provisioning", NOTHING_WAS_THERE),
        ("oms", SUSPENDED_WITH_A_VALUE),
        ("oms", A_PLACE_OF_A_LINE_THAT_CHANGES_NOTHING),
        ("oms", A_FOLLOW_ON_WAITS_FOR_NOTHING_ANY_MORE),
        ("oms", ANOTHER_THING_AFTER_A_FAILURE_OF_BILLING),
        ("oms/asks-anew-for-what-failed", DELIVERED_AGAIN_AFTER_IT_WAS_MENDED),
        ("oms", BUILDS_ON_WHAT_IS_REFUSED_TWICE),
        ("oms/asks-anew-for-what-failed", DELIVERED_AGAIN_WITH_ITS_REVISION),
        ("oms/asks-provisioning-for-nothing-to-do", PUT_OFF_WHEN_ALL_IS_DONE),
        ("oms/hears-a-second-cancel-in-silence", REVISED_AFTER_TWO_CANCELS),
        ("oms/keeps-what-a-version-leaves-out", LEFT_OUT_WHERE_WITHDRAWALS_ARE_WRITTEN),
        ("oms/refuses-to-add-what-is-there", ADDED_ANEW_WHEN_ITS_FOLLOW_ON_HAS_BROUGHT_IT),
        ("oms/tells-the-crm-last", URGENT_AND_NOTHING_TO_DO),
        ("oms/bills-when-the-last-line-is-set-up", UNCHANGED_BESIDE_WHAT_WAITS_FOR_ITS_DATE),
        ("oms/works-one-revision-in-at-a-time", REVISED_WHILE_A_LINE_WAITS_FOR_ITS_DATE),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
