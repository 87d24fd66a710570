"""Histories of order systems in which something is refused, or is not told, that no document demands."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

LINES = "line | product | price list"
HELD = given("provisioning holds its work")
NO_PLACE_IS_NAMED = [
    given('an order "SECOND" with header', table("account", "Neighbour")),
    given("its lines are", table(LINES, "1 | Internet Access |")),
    order("THIRD", LINES, "1 | Internet Access |"),
    submitted("SECOND"),
    submitted("THIRD"),
]
EACH_WOULD_WAIT_FOR_THE_OTHER = [
    order("FIRST", LINES, "1 | Internet Access |"),
    order(
        "FOURTH",
        f"{LINES} | depends on",
        "1 | Internet Access | | line 1 of FIRST",
        "2 | Home Starter Pack | |",
    ),
    HELD,
    submitted("FIRST"),
    submitted("FOURTH"),
    QUIET,
    revised("FIRST", f"{LINES} | depends on", "2 | Internet Access | | line 2 of FOURTH"),
]
NOTHING_STAYS_AS_IT_IS = [
    order("SECOND", "line | asset | price list", "1 | VOIP-1 |"),
    order("THIRD", "line | action | asset | price list", "1 | Update | VOIP-1 |", "2 | - | HANDSET-3 |"),
    submitted("SECOND"),
    QUIET,
    submitted("THIRD"),
]
CANCELLED_BEFORE_IT_CAME = [
    order("FIRST", "line | price list", "1 |"),
    when('the CRM cancels order "FIRST"'),
    revised("FIRST", LINES, "2 | Internet Access |"),
]
_MOVES = "line | action | asset | price list | site"
REVISED_TO_ANOTHER_PLACE = [
    order("SECOND", _MOVES, "1 | Move-Add | OFFICE | | 3 Harbour Road", "2 | Move-Delete | OFFICE | |"),
    given("the customer has", table("asset | price list", "OFFICE |")),
    HELD,
    submitted("SECOND"),
    QUIET,
    revised("SECOND", _MOVES, "1 | Move-Add | OFFICE | | 7 Church Close", "2 | Move-Delete | OFFICE | |"),
    when('provisioning reports the milestone "DESIGNED" of line 1 of order "SECOND"'),
    when('provisioning reports the value "N-18" of "serial" of line 1 of order "SECOND"'),
]
ADDED_ONCE_ANOTHER_ORDER_HAS_SET_IT_UP = [
    order("SECOND", "line | asset | price list", "1 | INTERNET-9 |"),
    order("THIRD", "line | action | asset | price list | depends on", "1 | Update | INTERNET-9 | | line 1 of SECOND"),
    submitted("THIRD"),
    revised("SECOND", "line | price list", "2 |"),
    QUIET,
    revised("SECOND", LINES, "1 | Internet Access |"),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("oms/writes-no-place-as-an-empty-text", NO_PLACE_IS_NAMED),
        ("oms/refuses-to-wait-for-what-waits-for-it", EACH_WOULD_WAIT_FOR_THE_OTHER),
        ("oms/refuses-to-leave-what-is-not-there", NOTHING_STAYS_AS_IT_IS),
        ("oms", CANCELLED_BEFORE_IT_CAME),
        ("oms/tells-nothing-of-what-is-to-be-undone", REVISED_TO_ANOTHER_PLACE),
        ("oms/refuses-to-add-what-is-there", ADDED_ONCE_ANOTHER_ORDER_HAS_SET_IT_UP),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
