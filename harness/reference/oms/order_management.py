"""Order management: takes sales orders in, has them billed and provisioned, tells the CRM."""

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import (
    BillingLine,
    BillingOrder,
    Edge,
    Fault,
    Message,
    OrderLine,
    ProvisioningOrder,
    SalesOrder,
    WorkUpdate,
    read_body,
    replace,
)
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.oms.aggregation import ITEM_RULES, ORDER_RULES, aggregate
from ordertck.harness.reference.oms.cancelling import Cancelling
from ordertck.harness.reference.oms.decomposition import NOTHING, by_target, work_of
from ordertck.harness.reference.oms.early_follow_ons import EarlyFollowOns
from ordertck.harness.reference.oms.fallout import FalloutHandling
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment
from ordertck.harness.reference.oms.installed_base import InstalledBase
from ordertck.harness.reference.oms.intake import Intake, Objection
from ordertck.harness.reference.oms.life_cycle import LineState, OrderState, advance, advance_line
from ordertck.harness.reference.oms.price_lists import effective_list
from ordertck.harness.reference.oms.progress import Progress
from ordertck.harness.reference.oms.scheduling import Turns, requested_date
from ordertck.harness.reference.oms.supplementals import Supplementals

__all__ = ["Fulfilment", "LineFulfilment", "OrderManagement", "requested_date"]


class OrderManagement(Turns):
    """The order system of the reference: ``handle`` takes a message and returns what follows from it.

    The scenario's settings: ``capacity`` is how many orders are worked on at once (None: any number); ``no_header_pl``,
    ``default_priority``, ``no_action`` and so on are the switches of these names.
    """

    Revisions = Supplementals
    Cancels = Cancelling
    Fallout = FalloutHandling
    Reports = Progress

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        super().__init__(catalogue, scenario)
        self.base = InstalledBase()
        self.revisions = self.Revisions(self)
        self.cancelling = self.Cancels(self)
        self.fallout = self.Fallout(self)
        self.reports = self.Reports(self)
        self.early_follow_ons = EarlyFollowOns(self)
        self.intake = Intake(
            self.base,
            self.settings["no_action"],
            header_list_needed=self.settings["no_header_pl"] == "fault",
        )
        self._seen: set[str] = set()

    def handle(self, message: Message) -> list[Message]:
        """Take one message; the messages that it leads to, in order. A redelivered message leads to none."""
        self.out = []
        if self.is_repeated(message):
            return self.out
        match message.kind:
            case "sales-order":
                self.take_in(read_body(SalesOrder, message.body), message)
            case "order-query":
                self.answer(message)
            case "billing-update":
                self.billing_reports(read_body(WorkUpdate, message.body))
            case "provisioning-update":
                self.provisioning_reports(read_body(WorkUpdate, message.body))
            case "cancel":
                self.cancelling.cancel(message.body["order"])
            case "fault":
                self.falls_out(read_body(Fault, message.body))
            case "fallout":
                self.fallout.resolve(message.body["order"], message.body["incident"])
        return self.out

    def is_repeated(self, message: Message) -> bool:
        """Whether a message was delivered before; a question may be asked as often as one likes."""
        known = message.id in self._seen and message.kind != "order-query"
        self._seen.add(message.id)
        return known

    # Taking in

    def take_in(self, order: SalesOrder, message: Message) -> None:
        """Check an order, refuse it or let it wait for its turn."""
        if order.order in self.orders:
            self.revisions.take_in(self.orders[order.order], order, message)
            return
        objection = self.objection(order, message) or self.early_follow_ons.objection(order)
        if objection is not None:
            self.refuse(order, objection)
            return
        lines = {line.id: self.plan(order, line) for line in order.lines}
        for line in self.early_follow_ons.worked_in(order):
            lines[line].work = NOTHING
        fulfilment = Fulfilment(order, self.queue_priority(message), lines, open=len(lines))
        self.orders[order.order] = fulfilment
        self.let_wait(fulfilment)

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        """The first reason not to take an order in; None for a good one."""
        date = requested_date(order)
        if date is not None and date < self.now and self.settings["past_date"] == "refuse":
            return Objection(f"the requested date {order.requested_delivery} has passed")
        return next(iter(self.intake.objections(order, message.priority)), None)

    def queue_priority(self, message: Message) -> int:
        """The transport priority, or the declared default where nobody chose one (A-27)."""
        return message.priority if message.priority is not None else int(self.settings["default_priority"])

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        """What one line will be charged on and needs done."""
        asset = line.asset or line.id
        price_list = self.price_list(order, line)
        work = work_of(line, asset, price_list, line.site or order.site, self.catalogue)
        return LineFulfilment(line, asset, price_list, work)

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        """The list that a line is charged on; where even the header has none, the configured default (A-15)."""
        chosen = effective_list(order, line, self.settings["update_empty_pl"] == "fill")
        return chosen or (self.catalogue.integration_price_list if line.action == "Add" else None)

    # Working

    def start(self, fulfilment: Fulfilment) -> None:
        """Begin an order with all that has nothing to wait for; one without work is complete at once."""
        self.working += 1
        fulfilment.state = advance(fulfilment.state, OrderState.IN_PROGRESS)
        self.update(fulfilment)
        self.begin(fulfilment, [line for line in fulfilment.lines.values() if line.ready])
        self.finish(fulfilment)

    def begin(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        """Begin the work on some lines of a running order: billing first, then everything else."""
        for line in lines:
            line.ready = True
        fulfilment.uninitiated += sum(line.work.billing is not None for line in lines)
        self.initiate(fulfilment, lines)

    def initiate(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        """Have billing initiated; what is not billed can be provisioned at once."""
        if fulfilment.uninitiated:
            for line in lines:
                line.initiated = line.work.billing is not None
            self.bill(fulfilment, "initiate", lines)
        else:
            self.provision(fulfilment)

    def bill(self, fulfilment: Fulfilment, phase: str, lines: list[LineFulfilment]) -> None:
        """Call billing for these lines, in one phase (PL-08)."""
        order = fulfilment.order
        billed = tuple(self.charge(line, line.work.billing) for line in lines if line.work.billing is not None)
        if billed:
            call = BillingOrder(
                order=order.order,
                account=order.account or "",
                phase=phase,
                lines=billed,
                requested_delivery=order.requested_delivery,
            )
            self.tell("billing-order", Edge.BILLING, call, order.order)
            for line in lines:
                line.latest_billing = self.latest_id

    def charge(self, line: LineFulfilment, work: BillingLine) -> BillingLine:
        """What billing is told of a line, with what provisioning has filled in so far (UF-07)."""
        return replace(work, attributes=dict(line.assigned)) if line.assigned else work

    def provision(self, fulfilment: Fulfilment) -> None:
        """Have everything provisioned that is ready for it and was not sent yet."""
        free = (LineState.WAITING, LineState.BILLING_INITIATED)
        lines = [line for line in fulfilment.lines.values() if line.ready and line.state in free and not line.sent]
        self.set_up(fulfilment, lines)

    def set_up(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        """Send each target system its component of these lines; what has nothing to provision goes on at once."""
        order = fulfilment.order
        calls = {}
        for target, component in by_target(line.work for line in lines).items():
            call = ProvisioningOrder(
                order=order.order,
                account=order.account or "",
                target=target,
                lines=component,
                requested_delivery=order.requested_delivery,
                priority=order.priority,
            )
            self.tell("provisioning-order", Edge.PROVISIONING, call, order.order)
            calls[target] = self.latest_id
        for line in lines:
            line.sent, line.latest_call = True, calls.get(line.work.target or "", "")
            if line.work.provisioning is None:
                self.provisioned(fulfilment, line)

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        """A line is provisioned: have its billing fulfilled, or complete it where nothing is billed."""
        line.state = advance_line(line.state, LineState.PROVISIONED)
        if self.is_fulfilled(line):
            self.complete(fulfilment, line)
        elif not line.fulfilling:
            line.fulfilling = True
            self.bill(fulfilment, "fulfil", [line])

    def is_fulfilled(self, line: LineFulfilment) -> bool:
        """Whether all who work on a provisioned line have said that they are done, by the aggregation rules (UF-05)."""
        billed = line.work.billing is not None
        done = 2 if billed and line.charged else 1
        return aggregate(ITEM_RULES, {LineState.COMPLETE: done}, 2 if billed else 1) is not None

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        """A line is both provisioned and fulfilled; with the last one the order is complete (AS-01)."""
        line.state = advance_line(line.state, LineState.COMPLETE)
        filled = replace(line.line, attributes={**line.line.attributes, **line.assigned})
        self.base.complete(filled, line.asset, line.price_list)
        self.open_lines.pop(line.line.id, None)
        fulfilment.open -= 1
        self.finish(fulfilment, line)
        self.come_to_an_end(self.waiting.line_completes(line.line.id))

    def finish(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        """Tell the CRM how these lines stand, and the order, where it has come to its end (UF-06)."""
        end = self.end_of(fulfilment)
        if end is not None:
            fulfilment.state = advance(fulfilment.state, end)
        if lines or end is not None:
            self.update(fulfilment, *lines)
        if end is not None:
            self.working -= 1
            self.start_next()

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        """How an order ends, by the aggregation rules; one of which nothing is left is cancelled. None: it goes on."""
        if fulfilment.state not in (OrderState.IN_PROGRESS, OrderState.CANCELLING):
            return None
        if not fulfilment.lines:
            return OrderState.CANCELLED
        complete = len(fulfilment.lines) - fulfilment.open
        whole = aggregate(ORDER_RULES, {LineState.COMPLETE: complete}, len(fulfilment.lines))
        return OrderState.COMPLETE if whole == OrderState.COMPLETE else None

    # Hearing from the neighbours

    def billing_reports(self, report: WorkUpdate) -> None:
        """Billing has initiated or completed a line."""
        fulfilment, line = self.find(report)
        if fulfilment is None or line is None:
            return
        if report.value == "INITIATED" and line.state is LineState.WAITING:
            line.state = advance_line(line.state, LineState.BILLING_INITIATED)
            self.initiated(fulfilment)
        elif not self.is_current(report, line.latest_billing):
            return
        elif report.value == "COMPLETE" and line.state is LineState.PROVISIONED:
            self.complete(fulfilment, line)
        elif report.value == "COMPLETE" and line.state is LineState.UNDOING and not line.sent:
            self.revisions.undone(fulfilment, line)
        elif report.value == "COMPLETE":
            line.charged = True

    def initiated(self, fulfilment: Fulfilment) -> None:
        """One line less for which billing has yet to say whether it could be initiated."""
        fulfilment.uninitiated -= 1
        if fulfilment.uninitiated == 0:
            self.provision(fulfilment)

    def provisioning_reports(self, report: WorkUpdate) -> None:
        """Provisioning tells how a line is getting on; what is not about its latest work changes nothing."""
        fulfilment, line = self.find(report)
        if fulfilment is not None and line is not None and self.is_current(report, line.latest_call):
            self.reports.take(fulfilment, line, report)

    def falls_out(self, fault: Fault) -> None:
        """A neighbour, or the integration, could not do something."""
        self.fallout.falls_out(fault)

    def is_current(self, report: WorkUpdate, latest: str) -> bool:
        """Whether a report is about the latest that was asked for a line, as far as it says."""
        return report.call is None or not latest or report.call == latest
