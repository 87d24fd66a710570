"""The parts of the reference by themselves: life cycles, queue, waiting room."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordertck.harness.bench.conversation import NOW
from ordertck.harness.reference.common.priority_queue import PriorityQueue
from ordertck.harness.reference.common.transitions import IllegalTransition, advance
from ordertck.harness.reference.oms import LineState, OrderState
from ordertck.harness.reference.oms.order_life_cycle import LINE_TRANSITIONS, ORDER_TRANSITIONS
from ordertck.harness.reference.oms.waiting import WaitingRoom

# Life cycles


@pytest.mark.parametrize("now", OrderState)
@pytest.mark.parametrize("then", OrderState)
def test_an_order_takes_the_steps_of_its_table_and_no_others(now: OrderState, then: OrderState) -> None:
    if then in ORDER_TRANSITIONS[now]:
        assert advance(ORDER_TRANSITIONS, now, then) is then
    else:
        with pytest.raises(IllegalTransition, match=f"from {now} to {then}"):
            advance(ORDER_TRANSITIONS, now, then)


@pytest.mark.parametrize("now", LineState)
@pytest.mark.parametrize("then", LineState)
def test_a_line_takes_the_steps_of_its_table_and_no_others(now: LineState, then: LineState) -> None:
    if then in LINE_TRANSITIONS[now]:
        assert advance(LINE_TRANSITIONS, now, then) is then
    else:
        with pytest.raises(IllegalTransition, match=f"from {now} to {then}"):
            advance(LINE_TRANSITIONS, now, then)


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
