"""Whatever a system says, and however odd it is, the kit is never to blame for it."""

from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

import pytest

from ordertck.harness.bench import Conversation
from ordertck.harness.claims import Claims
from ordertck.harness.errors import Breach
from ordertck.harness.messages import KINDS, Edge, Message, replace
from ordertck.harness.plan import plan_of
from ordertck.harness.reference.landscape import PARTS, InProcess, MakePart
from ordertck.harness.runner.executor import execute
from ordertck.harness.tests.support import EDITION, claims_as, thinned
from ordertck.harness.verdicts import Blame

ODD: tuple[Any, ...] = (
    None, "", 0, 2.0, -1, True, 2**62, [], {}, ["x"], [{}], [[1]], {"a": 1}, "COMPLETE", "x" * 50, "é\n\x00",
)  # fmt: skip


def spoil_envelope(message: Message, draw: Random) -> Message:
    """The message as another kind, on another edge, about something else, or in answer to something else."""
    another: tuple[dict[str, Any], ...] = (
        {"kind": draw.choice(list(KINDS))},
        {"edge": draw.choice(list(Edge))},
        {"about": draw.choice(["", "x"])},
        {"re": draw.choice(["x", None])},
    )
    return replace(message, **draw.choice(another))


def spoil_body(message: Message, draw: Random) -> Message:
    """The message with a field left out or odd: of its body, of a line or a row, or the order that it is about."""
    body: dict[str, Any] = deepcopy(dict(message.body))
    within = [held for name in ("lines", "rows") for held in body.get(name, ()) if held]
    places = [held for held in (body, body.get("fields"), *within) if held]
    if places:
        place = draw.choice(places)
        name = "order" if draw.random() < 0.1 else draw.choice(list(place))
        place[name] = draw.choice(ODD)
        if draw.random() < 0.3:
            del place[name]
    return replace(message, body=body)


SPOILING: tuple[Callable[[Message, Random], Message], ...] = (spoil_envelope, spoil_body, spoil_body, spoil_body)


class Odd(InProcess):
    """The reference, which says every seventh message or so otherwise."""

    def __init__(self, make: MakePart, claims: Claims, draw: Random) -> None:
        super().__init__(make, claims)
        self._draw = draw

    def receive(self, patience: float) -> Message | None:
        heard = super().receive(patience)
        if heard is None or self._draw.random() > 0.15:
            return heard
        return self._draw.choice(SPOILING)(heard, self._draw)


@pytest.mark.parametrize("role", PARTS)
@pytest.mark.parametrize("seed", range(2))
def test_odd_messages(role: str, seed: int) -> None:
    """They are a breach, a stray or nothing: every example has a verdict, and none is blamed on the kit."""
    claims, draw = claims_as(role), Random(f"{role} {seed}")
    for example, _ in thinned(plan_of(claims), 3).ready:
        conversation = Conversation(Odd(PARTS[role], claims, draw), claims, "SODD")
        result = execute(example, conversation, EDITION.steps)
        assert result.blame is not Blame.KIT, f"{example.id}, {result.step}: {result.reason}"
        try:
            conversation.rest()
        except Breach:
            continue
