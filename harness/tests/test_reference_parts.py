"""The parts of the reference by themselves: life cycles, queue, waiting room, price lists; and what revisions cost."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordertck.harness.bench.conversation import NOW
from ordertck.harness.claims import default_switches
from ordertck.harness.edition.catalogue import home_services
from ordertck.harness.messages import Edge, Message, OrderLine, SalesOrder, as_body
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.common.priority_queue import PriorityQueue
from ordertck.harness.reference.oms.fulfilment import LineFulfilment
from ordertck.harness.reference.oms.life_cycle import (
    LINE_TRANSITIONS,
    ORDER_TRANSITIONS,
    IllegalTransition,
    LineState,
    OrderState,
    advance,
    advance_line,
)
from ordertck.harness.reference.oms.order_management import OrderManagement
from ordertck.harness.reference.oms.price_lists import effective_list
from ordertck.harness.reference.oms.waiting import WaitingRoom

# Life cycles


@pytest.mark.parametrize("now", OrderState)
@pytest.mark.parametrize("then", OrderState)
def test_an_order_takes_the_steps_of_its_table_and_no_others(now: OrderState, then: OrderState) -> None:
    if then in ORDER_TRANSITIONS[now]:
        assert advance(now, then) is then
    else:
        with pytest.raises(IllegalTransition, match=f"from {now} to {then}"):
            advance(now, then)


@pytest.mark.parametrize("now", LineState)
@pytest.mark.parametrize("then", LineState)
def test_a_line_takes_the_steps_of_its_table_and_no_others(now: LineState, then: LineState) -> None:
    if then in LINE_TRANSITIONS[now]:
        assert advance_line(now, then) is then
    else:
        with pytest.raises(IllegalTransition, match=f"from {now} to {then}"):
            advance_line(now, then)


@pytest.mark.parametrize("table", [ORDER_TRANSITIONS, LINE_TRANSITIONS])
def test_every_state_has_its_row_and_what_is_complete_stays_so(table: Mapping[StrEnum, frozenset[StrEnum]]) -> None:
    states = set(type(next(iter(table))))
    assert set(table) == states
    assert table[next(state for state in states if state == "COMPLETE")] == frozenset()
    assert all(state not in then for state, then in table.items())


# Queue and waiting room


@given(st.lists(st.none() | st.integers(0, 9), max_size=60))
@settings(derandomize=True, database=None, deadline=None)
def test_the_queue_gives_the_most_urgent_and_of_these_the_first(acts: list[int | None]) -> None:
    """Against a list that is searched; None takes one out."""
    queue: PriorityQueue[int] = PriorityQueue()
    model: list[tuple[int, int]] = []
    for number, priority in enumerate(acts):
        if priority is not None:
            queue.put(number, priority)
            model.append((-priority, number))
        elif model:
            model.remove(first := min(model))
            assert queue.get() == first[1]
        assert len(queue) == len(model)


@pytest.mark.parametrize("priority", [-1, 10])
def test_the_queue_has_ten_levels(priority: int) -> None:
    with pytest.raises(ValueError, match=f"priority {priority} is not between 0 and 9"):
        PriorityQueue[str]().put("order", priority)


@given(
    st.lists(st.tuples(st.none() | st.integers(1, 5), st.sets(st.sampled_from("abc"))), max_size=8),
    st.lists(st.integers(1, 5) | st.sampled_from("abc"), max_size=12),
)
@settings(derandomize=True, database=None, deadline=None)
def test_what_waits_leaves_once_its_day_and_all_its_lines_have_come(
    waits: list[tuple[int | None, set[str]]], events: list[int | str]
) -> None:
    """Against sets of what each item still waits for; a number is a day, a letter a line."""
    room: WaitingRoom[int] = WaitingRoom()
    still: dict[int, set[int | str]] = {}
    for item, (day, lines) in enumerate(waits):
        wait = {day, *lines} - {None}
        assert room.enter(item, None if day is None else NOW + timedelta(days=day), lines) == bool(wait)
        if wait:
            still[item] = {part for part in wait if part is not None}
    for event in events:
        gone: set[int | str]
        if isinstance(event, str):
            assert room.waiting_for(event) == [item for item, wait in still.items() if event in wait]
            left, gone = room.line_completes(event), {event}
        else:
            left, gone = room.time_comes(NOW + timedelta(days=event)), set(range(1, event + 1))
        still = {item: wait - gone for item, wait in still.items()}
        assert sorted(left) == [item for item, wait in still.items() if not wait]
        still = {item: wait for item, wait in still.items() if wait}


# Decision table 6.1: which list a line is charged on. H is the header's, L the line's own, I what was installed.

H, OLD_H, L, INSTALLED = (
    "Household Price List",
    "Seasonal Price List",
    "Premium Consumer Price List",
    "Consumer Price List",
)
PLANS = {name: name for name in (H, OLD_H, L, INSTALLED)}

NEW = [
    ("its own", L, L),
    ("none", None, H),
    ("empty as text", "", H),
]
SUPPLEMENTAL = [
    # what                                    before  header before  now  charged on
    ("changed", INSTALLED, H, L, L),
    ("named for the first time", None, H, L, L),
    ("emptied", L, H, None, H),
    ("emptied, another header", L, OLD_H, None, H),
    ("still empty, another header", None, OLD_H, None, H),
    ("kept, another header", L, OLD_H, L, L),
    ("kept at the old header's list, another header", OLD_H, OLD_H, OLD_H, OLD_H),
]
MODIFY = [
    # what                             action     list  override  charged on
    ("Update to another list", "Update", L, None, L),
    ("Update to the same list", "Update", INSTALLED, None, INSTALLED),
    ("Update, cleared after an override", "Update", None, "9.90", H),
    ("Update without a list", "Update", None, None, INSTALLED),
    ("no action", "-", None, None, INSTALLED),
    ("no action, yet a list", "-", L, None, INSTALLED),
    ("Suspend with a list", "Suspend", L, None, INSTALLED),
]


def line_of(number: str, action: str = "Add", **more: Any) -> OrderLine:
    return OrderLine(id=f"{number}-1", number="1", product="Internet Access", action=action, **more)


def order_of(number: str, *lines: OrderLine, price_list: str | None = H, **more: Any) -> SalesOrder:
    return SalesOrder(order=number, id=number, account="A", price_list=price_list, lines=lines, **more)


class Shop:
    """The order system between neighbours that do at once what they are asked; ``charged`` is the list by asset."""

    def __init__(self, **switches: Any) -> None:
        scenario = ScenarioContext("T", "T", NOW, "", "", (), {"capacity": None, **default_switches(), **switches})
        self.oms = OrderManagement(home_services(), scenario)
        self.charged: dict[str, str] = {}
        self.kinds: list[str] = []
        self.count = 0

    def place(self, order: SalesOrder, answered: bool = True) -> None:
        """Hand an order in, and have everything done that it leads to."""
        self.send("sales-order", Edge.OMS, as_body(order), answered)

    def send(self, kind: str, edge: Edge, body: dict[str, Any], answered: bool = True) -> None:
        self.count += 1
        for told in self.oms.handle(Message(f"m{self.count}", kind, edge, body, body["order"])):
            self.kinds.append(told.kind)
            for line in told.body.get("lines", ()) if answered else ():
                self.answer(told, line)

    def answer(self, told: Message, line: dict[str, Any]) -> None:
        if told.kind not in ("billing-order", "provisioning-order"):
            return
        if told.kind == "billing-order" and line["effect"] in ("start", "change") and "price_list" in line:
            self.charged[line["asset"]] = line["price_list"]
        value = "INITIATED" if told.body.get("phase") == "initiate" else "COMPLETE"
        report = {"order": told.body["order"], "line": line["line"], "sort": "status", "value": value, "call": told.id}
        self.send(told.kind.replace("order", "update"), told.edge, report)

    def begin(self, order: SalesOrder) -> None:
        """Have an order's billing initiated and its provisioning begun, no more."""
        self.place(order, answered=False)
        for line in order.lines:
            self.charged[line.id] = line.price_list or order.price_list or ""
            report = {"order": order.order, "line": line.id, "sort": "status", "value": "INITIATED"}
            self.send("billing-update", Edge.BILLING, report, answered=False)


@pytest.mark.parametrize(("named", "charged"), [row[1:] for row in NEW], ids=[row[0] for row in NEW])
def test_the_list_of_a_line_on_a_new_order(named: str | None, charged: str) -> None:
    line = line_of("NEW", price_list=named)
    assert effective_list(order_of("NEW", line), line) == charged
    shop = Shop()
    shop.place(order_of("NEW", line))
    assert shop.charged == {"NEW-1": charged}


@pytest.mark.parametrize(("policy", "outcome"), [("fault", {}), ("default", {"NEW-1": "Catalogue Price List"})])
def test_no_list_at_all_on_a_new_order(policy: str, outcome: dict[str, str]) -> None:
    shop = Shop(no_header_pl=policy)
    shop.place(order_of("NEW", line_of("NEW"), price_list=None))
    assert (shop.charged, "refusal" in shop.kinds) == (outcome, policy == "fault")


@pytest.mark.parametrize(
    ("before", "header", "now", "charged"), [row[1:] for row in SUPPLEMENTAL], ids=[row[0] for row in SUPPLEMENTAL]
)
def test_the_list_of_a_line_on_a_supplemental(before: str | None, header: str, now: str | None, charged: str) -> None:
    shop = Shop()
    shop.begin(order_of("BASE", line_of("BASE", price_list=before), price_list=header))
    shop.place(order_of("BASE", line_of("BASE", price_list=now), revision=2))
    assert shop.charged == {"BASE-1": charged}


def test_the_list_of_a_line_that_a_supplemental_adds() -> None:
    shop = Shop()
    base = line_of("BASE")
    shop.begin(order_of("BASE", base, price_list=OLD_H))
    shop.place(order_of("BASE", base, replace(base, id="BASE-2", number="2"), revision=2))
    assert shop.charged == {"BASE-1": H, "BASE-2": H}


@pytest.mark.parametrize(
    ("action", "named", "override", "charged"), [row[1:] for row in MODIFY], ids=[row[0] for row in MODIFY]
)
def test_the_list_of_a_line_on_a_modify_order(
    action: str, named: str | None, override: str | None, charged: str
) -> None:
    shop = Shop()
    shop.place(order_of("BASE", line_of("BASE", price_list=INSTALLED)))
    line = line_of("MODIFY", action, asset="BASE-1", price_list=named, override=override)
    shop.place(order_of("MODIFY", line))
    assert (shop.charged, shop.kinds[-1], "refusal" in shop.kinds) == ({"BASE-1": charged}, "order-update", False)


@pytest.mark.parametrize(("profile", "charged"), [("leave", INSTALLED), ("fill", H)])
def test_an_update_without_a_list_by_declared_profile(profile: str, charged: str) -> None:
    shop = Shop(update_empty_pl=profile)
    shop.place(order_of("BASE", line_of("BASE", price_list=INSTALLED)))
    shop.place(order_of("MODIFY", line_of("MODIFY", "Update", asset="BASE-1")))
    assert shop.charged == {"BASE-1": charged}


# What it costs: counted, not timed


class Counting(Shop):
    """Counts how often lines of an order are gone through."""

    visits = 0

    def watch(self, order: str) -> None:
        watching = self

        class Lines(dict[str, LineFulfilment]):
            def values(self) -> Any:
                watching.visits += len(self)
                return super().values()

        known = self.oms.orders[order]
        known.lines = Lines(known.lines)


def cost_of_revision(size: int, **change: Any) -> int:
    """How many lines are gone through when every one of an order in progress is wanted differently."""
    shop = Counting()
    base = [replace(line_of("BASE"), id=f"BASE-{n}", number=str(n)) for n in range(size)]
    shop.begin(order_of("BASE", *base))
    shop.watch("BASE")
    shop.place(order_of("BASE", *(replace(line, **change) for line in base), revision=2))
    status = [line.state for line in shop.oms.orders["BASE"].lines.values()]
    assert set(status) <= {LineState.COMPLETE, LineState.BILLING_INITIATED}
    return shop.visits


@pytest.mark.parametrize("change", [{"attributes": {"speed": "500"}}, {"price_list": L}, {"site": "Mill Lane 2"}])
def test_a_revision_costs_in_proportion_to_its_lines(change: dict[str, Any]) -> None:
    small, large = cost_of_revision(20, **change), cost_of_revision(200, **change)
    assert large <= 10 * small + 10


def test_what_waits_is_not_gone_through() -> None:
    """A thousand orders wait for a date and for a line; another order is worked on without a look at them."""
    shop = Shop()
    shop.begin(order_of("BASE", line_of("BASE")))
    later = (NOW + timedelta(days=1)).isoformat()
    for number in range(500):
        shop.place(order_of(f"D{number}", line_of(f"D{number}"), requested_delivery=later))
        shop.place(order_of(f"F{number}", line_of(f"F{number}", "Update", asset="BASE-1", base_line="BASE-1")))
    waiting = len(shop.kinds)
    shop.oms.orders = Unseen(shop.oms.orders)
    shop.place(order_of("NEW", line_of("NEW")))
    assert shop.oms.advance(NOW + timedelta(hours=1)) == []
    assert len(shop.kinds) - waiting < 10
    assert len(shop.oms.advance(NOW + timedelta(days=1))) == 2 * 500  # each is told of, each has billing asked


class Unseen(dict[str, Any]):
    """Orders that may be looked up, never gone through."""

    def __iter__(self) -> Any:
        raise AssertionError("every order was gone through")

    values = items = keys = __iter__
