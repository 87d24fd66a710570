"""The integration layer: the submission queue, the hand-over, and the way back to CRM and billing."""

from collections.abc import Callable, Mapping
from typing import Any

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Body, Edge, Fault, Message, Refusal, as_body
from ordertck.harness.messages.mark import marked
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.common.journal import Journalled
from ordertck.harness.reference.common.priority_queue import HIGHEST, LOWEST
from ordertck.harness.reference.integration.cross_references import CrossReferences
from ordertck.harness.reference.integration.hand_over import sales_order_of
from ordertck.harness.reference.integration.submission_queue import SubmissionQueue


class Integration(Journalled):
    """The integration of the reference: ``handle`` takes a message and returns what follows from it.

    Orders leave the queue at once unless the intake is held, or the order system cannot be reached. What is for a
    neighbour that is away is kept until it is back. On the way back, lines bear the CRM's ids before the CRM
    and billing, the order system's own before the order system. Bodies are dictionaries here, not their types, since
    a field that the vocabulary does not know is handed on too.
    """

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        self.catalogue, self.settings = catalogue, scenario.settings
        self.queue = SubmissionQueue(self.goes_after)
        self.references, self.billings = CrossReferences(), CrossReferences()
        self.calls: dict[str, str] = {}
        self.held = False
        self.away: dict[Edge, list[Message]] = {}
        self.orders_of_lines: dict[str, str] = {}
        self.numbers: dict[str, str] = {}
        self.out: list[Message] = []
        self._seen: set[str] = set()
        self._sent, self._cause = 0, ""
        self.prepare()

    def prepare(self) -> None:
        """Make what is kept besides; the reference keeps nothing."""

    def handle(self, message: Message) -> list[Message]:
        """Take one message; the messages that it leads to, in order. One that came before changes nothing."""
        self.out = []
        if message.id not in self._seen:
            self._seen.add(message.id)
            self.carry(message)
        return self.out

    def carry(self, message: Message) -> None:
        """Take a message to where it belongs."""
        match message.kind:
            case "order-submission" | "cancel":
                self.submitted(message)
            case "order-receipt":
                self.acknowledged(message)
            case "order-update" | "refusal":
                self.to_crm(message)
            case "fallout" if message.edge is not Edge.PROVISIONING:
                self.to_crm(message)
            case "workflow":
                self.from_back_office(message)
            case "billing-order":
                self.to_billing(message)
            case "provisioning-order":
                self.to_provisioning(message)
            case "billing-update" | "provisioning-update" | "fault" | "fallout":
                self.to_order_system(message)
            case _ if message.edge is Edge.BENCH:
                self.bench_act(message)

    def bench_act(self, message: Message) -> None:
        """What the bench does to the queues: hold them back, let them go."""
        match message.kind:
            case "intake-hold":
                self.held = True
            case "intake-release":
                self.held = False
            case "neighbour-away":
                self.away.setdefault(Edge(message.body["neighbour"]), [])
            case "neighbour-back":
                self.out += self.away.pop(Edge(message.body["neighbour"]), [])
        self.take_up()

    def acknowledged(self, message: Message) -> None:
        """Who has taken an order tells what it calls the order."""
        if message.edge is Edge.BILLING:
            self.kept_by_billing(message.body)
        else:
            self.numbers[message.body["id"]] = message.body["order"]
            self.received(message.body)

    # From the CRM to the order system

    def submitted(self, message: Message) -> None:
        """An order has come onto the queue."""
        priority = self.queue_priority(message)
        if not LOWEST <= priority <= HIGHEST:
            reason = f"priority {priority} is not between {LOWEST} and {HIGHEST}"
            self.tell("refusal", Edge.CRM, Refusal(order=message.body["order"], reason=reason), message.about)
            return
        self.orders_of_lines |= {line["id"]: message.body["order"] for line in message.body.get("lines", ())}
        self.queue.put(message, priority)
        self.take_up()

    def goes_after(self, message: Message) -> list[str]:
        """The orders that must be handed over before this one: its own earlier version, and those it builds on."""
        bases = [self.orders_of_lines.get(line.get("base_line") or "") for line in message.body.get("lines", ())]
        return [order for order in (message.body["order"], message.body.get("base_order"), *bases) if order]

    def queue_priority(self, message: Message) -> int:
        """The transport priority, or the declared default where nobody chose one (PR-02, PR-11)."""
        return message.priority if message.priority is not None else int(self.settings["default_priority"])

    def take_up(self) -> None:
        """Hand over what is queued, most urgent first, unless the intake is held or nobody is there (FL-06)."""
        while len(self.queue) and not self.held and Edge.OMS not in self.away:
            self.hand_over(self.queue.get())

    def hand_over(self, message: Message) -> None:
        """Give one order to the order system, header and lines, with the priority that it came with (FL-07, PR-03)."""
        if message.kind == "cancel":
            self.tell("cancel", Edge.OMS, message.body, message.about)
        else:
            self.tell("sales-order", Edge.OMS, self.sales_order(message.body), message.about, priority=message.priority)

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        """The order as the order system is given it."""
        return sales_order_of(submission)

    # Back from the order system

    def received(self, receipt: Mapping[str, Any]) -> None:
        """The order system says under which ids it keeps the lines."""
        for line in receipt["lines"]:
            self.references.pair(line["line"], line["id"])

    def kept_by_billing(self, receipt: Mapping[str, Any]) -> None:
        """Billing says under which ids it keeps the lines of a call (FL-08)."""
        for line in receipt["lines"]:
            self.billings.pair(line["line"], line["id"])

    def to_crm(self, message: Message) -> None:
        """Pass on what the order system tells the CRM, in the order in which it came (PR-06)."""
        self.tell(message.kind, Edge.CRM, self.translated(message.body, self.references.for_crm), message.about)

    def from_back_office(self, message: Message) -> None:
        """Pass on what a back office has made of an order to the CRM, and to nobody else (IS-09)."""
        self.tell("workflow", Edge.CRM, message.body, message.about)

    def to_billing(self, message: Message) -> None:
        """Pass a billing order on, each line on its price list's rate plan; a line without one is faulted (PL-06)."""
        self._cause = message.id
        body = self.translated(message.body, self.for_billing)
        lines = []
        for line, original in zip(body["lines"], message.body["lines"], strict=True):
            plan = self.rate_plan(line.get("price_list"))
            if plan is None and (line["effect"] == "start" or line.get("price_list")):
                self.unmapped(message, original)
            else:
                lines.append({**line, "rate_plan": plan})
        if lines:
            self.tell("billing-order", Edge.BILLING, {**body, "lines": lines}, message.about)

    def for_billing(self, order_system: str) -> str:
        """The id under which billing knows a line: the CRM's, unless it gave one of its own."""
        return self.billings.for_order_system(self.references.for_crm(order_system))

    def from_neighbour(self, theirs: str) -> str:
        """The order system's id for the one by which billing or provisioning speaks of a line."""
        return self.references.for_order_system(self.billings.for_crm(theirs))

    def rate_plan(self, price_list: str | None) -> str | None:
        """What the PRICELIST map has for a price list."""
        return self.catalogue.rate_plan(price_list)

    def unmapped(self, message: Message, line: Mapping[str, Any]) -> None:
        """Tell the order system that a line cannot be billed."""
        order = message.body["order"]
        reason = f"price list {line.get('price_list') or '(none)'} has no rate plan"
        fault = Fault(order=order, line=line["line"], incident=f"{message.id}-{line['line']}", reason=reason)
        self.tell("fault", Edge.OMS, fault, order)

    def to_provisioning(self, message: Message) -> None:
        """Pass a component on to its system; each line of one that cannot be delivered is faulted (PV-03, PV-15)."""
        if self.reaches(message.body["target"]):
            self._cause = message.id
            body = self.translated(message.body, self.references.for_crm)
            self.tell("provisioning-order", Edge.PROVISIONING, body, message.about)
            return
        for line in message.body["lines"]:
            reason = f"there is no way to {message.body['target']}"
            fault = Fault(
                order=message.body["order"], line=line["line"], incident=f"{message.id}-{line['line']}", reason=reason
            )
            self.tell("fault", Edge.OMS, fault, message.about)

    def reaches(self, target: str) -> bool:
        """Whether a provisioning system is there."""
        return any(product.target == target for product in self.catalogue.products.values())

    def to_order_system(self, message: Message) -> None:
        """Pass on what billing or provisioning tells the order system, of its own call."""
        body = self.translated(message.body, self.from_neighbour)
        if body.get("call") in self.calls:
            body["call"] = self.calls[body["call"]]
        self.tell(message.kind, Edge.OMS, body, message.about)

    def translated(self, body: Mapping[str, Any], translate: Callable[[str], str]) -> dict[str, Any]:
        """A body whose line ids are those of the receiver; an order has the CRM's number everywhere (FL-08)."""
        shape = dict(body)
        if "order" in shape:
            shape["order"] = self.numbers.get(shape["order"], shape["order"])
        if isinstance(shape.get("line"), str):
            shape["line"] = translate(shape["line"])
        if "lines" in shape:
            shape["lines"] = [
                {**line, **{name: translate(line[name]) for name in ("line", "parent") if line.get(name)}}
                for line in shape["lines"]
            ]
        return shape

    def tell(
        self, kind: str, edge: Edge, body: Body | Mapping[str, Any], about: str, priority: int | None = None
    ) -> None:
        """Send one message, or keep it while the neighbour that it is for is away."""
        self._sent += 1
        shape = dict(body) if isinstance(body, Mapping) else as_body(body)
        self.sent_last = Message(marked(about, "int", self._sent), kind, edge, shape, about, None, priority)
        if edge in (Edge.BILLING, Edge.PROVISIONING):
            self.calls[self.sent_last.id] = self._cause
        self.away.get(edge, self.out).append(self.sent_last)
