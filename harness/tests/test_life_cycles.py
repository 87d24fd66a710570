"""The life cycles: tables that cover their states, and a page that draws them as they are."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.reference.common.transitions import IllegalTransition, advance
from ordertck.harness.reference.oms.order_life_cycle import LINE_TRANSITIONS, ORDER_TRANSITIONS, LineState, OrderState
from ordertck.harness.reference.som.service_life_cycle import (
    FINISHED,
    SERVICE_ORDER_TRANSITIONS,
    WORK_TRANSITIONS,
    ServiceOrderState,
    WorkState,
)
from ordertck.harness.tools.life_cycles import diagram, page

DOCS = Path(__file__).resolve().parents[2] / "docs"

TABLES: tuple[Mapping[Any, frozenset[Any]], ...] = (
    ORDER_TRANSITIONS,
    LINE_TRANSITIONS,
    SERVICE_ORDER_TRANSITIONS,
    WORK_TRANSITIONS,
)


def test_the_page_is_drawn_from_the_tables() -> None:
    """docs/life_cycles.md is what 'make pages' writes."""
    assert (DOCS / "life_cycles.md").read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: type(next(iter(table))).__name__)
def test_a_table_covers_its_states(table: Mapping[Any, frozenset[Any]]) -> None:
    """Every state has its row, leads only to states of the table, and is reached from the first."""
    first = next(iter(table))
    assert set(table) == set(type(first).__members__.values())
    reached: set[Any] = set()
    todo = [first]
    while todo:
        state = todo.pop()
        if state not in reached:
            reached.add(state)
            todo.extend(table[state])
    assert reached == set(table)
    assert any(not then for then in table.values())


def test_a_diagram_says_it_all() -> None:
    """A diagram has every state by its word, every way, a beginning and an end for each last state."""
    drawn = diagram(SERVICE_ORDER_TRANSITIONS).splitlines()
    ways = sum(len(then) for then in SERVICE_ORDER_TRANSITIONS.values())
    assert len(drawn) == 1 + len(SERVICE_ORDER_TRANSITIONS) + 1 + ways + len(FINISHED)
    assert "    IN_PROGRESS : IN PROGRESS" in drawn
    assert "    SUSPENDED --> IN_PROGRESS" in drawn
    assert "    CANCELLED --> [*]" in drawn


def test_what_no_table_has_is_illegal() -> None:
    """A step that the table does not have cannot be taken."""
    with pytest.raises(IllegalTransition, match="from COMPLETE to IN PROGRESS"):
        advance(ORDER_TRANSITIONS, OrderState.COMPLETE, OrderState.IN_PROGRESS)
    with pytest.raises(IllegalTransition):
        advance(LINE_TRANSITIONS, LineState.COMPLETE, LineState.WAITING)
    with pytest.raises(IllegalTransition, match="from CANCELLED to SUSPENDED"):
        advance(SERVICE_ORDER_TRANSITIONS, ServiceOrderState.CANCELLED, ServiceOrderState.SUSPENDED)
    with pytest.raises(IllegalTransition):
        advance(WORK_TRANSITIONS, WorkState.CANCELLED, WorkState.COMPLETE)
