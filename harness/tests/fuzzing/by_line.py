"""What becomes of a line of reply on its way to the kit."""

import json
from collections.abc import Callable
from random import Random

from ordertck.harness.tests.fuzzing import drawn

Change = Callable[[bytes, Random], bytes]


def _in_place_of_a_value(line: bytes, draw: Random, raw: bytes) -> bytes:
    """The line with one of its texts in quotes replaced."""
    quotes = [place for place in range(1, len(line)) if line[place] == ord('"') and line[place - 1] in b":[,"]
    if not quotes:
        return line
    start = draw.choice(quotes)
    end = line.find(b'"', start + 1)
    return line[:start] + raw + line[end + 1 :]


def odd_number(line: bytes, draw: Random) -> bytes:
    """A number that JSON does not have, or that no machine holds."""
    return _in_place_of_a_value(line, draw, draw.choice(drawn.RAW).encode())


def deep(line: bytes, draw: Random) -> bytes:
    """Lists within each other."""
    depth = draw.choice((99, 150, 5_000, 100_000))
    return _in_place_of_a_value(line, draw, b"[" * depth + b"]" * depth)


def half_a_character(line: bytes, draw: Random) -> bytes:
    """Half a surrogate pair, and bytes that are no UTF-8."""
    halves = (b'"\\ud800"', b'"\\udfff\\ud800"', b'"\xff"', b'"\xed\xa0\x80"')
    return _in_place_of_a_value(line, draw, draw.choice(halves))


def named_twice(line: bytes, draw: Random) -> bytes:
    """An object with the same name twice."""
    return draw.choice((line.replace(b'"body":{', b'"body":{"order":"x",', 1), b'{"ok":false,' + line[1:]))


def cut(line: bytes, draw: Random) -> bytes:
    """A line that ends too soon."""
    return line[: draw.randrange(len(line))]


def flipped(line: bytes, draw: Random) -> bytes:
    """A byte that is another one."""
    place = draw.randrange(len(line))
    return line[:place] + bytes([draw.randrange(256)]) + line[place + 1 :]


def something_else(_: bytes, draw: Random) -> bytes:
    """A line that is no reply."""
    return draw.choice(
        (b"", b"null", b"[1]", b"3", b'"ok"', b"{}", b'{"ok":1}', b'{"ok":"true"}', b"\xef\xbb\xbf{}", b"\x00", b"INFO")
    )


def odd_reply(line: bytes, draw: Random) -> bytes:
    """A field of the reply holds something else."""
    reply = json.loads(line)
    name = draw.choice(("ok", "n", "idle", "messages", "message", "error", "misfit", *reply))
    reply[name] = drawn.odd(draw)
    return json.dumps(reply).encode()


def an_error(_: bytes, draw: Random) -> bytes:
    """An error instead, whatever was asked."""
    return json.dumps({"error": draw.choice((drawn.odd(draw), "\x1b[31m" * 9, "e" * 100_000))}).encode()


def otherwise_written(line: bytes, _: Random) -> bytes:
    """The same, written otherwise: blanks, escapes, another order of names."""
    return b" " + json.dumps(json.loads(line), sort_keys=True, indent=None).encode() + b" \r"


PERMITTED: tuple[Change, ...] = (otherwise_written,)
ODD: tuple[Change, ...] = (
    odd_number, deep, half_a_character, named_twice, cut, flipped, something_else, odd_reply, odd_reply, an_error,
)  # fmt: skip
