"""Which of the kit's own files a file is, by what it begins with: said to whoever names one in another's place."""

from codecs import BOM_UTF8
from pathlib import Path

from ordertck.harness.contents import begins

_MARK = rb"(?:%s)?\s*" % BOM_UTF8
_BEGINNINGS = {
    "a certificate": rb'\{\s*"certificate"\s*:',
    "a baseline": rb'\{\s*"baseline"\s*:',
    "a difference": rb'\{\s*"difference"\s*:',
    "a transcript": rb'\{\s*"record"\s*:',
    "the results of a run": rb'\{\s*"kit"\s*:\s*\{[^}]*\}\s*,\s*"edition"\s*:',
    "what an exploration found": rb'\{\s*"kit"\s*:\s*\{[^}]*\}\s*,\s*"explorations"\s*:',
    "a JUnit file": rb"<\?xml[^>]*>\s*<testsuites",
    "a page": rb"<!doctype html",
}


def own_file(file: Path) -> str:
    """What a file is called, "a certificate"; "" where it is none of the kit's, or cannot be read."""
    try:
        return next((name for name, pattern in _BEGINNINGS.items() if begins(file, _MARK + pattern)), "")
    except OSError:
        return ""
