"""The kit's bench in the peers' hands: one conversation with the reference for each set of switch values."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from ordertck.harness.bench import Conversation
from ordertck.harness.bench.stage import Stage
from ordertck.harness.claims import reference_claims
from ordertck.harness.edition import load
from ordertck.harness.reference.landscape import PARTS, InProcess


class Stages:
    """Gives every example of one role a stage, under the claims that its tags ask for."""

    def __init__(self, role: str) -> None:
        self._claims, self._role = replace(reference_claims(load()), roles=(role,)), role
        self._conversations: dict[str, Conversation] = {}

    @contextmanager
    def stage(self, tags: Iterable[str]) -> Iterator[Stage]:
        """One example's stage, from its beginning to its end."""
        words = self._claims.edition.vocabulary.switch_tags
        flipped = {words[tag][0].name: words[tag][1] for tag in tags if tag in words}
        claims = replace(self._claims, switches={**self._claims.switches, **flipped})
        key = str(sorted(flipped.items()))
        if key not in self._conversations:
            system = InProcess(PARTS[self._role], claims)
            self._conversations[key] = Conversation(system, claims, f"PEER{len(self._conversations)}")
        conversation = self._conversations[key]
        yield conversation.begin()
        conversation.balance()
        conversation.end()

    def rest(self) -> None:
        """Listen a last time for late messages."""
        for conversation in self._conversations.values():
            conversation.rest()
