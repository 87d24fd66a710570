"""Composition: several roles of the reference in one system, which talk to each other inside it."""

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Protocol, runtime_checkable

from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.messages.landscape import FLOWS, ROLES
from ordertck.harness.messages.roles import Trait
from ordertck.harness.reference.common.journal import Journalled

# The network's own provisioning system is service order management; the others are never part of a system here.
_NETWORK = "network"


class Part(Protocol):
    """A part of the landscape: a message in, messages out."""

    def handle(self, message: Message) -> list[Message]:
        """Take one message; the messages that it leads to, in order."""


@runtime_checkable
class Timed(Protocol):
    """A part that does things when their time comes."""

    def advance(self, now: datetime) -> list[Message]:
        """The clock reads ``now``; the messages that this leads to, in order."""


class Composed(Journalled):
    """A system of several roles, by name. What one says to another stays inside; the rest is for the neighbours.

    The table of the landscape says who talks to whom. Where the integration is inside, all that order management says
    goes by it.
    """

    def __init__(self, parts: Mapping[str, Part]) -> None:
        self.parts = {role: parts[role] for role in ROLES if role in parts}
        self._roles = tuple(self.parts)

    def handle(self, message: Message) -> list[Message]:
        """Give a message from outside to the role that it is for; what the system says to its neighbours, in order."""
        taker = self._taker(message)
        return self._settled(taker, self.parts[taker].handle(message)) if taker else []

    def advance(self, now: datetime) -> list[Message]:
        """The clock reads ``now``, for every role in turn."""
        said: list[Message] = []
        for role, part in self.parts.items():
            if isinstance(part, Timed):
                said += self._settled(role, part.advance(now))
        return said

    def _settled(self, role: str, said: Iterable[Message]) -> list[Message]:
        """Carry what the roles say to each other, until only what is for others is left."""
        outside: list[Message] = []
        todo = deque((role, message) for message in said)
        while todo:
            speaker, message = todo.popleft()
            if carried := _to_a_carrier(message.kind, speaker, self._roles):
                message = replace(message, edge=carried)
            listener = self._taker(message, speaker)
            if listener is None:
                outside.append(message)
            else:
                todo.extend((listener, answer) for answer in self.parts[listener].handle(message))
        return outside

    def _taker(self, message: Message, speaker: str | None = None) -> str | None:
        """The role inside that a message is for; None where it is for nobody here."""
        if message.kind == "provisioning-order" and message.edge is Edge.PROVISIONING and _target(message) != _NETWORK:
            return None
        return _listener(message.kind, message.edge, self._roles, speaker)


@cache
def _listener(kind: str, edge: Edge, roles: tuple[str, ...], speaker: str | None) -> str | None:
    """Which of these roles messages of a kind are for, the outermost where it may be several; None where it is none.

    ``speaker`` is the role that says it; None where it comes from outside.
    """
    takers = {
        taker
        for flow in FLOWS
        if flow.edge is edge and kind in flow.kinds
        if (speaker in flow.senders if speaker else any(sender not in roles for sender in flow.senders))
        for taker in flow.takers
    }
    return next((role for role in roles if role in takers and role != speaker), None)


@cache
def _to_a_carrier(kind: str, speaker: str, roles: tuple[str, ...]) -> Edge | None:
    """The edge at which the speaker hands a message to a role inside that hands it on; None where there is none."""
    return next(
        (
            flow.edge
            for flow in FLOWS
            if flow.senders == (speaker,) and kind in flow.kinds
            if len(flow.takers) == 1 and flow.takers[0] in roles and Trait.CARRIAGE.of(flow.takers)
        ),
        None,
    )


def _target(message: Message) -> str | None:
    target: str | None = message.body.get("target")
    return target
