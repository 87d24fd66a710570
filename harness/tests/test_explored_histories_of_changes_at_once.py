"""Histories of changes that meet: what the oracle hears in wrong order systems, and leaves to right ones."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

HELD = given("provisioning holds its work")
FULFILLED = 'order "{}" is submitted and fulfilled'
HOME = given("the customer has", table("asset | product | speed | upload", "HOME | Internet Access | 100 | 20"))


def done(name: str) -> Step:
    """Provisioning does all that it holds of an order."""
    return when(f'provisioning completes all its work for order "{name}"')


def cancelled(name: str) -> Step:
    """An order is cancelled, and that is looked at."""
    return when(f'the CRM cancels order "{name}"')


ONE_IS_CANCELLED_AS_THE_OTHER_IS_AT_WORK = [
    HOME,
    HELD,
    order("FIRST", "line | action | asset | speed", "1 | Update | HOME | 500"),
    order("SECOND", "line | action | asset | upload", "1 | Update | HOME | 50"),
    submitted("FIRST"),
    QUIET,
    submitted("SECOND"),
    QUIET,
    done("SECOND"),
    cancelled("FIRST"),
    QUIET,
    done("FIRST"),
    QUIET,
]
ASSIGNED_BY_THE_ORDER_BEFORE = [
    order("BASE", "line | action | product | asset | speed | upload", "1 | Add | Internet Access | HOME | 100 | 20"),
    HELD,
    order("SECOND", "line | action | asset | speed", "1 | Update | HOME | 500"),
    submitted("BASE"),
    QUIET,
    when('provisioning reports the value "40" of "upload" of line 1 of order "BASE"'),
    done("BASE"),
    QUIET,
    submitted("SECOND"),
    QUIET,
]
MOVED_AND_CHANGED = [
    given(
        "the customer has",
        table("asset | product | site | service point", "HOME | Internet Access | 12 Mill Lane | Sp 0041"),
    ),
    order(
        "FIRST",
        "line | action | asset | site | service point",
        "1 | Move-Add | HOME | 7 Church Close | Sp 0043",
        "2 | Move-Delete | HOME | 12 Mill Lane | Sp 0041",
    ),
    given(FULFILLED.format("FIRST")),
    order("SECOND", "line | action | asset | speed", "1 | Update | HOME | 500"),
    when(FULFILLED.format("SECOND")),
]
REVISED_ON_ANOTHER_LIST_AND_CANCELLED = [
    given(
        "the customer has",
        table("asset | product | price list", "HOME | Internet Access | Premium Consumer Price List"),
    ),
    HELD,
    order(
        "FIRST",
        "line | action | asset | price list | price override | speed",
        "1 | Update | HOME | Consumer Price List | 19.90 | 500",
    ),
    submitted("FIRST"),
    QUIET,
    revised(
        "FIRST",
        "line | action | asset | price list | price override | speed",
        "1 | Update | HOME | Seasonal Price List | 19.90 | 500",
    ),
    QUIET,
    cancelled("FIRST"),
    QUIET,
    done("FIRST"),
    QUIET,
]
WAITS_FOR_NOTHING_ANY_MORE = [
    order("BASE", "line | product", "1 | Internet Access"),
    HELD,
    order("SECOND", "line | product | depends on", "1 | VoIP Voicemail | line 1 of BASE"),
    submitted("BASE"),
    QUIET,
    submitted("SECOND"),
    QUIET,
    revised("SECOND", "line | product", "1 | VoIP Voicemail"),
    QUIET,
]
BASE_IS_CANCELLED = [
    order("BASE", "line | product", "1 | Internet Access"),
    HELD,
    order("SECOND", "line | product | depends on", "1 | Internet Access | line 1 of BASE"),
    submitted("BASE"),
    QUIET,
    submitted("SECOND"),
    QUIET,
    cancelled("BASE"),
    done("BASE"),
    QUIET,
]
ASSIGNED_AND_LEFT_AS_IT_WAS = [
    order("BASE", "line | product | version", "1 | VoIP Access |", "2 | Static Address | v4"),
    HELD,
    submitted("BASE"),
    QUIET,
    when('provisioning reports the value "020 7946 0123" of "number" of line 1 of order "BASE"'),
    revised("BASE", "line | product | version", "1 | VoIP Access |", "2 | Static Address | v6"),
    QUIET,
]
TAKEN_BACK_TWICE = [
    order("BASE", "line | product", "1 | VoIP Access", "2 | VoIP Access"),
    HELD,
    given("provisioning holds the work of releasing reservations"),
    submitted("BASE"),
    QUIET,
    when('provisioning reports the milestone "RESERVED" of line 1 of order "BASE"'),
    revised("BASE", "line | product", "2 | VoIP Access"),
    QUIET,
    revised("BASE", "line | product", "1 | VoIP Access", "2 | VoIP Access"),
    QUIET,
    cancelled("BASE"),
    QUIET,
]
URGENT_ONLY_IN_WHAT_WAS_REFUSED = [
    order(
        "BASE", "line | product | speed | due date", "1 | Internet Access | 100 |", "2 | Static Address | | in 5 days"
    ),
    given('order "BASE" has priority Low'),
    given('order "BASE" is held at provisioning past its points of no return'),
    when('order "BASE" has priority Urgent'),
    revised(
        "BASE", "line | product | speed | due date", "1 | Internet Access | 500 |", "2 | Static Address | | in 5 days"
    ),
    QUIET,
    when("a week passes"),
    QUIET,
]


@pytest.mark.parametrize(
    ("system", "steps", "seen"),
    [
        ("goes-back-to-the-sale", ONE_IS_CANCELLED_AS_THE_OTHER_IS_AT_WORK, "with upload 20, and not 50"),
        ("notes-only-what-was-updated", ONE_IS_CANCELLED_AS_THE_OTHER_IS_AT_WORK, "with speed 500, and not 100"),
        ("sends-all-that-was-ever-ordered", ASSIGNED_BY_THE_ORDER_BEFORE, "which is 40: a change to 20 is asked for"),
        ("forgets-the-new-service-point", MOVED_AND_CHANGED, "at the service point Sp 0041, and not at Sp 0043"),
        ("takes-one-service-point-for-both-halves", MOVED_AND_CHANGED, "taken away at the service point Sp 0043"),
        (
            "cancels-the-last-revision-only",
            REVISED_ON_ANOTHER_LIST_AND_CANCELLED,
            "was taken back, and it is charged on",
        ),
        ("keeps-the-dependency-of-the-first-version", WAITS_FOR_NOTHING_ANY_MORE, "waits for nothing"),
        ("is-released-by-a-cancel", BASE_IS_CANCELLED, "is asked for before line BASE-L1 is complete"),
        ("takes-a-filled-in-value-for-a-change", ASSIGNED_AND_LEFT_AS_IT_WAS, "and no version altered the line"),
        ("undoes-again-what-is-being-undone", TAKEN_BACK_TWICE, "remove of VoIP Access is asked for a second time"),
        (
            "keeps-the-priority-of-a-refused-version",
            URGENT_ONLY_IN_WHAT_WAS_REFUSED,
            "is told the priority Urgent, and the order says Low",
        ),
    ],
)
def test_what_one_order_does_beside_another_is_heard(system: str, steps: list[Step], seen: str) -> None:
    """A wrong system is objected to in the history that shows it, and the reference is not."""
    assert any(seen in said for said in objections(f"oms/{system}", steps))
    assert objections("oms", steps) == []


DELETED_IN_OTHER_WORDS = [
    HOME,
    HELD,
    order("FIRST", "line | action | asset", "1 | Delete | HOME"),
    submitted("FIRST"),
    QUIET,
    when('provisioning reports the value "50" of "upload" of line 1 of order "FIRST"'),
    QUIET,
    when('order "FIRST" is revised to the due date "in 2 days"'),
    QUIET,
]
ANOTHER_THING_IS_ADDED = [
    HOME,
    order(
        "FIRST",
        "line | action | asset | site",
        "1 | Move-Add | HOME | 7 Church Close",
        "2 | Move-Delete | HOME | 12 Mill Lane",
    ),
    submitted("FIRST"),
    revised("FIRST", "line | action | product | asset", "2 | Add | Internet Access | OFFICE"),
    QUIET,
]
REFUSED_WITHOUT_A_DATE = [
    order("FIRST", "line | product", "1 | VoIP Service Bundle"),
    HELD,
    submitted("FIRST"),
    QUIET,
    revised("FIRST", "line | product", "2 |"),
    revised("FIRST", "line | product | due date", "2 | Static Address | in 1 day"),
    QUIET,
]


@pytest.mark.parametrize("steps", [DELETED_IN_OTHER_WORDS, ANOTHER_THING_IS_ADDED, REFUSED_WITHOUT_A_DATE])
def test_no_more_is_said_of_a_revised_line_than_is_known(steps: list[Step]) -> None:
    """It may be asked for in other words, or for another thing; and what was refused lays no date down."""
    assert objections("oms", steps) == []


REFUSED_AND_DONE = [HOME, order("FIRST", "line | action | asset", "1 | Resume | HOME"), submitted("FIRST"), QUIET]


def test_what_is_done_of_a_refused_order_is_said_to_be_refused() -> None:
    """An order of which no version was taken in says nothing of dates and priorities (PV-11)."""
    said = objections("oms/refuses-and-fulfils", REFUSED_AND_DONE)
    assert "work is asked for order FIRST, which was refused" in said
    assert not any("provisioning is told" in each for each in said)


TWO_LINES_OF_ONE_ORDER_CHANGE_ONE_THING = [
    HOME,
    HELD,
    order("FIRST", "line | action | asset | speed | upload", "1 | Update | HOME | 500 |", "2 | Update | HOME | | 50"),
    submitted("FIRST"),
    QUIET,
    done("FIRST"),
    QUIET,
]


def test_a_change_may_say_what_other_lines_of_its_order_want() -> None:
    """They leave the thing as the order wants it, line by line or all at once (AC-05)."""
    assert objections("oms", TWO_LINES_OF_ONE_ORDER_CHANGE_ONE_THING) == []
    assert objections("oms/tells-all-that-an-order-changes-of-an-asset", TWO_LINES_OF_ONE_ORDER_CHANGE_ONE_THING) == []
