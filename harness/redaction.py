"""Redaction: values that a vendor keeps to itself stand in no output, yet the same value has the same stand-in."""

import re
from collections.abc import Mapping
from typing import Any

# What stands for the n-th value that was struck out.
_STAND_IN = "[redacted {}]"


class Redaction:
    """Strikes out the values of some fields, wherever they stand afterwards.

    The same value has the same stand-in in one run, so that who reads the transcript, or replays it, still sees which
    values are equal.
    """

    def __init__(self, fields: tuple[str, ...] = ()) -> None:
        self._fields = frozenset(fields)
        self._stand_ins: dict[str, str] = {}
        self._pattern: re.Pattern[str] | None = None

    def body(self, value: Any) -> Any:
        """A message's body with the values of the fields struck out, and with them every equal value."""
        if not self._fields:
            return value
        self._learn(value, False)
        return self._struck(value)

    def text(self, text: str) -> str:
        """A text without any value that was struck out before."""
        if not self._stand_ins:
            return text
        if self._pattern is None:
            longest_first = sorted(self._stand_ins, key=len, reverse=True)
            self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
        return self._pattern.sub(lambda found: self._stand_ins[found[0]], text)

    def also_known(self, ours: Any, theirs: Any) -> None:
        """Strike out in other words what is struck out in these: the same body, in the kit's names and a system's."""
        if not self._stand_ins:
            return
        if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
            for name, held in ours.items():
                self.also_known(held, theirs.get(name))
        elif isinstance(ours, (list, tuple)) and isinstance(theirs, (list, tuple)):
            for one, other in zip(ours, theirs, strict=False):
                self.also_known(one, other)
        elif isinstance(ours, str) and theirs in self._stand_ins and ours not in self._stand_ins:
            self._stand_ins[ours] = self._stand_ins[theirs]
            self._pattern = None

    def _learn(self, value: Any, secret: bool) -> None:
        if isinstance(value, Mapping):
            for name, held in value.items():
                self._learn(held, secret or name in self._fields)
        elif isinstance(value, (list, tuple)):
            for held in value:
                self._learn(held, secret)
        elif secret and isinstance(value, str) and value and value not in self._stand_ins:
            self._stand_ins[value] = _STAND_IN.format(len(self._stand_ins) + 1)
            self._pattern = None

    def _struck(self, value: Any, secret: bool = False) -> Any:
        if isinstance(value, Mapping):
            return {name: self._struck(held, secret or name in self._fields) for name, held in value.items()}
        if isinstance(value, (list, tuple)):
            return [self._struck(held, secret) for held in value]
        if isinstance(value, str):
            return self._stand_ins.get(value, value)
        return _STAND_IN.format(0) if secret and value is not None else value
