"""A transition table as a drawing: states from top to bottom, ways on to the right, ways back to the left."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from ordertck.harness.pages.svg import box, drawing, element, text, width_of

_GAP, _HIGH, _TOP = 64, 30, 34
# How far a way goes out to the side: so much for the nearest state, so much more for each state further.
_NEAR, _FAR = 34, 26


def state_diagram(table: Mapping[Any, frozenset[Any]], title: str) -> Markup:
    """The drawing; it begins in the first state, and a state from which no way leads on has a double border."""
    states = list(table)
    wide = max(width_of(state.value) for state in states) + 28
    furthest = max((abs(states.index(a) - states.index(b)) for a, b in _ways(table)), default=1)
    margin = _NEAR + _FAR * furthest
    left, middle, right = margin, margin + wide / 2, margin + wide
    tops = {state: _TOP + _GAP * number for number, state in enumerate(states)}
    parts = [
        element("circle", cx=middle, cy=8, r=6, class_="head"),
        _arrow(f"M{middle:g} 14 V{_TOP}", middle, _TOP, "down"),
    ]
    for state, top in tops.items():
        parts += [box(left, top, wide, _HIGH), text(middle, top + 19, state.value)]
        if not table[state]:
            parts.append(box(left + 3, top + 3, wide - 6, _HIGH - 6, "line"))
    for one, other in _ways(table):
        parts.append(_way(states.index(one), states.index(other), tops[one], tops[other], (left, middle, right)))
    return drawing(right + margin, tops[states[-1]] + _HIGH + 10, title, parts)


def _ways(table: Mapping[Any, frozenset[Any]]) -> Iterable[tuple[Any, Any]]:
    """Each way from a state to another, in the order of the states."""
    return [(one, other) for one in table for other in table if other in table[one]]


def _way(one: int, other: int, start: float, end: float, sides: tuple[float, float, float]) -> Markup:
    left, middle, right = sides
    if other == one + 1:
        return _arrow(f"M{middle:g} {start + _HIGH:g} V{end:g}", middle, end, "down")
    forward, span = other > one, abs(other - one)
    x, sign = (right, 1) if forward else (left, -1)
    # Ways leave below the middle of a box and arrive above it, so that those that meet there can be told apart.
    y1, y2 = start + (20 if forward else 10) + span % 3, end + (10 if forward else 20) - span % 3
    out = x + sign * (_NEAR + _FAR * (span - 1) - 8)
    path = f"M{x:g} {y1:g} C{out:g} {y1:g} {out:g} {y2:g} {x + sign * 7:g} {y2:g}"
    return _arrow(path, x, y2, "left" if forward else "right")


_HEADS = {"down": "l-4 -7 h8 z", "left": "l7 -4 v8 z", "right": "l-7 -4 v8 z"}


def _arrow(path: str, x: float, y: float, towards: str) -> Markup:
    return element("path", d=path, class_="line") + element("path", d=f"M{x:g} {y:g} {_HEADS[towards]}", class_="head")
