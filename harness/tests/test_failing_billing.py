"""Billing that fails after provisioning was done: the line goes on from there once billing can do it."""

import pytest

from ordertck.harness.messages import Edge
from ordertck.harness.reference.oms import LineState, OrderState
from ordertck.harness.tests.shop import Shop, line_of, order_of

COMPLETE = {"order": "BASE", "line": "BASE-1", "sort": "status", "value": "COMPLETE"}
FAULT = {"order": "BASE", "line": "BASE-1", "incident": "I"}


@pytest.mark.parametrize("is_told", [True, False])
def test_a_line_that_billing_completes_after_a_failure_is_complete(is_told: bool) -> None:
    shop = Shop()
    shop.begin(order_of("BASE", line_of("BASE")))
    shop.send("provisioning-update", Edge.PROVISIONING, COMPLETE, answered=False)
    shop.send("fault", Edge.BILLING, {**FAULT, "reason": "no account"}, answered=False)
    order = shop.oms.book.orders["BASE"]
    assert [line.state for line in order.lines.values()] == [LineState.FAILED]
    if is_told:
        shop.send("fallout", Edge.BILLING, {**FAULT, "state": "resolved"})
    shop.send("billing-update", Edge.BILLING, COMPLETE)
    assert order.state is OrderState.COMPLETE
    assert shop.kinds.count("fallout") == 2  # raised and resolved


def state_of(shop: Shop) -> OrderState:
    return shop.oms.book.orders["BASE"].state


def test_what_is_revised_after_billing_failed_waits_for_provisioning_first() -> None:
    shop = Shop()
    shop.begin(order_of("BASE", line_of("BASE")))
    shop.send("provisioning-update", Edge.PROVISIONING, COMPLETE, answered=False)
    shop.send("fault", Edge.BILLING, {**FAULT, "reason": "no account"}, answered=False)
    shop.place(order_of("BASE", line_of("BASE", attributes={"speed": "500"}), revision=2), answered=False)
    shop.send("billing-update", Edge.BILLING, COMPLETE)
    assert state_of(shop) is OrderState.IN_PROGRESS
    shop.send("provisioning-update", Edge.PROVISIONING, COMPLETE)
    assert state_of(shop) is OrderState.COMPLETE
