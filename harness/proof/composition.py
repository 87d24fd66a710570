"""Composition: a system of the cast made of the reference, with what it does otherwise in its place."""

from collections.abc import Iterable
from dataclasses import fields, replace
from functools import partial
from typing import Any

from ordertck.harness.proof.styles import combined
from ordertck.harness.reference.common.parts import in_place
from ordertck.harness.reference.landscape import MakePart
from ordertck.harness.reference.oms import OrderManagement
from ordertck.harness.reference.oms.shared import Part as OrderManagementPart

# What a part of a role is a kind of, and the role that it is a part of.
_WHOLES: tuple[tuple[type[Any], type[Any]], ...] = ((OrderManagementPart, OrderManagement),)


def made_of(*systems: type[Any]) -> MakePart:
    """How a system is made: of a role made otherwise, of single parts of it, or of several such that go together."""
    for part, whole in _WHOLES:
        if any(issubclass(system, (part, whole)) for system in systems):
            return _assembled(systems, part, whole)
    return combined(systems)


def _assembled(systems: Iterable[type[Any]], part: type[Any], whole: type[Any]) -> MakePart:
    """A role made of parts: of each part, the kinds that these systems have in its place."""
    usual = whole.parts
    wholes = [system for system in systems if not issubclass(system, part)] or [whole]
    chosen = [in_place(usual, system) if issubclass(system, part) else system.parts for system in systems]
    kinds = {}
    for place in fields(usual):
        others = [kind for parts in chosen if (kind := getattr(parts, place.name)) is not getattr(usual, place.name)]
        if others:
            kinds[place.name] = combined(others)
    return partial(combined(wholes), parts=replace(usual, **kinds))
