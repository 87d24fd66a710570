"""The reference order system under random orders and neighbours that answer in any order: what holds at every step.

The neighbours are the bench's own, whose ledgers fault whatever makes no sense: undoing what was never done, say.
Each run ends with every neighbour obliging and every date past; nothing may be lost, and the ledgers must show what
the complete lines say and nothing else. ``ORDERTCK_RUNS=5000`` looks further, with chance, than the fixed runs.
"""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ordertck.harness.bench.conversation import NOW
from ordertck.harness.messages import NETWORK_MILESTONES, replace
from ordertck.harness.tests.random_landscape import Landscape
from ordertck.harness.tests.random_orders import dates, headers, lists, products, values
from ordertck.harness.tests.support import EDITION

T = TypeVar("T")
RUNS = os.environ.get("ORDERTCK_RUNS")
FAR = NOW + timedelta(days=1000)


def one_of(data: st.DataObject, things: Sequence[T]) -> T:
    return things[data.draw(st.integers(0, len(things) - 1))]


class OrderSystemAtRandom(RuleBasedStateMachine):
    """Orders, answers, faults and time, as they come."""

    @initialize(
        capacity=st.sampled_from([None, None, 2]),
        grain=st.sampled_from(["order", "line"]),
        scope=st.sampled_from(["item", "order"]),
        again=st.sampled_from(["accept", "refuse"]),
    )
    def begin(self, capacity: int | None, grain: str, scope: str, again: str) -> None:
        switches = {"followon_grain": grain, "ponr_scope": scope, "revision_on_revision": again}
        self.land = Landscape({"capacity": capacity, **EDITION.vocabulary.default_switches, **switches})
        self.known, self.around = self.land.known, self.land.around

    # What arrives

    @rule(wanted=st.lists(st.tuples(products, lists, values), min_size=1, max_size=3), header=headers, date=dates)
    def new(self, wanted: list[tuple[str, str | None, str]], header: str, date: str | None) -> None:
        number = self.known.fresh("O")
        self.land.place(self.known.order(number, header, date, [self.known.added(number, *line) for line in wanted]))

    @precondition(lambda self: self.known.open_lines())
    @rule(data=st.data(), header=headers, date=dates, price_list=lists, value=values, more=st.booleans())
    def follow_on(
        self, data: st.DataObject, header: str, date: str | None, price_list: str | None, value: str, more: bool
    ) -> None:
        base = one_of(data, self.known.open_lines())
        number = self.known.fresh("O")
        line = self.known.update(number, base, price_list, value)
        lines = [replace(line, base_line=base.id)]
        if more:
            lines.append(self.known.added(number, "Home Router", None, value))
        self.land.place(self.known.order(number, header, date, lines))

    @precondition(lambda self: self.known.free_assets())
    @rule(
        data=st.data(), header=headers, date=dates, price_list=lists, value=values,
        action=st.sampled_from(["Update", "Update", "Delete", "Suspend", "Resume", "-"]),
    )  # fmt: skip
    def modify(
        self, data: st.DataObject, header: str, date: str | None, price_list: str | None, value: str, action: str
    ) -> None:
        base = one_of(data, self.known.free_assets())
        number = self.known.fresh("O")
        line = self.known.update(number, base, price_list, value)
        if action == "Suspend" and self.known.installed()[base.id][1] == "suspended":
            action = "Resume"
        if action != "Update":
            line = replace(line, action=action, price_list=None, attributes={})
        self.land.place(self.known.order(number, header, date, [line]))

    @precondition(lambda self: self.known.orders)
    @rule(
        data=st.data(), header=lists, date=dates, price_list=lists, value=values,
        change=st.sampled_from(["alter", "alter", "add", "drop", "product", "move", "nothing"]),
        step=st.sampled_from([1, 1, 1, 1, 0, -1]),
    )  # fmt: skip
    def supplemental(
        self, data: st.DataObject, header: str | None, date: str | None, price_list: str | None, value: str,
        change: str, step: int,
    ) -> None:  # fmt: skip
        order = one_of(data, list(self.known.orders.values()))
        lines = list(order.lines)
        place = data.draw(st.integers(0, len(lines) - 1))
        line = lines[place]
        match change:
            case "alter" if line.action in ("Add", "Update"):
                attributes = dict.fromkeys(line.attributes, value)
                lines[place] = replace(line, price_list=price_list, attributes=attributes)
            case "add":
                lines.append(self.known.added(order.order, data.draw(products), price_list, value))
            case "drop" if len(lines) > 1:
                del lines[place]
            case "product" if line.action == "Add" and not self.known.built_upon(line):
                lines[place] = replace(
                    self.known.added(order.order, data.draw(products), price_list, value), id=line.id
                )
            case "move" if line.action == "Add":
                lines[place] = replace(line, site="Mill Lane 1" if line.site is None else None)
        version = replace(
            order, id=f"{order.order}/{order.revision + step}", revision=order.revision + step, lines=tuple(lines),
            price_list=header or order.price_list, requested_delivery=date,
        )  # fmt: skip
        self.land.place(version)

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
                self.land.deliver_answer(heard[place])
            else:
                where, order, line = under_way[place - len(heard)]
                where.complete(order, line)

    @precondition(lambda self: self.around.provisioning.held)
    @rule(data=st.data(), milestone=st.sampled_from(NETWORK_MILESTONES))
    def a_milestone_is_passed(self, data: st.DataObject, milestone: str) -> None:
        work = one_of(data, self.around.provisioning.held)
        self.around.provisioning.reach(work.order, work.line.line, milestone)

    @precondition(lambda self: self.around.provisioning.held)
    @rule(data=st.data())
    def a_line_cannot_be_set_up(self, data: st.DataObject) -> None:
        work = one_of(data, self.around.provisioning.held)
        if work.line.effect == "add":
            self.around.provisioning.unable.add(work.line.line)
            self.around.provisioning.complete(work.order, work.line.line)
            self.around.provisioning.unable.clear()

    @precondition(lambda self: self.land.failed_lines())
    @rule(data=st.data())
    def a_failure_is_mended(self, data: st.DataObject) -> None:
        self.around.provisioning.mend(one_of(data, self.land.failed_lines()))

    @precondition(lambda self: self.known.orders)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        self.land.cancel(one_of(data, list(self.known.orders)))

    @precondition(lambda self: self.land.delivered)
    @rule(data=st.data())
    def a_message_comes_again(self, data: st.DataObject) -> None:
        self.land.repeat(one_of(data, self.land.delivered))

    @rule(hours=st.integers(1, 100))
    def time_passes(self, hours: int) -> None:
        self.land.advance(self.land.now + timedelta(hours=hours))

    # What holds at every step

    @invariant()
    def an_order_stands_as_its_lines_do(self) -> None:
        for number, (status, lines) in self.land.snapshots().items():
            complete = set(lines.values()) == {"COMPLETE"}
            assert (status == "COMPLETE") == complete, (number, status, lines)
            assert (status == "CANCELLED") == (not lines), (number, status, lines)
            assert status != "OPEN" or set(lines.values()) == {"OPEN"}, (number, lines)
            assert status != "OPEN" or number not in self.land.worked, number

    @invariant()
    def an_asset_is_charged_on_one_list(self) -> None:
        charged = Counter(charge.asset for charge in self.around.billing.all_charges())
        assert not charged or max(charged.values()) == 1, charged

    def teardown(self) -> None:
        """Every neighbour obliges and every date comes: the system comes to rest, and nothing is lost."""
        if not hasattr(self, "land") or sys.exc_info()[0] is not None:
            return  # it has gone wrong already
        self.land.come_to_rest()
        self.land.advance(FAR)
        self.land.come_to_rest()
        self.land.nothing_is_lost()
        self.land.ledgers_show_what_is_complete()
        while failed := self.land.failed_lines():
            self.around.provisioning.mend(failed[0])
            self.land.come_to_rest()
        self.land.nothing_is_lost()
        self.land.ledgers_show_what_is_complete()


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
