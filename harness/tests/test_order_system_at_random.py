"""The reference order system under random orders and neighbours that answer in any order: what holds at every step.

The neighbours are the stage's own, whose ledgers fault whatever makes no sense: undoing what was never done, say.
Each run ends with every neighbour obliging and every date past; nothing may be lost, and the ledgers must show what
the complete lines say and nothing else. ``ORDERTCK_RUNS=5000`` looks further, with chance, than the fixed runs.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ordertck.harness import schemas
from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.conversation import NOW
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.parts.billing import Billing
from ordertck.harness.bench.parts.provisioning import MILESTONES, Provisioning
from ordertck.harness.messages import Edge, Message, OrderLine, OrderQuery, SalesOrder, as_body, replace
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.oms.order_management import OrderManagement
from ordertck.harness.tests.support import EDITION

T = TypeVar("T")
RUNS = os.environ.get("ORDERTCK_RUNS")
LISTS = ("Household Price List", "Seasonal Price List", "Premium Consumer Price List", "Consumer Price List")
ATTRIBUTE = {"Internet Access": "speed", "Static Address": "version", "Home Router": "colour"}
PRODUCTS = (*ATTRIBUTE, "Loyalty Discount", "Garden Gnome")
FAR = NOW + timedelta(days=1000)

dates = st.none() | st.integers(-24, 240).map(lambda hours: (NOW + timedelta(hours=hours)).isoformat())
lists = st.none() | st.sampled_from(LISTS)
headers = st.sampled_from(LISTS)
values = st.sampled_from(["50", "100", "500"])
products = st.sampled_from(PRODUCTS)


def no_questions(question: Message, answer: str) -> Message:
    """Neighbours only tell."""
    raise AssertionError(f"{question.kind} asked, {answer} wanted")


class Neighbours:
    """Billing and provisioning as the kit plays them. What they tell waits in ``answers`` until it is delivered."""

    def __init__(self) -> None:
        self.answers: list[Message] = []
        directory = Directory("AT-RANDOM", EDITION.catalogue, NOW, lambda _: None)
        channel = Channel("AT-RANDOM", self.answers.append, no_questions)
        self.fresh = channel.fresh
        self.billing = Billing(directory, channel, lambda line: directory.catalogue.rate_plan(line.price_list))
        self.provisioning = Provisioning(directory, channel)
        self.billing.holds = self.provisioning.holds = True

    def next_answers(self) -> list[Message]:
        """What could be delivered next: work on different lines ends in any order, on one line in its own."""
        first: dict[tuple[object, ...], Message] = {}
        for answer in self.answers:
            first.setdefault((answer.edge, answer.body.get("line")), answer)
        return list(first.values())

    def under_way(self) -> Iterator[tuple[Billing | Provisioning, str, str]]:
        """The work that can be finished: at whom, for which order, on which line."""
        for held in self.billing._held:
            yield self.billing, held[1].order, held[2].line
        for work in self.provisioning._held:
            yield self.provisioning, work.call.order, work.line.line


class OrderSystemAtRandom(RuleBasedStateMachine):
    """Orders, answers, faults and time, as they come."""

    def __init__(self) -> None:
        super().__init__()
        self.around = Neighbours()
        self.now = NOW
        self.delivered: list[Message] = []
        self.orders: dict[str, SalesOrder] = {}  # as accepted last
        self.lines: dict[str, OrderLine] = {}  # likewise, also those that were withdrawn since
        self.complete: dict[str, OrderLine] = {}
        self.waits_for: dict[str, str] = {}  # line by line, where its base line was open
        self.worked: set[str] = set()
        self.incidents: dict[str, str] = {}  # the order that each is about, none where it is resolved
        self.cancelled: set[str] = set()
        self.refused = Counter[str]()
        self.count = 0

    @initialize(
        capacity=st.sampled_from([None, None, 2]),
        grain=st.sampled_from(["order", "line"]),
        scope=st.sampled_from(["item", "order"]),
        again=st.sampled_from(["accept", "refuse"]),
    )
    def begin(self, capacity: int | None, grain: str, scope: str, again: str) -> None:
        self.settings = {
            "capacity": capacity, **EDITION.vocabulary.default_switches,
            "followon_grain": grain, "ponr_scope": scope, "revision_on_revision": again,
        }  # fmt: skip
        scenario = ScenarioContext("AT-RANDOM", "AT-RANDOM", NOW, "", "", (), self.settings)
        self.oms = OrderManagement(EDITION.catalogue, scenario)

    # What arrives

    @rule(wanted=st.lists(st.tuples(products, lists, values), min_size=1, max_size=3), header=headers, date=dates)
    def new(self, wanted: list[tuple[str, str | None, str]], header: str, date: str | None) -> None:
        number = self.fresh("O")
        self.place(self.order(number, header, date, [self.added(number, *line) for line in wanted]))

    @precondition(lambda self: self.open_lines())
    @rule(data=st.data(), header=headers, date=dates, price_list=lists, value=values, more=st.booleans())
    def follow_on(
        self, data: st.DataObject, header: str, date: str | None, price_list: str | None, value: str, more: bool
    ) -> None:
        base = self.one_of(data, self.open_lines())
        number = self.fresh("O")
        line = self.update(number, base, price_list, value)
        lines = [replace(line, base_line=base.id)]
        if more:
            lines.append(self.added(number, "Home Router", None, value))
        self.place(self.order(number, header, date, lines))

    @precondition(lambda self: self.free_assets())
    @rule(
        data=st.data(), header=headers, date=dates, price_list=lists, value=values,
        action=st.sampled_from(["Update", "Update", "Delete", "Suspend", "Resume", "-"]),
    )  # fmt: skip
    def modify(
        self, data: st.DataObject, header: str, date: str | None, price_list: str | None, value: str, action: str
    ) -> None:
        base = self.one_of(data, self.free_assets())
        number = self.fresh("O")
        line = self.update(number, base, price_list, value)
        if action == "Suspend" and self.installed()[base.id][1] == "suspended":
            action = "Resume"
        if action != "Update":
            line = replace(line, action=action, price_list=None, attributes={})
        self.place(self.order(number, header, date, [line]))

    @precondition(lambda self: self.orders)
    @rule(
        data=st.data(), header=lists, date=dates, price_list=lists, value=values,
        change=st.sampled_from(["alter", "alter", "add", "drop", "product", "move", "nothing"]),
        step=st.sampled_from([1, 1, 1, 1, 0, -1]),
    )  # fmt: skip
    def supplemental(
        self, data: st.DataObject, header: str | None, date: str | None, price_list: str | None, value: str,
        change: str, step: int,
    ) -> None:  # fmt: skip
        order = self.one_of(data, list(self.orders.values()))
        lines = list(order.lines)
        place = data.draw(st.integers(0, len(lines) - 1))
        line = lines[place]
        match change:
            case "alter" if line.action in ("Add", "Update"):
                attributes = dict.fromkeys(line.attributes, value)
                lines[place] = replace(line, price_list=price_list, attributes=attributes)
            case "add":
                lines.append(self.added(order.order, data.draw(products), price_list, value))
            case "drop" if len(lines) > 1:
                del lines[place]
            case "product" if line.action == "Add" and not self.built_upon(line):
                lines[place] = replace(self.added(order.order, data.draw(products), price_list, value), id=line.id)
            case "move" if line.action == "Add":
                lines[place] = replace(line, site="Mill Lane 1" if line.site is None else None)
        version = replace(
            order, id=f"{order.order}/{order.revision + step}", revision=order.revision + step, lines=tuple(lines),
            price_list=header or order.price_list, requested_delivery=date,
        )  # fmt: skip
        self.place(version)

    @precondition(lambda self: self.around.answers or any(self.around.under_way()))
    @rule(picks=st.lists(st.integers(0, 9), min_size=1, max_size=8))
    def the_neighbours_get_on(self, picks: list[int]) -> None:
        """Each pick has some work done or some answer heard."""
        for pick in picks:
            heard, under_way = self.around.next_answers(), list(self.around.under_way())
            if not heard and not under_way:
                return
            place = pick % (len(heard) + len(under_way))
            if place < len(heard):
                self.deliver_answer(heard[place])
            else:
                where, order, line = under_way[place - len(heard)]
                where.complete(order, line)

    @precondition(lambda self: self.around.provisioning._held)
    @rule(data=st.data(), milestone=st.sampled_from(MILESTONES))
    def a_milestone_is_passed(self, data: st.DataObject, milestone: str) -> None:
        work = self.one_of(data, self.around.provisioning._held)
        self.around.provisioning.reach(work.call.order, work.line.line, milestone)

    @precondition(lambda self: self.around.provisioning._held)
    @rule(data=st.data())
    def a_line_cannot_be_set_up(self, data: st.DataObject) -> None:
        work = self.one_of(data, self.around.provisioning._held)
        if work.line.effect == "add":
            self.around.provisioning.unable.add(work.line.line)
            self.around.provisioning.complete(work.call.order, work.line.line)
            self.around.provisioning.unable.clear()

    @precondition(lambda self: self.failed_lines())
    @rule(data=st.data())
    def a_failure_is_mended(self, data: st.DataObject) -> None:
        self.around.provisioning.mend(self.one_of(data, self.failed_lines()))

    @precondition(lambda self: self.orders)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        number = self.one_of(data, list(self.orders))
        message = Message(self.fresh("m"), "cancel", Edge.OMS, {"order": number}, number)
        self.delivered.append(message)
        answer = self.oms.handle(message)
        if "refusal" not in [told.kind for told in answer]:
            self.cancelled.add(number)
        self.hear(answer)

    @precondition(lambda self: self.delivered)
    @rule(data=st.data())
    def a_message_comes_again(self, data: st.DataObject) -> None:
        message = self.one_of(data, self.delivered)
        before = self.snapshots()
        assert self.oms.handle(message) == [], f"{message} was delivered before"
        assert self.snapshots() == before

    @rule(hours=st.integers(1, 100))
    def time_passes(self, hours: int) -> None:
        self.advance(self.now + timedelta(hours=hours))

    # What holds at every step

    @invariant()
    def an_order_stands_as_its_lines_do(self) -> None:
        for number, (status, lines) in self.snapshots().items():
            complete = set(lines.values()) == {"COMPLETE"}
            assert (status == "COMPLETE") == complete, (number, status, lines)
            assert (status == "CANCELLED") == (not lines), (number, status, lines)
            assert status != "OPEN" or set(lines.values()) == {"OPEN"}, (number, lines)
            assert status != "OPEN" or number not in self.worked, number

    @invariant()
    def an_asset_is_charged_on_one_list(self) -> None:
        charged = Counter(charge.asset for charge in self.around.billing.all_charges())
        assert not charged or max(charged.values()) == 1, charged

    def teardown(self) -> None:
        """Every neighbour obliges and every date comes: the system comes to rest, and nothing is lost."""
        if not hasattr(self, "oms") or sys.exc_info()[0] is not None:
            return  # it has gone wrong already
        self.come_to_rest()
        self.advance(FAR)
        self.come_to_rest()
        self.nothing_is_lost()
        self.ledgers_show_what_is_complete()
        while failed := self.failed_lines():
            self.around.provisioning.mend(failed[0])
            self.come_to_rest()
        self.nothing_is_lost()
        self.ledgers_show_what_is_complete()

    def come_to_rest(self) -> None:
        for _ in range(1000):
            for where, order, line in list(self.around.under_way()):
                where.complete(order, line)
            if not self.around.answers:
                return
            self.deliver_answer(self.around.answers[0])
        raise AssertionError("it does not come to rest")

    def nothing_is_lost(self) -> None:
        stands = {number: status for number, (status, _) in self.snapshots().items()}
        for number, status in stands.items():
            assert status in ("COMPLETE", "CANCELLED") or self.is_stuck(number, stands), (number, stands)

    def is_stuck(self, number: str, stands: dict[str, str]) -> bool:
        """Whether an order is visibly stuck, waits for one that is, or for a place that such orders take."""
        full = self.settings["capacity"] == sum(status in ("IN PROGRESS", "CANCELLING") for status in stands.values())
        bases = [self.waits_for.get(line.id) for line in self.orders[number].lines]
        waits = (self.order_of(base) for base in bases if base is not None and base not in self.complete)
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
            for line in self.lines.values()
            if line.id not in self.complete and self.is_stuck(self.order_of(line.id), stands)
        }
        for asset, (plan, state, attributes) in self.installed().items():
            if asset in unfinished:
                continue
            charges = [(charge.plan, charge.state) for charge in billing.charges(asset)]
            assert charges == ([(plan, state)] if state else []), (asset, charges, plan, state)
            services = [(service.status, service.attributes) for service in provisioning.services(asset)]
            has = state and EDITION.catalogue.products.get(self.complete[asset].product or "")
            wanted = [(state, attributes)] if has and has.target else []
            assert services == wanted, (asset, services, wanted)
        never = {line.id for line in self.lines.values() if line.action == "Add"} - set(self.complete) - unfinished
        assert not any(billing.charges(asset) or provisioning.services(asset) for asset in never), never

    def installed(self) -> dict[str, tuple[str | None, str, dict[str, str]]]:
        """Rate plan, state and attributes of each asset, as the complete lines say; no state for one that is gone."""
        found: dict[str, tuple[str | None, str, dict[str, str]]] = {}
        for line in self.complete.values():
            asset = line.asset or line.id
            plan, state, attributes = found.get(asset, (None, "", {}))
            match line.action:
                case "Add":
                    header = self.orders[self.order_of(line.id)].price_list
                    plan = EDITION.catalogue.rate_plan(line.price_list or header)
                    found[asset] = plan, "active", dict(line.attributes)
                case "Update":
                    plan = EDITION.catalogue.rate_plan(line.price_list) or plan
                    found[asset] = plan, state, attributes | dict(line.attributes)
                case "Delete":
                    found[asset] = None, "", {}
                case "Suspend":
                    found[asset] = plan, "suspended", attributes
                case "Resume":
                    found[asset] = plan, "active", attributes
        return found

    def failed_lines(self) -> list[str]:
        """The lines that provisioning could not set up, of which the system knows."""
        failed = [line for _, lines in self.snapshots().values() for line, how in lines.items() if how == "FAILED"]
        mendable = self.around.provisioning._failed
        return [line for line in failed if line in mendable and mendable[line][0].line.effect == "add"]

    # Making orders

    def one_of(self, data: st.DataObject, things: Sequence[T]) -> T:
        return things[data.draw(st.integers(0, len(things) - 1))]

    def fresh(self, name: str) -> str:
        self.count += 1
        return f"{name}{self.count}"

    def order(self, number: str, header: str, date: str | None, lines: list[OrderLine]) -> SalesOrder:
        return SalesOrder(
            order=number, id=f"{number}/1", account="A", price_list=header,
            requested_delivery=date, lines=tuple(lines),
        )  # fmt: skip

    def added(self, number: str, product: str, price_list: str | None, value: str) -> OrderLine:
        attributes = {ATTRIBUTE[product]: value} if product in ATTRIBUTE else {}
        line = self.fresh(f"{number}-")
        return OrderLine(
            id=line, number=line, product=product, action="Add", price_list=price_list, attributes=attributes
        )

    def update(self, number: str, base: OrderLine, price_list: str | None, value: str) -> OrderLine:
        line = self.fresh(f"{number}-")
        attribute = ATTRIBUTE.get(base.product or "")
        return OrderLine(
            id=line, number=line, product=base.product, action="Update", asset=base.asset or base.id,
            price_list=price_list, attributes={attribute: value} if attribute else {},
        )  # fmt: skip

    def order_of(self, line: str) -> str:
        return line.partition("-")[0]

    def current(self) -> list[OrderLine]:
        """The lines of the orders as they stand."""
        return [line for order in self.orders.values() if order.order not in self.cancelled for line in order.lines]

    def built_upon(self, line: OrderLine) -> bool:
        return line.id in self.waits_for.values()

    def is_lost(self, line: str) -> bool:
        """Whether a line that was ordered is not wanted any more; it is open what becomes of what builds on it."""
        return line in self.lines and line not in {line.id for line in self.current()}

    def open_lines(self) -> list[OrderLine]:
        """What a follow-on can build on; each once, since two changes of one asset at a time can cross."""
        return [
            line
            for line in self.current()
            if line.id not in self.complete and line.action in ("Add", "Update") and not self.built_upon(line)
        ]

    def free_assets(self) -> list[OrderLine]:
        """What a modify order can change: installed, and no open order is about it."""
        busy = {line.asset or line.id for line in self.lines.values() if line.id not in self.complete}
        here = {asset for asset, (_, state, _) in self.installed().items() if state}
        return [line for line in self.complete.values() if line.action == "Add" and line.id in here - busy]

    # Talking to the system

    def place(self, order: SalesOrder) -> None:
        message = Message(self.fresh("m"), "sales-order", Edge.OMS, as_body(order), order.order)
        known = order.order in self.orders
        refused = self.refused[order.order]
        newer = not known or order.revision > self.orders[order.order].revision
        answer = self.oms.handle(message)
        self.delivered.append(message)
        if "refusal" not in [told.kind for told in answer]:
            assert newer, f"{order.id} came out of turn"
            self.accept(order)
        self.hear(answer)
        assert known or order.order in self.orders or self.refused[order.order] > refused

    def accept(self, order: SalesOrder) -> None:
        self.orders[order.order] = order
        for line in order.lines:
            self.lines[line.id] = line
            base = line.base_line
            if base is not None and base not in self.complete:
                self.waits_for[line.id] = base

    def deliver_answer(self, answer: Message) -> None:
        self.around.answers.remove(answer)
        self.delivered.append(answer)
        if answer.kind == "fault":
            base = self.waits_for.get(answer.body["line"], "")
            assert answer.body["reason"].endswith("cannot be provisioned") or self.is_lost(base), answer
        self.hear(self.oms.handle(answer))

    def advance(self, now: datetime) -> None:
        self.now = now
        self.hear(self.oms.advance(now))

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
            date = self.orders[number].requested_delivery
            assert date is None or datetime.fromisoformat(date) <= self.now, f"{number} before its date"
        self.worked.add(number)
        for line in message.body["lines"]:
            base = self.waits_for.get(line["line"])
            assert base is None or base in self.complete or self.is_lost(base), f"{line['line']} before {base}"

    def completes(self, line: str) -> None:
        """A line is complete once, when billing and provisioning have done what it needs."""
        assert line not in self.complete, f"{line} is complete twice"
        wanted = next(line_ for line_ in self.current() if line_.id == line)
        self.complete[line] = wanted
        assert not any(work[2] == line for work in self.around.under_way()), f"{line} is being worked on"
        product = EDITION.catalogue.products.get(wanted.product or "")
        if wanted.action == "Add":
            assert [c.state for c in self.around.billing.charges(line)] == ["active"]
            services = self.around.provisioning.services(line)
            assert len(services) == (product is not None and product.target is not None)

    def snapshots(self) -> dict[str, tuple[str, dict[str, str]]]:
        """How the system says that every order and its lines stand."""
        found = {}
        for number in self.orders:
            query = Message("q", "order-query", Edge.OMS, as_body(OrderQuery(order=number)), number)
            (told,) = self.oms.handle(query)
            lines = {line["line"]: line["status"] for line in told.body["lines"]}
            found[number] = told.body["status"], lines
        return found


TestOrderSystemAtRandom = OrderSystemAtRandom.TestCase
TestOrderSystemAtRandom.settings = settings(
    max_examples=int(RUNS or 100),
    stateful_step_count=30,
    phases=[Phase.generate, Phase.shrink],
    derandomize=RUNS is None,
    database=None,
    deadline=None,
    print_blob=False,
    suppress_health_check=list(HealthCheck),
)
