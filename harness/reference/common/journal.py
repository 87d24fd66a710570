"""The journal: what a part has taken, on a medium that outlives the part's memory."""

import json
from collections.abc import Iterable

from ordertck.harness.messages import Message


class Journalled:
    """A part that writes down each message before it works on it, and can be made again from what is written.

    A part is its history: whoever takes the same messages in the same order comes to the same state. What it said
    while it lived was said; it is not said again.
    """

    def handle(self, message: Message) -> list[Message]:
        """Take one message; the messages that it leads to, in order."""
        raise NotImplementedError

    def written(self, message: Message) -> bytes | None:
        """What is written down of a message; None where nothing is."""
        return json.dumps(message.as_json()).encode()

    def recover(self, journal: Iterable[bytes]) -> list[Message]:
        """Become what the part was that wrote this; what is still to be said."""
        for record in journal:
            self.handle(Message.from_json(json.loads(record)))
        return []
