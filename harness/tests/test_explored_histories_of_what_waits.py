"""Histories of order systems in which something waits: for its date, for a place or for its base line."""

from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

HELD = given("provisioning holds its work")
HOME = given("the customer has", table("asset | product | speed | upload", "HOME | Internet Access | 100 | 20"))

NOT_OVER_YET = [
    HOME,
    order(
        "FIRST",
        "line | action | product | asset | due date",
        "1 | - | Internet Access | HOME |",
        "2 | Add | Static Address | FIXED | in 2 days",
        "3 | Add | Internet Access | OFFICE |",
    ),
    submitted("FIRST"),
    QUIET,
]


def test_of_what_stays_as_it_is_nothing_need_be_told_before_the_order_is_over() -> None:
    """While another line waits for its date, the CRM need not hear that a line that changes nothing is complete."""
    assert objections("oms/tells-nothing-of-what-stays-as-it-is", NOT_OVER_YET) == []


TURNED_TO_ANOTHER_THING_WHILE_IT_WAITS = [
    HOME,
    HELD,
    given(
        'an order "FIRST" for "in 3 days" with',
        table(
            "line | action | product | asset | due date",
            "1 | Add | Internet Access | OFFICE | now",
            "2 | Update | Internet Access | HOME |",
        ),
    ),
    submitted("FIRST"),
    QUIET,
    revised(
        "FIRST",
        "line | action | product | asset | due date",
        "1 | Add | Internet Access | OFFICE | now",
        "2 | Add | Static Address | FIXED |",
    ),
    QUIET,
    when("a week passes"),
    when("provisioning takes up its work again"),
    QUIET,
]


def test_what_a_revision_turns_to_another_thing_goes_on_waiting_for_its_date() -> None:
    """Nothing is done for it before its date, and it is done then (FD-04)."""
    assert objections("oms", TURNED_TO_ANOTHER_THING_WHILE_IT_WAITS) == []


ITS_BASE_LINE_WAS_NEVER_KNOWN = [
    order("SECOND", "line | product", "1 | Static Address"),
    order("FIFTH", "line | product | depends on", "1 | Internet Access | line 2 of SECOND"),
    given("orders held at provisioning take every place"),
    submitted("SECOND"),
    QUIET,
    when('provisioning completes all its work for order "PLACE3"'),
    QUIET,
    when("billing holds its work"),
    when('provisioning completes all its work for order "SECOND"'),
    QUIET,
    revised("SECOND", "line | product", "2 | Internet Access"),
    submitted("FIFTH"),
    QUIET,
    when('the CRM cancels order "SECOND"'),
    QUIET,
    when('provisioning completes line 1 of order "SECOND"'),
    QUIET,
]


def test_a_base_line_may_be_unknown_that_a_revision_was_to_add() -> None:
    """Who never heard of it before it was cancelled begins what builds on it when there is a place (FO-08)."""
    assert objections("oms/styles-4", ITS_BASE_LINE_WAS_NEVER_KNOWN) == []


COMES_TO_DEPEND_ON_A_LINE_WHEN_IT_MAY_HAVE_BEGUN = [
    HOME,
    order("BASE", "line | product | asset | due date", "1 | Static Address | FIXED | in 3 days"),
    order(
        "SECOND",
        "line | action | product | asset | due date",
        "1 | Add | Internet Access | OFFICE | in 2 days",
        "2 | - | Internet Access | HOME |",
    ),
    submitted("BASE"),
    submitted("SECOND"),
    revised(
        "SECOND",
        "line | action | product | asset | due date | depends on",
        "1 | Add | Internet Access | OFFICE | in 2 days |",
        "2 | - | Internet Access | HOME | |",
        "3 | Update | Static Address | FIXED | | line 1 of BASE",
    ),
    QUIET,
    when("a week passes"),
    QUIET,
]


def test_what_waited_for_its_date_need_not_wait_for_what_its_order_came_to_depend_on_later() -> None:
    """An order of which a line changes nothing may have been begun with that line by then (FO-04)."""
    assert objections("oms", COMES_TO_DEPEND_ON_A_LINE_WHEN_IT_MAY_HAVE_BEGUN) == []
