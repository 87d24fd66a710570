"""What breaks on the way to a system: an example's first exchange, which is made once more, or the way for good."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ordertck.harness.text import several
from ordertck.harness.verdicts import BrokenOff

# Given up for good after so many times in a row that the system could not be reached, or hung,
_MOST_FAILURES = 3
# or broke in whatever way.
_MOST_BREAKS = 25
# So many examples are named.
_MOST_NAMED = 3


class Trouble:
    """How often in a row the way to a system broke. ``is_over`` says that it is given up, for this ``problem``."""

    def __init__(self) -> None:
        self._failures = self._breaks = 0
        self.problem = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more is tried."""
        return self._failures >= _MOST_FAILURES

    def none(self) -> None:
        """An example came to its end."""
        self._failures = self._breaks = 0

    def unreachable(self, problem: str) -> None:
        """The system could not be reached."""
        self._failures += 1
        self.problem = problem

    def broke(self, problem: str, hung: bool) -> None:
        """It broke in an example, perhaps because it did not answer in time."""
        self._breaks += 1
        if self._breaks >= _MOST_BREAKS:
            self._failures, self.problem = _MOST_FAILURES, problem
        elif hung:
            self.unreachable(problem)


@contextmanager
def nobody_waits(_: str) -> Iterator[None]:
    """An example is examined by itself where each session has a way of its own anyway."""
    yield


def remarks_on(broken_off: Sequence[BrokenOff]) -> Iterator[str]:
    """What is said of examples that were examined once more."""
    if not broken_off:
        return
    told = [f"{each.example}: {each.reason}" for each in broken_off[:_MOST_NAMED]]
    more = f"; and {len(broken_off) - _MOST_NAMED} more" if len(broken_off) > _MOST_NAMED else ""
    how_many = several(len(broken_off), "example")
    yield f"the exchange broke off in {how_many}, examined once more, each in a fresh session ({'; '.join(told)}{more})"
