"""Negatives: what must not come, watched on after its step has passed."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenNegative:
    """A negative that has held so far: ``broken`` must stay false until the kit gives the system a new cause."""

    broken: Callable[[], bool]
    expected: str
    seen: str
    causes: int


class Negatives:
    """The open negatives of one example. ``causes`` counts what the kit has given the system to act on.

    What comes breaks those that were open before it came; so does what a neighbour does later because of it.
    """

    def __init__(self, causes: Callable[[], int]) -> None:
        self._causes = causes
        self._open: list[OpenNegative] = []
        self._open_before: list[OpenNegative] | None = None
        self._broken: list[OpenNegative] = []

    def __bool__(self) -> bool:
        return bool(self._open)

    def watch(self, broken: Callable[[], bool], expected: str, seen: str) -> None:
        """Watch from now on what has not come so far."""
        self._open.append(OpenNegative(broken, expected, seen, self._causes()))

    def drop_stale(self) -> None:
        """Forget those of which the kit itself has ended the time, by a new cause."""
        causes = self._causes()
        self._open = [negative for negative in self._open if negative.causes == causes]

    def clear(self) -> None:
        """Forget them all."""
        self._open.clear()

    def broken_when(self, taken: Callable[[], None]) -> list[OpenNegative]:
        """Have a message taken; those that it breaks."""
        self.drop_stale()
        self._open_before = before = self._open
        try:
            taken()
        finally:
            self._open_before = None
        return self._broken_of(before)

    def broken_later(self, errand: Callable[[], None]) -> Callable[[], list[OpenNegative]]:
        """An errand of a neighbour to do later; what that breaks was broken by the message that asked for it."""
        before = self._open if self._open_before is None else self._open_before

        def run() -> list[OpenNegative]:
            errand()
            return self._broken_of(before)

        return run

    def _broken_of(self, negatives: list[OpenNegative]) -> list[OpenNegative]:
        """Those of some negatives that are broken now, each once."""
        if not negatives:
            return []
        broken = [negative for negative in negatives if negative not in self._broken and negative.broken()]
        self._broken += broken
        self._open = [negative for negative in self._open if negative not in broken]
        return broken
