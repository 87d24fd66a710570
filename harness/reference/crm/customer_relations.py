"""Customer relations: the desk where orders are entered, the queue that they leave by, the assets that come of them."""

from collections.abc import Iterator
from datetime import datetime

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import (
    Body,
    CheckAnswer,
    DeskDo,
    DeskSee,
    DeskShown,
    Edge,
    LineUpdate,
    Message,
    OrderUpdate,
    as_body,
    read_body,
    replace,
)
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.crm.approval import Approval
from ordertck.harness.reference.crm.assets import Asset, AssetRegister
from ordertck.harness.reference.crm.attachments import Attachments
from ordertck.harness.reference.crm.checks import Checks
from ordertck.harness.reference.crm.desk import Acts, Fields, View, Views
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder, Refused
from ordertck.harness.reference.crm.guidance import Guidance
from ordertck.harness.reference.crm.mail import Acknowledgements
from ordertck.harness.reference.crm.order_entry import OrderEntry
from ordertck.harness.reference.crm.outside_checks import OutsideChecks
from ordertck.harness.reference.crm.projections import Projections
from ordertck.harness.reference.crm.screens import Screens
from ordertck.harness.reference.crm.service_points import ServicePoints
from ordertck.harness.reference.crm.sheets import Sheets
from ordertck.harness.reference.crm.submission import Submissions
from ordertck.harness.reference.crm.supplementals import Supplementals
from ordertck.harness.reference.crm.workflows import Workflows


class CustomerRelations(OrderEntry):
    """The CRM of the reference: ``handle`` takes a message and returns what follows from it.

    Orders, lines and accounts go by the refs that the desk uses; every answer shows the CRM's own id.
    """

    Assets, Checks, Submissions, Screens = AssetRegister, Checks, Submissions, Screens
    Supplementals, Projections, Guidance = Supplementals, Projections, Guidance
    Sheets, OutsideChecks, Attachments, Approval = Sheets, OutsideChecks, Attachments, Approval
    Acknowledgements, ServicePoints, Workflows = Acknowledgements, ServicePoints, Workflows

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        self.catalogue, self.scenario = catalogue, scenario
        self.accounts = {account["id"]: dict(account) for account in scenario.accounts}
        self.trackable = {product.name: product.trackable for product in catalogue.products.values()}
        self.orders: dict[str, CrmOrder] = {}
        self.assets = self.Assets()
        self.checks = self.Checks(self, scenario.settings["no_action"])
        self.submissions = self.Submissions(self)
        self.screens = self.Screens(catalogue)
        self.out: list[Message] = []
        self._sent = 0
        self.supplementals = self.Supplementals(self)
        self.projections = self.Projections(self)
        self.guidance = self.Guidance(self)
        self.acts: Acts = {**self.entry_acts(), ("submit", "order"): self.submit_order}
        self.views: Views = {
            "order": self.see_order,
            "revisions": self.see_revisions,
            "assets": self.see_assets,
            "projection": self.see_projection,
            "profile": self.see_profile,
        }
        self.outside_checks, self.approval = self.OutsideChecks(self), self.Approval(self)
        self.workflows = self.Workflows(self)
        self.acknowledgements = self.Acknowledgements(self)
        for part in (
            self.Sheets(self),
            self.outside_checks,
            self.Attachments(self),
            self.approval,
            self.ServicePoints(self),
            self.workflows,
        ):
            self.acts |= part.acts
            self.views |= {name: self.also(name, view) for name, view in part.views.items()}

    def handle(self, message: Message) -> list[Message]:
        """Take one message; the messages that it leads to, in order."""
        self.out = []
        self.projections.forget()
        match message.kind:
            case "desk-do" | "desk-see" if self.workflows.ask_first(message):
                pass
            case "desk-do":
                self.answer(message, self.do(read_body(DeskDo, message.body)))
            case "desk-see":
                self.answer(message, self.see(read_body(DeskSee, message.body)))
            case "workflow" | "workflow-answer" | "back-office-up":
                self.workflows.handle(message)
            case "order-update":
                self.hear(read_body(OrderUpdate, message.body))
            case "check-answer":
                self.outside_checks.answered(read_body(CheckAnswer, message.body))
            case "refusal":
                self.hear_trouble(message.body["order"], "REFUSED")
            case "fallout":
                resolved = message.body["state"] == "resolved"
                self.hear_trouble(message.body["order"], "IN PROGRESS" if resolved else "FAILED")
        return self.out

    def advance(self, now: datetime) -> list[Message]:
        """The clock reads ``now``; the messages that this leads to, in order."""
        self.out = []
        self.workflows.advance(now)
        return self.out

    # At the desk

    def do(self, act: DeskDo) -> DeskShown:
        """Do what the user asks; what is not possible is refused, with the reason."""
        handler = self.acts.get((act.verb, act.object))
        try:
            if handler is None:
                raise Refused(f"{act.verb} is not for the object {act.object}")
            return handler(act.ref, act.fields)
        except Refused as refusal:
            return DeskShown(object=act.object, ref=act.ref, refused=str(refusal))

    def see(self, look: DeskSee) -> DeskShown:
        """Show what the user looks at."""
        view = self.views.get(look.object)
        shown = view(look.ref) if view is not None else None
        return shown or DeskShown(object=look.object, ref=look.ref, refused="there is nothing of that name")

    def also(self, name: str, view: View) -> View:
        """A view that comes after the one of the same name, where there is one: what that does not know, this may."""
        before = self.views.get(name)
        return (lambda ref: before(ref) or view(ref)) if before is not None else view

    def see_order(self, ref: str) -> DeskShown | None:
        """An order with its lines."""
        order = self.orders.get(ref)
        return self.screens.order(order) if order and order.kind == "order" else None

    def see_revisions(self, ref: str) -> DeskShown | None:
        """The revisions of an order."""
        order = self.orders.get(ref)
        if order is None:
            return None
        listed = tuple({"revision": str(number)} for number in order.revisions)
        return DeskShown(object="revisions", ref=ref, id=order.id, rows=listed)

    def see_assets(self, ref: str) -> DeskShown | None:
        """The assets of an account."""
        if ref not in self.accounts:
            return None
        return DeskShown(object="assets", ref=ref, id=ref, rows=tuple(map(self.screens.asset_row, self.assets_of(ref))))

    def see_profile(self, ref: str) -> DeskShown | None:
        """The service profile of an account."""
        if ref not in self.accounts:
            return None
        rows = tuple(map(self.screens.asset_row, self.profile_of(ref)))
        return DeskShown(object="profile", ref=ref, id=ref, rows=rows)

    def see_projection(self, ref: str) -> DeskShown | None:
        """The assets of an account as its open orders will leave them (FO-02, FD-05)."""
        if ref not in self.accounts:
            return None
        rows = tuple(map(self.screens.projected_row, self.projections.of(ref)))
        return DeskShown(object="projection", ref=ref, id=ref, rows=rows)

    def assets_of(self, account: str) -> list[Asset]:
        """The assets that are listed for an account (AS-03)."""
        return self.assets.of(account)

    def profile_of(self, account: str) -> list[Asset]:
        """What the service profile of an account is built from: its assets as they are (AS-04)."""
        return self.assets_of(account)

    # Submitting

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        """Submit the current revision: one message on the queue, and the user has control again (FL-04, FL-05)."""
        order = self.order(ref)
        if order.submitted:
            raise Refused("the order is submitted already")
        if fields.get("revision", str(order.revision)) != str(order.revision):
            raise Refused(f"revision {fields['revision']} is superseded by {order.revision}")
        self.choose_priority(order, fields.get("priority"))
        for objection in self.objections(order):
            raise Refused(objection)
        warning = "; ".join(self.guidance.warnings(order)) or None
        order.submitted, order.status = True, "OPEN"
        for line in order.lines.values():
            order.lines[line.ref] = self.stamped(line)
        self.approval.submitted(order)
        self.acknowledgements.submitted(order)
        return replace(self.screens.order(order), warning=warning)

    def objections(self, order: CrmOrder) -> Iterator[str]:
        """Every reason not to submit an order."""
        yield from self.supplementals.objections(order)
        yield from self.checks.objections(order)

    def choose_priority(self, order: CrmOrder, priority: str | None) -> None:
        """Take the priority that the user picks from the list (PR-01, PR-10)."""
        if priority and priority not in self.submissions.priorities:
            raise Refused(f"there is no priority '{priority}'")
        order.priority = priority or order.priority

    def stamped(self, line: CrmLine) -> CrmLine:
        """A line as it was when it was submitted: what is set for its product later is for later orders (AS-06)."""
        return replace(line, trackable=self.trackable.get(line.product or "", True))

    def queue(self, order: CrmOrder) -> None:
        """Put the order's message on the submission queue."""
        submission = self.submissions.of(order)
        priority = self.submissions.queue_priority(order.priority)
        self.tell("order-submission", Edge.SUBMISSION, submission, order.id, priority=priority)
        self.workflows.created(order)

    # Hearing from the order system

    def hear(self, update: OrderUpdate) -> None:
        """The order system says how an order stands."""
        order = self.known(update.order)
        if order is None:
            return
        order.status = update.status
        for told in update.lines:
            line = order.line(told.line)
            if line is not None:
                self.hear_of_line(order, line, told)

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        """The order system says how a line stands; with its completion the assets follow (AS-01)."""
        if told.milestone:
            order.milestones.setdefault(line.id, set()).add(told.milestone)
        if told.attributes:
            line = order.lines[line.ref] = replace(line, attributes={**line.attributes, **told.attributes})
        before = order.line_status.get(line.id)
        order.line_status[line.id] = told.status or before or ""
        if told.status == "COMPLETE" and before != "COMPLETE":
            self.convert(order, line)

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        """A line is fulfilled and provisioned: it becomes an asset of the customer's, or changes one (AS-01, AS-03)."""
        if line.trackable:
            self.assets.follow(line, order.account or "")

    def hear_trouble(self, number: str, status: str) -> None:
        """An order, or its latest version, was refused, or fell out, or goes on after that."""
        order = self.known(number)
        if order is not None:
            order.status = status

    def known(self, number: str) -> CrmOrder | None:
        """The version of the order of this number that counts: the latest that was submitted and not refused."""
        versions = [order for order in self.orders.values() if order.id == number]
        counting = [order for order in versions if order.submitted and order.status != "REFUSED"]
        return max(counting or versions, key=lambda order: order.revision, default=None)

    # Telling

    def answer(self, question: Message, shown: DeskShown) -> None:
        """Show the user what came of it."""
        self.tell("desk-shown", Edge.DESK, shown, question.about, re=question.id)

    def tell(
        self, kind: str, edge: Edge, body: Body, about: str, re: str | None = None, priority: int | None = None
    ) -> None:
        """Send one message."""
        self._sent += 1
        self.out.append(Message(f"{self.scenario.id}-crm-{self._sent}", kind, edge, as_body(body), about, re, priority))
