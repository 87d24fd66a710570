"""The reference order system between the bench's neighbours, watched: what must hold of whatever it says."""

from collections import Counter
from datetime import datetime
from typing import Any

from ordertck.harness import schemas
from ordertck.harness.bench.conversation import NOW
from ordertck.harness.messages import Edge, Message, OrderQuery, SalesOrder, as_body
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.oms.order_management import OrderManagement
from ordertck.harness.tests.random_neighbours import Neighbours
from ordertck.harness.tests.random_orders import KnownOrders
from ordertck.harness.tests.support import EDITION


class Landscape:
    """Hands messages over and hears what comes back; every message is held against what is known of its order."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.capacity = settings["capacity"]
        self.oms = OrderManagement(
            EDITION.catalogue, ScenarioContext("AT-RANDOM", "AT-RANDOM", NOW, "", "", (), settings)
        )
        self.around, self.known = Neighbours(), KnownOrders()
        self.now = NOW
        self.delivered: list[Message] = []
        self.worked: set[str] = set()
        self.incidents: dict[str, str] = {}  # the order that each is about, none where it is resolved
        self.refused = Counter[str]()

    def place(self, order: SalesOrder) -> None:
        message = Message(self.known.fresh("m"), "sales-order", Edge.OMS, as_body(order), order.order)
        known = order.order in self.known.orders
        refused = self.refused[order.order]
        newer = not known or order.revision > self.known.orders[order.order].revision
        answer = self.oms.handle(message)
        self.delivered.append(message)
        if "refusal" not in [told.kind for told in answer]:
            assert newer, f"{order.id} came out of turn"
            self.known.accept(order)
        self.hear(answer)
        assert known or order.order in self.known.orders or self.refused[order.order] > refused

    def cancel(self, number: str) -> None:
        message = Message(self.known.fresh("m"), "cancel", Edge.OMS, {"order": number}, number)
        self.delivered.append(message)
        answer = self.oms.handle(message)
        if "refusal" not in [told.kind for told in answer]:
            self.known.cancelled.add(number)
        self.hear(answer)

    def repeat(self, message: Message) -> None:
        before = self.snapshots()
        assert self.oms.handle(message) == [], f"{message} was delivered before"
        assert self.snapshots() == before

    def deliver_answer(self, answer: Message) -> None:
        self.around.answers.remove(answer)
        self.delivered.append(answer)
        if answer.kind == "fault":
            base = self.known.waits_for.get(answer.body["line"], "")
            assert answer.body["reason"].endswith("cannot be provisioned") or self.known.is_lost(base), answer
        self.hear(self.oms.handle(answer))

    def advance(self, now: datetime) -> None:
        self.now = now
        self.hear(self.oms.advance(now))

    def come_to_rest(self) -> None:
        for _ in range(1000):
            for where, order, line in list(self.around.under_way()):
                where.complete(order, line)
            if not self.around.answers:
                return
            self.deliver_answer(self.around.answers[0])
        raise AssertionError("it does not come to rest")

    def hear(self, messages: list[Message]) -> None:
        for message in messages:
            assert not schemas.problems(message.kind, message.body), message
            match message.kind:
                case "billing-order":
                    self.asked(message)
                    self.around.billing.take(message)
                case "provisioning-order":
                    self.asked(message)
                    self.around.provisioning.take(message)
                case "order-update":
                    for line in message.body["lines"]:
                        if line.get("status") == "COMPLETE":
                            self.completes(line["line"])
                case "refusal":
                    self.refused[message.about] += 1
                case "fallout":
                    self.incidents[message.body["incident"]] = (
                        message.about if message.body["state"] == "raised" else ""
                    )

    def asked(self, message: Message) -> None:
        """Work is asked for: no earlier than its order's date and than the completion of its base line."""
        number = message.body["order"]
        if number not in self.worked:
            date = self.known.orders[number].requested_delivery
            assert date is None or datetime.fromisoformat(date) <= self.now, f"{number} before its date"
        self.worked.add(number)
        for line in message.body["lines"]:
            base = self.known.waits_for.get(line["line"])
            assert base is None or base in self.known.complete or self.known.is_lost(base), (
                f"{line['line']} before {base}"
            )

    def completes(self, line: str) -> None:
        """A line is complete once, when billing and provisioning have done what it needs."""
        wanted = self.known.completes(line)
        assert not any(work[2] == line for work in self.around.under_way()), f"{line} is being worked on"
        product = EDITION.catalogue.products.get(wanted.product or "")
        if wanted.action == "Add":
            assert [c.state for c in self.around.billing.charges(line)] == ["active"]
            services = self.around.provisioning.services(line)
            assert len(services) == (product is not None and product.target is not None)

    def snapshots(self) -> dict[str, tuple[str, dict[str, str]]]:
        """How the system says that every order and its lines stand."""
        found = {}
        for number in self.known.orders:
            query = Message("q", "order-query", Edge.OMS, as_body(OrderQuery(order=number)), number)
            (told,) = self.oms.handle(query)
            lines = {line["line"]: line["status"] for line in told.body["lines"]}
            found[number] = told.body["status"], lines
        return found

    def failed_lines(self) -> list[str]:
        """The lines that provisioning could not set up, of which the system knows."""
        failed = [line for _, lines in self.snapshots().values() for line, how in lines.items() if how == "FAILED"]
        mendable = self.around.provisioning.failed
        return [line for line in failed if line in mendable and mendable[line].effect == "add"]

    def nothing_is_lost(self) -> None:
        stands = {number: status for number, (status, _) in self.snapshots().items()}
        for number, status in stands.items():
            assert status in ("COMPLETE", "CANCELLED") or self.is_stuck(number, stands), (number, stands)

    def is_stuck(self, number: str, stands: dict[str, str]) -> bool:
        """Whether an order is visibly stuck, waits for one that is, or for a place that such orders take."""
        full = self.capacity == sum(status in ("IN PROGRESS", "CANCELLING") for status in stands.values())
        bases = [self.known.waits_for.get(line.id) for line in self.known.orders[number].lines]
        waits = (self.known.order_of(base) for base in bases if base is not None and base not in self.known.complete)
        return (
            number in self.incidents.values()
            or (stands[number] == "OPEN" and full)
            or any(self.is_stuck(base, stands) for base in waits)
        )

    def ledgers_show_what_is_complete(self) -> None:
        """Charges and services are those of the complete lines, in the order in which these became complete."""
        billing, provisioning = self.around.billing, self.around.provisioning
        stands = {number: status for number, (status, _) in self.snapshots().items()}
        unfinished = {
            line.asset or line.id
            for line in self.known.lines.values()
            if line.id not in self.known.complete and self.is_stuck(self.known.order_of(line.id), stands)
        }
        for asset, (plan, state, attributes) in self.known.installed().items():
            if asset in unfinished:
                continue
            charges = [(charge.plan, charge.state) for charge in billing.charges(asset)]
            assert charges == ([(plan, state)] if state else []), (asset, charges, plan, state)
            services = [(service.status, service.attributes) for service in provisioning.services(asset)]
            has = state and EDITION.catalogue.products.get(self.known.complete[asset].product or "")
            wanted = [(state, attributes)] if has and has.target else []
            assert services == wanted, (asset, services, wanted)
        never = (
            {line.id for line in self.known.lines.values() if line.action == "Add"}
            - set(self.known.complete)
            - unfinished
        )
        assert not any(billing.charges(asset) or provisioning.services(asset) for asset in never), never
