"""The reference order management."""

from ordertck.harness.reference.oms.cancelling import Cancelling
from ordertck.harness.reference.oms.compensation import Compensation
from ordertck.harness.reference.oms.differences import Difference
from ordertck.harness.reference.oms.early_follow_ons import EarlyFollowOns
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment, Turn
from ordertck.harness.reference.oms.incidents import Incidents
from ordertck.harness.reference.oms.intake import Intake, Objection
from ordertck.harness.reference.oms.neighbour_reports import Reports
from ordertck.harness.reference.oms.orchestration import Orchestration
from ordertck.harness.reference.oms.order_life_cycle import LineState, OrderState
from ordertck.harness.reference.oms.order_management import OrderManagement, Parts
from ordertck.harness.reference.oms.order_outbox import Outbox
from ordertck.harness.reference.oms.planning import Planning
from ordertck.harness.reference.oms.scheduling import Scheduling
from ordertck.harness.reference.oms.supplementals import Supplementals

PART = OrderManagement

__all__ = [
    "PART",
    "Cancelling",
    "Compensation",
    "Difference",
    "EarlyFollowOns",
    "Fulfilment",
    "Incidents",
    "Intake",
    "LineFulfilment",
    "LineState",
    "Objection",
    "Orchestration",
    "OrderManagement",
    "OrderState",
    "Outbox",
    "Parts",
    "Planning",
    "Reports",
    "Scheduling",
    "Supplementals",
    "Turn",
]
