"""What a file holds that somebody names: read within a limit, since some files have no end."""

import os
import re
import select
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from ordertck.harness.errors import UsageError

# Whatever somebody writes by hand is much smaller; the results of a whole run have some five million bytes.
_LARGEST = 64 * 1024 * 1024
LARGEST_RESULTS = 512 * 1024 * 1024
# What is raised for a file that should be JSON and is none: nested too deep, not in UTF-8, or of another form.
UNREADABLE = (RecursionError, UnicodeDecodeError, msgspec.DecodeError)
_MOST_OF_A_BEGINNING = 2000
_AT_ONCE = 1024 * 1024
# Seconds that a pipe may say nothing: whoever writes to it has begun by then.
_PATIENCE = 10.0
# A longer line, of thousands of names with dots between, can keep the TOML parser busy for minutes.
_LONGEST_LINE = 8 * 1024
_REMEDY = "name the file that is meant, or make it smaller"


def content_of(file: Path, largest: int = _LARGEST) -> bytes:
    """All bytes of a file. Raises ``OSError``, and ``UsageError`` where they are too many, or a pipe's never come."""
    content = bytearray()
    with open(file, "rb", buffering=0, opener=_at_once) as opened:
        comes = select.poll()
        comes.register(opened, select.POLLIN)
        while True:
            if not comes.poll(_PATIENCE * 1000):
                remedy = "it is a pipe to which nobody writes: name a file, or begin what writes to it first"
                raise UsageError(f"nothing came from it within {_PATIENCE:g} s", remedy, file)
            if not (part := opened.read(_AT_ONCE)):
                break
            content += part
            if len(content) > largest:
                raise UsageError(f"the file has more than {largest:,} bytes", _REMEDY, file)
    return bytes(content)


def _at_once(file: str, flags: int) -> int:
    """Open a file without waiting, as opening a named pipe would, for somebody who writes to it."""
    return os.open(file, flags | os.O_NONBLOCK)


def text_in(file: Path, largest: int = _LARGEST) -> str:
    """The same as text, without the byte order mark that some editors write.

    Raises ``OSError``, ``UsageError``, and ``UnicodeDecodeError`` where it is not in UTF-8.
    """
    return content_of(file, largest).decode("utf-8-sig").replace("\r\n", "\n")


def toml_of(text: str, file: Path) -> dict[str, Any]:
    """What a text in TOML says, of a file that somebody wrote by hand. Raises ``UsageError``, naming file and line."""
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > _LONGEST_LINE:
            raise UsageError(f"the line has {len(line):,} characters", f"keep it below {_LONGEST_LINE:,}", file, number)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        found = re.search(r"at line (\d+)", str(problem))
        line_of = int(found[1]) if found else len(text.splitlines())
        raise UsageError(f"not TOML: {problem}", "see https://toml.io", file, line_of) from None
    except RecursionError:
        raise UsageError("not TOML: values are nested too deep", "see https://toml.io", file) from None
    except ValueError:  # as Python says of a number with thousands of digits
        raise UsageError("not TOML: a number has too many digits", "see https://toml.io", file) from None


def begins(file: Path, pattern: bytes) -> bool:
    """Whether it is a file, and what it begins with matches: so the kit's own files are told from somebody else's."""
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return re.match(pattern, opened.read(_MOST_OF_A_BEGINNING)) is not None
