"""Histories in which an order is cancelled, or rests, before a line had its turn: each was objected to once."""

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


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("som/looks-at-lines-in-their-turn", CANCELLED_TOGETHER_WITH_WHAT_NOBODY_CAN_DO),
        ("som/looks-at-lines-in-their-turn", RESTS_BEFORE_WHAT_NOBODY_CAN_DO_IS_ADDED),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
