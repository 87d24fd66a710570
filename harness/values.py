"""Other values for what an example names and no rule hangs on: house numbers, amounts of money, speeds of a line."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from json import dumps
from typing import Any

from ordertck.harness import schemas
from ordertck.harness.messages import Message, replace

_HOUSE = re.compile(r"([1-9]\d{0,3}) ([A-Z]\w* [A-Z]\w*)")
_AMOUNT = re.compile(r"\d{1,9}(\.\d{1,4})?", re.ASCII)
_SPEED = re.compile(r"[1-9]\d{0,5}", re.ASCII)
# The fields in which they stand, wherever in a message.
_HOUSES = ("site", "ship_to")
_AMOUNTS = ("override", "price", "amount")
_SPEEDS = ("speed", "upload")
# A message of whose schema none of these words is a part holds no such field.
_SIGNS = tuple(f'"{name}"' for name in (*_HOUSES, *_AMOUNTS, *_SPEEDS, "attributes", "fields", "rows", "attribute"))

Turn = Callable[[str], str]


@dataclass(frozen=True)
class Values:
    """By how much values differ from those that the features name; with the defaults not at all.

    ``houses`` is added to the number of a house, ``speeds`` to a speed; amounts are so many ``times`` as high, so that
    sums, nothing, and what is dearer stay what they are.
    """

    houses: int = 0
    times: int = 1
    speeds: int = 0

    def __bool__(self) -> bool:
        return self != SAME

    def outward(self, message: Message) -> Message:
        """A message with the values that the system is told."""
        return _turned(message, self._told)

    def inward(self, message: Message) -> Message:
        """A message of the system's with the values that the features name."""
        return _turned(message, self._meant)

    def told(self, field: str, text: str) -> str:
        """The text of a field as the system is told it."""
        turn = self._told.get(field)
        return turn(text) if turn else text

    @cached_property
    def _told(self) -> Mapping[str, Turn]:
        return self._turns(self._house_told, self._amount_told, self._speed_told)

    @cached_property
    def _meant(self) -> Mapping[str, Turn]:
        return self._turns(self._house_meant, self._amount_meant, self._speed_meant)

    def _turns(self, house: Turn, amount: Turn, speed: Turn) -> Mapping[str, Turn]:
        turns = dict.fromkeys(_HOUSES, house) if self.houses else {}
        turns |= dict.fromkeys(_AMOUNTS, amount) if self.times != 1 else {}
        return turns | (dict.fromkeys(_SPEEDS, speed) if self.speeds else {})

    def _house_told(self, text: str) -> str:
        found = _HOUSE.fullmatch(text)
        return f"{int(found[1]) + self.houses} {found[2]}" if found else text

    def _house_meant(self, text: str) -> str:
        found = _HOUSE.fullmatch(text)
        return f"{int(found[1]) - self.houses} {found[2]}" if found and int(found[1]) > self.houses else text

    def _amount_told(self, text: str) -> str:
        return str(Decimal(text) * self.times) if _AMOUNT.fullmatch(text) else text

    def _amount_meant(self, text: str) -> str:
        """With as many places as before; what no amount of the features becomes has more, and is none of them."""
        if not _AMOUNT.fullmatch(text):
            return text
        places = Decimal(1).scaleb(-len(text.partition(".")[2]))
        before = Decimal(text) / self.times
        return str(before.quantize(places) if before == before.quantize(places) else before)

    def _speed_told(self, text: str) -> str:
        return str(int(text) + self.speeds) if _SPEED.fullmatch(text) else text

    def _speed_meant(self, text: str) -> str:
        return str(int(text) - self.speeds) if _SPEED.fullmatch(text) and int(text) > self.speeds else text


SAME = Values()


def _turned(message: Message, turns: Mapping[str, Turn]) -> Message:
    """The message with other values; the very same where none of its values is another."""
    if not turns or not _concerns(message.kind):
        return message
    body = _held(message.body, turns)
    turn = turns.get(str(body.get("attribute"))) if body.get("sort") == "data" else None
    if turn is not None:
        body = {**body, "value": turn(str(body["value"]))}
    return message if body is message.body else replace(message, body=body)


def _held(held: Any, turns: Mapping[str, Turn]) -> Any:
    """What a message holds, with other values; the very same where none is another."""
    if held.__class__ is dict or isinstance(held, Mapping):
        changed = {}
        for name, value in held.items():
            if value.__class__ is not str:
                other = _held(value, turns)
            elif name in turns:
                other = turns[name](value)
            else:
                continue
            if other is not value:
                changed[name] = other
        return {**held, **changed} if changed else held
    if isinstance(held, (list, tuple)):
        others = [_held(each, turns) for each in held]
        return others if any(map(_differ, others, held)) else held
    return held


def _differ(one: object, other: object) -> bool:
    return one is not other


@cache
def _concerns(kind: str) -> bool:
    """Whether messages of a kind have a field at all in which such a value can stand."""
    shape = dumps(schemas.schema(kind))
    return any(sign in shape for sign in _SIGNS)
