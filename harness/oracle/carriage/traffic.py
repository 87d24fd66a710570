"""What crossed the edges of an integration layer in one example, and what is to be said of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ordertck.harness.messages import Edge, Message


class Complaint(NamedTuple):
    """What should have been, and what was seen instead; ``about`` is what it is about, the same for all of a sort."""

    expected: str
    seen: str
    about: str = ""


@dataclass(slots=True)
class Traffic:
    """Messages in the order in which they crossed: ``told`` by the kit, redeliveries among them, and ``heard``.

    ``knows_again`` says that the layer claims to know a message that it was given before by its id. ``strange`` are the
    numbers of orders that a neighbour spoke of and nobody submitted: what a layer makes of that is its own affair.
    """

    knows_again: bool
    told: list[Message] = field(default_factory=list)
    heard: list[Message] = field(default_factory=list)
    strange: set[str] = field(default_factory=set)

    def given(self, edge: Edge, *kinds: str) -> list[Message]:
        """What the layer was given at an edge; a redelivery counts once where the layer knows it again."""
        sent = self._among(self.told, edge, kinds)
        return list({message.id: message for message in sent}.values()) if self.knows_again else sent

    def once(self, edge: Edge, *kinds: str) -> list[Message]:
        """What the layer was given at an edge, redeliveries left out."""
        return list({message.id: message for message in self._among(self.told, edge, kinds)}.values())

    def handed_over(self, edge: Edge, *kinds: str) -> list[Message]:
        """What came from the layer at an edge."""
        return self._among(self.heard, edge, kinds)

    def _among(self, messages: list[Message], edge: Edge, kinds: tuple[str, ...]) -> list[Message]:
        there = [message for message in messages if message.edge is edge and message.kind in kinds]
        return [message for message in there if _order(message) not in self.strange] if self.strange else there

    @property
    def held(self) -> bool:
        """Whether what is queued is to stay in the queue."""
        acts = [message.kind for message in self.told if message.kind in ("intake-hold", "intake-release")]
        return bool(acts) and acts[-1] == "intake-hold"


@dataclass(slots=True)
class Notices:
    """Refusals, faults and fallouts of the layer's own making, which something has to explain."""

    own: list[Message]
    explained: set[str] = field(default_factory=set)

    def about(self, order: str, line: str | None = None) -> bool:
        """Whether one is about an order, or about one line of it; those that are count as explained."""
        found = [m for m in self.own if _order(m) == order and (line is None or _line(m) in (line, ""))]
        self.explained |= {message.id for message in found}
        return bool(found)

    def number(self, order: str) -> int:
        """How many there are about an order, each of which explains one version that was not handed over."""
        self.about(order)
        return sum(1 for message in self.own if _order(message) == order)

    def unexplained(self) -> Iterator[Message]:
        """Those that nothing explained."""
        return (message for message in self.own if message.id not in self.explained)


def _order(message: Message) -> str:
    return str(message.body.get("order", ""))


def _line(message: Message) -> str:
    return str(message.body.get("line") or "")


def first(complaints: Iterable[Complaint]) -> Complaint | None:
    """The first complaint; None where there is none."""
    return next(iter(complaints), None)


def about(what: str, complaints: Iterable[Complaint]) -> Iterator[Complaint]:
    """Complaints, each said to be about something."""
    return (Complaint(each.expected, each.seen, each.about or what) for each in complaints)
