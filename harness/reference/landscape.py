"""The reference behind the port: one part for each role claimed, in one process."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol, runtime_checkable

from ordertck.harness.claims import Claims
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Message
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.crm import CustomerRelations
from ordertck.harness.reference.integration import Integration
from ordertck.harness.reference.oms.order_management import OrderManagement
from ordertck.harness.reference.som import ServiceOrderManagement


class Part(Protocol):
    """A part of the landscape: a message in, messages out."""

    def handle(self, message: Message) -> list[Message]:
        """Take one message; the messages that it leads to, in order."""


@runtime_checkable
class Timed(Protocol):
    """A part that does things when their time comes."""

    def advance(self, now: datetime) -> list[Message]:
        """The clock reads ``now``; the messages that this leads to, in order."""


# How a part is made: from the catalogue and a scenario whose settings are complete.
MakePart = Callable[[Catalogue, ScenarioContext], Part]

PARTS: Mapping[str, MakePart] = {
    "oms": OrderManagement,
    "crm": CustomerRelations,
    "integration": Integration,
    "som": ServiceOrderManagement,
}


class InProcess:
    """A part in this process, made anew for each scenario, behind the port's four methods."""

    def __init__(self, make: MakePart, claims: Claims) -> None:
        self._make, self._claims = make, claims
        self._part: Part | None = None
        self._heard: deque[Message] = deque()

    def begin(self, scenario: ScenarioContext) -> None:
        """Start afresh: the reference has nothing to remember from one scenario to the next."""
        settings = {"capacity": self._claims.capacity, **self._claims.switches, **scenario.settings}
        self._part = self._make(self._claims.edition.catalogue, replace(scenario, settings=settings))
        self._heard.clear()

    def deliver(self, message: Message) -> None:
        """Give the message to the part; what follows from it waits to be received."""
        if self._part is not None:
            self._heard.extend(self._part.handle(message))

    def advance_to(self, instant: datetime) -> None:
        """Set the part's clock, where it has one."""
        if isinstance(self._part, Timed):
            self._heard.extend(self._part.advance(instant))

    def receive(self, patience: float) -> Message | None:  # noqa: ARG002 - nothing can come later
        """The next message; None at once where there is none, since nothing can come before the next deliver."""
        return self._heard.popleft() if self._heard else None

    def close(self) -> None:
        """Nothing to release."""


def connect(claims: Claims, session: str) -> InProcess:  # noqa: ARG001 - the ids of one process cannot clash
    """The reference in the one role that is claimed."""
    return InProcess(PARTS[claims.roles[0]], claims)
