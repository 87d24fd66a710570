"""Histories of order systems in which something is left open: what is told twice, too late, or built on nothing."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

HELD = given("provisioning holds its work")
ACTIVATED = when('provisioning reports the milestone "ACTIVATED" of line 1 of order "SECOND"')
GOES_ON = when("provisioning takes up its work again")
LINES = "line | product | price list"
BUILDS_ON = "line | action | product | price list | depends on"
TWO_FAILURES_OF_ONE_LINE = [
    order(
        "FOURTH",
        "line | action | asset | product | price list | site",
        "3 | Move-Add | HOME | VoIP Service Bundle | |",
        "4 | Move-Delete | HOME | VoIP Service Bundle | |",
        "3.1 | Move-Add | HOME-ACCES | VoIP Access | |",
        "4.1 | Move-Delete | HOME-ACCES | VoIP Access | | 3 Harbour Road",
    ),
    given("the customer has", table("line | asset | price list", "1 | HOME |", "1.1 | HOME-ACCES |")),
    given('the customer\'s "HOME-ACCES" is suspended'),
    HELD,
    submitted("FOURTH"),
    QUIET,
    revised(
        "FOURTH",
        "line | action | asset | product | price list | site | number",
        "3 | Move-Add | HOME | VoIP Service Bundle | | |",
        "4 | Move-Delete | HOME | VoIP Service Bundle | | |",
        "3.1 | Move-Add | HOME-ACCES | VoIP Access | | |",
        "4.1 | Move-Delete | HOME-ACCES | VoIP Access | | 3 Harbour Road | 555-0100",
    ),
    GOES_ON,
    when('provisioning does line 4.1 of order "FOURTH" after all'),
]
ITS_BASE_LINE_IS_BACK_BEFORE_ITS_DATE = [
    order("FIRST", LINES, "2 | Internet Access |"),
    order(
        "SECOND",
        "line | product | price list | depends on | due date",
        "1 | Internet Access | | line 2 of FIRST |",
        "2 | Home Router | | | in 3 days at 01:00 -08:00",
    ),
    submitted("FIRST"),
    submitted("SECOND"),
    when('provisioning cannot do line 2 of order "FIRST"'),
    when('provisioning does line 2 of order "FIRST" after all'),
    when("a week passes"),
]
TWO_VERSIONS_FALL_OUT = [
    order("SECOND", LINES, "1 | Static Address |"),
    submitted("SECOND"),
    revised("SECOND", "line | price list", "2 |"),
    revised("SECOND", "line | price list", "3 |"),
]
IT_COMES_TO_ITS_POINT_WHEN_IT_IS_LEFT_OUT = [
    order("SECOND", LINES, "1 | Static Address |"),
    HELD,
    submitted("SECOND"),
    QUIET,
    revised("SECOND", LINES, "2 | Static Address |"),
    ACTIVATED,
    revised("SECOND", LINES, "3 | Home Router |"),
    GOES_ON,
]
IT_COMES_TO_ITS_POINT_BEFORE_ITS_CHANGE = [
    order("SECOND", LINES, "1 | Static Address |"),
    HELD,
    submitted("SECOND"),
    QUIET,
    revised("SECOND", f"{LINES} | version", "1 | Static Address | | v6", "2 | Static Address | |"),
    ACTIVATED,
    revised("SECOND", f"{LINES} | version", "1 | Static Address | | v6", "3 | Home Router | |"),
    GOES_ON,
]
IT_COMES_TO_ITS_POINT_ON_THE_WAY_BACK = [
    order("SECOND", LINES, "1 | Static Address |"),
    HELD,
    when("billing holds its work"),
    submitted("SECOND"),
    when('provisioning completes all its work for order "SECOND"'),
    revised("SECOND", f"{LINES} | site", "1 | Static Address | | 7 Church Close"),
    ACTIVATED,
    when('the CRM cancels order "SECOND"'),
]
A_FOLLOW_ON_IS_WORKED_IN = [
    given('an order "FIRST" with header', table("due date", "in 1 day")),
    given("its lines are", table(LINES, "1 | Static Address |")),
    order("SECOND", f"{BUILDS_ON} | version", "1 | Update | Static Address | | line 1 of FIRST | v4"),
    submitted("FIRST"),
    submitted("SECOND"),
    when('the clock comes to the due date of order "FIRST"'),
]
ITS_BASE_ORDER_COMES_BEFORE_ITS_REVISION = [
    order("SECOND", "line | price list", "1 |"),
    order("THIRD", BUILDS_ON, "1 | Update | Fibre Connection | | line 1 of SECOND"),
    submitted("THIRD"),
    submitted("SECOND"),
    revised("THIRD", "line | action | price list | depends on", "1 | Update | | line 1 of SECOND"),
]
ITS_BASE_ORDER_COMES_WHEN_IT_IS_BEGUN = [
    order("THIRD", "line | asset | price list", "1 | STATIC-7 |"),
    order("FOURTH", "line | action | asset | price list | depends on", "1 | Update | STATIC-7 | | line 1 of THIRD"),
    HELD,
    submitted("FOURTH"),
    submitted("THIRD"),
    when('provisioning completes all its work for order "THIRD"'),
    GOES_ON,
]
ITS_BASE_ORDER_IS_CANCELLED_FIRST = [
    given('an order "FIRST" with header', table("due date", "in 3 days at 01:00 -08:00")),
    given("its lines are", table(LINES, "1 | Internet Access |")),
    order("SECOND", BUILDS_ON, "1 | Update | Internet Access | | line 1 of FIRST"),
    submitted("FIRST"),
    when('the CRM cancels order "FIRST"'),
    submitted("SECOND"),
]
CHANGED_ONCE_IT_IS_THERE_UNASKED = [
    order("SECOND", "line | action | asset | price list", "1 | Update | LOST-3 |"),
    order("THIRD", "line | action | asset | price list | depends on", "1 | Update | LOST-3 | | line 1 of SECOND"),
    submitted("THIRD"),
    QUIET,
    when('order "SECOND" is revised to the due date "in 3 days at 23:30 +05:30"'),
]
NO_PLACE_BEFORE_ITS_REVISION = [
    order("FIRST", LINES, "1 | Internet Access |"),
    order("SECOND", LINES, "1 | VoIP Service Bundle |"),
    submitted("FIRST"),
    revised("FIRST", f"{LINES} | site", "1 | Internet Access | | 7 Church Close"),
    submitted("SECOND"),
]
A_LINE_THAT_WAITS_IS_LEFT_OUT = [
    order("FIRST", "line | price list", "1 |"),
    order("SECOND", BUILDS_ON, "1 | Update | Internet Access | | line 1 of FIRST"),
    order("THIRD", "line | asset | price list", "3 | SHED |"),
    submitted("SECOND"),
    QUIET,
    submitted("THIRD"),
    revised("THIRD", "line | asset | price list | depends on", "5 | INTERNET-1 | | line 1 of SECOND"),
    revised("THIRD", LINES, "3 | Loyalty Discount |"),
]
ALL_IS_DONE_WHEN_THE_DATE_COMES = [
    given('an order "FIRST" with header', table("due date", "in 3 days")),
    given("its lines are", table("line | action | asset | price list", "1 | - | HOME |")),
    given("the customer has", table("line | asset | price list", "1 | HOME |")),
    submitted("FIRST"),
    when('the clock comes to the due date of order "FIRST"'),
]
DONE_AFTER_ALL_WHEN_IT_IS_CANCELLED = [
    order("FIRST", LINES, "1 | VoIP Service Bundle |", "1.2 | Handset Kit |", "1.2.1 | Handset |"),
    HELD,
    submitted("FIRST"),
    when('the CRM cancels order "FIRST"'),
    when('provisioning cannot do line 1.2.1 of order "FIRST"'),
    when('provisioning completes line 1.2.1 of order "FIRST"'),
    when('provisioning does line 1.2.1 of order "FIRST" after all'),
    GOES_ON,
]
MOVED_TO_THE_PLACE_THAT_IT_LEAVES = [
    order(
        "FIRST",
        "line | action | asset | price list | site",
        "1 | Move-Add | SHED | | 12 Mill Lane",
        "2 | Move-Delete | SHED | | 12 Mill Lane",
    ),
    given("the customer has", table("line | asset | price list | site", "3 | SHED | | 3 Harbour Road")),
    submitted("FIRST"),
]
REFUSED_BEFORE_A_VALUE_IS_FILLED_IN = [
    order("FIRST", f"{LINES} | version", "1 | Static Address | | v6"),
    HELD,
    submitted("FIRST"),
    revised("FIRST", "line | price list", "1 |"),
    when('provisioning reports the value "N-18" of "version" of line 1 of order "FIRST"'),
    QUIET,
    revised("FIRST", f"{LINES} | version", "1 | Static Address | | v6"),
    GOES_ON,
]
CHARGED_NO_MORE_FOR_ITS_MOVE = [
    order(
        "SECOND",
        "line | action | asset | price list",
        "1 | Move-Add | HOME | Premium Consumer Price List",
        "2 | Move-Delete | HOME |",
    ),
    given("the customer has", table("asset | price list", "HOME |", "OFFICE |", "SHED |")),
    submitted("SECOND"),
    revised(
        "SECOND",
        "line | action | asset | price list | upload",
        "1 | Move-Add | HOME | | 20",
        "2 | Move-Delete | HOME | |",
    ),
]
FAILED_TWICE_AND_UNDONE = [
    order(
        "FIRST",
        "line | action | asset | price list | site",
        "2 | Move-Add | OFFICE | | 12 Mill Lane",
        "3 | Move-Delete | OFFICE | | 7 Church Close",
    ),
    given("the customer has", table("asset | price list | site", "HOME | |", "OFFICE | | 7 Church Close", "SHED | |")),
    submitted("FIRST"),
    when('provisioning cannot do line 3 of order "FIRST"'),
    when('provisioning cannot do line 2 of order "FIRST"'),
    when('provisioning does line 2 of order "FIRST" after all'),
    revised(
        "FIRST",
        "line | action | asset | price list | site | upload",
        "2 | Move-Add | OFFICE | | 12 Mill Lane |",
        "3 | Move-Delete | OFFICE | | 7 Church Close | 20",
    ),
    when('provisioning does line 3 of order "FIRST" after all'),
]
FALLS_OUT_BESIDE_A_FAILURE = [
    order("FIRST", "line | price list", "1 |"),
    given("the customer has", table("line | asset | price list", "1 | HOME |")),
    revised("FIRST", "line | action | asset | price list | site", "1 | Suspend | HOME | | 12 Mill Lane"),
    when('provisioning completes line 1 of order "FIRST"'),
    QUIET,
    revised("FIRST", "line | price list", "1 |"),
    revised("FIRST", "line | price list", "3 |"),
]
FILLED_IN_AND_NAMED_NO_MORE = [
    order("FIRST", "line | action | asset | price list | upload", "1 | Update | HOME | | 10"),
    given("the customer has", table("asset | price list | upload", "HOME | | 20", "OFFICE | |", "SHED | |")),
    HELD,
    submitted("FIRST"),
    QUIET,
    when('provisioning reports the value "50" of "upload" of line 1 of order "FIRST"'),
    revised(
        "FIRST", "line | action | asset | price list | upload", "1 | Update | HOME | |", "2 | Update | SHED | | 20"
    ),
    QUIET,
    when('provisioning reports the milestone "RESERVED" of line 2 of order "FIRST"'),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("oms/names-incidents-itself", TWO_FAILURES_OF_ONE_LINE),
        ("oms/names-incidents-itself", ITS_BASE_LINE_IS_BACK_BEFORE_ITS_DATE),
        ("oms/styles-10", TWO_VERSIONS_FALL_OUT),
        ("oms/styles-10", IT_COMES_TO_ITS_POINT_WHEN_IT_IS_LEFT_OUT),
        ("oms/styles-10", IT_COMES_TO_ITS_POINT_BEFORE_ITS_CHANGE),
        ("oms", MOVED_TO_THE_PLACE_THAT_IT_LEAVES),
        ("oms/awaits-running-work", REFUSED_BEFORE_A_VALUE_IS_FILLED_IN),
        ("oms/charges-a-move-on-its-lines-list", CHARGED_NO_MORE_FOR_ITS_MOVE),
        ("oms/undoes-and-redoes", FAILED_TWICE_AND_UNDONE),
        ("oms/falls-out-instead-of-refusing", FALLS_OUT_BESIDE_A_FAILURE),
        ("oms/styles-10", FILLED_IN_AND_NAMED_NO_MORE),
        ("oms", IT_COMES_TO_ITS_POINT_ON_THE_WAY_BACK),
        ("oms/sets-up-what-no-order-brought", ITS_BASE_ORDER_COMES_BEFORE_ITS_REVISION),
        ("oms/sets-up-what-no-order-brought", ITS_BASE_ORDER_COMES_WHEN_IT_IS_BEGUN),
        ("oms/sets-up-what-no-order-brought", ITS_BASE_ORDER_IS_CANCELLED_FIRST),
        ("oms/sets-up-what-no-order-brought", CHANGED_ONCE_IT_IS_THERE_UNASKED),
        ("oms/installs-at-the-customers-address", NO_PLACE_BEFORE_ITS_REVISION),
        ("oms/keeps-what-a-version-leaves-out", A_LINE_THAT_WAITS_IS_LEFT_OUT),
        ("oms/awaits-all-running-work-of-an-order", DONE_AFTER_ALL_WHEN_IT_IS_CANCELLED),
        ("oms/bills-when-the-last-line-is-set-up", ALL_IS_DONE_WHEN_THE_DATE_COMES),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []


def test_nothing_is_objected_to_where_a_follow_on_is_worked_in() -> None:
    assert objections("oms", A_FOLLOW_ON_IS_WORKED_IN, early_follow_on="revise") == []
