"""The life cycles of orders and lines, told from the reference's own transition tables."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from ordertck.harness.reference.oms.order_life_cycle import LINE_TRANSITIONS, ORDER_TRANSITIONS
from ordertck.harness.reference.som.service_life_cycle import SERVICE_ORDER_TRANSITIONS, WORK_TRANSITIONS

# What is to be said of all of them.
OURS = "They are the reference's: another system may have other states, and is asked only for what the features say."


class Cycle(NamedTuple):
    """One life cycle: what lives so, what is to be said of it, and its table, the states in which it begins first."""

    title: str
    says: str
    table: Mapping[Any, frozenset[Any]]


CYCLES = (
    Cycle(
        "An order in order management",
        "An order of which a line fell out goes on with the others. It is cancelled only once all is undone (PV-05).",
        ORDER_TRANSITIONS,
    ),
    Cycle(
        "A line in order management",
        "Billing is initiated, the line provisioned, its billing fulfilled. A line that is not wanted any more, or is "
        "wanted differently, is undone first; with nothing left to undo it is gone, or begins anew.",
        LINE_TRANSITIONS,
    ),
    Cycle(
        "An order in service order management",
        "A provisioning order that is finished can no longer be touched by an event (PV-04).",
        SERVICE_ORDER_TRANSITIONS,
    ),
    Cycle(
        "The work on a line in service order management",
        "A line that was complete is worked on again where a revision alters it, and undone where its order is "
        "cancelled, as long as the order is open.",
        WORK_TRANSITIONS,
    ),
)
