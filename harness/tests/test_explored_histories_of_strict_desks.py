"""Histories of CRMs that take no order of which something does not fit, or know the time: nothing is amiss in them."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import given, when
from ordertck.harness.tests.histories import objections, order, submitted, table

_ONE_IS_LEASED = [["line", "product", "price list"], ["5", "Leased Line", ""]]


def _dated(name: str, date: str, *rows: str) -> list[Step]:
    """An order for a date."""
    return [given(f'an order "{name}" with header', [["due date"], [date]]), given("its lines are", table(*rows))]


LEFT_WITHOUT_ITS_PRODUCT = [
    order("FIRST", "line | product | price list", "1 | VoIP Service Bundle |", "1.2 | Handset Kit |"),
    when(
        'order "FIRST" is revised before submission to',
        table("line | product | price list", "1.2 | Handset Kit |", "3 | Static Address |"),
    ),
    submitted("FIRST"),
]
OF_ANOTHER_PRODUCT = [
    order("THIRD", "line | asset | price list", "1 | ALIKE-2 |"),
    submitted("THIRD"),
    when('the order system reports of order "THIRD"', [["line", "status"], ["1", "COMPLETE"]]),
    order("SEVENTH", "line | action | asset | product | price list", "1 | Update | ALIKE-2 | Home Router |"),
    submitted("SEVENTH"),
]
REPORTED_AND_ENTERED = [
    when('the back office reports phone number "0044790001" with', [["listing"], [""]]),
    when('a user enters phone number "0044790001" with', [["listing"], [""]]),
]
ENTERED_AS_IT_WAS_REPORTED_IN_VAIN = [
    when('the back office reports work order "VISIT" with', [["appointment"], ["Monday"]]),
    when('a user enters work order "VISIT" with', [["task"], [""]]),
    when('a user enters work order "VISIT" with', [["appointment"], ["Monday"]]),
]
CLEARED_AND_KEPT_WITH_THE_ASSET = [
    order("FIRST", "line | product | price list | service point | asset", "2 | Static Address | | Customer | STATIC-2"),
    submitted("FIRST"),
    when('the order system reports the status "COMPLETE" of order "FIRST"'),
    order("SEVENTH", "line | action | price list | service point | asset", "1 | Update | | Customer | STATIC-2"),
    when(
        'order "SEVENTH" is revised before submission to',
        table("line | action | price list | service point | asset", "1 | Update | | | STATIC-2"),
    ),
    submitted("SEVENTH"),
]
SUBMITTED_AFTER_ITS_DATE = [
    given("the customer has", table("asset | price list", "FLAT |")),
    *_dated("FOURTH", "in 3 days", "line | action | asset | price list | speed", "6 | Update | FLAT | | 500"),
    submitted("FOURTH"),
    when('the clock comes to the due date of order "FOURTH"'),
    *_dated("SIXTH", "in 1 day", "line | action | asset | price list | upload", "1 | Update | FLAT | | 20"),
    submitted("SIXTH"),
]
LOOKED_AT_BEFORE_THE_DATE = [
    given("the customer has", table("asset | price list", "SHED |")),
    *_dated("SECOND", "in 3 days", "line | action | asset | price list", "2 | Update | SHED |"),
    submitted("SECOND"),
    when('a user submits order "THIRD" to set "speed" to "500" on the projected asset of line 2 of order "SECOND"'),
    when("all is quiet"),
    when('the clock comes to the due date of order "SECOND"'),
]
BROUGHT_LATER_BY_A_DRAFT_OF_WHAT_WAS_REFUSED = [
    *_dated("FIRST", "in 1 day", "line | product | price list", "1 | Static Address |"),
    submitted("FIRST"),
    when('order "FIRST" is revised to', [["line", "price list"], ["1", ""]]),
    when('a user begins to revise order "FIRST" to', table("line | product | price list", "4 | Internet Access |")),
    when('the order system reports a refusal of order "FIRST"'),
    submitted("FIRST"),
    when('a user submits order "SECOND" to set "speed" to "500" on the projected asset of line 4 of order "FIRST"'),
]
WAITING_FOR_WHAT_IS_NOT_COMING = [
    order("FIRST", "line | product | price list", "2 | Internet Access |"),
    submitted("FIRST"),
    when(
        'order "FIRST" is revised to',
        table("line | product | price list", "2 | Internet Access |", "4 | Static Address |"),
    ),
    order(
        "SECOND",
        "line | action | product | price list | depends on | asset",
        "1 | Update | Static Address | | line 4 of FIRST |",
        "2 | Add | Leased Line | | | LEASED-2",
    ),
    submitted("SECOND"),
    when('the order system reports a refusal of order "FIRST"'),
    when('order "FIRST" is revised to', _ONE_IS_LEASED),
    when('a supervisor approves order "SECOND"'),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("crm/takes-no-component-without-its-product", LEFT_WITHOUT_ITS_PRODUCT),
        ("crm/takes-no-change-of-another-product", OF_ANOTHER_PRODUCT),
        ("crm/gives-ids-on-saving", REPORTED_AND_ENTERED),
        ("crm", ENTERED_AS_IT_WAS_REPORTED_IN_VAIN),
        ("crm/names-the-service-point-of-the-asset", CLEARED_AND_KEPT_WITH_THE_ASSET),
        ("crm/goes-by-when-work-begins", SUBMITTED_AFTER_ITS_DATE),
        ("crm/counts-what-is-due-as-undated", SUBMITTED_AFTER_ITS_DATE),
        ("crm/counts-what-is-due-as-undated", LOOKED_AT_BEFORE_THE_DATE),
        ("crm/builds-on-what-comes-later", BROUGHT_LATER_BY_A_DRAFT_OF_WHAT_WAS_REFUSED),
        ("crm/approves-nothing-that-is-gone", WAITING_FOR_WHAT_IS_NOT_COMING),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
