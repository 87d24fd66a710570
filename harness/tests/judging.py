"""What the tests of the schemas share: both validators of a schema, its parts, and values that it allows."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

import jsonschema
import jsonschema_rs
from hypothesis import strategies as st

from ordertck.harness import schemas
from ordertck.harness.messages import KINDS

# What only the kit sends; whatever a system sends may hold more than the vocabulary knows.
CLOSED = frozenset(
    {
        "back-office-up", "billing-answer", "check-answer", "desk-do", "desk-see", "intake-hold", "intake-release",
        "kill", "neighbour-away", "neighbour-back", "network-report", "order-query", "provisioning-answer", "restart",
        "resume", "scenario-context", "start", "stop", "suspend",
    }
)  # fmt: skip
DESCRIBED = sorted([*KINDS, "message", "scenario-context"])


class Judges:
    """Both validators of one schema, as harness/schemas.py sets them up; they must agree on every value."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._slow = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        self._fast = jsonschema_rs.Draft202012Validator(dict(schema), validate_formats=True)

    def accept(self, value: Any) -> tuple[bool, bool]:
        """What jsonschema says of a value, and what jsonschema-rs says of it."""
        return self._slow.is_valid(value), self._fast.is_valid(value)


def example_of(name: str) -> dict[str, Any]:
    """The example of a whole message body that a schema gives."""
    (example,) = schemas.schema(name)["examples"]
    return dict(example)


def parts(schema: Mapping[str, Any], place: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each property and definition of a schema with its place."""
    for group in ("properties", "$defs"):
        for name, part in schema.get(group, {}).items():
            yield f"{place}/{name}", part
            yield from parts(part, f"{place}/{name}")


def objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every JSON object within a value."""
    if isinstance(value, Mapping):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for held in value:
            yield from objects(held)


def as_wire(value: Any) -> Any:
    """A value as it comes out of JSON text."""
    return json.loads(json.dumps(value))


TEXTS = st.text(st.characters(codec="utf-8"), max_size=5)
DATES = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(lambda at: at.replace(tzinfo=UTC).isoformat())


def texts(said: Mapping[str, Any]) -> st.SearchStrategy[str]:
    """Texts that a property's schema allows."""
    if "pattern" in said:
        return st.from_regex(said["pattern"], fullmatch=True)
    return DATES if "format" in said else TEXTS.filter(lambda text: len(text) >= said.get("minLength", 0))


def whole_numbers(said: Mapping[str, Any]) -> st.SearchStrategy[int | float]:
    """Whole numbers that a property's schema allows; JSON Schema takes 2.0 for 2."""
    whole = st.integers(min_value=said.get("minimum", -9), max_value=99)
    return whole | whole.map(float)


def values(said: Mapping[str, Any], line: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Values that a property's schema allows; ``line`` is what it refers to as a line."""
    if "enum" in said:
        return st.sampled_from(said["enum"])
    if isinstance(said["type"], list):
        return st.none() | values({**said, "type": said["type"][0]}, line)
    match said["type"]:
        case "string":
            return texts(said)
        case "integer":
            return whole_numbers(said)
        case "array":
            return st.lists(bodies(line) if "$ref" in said["items"] else values(said["items"], line), max_size=2)
    return st.booleans() if said["type"] == "boolean" else st.dictionaries(TEXTS, TEXTS, max_size=2)


def bodies(schema: Mapping[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Bodies that a schema of schemas/ allows, as far as each field goes by itself."""
    line = schema.get("$defs", {}).get("line", {})
    fields = {name: values(said, line) for name, said in schema["properties"].items()}
    needed = {name: fields.pop(name) for name in schema.get("required", ())}
    more = {} if schema.get("additionalProperties") is False else {"surprise": st.integers()}
    return st.fixed_dictionaries(needed, optional=fields | more)


@cache
def allowed(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Bodies of a kind that its schema allows, as far as each field goes by itself."""
    return bodies(schemas.schema(name))
