"""The mark of the kit's own systems: the ids of what they say bear it, so that they are known under any name."""

from functools import lru_cache
from hashlib import blake2b

_KEY = b"ordertck reference"


def marked(prefix: str, part: str, number: int) -> str:
    """The id of the message with this number that a part of the reference sends."""
    return f"{prefix}-{part}-{number}~{_mark(part, number)}"


def is_marked(identity: str) -> bool:
    """Whether a part of the reference has made this id, whatever was put before its part and number."""
    name, tilde, mark = identity.rpartition("~")
    _, part, number = ("", *name.rsplit("-", 2))[-3:] if tilde else ("", "", "")
    return number.isdecimal() and len(number) < 10 and mark == _mark(part, int(number))


@lru_cache(maxsize=4096)
def _mark(part: str, number: int) -> str:
    return blake2b(f"{part}-{number}".encode(), digest_size=3, key=_KEY).hexdigest()
