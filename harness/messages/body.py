"""From a body's dataclass to its JSON shape and back."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Any, ClassVar, Protocol, TypeVar, get_args, get_type_hints


class Body(Protocol):
    """A dataclass of the vocabulary."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


B = TypeVar("B", bound=Body)


@cache
def _default_of(cls: type[Body]) -> tuple[tuple[str, Any], ...]:
    """Each field's name with its default; a field without one gets ``MISSING``."""
    return tuple((f.name, f.default_factory() if f.default_factory is not MISSING else f.default) for f in fields(cls))


@cache
def lines_type(cls: type[Body]) -> type[Body] | None:
    """The dataclass of the body's ``lines``; None where it has none."""
    hint = get_type_hints(cls).get("lines")
    return get_args(hint)[0] if hint is not None else None


def as_body(value: Body) -> dict[str, Any]:
    """The JSON shape of a body: fields at their default are left out, lines become a list of objects."""
    shape: dict[str, Any] = {}
    for name, default in _default_of(type(value)):
        held = getattr(value, name)
        if name == "lines":
            shape[name] = [as_body(line) for line in held]
        elif held != default:
            shape[name] = held
    return shape


def read_body(cls: type[B], body: Mapping[str, Any]) -> B:
    """The dataclass that a valid body holds; fields that the vocabulary does not know are passed over."""
    known = {name: body[name] for name, _ in _default_of(cls) if name in body}
    if "lines" in known and (line_type := lines_type(cls)) is not None:
        known["lines"] = tuple(read_body(line_type, line) for line in known["lines"])
    return cls(**known)
