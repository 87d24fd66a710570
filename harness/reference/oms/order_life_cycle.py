"""The life cycle of an order and of a line: one enum and one transition table each."""

from collections.abc import Mapping
from enum import StrEnum

from ordertck.harness.messages import Status


class OrderState(StrEnum):
    """How an order stands in the order system."""

    WAITING = Status.OPEN
    IN_PROGRESS = Status.IN_PROGRESS
    CANCELLING = Status.CANCELLING
    CANCELLED = Status.CANCELLED
    COMPLETE = Status.COMPLETE


ORDER_TRANSITIONS: Mapping[OrderState, frozenset[OrderState]] = {
    OrderState.WAITING: frozenset({OrderState.IN_PROGRESS, OrderState.CANCELLED}),
    OrderState.IN_PROGRESS: frozenset({OrderState.CANCELLING, OrderState.CANCELLED, OrderState.COMPLETE}),
    OrderState.CANCELLING: frozenset({OrderState.CANCELLED}),
    OrderState.CANCELLED: frozenset(),
    OrderState.COMPLETE: frozenset(),
}


class LineState(StrEnum):
    """How far the work on a line has come; the text is what the CRM is told."""

    WAITING = Status.OPEN
    BILLING_INITIATED = Status.BILLING_INITIATED
    PROVISIONED = Status.PROVISIONED
    COMPLETE = Status.COMPLETE
    FAILED = Status.FAILED
    UNDOING = Status.UNDOING


LINE_TRANSITIONS: Mapping[LineState, frozenset[LineState]] = {
    LineState.WAITING: frozenset(
        {LineState.BILLING_INITIATED, LineState.PROVISIONED, LineState.COMPLETE, LineState.FAILED, LineState.UNDOING}
    ),
    LineState.BILLING_INITIATED: frozenset({LineState.PROVISIONED, LineState.FAILED, LineState.UNDOING}),
    LineState.PROVISIONED: frozenset(
        {LineState.BILLING_INITIATED, LineState.COMPLETE, LineState.FAILED, LineState.UNDOING}
    ),
    LineState.COMPLETE: frozenset(),
    LineState.FAILED: frozenset(
        {LineState.WAITING, LineState.BILLING_INITIATED, LineState.PROVISIONED, LineState.UNDOING}
    ),
    LineState.UNDOING: frozenset({LineState.FAILED}),
}
