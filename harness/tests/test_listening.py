"""Waiting: what ends it, and that a system which never comes to rest does not hold the kit for ever."""

import threading
from collections.abc import Iterator

import pytest

from ordertck.harness.bench.listening import Listening
from ordertck.harness.claims import Timing
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Edge, Message

TICK = Message("m", "order-update", Edge.CRM, {"order": "O", "status": "OPEN"}, "O")
TIMING = Timing(patience=0.5, quiet=0.25)


class Told:
    """Hands out some messages, and notes how patiently each was waited for."""

    def __init__(self, *messages: Message | None) -> None:
        self._messages: Iterator[Message | None] = iter(messages)
        self.patience: list[float] = []
        self.taken: list[Message] = []

    def receive(self, patience: float) -> Message | None:
        self.patience.append(patience)
        return next(self._messages, None)

    def listening(self, timing: Timing = TIMING) -> Listening:
        return Listening(self.receive, self.taken.append, timing)


def test_what_holds_already_is_not_waited_for() -> None:
    told = Told(TICK)
    assert told.listening().until(lambda: True)
    assert told.patience == []


def test_listening_ends_with_the_message_that_was_waited_for() -> None:
    told = Told(TICK, TICK, TICK)
    assert told.listening().until(lambda: len(told.taken) == 2)
    assert told.patience == [0.5, 0.5]


def test_after_a_whole_patience_of_silence_nothing_is_waited_for_any_more() -> None:
    told = Told(TICK, None)
    assert not told.listening().until(lambda: len(told.taken) == 2)
    assert told.taken == [TICK]


def test_quiet_and_the_last_wait_have_their_own_length() -> None:
    """Everything that comes before the silence is taken."""
    told = Told(TICK, None, TICK, None)
    told.listening().out()
    told.listening().last()
    assert (told.taken, told.patience) == ([TICK, TICK], [0.25, 0.25, 0.5, 0.5])


def test_a_system_that_talks_slowly_for_ever_is_given_up_in_time() -> None:
    """Long before the number of messages would tell: a message a millisecond, and twenty times the patience."""
    told = 0

    def receive(_: float) -> Message:
        nonlocal told
        told += 1
        assert told < 10_000, "nobody looks at the time"
        threading.Event().wait(0.001)
        return TICK

    with pytest.raises(Breach) as breach:
        Listening(receive, lambda _: None, Timing(patience=0.001, quiet=0.001)).out()
    assert breach.value.seen == "messages without end"
    assert told >= 2


def test_a_system_that_talks_fast_for_ever_is_given_up_by_count() -> None:
    """However much patience was claimed."""
    told = 0

    def receive(_: float) -> Message:
        nonlocal told
        told += 1
        return TICK

    with pytest.raises(Breach):
        Listening(receive, lambda _: None, Timing(patience=10_000.0)).out()
    assert told == 100_000
