"""Order management: takes sales orders in, has them billed and provisioned, tells the CRM."""

from dataclasses import dataclass
from datetime import datetime

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Fallout, Fault, LifeCycleEvent, Message, SalesOrder, WorkUpdate
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.common.journal import Journalled
from ordertck.harness.reference.oms.cancelling import Cancelling
from ordertck.harness.reference.oms.compensation import Compensation
from ordertck.harness.reference.oms.decomposition import NOTHING
from ordertck.harness.reference.oms.early_follow_ons import EarlyFollowOns
from ordertck.harness.reference.oms.fulfilment import Fulfilment
from ordertck.harness.reference.oms.incidents import Incidents
from ordertck.harness.reference.oms.intake import Intake
from ordertck.harness.reference.oms.neighbour_reports import Reports
from ordertck.harness.reference.oms.orchestration import Orchestration
from ordertck.harness.reference.oms.order_book import Clock, Shared
from ordertck.harness.reference.oms.order_outbox import Outbox
from ordertck.harness.reference.oms.planning import Planning
from ordertck.harness.reference.oms.scheduling import Scheduling
from ordertck.harness.reference.oms.supplementals import Supplementals


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that order management is made of; each knows only those that stand before it."""

    outbox: type[Outbox] = Outbox
    intake: type[Intake] = Intake
    planning: type[Planning] = Planning
    scheduling: type[Scheduling] = Scheduling
    orchestration: type[Orchestration] = Orchestration
    compensation: type[Compensation] = Compensation
    supplementals: type[Supplementals] = Supplementals
    cancelling: type[Cancelling] = Cancelling
    early_follow_ons: type[EarlyFollowOns] = EarlyFollowOns
    incidents: type[Incidents] = Incidents
    reports: type[Reports] = Reports


class OrderManagement(Journalled):
    """The order system of the reference: ``handle`` takes a message and returns what follows from it.

    The scenario's settings: ``capacity`` is how many orders are worked on at once (None: any number); ``no_header_pl``,
    ``default_priority``, ``no_action`` and so on are the switches of these names.
    """

    parts = Parts()

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext, parts: Parts | None = None) -> None:
        made_of = parts or self.parts
        self.shared = shared = Shared(catalogue, scenario.settings, Clock(scenario.now))
        self.clock, self.book = shared.clock, shared.book
        self.outbox = made_of.outbox(shared)
        self.intake = made_of.intake(shared)
        self.planning = made_of.planning(shared)
        self.scheduling = made_of.scheduling(shared, self.outbox)
        self.orchestration = made_of.orchestration(shared, self.outbox, self.scheduling)
        self.compensation = made_of.compensation(shared, self.outbox, self.orchestration)
        self.supplementals = made_of.supplementals(shared, self.outbox, self.intake, self.planning, self.compensation)
        self.cancelling = made_of.cancelling(shared, self.outbox, self.supplementals)
        self.early_follow_ons = made_of.early_follow_ons(shared, self.supplementals)
        self.incidents = made_of.incidents(shared, self.outbox, self.orchestration)
        self.reports = made_of.reports(shared, self.outbox, self.compensation, self.incidents)
        self._seen: set[str] = set()
        self.prepare()

    def prepare(self) -> None:
        """Make what is kept besides the parts; the reference keeps nothing."""

    def handle(self, message: Message) -> list[Message]:
        """Take one message; the messages that it leads to, in order. A redelivered message leads to none."""
        if not self.is_repeated(message):
            self.take(message)
            self.incidents.nobody_wants_them()
            self.orchestration.fulfil_together()
        return self.outbox.emptied()

    def advance(self, now: datetime) -> list[Message]:
        """The clock reads ``now``; the messages that this leads to, in order."""
        self.clock.now = now
        self.orchestration.release(self.scheduling.dates_come())
        self.orchestration.fulfil_together()
        return self.outbox.emptied()

    def is_repeated(self, message: Message) -> bool:
        """Whether a message was delivered before; a question may be asked as often as one likes."""
        known = message.id in self._seen and message.kind != "order-query"
        self._seen.add(message.id)
        return known

    def take(self, message: Message) -> None:
        """Give a message to the part that it is for."""
        match message.kind:
            case "sales-order":
                self.take_in(message.read(SalesOrder), message)
            case "order-query":
                self.outbox.answer(message)
            case "billing-update":
                self.reports.from_billing(message.read(WorkUpdate))
            case "provisioning-update":
                self.reports.from_provisioning(message.read(WorkUpdate))
            case "cancel":
                self.cancelling.cancel(message.read(LifeCycleEvent).order)
            case "fault":
                self.falls_out(message.read(Fault))
            case "fallout":
                freed = message.read(Fallout)
                self.incidents.resolve(freed.order, freed.incident)

    def take_in(self, order: SalesOrder, message: Message) -> None:
        """A new order, or a newer version of one that is known."""
        known = self.book.orders.get(order.order)
        if known is None:
            self.begin(order, message)
        elif self.supplementals.withdraws_all(known, order):
            self.cancelling.cancel(order.order)
        else:
            self.supplementals.take_in(known, order, message)

    def falls_out(self, fault: Fault) -> None:
        """A neighbour could not do something; if that was to begin a charge, what waited for it goes on."""
        self.incidents.falls_out(fault)
        fulfilment = self.book.orders.get(fault.order)
        line = fulfilment.lines.get(fault.line or "") if fulfilment is not None else None
        if fulfilment is not None and line is not None and not line.asked:
            self.reports.billing_has_answered(fulfilment, line)

    def begin(self, order: SalesOrder, message: Message) -> None:
        """Check a new order, refuse it or let it wait for its turn."""
        objection = self.intake.objection(order, message) or self.early_follow_ons.objection(order)
        if objection is not None:
            self.outbox.refuse(order.order, objection)
            return
        lines = self.planning.plans(order)
        for line in self.early_follow_ons.worked_in(order):
            lines[line].work = NOTHING
        fulfilment = Fulfilment(order, self.intake.queue_priority(message), lines, open=len(lines))
        self.book.orders[order.order] = fulfilment
        self.orchestration.schedule(fulfilment)
