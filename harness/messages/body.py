"""From a body's dataclass to its JSON shape and back."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, Protocol, TypeVar, get_args, get_type_hints


class Body(Protocol):
    """A dataclass of the vocabulary."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


B = TypeVar("B", bound=Body)


@dataclass(frozen=True, slots=True)
class _Form:
    """How a body's dataclass is built: its fields' names, what they are when left out, all their values at once."""

    names: tuple[str, ...]
    defaults: tuple[Any, ...]
    values: Callable[[Any], tuple[Any, ...]]
    line: type[Body] | None


@cache
def _form(cls: type[Body]) -> _Form:
    names = tuple(f.name for f in fields(cls))
    defaults = tuple(f.default_factory() if f.default_factory is not MISSING else f.default for f in fields(cls))
    getter = attrgetter(*names) if names else lambda _: ()
    values = getter if len(names) != 1 else lambda value: (getter(value),)
    hint = get_type_hints(cls).get("lines")
    return _Form(names, defaults, values, get_args(hint)[0] if hint is not None else None)


def lines_type(cls: type[Body]) -> type[Body] | None:
    """The dataclass of the body's ``lines``; None where it has none."""
    return _form(cls).line


def as_body(value: Body) -> dict[str, Any]:
    """The JSON shape of a body: fields at their default are left out, lines become a list of objects."""
    form = _form(type(value))
    shape = {
        name: held
        for name, held, default in zip(form.names, form.values(value), form.defaults, strict=True)
        if held != default
    }
    if form.line is not None:
        shape["lines"] = [as_body(line) for line in shape.get("lines", ())]
    if "rows" in shape:
        shape["rows"] = [dict(row) for row in shape["rows"]]
    return shape


def read_body(cls: type[B], body: Mapping[str, Any]) -> B:
    """The dataclass that a valid body holds; fields that the vocabulary does not know are passed over."""
    form = _form(cls)
    known = {name: value for name, value in body.items() if name in form.names}
    if form.line is not None and "lines" in known:
        known["lines"] = tuple([read_body(form.line, line) for line in known["lines"]])
    if "rows" in known:
        known["rows"] = tuple(known["rows"])
    return cls(**known)
