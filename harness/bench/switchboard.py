"""The switchboard: what one part says to another reaches it, whether the kit plays it or the system under test does."""

from collections.abc import Callable, Mapping
from typing import Any

from ordertck.harness.bench.channel import Channel
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Body, Edge, Message
from ordertck.harness.messages.landscape import taker
from ordertck.harness.text import a

Taker = Callable[[Message], None]


class Switchboard:
    """Knows which parts the kit plays (``parts``, by name) and which the system under test does (``roles``)."""

    def __init__(self, roles: tuple[str, ...], channel: Channel, parts: Mapping[str, Taker]) -> None:
        self._roles, self._channel, self._parts = roles, channel, parts

    def send(
        self,
        to: str,
        kind: str,
        edge: Edge,
        body: Body | dict[str, Any],
        about: str,
        re: str | None = None,
        priority: int | None = None,
    ) -> Message | None:
        """Say something to a part; what was sent, if that is the system under test, else None."""
        if to in self._roles:
            return self._channel.tell(kind, edge, body, about, re, priority)
        self._parts[to](self._channel.message(kind, edge, body, about, re, priority))
        return None

    def take(self, message: Message) -> None:
        """Give a message from the system to the part that it is for. Raises ``Breach`` where it is for none."""
        part = self._parts.get(taker(message.kind, message.edge, self._roles) or "")
        if part is None:
            raise unexpected(message)
        part(message)


def unexpected(message: Message) -> Breach:
    """The breach of a system that says what no neighbour of its can make anything of."""
    return Breach(
        "a message for a neighbour of the system", f"{a(message.kind)} on edge {message.edge}, message {message.id}"
    )
