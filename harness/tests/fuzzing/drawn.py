"""Values drawn by chance: odd ones, and bodies that a schema takes."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from ordertck.harness import schemas

LONG = "long " * 6_000
# What JSON cannot say, or says in more than one way; ``text.RAW`` puts each into the line as it stands here.
RAW = ("NaN", "-Infinity", "1e400", "9" * 30, "1.0", "1E2", "-0.0")
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 2.0, 1.5, 2**62, -(2**63), [], {}, [[]], ["x"], [{}], [[1]], [None], {"a": 1}, {"": {}},
)  # fmt: skip
WORDS: tuple[str, ...] = (
    "", " ", "x", "-", "0", "-1", "1.5", "1e400", "NaN", "Infinity", "٣", "9" * 400, "COMPLETE", "Add", "null", LONG,
    "\x1b[2J\x1b]0;owned\x07", "a\x00b", "a\r\nb", "\u202etxt", "\u2028", "\x85", "é" * 50, "😀", "</testcase>",
    "[bold]", "{0}%s", "2026-13-45T99:99:99Z", "2026-02-30", "yesterday", "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59", "2026-03-02T09:00:00", "2026-03-02t09:00:00z", "2026-06-30T23:59:60Z", "2026-03-02",
)  # fmt: skip


def odd(draw: Random) -> Any:
    """A value that hardly fits anywhere."""
    return draw.choice(WORDS if draw.random() < 0.6 else ODD)


def nested(depth: int) -> Any:
    """Lists within each other."""
    value: Any = []
    for _ in range(depth):
        value = [value]
    return value


def body(kind: str, words: Sequence[str], draw: Random) -> dict[str, Any]:
    """A body that the schema of a kind takes, its texts mostly out of ``words``."""
    whole = schemas.schema(kind)
    made: dict[str, Any] = _value(whole, whole, words, draw)
    return made


def _value(schema: Mapping[str, Any], whole: Mapping[str, Any], words: Sequence[str], draw: Random) -> Any:
    if "$ref" in schema:
        return _value(whole["$defs"][schema["$ref"].rpartition("/")[2]], whole, words, draw)
    types = schema.get("type", "string")
    made: Any = None
    match draw.choice(types) if isinstance(types, list) else types:
        case "object":
            made = _object(schema, whole, words, draw)
        case "array":
            least = schema.get("minItems", 0)
            made = [_value(schema["items"], whole, words, draw) for _ in range(draw.randint(least, least + 2))]
        case "integer" | "number":
            made = draw.choice((0, 1, 2, 7, 2**62)) if "maximum" not in schema else schema["maximum"]
        case "boolean":
            made = draw.random() < 0.5
        case "string":
            made = _text(schema, words, draw)
    return made


def _text(schema: Mapping[str, Any], words: Sequence[str], draw: Random) -> str:
    if "enum" in schema:
        return str(draw.choice([word for word in schema["enum"] if word]))
    if schema.get("format") == "date-time":
        return str(draw.choice(("2026-03-02T09:00:00Z", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59")))
    if "pattern" in schema:
        return str(draw.choice(schema.get("examples", ["x"])))
    examples = [example for example in schema.get("examples", ()) if isinstance(example, str)]
    return draw.choice(words) if draw.random() < 0.7 or not examples else draw.choice(examples)


def _object(schema: Mapping[str, Any], whole: Mapping[str, Any], words: Sequence[str], draw: Random) -> dict[str, Any]:
    known, required = schema.get("properties", {}), schema.get("required", ())
    made = {
        name: _value(held, whole, words, draw)
        for name, held in known.items()
        if name in required or draw.random() < 0.6
    }
    if isinstance(schema.get("additionalProperties"), Mapping) and not known:
        for name in draw.sample(("speed", "status", "quantity", "price_list", "number", "line", "id"), 3):
            made[name] = draw.choice(words)
    return made
