"""The port: what a third party writes so that its system can be examined."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, runtime_checkable

from ordertck.harness.errors import AdapterError
from ordertck.harness.messages import Message

# What an adapter raises belongs to the port, though it is told with the other errors.
__all__ = ["AdapterError", "Clocked", "ScenarioContext", "System"]


@dataclass(frozen=True, slots=True)
class ScenarioContext:
    """What a system is told when a scenario begins.

    ``accounts`` are on file from now on; each has ``id``, ``name``, ``price_list``, ``payer``, ``site`` and
    ``second_site``. ``settings`` are for systems that claim ``configurable``: capacity, switches.
    A system on real time ignores ``now``. ``content`` is the catalogue itself, as ``ordertck catalogue`` prints it, for
    systems that claim ``renamed-catalogue``.
    """

    id: str
    session: str
    now: datetime
    catalogue: str
    digest: str
    accounts: tuple[Mapping[str, str], ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    content: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The context as a JSON object, the instant as RFC 3339."""
        told = {
            "id": self.id,
            "session": self.session,
            "now": self.now.isoformat(),
            "catalogue": self.catalogue,
            "digest": self.digest,
            "accounts": [dict(account) for account in self.accounts],
            "settings": dict(self.settings),
        }
        return {**told, "content": dict(self.content)} if self.content else told


@runtime_checkable
class System(Protocol):
    """A system under test, seen only through the messages that cross its edges."""

    def begin(self, scenario: ScenarioContext) -> None:
        """Start a scenario with this catalogue and these accounts on file. Ids are fresh: forgetting is optional."""

    def deliver(self, message: Message) -> None:
        """Hand over one message; return when a sender has it. Never wait for what the system may need in turn."""

    def receive(self, patience: float) -> Message | None:
        """The system's next message, in order of arrival.

        None if none came within ``patience`` seconds; earlier only if the system is idle, that is, if nothing can
        come before the next ``deliver`` or ``advance_to``.
        """

    def close(self) -> None:
        """Release connections and processes; called once."""


@runtime_checkable
class Clocked(Protocol):
    """The optional fifth method, for systems that claim ``virtual-clock``."""

    def advance_to(self, instant: datetime) -> None:
        """Return when the system's clock reads ``instant``; what fell due follows."""
