"""Texts of others: made safe to show, and cut to a length that a person reads."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

LONGEST = 2000
_BEYOND_ASCII = re.compile(rb"[\x7f-\xff]+")
# So many letters of a longer word say which one is meant.
_ENOUGH_OF_A_WORD = 3
# A text that was cut before, and perhaps put after a few words, is not cut again.
_MORE = 200
_BLANK: tuple[object, ...] = (None, "", (), [], {})
_COLLECTIONS = (Mapping, list, tuple, set, frozenset)


def printable(text: str) -> str:
    """A text that does nothing to a terminal but stand there: control characters are escaped, lines stay lines."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c == "\n" else c.encode("unicode_escape", "surrogatepass").decode() for c in text
    )


def shortened(text: str, longest: int = LONGEST) -> str:
    """The beginning of a text; how long the whole was is said where anything is left out."""
    return text if len(text) <= longest + _MORE else f"{text[:longest]} ... ({len(text):,} characters in all)"


def one_line(text: str) -> str:
    """A text that is printable on one line."""
    return printable(" ".join(text.splitlines()))


def quoted(value: object) -> str:
    """What an object says that it is, shortened; somebody's own may not even be able to say that."""
    try:
        return shortened(repr(value), 200)
    except Exception:
        return f"{a(type(value).__name__)} that cannot say what it is"


def exception(problem: BaseException) -> str:
    """An exception in words, which somebody's own may not have."""
    try:
        return f"{type(problem).__name__}: {problem}"
    except Exception:
        return type(problem).__name__


def several(number: int, one: str, more: str = "") -> str:
    """ "1 example", "1,204 examples": a number, and what it is a number of; ``more`` where an s does not make it so."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def nearest(word: str, known: Iterable[str]) -> str:
    """The word of these that is likest, in whichever case and with whatever between its parts; "" where none is."""
    plain: dict[str, str] = {}
    for each in known:
        plain.setdefault(_plain(each), each)
    meant = _plain(word)
    longer = (each for each in plain if len(meant) >= _ENOUGH_OF_A_WORD and each.startswith(meant))
    return next((plain[near] for near in (*get_close_matches(meant, plain, 1), *longer)), "")


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word.strip().casefold())


def a(name: str) -> str:
    """ "an order-update", "a refusal": a name with its article."""
    return f"{'an' if name[:1].lower() in set('aeio') else 'a'} {name}"


def in_words(value: object) -> str:
    """A value as people write it: "speed 100, upload 20", "blank"; what is blank within another is left out."""
    if isinstance(value, str):
        return value or "blank"
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {within(each)}" for name, each in value.items()) or "nothing"
    if isinstance(value, _COLLECTIONS):
        return ", ".join(within(each) for each in value if each not in _BLANK) or "nothing"
    return "blank" if value is None else str(value)


def within(value: object) -> str:
    """A value as it is written among others: what has several parts stands in brackets."""
    said = in_words(value)
    return f"({said})" if isinstance(value, _COLLECTIONS) and value else said


def ranges(ids: list[str]) -> str:
    """ "PL-01 to PL-04, PL-06": runs of ids in one area, in words."""
    runs: list[list[str]] = []
    for rule in ids:
        area, _, number = rule.partition("-")
        if runs and runs[-1][-1] == f"{area}-{int(number) - 1:02}":
            runs[-1].append(rule)
        else:
            runs.append([rule])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def json_escaped(raw: bytes) -> bytes:
    """JSON in which nothing does anything to a terminal but stand there; it says the same.

    JSON itself escapes no more than the first 32 characters.
    """
    if raw.isascii() and b"\x7f" not in raw:
        return raw
    return _BEYOND_ASCII.sub(_seen, raw)


def _seen(beyond: re.Match[bytes]) -> bytes:
    return "".join(c if c.isprintable() else _in_json(c) for c in beyond[0].decode()).encode()


def _in_json(character: str) -> str:
    return "".join(f"\\u{unit:04x}" for unit in memoryview(character.encode("utf-16-le", "surrogatepass")).cast("H"))
