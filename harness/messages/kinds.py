"""The closed list of message kinds: which body each has, and what it says."""

from dataclasses import dataclass, field

from ordertck.harness.messages import backoffice, bench, checks, desk, neighbours, network, orders
from ordertck.harness.messages.body import Body
from ordertck.harness.messages.edges import Edge
from ordertck.harness.messages.landscape import edges_of


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of message: its body, and what it says in a phrase."""

    name: str
    body: type[Body]
    meaning: str = field(compare=False)

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The edges that it crosses, by the landscape."""
        return edges_of(self.name)


_ALL = (
    Kind("order-submission", orders.OrderSubmission, "an order on the submission queue"),
    Kind("sales-order", orders.SalesOrder, "an order handed to the order system"),
    Kind("order-receipt", orders.OrderReceipt, "the own ids of the order system, or of billing, for an order"),
    Kind("order-query", orders.OrderQuery, "how does this order stand?"),
    Kind("order-snapshot", orders.OrderSnapshot, "how an order stands"),
    Kind("order-update", orders.OrderUpdate, "an order's progress, for the CRM"),
    Kind("refusal", orders.Refusal, "an order that is not taken in"),
    Kind("fallout", orders.Fallout, "an order that got stuck, or was freed"),
    Kind("billing-order", neighbours.BillingOrder, "what billing is to do"),
    Kind("billing-answer", neighbours.Answer, "billing's answer to a call that waits"),
    Kind("billing-update", neighbours.WorkUpdate, "how billing gets on with a line"),
    Kind("provisioning-order", neighbours.ProvisioningOrder, "what provisioning is to do"),
    Kind("provisioning-answer", neighbours.Answer, "provisioning's answer to a call that waits"),
    Kind("provisioning-update", neighbours.WorkUpdate, "how provisioning gets on with a line"),
    Kind("fault", neighbours.Fault, "a neighbour or the integration cannot do what it was asked"),
    Kind("cancel", network.LifeCycleEvent, "an order is not wanted any more"),
    Kind("suspend", network.LifeCycleEvent, "leave an order as it is for now"),
    Kind("resume", network.LifeCycleEvent, "go on with a suspended order"),
    Kind("network-order", network.NetworkOrder, "what the network is to do or undo"),
    Kind("network-report", network.NetworkReport, "what became of a step in the network"),
    Kind("desk-do", desk.DeskDo, "a user does something in the CRM"),
    Kind("desk-see", desk.DeskSee, "a user looks at something in the CRM"),
    Kind("desk-shown", desk.DeskShown, "what the CRM shows the user"),
    Kind("check", checks.Check, "a question about an order that is being prepared"),
    Kind("check-answer", checks.CheckAnswer, "the answer to a check"),
    Kind("mail", checks.Mail, "a mail to a customer about an order"),
    Kind("workflow", backoffice.Workflow, "data for a back office, from it, or asked for"),
    Kind("workflow-answer", neighbours.Answer, "what was sent was taken, or could not be"),
    Kind("back-office-up", backoffice.BackOfficeUp, "a back office takes messages again"),
    Kind("intake-hold", bench.Bare, "leave what is queued in the queue"),
    Kind("intake-release", bench.Bare, "take up what is queued again"),
    Kind("stop", bench.Bare, "stop reading the queue of provisioning orders, whatever comes"),
    Kind("start", bench.Bare, "read the queue of provisioning orders again"),
    Kind("neighbour-away", bench.Neighbour, "a neighbour can no longer be reached"),
    Kind("neighbour-back", bench.Neighbour, "a neighbour can be reached again"),
    Kind("kill", bench.Bare, "end at once, as in a power failure"),
    Kind("restart", bench.Bare, "begin again with what was kept"),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}
