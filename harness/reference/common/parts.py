"""Parts: how one part of a role is put in the place of another."""

from dataclasses import fields, replace
from typing import Any, TypeVar

Parts = TypeVar("Parts", bound=Any)


def in_place(parts: Parts, part: type) -> Parts:
    """These parts with ``part`` in the place of the one that it is a kind of.

    ``parts`` is a frozen dataclass of classes. Raises ``TypeError`` where ``part`` is a kind of none of them.
    """
    for place in fields(parts):
        if issubclass(part, getattr(parts, place.name)):
            return replace(parts, **{place.name: part})
    raise TypeError(f"{part.__name__} is a kind of none of the parts")
