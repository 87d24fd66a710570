"""What was worked out before, kept in the user's cache folder so that no later run works it out again."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from ordertck import __version__

T = TypeVar("T")


class Kept:
    """One thing of a ``kind``, kept under the digest of all that it rests on, the kit's version among it.

    A folder that cannot be written, or a file that cannot be read, costs time and nothing else.
    """

    def __init__(self, kind: str, *rests_on: str) -> None:
        name = sha256("\0".join((__version__, *rests_on)).encode()).hexdigest()[:32]
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        self._file = Path(base) / "ordertck" / f"{kind}-{name}.json"

    def read(self, shape: type[T]) -> T | None:
        """What is kept; None where nothing of this shape is."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=shape)
        except (OSError, ValueError):
            return None

    def write(self, value: object) -> None:
        """Keep a value, of dataclasses and what JSON can hold; at once or not at all."""
        made = self._file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            made.write_bytes(msgspec.json.encode(value))
            made.replace(self._file)
