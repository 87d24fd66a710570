"""The intake: orders that wait to be handed over, most urgent first, none before what it builds on."""

from collections.abc import Callable

from ordertck.harness.messages import Message


class SubmissionQueue:
    """What is on the submission queue. Equal priorities leave as they came (PR-02).

    An order leaves after those that came before it and that it goes after, however urgent it is (PR-05);
    ``goes_after`` gives the numbers of these. ``waiting`` is what waits, with its priority, in the order of arrival.
    """

    def __init__(self, goes_after: Callable[[Message], list[str]]) -> None:
        self._goes_after = goes_after
        self.waiting: list[tuple[int, Message]] = []

    def __len__(self) -> int:
        return len(self.waiting)

    def put(self, message: Message, priority: int) -> None:
        """Add an order, or a cancel of one."""
        self.waiting.append((priority, message))

    def get(self) -> Message:
        """Take the most urgent of those whose turn has come. Raises ``ValueError`` where nothing waits."""
        ready = [place for place in range(len(self.waiting)) if self._has_its_turn(place)]
        best = max(ready, key=lambda place: self.waiting[place][0])
        return self.waiting.pop(best)[1]

    def _has_its_turn(self, place: int) -> bool:
        after = self._goes_after(self.waiting[place][1])
        return all(earlier.body["order"] not in after for _, earlier in self.waiting[:place])
