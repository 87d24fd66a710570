"""The reference behind the port: the roles that are claimed, in one process."""

from collections import deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from types import MappingProxyType

from ordertck.harness.claims import Claims
from ordertck.harness.edition.catalogue import Catalogue, deployed_from
from ordertck.harness.messages import Message
from ordertck.harness.messages.landscape import ROLES
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.common.journal import Entry, Journalled, read_back
from ordertck.harness.reference.composition import Composed, Part, Timed

# How a part is made: from the catalogue and a scenario whose settings are complete.
MakePart = Callable[[Catalogue, ScenarioContext], Part]

# By role: the ``PART`` of its package.
PARTS: Mapping[str, MakePart] = {role: import_module(f"{__package__}.{role}").PART for role in ROLES}


class InProcess:
    """A part in this process, made anew for each scenario, behind the port's four methods."""

    def __init__(self, make: MakePart, claims: Claims) -> None:
        self._make, self._claims = make, claims
        self._catalogue = claims.edition.catalogue
        self._scenario: ScenarioContext | None = None
        self._part: Part | None = None
        self._disk: list[Entry] = []
        self._heard: deque[Message] = deque()

    def begin(self, scenario: ScenarioContext) -> None:
        """Start afresh: the reference has nothing to remember from one scenario to the next."""
        settings = {"capacity": self._claims.capacity, **self._claims.switches, **scenario.settings}
        self._scenario = replace(scenario, settings=settings)
        if scenario.content and scenario.digest != self._catalogue.digest:
            self._catalogue = deployed_from(scenario.content)
        self._part = self._made()
        self._disk.clear()
        self._heard.clear()

    def deliver(self, message: Message) -> None:
        """Give the message to the part; what follows from it waits to be received.

        A part that is killed is gone with all that it knew. The one that is made in its place has the disk.
        """
        if message.kind == "kill":
            if isinstance(self._part, Journalled):
                self._heard = deque(self._part.killed(self._disk, list(self._heard)))
            self._part = None
        elif message.kind == "restart":
            self._part = self._made()
            if isinstance(self._part, Journalled):
                self._heard.extend(self._part.recover(map(read_back, self._disk)))
        elif self._part is not None:
            if isinstance(self._part, Journalled) and (entry := self._part.written(message)) is not None:
                self._disk.append(entry)
            self._heard.extend(self._part.handle(message))

    def _made(self) -> Part:
        if self._scenario is None:
            raise LookupError("no scenario has begun")
        return self._make(self._catalogue, self._scenario)

    def advance_to(self, instant: datetime) -> None:
        """Set the part's clock, where it has one."""
        if isinstance(self._part, Journalled):
            self._disk.append(instant)
        if isinstance(self._part, Timed):
            self._heard.extend(self._part.advance(instant))

    def receive(self, patience: float) -> Message | None:  # noqa: ARG002 - nothing can come later
        """The next message; None at once where there is none, since nothing can come before the next deliver."""
        return self._heard.popleft() if self._heard else None

    def close(self) -> None:
        """Nothing to release."""


def connect(claims: Claims, session: str) -> InProcess:  # noqa: ARG001 - the ids of one process cannot clash
    """The reference in the roles that are claimed: one of them by itself, or several in one system."""
    return InProcess(maker(claims.roles), claims)


def maker(roles: Collection[str], otherwise: Mapping[str, MakePart] = MappingProxyType({})) -> MakePart:
    """How a system of these roles is made; ``otherwise`` says of some how they are made in the reference's place."""
    parts = {role: otherwise.get(role, PARTS[role]) for role in roles}
    if len(parts) == 1:
        return next(iter(parts.values()))
    return lambda catalogue, scenario: Composed({role: make(catalogue, scenario) for role, make in parts.items()})
