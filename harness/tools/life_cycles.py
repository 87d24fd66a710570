"""The life cycles drawn: docs/life_cycles.md, made from the reference's own transition tables."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ordertck.harness.reference.oms.order_life_cycle import LINE_TRANSITIONS, ORDER_TRANSITIONS
from ordertck.harness.reference.som.service_life_cycle import SERVICE_ORDER_TRANSITIONS, WORK_TRANSITIONS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "life_cycles.md"
_HEAD = """# Life cycles

How orders live in the reference. The drawings are made from its own transition tables (`make pages`), and a test
holds this page to them. They are the reference's: another system may have other states, and is asked only for what the
features say.
"""
_CYCLES: tuple[tuple[str, str, Mapping[Any, frozenset[Any]]], ...] = (
    (
        "An order in order management",
        "An order of which a line fell out goes on with the others. It is cancelled only once all is undone (PV-05).",
        ORDER_TRANSITIONS,
    ),
    (
        "A line in order management",
        "Billing is initiated, the line provisioned, its billing fulfilled. A line that is not wanted any more, or is "
        "wanted differently, is undone first; with nothing left to undo it is gone, or begins anew.",
        LINE_TRANSITIONS,
    ),
    (
        "An order in service order management",
        "A provisioning order that is finished can no longer be touched by an event (PV-04).",
        SERVICE_ORDER_TRANSITIONS,
    ),
    (
        "The work on a line in service order management",
        "A line that was complete is worked on again where a revision alters it, and undone where its order is "
        "cancelled, as long as the order is open.",
        WORK_TRANSITIONS,
    ),
)


def page() -> str:
    """The page's text."""
    return "\n".join([_HEAD, *(_section(*cycle) for cycle in _CYCLES)])


def _section(title: str, says: str, table: Mapping[Any, frozenset[Any]]) -> str:
    return f"## {title}\n\n{says}\n\n```mermaid\n{diagram(table)}\n```\n"


def diagram(table: Mapping[Any, frozenset[Any]]) -> str:
    """A transition table as a Mermaid state diagram; it begins in the first state, and ends where no way leads on."""
    states = list(table)
    lines = ["stateDiagram-v2", *(f"    {state.name} : {state.value}" for state in states)]
    lines.append(f"    [*] --> {states[0].name}")
    for state in states:
        lines += [f"    {state.name} --> {then.name}" for then in states if then in table[state]]
        if not table[state]:
            lines.append(f"    {state.name} --> [*]")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
