"""The message vocabulary: what crosses the edges between the parts of the landscape."""

from ordertck.harness.messages.backoffice import BackOfficeUp, Workflow
from ordertck.harness.messages.bench import Neighbour
from ordertck.harness.messages.body import Body, as_body, read_body, replace
from ordertck.harness.messages.checks import AnswerLine, Check, CheckAnswer, CheckLine, Mail
from ordertck.harness.messages.desk import DeskDo, DeskSee, DeskShown
from ordertck.harness.messages.edges import Edge
from ordertck.harness.messages.envelope import Message
from ordertck.harness.messages.kinds import KINDS, Kind
from ordertck.harness.messages.neighbours import (
    Answer,
    BillingEffect,
    BillingLine,
    BillingOrder,
    Fault,
    ProvisioningLine,
    ProvisioningOrder,
    ServiceEffect,
    WorkUpdate,
)
from ordertck.harness.messages.network import LifeCycleEvent, NetworkLine, NetworkOrder, NetworkReport, StepEffect
from ordertck.harness.messages.orders import (
    ACTIONS,
    Fallout,
    LineUpdate,
    OrderHeader,
    OrderLine,
    OrderProgress,
    OrderQuery,
    OrderReceipt,
    OrderSnapshot,
    OrderSubmission,
    OrderUpdate,
    ReceiptLine,
    Refusal,
    SalesOrder,
    SubmittedLine,
)
from ordertck.harness.messages.status import NETWORK_MILESTONES, AssetStatus, Milestone, Status, is_inactive

__all__ = [
    "ACTIONS",
    "KINDS",
    "NETWORK_MILESTONES",
    "Answer",
    "AnswerLine",
    "AssetStatus",
    "BackOfficeUp",
    "BillingEffect",
    "BillingLine",
    "BillingOrder",
    "Body",
    "Check",
    "CheckAnswer",
    "CheckLine",
    "DeskDo",
    "DeskSee",
    "DeskShown",
    "Edge",
    "Fallout",
    "Fault",
    "Kind",
    "LifeCycleEvent",
    "LineUpdate",
    "Mail",
    "Message",
    "Milestone",
    "Neighbour",
    "NetworkLine",
    "NetworkOrder",
    "NetworkReport",
    "OrderHeader",
    "OrderLine",
    "OrderProgress",
    "OrderQuery",
    "OrderReceipt",
    "OrderSnapshot",
    "OrderSubmission",
    "OrderUpdate",
    "ProvisioningLine",
    "ProvisioningOrder",
    "ReceiptLine",
    "Refusal",
    "SalesOrder",
    "ServiceEffect",
    "Status",
    "StepEffect",
    "SubmittedLine",
    "WorkUpdate",
    "Workflow",
    "as_body",
    "is_inactive",
    "read_body",
    "replace",
]
