"""What the oracle hears at a desk: each history goes wrong in one system, and is as it has to be in the reference."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

_ACCOUNT = "the customer's account"
_HOME = order("HOME", "line | action | product", "1 | Add | Internet Access", "2 | Add | Static Address")
_BIG = order("BIG", "line | action | product", "1 | Add | Leased Line")
_ADDRESS = [when(f"a user enters {_ACCOUNT} with", table("email", "a@mail.example"))]
_COMPLETE = when('the order system reports the status "COMPLETE" of order "HOME"')
_NUMBER = when('the order system reports the value "020794601" of "number" of line 1 of order "HOME"')


def _checked(*rows: str) -> Step:
    return when('order "HOME" is checked, with these answers', table(*rows))


def _reported(what: str, *rows: str) -> Step:
    return when(f"the back office reports {what} with", table(*rows))


@pytest.mark.parametrize(
    ("system", "steps", "said"),
    [
        (
            "forgets-values-of-what-fell-out",
            [
                _HOME,
                submitted("HOME"),
                _NUMBER,
                when('the order system reports a fallout of line 1 of order "HOME"'),
                when('the order system reports the end of the fallout of line 1 of order "HOME"'),
                _COMPLETE,
            ],
            "number of Internet Access ORDER-1-L1-ASSET is 020794601, and shown as blank",
        ),
        (
            "fills-in-what-is-submitted-only",
            [
                order("HOME", "line | action | product | speed | upload", "1 | Add | Internet Access | 100 | 20"),
                submitted("HOME"),
                when('a user begins to revise order "HOME" to', table("line | action | speed", "1 | Add | 500")),
                when('the order system reports the value "50" of "upload" of line 1 of order "HOME"'),
                submitted("HOME"),
            ],
            "upload 50 was filled in in line 1 of order ORDER-1; queued: 20",
        ),
        (
            "tells-the-latest-versions-only",
            [
                _HOME,
                submitted("HOME"),
                revised(
                    "HOME",
                    "line | action | product | site",
                    "1 | Add | Internet Access | 7 Church Close",
                    "2 | Add | Static Address |",
                ),
                _NUMBER,
                when('the order system reports a refusal of order "HOME"'),
                _COMPLETE,
            ],
            "number of Internet Access ORDER-1-L1-ASSET is 020794601, and shown as blank",
        ),
        (
            "fills-in-equal-components",
            [
                order(
                    "HOME",
                    "line | action | product",
                    "1 | Add | Home Starter Pack",
                    "1.1 | Add | Internet Access",
                    "2 | Add | Home Starter Pack",
                    "2.1 | Add | Internet Access",
                ),
                submitted("HOME"),
                when('the order system reports the value "40 Mbit" of "upload" of line 2.1 of order "HOME"'),
                _COMPLETE,
            ],
            "upload 40 Mbit, which is that of ORDER-1-L4-ASSET, is shown of Internet Access ORDER-1-L3-ASSET",
        ),
        (
            "leaves-what-is-begun-unchanged",
            [
                given("the customer has", table("asset | product | speed", "SHED | Internet Access | 100")),
                when('order "HOME" is begun with these assets of the customer', table("asset", "SHED")),
                when(
                    'order "HOME" is changed as a draft to',
                    table("line | action | asset | price override", "1 | | SHED | 4.90"),
                ),
                submitted("HOME"),
            ],
            "line 1 at 4.90 by hand, with no action",
        ),
        (
            "resumes-what-is-suspended-now",
            [
                given("the customer has", table("asset | product", "SHED | Internet Access")),
                order("PAUSE", "line | action | asset", "1 | Suspend | SHED"),
                given('the order system has order "PAUSE" past its points of no return'),
                order("HOME", "line | action | asset | depends on", "1 | Resume | SHED | line 1 of PAUSE"),
                submitted("HOME"),
            ],
            "order ORDER-3 is not taken: line 1: the asset is not suspended",
        ),
        (
            "forgets-the-base-order-while-it-waits",
            [
                _HOME,
                given('the order system has order "HOME" past its points of no return'),
                order(
                    "BIG",
                    "line | action | product | speed | depends on",
                    "1 | Update | Internet Access | 500 | line 1 of HOME",
                    "2 | Add | Leased Line | |",
                ),
                submitted("BIG"),
                when('a supervisor approves order "BIG"'),
            ],
            "order ORDER-2 builds on order ORDER-1, and names None",
        ),
        (
            "mails-nobody",
            [*_ADDRESS, _HOME, submitted("HOME")],
            "no mail about order ORDER-1 of CUSTOMER, who has an address for mail",
        ),
        (
            "mails-somebody-else",
            [*_ADDRESS, _HOME, submitted("HOME")],
            "a mail about order ORDER-1 of CUSTOMER, whose address is a@mail.example, goes to",
        ),
        (
            "acknowledges-approved-revisions",
            [
                _BIG,
                submitted("BIG"),
                when('a supervisor approves order "BIG"'),
                revised("BIG", "line | action | product", "1 | Add | Leased Line", "2 | Add | Leased Line"),
                when('a supervisor approves order "BIG"'),
            ],
            "the same mail about order ORDER-1 once more",
        ),
        (
            "asks-nobody",
            [_HOME, _checked("check | outcome", "credit | ok")],
            "nobody is asked about the credit of order ORDER-1",
        ),
        (
            "keeps-the-latest-check-only",
            [_HOME, _checked("check | outcome", "card | declined", "credit | ok")],
            "card of order ORDER-1 was answered declined, and is shown as blank",
        ),
        (
            "takes-no-answer-for-yes",
            [_HOME, _checked("check | outcome", "credit | unknown")],
            "credit of order ORDER-1 was answered unknown, and is shown as ok",
        ),
        (
            "forgets-lines-that-are-not-told",
            [
                _HOME,
                submitted("HOME"),
                _reported('order "HOME"', "line | status", "1 | SHIPPED", "2 | ALLOCATED"),
                _reported('order "HOME"', "line | status", "2 | DELIVERED"),
            ],
            "line ORDER-1-L1 of order ORDER-1 was reported to be SHIPPED, and is shown as blank",
        ),
        (
            "loses-what-a-report-does-not-name",
            [
                *_ADDRESS,
                _reported(_ACCOUNT, "phone", "020 7946 0018"),
                when(f"a user looks at {_ACCOUNT}"),
            ],
            "email of account CUSTOMER is a@mail.example, and shown as blank",
        ),
        (
            "the-last-message-wins",
            [
                _reported('fraud alert "CALLS"', "as of | amount", "1 days ago | 90"),
                _reported('fraud alert "CALLS"', "as of | amount", "2 days ago | 60"),
            ],
            "amount of fraud alert CALLS is 90, and shown as 60",
        ),
        (
            "sends-work-orders-anew-after-a-breakdown",
            [
                when('a user enters work order "VISIT" with', table("task | appointment", "install | Monday")),
                QUIET,
                when("the CRM breaks down and is started again"),
            ],
            "work order RECORD-1 is sent to Accounting once more, which has it",
        ),
        (
            "gets-the-status-of-the-first-order",
            [
                _HOME,
                order("SHED", "line | action | product", "1 | Add | Handset"),
                submitted("HOME"),
                submitted("SHED"),
                QUIET,
                when('a user presses "Get Status" on order "SHED"'),
            ],
            "a back office is asked about order ORDER-1 for a user who is at ORDER-2",
        ),
    ],
)
def test_what_goes_wrong_is_heard(system: str, steps: list[Step], said: str) -> None:
    assert any(heard.startswith(said) for heard in objections(f"crm/{system}", steps)), objections(
        f"crm/{system}", steps
    )
    assert objections("crm", steps) == []


def test_what_was_said_of_a_record_later_counts_whenever_it_comes() -> None:
    late = [_reported('fraud alert "CALLS"', "as of | amount", f"{days} days ago | {days}0") for days in (1, 3, 2, 1)]
    assert objections("crm", late) == []


def test_a_check_of_an_order_that_is_changed_since_is_left_open() -> None:
    steps = [_HOME, _checked("check | line | outcome", "availability | 1 | declined")]
    steps.append(
        when('order "HOME" is changed as a draft to', table("line | action | product", "1 | Add | Home Router"))
    )
    assert objections("crm", steps) == []


def test_a_ticket_of_a_back_office_is_not_that_of_a_user_by_the_same_name() -> None:
    steps = [_reported('trouble ticket "SILENT"', "channel", "mail")]
    steps.append(when('a user enters trouble ticket "SILENT" with', table("type", "Line Fault")))
    assert objections("crm", steps) == []


@pytest.mark.parametrize("report", [("line | status", "3 | SHIPPED"), ("status | ship by", "STARTED | post")])
@pytest.mark.parametrize(
    "further", ["a user begins to revise", "the order system reports a refusal of"], ids=["is begun", "was refused"]
)
def test_what_is_reported_while_the_latest_version_does_not_count_is_left_open(
    further: str, report: tuple[str, ...]
) -> None:
    lines = table("line | action | product", "1 | Add | Internet Access", "3 | Add | Home Router")
    steps = [_HOME, submitted("HOME"), when('a user begins to revise order "HOME" to', lines)]
    if "refusal" in further:
        steps += [submitted("HOME"), when(f'{further} order "HOME"')]
    assert objections("crm", [*steps, _reported('order "HOME"', *report)]) == []


def test_whose_address_was_changed_meanwhile_may_be_written_to_at_the_one_before() -> None:
    anew = when(f"a user enters {_ACCOUNT} with", table("email", "b@mail.example"))
    for system in ("crm", "crm/notes-the-address-with-the-order"):
        assert objections(system, [*_ADDRESS, _HOME, anew, submitted("HOME")]) == []


def test_an_order_that_was_rejected_may_be_acknowledged_again_and_one_that_stands_may_not() -> None:
    begun = [*_ADDRESS, _BIG, submitted("BIG")]
    anew = revised("BIG", "line | action | product", "1 | Add | Leased Line", "2 | Add | Home Router")
    said = [
        objections("crm/sends-the-same-mail-for-a-revision", [*begun, when(f'a supervisor {done} order "BIG"'), anew])
        for done in ("rejects", "approves")
    ]
    assert said == [[], ["the same mail about order ORDER-1 once more"]]


def test_a_check_that_was_answered_need_not_be_asked_again() -> None:
    answered = _checked("check | outcome", "credit | ok")
    assert objections("crm/asks-nobody-twice", [_HOME, answered, answered]) == []


def test_of_other_orders_a_back_office_may_be_asked_besides() -> None:
    two = [_HOME, order("SHED", "line | action | product", "1 | Add | Handset"), submitted("HOME"), submitted("SHED")]
    pressed = when('a user presses "Get Status" on order "SHED"')
    assert objections("crm/asks-of-the-other-orders-too", [*two, QUIET, pressed]) == []
