"""The priority queue: highest first, order of arrival among equals."""

import heapq
from typing import Generic, TypeVar

T = TypeVar("T")

LOWEST, HIGHEST = 0, 9


class PriorityQueue(Generic[T]):
    """What waits, each with a priority of 0 to 9 (PR-02, PR-04, PR-11). Equal priorities leave as they came."""

    def __init__(self) -> None:
        self._heap: list[tuple[int, int, T]] = []
        self._arrivals = 0

    def __len__(self) -> int:
        return len(self._heap)

    def put(self, item: T, priority: int) -> None:
        """Add an item. Raises ``ValueError`` for a priority that the queue does not have."""
        if not LOWEST <= priority <= HIGHEST:
            raise ValueError(f"priority {priority} is not between {LOWEST} and {HIGHEST}")
        heapq.heappush(self._heap, (-priority, self._arrivals, item))
        self._arrivals += 1

    def get(self) -> T:
        """Take the most urgent item. Raises ``IndexError`` where nothing waits."""
        return heapq.heappop(self._heap)[2]
