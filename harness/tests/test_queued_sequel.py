"""The scene of a sequel in which orders queue up: several things wait, and are told once the queue is open again."""

from dataclasses import replace

import pytest

from ordertck.harness.bench.sequel.scenes import Draw
from ordertck.harness.bench.sequel.submitted import in_the_queue
from ordertck.harness.tests.support import claims_as
from ordertck.harness.tests.tiny import Tiny, ordered, staged
from ordertck.harness.variation import Variation


@pytest.mark.parametrize("seed", range(1, 5))
def test_several_things_wait_in_the_queue(seed: int) -> None:
    claims = claims_as("integration")
    conversation, _ = staged(system := Tiny(), replace(claims, capabilities=frozenset({"holdable-intake"})))
    order = ordered(conversation)
    before = len(system.told)
    in_the_queue(conversation.stage, order, Draw(Variation(seed), "1"))
    held, *waiting, released = [message.kind for message in system.told[before:]]
    assert (held, released) == ("intake-hold", "intake-release")
    assert len(waiting) > 1
    assert set(waiting) <= {"order-submission", "cancel"}
