"""Histories of changes that were turned to another thing, led back or filled in, in which nothing is amiss."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

HELD = given("provisioning holds its work")
LED_BACK_TO_A_SERVICE_POINT = [
    order("FIRST", "line | action | asset | price list | service point", "2 | Update | HOME | | Neighbour"),
    order("SECOND", "line | price list", "1 |"),
    given("the customer has", table("asset | price list", "HOME |")),
    HELD,
    submitted("FIRST"),
    when('provisioning completes all its work for order "FIRST"'),
    revised("SECOND", "line | action | asset | price list | service point", "1 | Update | HOME | | Customer"),
    QUIET,
    revised(
        "SECOND",
        "line | action | asset | price list | site | service point",
        "1 | Update | HOME | | 3 Harbour Road | Customer",
    ),
]
_CHANGING = [
    given("the customer has", table("line | asset | price list | site", "2 | OFFICE | | 12 Mill Lane")),
    HELD,
    submitted("SECOND"),
    QUIET,
]
_FILLED_IN = when('provisioning reports the value "0019" of "upload" of line 3 of order "SECOND"')
_OFFICE = order("SECOND", "line | action | asset | price list", "3 | Update | OFFICE |")
FILLED_IN_ON_THE_WAY_BACK = [
    _OFFICE,
    *_CHANGING,
    revised("SECOND", "line | action | asset | price list | site", "3 | Update | OFFICE | | 12 Mill Lane"),
    _FILLED_IN,
    when("provisioning takes up its work again"),
]
FILLED_IN_ON_THE_WAY_TO_ANOTHER_THING = [
    _OFFICE,
    *_CHANGING,
    revised("SECOND", "line | product | price list | site", "3 | Internet Access | | 12 Mill Lane"),
    _FILLED_IN,
    when("provisioning takes up its work again"),
]
FILLED_IN_AND_LED_BACK = [
    order("FIRST", "line | asset | price list", "3 | STATIC-1 |"),
    order("THIRD", "line | action | asset | price list | depends on", "1 | Update | STATIC-1 | | line 3 of FIRST"),
    HELD,
    submitted("FIRST"),
    when('provisioning reports the value "N-17" of "serial" of line 3 of order "FIRST"'),
    submitted("THIRD"),
    when('provisioning completes all its work for order "FIRST"'),
    when('provisioning reports the value "N-18" of "serial" of line 1 of order "THIRD"'),
    revised("THIRD", "line | action | asset | price list | version", "1 | Update | STATIC-1 | | v4"),
    when('provisioning completes all its work for order "THIRD"'),
]
_SEVERAL = given("the customer has", table("asset | price list", "HOME | Premium Consumer Price List", "SHED |"))
A_FAILED_CHANGE_IS_OF_ANOTHER_THING = [
    order("FIRST", "line | action | asset | price list", "3 | Update | HOME |"),
    _SEVERAL,
    HELD,
    submitted("FIRST"),
    when('provisioning cannot do line 3 of order "FIRST"'),
    when('provisioning completes line 3 of order "FIRST"'),
    revised("FIRST", "line | action | asset | price list", "3 | Update | SHED |"),
    when("provisioning takes up its work again"),
    when('provisioning does line 3 of order "FIRST" after all'),
]
TURNED_TO_ANOTHER_THING_WITH_VALUES = [
    order(
        "SECOND", "line | action | asset | price list | speed | service point", "1 | Update | HOME | | 50 | Neighbour"
    ),
    given(
        "the customer has",
        table("asset | price list | speed | service point", "HOME | | 100 | Customer", "SHED | | 50 | Customer"),
    ),
    HELD,
    submitted("SECOND"),
    QUIET,
    revised(
        "SECOND", "line | action | asset | price list | speed | service point", "1 | Update | SHED | | 50 | Neighbour"
    ),
]
TURNED_TO_A_THING_OF_ANOTHER_LINE = [
    order("THIRD", "line", "2"),
    revised("THIRD", "line | product | price list", "1 | Internet Access |"),
    revised("THIRD", "line | asset | price list", "1 | INTERNET-10 |", "3 | INTERNET-10 |"),
    QUIET,
]
TURNED_TO_ANOTHER_THING_AND_WITHDRAWN = [
    order("FIRST", "line | product | price list", "2 | Internet Access |"),
    _SEVERAL,
    submitted("FIRST"),
    revised("FIRST", "line | action | asset | price list", "2 | Update | SHED |"),
    revised("FIRST", "line | product | price list", "3 | Internet Access |"),
]
FILLED_IN_WHEN_ALL_IS_DONE = [
    order("FIRST", "line | product | price list", "1 | VoIP Access |"),
    submitted("FIRST"),
    when('provisioning reports the value "0019" of "number" of line 1 of order "FIRST"'),
]
LED_BACK_AT_THE_PRICE_OF_ANOTHER_ORDER = [
    given("the customer has", table("asset | price list", "HOME |", "OFFICE |", "SHED |")),
    HELD,
    order("SECOND", "line | action | asset | price list", "2 | Update | SHED |"),
    submitted("SECOND"),
    QUIET,
    revised("SECOND", "line | action | asset | price list", "2 | Update | OFFICE |"),
    order(
        "FOURTH",
        "line | action | asset | price list | price override",
        "1 | Move-Add | OFFICE | |",
        "2 | Move-Delete | OFFICE | |",
        "4 | Update | SHED | | 9.50",
    ),
    submitted("FOURTH"),
    when('provisioning completes all its work for order "FOURTH"'),
    when("provisioning takes up its work again"),
]

NOTHING_IS_LEFT_TO_CHANGE = [
    order(
        "FIRST",
        "line | asset | product | due date",
        "2 | VOIP | VoIP Service Bundle | in 3 days",
        "2.1 | ACCESS | VoIP Access | now",
    ),
    order(
        "SECOND",
        "line | action | asset | product",
        "1 | - | VOIP | VoIP Service Bundle",
        "1.1 | Suspend | ACCESS | VoIP Access",
    ),
    HELD,
    submitted("FIRST"),
    when('provisioning completes all its work for order "FIRST"'),
    submitted("SECOND"),
    QUIET,
    revised("SECOND", "line | action | asset | product", "1 | - | VOIP | VoIP Service Bundle"),
]

TWO_CALLS_FAIL_TOGETHER = [
    given("the customer has", table("asset | product", "HOME | Static Address")),
    order("SECOND", "line | action | asset | price override | version", "1 | Update | HOME | 9.50 | v4"),
    HELD,
    submitted("SECOND"),
    QUIET,
    when('provisioning cannot do line 1 of order "SECOND"'),
    revised("SECOND", "line | action | asset | price override", "1 | Update | HOME | 9.50"),
    when("provisioning takes up its work again"),
    when('provisioning does line 1 of order "SECOND" after all'),
]

CANCELLED_BESIDE_WHAT_STAYS_AS_IT_IS = [
    given("the customer has", table("asset | product", "SHED | VoIP Service Bundle", "VOICE | VoIP Voicemail")),
    order("FIRST", "line | action | asset | product", "1 | Suspend | VOICE | VoIP Voicemail"),
    order(
        "SECOND",
        "line | action | asset | product",
        "1 | - | SHED | VoIP Service Bundle",
        "2 | Resume | VOICE | VoIP Voicemail",
    ),
    submitted("FIRST"),
    QUIET,
    HELD,
    submitted("SECOND"),
    when('the CRM cancels order "SECOND"'),
]

A_COMPONENT_WAITS_FOR_ITS_DATE = [
    order(
        "FIRST",
        "line | product | due date",
        "1 | VoIP Service Bundle |",
        "1.1 | VoIP Access | in 3 days",
        "2 | Static Address |",
    ),
    HELD,
    submitted("FIRST"),
    when('provisioning completes all its work for order "FIRST"'),
    QUIET,
]
UNCHANGED_COMPONENTS_BESIDE_WHAT_IS_NEW = [
    given("the customer has", table("line | asset | price list", "3 | SHED |")),
    order(
        "SIXTH",
        "line | action | asset | price list",
        "1 | Update | SHED |",
        "3 | - | HOME |",
        "3.1 | - | HOME-VOICE |",
        "4 | Add | VOIP-39 |",
    ),
    submitted("SIXTH"),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("oms/drops-late-values", FILLED_IN_WHEN_ALL_IS_DONE),
        ("oms/tells-nothing-of-what-stays-as-it-is", CANCELLED_BESIDE_WHAT_STAYS_AS_IT_IS),
        ("oms", NOTHING_IS_LEFT_TO_CHANGE),
        ("oms/styles-7", TWO_CALLS_FAIL_TOGETHER),
        ("oms/begins-a-bundle-after-its-components", A_COMPONENT_WAITS_FOR_ITS_DATE),
        ("oms/begins-a-bundle-after-its-components", UNCHANGED_COMPONENTS_BESIDE_WHAT_IS_NEW),
        ("oms", A_FAILED_CHANGE_IS_OF_ANOTHER_THING),
        ("oms", TURNED_TO_ANOTHER_THING_WITH_VALUES),
        ("oms", LED_BACK_AT_THE_PRICE_OF_ANOTHER_ORDER),
        ("oms", TURNED_TO_A_THING_OF_ANOTHER_LINE),
        ("oms", TURNED_TO_ANOTHER_THING_AND_WITHDRAWN),
        ("oms/is-cancelled-by-delete", LED_BACK_TO_A_SERVICE_POINT),
        ("oms/takes-lines-backwards", FILLED_IN_ON_THE_WAY_BACK),
        ("oms/takes-lines-backwards", FILLED_IN_ON_THE_WAY_TO_ANOTHER_THING),
        ("oms/takes-a-change-back-first", FILLED_IN_AND_LED_BACK),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
