"""What becomes of the messages that a system says, before they are written on a line."""

from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from ordertck.harness.messages import KINDS, Edge
from ordertck.harness.tests.fuzzing import drawn

Shape = dict[str, Any]
# From a message as JSON, what comes in its place; ``known`` are texts that went over the pipe lately.
Change = Callable[[Shape, list[str], Random], list[Shape]]


def _places(value: Any) -> list[Any]:
    """Every object and list within a value, itself first."""
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value, *(place for each in held for place in _places(each))] if isinstance(value, (dict, list)) else []


def _place(shape: Shape, draw: Random) -> Any:
    return draw.choice([place for place in _places(shape["body"]) if place] or [shape])


def odd_field(shape: Shape, _: list[str], draw: Random) -> list[Shape]:
    """A field, or an entry of a list, holds what hardly fits."""
    place = _place(shape, draw)
    where = draw.choice(list(place)) if isinstance(place, dict) else draw.randrange(len(place))
    place[where] = drawn.odd(draw)
    return [shape]


def known_field(shape: Shape, known: list[str], draw: Random) -> list[Shape]:
    """A field holds what another one should."""
    place = _place(shape, draw)
    where = draw.choice(list(place)) if isinstance(place, dict) else draw.randrange(len(place))
    place[where] = draw.choice(known)
    return [shape]


def lost_field(shape: Shape, _: list[str], draw: Random) -> list[Shape]:
    """A field, or an entry of a list, is missing."""
    place = _place(shape, draw)
    if place is not shape:
        del place[draw.choice(list(place)) if isinstance(place, dict) else draw.randrange(len(place))]
    return [shape]


def many_entries(shape: Shape, _: list[str], draw: Random) -> list[Shape]:
    """A list is as long as nobody expects."""
    for place in _places(shape["body"]):
        if isinstance(place, list) and place:
            place.extend(deepcopy(place) * draw.choice((1, 500)))
            break
    return [shape]


def odd_envelope(shape: Shape, known: list[str], draw: Random) -> list[Shape]:
    """A field of the envelope holds something else."""
    choices: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("kind", tuple(KINDS)),
        ("edge", tuple(edge.value for edge in Edge)),
        ("about", (*known, "", drawn.LONG)),
        ("re", (*known, "x-1-q-1", "", drawn.LONG)),
        ("id", (*known, "", drawn.LONG, "\x1b[2J")),
        ("priority", (0, 9, -5, 10, 2**63, True, 4.0, "4")),
        ("body", ([], "x", None, {})),
    )
    name, values = draw.choice(choices)
    shape[name] = drawn.odd(draw) if draw.random() < 0.2 else draw.choice(values)
    return [shape]


def another(shape: Shape, known: list[str], draw: Random) -> list[Shape]:
    """Another message besides, of any kind, well formed."""
    kind = draw.choice(list(KINDS.values()))
    made: Shape = {
        "id": f"fuzz-{draw.randrange(10**9)}",
        "kind": kind.name,
        "edge": (draw.choice(kind.edges) if kind.edges else draw.choice(list(Edge))).value,
        "body": drawn.body(kind.name, known, draw),
    }
    if draw.random() < 0.6:
        made["about"] = draw.choice(known)
    if draw.random() < 0.3:
        made["re"] = draw.choice(known)
    if "order" in made["body"] and draw.random() < 0.7 and (order := shape["body"].get("order")):
        made["body"]["order"] = order
    return draw.choice(([shape, made], [made, shape], [made]))


def lost(_: Shape, __: list[str], ___: Random) -> list[Shape]:
    """The message never comes."""
    return []


def said_anew(shape: Shape, _: list[str], draw: Random) -> list[Shape]:
    """The message comes again, under an id of its own."""
    return [shape, {**shape, "id": f"again-{draw.randrange(10**9)}"}]


# What every system may do: nothing of it may change a verdict.


def further_field(shape: Shape, _: list[str], draw: Random) -> list[Shape]:
    """A field that the vocabulary does not know holds anything at all."""
    shape["body"][f"x_{draw.randrange(99)}"] = draw.choice((drawn.odd(draw), drawn.nested(60), drawn.LONG * 10))
    return [shape]


def redelivered(shape: Shape, _: list[str], __: Random) -> list[Shape]:
    """The same message comes again, under the same id (FL-06)."""
    return [shape, deepcopy(shape)]


def of_others(shape: Shape, _: list[str], draw: Random) -> list[Shape]:
    """Somebody else's order is told of besides."""
    theirs = {"id": f"theirs-{draw.randrange(10**9)}", "kind": shape["kind"], "edge": shape["edge"]}
    return [{**theirs, "about": "THEIRS", "body": {"order": "THEIRS"}}, shape]


PERMITTED: tuple[Change, ...] = (further_field, redelivered, of_others)
ODD: tuple[Change, ...] = (
    odd_field, odd_field, odd_field, known_field, known_field, lost_field, many_entries, odd_envelope, odd_envelope,
    another, another, another, lost, said_anew, *PERMITTED,
)  # fmt: skip
