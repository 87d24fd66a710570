"""Redaction: values that a vendor keeps to itself stand in no output, yet the same value has the same stand-in."""

import html
import json
import os
import re
import threading
from base64 import b64encode
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any
from urllib.parse import quote, quote_plus

# What stands for the n-th value that was struck out; for a number, and for a secret of the environment.
_STAND_IN = "[redacted {}]"
HIDDEN = "[hidden]"
# These stand for several values.
AMBIGUOUS = (_STAND_IN.format(0), HIDDEN)
STAND_IN = re.compile(r"\[redacted \d+\]|\[hidden\]")
VARIABLE = r"\$\{(\w+)\}"
# What stands behind a text that was too long to be shown whole (``shown``, ``shortened``).
_CUT_OFF = " ..."
# An escape is no part of the word behind it: "\\nSmith" is a line end and a name.
_WORD = re.compile(r"\\(?:[abfnrtv0\"'\\]|x[0-9a-f]{2}|u[0-9a-f]{4})|%[0-9a-fA-F]{2}|\w+|[^\w\s]")
# Variables of the environment that are secrets by their name; shorter values are words that mean other things too.
_SECRET = re.compile("TOKEN|SECRET|PASSW|API[_-]?KEY|PRIVATE[_-]?KEY|ACCESS[_-]?KEY|CREDENTIAL", re.IGNORECASE)
SHORTEST_SECRET, _SHORTEST_BY_NAME = 4, 8
# How those write a text who hand it on: as JSON, as Python shows it, in an address, in HTML.
_SPELLINGS: tuple[Callable[[str], str], ...] = (
    lambda text: json.dumps(text)[1:-1],
    lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    lambda text: repr(f"{text}'\"")[1:-4],
    lambda text: repr(f"{text}'\"")[1:-4].replace("\\'", "'"),
    lambda text: quote(text, errors="surrogateescape"),
    lambda text: quote(text, safe="", errors="surrogateescape"),
    lambda text: quote_plus(text, errors="surrogateescape"),
    html.escape,
)


def secrets(command: Sequence[str]) -> frozenset[str]:
    """What of the environment, and of a command as the claims write it, is nobody's business.

    The values of the variables that the command names, those of variables and options that are secrets by their name.
    """
    said = {os.environ.get(name, "") for word in command for name in re.findall(VARIABLE, word)}
    said |= {value for option, value in options(command).items() if _SECRET.search(option)}
    kept = {value for value in said if len(value) >= SHORTEST_SECRET}
    return frozenset(
        kept | {v for name, v in os.environ.items() if _SECRET.search(name) and len(v) >= _SHORTEST_BY_NAME}
    )


def options(command: Sequence[str]) -> dict[str, str]:
    """What stands behind the = of each option of a command."""
    found = [re.fullmatch(r"--?(\w[\w-]*)=(.*)", word, re.DOTALL) for word in command[1:]]
    return {option[1]: option[2] for option in found if option and not re.search(VARIABLE, option[2])}


def spellings(text: str, times: int = 1) -> set[str]:
    """A text as others may write it, so many of them one after the other; itself too."""
    known = {text}
    for _ in range(times):
        known |= {spelt(each) for each in known for spelt in _SPELLINGS}
    return known


def _of_a_secret(secret: str) -> set[str]:
    """A secret in every spelling; of several lines, each by itself, since outputs are read line by line."""
    raw = secret.encode(errors="surrogateescape")
    lines = {line for line in secret.splitlines() if len(line) >= _SHORTEST_BY_NAME}
    spelt = {form for text in (secret, *lines) for form in spellings(text, 2)}
    return spelt | {repr(raw)[2:-1], b64encode(raw).decode()}


class Redaction:
    """Strikes out the values of some fields, wherever they stand afterwards, and ``hidden`` texts everywhere.

    The same value has the same stand-in in one run, so that who reads the transcript, or replays it, still sees which
    values are equal. Several threads may learn and strike out at a time.
    """

    def __init__(self, fields: Collection[str] = (), hidden: Collection[str] = ()) -> None:
        self._fields = frozenset(fields)
        self._met: set[str] = set()
        # What stands for a value in the system's words, which the transcript has, and in the kit's words as well.
        self._stand_ins: dict[str, str] = {}
        self._everywhere: dict[str, str] = {}
        # Those of them that are only another way to write a value: one of these may be a value of its own one day.
        self._spelt: set[str] = set()
        self._learned = 0
        self._learning = threading.RLock()
        self._by_first_word: dict[str, list[str]] = {}
        self._hidden = sorted({form for secret in hidden for form in _of_a_secret(secret)}, key=len, reverse=True)
        # Long enough to be nothing else, even in the middle of a word; the others are looked for as words.
        self._anywhere = [value for value in self._hidden if len(value) >= _SHORTEST_BY_NAME]
        for value in self._hidden:
            self._stand_ins[value] = self._everywhere[value] = HIDDEN
            if len(value) < _SHORTEST_BY_NAME:
                self._find(value)
        # Nearly every text has none of them, and a key of several lines has hundreds of spellings.
        self._has_secret = re.compile("|".join(map(re.escape, self._anywhere)) or "(?!)").search

    @property
    def unmet(self) -> list[str]:
        """The fields that no message had so far, so that nothing was struck out for them."""
        return sorted(self._fields - self._met)

    def __bool__(self) -> bool:
        """Whether anything is to be struck out at all."""
        return bool(self._fields or self._stand_ins)

    def body(self, value: Any) -> Any:
        """A message's body with the values of the fields struck out, and with them all that they stand in."""
        if not self:
            return value
        self.learn(value)
        return self._struck(value)

    def learn(self, value: Any) -> None:
        """Note the values of the fields, to be struck out from now on."""
        if self._fields:
            with self._learning:
                self._learn(value, secret=False)

    def text(self, text: str) -> str:
        """A text of a report without any value that was struck out before, in whoever's words."""
        return self._without_stumps(self._without(text, self._everywhere))

    def _without(self, text: str, stand_ins: Mapping[str, str]) -> str:
        if not stand_ins:
            return text
        if text in stand_ins:
            return stand_ins[text]
        text = self._without_secrets(text)
        parts, done = [], 0
        for word in _WORD.finditer(text):
            start = word.start()
            value = self._value_at(text, start, word[0], stand_ins) if start >= done else None
            if value is not None:
                parts += [text[done:start], stand_ins[value]]
                done = start + len(value)
        return "".join([*parts, text[done:]]) if parts else text

    def _without_secrets(self, text: str) -> str:
        if self._has_secret(text):
            for value in self._anywhere:
                text = text.replace(value, HIDDEN)
        return text

    def _without_stumps(self, text: str) -> str:
        """A text in which no beginning of a hidden text is left where a longer text was cut off."""
        if not self._hidden or _CUT_OFF not in text:
            return text
        parts = text.split(_CUT_OFF)
        return _CUT_OFF.join([*map(self._without_stump, parts[:-1]), parts[-1]])

    def _without_stump(self, text: str) -> str:
        for value in self._hidden:
            for length in range(len(value) - 1, SHORTEST_SECRET - 1, -1):
                if text.endswith(value[:length]):
                    return text[:-length] + HIDDEN
        return text

    def _value_at(self, text: str, start: int, word: str, stand_ins: Mapping[str, str]) -> str | None:
        """The longest value that begins at this word of a text, and ends where a word does."""
        for value in self._by_first_word.get(word, ()):
            after = text[start + len(value) : start + len(value) + 1]
            if text.startswith(value, start) and value in stand_ins and not (after.isalnum() or after == "_"):
                return value
        return None

    def _strike(self, value: str, stand_in: str) -> None:
        self._find(value)
        self._stand_ins[value] = self._everywhere[value] = stand_in

    def _find(self, value: str) -> None:
        if first := _WORD.match(value):
            # a new list each time: another thread may be reading the old one
            alike = {*self._by_first_word.get(first[0], ()), value}
            self._by_first_word[first[0]] = sorted(alike, key=len, reverse=True)

    def also_known(self, ours: Any, theirs: Any) -> None:
        """Strike out in other words what is struck out in these: the same body, in the kit's names and a system's."""
        if self._stand_ins:
            with self._learning:
                self._also_known(ours, theirs)

    def _also_known(self, ours: Any, theirs: Any) -> None:
        if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
            for name, held in ours.items():
                self._also_known(held, theirs.get(name))
        elif isinstance(ours, (list, tuple)) and isinstance(theirs, (list, tuple)):
            for one, other in zip(ours, theirs, strict=False):
                self._also_known(one, other)
        elif isinstance(ours, str) and theirs in self._stand_ins and self._is_new(ours, self._everywhere):
            self._find(ours)
            self._everywhere[ours] = self._stand_ins[theirs]

    def _learn(self, value: Any, secret: bool) -> None:
        if isinstance(value, Mapping):
            self._met.update(self._fields & value.keys())
            for name, held in value.items():
                self._learn(held, secret or name in self._fields)
        elif isinstance(value, (list, tuple)):
            for held in value:
                self._learn(held, secret)
        elif secret and isinstance(value, str) and value and self._is_new(value, self._stand_ins):
            self._learned += 1
            stand_in = _STAND_IN.format(self._learned)
            self._strike(value, stand_in)
            self._spelt.discard(value)
            for form in spellings(value) - self._stand_ins.keys():
                self._strike(form, stand_in)
                self._spelt.add(form)

    def _is_new(self, value: str, known: Mapping[str, str]) -> bool:
        """Whether a value has no stand-in of its own; how another one may be written is no value yet."""
        return value not in known or value in self._spelt

    def _struck(self, value: Any, secret: bool = False) -> Any:
        if isinstance(value, Mapping):
            return {
                self._without_secrets(name) if isinstance(name, str) else name: self._struck(
                    held, secret or name in self._fields
                )
                for name, held in value.items()
            }
        if isinstance(value, (list, tuple)):
            return [self._struck(held, secret) for held in value]
        if isinstance(value, str):
            return self._without(value, self._stand_ins)
        return _STAND_IN.format(0) if secret and value is not None else value
