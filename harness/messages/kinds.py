"""The closed list of message kinds: which body each has, and where it crosses."""

from dataclasses import dataclass, field

from ordertck.harness.messages import backoffice, checks, desk, neighbours, network, orders
from ordertck.harness.messages.body import Body
from ordertck.harness.messages.edges import Edge


class Bare(Body, frozen=True):
    """A body without fields: the kind says it all."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of message: its body, the edges that it crosses, what it says in a phrase."""

    name: str
    body: type[Body]
    edges: tuple[Edge, ...]
    meaning: str = field(compare=False)


_ALL = (
    Kind("order-submission", orders.OrderSubmission, (Edge.SUBMISSION,), "an order on the submission queue"),
    Kind("sales-order", orders.SalesOrder, (Edge.OMS,), "an order handed to the order system"),
    Kind("order-receipt", orders.OrderReceipt, (Edge.OMS,), "the order system's own ids for an order"),
    Kind("order-query", orders.OrderQuery, (Edge.OMS,), "how does this order stand?"),
    Kind("order-snapshot", orders.OrderSnapshot, (Edge.OMS,), "how an order stands"),
    Kind("order-update", orders.OrderUpdate, (Edge.CRM, Edge.OMS), "an order's progress, for the CRM"),
    Kind("refusal", orders.Refusal, (Edge.CRM, Edge.OMS, Edge.SUBMISSION), "an order that is not taken in"),
    Kind("fallout", orders.Fallout, (Edge.CRM, Edge.OMS, Edge.PROVISIONING), "an order that got stuck, or was freed"),
    Kind("billing-order", neighbours.BillingOrder, (Edge.BILLING, Edge.OMS), "what billing is to do"),
    Kind("billing-answer", neighbours.Answer, (Edge.BILLING,), "billing's answer to a call that waits"),
    Kind("billing-update", neighbours.WorkUpdate, (Edge.BILLING, Edge.OMS), "how billing gets on with a line"),
    Kind(
        "provisioning-order",
        neighbours.ProvisioningOrder,
        (Edge.PROVISIONING, Edge.OMS),
        "what provisioning is to do",
    ),
    Kind("provisioning-answer", neighbours.Answer, (Edge.PROVISIONING,), "provisioning's answer to a call that waits"),
    Kind(
        "provisioning-update",
        neighbours.WorkUpdate,
        (Edge.PROVISIONING, Edge.OMS),
        "how provisioning gets on with a line",
    ),
    Kind(
        "fault",
        neighbours.Fault,
        (Edge.BILLING, Edge.PROVISIONING, Edge.OMS, Edge.SUBMISSION),
        "a neighbour or the integration cannot do what it was asked",
    ),
    Kind(
        "cancel",
        network.LifeCycleEvent,
        (Edge.SUBMISSION, Edge.OMS, Edge.PROVISIONING),
        "an order is not wanted any more",
    ),
    Kind("suspend", network.LifeCycleEvent, (Edge.PROVISIONING,), "leave an order as it is for now"),
    Kind("resume", network.LifeCycleEvent, (Edge.PROVISIONING,), "go on with a suspended order"),
    Kind("network-order", network.NetworkOrder, (Edge.NETWORK,), "what the network is to do or undo"),
    Kind("network-report", network.NetworkReport, (Edge.NETWORK,), "what became of a step in the network"),
    Kind("desk-do", desk.DeskDo, (Edge.DESK,), "a user does something in the CRM"),
    Kind("desk-see", desk.DeskSee, (Edge.DESK,), "a user looks at something in the CRM"),
    Kind("desk-shown", desk.DeskShown, (Edge.DESK,), "what the CRM shows the user"),
    Kind("check", checks.Check, (Edge.BACKOFFICE,), "a question about an order that is being prepared"),
    Kind("check-answer", checks.CheckAnswer, (Edge.BACKOFFICE,), "the answer to a check"),
    Kind("mail", checks.Mail, (Edge.BACKOFFICE,), "a mail to a customer about an order"),
    Kind("workflow", backoffice.Workflow, (Edge.BACKOFFICE, Edge.CRM), "data for a back office, from it, or asked for"),
    Kind("workflow-answer", neighbours.Answer, (Edge.BACKOFFICE,), "what was sent was taken, or could not be"),
    Kind("back-office-up", backoffice.BackOfficeUp, (Edge.BACKOFFICE,), "a back office takes messages again"),
    Kind("intake-hold", Bare, (Edge.BENCH,), "leave what is queued in the queue"),
    Kind("intake-release", Bare, (Edge.BENCH,), "take up what is queued again"),
    Kind("stop", Bare, (Edge.BENCH,), "stop reading the queue of provisioning orders, whatever comes"),
    Kind("start", Bare, (Edge.BENCH,), "read the queue of provisioning orders again"),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}
