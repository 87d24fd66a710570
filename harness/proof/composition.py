"""Composition: a known system made of the reference, with what it does otherwise in its place."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from functools import partial
from typing import Any

from ordertck.harness.reference.common.parts import in_place, is_part
from ordertck.harness.reference.composition import Part
from ordertck.harness.reference.crm import CustomerRelations
from ordertck.harness.reference.landscape import MakePart
from ordertck.harness.reference.oms import OrderManagement

# The roles of the reference that are made of parts.
_WHOLES: tuple[type[Any], ...] = (OrderManagement, CustomerRelations)


def made_of(*systems: type[Any]) -> MakePart:
    """How a system is made: of a role made otherwise, of single parts of it, or of several such that go together."""
    for whole in _WHOLES:
        if any(issubclass(system, whole) or is_part(whole.parts, system) for system in systems):
            return _assembled(systems, whole)
    return _combined(systems)


def _assembled(systems: Sequence[type[Any]], whole: type[Any]) -> MakePart:
    """A role made of parts: of each part, the kinds that these systems have in its place."""
    usual = whole.parts
    wholes = [system for system in systems if issubclass(system, whole)] or [whole]
    chosen = [system.parts if issubclass(system, whole) else in_place(usual, system) for system in systems]
    kinds = {}
    for place in fields(usual):
        others = [kind for parts in chosen if (kind := getattr(parts, place.name)) is not getattr(usual, place.name)]
        if others:
            kinds[place.name] = _combined(others)
    made: Callable[..., Part] = _combined(wholes)
    return partial(made, parts=replace(usual, **kinds))


def _combined(ways: Sequence[type[Any]]) -> type[Any]:
    """One class that works in all these ways; each passes on by ``super()`` what is not its own affair."""
    distinct = list(dict.fromkeys(ways))
    latest = [one for one in distinct if not any(other is not one and issubclass(other, one) for other in distinct)]
    return latest[0] if len(latest) == 1 else type("With".join(way.__name__ for way in latest), tuple(latest), {})
