"""Histories of integration layers in which nothing is amiss: each was objected to once."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import given, when
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


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("integration/passes-over-repeated-updates", REFUSED_ONCE_MORE),
        ("integration/styles-0", FALLS_OUT_WHERE_THE_LAYER_HAD_OBJECTED),
        ("integration", A_VERSION_WAITS_BEHIND_A_CANCEL),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
