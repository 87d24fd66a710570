"""Customer relations: the desk where orders are entered, the queue that they leave by, the assets that come of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ordertck.harness.catalogue import Catalogue
from ordertck.harness.messages import (
    Body,
    DeskDo,
    DeskSee,
    DeskShown,
    Edge,
    LineUpdate,
    Message,
    OrderUpdate,
    as_body,
    read_body,
)
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.crm.assets import Asset, AssetRegister
from ordertck.harness.reference.crm.checks import Checks
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder, Refused
from ordertck.harness.reference.crm.screens import HEADER, Screens
from ordertck.harness.reference.crm.submission import Submissions

Fields = Mapping[str, str]


class CustomerRelations:
    """The CRM of the reference: ``handle`` takes a message and returns what follows from it.

    Orders, lines and accounts go by the refs that the desk uses; every answer shows the CRM's own id.
    """

    Assets, Checks, Submissions, Screens = AssetRegister, Checks, Submissions, Screens

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        self.catalogue, self.scenario = catalogue, scenario
        self.accounts = {account["id"]: dict(account) for account in scenario.accounts}
        self.trackable = {product.name: product.trackable for product in catalogue.products.values()}
        self.orders: dict[str, CrmOrder] = {}
        self.assets = self.Assets()
        self.checks = self.Checks(self.assets, scenario.settings["no_action"])
        self.submissions = self.Submissions(catalogue)
        self.screens = self.Screens()
        self.out: list[Message] = []
        self._sent = 0
        self._acts: dict[tuple[str, str], Callable[[str, Fields], DeskShown]] = {
            ("enter", "order"): self.enter_order,
            ("enter", "line"): self.enter_line,
            ("enter", "account"): self.enter_account,
            ("enter", "product"): self.enter_product,
            ("revise", "order"): self.revise_order,
            ("discard", "order"): self.discard_revision,
            ("discard", "line"): self.discard_line,
            ("price", "order"): self.price_order,
            ("price", "line"): self.price_line,
            ("submit", "order"): self.submit_order,
        }

    def handle(self, message: Message) -> list[Message]:
        """Take one message; the messages that it leads to, in order."""
        self.out = []
        match message.kind:
            case "desk-do":
                self.answer(message, self.do(read_body(DeskDo, message.body)))
            case "desk-see":
                self.answer(message, self.see(read_body(DeskSee, message.body)))
            case "order-update":
                self.hear(read_body(OrderUpdate, message.body))
            case "refusal":
                self.hear_trouble(message.body["order"], "REFUSED")
            case "fallout":
                resolved = message.body["state"] == "resolved"
                self.hear_trouble(message.body["order"], "IN PROGRESS" if resolved else "FAILED")
        return self.out

    # At the desk

    def do(self, act: DeskDo) -> DeskShown:
        """Do what the user asks; what is not possible is refused, with the reason."""
        handler = self._acts.get((act.verb, act.object))
        try:
            if handler is None:
                raise Refused(f"{act.verb} is not for the object {act.object}")
            return handler(act.ref, act.fields)
        except Refused as refusal:
            return DeskShown(object=act.object, ref=act.ref, refused=str(refusal))

    def see(self, look: DeskSee) -> DeskShown:
        """Show what the user looks at."""
        order = self.orders.get(look.ref)
        match look.object:
            case "order" if order:
                return self.screens.order(order)
            case "revisions" if order:
                listed = tuple({"revision": str(number)} for number in order.revisions)
                return DeskShown(object="revisions", ref=look.ref, id=order.id, rows=listed)
            case "assets" if look.ref in self.accounts:
                assets = tuple(map(self.screens.asset_row, self.assets_of(look.ref)))
                return DeskShown(object="assets", ref=look.ref, id=look.ref, rows=assets)
        return DeskShown(object=look.object, ref=look.ref, refused="there is nothing of that name")

    def assets_of(self, account: str) -> list[Asset]:
        """The assets that are listed for an account (AS-03)."""
        return self.assets.of(account)

    def order(self, ref: str) -> CrmOrder:
        """The order that the desk calls so."""
        if ref not in self.orders:
            raise Refused("there is no such order")
        return self.orders[ref]

    def enter_order(self, ref: str, fields: Fields) -> DeskShown:
        """Enter an order, or save its header again; a new one has its account's price list (PL-02)."""
        order = self.orders.get(ref)
        if order is None:
            order = self.orders[ref] = CrmOrder(ref, f"{self.scenario.id}-ORDER-{len(self.orders) + 1}")
            order.price_list = self.header_list(fields.get("account"))
        for name in HEADER:
            if name in fields:
                setattr(order, name, fields[name] or None)
        return self.screens.order(order)

    def header_list(self, account: str | None) -> str | None:
        """The price list that a new order of an account begins with."""
        return self.accounts[account]["price_list"] if account in self.accounts else None

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        """Enter a line, or save it again."""
        order = self.order(fields.get("order", ""))
        self.require_unsubmitted(order)
        known = order.lines.get(ref) or CrmLine(ref, order.fresh_line_id(), str(len(order.lines) + 1))
        parent = order.lines.get(fields.get("parent", ""))
        line = known.entered(fields, parent.id if parent else None)
        if line.price_list and line.price_list != known.price_list:
            self.require_own_list(order, line)
        order.lines[ref] = line
        return self.screens.line(line)

    def discard_line(self, ref: str, fields: Fields) -> DeskShown:
        """Take a line off an order that is not submitted yet."""
        order = self.order(fields.get("order", ""))
        self.require_unsubmitted(order)
        order.lines.pop(ref, None)
        return DeskShown(object="line", ref=ref)

    def price_order(self, ref: str, fields: Fields) -> DeskShown:
        """Choose the price list of the header, or clear it (PL-03)."""
        order = self.order(ref)
        self.require_unsubmitted(order)
        order.price_list = fields.get("price_list") or None
        return self.screens.order(order)

    def price_line(self, ref: str, fields: Fields) -> DeskShown:
        """Choose the price list of a line, or clear it (PL-04)."""
        order = self.order(fields.get("order", ""))
        self.require_unsubmitted(order)
        line = order.lines.get(ref)
        if line is None:
            raise Refused("there is no such line")
        self.require_own_list(order, line)
        order.lines[ref] = line.entered({"price_list": fields.get("price_list", "")}, None)
        return self.screens.line(order.lines[ref])

    def require_own_list(self, order: CrmOrder, line: CrmLine) -> None:
        """Nobody gives a component of a customizable product a price list (PL-15)."""
        if self.submissions.customizable_above(order, line) is not None:
            raise Refused(f"line {line.number} is a component: it goes with its product's price list")

    def require_unsubmitted(self, order: CrmOrder) -> None:
        """Only an order that is not submitted yet is changed here."""
        if order.submitted:
            raise Refused("the order is submitted")

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:  # noqa: ARG002 - a revision has no fields of its own
        """Begin another revision of an order that is not submitted yet; nothing is sent (RV-01, RV-04)."""
        order = self.order(ref)
        self.require_unsubmitted(order)
        order.revise()
        return self.screens.order(order)

    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:  # noqa: ARG002 - as above
        """Discard the latest revision; the one before counts again."""
        order = self.order(ref)
        self.require_unsubmitted(order)
        order.discard_revision()
        return self.screens.order(order)

    def enter_account(self, ref: str, fields: Fields) -> DeskShown:
        """Change an account, its price list for example; orders that are there already stay as they are (PL-02)."""
        if ref not in self.accounts:
            raise Refused("there is no such account")
        self.accounts[ref].update(fields)
        return DeskShown(object="account", ref=ref, id=ref, fields=self.accounts[ref])

    def enter_product(self, ref: str, fields: Fields) -> DeskShown:
        """Set whether a product is trackable, for orders submitted from now on (AS-06)."""
        if ref not in self.trackable:
            raise Refused("there is no such product")
        self.trackable[ref] = fields.get("trackable") == "yes"
        return DeskShown(object="product", ref=ref, id=ref, fields=fields)

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
        order.submitted, order.status = True, "OPEN"
        for line in order.lines.values():
            order.lines[line.ref] = self.stamped(line)
        self.queue(order)
        return self.screens.order(order)

    def objections(self, order: CrmOrder) -> Iterator[str]:
        """Every reason not to submit an order."""
        return self.checks.objections(order)

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
        before = order.line_status.get(line.id)
        order.line_status[line.id] = told.status or before or ""
        if told.status == "COMPLETE" and before != "COMPLETE":
            self.convert(order, line)

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        """A line is fulfilled and provisioned: it becomes an asset of the customer's, or changes one (AS-01, AS-03)."""
        if line.trackable:
            self.assets.follow(line, order.account or "")

    def hear_trouble(self, number: str, status: str) -> None:
        """An order was refused, or fell out, or goes on after that."""
        order = self.known(number)
        if order is not None:
            order.status = status

    def known(self, number: str) -> CrmOrder | None:
        """The order of this number."""
        return next((order for order in self.orders.values() if order.id == number), None)

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
