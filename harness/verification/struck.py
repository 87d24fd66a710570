"""A text from which values were struck out, beside the text that the kit tells: which values may these have been."""

import re
from collections.abc import Iterator, Mapping
from itertools import count

from ordertck.harness.redaction import AMBIGUOUS, STAND_IN, spellings

# Places at which one text is read on before it counts as unreadable: whoever writes a transcript could keep its
# replay busy for ever.
MOST_TRIES = 10_000
_PARTS = re.compile(f"({STAND_IN.pattern})")
# Where the value of a stand-in begins and ends.
_Spans = dict[str, tuple[int, int]]


class Unreadable(Exception):
    """A text has lost so much that nobody can say in good time whether it is the one told."""


def values_in(recorded: str, told: str, known: Mapping[str, str]) -> dict[str, str] | None:
    """What the new stand-ins of a text stand for; None where it cannot be the text that was told.

    Where it can be read in several ways, only what all of them agree on is taken for known. Raises ``Unreadable``.
    """
    agreed: _Spans | None = None
    try:
        for spans in _readings([part for part in _PARTS.split(recorded) if part], told, known):
            agreed = spans if agreed is None else {name: at for name, at in agreed.items() if spans[name] == at}
            if not agreed:
                break
    except Unreadable:
        if agreed is None:
            raise
        agreed = {}
    return None if agreed is None else {name: told[start:end] for name, (start, end) in agreed.items()}


def _readings(parts: list[str], told: str, known: Mapping[str, str]) -> Iterator[_Spans]:
    """Every way to read a text. Raises ``Unreadable`` once it has tried too often."""
    if not STAND_IN.fullmatch(parts[-1]) and not told.endswith(parts[-1]):
        return
    nothing: _Spans = {}
    ways, tries = [iter([(0, nothing)])], count(1)
    while ways:
        place, spans = next(ways[-1], (-1, nothing))
        if place < 0:
            ways.pop()
        elif len(ways) <= len(parts):
            ways.append(_onward(parts, len(ways) - 1, told, place, spans, known))
        elif place == len(told):
            yield spans
        if next(tries) > MOST_TRIES:
            raise Unreadable


def _onward(
    parts: list[str], number: int, told: str, place: int, spans: _Spans, known: Mapping[str, str]
) -> Iterator[tuple[int, _Spans]]:
    """Where one part of a text may end that begins at this place, the nearest first."""
    part = parts[number]
    if not STAND_IN.fullmatch(part) or part in spans or part in known:
        start, end = spans.get(part, (0, 0))
        forms = spellings(known[part]) if part in known else {told[start:end] or part}
        yield from ((place + length, spans) for length in sorted({len(f) for f in forms if told.startswith(f, place)}))
        return
    follows = parts[number + 1] if number + 1 < len(parts) else None
    if follows is None:
        ends = iter([len(told)] if place < len(told) else [])
    elif STAND_IN.fullmatch(follows):
        ends = iter(range(place + 1, len(told) + 1))
    else:
        ends = _places(told, follows, place + 1)
    for end in ends:
        yield end, spans if part in AMBIGUOUS else {**spans, part: (place, end)}


def _places(told: str, text: str, start: int) -> Iterator[int]:
    while (start := told.find(text, start)) >= 0:
        yield start
        start += 1
