"""Converters between systems: what is said is said, and its texts are not as they were written."""

import html
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ordertck.harness.messages import Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.common.journal import Journalled

_EXPONENT = re.compile(r"\d+e\d+")
# From here on a letter takes four bytes in UTF-8.
_FOUR_BYTES = 0x10000


class Converts(Journalled):
    """A part that writes the attributes in messages of some ``kinds`` in its own way."""

    kinds: frozenset[str] = frozenset()

    def converted(self, text: str) -> str:
        """What becomes of a text."""
        raise NotImplementedError

    def handle(self, message: Message) -> list[Message]:
        """Take one message; what follows from it, converted."""
        return [self.habitual(said) for said in super().handle(message)]

    def advance(self, now: datetime) -> list[Message]:
        """The clock reads ``now``; what follows from it, converted."""
        return [self.habitual(said) for said in super().advance(now)]

    def habitual(self, message: Message) -> Message:
        """A message as it goes out."""
        return replace(message, body=self._converted_body(message.body)) if message.kind in self.kinds else message

    def _converted_body(self, body: Mapping[str, Any]) -> dict[str, Any]:
        shape = dict(body)
        if shape.get("attributes"):
            shape["attributes"] = {name: self.converted(str(text)) for name, text in shape["attributes"].items()}
        if shape.get("lines"):
            shape["lines"] = [self._converted_body(line) for line in shape["lines"]]
        if shape.get("sort") == "data":
            shape["value"] = self.converted(shape["value"])
        return shape


class SpellsOutMarkup(Converts):
    """Spells out an ampersand, as a page would have it."""

    def converted(self, text: str) -> str:
        return html.escape(text)


class WritesInSmallLetters(Converts):
    """Writes texts in small letters."""

    def converted(self, text: str) -> str:
        return text.lower()


class TakesDigitsForNumbers(Converts):
    """Takes 007 for a number, and writes 7."""

    def converted(self, text: str) -> str:
        return str(int(text)) if text.isdecimal() else text


class CutsLongTexts(Converts):
    """Cuts a text after a hundred letters."""

    def converted(self, text: str) -> str:
        return text[:100]


class LosesForeignLetters(Converts):
    """Puts a question mark for each letter that is not in ASCII."""

    def converted(self, text: str) -> str:
        return text.encode("ascii", "replace").decode()


class TakesZeroAndNoForFalse(Converts):
    """Takes 0 and no for false, and writes that."""

    def converted(self, text: str) -> str:
        return "false" if text in ("0", "no") else text


class TakesNullForNothing(Converts):
    """Takes the text null for nothing, and writes that."""

    def converted(self, text: str) -> str:
        return "" if text == "null" else text


class TakesExponentsForNumbers(Converts):
    """Takes 1e5 for a number, and writes 100000."""

    def converted(self, text: str) -> str:
        return str(int(float(text))) if _EXPONENT.fullmatch(text) else text


class SqueezesBlanks(Converts):
    """Writes one blank where there are several."""

    def converted(self, text: str) -> str:
        return " ".join(text.split())


class LosesPictures(Converts):
    """Writes a question mark for whatever needs four bytes."""

    def converted(self, text: str) -> str:
        return "".join(letter if ord(letter) < _FOUR_BYTES else "?" for letter in text)


class TakesSignsForEscapes(Converts):
    """Takes a plus sign for a blank, and leaves backslashes out."""

    def converted(self, text: str) -> str:
        return text.replace("+", " ").replace("\\", "")


HABITS: tuple[type[Converts], ...] = (
    SpellsOutMarkup,
    WritesInSmallLetters,
    TakesDigitsForNumbers,
    LosesForeignLetters,
    CutsLongTexts,
    TakesZeroAndNoForFalse,
    TakesNullForNothing,
    TakesExponentsForNumbers,
    SqueezesBlanks,
    LosesPictures,
    TakesSignsForEscapes,
)


def enlist(
    role: str, part: type[Journalled], of: str, kind: str, breaks: str, habits: tuple[type[Converts], ...] = HABITS
) -> None:
    """Register as wrong systems a role's part with each of these habits in the messages of one ``kind``.

    ``of`` ends their names and says in which messages that is, "OfOrders".
    """
    for habit in habits:
        content = {"kinds": frozenset({kind}), "__doc__": f"{habit.__doc__} That is done to each {kind}."}
        wrong(role, breaks=breaks)(type(f"{habit.__name__}{of}", (habit, part), content))
