"""The time by which an adapter is measured."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


def _wait(seconds: float) -> None:
    threading.Event().wait(seconds)


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the time in seconds, and lets some of it pass; a test gives it another time than the real one."""

    now: Callable[[], float] = perf_counter
    wait: Callable[[float], None] = _wait
