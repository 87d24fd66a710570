"""What the order system is told once it is back: orders may go before news that came before them."""

from collections.abc import Callable

from ordertck.harness.messages import Edge, Message
from ordertck.harness.proof.registry import permitted
from ordertck.harness.reference.integration import Integration
from ordertck.harness.reference.integration.submission_queue import SubmissionQueue


class _BehindNews(SubmissionQueue):
    """Gives those last that build on something of which ``untold`` news has to be handed over before."""

    def __init__(self, goes_after: Callable[[Message], list[str]]) -> None:
        super().__init__(goes_after)
        self.untold: dict[str, int] = {}
        self.came: dict[str, int] = {}

    def awaits_news(self, message: Message) -> bool:
        """Whether news came before an order of something that it builds on, and is not handed over yet."""
        came = self.came.get(message.id, 0)
        return any(self.untold.get(number, came) < came for number in self._goes_after(message))

    def get(self) -> Message:
        ready = [place for place in range(len(self.waiting)) if self._has_its_turn(place)]
        return self.waiting.pop(max(ready, key=self._rank))[1]

    def _rank(self, place: int) -> tuple[bool, int]:
        priority, message = self.waiting[place]
        return not self.awaits_news(message), priority


@permitted("integration")
class HandsNewsOverBehindOrders(Integration):
    """Hands orders over first when the order system is back, then news, and then what builds on what that is of."""

    def prepare(self) -> None:
        super().prepare()
        self.queue: _BehindNews = _BehindNews(self.goes_after)
        self.news: list[Message] = []

    def handle(self, message: Message) -> list[Message]:
        came = self.queue.came
        came.setdefault(message.id, len(came))
        told = super().handle(message)
        came.update({kept.id: len(came) for kept in self.away.get(Edge.OMS, ()) if kept.id not in came})
        return told

    def bench_act(self, message: Message) -> None:
        if message.kind == "neighbour-back" and message.body["neighbour"] == Edge.OMS:
            self.news, self.away[Edge.OMS] = self.away.get(Edge.OMS, []), []
            for kept in self.news:
                self.queue.untold.setdefault(str(kept.body["order"]), self.queue.came.get(kept.id, 0))
        super().bench_act(message)
        self._tell_news()

    def hand_over(self, message: Message) -> None:
        if self.queue.awaits_news(message):
            self._tell_news()
        super().hand_over(message)

    def _tell_news(self) -> None:
        self.out += self.news
        self.news, self.queue.untold = [], {}
