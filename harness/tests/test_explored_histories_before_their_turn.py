"""Histories in which an order is cancelled, or rests, before a line had its turn, or as it comes to have it."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted

HELD = when("the intake of service order management is held")
RELEASED = when("the intake of service order management is released")
CANCELLED_TOGETHER_WITH_WHAT_NOBODY_CAN_DO = [
    order("SECOND", "line | product", "1 | Internet Access", "2 | Moon Base"),
    HELD,
    submitted("SECOND"),
    when('the CRM cancels order "SECOND"'),
    RELEASED,
]
RESTS_BEFORE_WHAT_NOBODY_CAN_DO_IS_ADDED = [
    order("FIRST", "line | product", "1 | Internet Access"),
    given("the network holds its work"),
    submitted("FIRST"),
    when('the CRM suspends order "FIRST"'),
    QUIET,
    revised("FIRST", "line | product", "1 | Internet Access", "2 | Moon Base"),
    QUIET,
]
STANDS = [order("BASE", "line | asset", "1 | HOME"), submitted("BASE"), given("the network holds its work")]
FASTER = order("FASTER", "line | action | asset | speed", "1 | Update | HOME | 200")
FASTEST = order("FASTEST", "line | action | asset | speed", "1 | Update | HOME | 500")
RESTS = order("RESTS", "line | action | asset", "1 | Suspend | HOME")
CANCELLED_TOGETHER_WITH_WHAT_IT_WAITED_FOR = [
    *STANDS,
    FASTER,
    FASTEST,
    RESTS,
    submitted("FASTER"),
    submitted("FASTEST"),
    when('the CRM suspends order "FASTEST"'),
    when('the network completes all its work for order "FASTER"'),
    submitted("RESTS"),
    HELD,
    when('the CRM cancels order "FASTEST"'),
    when('the CRM cancels order "RESTS"'),
    RELEASED,
    when("the network takes up its work again"),
]
CANCELLED_WHILE_IT_WAITED = [
    *STANDS,
    FASTER,
    RESTS,
    submitted("FASTER"),
    submitted("RESTS"),
    when('the CRM cancels order "RESTS"'),
    when("the network takes up its work again"),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("som", CANCELLED_TOGETHER_WITH_WHAT_IT_WAITED_FOR),
        ("som/looks-at-lines-in-their-turn", CANCELLED_TOGETHER_WITH_WHAT_NOBODY_CAN_DO),
        ("som/looks-at-lines-in-their-turn", RESTS_BEFORE_WHAT_NOBODY_CAN_DO_IS_ADDED),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []


def test_what_was_cancelled_while_it_waited_is_not_begun() -> None:
    begun = "undo activate asked for line RESTS-L1, of which nothing was begun when it was taken back"
    assert objections("som", CANCELLED_WHILE_IT_WAITED) == []
    assert objections("som/finishes-first", CANCELLED_WHILE_IT_WAITED) == [begun]
