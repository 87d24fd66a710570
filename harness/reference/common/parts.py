"""Parts: how one part of a role is put in the place of another."""

from dataclasses import fields, replace
from typing import Any, TypeVar

Parts = TypeVar("Parts", bound=Any)


def is_part(parts: object, part: type) -> bool:
    """Whether a class is a kind of one of these parts; ``parts`` is a frozen dataclass of classes."""
    return _place(parts, part) is not None


def in_place(parts: Parts, part: type) -> Parts:
    """These parts with ``part`` in the place of the one that it is a kind of.

    Raises ``TypeError`` where ``part`` is a kind of none of them.
    """
    place = _place(parts, part)
    if place is None:
        raise TypeError(f"{part.__name__} is a kind of none of the parts")
    changed: Parts = replace(parts, **{place: part})
    return changed


def _place(parts: Any, part: type) -> str | None:
    return next((place.name for place in fields(parts) if issubclass(part, getattr(parts, place.name))), None)
