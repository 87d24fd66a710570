"""Integration layers that go wrong with one sort of message in one state of its order, or of the landscape."""

from ordertck.harness.messages import Edge, Message
from ordertck.harness.proof.systems.integration.remembering import Remembering


class Selective(Remembering):
    """Does something else with messages of one ``kind``, and of one ``sort`` where that is said, when they fit."""

    kind: str
    sort: str | None = None

    def prepare(self) -> None:
        super().prepare()
        self.stuck: set[str] = set()
        self.complete: set[str] = set()

    def handle(self, message: Message) -> list[Message]:
        mine = message.kind == self.kind and self.sort in (None, message.body.get("sort"))
        if mine and message.id not in self._seen and self.fits(message):
            return self.otherwise(message)
        out = super().handle(message)
        if message.kind == "fallout":
            self.stuck.add(message.body["order"])
        if message.body.get("status") == "COMPLETE":
            self.complete.add(message.body["order"])
        return out

    def fits(self, message: Message) -> bool:
        """Whether a message of the kind is one with which this layer goes wrong."""
        raise NotImplementedError

    def otherwise(self, message: Message) -> list[Message]:
        """What it does with such a message: it passes over it."""
        self._seen.add(message.id)
        return []


class TakingAgain(Selective):
    """Does not know such a message again when it is delivered a second time."""

    def otherwise(self, message: Message) -> list[Message]:
        out = super(Selective, self).handle(message)
        self._seen.discard(message.id)
        return out


class OfCancelledOrders(Selective):
    """The order is cancelled."""

    def fits(self, message: Message) -> bool:
        return message.body["order"] in self.cancelled


class OfStuckOrders(Selective):
    """A line of the order fell out."""

    def fits(self, message: Message) -> bool:
        return message.body["order"] in self.stuck


class OfCompleteOrders(Selective):
    """The order was told to be complete."""

    def fits(self, message: Message) -> bool:
        return message.body["order"] in self.complete


class OfRevisedOrders(Selective):
    """The order has more than one version."""

    def fits(self, message: Message) -> bool:
        return len(self.versions.get(message.body["order"], ())) > 1


class AfterABreakdown(Selective):
    """The layer broke down before."""

    def fits(self, _message: Message) -> bool:
        return self.broken_down


class WhileAway(Selective):
    """A neighbour cannot be reached."""

    away_is: Edge

    def fits(self, _message: Message) -> bool:
        return self.away_is in self.away


class WhileHeld(Selective):
    """The queue of orders is held."""

    def fits(self, _message: Message) -> bool:
        return self.held
