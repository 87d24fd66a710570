"""JSON as it goes over a wire: written compactly, read strictly, so that a transcript can hold all that was read."""

import json
import math
from collections.abc import Mapping
from typing import Any, NoReturn

import orjson

from ordertck.harness.errors import AdapterError
from ordertck.harness.text import one_line, shortened

# Levels of lists and objects within each other; a message of the kit's own has six.
_DEEPEST = 100
_MOST_DIGITS = 18
# What a stream that is not plain UTF-8 begins with: some platforms write it unasked, before the first text.
_OTHER_BEGINNINGS = (
    (b"\xef\xbb\xbf", "a byte order mark"),
    (b"\xff\xfe", "a byte order mark, and UTF-16"),
    (b"\xfe\xff", "a byte order mark, and UTF-16"),
)
# Characters that the kit keeps of a text, and the transcript with it.
LONGEST_TEXT = 20_000


def encode(value: Mapping[str, Any]) -> bytes:
    """The object on one line, in UTF-8. Raises ``TypeError`` for what has no JSON form."""
    return orjson.dumps(value, default=_plain)


def encode_checked(value: Mapping[str, Any]) -> bytes:
    """The same, for what may be anything. Raises ``TypeError`` or ``ValueError`` where a part of it would be lost."""
    encoded = encode(value)
    if b"null" in encoded:  # which may have been no number
        json.dumps(value, default=_plain, allow_nan=False)
    return encoded


def decode(raw: bytes) -> Any:
    """What a line holds.

    Raises ``ValueError``, with the reason, for what is no JSON, and for JSON of which a part would be lost: an object
    with the same name twice, a number too large, half a character, more than 100 levels.
    """
    try:
        value = orjson.loads(raw)
        whole = orjson.dumps(value) == raw  # nothing was lost, which mostly is found out soonest like this
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        whole = False
    if not whole:
        try:
            value = _read(raw.decode())
        except RecursionError:
            raise ValueError("it is nested too deep") from None
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise ValueError("it has half a surrogate pair, which is no character") from None
    if raw.count(b"[") + raw.count(b"{") > _DEEPEST and _too_deep(value):
        raise ValueError(f"it is nested more than {_DEEPEST} levels deep")
    return value


def read_object(raw: bytes, who: str, said: str, remedy: str = "") -> dict[str, Any]:
    """The object that a reply holds. Raises ``AdapterError`` with who said what, and the remedy for what is no JSON."""
    if odd := next((name for beginning, name in _OTHER_BEGINNINGS if raw.startswith(beginning)), ""):
        raise AdapterError(f"{who} {said} {odd}; write UTF-8 without one: {shown(raw)}")
    if b"\0" in raw[:2]:
        raise AdapterError(f"{who} {said} what looks like UTF-16; write UTF-8: {shown(raw)}")
    try:
        reply = decode(raw)
    except UnicodeDecodeError as problem:
        place = f"(byte {problem.start + 1})"
        raise AdapterError(f"{who} {said} something that is not UTF-8 {place}: {shown(raw)}") from None
    except json.JSONDecodeError:
        raise AdapterError(f"{who} {said} something that is not JSON: {shown(raw)}{remedy}") from None
    except ValueError as problem:
        raise AdapterError(f"{who} {said} JSON that cannot be kept, since {problem}: {shown(raw)}") from None
    if not isinstance(reply, dict):
        raise AdapterError(f"{who}'s reply is no JSON object: {shown(raw)}")
    return reply


def shown(raw: bytes, longest: int = 120) -> str:
    """Bytes as an error can quote them: printable, on one line, shortened."""
    text = raw[: longest * 4].decode(errors="replace").strip()
    return f"'{one_line(text[:longest])}{' ...' if len(text) > longest or len(raw) > longest * 4 else ''}'"


def cut(value: Any) -> tuple[Any, int]:
    """A value with its long texts shortened, and how many these are; the end of each says how long it was."""
    if isinstance(value, str):
        short = shortened(value, LONGEST_TEXT)
        return short, int(short is not value)
    if isinstance(value, list):
        pairs = [cut(held) for held in value]
        return [held for held, _ in pairs], sum(number for _, number in pairs)
    if isinstance(value, dict):
        named = {name: cut(held) for name, held in value.items()}
        return {name: held for name, (held, _) in named.items()}, sum(number for _, number in named.values())
    return value, 0


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _too_deep(value: Any) -> bool:
    """Whether lists and objects lie within each other on more levels than are taken."""
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            each
            for held in level
            if isinstance(held, (dict, list))
            for each in (held.values() if isinstance(held, dict) else held)
        ]
    return bool(level)


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")


def _finite(digits: str) -> float:
    if math.isinf(number := float(digits)):
        raise ValueError(f"the number {digits[:40]} is too large")
    return number


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS and not -(2**63) <= int(digits[:30]) < 2**63:
        raise ValueError(f"the number {digits[:40]} has more than 64 bits")
    return int(digits)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    shape = dict(pairs)
    if len(shape) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"an object has '{twice}' twice")
    return shape


_read = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=_finite, parse_int=_whole, parse_constant=_no_constant
).decode
