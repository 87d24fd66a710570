"""The border: every message both ways is checked by its schema, translated by the claims' names, taken down."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness import schemas
from ordertck.harness.errors import Breach, KitFault
from ordertck.harness.messages import KINDS, Message
from ordertck.harness.transcript import Transcript

# The fields whose values are names that a system may have its own for.
_NAMED = frozenset({"product", "price_list", "status", "value", "system", "workflow", "type"})


class Border:
    """Between kit and system: our names and shapes on this side, the system's names on the other."""

    def __init__(self, transcript: Transcript, names: Mapping[str, str]) -> None:
        self.transcript = transcript
        self._theirs = dict(names)
        self._ours = {theirs: ours for ours, theirs in names.items()}

    def outward(self, message: Message, scenario: str) -> Message:
        """A message on its way to the system. Raises ``KitFault`` where the kit made it badly."""
        if not schemas.valid(message.kind, message.body):
            raise KitFault(f"the kit sent a bad {message.kind}: {schemas.problems(message.kind, message.body)}")
        sent = self._translated(message, self._theirs)
        self.transcript.add("told", scenario, sent)
        return sent

    def inward(self, message: Message, scenario: str) -> Message:
        """A message from the system.

        Raises ``Breach`` for an unknown kind, an edge that the kind does not cross, a body that its schema refuses.
        """
        self.transcript.add("heard", scenario, message)
        kind = KINDS.get(message.kind)
        if kind is None:
            raise Breach("a message of a known kind", f"kind '{message.kind}' in message {message.id}")
        if message.edge not in kind.edges:
            raise Breach(f"{kind.name} on edge {' or '.join(kind.edges)}", f"it on edge {message.edge}")
        if not schemas.valid(message.kind, message.body):
            raise Breach(f"a well-formed {kind.name}", "; ".join(schemas.problems(message.kind, message.body)))
        return self._translated(message, self._ours)

    def _translated(self, message: Message, words: Mapping[str, str]) -> Message:
        if not words:
            return message
        return Message(
            message.id, message.kind, message.edge, _renamed(message.body, words), message.about, message.re,
            message.priority,
        )  # fmt: skip


def _renamed(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, Mapping):
        return {
            k: words.get(v, v) if k in _NAMED and isinstance(v, str) else _renamed(v, words) for k, v in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [_renamed(v, words) for v in value]
    return value
