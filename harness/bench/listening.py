"""All waiting: how long a message may take, when silence counts, what is too much."""

from collections.abc import Callable
from time import monotonic

from ordertck.harness.claims import Timing
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Message

# A system that has not come to rest after so many messages, or so many times its patience, never will.
_MOST_MESSAGES = 100_000
_MOST_PATIENCE = 20


class Listening:
    """Takes messages from the system and gives each to ``take``, until what is waited for holds."""

    def __init__(
        self, receive: Callable[[float], Message | None], take: Callable[[Message], None], timing: Timing
    ) -> None:
        self._receive, self._take, self._timing = receive, take, timing

    def until(self, condition: Callable[[], bool]) -> bool:
        """Listen until the condition holds; False once nothing has come for ``patience`` seconds."""
        return condition() or self._listen(self._timing.patience, condition)

    def out(self) -> None:
        """Listen until ``quiet`` seconds have passed in silence."""
        self._listen(self._timing.quiet, lambda: False)

    def last(self) -> None:
        """Listen once more for a whole ``patience``, at the end of a run."""
        self._listen(self._timing.patience, lambda: False)

    def _listen(self, patience: float, enough: Callable[[], bool]) -> bool:
        end = monotonic() + patience + _MOST_PATIENCE * self._timing.patience
        for _ in range(_MOST_MESSAGES):
            message = self._receive(patience)
            if message is None:
                return enough()
            self._take(message)
            if enough():
                return True
            if monotonic() > end:
                break
        raise Breach("a system that comes to rest", "messages without end")
