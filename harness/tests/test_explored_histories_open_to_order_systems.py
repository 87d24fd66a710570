"""Histories in which order systems may go either way: what is overtaken, what nobody brings, and what says Delete."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

HELD = given("provisioning holds its work")
ACTIVATED = when('provisioning reports the milestone "ACTIVATED" of line 1 of order "SECOND"')
GOES_ON = when("provisioning takes up its work again")
LINES = "line | product | price list"
IT_COMES_TO_ITS_POINT_AS_IT_IS_REVISED_AT_ONCE = [
    HELD,
    when('a small order "SECOND" with priority Urgent is submitted'),
    revised("SECOND", f"{LINES} | upload", "1 | Internet Access | | 10"),
    ACTIVATED,
    revised("SECOND", LINES, "1 | Internet Access |"),
]
BEHIND_A_LINE_THAT_DOES_NOT_BRING_IT = [
    order("FIFTH", "line | asset | price list", "2 | INTERNET-11 |"),
    order("SIXTH", LINES, "1 | Internet Access |"),
    order("EIGHTH", "line | action | asset | price list | depends on", "1 | Update | INTERNET-11 | | line 1 of SIXTH"),
    HELD,
    submitted("FIFTH"),
    submitted("SIXTH"),
    when('the CRM cancels order "FIFTH"'),
    submitted("EIGHTH"),
]
A_CHANGE_THAT_SAYS_DELETE = [
    order(
        "FIRST", "line | action | asset | price list | upload", "1 | Update | HOME | | 20", "2 | Update | SHED | | 20"
    ),
    given("the customer has", table("asset | price list", "HOME |", "SHED |")),
    HELD,
    submitted("FIRST"),
    QUIET,
    revised(
        "FIRST", "line | action | asset | price list | upload", "1 | Delete | HOME | |", "2 | Update | SHED | | 20"
    ),
    GOES_ON,
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("oms/provisions-first-and-locks-by-what-is-wanted", IT_COMES_TO_ITS_POINT_AS_IT_IS_REVISED_AT_ONCE),
        ("oms/refuses-to-change-what-nobody-brings", BEHIND_A_LINE_THAT_DOES_NOT_BRING_IT),
        ("oms/withdraws-a-change-that-says-delete", A_CHANGE_THAT_SAYS_DELETE),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
