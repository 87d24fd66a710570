"""The life cycle of a service order and of the work on one of its lines: one enum and one transition table each."""

from collections.abc import Mapping
from enum import StrEnum

from ordertck.harness.messages import Status


class ServiceOrderState(StrEnum):
    """How a service order stands."""

    IN_PROGRESS = Status.IN_PROGRESS
    SUSPENDED = Status.SUSPENDED
    CANCELLING = Status.CANCELLING
    CANCELLED = Status.CANCELLED
    COMPLETE = Status.COMPLETE


SERVICE_ORDER_TRANSITIONS: Mapping[ServiceOrderState, frozenset[ServiceOrderState]] = {
    ServiceOrderState.IN_PROGRESS: frozenset(
        {
            ServiceOrderState.SUSPENDED,
            ServiceOrderState.CANCELLING,
            ServiceOrderState.CANCELLED,
            ServiceOrderState.COMPLETE,
        }
    ),
    ServiceOrderState.SUSPENDED: frozenset({ServiceOrderState.IN_PROGRESS, ServiceOrderState.CANCELLING}),
    ServiceOrderState.CANCELLING: frozenset({ServiceOrderState.CANCELLED}),
    ServiceOrderState.CANCELLED: frozenset(),
    ServiceOrderState.COMPLETE: frozenset(),
}
FINISHED = frozenset(state for state, then in SERVICE_ORDER_TRANSITIONS.items() if not then)


class WorkState(StrEnum):
    """How far the work on a line has come; the text is what order management is told."""

    IN_PROGRESS = Status.IN_PROGRESS
    FAILED = Status.FAILED
    UNDOING = Status.UNDOING
    CANCELLED = Status.CANCELLED
    COMPLETE = Status.COMPLETE


WORK_TRANSITIONS: Mapping[WorkState, frozenset[WorkState]] = {
    WorkState.IN_PROGRESS: frozenset({WorkState.FAILED, WorkState.UNDOING, WorkState.COMPLETE}),
    WorkState.FAILED: frozenset({WorkState.IN_PROGRESS, WorkState.UNDOING}),
    WorkState.UNDOING: frozenset({WorkState.CANCELLED}),
    WorkState.COMPLETE: frozenset({WorkState.IN_PROGRESS, WorkState.UNDOING}),
    WorkState.CANCELLED: frozenset(),
}
