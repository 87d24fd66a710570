"""Customer relations: the desk where orders are entered, the queue that they leave by, the assets that come of them."""

from dataclasses import dataclass
from datetime import datetime

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import CheckAnswer, DeskDo, DeskSee, Fallout, Message, OrderUpdate, Refusal, Status
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.common.journal import Journalled
from ordertck.harness.reference.crm.accounts_and_orders import Shared
from ordertck.harness.reference.crm.alerts import Alerts
from ordertck.harness.reference.crm.approval import Approval
from ordertck.harness.reference.crm.assets import AssetRegister
from ordertck.harness.reference.crm.attachments import Attachments
from ordertck.harness.reference.crm.checks import Checks
from ordertck.harness.reference.crm.crm_outbox import Outbox
from ordertck.harness.reference.crm.deliveries import Deliveries
from ordertck.harness.reference.crm.front_desk import FrontDesk
from ordertck.harness.reference.crm.guidance import Guidance
from ordertck.harness.reference.crm.inquiries import Inquiries
from ordertck.harness.reference.crm.mail import Acknowledgements
from ordertck.harness.reference.crm.order_entry import OrderEntry
from ordertck.harness.reference.crm.order_progress import OrderProgress
from ordertck.harness.reference.crm.outside_checks import OutsideChecks
from ordertck.harness.reference.crm.overviews import Overviews
from ordertck.harness.reference.crm.profiles import Profiles
from ordertck.harness.reference.crm.projections import Projections
from ordertck.harness.reference.crm.queueing import Queueing
from ordertck.harness.reference.crm.receiving import Receiving
from ordertck.harness.reference.crm.record_book import RecordBook
from ordertck.harness.reference.crm.record_entry import RecordEntry
from ordertck.harness.reference.crm.replication import Replication
from ordertck.harness.reference.crm.revising import Supplementals
from ordertck.harness.reference.crm.screens import Screens
from ordertck.harness.reference.crm.sending import Sending
from ordertck.harness.reference.crm.service_points import ServicePoints
from ordertck.harness.reference.crm.sheets import Sheets
from ordertck.harness.reference.crm.submission import Submissions
from ordertck.harness.reference.crm.submitting import Submitting
from ordertck.harness.reference.crm.tickets import Tickets
from ordertck.harness.reference.crm.workflow_calls import WorkflowCalls

# What is told of orders, and may be told once more.
_NEWS = ("order-update", "refusal", "fallout")


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that the CRM is made of; each knows only those that stand before it."""

    outbox: type[Outbox] = Outbox
    screens: type[Screens] = Screens
    assets: type[AssetRegister] = AssetRegister
    projections: type[Projections] = Projections
    supplementals: type[Supplementals] = Supplementals
    guidance: type[Guidance] = Guidance
    checks: type[Checks] = Checks
    submissions: type[Submissions] = Submissions
    entry: type[OrderEntry] = OrderEntry
    profiles: type[Profiles] = Profiles
    tickets: type[Tickets] = Tickets
    alerts: type[Alerts] = Alerts
    records: type[RecordBook] = RecordBook
    calls: type[WorkflowCalls] = WorkflowCalls
    deliveries: type[Deliveries] = Deliveries
    replication: type[Replication] = Replication
    sending: type[Sending] = Sending
    record_entry: type[RecordEntry] = RecordEntry
    receiving: type[Receiving] = Receiving
    inquiries: type[Inquiries] = Inquiries
    queueing: type[Queueing] = Queueing
    approval: type[Approval] = Approval
    acknowledgements: type[Acknowledgements] = Acknowledgements
    submitting: type[Submitting] = Submitting
    progress: type[OrderProgress] = OrderProgress
    sheets: type[Sheets] = Sheets
    outside_checks: type[OutsideChecks] = OutsideChecks
    attachments: type[Attachments] = Attachments
    service_points: type[ServicePoints] = ServicePoints
    overviews: type[Overviews] = Overviews


class CustomerRelations(Journalled):
    """The CRM of the reference: ``handle`` takes a message and returns what follows from it.

    Orders, lines and accounts go by the refs that the desk uses; every answer shows the CRM's own id.
    """

    parts = Parts()

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext, parts: Parts | None = None) -> None:
        made_of = parts or self.parts
        accounts = {account["id"]: dict(account) for account in scenario.accounts}
        trackable = {product.name: product.trackable for product in catalogue.products.values()}
        self.shared = shared = Shared(catalogue, scenario, accounts, trackable)
        self.orders = shared.orders
        self.outbox = outbox = made_of.outbox(shared)
        self.screens = screens = made_of.screens(shared)
        self.assets = made_of.assets()
        # Orders as they are entered
        self.projections = made_of.projections(shared, self.assets)
        self.supplementals = made_of.supplementals(shared)
        self.guidance = made_of.guidance(shared, self.supplementals, self.projections)
        self.checks = made_of.checks(shared, self.supplementals, self.projections)
        self.submissions = made_of.submissions(shared, self.projections)
        self.entry = made_of.entry(shared, screens, self.supplementals, self.submissions)
        # What goes to back offices and comes from them
        self.profiles = made_of.profiles(shared, self.assets)
        self.tickets, self.alerts = made_of.tickets(shared), made_of.alerts()
        self.records = made_of.records(shared, screens, self.assets)
        self.calls = made_of.calls(shared, outbox, self.records)
        self.deliveries = made_of.deliveries(shared, self.calls)
        self.replication = made_of.replication(shared)
        self.sending = made_of.sending(shared, self.profiles, self.tickets, self.deliveries, self.replication)
        self.record_entry = made_of.record_entry(shared, self.records, self.sending)
        self.receiving = made_of.receiving(shared, self.records, self.calls, self.sending, self.alerts)
        self.inquiries = made_of.inquiries(shared, outbox, screens, self.receiving)
        # From submission to assets
        self.queueing = made_of.queueing(shared, outbox, self.submissions, self.sending)
        self.approval = made_of.approval(shared, screens, self.queueing)
        self.acknowledgements = made_of.acknowledgements(shared, outbox)
        self.submitting = made_of.submitting(
            shared, screens, self.checks, self.guidance, self.approval, self.acknowledgements
        )
        self.progress = made_of.progress(shared, self.assets)
        # What comes before an order, goes with it, or is only looked at
        self.sheets = made_of.sheets(shared, screens, self.entry, self.profiles)
        self.outside_checks = made_of.outside_checks(shared, outbox, screens)
        self.attachments = made_of.attachments(shared)
        self.service_points = made_of.service_points(shared, self.assets, screens)
        self.overviews = made_of.overviews(shared, screens, self.assets, self.profiles, self.projections)
        self.desk = FrontDesk(
            (
                self.entry, self.submitting, self.overviews, self.sheets, self.outside_checks, self.attachments,
                self.approval, self.service_points, self.record_entry,
            )
        )  # fmt: skip
        self._known: set[str] = set()
        self.prepare()

    def prepare(self) -> None:
        """Make what is kept besides the parts; the reference keeps nothing."""

    def is_known(self, message: Message) -> bool:
        """Whether news of an order has come before, under the same id: it is told once more, and says nothing new."""
        known = message.kind in _NEWS and message.id in self._known
        self._known.add(message.id)
        return known

    def handle(self, message: Message) -> list[Message]:
        """Take one message; the messages that it leads to, in order."""
        self.projections.forget()
        if not self.is_known(message):
            self.take(message)
        return self.outbox.emptied()

    def advance(self, now: datetime) -> list[Message]:
        """The clock reads ``now``; the messages that this leads to, in order."""
        self.sending.advance(now)
        self.inquiries.advance(now)
        return self.outbox.emptied()

    def take(self, message: Message) -> None:
        """Give a message to the part that it is for."""
        match message.kind:
            case "desk-do" | "desk-see" if self.inquiries.ask_first(message):
                pass
            case "desk-do":
                self.outbox.show(message, self.desk.do(message.read(DeskDo)))
            case "desk-see":
                self.outbox.show(message, self.desk.see(message.read(DeskSee)))
            case "workflow" | "workflow-answer" | "back-office-up":
                if not self.inquiries.is_answered_by(message):
                    self.receiving.take(message)
            case "order-update":
                self.progress.hear(message.read(OrderUpdate))
            case "check-answer":
                self.outside_checks.answered(message.read(CheckAnswer))
            case "refusal":
                self.progress.hear_trouble(message.read(Refusal).order, Status.REFUSED)
            case "fallout":
                fallout = message.read(Fallout)
                freed = fallout.state == "resolved"
                self.progress.hear_trouble(fallout.order, Status.IN_PROGRESS if freed else Status.FAILED)
