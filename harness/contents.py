"""What a file holds that somebody names: read within a limit, since some files have no end."""

import re
from pathlib import Path

import msgspec

from ordertck.harness.errors import UsageError

# Whatever somebody writes by hand is much smaller; the results of a whole run have some five million bytes.
_LARGEST = 64 * 1024 * 1024
LARGEST_RESULTS = 512 * 1024 * 1024
# What is raised for a file that should be JSON and is none: nested too deep, not in UTF-8, or of another form.
UNREADABLE = (RecursionError, UnicodeDecodeError, msgspec.DecodeError)
_MOST_OF_A_BEGINNING = 2000
_AT_ONCE = 1024 * 1024
_REMEDY = "name the file that is meant, or make it smaller"


def content_of(file: Path, largest: int = _LARGEST) -> bytes:
    """All bytes of a file. Raises ``OSError``, and ``UsageError`` where these are more than anybody needs."""
    content = bytearray()
    with file.open("rb") as opened:
        while part := opened.read(_AT_ONCE):
            content += part
            if len(content) > largest:
                raise UsageError(f"the file has more than {largest:,} bytes", _REMEDY, file)
    return bytes(content)


def text_in(file: Path, largest: int = _LARGEST) -> str:
    """The same as text, without the byte order mark that some editors write.

    Raises ``OSError``, ``UsageError``, and ``UnicodeDecodeError`` where it is not in UTF-8.
    """
    return content_of(file, largest).decode("utf-8-sig").replace("\r\n", "\n")


def begins(file: Path, pattern: bytes) -> bool:
    """Whether it is a file, and what it begins with matches: so the kit's own files are told from somebody else's."""
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return re.match(pattern, opened.read(_MOST_OF_A_BEGINNING)) is not None
