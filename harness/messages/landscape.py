"""The landscape: between which parts each edge lies, and which kinds of message go which way across it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from ordertck.harness.messages.edges import Edge
from ordertck.harness.messages.roles import KNOWN, Trait

# What a system under test can be, from the customer inwards; what it is not, the kit plays.
ROLES = tuple(KNOWN)

# The sets of roles in which one system can be examined. Of any other the kit could not tell apart what the documents
# permit from what they do not: between CRM and order management it plays neither, so nobody outside sees how an order
# gets on; and roles that do not touch leave the kit between them, where it would have to be two neighbours at once.
TOGETHER = (
    frozenset({"crm", "integration"}),
    frozenset({"integration", "oms"}),
    frozenset({"integration", "som"}),
    frozenset({"oms", "som"}),
    frozenset({"integration", "oms", "som"}),
)


@dataclass(frozen=True, slots=True)
class Flow:
    """One way across an edge: who sends, for whom it is, and the ``kinds`` of messages that go there.

    Besides the roles there are parts that the kit always plays: a user, billing, the provisioning systems other than
    service order management, the network, the back offices and the test bench itself.
    """

    edge: Edge
    senders: tuple[str, ...]
    takers: tuple[str, ...]
    kinds: tuple[str, ...]


FLOWS = (
    Flow(Edge.DESK, ("user",), ("crm",), ("desk-do", "desk-see")),
    Flow(Edge.DESK, ("crm",), ("user",), ("desk-shown",)),
    Flow(Edge.SUBMISSION, ("crm",), ("integration",), ("order-submission", "cancel")),
    Flow(Edge.SUBMISSION, ("integration",), ("crm",), ("refusal", "fault")),
    Flow(Edge.OMS, ("integration",), ("oms",), ("sales-order", "cancel")),
    Flow(Edge.OMS, ("integration",), ("oms",), ("billing-update", "provisioning-update", "fault", "fallout")),
    Flow(Edge.OMS, ("oms",), ("integration",), ("order-receipt", "order-update", "refusal", "fallout", "fault")),
    Flow(Edge.OMS, ("oms",), ("integration",), ("billing-order", "provisioning-order")),
    Flow(Edge.OMS, ("bench",), ("oms",), ("order-query",)),
    Flow(Edge.OMS, ("oms",), ("bench",), ("order-snapshot",)),
    Flow(Edge.CRM, ("oms", "integration"), ("crm",), ("order-update", "refusal", "fallout", "workflow")),
    Flow(Edge.BILLING, ("oms", "integration"), ("billing",), ("billing-order",)),
    Flow(Edge.BILLING, ("billing",), ("oms", "integration"), ("billing-answer", "billing-update", "fault")),
    Flow(Edge.BILLING, ("billing",), ("integration",), ("order-receipt",)),
    Flow(
        Edge.PROVISIONING,
        ("oms", "integration"),
        ("som", "provisioning"),
        ("provisioning-order", "cancel", "suspend", "resume"),
    ),
    Flow(
        Edge.PROVISIONING,
        ("som", "provisioning"),
        ("oms", "integration"),
        ("provisioning-answer", "provisioning-update", "fault", "fallout"),
    ),
    Flow(Edge.NETWORK, ("som",), ("network",), ("network-order",)),
    Flow(Edge.NETWORK, ("network",), ("som",), ("network-report",)),
    Flow(Edge.BACKOFFICE, ("crm",), ("back office",), ("workflow", "workflow-answer", "check", "mail")),
    Flow(
        Edge.BACKOFFICE,
        ("back office",),
        ("crm", "integration"),
        ("workflow", "workflow-answer", "check-answer", "back-office-up"),
    ),
    Flow(Edge.BENCH, ("bench",), ("integration",), ("intake-hold", "intake-release")),
    Flow(Edge.BENCH, ("bench",), ("integration",), ("neighbour-away", "neighbour-back")),
    Flow(Edge.BENCH, ("bench",), ("som",), ("stop", "start")),
    Flow(Edge.BENCH, ("bench",), ROLES, ("kill", "restart")),
)
# Everybody in the landscape.
PARTS = tuple(dict.fromkeys((*ROLES, *(part for flow in FLOWS for part in (*flow.senders, *flow.takers)))))


@cache
def edges_of(kind: str) -> tuple[Edge, ...]:
    """The edges that a kind crosses, each once."""
    return tuple(dict.fromkeys(flow.edge for flow in FLOWS if kind in flow.kinds))


@cache
def taker(kind: str, edge: Edge, roles: tuple[str, ...]) -> str | None:
    """The part that a message from a system in these roles is for.

    None where the system has no business with anybody there: it lies on no side of the edge, or the message goes the
    other way, or to a part that is the system itself.
    """
    for flow in FLOWS:
        if flow.edge is edge and kind in flow.kinds and any(sender in roles for sender in flow.senders):
            return next((part for part in flow.takers if part not in roles), None)
    return None


def outermost(roles: Collection[str]) -> str:
    """The role that is nearest to the customer; a system of several roles is spoken to there."""
    return next(role for role in ROLES if role in roles)


def author_of_orders(role: str, roles: Collection[str]) -> str | None:
    """The role of a system in these roles that writes the orders which a role of it is given; None where it is the kit.

    CRM and order management decide what an order says, and refuse what makes no sense to them; the integration only
    hands orders on.
    """
    outward = ROLES[: ROLES.index(role)] if role in ROLES else ()
    return next((other for other in reversed(outward) if other in roles and not Trait.CARRIAGE.of((other,))), None)
