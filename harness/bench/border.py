"""The border: every message both ways is checked by its schema, translated by the claims' names, taken down."""

from collections.abc import Mapping
from datetime import datetime

from ordertck.harness import schemas
from ordertck.harness.errors import Malformed, Unsendable
from ordertck.harness.messages import KINDS, Message
from ordertck.harness.names import Names
from ordertck.harness.text import nearest
from ordertck.harness.transcript import Transcript


class Border:
    """Between kit and system: our names and shapes on this side, the system's names on the other."""

    def __init__(self, transcript: Transcript, names: Names) -> None:
        self.transcript = transcript
        self._clock = ""
        self._outward = names.outward if names else None
        self._inward = names.inward if names else None

    def outward(self, message: Message, scenario: str) -> Message:
        """A message on its way to the system. Raises ``Unsendable`` where the kit made it badly."""
        if not schemas.valid(message.kind, message.body):
            raise Unsendable(f"the kit sent a bad {message.kind}: {schemas.problems(message.kind, message.body)}")
        if self._outward is None:
            self._take_down("told", scenario, message)
            return message
        sent = self._outward.of(message)
        self._take_down("told", scenario, sent)
        self.transcript.redaction.also_known(message.body, sent.body)
        return sent

    def hear(self, message: Message, scenario: str) -> None:
        """Take down a message from the system, whatever it is."""
        self._take_down("heard", scenario, message)

    def sets_clock(self, instant: datetime) -> None:
        """The system's clock was set; the record of the next message to or from this system says so."""
        self._clock = instant.isoformat()

    def _take_down(self, way: str, scenario: str, message: Message) -> None:
        clock, self._clock = self._clock, ""
        self.transcript.add(way, scenario, message, clock)

    def inward(self, message: Message) -> Message:
        """A message from the system as the kit may read it.

        Raises ``Malformed`` for an unknown kind, an edge that the kind does not cross, a body that its schema refuses.
        """
        kind = KINDS.get(message.kind)
        if kind is None:
            raise Malformed(f"a message of a known kind{_near(message.kind)}", f"kind '{message.kind}' in {message.id}")
        if message.edge not in kind.edges:
            raise Malformed(f"{kind.name} on edge {' or '.join(kind.edges)}", f"it on edge {message.edge}")
        if not schemas.valid(message.kind, message.body):
            raise Malformed(f"a well-formed {kind.name}", "; ".join(schemas.problems(message.kind, message.body)))
        if self._inward is None:
            return message
        read = self._inward.of(message)
        self.transcript.redaction.also_known(read.body, message.body)
        return read

    def accounts(self, accounts: tuple[Mapping[str, str], ...]) -> tuple[Mapping[str, str], ...]:
        """The accounts that a scenario begins with, as the system is told of them."""
        return tuple(self._outward.account(each) for each in accounts) if self._outward else accounts


def _near(unknown: str) -> str:
    """What was perhaps meant: a kind by nearly this name, or one whose name is in it."""
    near = nearest(unknown, KINDS) or next((name for name in KINDS if name in unknown), "")
    return f", such as {near}" if near else ""
