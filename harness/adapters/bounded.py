"""Calls to somebody else's code that cannot hang the kit."""

import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from ordertck.harness.errors import HungError, RaisedError

T = TypeVar("T")


class Bounded:
    """Makes calls one after the other, all in one thread of its own, each within a time limit."""

    def __init__(self) -> None:
        self._before = frozenset(threading.enumerate())
        self._calls: queue.SimpleQueue[Callable[[], Any] | None] = queue.SimpleQueue()
        self._outcomes: queue.SimpleQueue[tuple[Any, BaseException | None]] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()
        self.hung = False

    def call(self, function: Callable[[], T], seconds: float) -> T:
        """What the function returns. Raises ``RaisedError`` where it raises, ``HungError`` after ``seconds``."""
        if self.hung:
            raise HungError("an earlier call has not come back")
        self._calls.put(function)
        try:
            value, problem = self._outcomes.get(timeout=seconds)
        except queue.Empty:
            self.hung = True
            raise HungError(f"it has not come back after {seconds:g} s") from None
        except BaseException:  # a person's Ctrl-C
            self.hung = True  # the call goes on, and its outcome must not be taken for the next one's
            raise
        if problem is not None:
            raise RaisedError(problem) from problem
        result: T = value
        return result

    def done(self) -> None:
        """No further call will come."""
        self._calls.put(None)

    def left_running(self, seconds: float) -> list[str]:
        """The threads that the calls started and that would keep this process from ending, by name."""
        started = [t for t in threading.enumerate() if t not in self._before and t is not self._thread and not t.daemon]
        for thread in started:
            thread.join(seconds)
        return [thread.name for thread in started if thread.is_alive()]

    def _work(self) -> None:
        while (function := self._calls.get()) is not None:
            try:
                self._outcomes.put((function(), None))
            except BaseException as problem:
                self._outcomes.put((None, problem))
