"""What the kit asks of any way to a system, beyond the port: who is there, whether it still can be spoken to."""

from datetime import datetime
from typing import Protocol

from ordertck.harness.adapters.greeting import Greeting
from ordertck.harness.claims import Claims
from ordertck.harness.errors import AdapterError, UsageError
from ordertck.harness.port import Clocked, System


class Wire(System, Protocol):
    """A way to a system: the port, and what runner and checkup ask of a way.

    Whatever the system or its adapter does, a call comes back in bounded time and raises nothing but
    ``AdapterError``; ``close`` raises nothing at all.
    """

    @property
    def greeting(self) -> Greeting | None:
        """What was said when the system was greeted; None where this way has no greeting."""

    @property
    def broken(self) -> str:
        """Why the system can no longer be spoken to; "" while it can."""

    @property
    def cut_texts(self) -> int:
        """How many texts of messages were too long to be kept whole."""

    @property
    def kits_own(self) -> bool:
        """Whether the adapter was seen to use the kit's own reference; what is behind it may do so unseen."""

    @property
    def parting(self) -> str:
        """What went wrong when the way was closed; "" where nothing did, and before that."""

    def aside(self) -> str:
        """The last lines that the adapter wrote beside the protocol, in words; "" where there are none."""

    def advance_to(self, instant: datetime) -> None:
        """As ``Clocked`` has it, where the system claims a virtual clock."""

    def forget_idle(self) -> None:
        """Ask the system on the next ``receive`` even where it said that nothing can come."""

    def hand_over(self) -> None:
        """See that the system has all that it was told: what waits to go with something else goes now."""

    def make_sure(self) -> None:
        """See that what was heard last was what was asked for. Raises ``AdapterError`` where it was not."""


class Embedded:
    """The way to a system in this process that is the kit's own: called directly, without any guard."""

    greeting: Greeting | None = None
    broken = ""
    cut_texts = 0
    kits_own = False  # whether it is stands in the claims, or in what it says

    def __init__(self, system: System) -> None:
        self._system, self.parting = system, ""
        # The port's methods are the system's own: an example makes hundreds of calls.
        self.begin, self.deliver, self.receive = system.begin, system.deliver, system.receive

    def close(self) -> None:
        """Close the system."""
        try:
            self._system.close()
        except Exception as problem:
            self.parting = f"close raised {type(problem).__name__}: {problem}"

    def aside(self) -> str:
        """Nothing: what the kit's own system writes, it writes for the kit's people."""
        return ""

    def advance_to(self, instant: datetime) -> None:
        """Set the system's clock, where it has one."""
        if not isinstance(self._system, Clocked):
            raise AdapterError("the claims say virtual-clock, but the adapter has no advance_to")
        self._system.advance_to(instant)

    def forget_idle(self) -> None:
        """Nothing to do: the system is asked every time."""

    def hand_over(self) -> None:
        """Nothing to do: the system has it."""

    def make_sure(self) -> None:
        """Nothing to do: a call returns what it returns."""


def misfit(claims: Claims, greeting: Greeting | None) -> UsageError | None:
    """How claims and greeting speak of two systems; None where they agree, or nothing was said."""
    if greeting is None:
        return None
    if greeting.name and _plain(greeting.name) != _plain(claims.name):
        return _misfit(claims, f"'{claims.name}'", f"the adapter reaches '{greeting.name}'", "examine that system")
    if greeting.version and greeting.version.strip() != claims.version.strip():
        said = f"the adapter reaches version {greeting.version}"
        return _misfit(claims, f"version {claims.version}", said, "examine the version that is claimed")
    if greeting.capabilities is not None and (lacking := claims.capabilities - greeting.capabilities):
        said = f"the adapter does not name {', '.join(sorted(lacking))}"
        remedy = "have the adapter name them in its reply to hello"
        return _misfit(claims, f"capabilities {', '.join(sorted(claims.capabilities))}", said, remedy)
    return None


def _misfit(claims: Claims, claimed: str, said: str, remedy: str) -> UsageError:
    return UsageError(f"the claims speak of {claimed}, but {said}", f"{remedy}, or correct the claims", claims.file)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
