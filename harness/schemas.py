"""The schemas of schemas/: fast at the border, explained for people."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import jsonschema_rs

from ordertck import data
from ordertck.harness.text import nearest


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


def mistakes(name: str, value: Mapping[str, Any]) -> list[Fault]:
    """As ``faults``, of a file that somebody wrote by hand; a word too many comes before one that is missing."""
    import jsonschema

    validator = jsonschema.Draft202012Validator(schema(name), format_checker=jsonschema.FormatChecker())
    found = [(list(error.absolute_path), _by_hand(error)) for error in validator.iter_errors(value)]
    found.sort(key=lambda told: ([str(part) for part in told[0]], "unexpected" not in told[1]))
    return [Fault(tuple(place), text) for place, text in found] or faults(name, value)


def problems(name: str, value: Mapping[str, Any]) -> list[str]:
    """Each fault of a value in words, "where: what", in the order of the places."""
    return [f"{'.'.join(map(str, fault.place)) or 'the whole'}: {fault.text}" for fault in faults(name, value)]


_FORMS = {
    "array": 'a list, such as ["one", "two"]',
    "string": "a text in quotes",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "object": "a table",
}


def _by_hand(error: Any) -> str:
    """What is wrong at one place, told by the kind of mistake; the validator's own words where there is no better."""
    said = _SAID.get(error.validator)
    return str(said(error)) if said else str(error.message)


def _form(error: Any) -> str:
    wanted = error.validator_value if isinstance(error.validator_value, str) else error.validator_value[0]
    rows = error.schema.get("items", {}).get("type", "object") == "object"
    if wanted == "array" and rows and isinstance(error.instance, dict):
        name = ".".join(map(str, error.absolute_path))
        return f"[{name}] is one table where there may be several, each under [[{name}]]"
    examples = [example for example in error.schema.get("examples", ()) if wanted == "array"]
    form = f"a list, such as {_text(examples[0])}" if examples else _FORMS.get(wanted, wanted)
    return f"{_text(error.instance)} is not {form}"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _unexpected(error: Any) -> str:
    known = error.schema.get("properties", {})
    words = [word for word in error.instance if word not in known]
    told = []
    for word in words:
        near = nearest(word, known)
        told.append(f"'{word}' was unexpected" + (f", did you mean '{near}'?" if near else ""))
    return "; ".join(told) or str(error.message)


def _missing(error: Any) -> str:
    lacking = [name for name in error.validator_value if name not in error.instance]
    return f"{' and '.join(repr(name) for name in lacking)} {'is' if len(lacking) == 1 else 'are'} missing"


def _shape(error: Any) -> str:
    examples = error.schema.get("examples") or [""]
    such = f", such as '{examples[0]}'" if examples[0] else ""
    return f"'{error.instance}' is not of the form that it has to have{such}"


def _one_of(error: Any) -> str:
    return f"'{error.instance}' is not one of {', '.join(map(str, error.validator_value))}"


_SAID: Mapping[str, Callable[[Any], str]] = {
    "type": _form,
    "additionalProperties": _unexpected,
    "required": _missing,
    "pattern": _shape,
    "enum": _one_of,
    "minItems": lambda _: "the list is empty",
    "minLength": lambda _: "the text is empty",
}
