"""Waiting: what ends it, what prolongs it, and that nothing holds the kit for ever; in a time of the tests' own."""

from collections.abc import Iterable
from itertools import chain, count, repeat

import pytest

from ordertck.harness.bench.listening import Concern, Listening
from ordertck.harness.claims import Timing
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Edge, Message

TICK = Message("m", "order-update", Edge.CRM, {"order": "O", "status": "OPEN"}, "O")
TIMING = Timing(patience=8.0, quiet=4.0)
MINE, EARLIER, OTHERS = Concern.CURRENT, Concern.EARLIER, Concern.NOBODY


class System:
    """Says something after so many seconds, of this concern or that; then nothing more."""

    def __init__(self, *says: tuple[float, Concern], then: Iterable[tuple[float, Concern]] = ()) -> None:
        self._says = chain(says, then)
        self._next: tuple[float, Concern] | None = None
        self.now = 1000.0
        self.patience: list[float] = []
        self.taken: list[Concern] = []

    def receive(self, patience: float) -> Message | None:
        self.patience.append(patience)
        self._next = self._next or next(self._says, None)
        if self._next is None or self._next[0] > patience:
            self.now += patience
            return None
        self.now += self._next[0]
        return TICK

    def take(self, _: Message) -> Concern:
        assert self._next
        self.taken.append(self._next[1])
        self._next = None
        return self.taken[-1]

    def listening(self, timing: Timing = TIMING) -> Listening:
        return Listening(self.receive, self.take, timing, lambda: self.now)


def test_what_holds_already_is_not_waited_for() -> None:
    system = System((1, MINE))
    assert system.listening().until(lambda: True)
    assert system.patience == []


def test_listening_ends_with_the_message_that_was_waited_for() -> None:
    system = System((1, MINE), (1, MINE), (1, MINE))
    assert system.listening().until(lambda: len(system.taken) == 2)
    assert len(system.taken) == 2


def test_each_message_of_ours_is_waited_for_with_the_whole_patience() -> None:
    """Seven seconds, then six: neither is more than the patience, though together they are."""
    system = System((7, MINE), (6, EARLIER), (9, MINE))
    assert not system.listening().until(lambda: len(system.taken) == 3)
    assert system.patience == [8, 8, 8]


def test_other_peoples_messages_do_not_prolong_a_wait() -> None:
    system = System((3, OTHERS), (4, OTHERS), (2, MINE))
    assert not system.listening().until(lambda: MINE in system.taken)
    assert system.patience == [8, 5, 1]


def test_quiet_and_the_last_wait_have_their_own_length() -> None:
    system = System((3, MINE))
    system.listening().out()
    system.listening().last()
    assert (system.taken, system.patience) == ([MINE], [4, 4, 8])


def test_a_system_that_talks_slowly_for_ever_is_given_up_in_time() -> None:
    """After its quiet and twenty times its patience, however few messages these were."""
    system = System(then=repeat((2, MINE)))
    listening = system.listening()
    with pytest.raises(Breach) as breach:
        listening.out()
    assert breach.value.seen == "messages without end"
    assert system.now == 1000 + 4 + 20 * 8 + 2
    assert listening.floods == 1


def test_a_system_that_asks_anew_whenever_it_was_answered_is_given_up() -> None:
    """Each wait comes to its end, and yet the example would have none; the next example counts anew."""
    system = System(then=chain.from_iterable(repeat(((0, MINE), (9, MINE)))))
    listening = system.listening()
    for _ in range(2):
        listening.begins()
        with pytest.raises(Breach, match="messages without end"):
            for _ in range(2_000):
                listening.disturbed()
                listening.out()
    assert listening.floods == 2


def test_a_system_that_talks_fast_for_ever_is_given_up_by_count() -> None:
    system = System(then=repeat((0, MINE)))
    with pytest.raises(Breach):
        system.listening().out()
    assert len(system.taken) == 10_000


def test_neighbours_do_their_part_while_others_are_spoken_of() -> None:
    """After a quiet in which nothing of ours has come, though the system never falls silent."""
    system, ticks, done = System(then=repeat((0, OTHERS))), count(1000.0), []
    given_up: list[str] = []
    listening = Listening(system.receive, system.take, TIMING, lambda: next(ticks), lambda: given_up.append("once"))
    listening.errands.append(lambda: done.append(len(system.taken)))
    assert listening.until(lambda: bool(done))
    assert done == [TIMING.quiet + 1]
    assert given_up == ["once"]


def test_other_peoples_flood_is_not_this_systems_breach() -> None:
    """It is counted, and ends the wait by count or a patience after its time."""
    for says in (0, 2):
        system = System((0, MINE), then=repeat((says, OTHERS)))
        listening = system.listening()
        listening.out()
        assert listening.floods == (says == 0)
    assert system.now <= 1000 + 4 + 8 + 2


def test_several_things_that_must_not_come_wait_through_one_silence() -> None:
    """A system at rest that was told nothing since is at rest; what has come all the same is taken."""
    system = System((1, MINE), (5, MINE), (0, MINE))
    listening = system.listening()
    listening.out()
    assert system.taken == [MINE]
    assert system.now == 1005
    system.now += 4
    listening.out()
    assert (system.now, system.patience[2:]) == (1009, [0.0])


def test_a_message_after_the_silence_is_waited_behind_anew() -> None:
    """Whoever spoke again may go on: the silence counts from there."""
    system = System((5, MINE), (0, MINE), (3, MINE))
    listening = system.listening()
    listening.out()
    assert system.taken == []
    listening.until(lambda: bool(system.taken))
    listening.out()
    assert system.taken == [MINE, MINE, MINE]


def test_a_system_that_was_told_something_is_waited_for_anew() -> None:
    system = System((5, MINE), (2, MINE))
    listening = system.listening()
    listening.out()
    listening.until(lambda: bool(system.taken))
    listening.out()
    before = len(system.patience)
    listening.out()
    assert system.patience[before:] == [0.0]
    listening.disturbed()
    listening.out()
    assert system.patience[before + 1 :] == [4.0]
