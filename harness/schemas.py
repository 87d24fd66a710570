"""The schemas of schemas/: fast at the border, explained for people."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import jsonschema_rs

from ordertck import data


@cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema in schemas/<name>.json; of "control#hello" the part "hello"."""
    file, _, part = name.partition("#")
    content: dict[str, Any] = json.loads(data("schemas", f"{file}.json").read_text())
    return {**content["$defs"][part], "$defs": content["$defs"]} if part else content


@cache
def _fast(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema(name), validate_formats=True)


class _Judges(dict[str, Callable[[Any], bool]]):
    """By the name of a schema, what says whether a value satisfies it; each is made when it is first needed."""

    def __missing__(self, name: str) -> Callable[[Any], bool]:
        judge = self[name] = _fast(name).is_valid
        return judge


_judges = _Judges()


def valid(name: str, value: Mapping[str, Any]) -> bool:
    """Whether a value satisfies a schema; formats count."""
    return _judges[name](value)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value: at which place in it, in words."""

    place: tuple[str | int, ...]
    text: str


def faults(name: str, value: Mapping[str, Any]) -> list[Fault]:
    """Each fault of a value, in the order of the places."""
    import jsonschema  # costs 150 ms to load, so only where something is wrong

    validator = jsonschema.Draft202012Validator(schema(name), format_checker=jsonschema.FormatChecker())
    found = sorted(validator.iter_errors(value), key=lambda error: [str(part) for part in error.absolute_path])
    told = [Fault(tuple(e.absolute_path), e.message) for e in found]
    # The two differ in trifles, such as a line break after a date; what only the fast one refuses it explains itself.
    return told or [Fault(tuple(e.instance_path), e.message) for e in _fast(name).iter_errors(value)]


def problems(name: str, value: Mapping[str, Any]) -> list[str]:
    """Each fault of a value in words, "where: what", in the order of the places."""
    return [f"{'.'.join(map(str, fault.place)) or 'the whole'}: {fault.text}" for fault in faults(name, value)]
