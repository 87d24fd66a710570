"""Histories of CRMs in which what was entered, and waits for something, is entered or submitted once more."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

LISTED_BEFORE_IT_WAS_A_COMPONENT = [
    order("SECOND", "line | product | price list", "1 | VoIP Service Bundle |"),
    submitted("SECOND"),
    revised("SECOND", "line | price list", "5 |", "5.1 | Premium Consumer Price List"),
    revised(
        "SECOND",
        "line | product | price list",
        "5 | VoIP Service Bundle |",
        "5.1 | VoIP Access | Premium Consumer Price List",
    ),
]
REVISED_BEFORE_A_SUPERVISOR_HAS_SEEN_IT = [
    order("FIRST", "line | product | price list", "1 | Leased Line |"),
    submitted("FIRST"),
    when('a user begins to revise order "FIRST" to', table("line | price list", "1 |")),
    submitted("FIRST"),
]
ENTERED_AS_IT_WAS_WHEN_ANOTHER_ORDER_CHANGED_IT = [
    given("the customer has", table("asset | product | speed | upload", "HOME | Internet Access | 100 | 20")),
    order("FIRST", "line | action | product | asset | speed", "1 | Update | Internet Access | HOME | 100"),
    order("SECOND", "line | action | product | asset | speed", "1 | Update | Internet Access | HOME | 500"),
    submitted("SECOND"),
    when('the order system reports of order "SECOND"', [["line", "status"], ["1", "COMPLETE"]]),
    submitted("FIRST"),
]

ADDED_ANEW_WHEN_THE_REVISION_THAT_ADDED_IT_WAS_REFUSED = [
    order("FIRST", "line | product | price list", "3 | Home Router |"),
    submitted("FIRST"),
    revised("FIRST", "line | product | price list", "4 | Home Router |"),
    when('the order system reports a refusal of order "FIRST"'),
    revised("FIRST", "line | product | price list | service point", "4 | Home Router | | Neighbour"),
    when('a user begins to revise order "FIRST" to', table("line | price list | service point", "4 | |")),
    when('the order system reports the milestone "RESERVED" of line 4 of order "FIRST"'),
    submitted("FIRST"),
    when('order "FIRST" is revised to the due date "in 1 day"'),
    QUIET,
    when('a user begins to revise order "FIRST" to', table("line | price list", "4 |")),
    submitted("FIRST"),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("crm", LISTED_BEFORE_IT_WAS_A_COMPONENT),
        ("crm/asks-about-what-a-revision-adds", REVISED_BEFORE_A_SUPERVISOR_HAS_SEEN_IT),
        ("crm", ENTERED_AS_IT_WAS_WHEN_ANOTHER_ORDER_CHANGED_IT),
        ("crm/styles-2", ADDED_ANEW_WHEN_THE_REVISION_THAT_ADDED_IT_WAS_REFUSED),
        ("crm/takes-what-is-there-for-no-change", ENTERED_AS_IT_WAS_WHEN_ANOTHER_ORDER_CHANGED_IT),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
