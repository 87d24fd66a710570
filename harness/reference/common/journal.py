"""The journal: what a part has taken, on a medium that outlives the part's memory."""

from collections.abc import Iterable
from datetime import datetime

from ordertck.harness.messages import Message

# What a part writes down: a message, or the time that it was then.
Entry = Message | datetime


class Journalled:
    """A part that writes down each message before it works on it, and can be made again from what is written.

    A part is its history: whoever takes the same messages in the same order, at the same times, comes to the same
    state. What it said while it lived was said; it is not said again.
    """

    def handle(self, message: Message) -> list[Message]:
        """Take one message; the messages that it leads to, in order."""
        raise NotImplementedError

    def advance(self, now: datetime) -> list[Message]:  # noqa: ARG002 - most parts have no clock
        """The clock reads ``now``; the messages that this leads to, in order."""
        return []

    def written(self, message: Message) -> Message | None:
        """What is written down of a message; None where nothing is."""
        return message

    def killed(self, disk: list[Entry], unheard: list[Message]) -> list[Message]:  # noqa: ARG002
        """The part ends in the midst of its work: what nobody has heard yet of what it said, and is heard all the same.

        ``disk`` is what it wrote down. Whatever followed from what is written down counts as said.
        """
        return unheard

    def recover(self, journal: Iterable[Entry]) -> list[Message]:
        """Become what the part was that wrote this; what is still to be said."""
        for entry in journal:
            if isinstance(entry, datetime):
                self.advance(entry)
            else:
                self.handle(entry)
        return []


def read_back(entry: Entry) -> Entry:
    """An entry as the medium gives it back: it shares nothing with what was written down."""
    return entry.copied() if isinstance(entry, Message) else entry
