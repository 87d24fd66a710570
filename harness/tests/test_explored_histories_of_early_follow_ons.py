"""Histories of order systems in which a follow-on order comes before its base, or a value after its line is revised."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

HELD = given("provisioning holds its work")
BASE = "line | asset | product | speed | price list"
FOLLOW_ON = "line | action | asset | product | speed | price list | depends on"
ITS_BASE_FINDS_ALL_THERE = [
    order("THIRD", BASE, "1 | NET-7 | Internet Access | 100 |"),
    order("FOURTH", FOLLOW_ON, "1 | Update | NET-7 | Internet Access | 500 | | line 1 of THIRD"),
    submitted("FOURTH"),
    QUIET,
    submitted("THIRD"),
]
ITS_BASE_IS_CHARGED_ON_ANOTHER_LIST = [
    order("SECOND", "line | asset | price list", "1 | STATIC-4 | Consumer Price List"),
    order("THIRD", "line | action | asset | price list | depends on", "1 | Update | STATIC-4 | | line 1 of SECOND"),
    HELD,
    submitted("THIRD"),
    submitted("SECOND"),
    when('provisioning completes all its work for order "SECOND"'),
    when("provisioning takes up its work again"),
]
FILLED_IN_AFTER_A_VERSION_WITHOUT_IT = [
    order(
        "FIRST",
        "line | action | asset | product | price list | number",
        "2 | Update | OFFICE | VoIP Access | | 555-0100",
    ),
    given("the customer has", table("asset | price list", "OFFICE |")),
    HELD,
    submitted("FIRST"),
    QUIET,
    revised("FIRST", "line | action | asset | price list", "2 | Update | OFFICE |"),
    when('provisioning reports the value "N-17" of "number" of line 2 of order "FIRST"'),
    revised(
        "FIRST",
        "line | action | asset | product | price list | number",
        "2 | Update | OFFICE | VoIP Access | | 555-0100",
    ),
    when('provisioning completes all its work for order "FIRST"'),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("oms/leaves-alone-what-is-there", ITS_BASE_FINDS_ALL_THERE),
        ("oms/leaves-alone-what-is-there", ITS_BASE_IS_CHARGED_ON_ANOTHER_LIST),
        ("oms/styles-2", FILLED_IN_AFTER_A_VERSION_WITHOUT_IT),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
