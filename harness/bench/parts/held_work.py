"""Work on lines that a neighbour was asked for: done at once, or kept back for as long as it holds its work."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.directory import Directory
from ordertck.harness.messages import BillingLine, NetworkLine, ProvisioningLine

LineT = TypeVar("LineT", BillingLine, ProvisioningLine, NetworkLine)


@dataclass(frozen=True, slots=True)
class LineWork(Generic[LineT]):
    """Work on one line of an order, by its number, and the id of the message that asked for it."""

    message: str
    order: str
    line: LineT


WorkT = TypeVar("WorkT", bound=LineWork[Any])


class HoldsWork(ABC, Generic[WorkT]):
    """A neighbour that keeps work back while it ``holds``; ``held`` is that work, in the order in which it came."""

    def __init__(self, directory: Directory, channel: Channel) -> None:
        self._directory, self._channel = directory, channel
        self.holds = False
        self.held: list[WorkT] = []

    def holding(self, order: str, key: str | None = None) -> bool:
        """Whether work for an order, or for one line of it (by its key), is held."""
        return any(self._is_for(work, order, key) for work in self.held)

    def complete(self, order: str, key: str | None = None) -> int:
        """Finish the work held for an order, or for one line of it (by its key); how many lines' work that was."""
        ready = self._let_go(lambda work: self._is_for(work, order, key))
        self._finish_all(ready)
        return len(ready)

    def release(self) -> None:
        """Hold nothing any more and finish all that was held."""
        self.holds = False
        self._finish_all(self._let_go(lambda _: True))

    def _let_go(self, which: Callable[[WorkT], bool]) -> list[WorkT]:
        """Such work, which is held no longer and not finished yet: what it leads to may be held in its place."""
        ready = [work for work in self.held if which(work)]
        self.held = [work for work in self.held if work not in ready]
        return ready

    def _finish_all(self, ready: list[WorkT]) -> None:
        for work in ready:
            self._finish(work)

    @abstractmethod
    def _finish(self, work: WorkT) -> None:
        """Do what was asked for, or fail to, and report it."""

    def _is_for(self, work: WorkT, order: str, key: str | None) -> bool:
        return work.order == order and key in (None, self._key(work.line))

    def _key(self, line: BillingLine | NetworkLine | ProvisioningLine) -> str:
        """A line's key, whoever's id names it."""
        return self._directory.line_key(line.line)
