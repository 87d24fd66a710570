"""What all bodies have in common: how they are made, their JSON shape, and the way back."""

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec import Struct, convert, structs, to_builtins


class Body(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What a message says. It holds texts, numbers and further bodies, never anything that could hold it."""


B = TypeVar("B", bound=Body)
T = TypeVar("T")


def as_body(value: Body) -> dict[str, Any]:
    """The JSON shape of a body: fields at their default are left out, lines and rows become lists of objects.

    ``lines`` stand even where there are none.
    """
    shape: dict[str, Any] = to_builtins(value)
    if "lines" in value.__struct_fields__:
        shape["lines"] = list(shape.get("lines", ()))
    elif "rows" in shape:
        shape["rows"] = list(shape["rows"])
    return shape


def read_body(cls: type[B], body: Mapping[str, Any]) -> B:
    """The body that a valid JSON shape holds; fields that the vocabulary does not know are passed over.

    Raises ``msgspec.ValidationError`` for a shape that the schema refuses. A whole number may be written as 2.0, which
    JSON Schema takes for 2.
    """
    return convert(body, cls, strict=False)


def replace(value: T, /, **changes: Any) -> T:
    """A copy of a body, of a message or of a dataclass, with some fields changed; Python 3.13 has ``copy.replace``."""
    if isinstance(value, Struct):
        return structs.replace(value, **changes)
    return dataclasses.replace(value, **changes)  # type: ignore[type-var] # a dataclass, or it raises TypeError
