"""Histories in which a base order is complete after its follow-on order: the follow-on order's values stay (FO-11)."""

from ordertck.harness.explore.acts import when
from ordertck.harness.tests.histories import objections, order, submitted, table

COMPLETE_AFTER_ITS_FOLLOW_ON = [
    order(
        "BASE",
        "line | product | asset | speed | price list",
        "1 | Internet Access | HOME | 100 |",
        "2 | Static Address | FIXED | |",
    ),
    submitted("BASE"),
    when('the order system has order "BASE" past its points of no return'),
    order(
        "FASTER",
        "line | action | asset | speed | depends on | price list",
        "1 | Update | HOME | 500 | line 1 of BASE |",
    ),
    submitted("FASTER"),
    when('the order system reports of order "BASE"', table("line | status", "1 | COMPLETE", "2 | IN PROGRESS")),
    when('the order system reports the status "COMPLETE" of order "FASTER"'),
    when('the order system reports of order "BASE"', table("line | status", "2 | COMPLETE")),
]


def test_values_of_a_follow_on_stay_when_its_base_is_complete_later() -> None:
    """Whether a CRM makes assets line by line, or of whole orders."""
    assert objections("crm", COMPLETE_AFTER_ITS_FOLLOW_ON) == []
    assert objections("crm/converts-when-the-order-is-filled", COMPLETE_AFTER_ITS_FOLLOW_ON) == []


def test_a_base_that_is_complete_later_may_not_set_them_back() -> None:
    said = objections("crm/makes-assets-again-once-the-order-is-complete", COMPLETE_AFTER_ITS_FOLLOW_ON)
    assert said[0] == "speed of Internet Access ORDER-1-L1-ASSET is 500, and shown as 100"
