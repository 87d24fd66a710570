"""Aggregation rules: all, any and none, over the items of an order and over the fulfilment systems of an item."""

from collections import Counter

import pytest

from ordertck.harness.reference.oms.aggregation import (
    ITEM_RULES,
    ORDER_RULES,
    AggregationRule,
    Quantifier,
    aggregate,
)

ALL, ANY, NONE = Quantifier.ALL, Quantifier.ANY, Quantifier.NONE


@pytest.mark.parametrize(
    ("statuses", "whole"),
    [
        (["COMPLETE", "COMPLETE", "COMPLETE"], "COMPLETE"),
        (["COMPLETE", "OPEN", "COMPLETE"], "IN PROGRESS"),
        (["COMPLETE", "FAILED", "COMPLETE"], "IN PROGRESS"),
        (["OPEN", "OPEN"], None),
    ],
)
def test_orders(statuses: list[str], whole: str | None) -> None:
    """An order is complete with its last item, and with no failed one."""
    assert aggregate(ORDER_RULES, Counter(statuses), len(statuses)) == whole


def test_items() -> None:
    """An item is complete when every fulfilment system that works on it has said so."""
    assert aggregate(ITEM_RULES, {"COMPLETE": 1}, 2) is None
    assert aggregate(ITEM_RULES, {"COMPLETE": 2}, 2) == "COMPLETE"


@pytest.mark.parametrize(
    ("quantifier", "having", "holds"),
    [(ALL, 3, True), (ALL, 2, False), (ANY, 1, True), (ANY, 0, False), (NONE, 0, True), (NONE, 1, False)],
)
def test_quantifiers(quantifier: Quantifier, having: int, holds: bool) -> None:
    """All, any and none of three."""
    assert quantifier.holds(having, 3) is holds


def test_the_first_rule_that_holds_decides() -> None:
    """Rules are data: a deployer's own set, over several fulfilment systems, in its order."""
    rules = (
        AggregationRule(ANY, "FAILED", "AT RISK"),
        AggregationRule(ALL, "DELIVERED", "CLOSED"),
        AggregationRule(NONE, "STARTED", "WAITING"),
    )
    assert aggregate(rules, {"FAILED": 1, "DELIVERED": 2}, 3) == "AT RISK"
    assert aggregate(rules, {"DELIVERED": 3}, 3) == "CLOSED"
    assert aggregate(rules, {"DELIVERED": 2}, 3) == "WAITING"
    assert aggregate(rules, {"DELIVERED": 2, "STARTED": 1}, 3) is None
