"""Waiting: orders that may not be started yet, until a date comes or lines of other orders are complete."""

import heapq
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class _Hold(Generic[T]):
    item: T
    date: datetime | None
    lines: set[str] = field(default_factory=set)


class WaitingRoom(Generic[T]):
    """What waits costs nothing until the date comes or the line completes that it waits for (FD-04, FO-04)."""

    def __init__(self) -> None:
        self._dates: list[tuple[datetime, int, _Hold[T]]] = []
        self._lines: dict[str, list[_Hold[T]]] = {}
        self._count = 0

    def enter(self, item: T, date: datetime | None, lines: Collection[str]) -> bool:
        """Let an item wait for a date and for lines, by id; False where there is nothing to wait for."""
        if date is None and not lines:
            return False
        hold = _Hold(item, date, set(lines))
        if date is not None:
            self._count += 1
            heapq.heappush(self._dates, (date, self._count, hold))
        for line in lines:
            self._lines.setdefault(line, []).append(hold)
        return True

    def time_comes(self, now: datetime) -> list[T]:
        """The items that have nothing more to wait for now that it is this late, earliest date first."""
        ready = []
        while self._dates and self._dates[0][0] <= now:
            hold = heapq.heappop(self._dates)[2]
            hold.date = None
            if not hold.lines:
                ready.append(hold.item)
        return ready

    def line_completes(self, line: str) -> list[T]:
        """The items that have nothing more to wait for now that this line is complete."""
        ready = []
        for hold in self._lines.pop(line, ()):
            hold.lines.discard(line)
            if not hold.lines and hold.date is None:
                ready.append(hold.item)
        return ready

    def waiting_for(self, line: str) -> list[T]:
        """The items that wait for a line."""
        return [hold.item for hold in self._lines.get(line, ())]
