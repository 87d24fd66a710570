"""Histories of integration layers in which nothing is amiss: each was objected to once."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.tests.histories import objections, order, submitted, table

_REFUSED = when('the order system reports a refusal of line 2 of order "SECOND"')
_ASKS = when('the order system asks billing for order "SECOND"', table("line | price list", "2 |"))
REFUSED_ONCE_MORE = [
    order("SECOND", "line | product | price list", "2 | Static Address |"),
    submitted("SECOND"),
    _REFUSED,
    _ASKS,
    _REFUSED,
]
FALLS_OUT_WHERE_THE_LAYER_HAD_OBJECTED = [
    order(
        "BASE",
        "line | product | price list",
        "1 | Home Starter Pack |",
        "1.1 | Internet Access |",
        "1.2 | Static Address |",
    ),
    given('the order system has order "BASE" and has had it provisioned'),
    when('the order system reports a fallout of line 1.1 of order "BASE"'),
    when('the order system asks billing for order "BASE"', table("line | price list", "1.2 |")),
    when('the order system reports the end of the fallout of line 1.1 of order "BASE"'),
    when('the order system reports a fallout of line 1.2 of order "BASE"'),
]
A_VERSION_WAITS_BEHIND_A_CANCEL = [
    order("BASE", "line | product | price list", "2 | Internet Access |"),
    order("SECOND", "line | price list", "1 |"),
    given('the order system has order "BASE" and has had it provisioned'),
    when("the intake is held"),
    given('order "BASE" has priority High'),
    when('order "BASE" is revised at "3 Harbour Road" to', table("line | price list", "1 |")),
    submitted("SECOND"),
    when('the CRM cancels order "BASE"'),
    when('the order system asks provisioning for order "BASE"', table("line | target", "2 | the moon")),
    when('order "BASE" is revised to the due date "in 3 days at 23:30 +05:30"'),
    when("the intake is released"),
]
_FREED = when('the order system reports the end of the fallout of line 2 of order "SECOND"')
FREED_ONCE_MORE = [
    order("SECOND", "line | product | price list", "2 | Static Address |"),
    submitted("SECOND"),
    when('the order system reports a fallout of line 2 of order "SECOND"'),
    _FREED,
    _FREED,
]
REFUSED_ONCE_MORE_AND_ANOTHER_TIME = [
    order("SECOND", "line | product | price list", "2 | Static Address |"),
    submitted("SECOND"),
    _REFUSED,
    _REFUSED,
    when('the order system reports the milestone "ACTIVATED" of line 2 of order "SECOND"'),
    _REFUSED,
]
NEWS_OF_ITS_BASE_WAITS_BEFORE_AN_URGENT_ORDER = [
    order("BASE", "line | product | asset", "1 | Internet Access | HOME"),
    given('the order system has order "BASE" and provisioning works on it'),
    given("the order system cannot be reached"),
    when('provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"'),
    when('a small order "SMALL" with priority Low is submitted'),
    order(
        "SECOND", "line | action | product | asset | depends on", "1 | Update | Internet Access | HOME | line 1 of BASE"
    ),
    given('order "SECOND" has priority Urgent'),
    submitted("SECOND"),
    when("the order system can be reached again"),
]
BELOW_WHAT_IS_IN_NO_CATALOGUE = [
    order(
        "FIRST",
        "line | product",
        "1 | VoIP Service Bundle",
        "1.1 | Carrier Pigeon",
        "1.1.1 | Handset",
    ),
    submitted("FIRST"),
]
NO_WAY_AND_NO_PLAN = [
    order("SECOND", "line | product | price list", "2 | VoIP Service Bundle |"),
    submitted("SECOND"),
    when('the order system asks provisioning for order "SECOND"', table("line | target", "2 | the moon")),
    _ASKS,
]


REFUSED_IN_THE_NEXT_VERSION_TOO = [
    order("BASE", "line | price list", "1 |"),
    given('the order system has order "BASE" and provisioning works on it'),
    when('the order system reports a refusal of line 1 of order "BASE"'),
    when('order "BASE" is revised to', table("line | price list | speed", "1 | | 500")),
    when('the order system reports a refusal of line 1 of order "BASE"'),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("integration/passes-over-repeated-updates", REFUSED_IN_THE_NEXT_VERSION_TOO),
        ("integration/passes-over-repeated-updates", REFUSED_ONCE_MORE),
        ("integration/passes-over-repeated-updates", FREED_ONCE_MORE),
        ("integration/passes-over-repeated-updates", REFUSED_ONCE_MORE_AND_ANOTHER_TIME),
        ("integration/hands-news-over-behind-orders", NEWS_OF_ITS_BASE_WAITS_BEFORE_AN_URGENT_ORDER),
        ("integration/styles-2", BELOW_WHAT_IS_IN_NO_CATALOGUE),
        ("integration/styles-14", NO_WAY_AND_NO_PLAN),
        ("integration/styles-0", FALLS_OUT_WHERE_THE_LAYER_HAD_OBJECTED),
        ("integration", A_VERSION_WAITS_BEHIND_A_CANCEL),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []


REPORTED_BEFORE_A_BREAKDOWN_AND_AFTER_IT = [
    order("BASE", "line | product | asset", "1 | Internet Access | HOME", "2 | Static Address | FIXED"),
    given('the order system has order "BASE" and provisioning works on it'),
    when('provisioning reports the value "40" of "upload" of line 1 of order "BASE"'),
    when("the integration breaks down and is started again"),
    when('provisioning reports the value "50" of "upload" of line 1 of order "BASE"'),
    QUIET,
]
RELEASED_WHILE_THE_ORDER_SYSTEM_IS_AWAY = [
    given("the order system cannot be reached"),
    when("the intake is held"),
    when('a small order "LOW" with priority Low is submitted'),
    when("the intake is released"),
    when('a small order "URGENT" with priority Urgent is submitted'),
    when("the order system can be reached again"),
    QUIET,
]


@pytest.mark.parametrize(
    ("system", "steps", "seen"),
    [
        (
            "integration/loses-calls-in-a-breakdown",
            REPORTED_BEFORE_A_BREAKDOWN_AND_AFTER_IT,
            "the work on BASE-L1 under the call that asked for it; seen: call",
        ),
        (
            "integration/sets-the-released-orders-in-a-row",
            RELEASED_WHILE_THE_ORDER_SYSTEM_IS_AWAY,
            "order LOW, revision 1, handed over before order URGENT",
        ),
    ],
)
def test_what_the_documents_decide_is_objected_to(system: str, steps: list[Step], seen: str) -> None:
    """Under which call news is told (FL-08), and who goes first of what waits for the order system (PR-02)."""
    assert objections("integration", steps) == []
    assert any(seen in said for said in objections(system, steps))
