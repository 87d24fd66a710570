"""All waiting: how long a message may take, when silence counts, what is too much."""

from collections import deque
from collections.abc import Callable
from enum import Enum
from time import monotonic

from ordertck.harness.claims import Timing
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Message

# A system that has not come to rest after so many messages in one wait, or so many times its patience, never will.
_MOST_MESSAGES = 10_000
_MOST_PATIENCE = 20
# What it says of others is let pass for as long as a wait may take, unless it is a torrent.
_MOST_OF_OTHERS = 100_000
# Neighbours that do what they are asked may be asked for ever: so often does nobody come to rest after one act.
_MOST_RESTS = 300


class Concern(Enum):
    """What a message is about: the example that is running, an earlier one of the session, or nothing of ours."""

    CURRENT = "current"
    EARLIER = "earlier"
    NOBODY = "nobody"


class Listening:
    """Takes messages from the system and gives each to ``take``, until what is waited for holds.

    Other people's traffic on the same system neither prolongs a wait nor breaks anything. ``errands`` are what the
    neighbours have still to do: they do it when the system has nothing more to say for the moment, so that a system
    that does not wait for them is seen not to. ``floods`` counts the waits that nothing but the kit's own limit brought
    to an end. ``says_when_idle`` is whether the system itself ended the last wait that came to nothing: it knew that
    nothing could come. ``clock`` tells the time in seconds; ``given_up`` is called where a wait ends as if nothing had
    come, though others are still spoken of.

    A system that came to rest and was given no cause to speak since is at rest still: several things that must not
    come wait through one silence. What comes all the same is late, and breaks the negatives that took it for silent.
    """

    def __init__(
        self,
        receive: Callable[[float], Message | None],
        take: Callable[[Message], Concern],
        timing: Timing,
        clock: Callable[[], float] = monotonic,
        given_up: Callable[[], None] = lambda: None,
    ) -> None:
        self.floods = 0
        self.says_when_idle = False
        self.errands: deque[Callable[[], None]] = deque()
        self._receive, self._take, self._timing, self._clock = receive, take, timing, clock
        self._given_up = given_up
        self._at_rest = False
        self._rests = 0

    def begins(self) -> None:
        """An example begins, or somebody wants something: how often the system comes to rest is counted anew."""
        self._rests = 0

    def disturbed(self) -> None:
        """The system was given something to act on: what it is silent about from now on has to be waited for anew."""
        self._at_rest = False

    @property
    def at_rest(self) -> bool:
        """Whether the system came to rest, and was told and has said nothing since."""
        return self._at_rest and not self.errands

    def rests_still(self) -> None:
        """What the system was told and has said since it came to rest was a question and its answer, and no more."""
        self._at_rest = True

    def until(self, condition: Callable[[], bool]) -> bool:
        """Listen until the condition holds; False once nothing has come for ``patience`` seconds."""
        return condition() or self._listen(self._timing.patience, condition)

    def out(self) -> None:
        """Listen until ``quiet`` seconds have passed in silence; what came to rest and was told nothing is at rest."""
        if self._at_rest and not self.errands:
            self.what_is_there()
        if not self._at_rest or self.errands:
            self._listen(self._timing.quiet, lambda: False)
            self._at_rest = True
            self._rests += 1
            if self._rests > _MOST_RESTS:
                self.floods += 1
                raise Breach("a system that comes to rest", "messages without end")

    def last(self) -> None:
        """Listen once more for a whole ``patience``, at the end of a run."""
        self._listen(self._timing.patience, lambda: False)

    def what_is_there(self) -> None:
        """Take what has come already, without waiting for more."""
        self._listen(0.0, lambda: False)

    def _listen(self, patience: float, enough: Callable[[], bool]) -> bool:
        now = self._clock()
        over, end = now + patience, now + patience + _MOST_PATIENCE * self._timing.patience
        ours = others = 0
        latest = now
        while ours < _MOST_MESSAGES and others < _MOST_OF_OTHERS and now <= end:
            concern = self._next(over - now)
            if concern is None:
                if patience:
                    self.says_when_idle = over - self._clock() > patience / 2
                return enough()
            self._at_rest = self._at_rest and concern is Concern.NOBODY
            if enough():
                return True
            now = self._clock()
            if concern is Concern.NOBODY and self.errands and now > latest + self._timing.quiet:
                self._given_up()  # as far as these orders go, the system has nothing more to say for the moment
                concern = self._run_errands()
            ours += concern is Concern.CURRENT
            others += concern is not Concern.CURRENT
            if concern is not Concern.NOBODY:
                over, latest = now + patience, now
            elif now > over + self._timing.patience:
                self._given_up()  # nothing of ours has come in time; what is said of others goes on without end
                return False
        self.floods += 1
        if ours > others:
            raise Breach("a system that comes to rest", "messages without end")
        return enough()

    def _next(self, patience: float) -> Concern | None:
        """Whom the next message concerns, or the next errand where none has come; None where there is neither."""
        message = self._receive(0.0 if self.errands else max(0.0, patience))
        if message is not None:
            return self._take(message)
        return self._run_errands() if self.errands else None

    def _run_errands(self) -> Concern:
        for _ in range(len(self.errands)):
            self.errands.popleft()()
        return Concern.CURRENT
