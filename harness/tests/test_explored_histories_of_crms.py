"""Histories of CRMs that exploration came to, in which nothing is amiss."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import given, when
from ordertck.harness.tests.histories import objections, order, submitted, table

REFUSED_WHILE_THE_NEXT_IS_BEGUN = [
    order("FIRST", "line | product | price list", "1 | VoIP Service Bundle |", "2 | VoIP Service Bundle |"),
    submitted("FIRST"),
    when('a user begins to revise order "FIRST" to', [["line", "price list"], ["1", ""]]),
    when('the order system reports of order "FIRST"', [["line", "status"], ["2", "COMPLETE"]]),
    submitted("FIRST"),
    when('a user begins to revise order "FIRST" to', [["line", "price list"], ["1", ""]]),
]
CLEARED_BEFORE_IT_IS_SUBMITTED = [
    order("SECOND", "line | price list", "1 |"),
    when('order "SECOND" is revised before submission to', table("line | price list | version", "2 | | v4")),
    when('the first revision of order "SECOND" is submitted after all'),
    when(
        'order "SECOND" is revised before submission to',
        table("line | product | price list | version", "2 | Static Address | |"),
    ),
    submitted("SECOND"),
    when('the order system reports the status "COMPLETE" of order "SECOND"'),
]
CANCELLED_WHILE_WHAT_BUILDS_ON_IT_IS_QUEUED = [
    order("FIRST", "line | asset | price list", "1 | HOME-1 |", "1.2 | STATIC-3 |"),
    submitted("FIRST"),
    order("FOURTH", "line | action | asset | price list", "1 | Suspend | STATIC-3 |"),
    submitted("FOURTH"),
    order(
        "FIFTH", "line | action | product | price list | depends on", "1 | Resume | Static Address | | line 1 of FOURTH"
    ),
    submitted("FIFTH"),
    when('the order system reports the status "CANCELLED" of order "FOURTH"'),
]
TOLD_COMPLETE_AS_A_REVISION_OF_WHO_KNOWS_WHAT_IS_SUBMITTED = [
    given("the customer has", table("line | asset | price list", "1 | HOME |")),
    when('order "FIFTH" is begun with these assets of the customer', [["asset"], ["HOME"]]),
    submitted("FIFTH"),
    when('order "FIFTH" is revised before submission to', [["line", "price list"], ["1", ""]]),
    when('a supervisor approves order "FIFTH"'),
    when('order "FIFTH" is revised to', [["line", "price list"], ["1", ""]]),
    when('the order system reports the status "COMPLETE" of order "FIFTH"'),
]
TOLD_COMPLETE_AFTER_ITS_END = [
    order("SECOND", "line | product | price list", "1 | VoIP Service Bundle |"),
    submitted("SECOND"),
    when('a user begins to revise order "SECOND" to', [["line", "price list"], ["1", ""]]),
    when('the order system reports the status "CANCELLED" of order "SECOND"'),
    when('the order system reports of order "SECOND"', [["line", "status"], ["1.1", "FAILED"]]),
    submitted("SECOND"),
    when('the order system reports the status "COMPLETE" of order "SECOND"'),
]
REPORTED_BY_WHO_WAS_DOWN_WHEN_IT_WAS_SAVED = [
    given('back office "Accounting" cannot be reached'),
    when('a user enters phone number "0044790001" with', [["listing"], [""]]),
    when('the back office reports phone number "0044790001" with', [["listing"], [""]]),
    when('back office "Accounting" can be reached again'),
]
_STATIC = order("FIRST", "line | product | price list", "1 | Static Address |")
REFUSED_AND_REJECTED = [
    _STATIC,
    submitted("FIRST"),
    when('the order system reports a refusal of order "FIRST"'),
    when('a supervisor rejects order "FIRST"'),
]
REJECTED_AND_APPROVED = [
    _STATIC,
    *[when(f'a supervisor {verb} order "FIRST"') for verb in ("rejects", "approves")],
]
COMPLETE_TWICE = [
    order("FIRST", "line | product | price list", "1 | Loyalty Discount |"),
    submitted("FIRST"),
    when('the order system reports the status "COMPLETE" of order "FIRST"'),
    when('the order system reports the status "COMPLETE" of order "FIRST"'),
]

COMPLETE_UNDER_A_REVISION_THAT_WAS_REFUSED = [
    order("FIRST", "line | product | price list", "3 | Internet Access |"),
    submitted("FIRST"),
    when(
        'order "FIRST" is revised to',
        table("line | product | price list | upload", "2 | Internet Access | |", "3 | Internet Access | | 20"),
    ),
    when('the order system reports of order "FIRST"', table("line | status", "3 | COMPLETE")),
    when('the order system reports a refusal of order "FIRST"'),
    when('the order system reports the status "COMPLETE" of order "FIRST"'),
]
NOBODY_SAID_WHERE = [
    order("FIRST", "line | product | price list", "1 | VoIP Service Bundle |"),
    when('the first revision of order "FIRST" is submitted after all'),
    when('the order system reports the status "COMPLETE" of order "FIRST"'),
]
SUSPENDED_AND_RESUMED_BY_ONE_ORDER = [
    order(
        "FOURTH",
        "line | action | asset | product | price list",
        "1 | Suspend | SHED | Home Router |",
        "3 | Add | HOME | Home Router |",
    ),
    given("the customer has", table("asset | product | price list", "SHED | Home Router |")),
    submitted("FOURTH"),
    when('the order system reports of order "FOURTH"', table("line | status", "3 | COMPLETE")),
    when('the order system has order "FOURTH" past its points of no return'),
    order(
        "NINTH",
        "line | action | product | price list | depends on",
        "1 | Resume | Home Router | | line 1 of FOURTH",
        "2 | Suspend | Home Router | | line 3 of FOURTH",
    ),
    submitted("NINTH"),
    when('the order system reports the status "COMPLETE" of order "NINTH"'),
]
UNDER_WAY_AGAIN_WHEN_IT_IS_COMPLETE = [
    order("FIRST", "line | product | price list", "2 | VoIP Voicemail |"),
    submitted("FIRST"),
    when('the order system reports of order "FIRST"', table("line | status", "2 | COMPLETE")),
    when('the order system has order "FIRST" past its points of no return'),
    when('a user begins to revise order "FIRST" to', table("line | price list", "1 |")),
]
_BEGUN_AGAIN = [
    _STATIC,
    submitted("FIRST"),
    when('a user begins to revise order "FIRST" to', table("line | product | price list", "1 | Static Address |")),
]
DISCARDED_WITH_A_FOLLOW_ON_AND_CHANGED = [
    *_BEGUN_AGAIN,
    order(
        "SECOND",
        "line | action | product | price list | depends on",
        "1 | Suspend | Static Address | | line 1 of FIRST",
    ),
    submitted("SECOND"),
    when('order "FIRST" is changed as a draft to', table("line | product | price list", "1 | Static Address |")),
]
DISCARDED_WITH_A_FOLLOW_ON_AND_REVISED = [
    *_BEGUN_AGAIN,
    when('the order system reports the milestone "ACTIVATED" of line 1 of order "FIRST"'),
    when('a user submits order "SECOND" to set "version" to "v6" on the projected asset of line 1 of order "FIRST"'),
    when('order "FIRST" is revised to', table("line | product | price list", "1 | Static Address |")),
]
PENDING_WHEN_WHAT_IS_THERE_IS_CHANGED = [
    order("FIRST", "line | asset | price list", "1 | STATIC-1 |", "3 | VOIP-3 |"),
    submitted("FIRST"),
    when('the order system reports of order "FIRST"', table("line | status", "3 | COMPLETE")),
    when('a user begins to revise order "FIRST"'),
    order("SECOND", "line | action | asset | price list", "1 | Suspend | VOIP-3 |"),
    submitted("SECOND"),
    *[when('order "FIRST" is revised to', table("line | price list", "1 |"))] * 2,
]
SAVED_AS_A_BACK_OFFICE_HAS_REPORTED_IT = [
    when('a user enters account "Neighbour" with', table("email", "n@mail.example")),
    when('the back office reports account "Neighbour" with', table("phone", "+44 20 7946 0555")),
    when('a user enters account "Neighbour" with', table("phone", "+44 20 7946 0555")),
]
REVISED_WHEN_IT_WAS_GIVEN_BACK = [
    order("SECOND", "line | product | price list", "1 | Leased Line |"),
    submitted("SECOND"),
    when('a supervisor approves order "SECOND"'),
    when('order "SECOND" is revised to the due date "in 3 days at 23:30 +05:30"'),
    when('a supervisor rejects order "SECOND"'),
    when('order "SECOND" is revised to', table("line | price list", "1 |")),
]
FILLED_IN_WHEN_IT_IS_UNDER_WAY_AGAIN = [
    order("FIRST", "line | product | price list", "1 | VoIP Service Bundle |", "1.2 | Handset Kit |"),
    submitted("FIRST"),
    when('the order system reports of order "FIRST"', table("line | status | serial", "1.2 | IN PROGRESS | N-18")),
    when('the order system reports of order "FIRST"', table("line | status", "1.2 | COMPLETE")),
    when('the order system has order "FIRST" past its points of no return'),
    when('the order system reports of order "FIRST"', table("line | status | serial", "1.2 | IN PROGRESS | N-17")),
    when('the order system reports the status "COMPLETE" of order "FIRST"'),
]
TWO_LEVELS_ARE_TAKEN_OFF = [
    order("FIRST", "line | price list", "1 |"),
    when('order "FIRST" is revised before submission to', table("line | price list", "5 |", "5.2 |", "5.2.1 |")),
    when('order "FIRST" is changed as a draft to', table("line | price list", "1 |")),
]
ACCEPTED_AS_IT_WAS_COPIED_AND_CHANGED = [
    given('an opportunity "OFFER" with', table("line | price list", "1 |")),
    when('opportunity "OFFER" becomes quote "OFFER"'),
    when('the customer accepts quote "OFFER"'),
    when('a user overrides the price of line 1 of quote "OFFER" with "12.00"'),
    when('quote "OFFER" becomes order "FIRST"'),
]
TOLD_OF_AFTER_IT_WAS_CANCELLED = [
    order("FIRST", "line | product | price list", "1 | Home Router |"),
    submitted("FIRST"),
    when('the order system reports the status "CANCELLED" of order "FIRST"'),
    when('the order system reports of order "FIRST"', [["line", "status"], ["1", "IN PROGRESS"]]),
    when('a user begins to revise order "FIRST" to', table("line | price list", "1 |")),
]
GONE_WHEN_A_SUPERVISOR_APPROVES_IT = [
    given("the customer has", table("asset | product | price list", "HOME | Home Router |")),
    order(
        "FIRST",
        "line | action | asset | product | price list",
        "1 | Update | HOME | Home Router |",
        "4 | Add | LEASED-1 | Leased Line |",
    ),
    order("SECOND", "line | action | asset | price list", "1 | Delete | HOME |"),
    submitted("FIRST"),
    submitted("SECOND"),
    when('the order system reports the status "COMPLETE" of order "SECOND"'),
    when('a supervisor approves order "FIRST"'),
]
PUT_OFF_WHEN_ANOTHER_WAITS_FOR_IT = [
    order("FIRST", "line | product | price list | speed", "1 | Internet Access | | 100"),
    submitted("FIRST"),
    when('a user submits order "SECOND" to set "speed" to "500" on the projected asset of line 1 of order "FIRST"'),
    when('order "FIRST" is revised to the due date "in 2 days"'),
]
ENDED_BEHIND_WHAT_WAITS_FOR_A_DATED_ORDER = [
    order("FIRST", "line | product | price list", "1 | Internet Access |"),
    submitted("FIRST"),
    order(
        "SECOND",
        "line | action | product | price list | speed | depends on",
        "1 | Update | Internet Access | | 500 | line 1 of FIRST",
    ),
    submitted("SECOND"),
    when('order "FIRST" is revised to the due date "in 2 days"'),
    given('an order "THIRD" with header', [["due date"], ["in 3 days"]]),
    given(
        "its lines are",
        table("line | action | product | price list | depends on", "1 | Delete | Internet Access | | line 1 of SECOND"),
    ),
    submitted("THIRD"),
]
COMPLETE_WHILE_ITS_BASE_IS_NOT = [
    order("FIRST", "line | product | price list", "1 | VoIP Voicemail |"),
    submitted("FIRST"),
    order(
        "SECOND",
        "line | action | product | price list | depends on",
        "1 | Update | VoIP Voicemail | | line 1 of FIRST",
        "2 | Add | Static Address | |",
    ),
    submitted("SECOND"),
    when('the order system reports of order "SECOND"', [["line", "status"], ["1", "COMPLETE"]]),
    when(
        'order "SECOND" is revised to',
        table("line | action | price list | version", "1 | Update | |", "2 | Add | | v6"),
    ),
]
ACCEPTED_AND_ENTERED_ONCE_MORE = [
    given('a quote "OFFER" with', table("line | price list", "2 | Seasonal Price List")),
    when('the customer accepts quote "OFFER"'),
    when('a user gives line 2 of quote "OFFER" the "Seasonal Price List"'),
    when('quote "OFFER" becomes order "FIRST"'),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("crm/opens-nothing-again", TOLD_OF_AFTER_IT_WAS_CANCELLED),
        ("crm/approves-nothing-that-is-gone", GONE_WHEN_A_SUPERVISOR_APPROVES_IT),
        ("crm/projects-what-waits-behind-its-base", PUT_OFF_WHEN_ANOTHER_WAITS_FOR_IT),
        ("crm/projects-what-waits-behind-its-base", ENDED_BEHIND_WHAT_WAITS_FOR_A_DATED_ORDER),
        ("crm/names-no-base-for-what-is-complete", COMPLETE_WHILE_ITS_BASE_IS_NOT),
        ("crm/styles-2", COMPLETE_UNDER_A_REVISION_THAT_WAS_REFUSED),
        ("crm/fills-in-the-sites-of-lines", NOBODY_SAID_WHERE),
        ("crm/styles-0", SUSPENDED_AND_RESUMED_BY_ONE_ORDER),
        ("crm/styles-4", REFUSED_WHILE_THE_NEXT_IS_BEGUN),
        ("crm/answers-before-it-queues", CANCELLED_WHILE_WHAT_BUILDS_ON_IT_IS_QUEUED),
        ("crm/answers-before-it-queues", REFUSED_WHILE_THE_NEXT_IS_BEGUN),
        ("crm/mails-later", COMPLETE_TWICE),
        ("crm/approves-before-submission", REFUSED_AND_REJECTED),
        ("crm/shows-that-a-draft-is-rejected", REJECTED_AND_APPROVED),
        ("crm/discards-pending-revisions-itself", DISCARDED_WITH_A_FOLLOW_ON_AND_CHANGED),
        ("crm/discards-pending-revisions-itself", DISCARDED_WITH_A_FOLLOW_ON_AND_REVISED),
        ("crm", PENDING_WHEN_WHAT_IS_THERE_IS_CHANGED),
        ("crm", SAVED_AS_A_BACK_OFFICE_HAS_REPORTED_IT),
        ("crm/gives-a-rejected-revision-back", REVISED_WHEN_IT_WAS_GIVEN_BACK),
        ("crm/converts-when-the-order-is-filled", FILLED_IN_WHEN_IT_IS_UNDER_WAY_AGAIN),
        ("crm/takes-components-off-with-their-bundle", TWO_LEVELS_ARE_TAKEN_OFF),
        ("crm", UNDER_WAY_AGAIN_WHEN_IT_IS_COMPLETE),
        ("crm/styles-0", TOLD_COMPLETE_AS_A_REVISION_OF_WHO_KNOWS_WHAT_IS_SUBMITTED),
        ("crm/styles-0", TOLD_COMPLETE_AFTER_ITS_END),
        ("crm", REPORTED_BY_WHO_WAS_DOWN_WHEN_IT_WAS_SAVED),
        ("crm", CLEARED_BEFORE_IT_IS_SUBMITTED),
        ("crm/styles-8", ACCEPTED_AS_IT_WAS_COPIED_AND_CHANGED),
        ("crm", ACCEPTED_AND_ENTERED_ONCE_MORE),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
