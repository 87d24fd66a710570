"""Stories: what is judged together, since it is about one customer, or one scenario of a run."""

from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ordertck.harness.audit.seen import Seen
from ordertck.harness.claims import Claims
from ordertck.harness.messages import Message
from ordertck.harness.messages.roles import KNOWN
from ordertck.harness.oracle import Crossing, Objection, Oracle, Rest

_ADDS = frozenset({"Add", "add", "do"})
# The ids of so many messages are remembered to know a message again that is sent once more.
_REMEMBERED = 2_000


@dataclass(frozen=True, slots=True)
class Breach:
    """An objection, and in which role of which customer's story, or scenario's, it was raised."""

    role: str
    story: str
    objection: Objection


@dataclass(slots=True)
class Story:
    """One customer's messages as one role sees them. ``unknown`` says why it cannot be judged, empty where it can."""

    name: str
    oracle: Oracle
    orders: set[str] = field(default_factory=set)
    assets: set[str] = field(default_factory=set)
    ids: OrderedDict[str, None] = field(default_factory=OrderedDict)
    unknown: str = ""
    line: int = 0
    at: datetime | None = None

    def is_repeated(self, message: Message) -> bool:
        """Whether the system sends a message once more under the id that it had: that is the same message."""
        if message.id in self.ids:
            return True
        self.ids[message.id] = None
        if len(self.ids) > _REMEMBERED:
            self.ids.popitem(last=False)
        return False


class Stories:
    """The stories of one role, dropped when nothing came for ``settle``, judged at rest before that.

    A log begins in the middle: an order whose beginning it does not have, or that is about an asset that came about
    before it, cannot be judged, and with it the rest of the customer's story. ``unknown`` counts these by their reason,
    ``open`` those that the log breaks off, ``most`` is how many were in memory at once. ``whole`` is for the scenarios
    of the kit, which begin with nothing.
    """

    def __init__(self, role: str, claims: Claims, settle: timedelta | None = None, whole: bool = False) -> None:
        self.role, self.claims = role, claims
        self.looked_at: Counter[str] = Counter()
        self.unknown: Counter[str] = Counter()
        self.judged = self.open = self.most = 0
        self._settle, self._whole = settle, whole
        self._stories: OrderedDict[str, Story] = OrderedDict()
        self._of_order: dict[str, str] = {}

    def cross(self, seen: Seen, told: bool) -> Iterator[Breach]:
        """A message crosses an edge of the role; what is objected to in it, and in what has come to rest by then."""
        yield from self._settled(seen.at)
        story = self._story(seen)
        if story is None:
            self.unknown["messages that name no customer, and no order with one"] += 1
            return
        story.line, story.at = seen.line, seen.at
        if not (self._whole or story.unknown):
            story.unknown = self._unknown(story, seen.message)
        if story.unknown or (not told and story.is_repeated(seen.message)):
            return
        yield from self._breaches(story, story.oracle.cross(Crossing(seen.line, told, seen.message, seen.at)))

    def rest(self, world: str) -> Iterator[Breach]:
        """A story has come to rest."""
        story = self._stories.get(world)
        if story is not None and story.at is not None and not story.unknown:
            yield from self._breaches(story, story.oracle.rest(Rest(story.line, story.at)))

    def drop(self, world: str) -> None:
        """Nothing more is to come of a story: what was kept of it is forgotten."""
        story = self._stories.pop(world, None)
        if story is None:
            return
        for order in story.orders:
            self._of_order.pop(order, None)
        if story.unknown:
            self.unknown[story.unknown] += 1
        else:
            self.judged += 1
            self.looked_at.update(story.oracle.looked_at)

    def close(self, at: datetime | None) -> Iterator[Breach]:
        """The log is over: what came to rest in time is judged at rest, the rest is left open."""
        if at is not None:
            yield from self._settled(at)
        for world in list(self._stories):
            self.open += not (self._whole or self._stories[world].unknown)
            self.drop(world)

    def _settled(self, now: datetime) -> Iterator[Breach]:
        while self._settle is not None and self._stories:
            name, story = next(iter(self._stories.items()))
            if story.at is None or now - story.at < self._settle:
                return
            yield from self.rest(name)
            self.drop(name)

    def _story(self, seen: Seen) -> Story | None:
        body = seen.message.body
        order = str(body.get("order") or "")
        name = seen.world or body.get("account") or self._of_order.get(order) or ""
        if not name:
            return None
        if name not in self._stories:
            self._stories[name] = Story(name, Oracle(self.role, self.claims))
            self.most = max(self.most, len(self._stories))
        self._stories.move_to_end(name)
        if order:
            self._of_order[order] = name
        return self._stories[name]

    def _unknown(self, story: Story, message: Message) -> str:
        """Why what the log has of a story does not suffice; empty where it does, and what begins is noted."""
        body = message.body
        order = body.get("order")
        if order is None:
            return ""
        if message.kind == KNOWN[self.role].begins:
            story.orders.add(order)
            for line in body.get("lines", ()):
                asset = line.get("asset") or line.get("line") or line["id"]
                if line.get("action", line.get("effect")) not in _ADDS and not {asset, line.get("line")} & story.assets:
                    return "customers with an order about an asset that came about before the log"
                story.assets.add(asset)
            return ""
        return "" if order in story.orders else "customers with an order that began before the log"

    def _breaches(self, story: Story, objections: Iterable[Objection]) -> Iterator[Breach]:
        return (Breach(self.role, story.name, objection) for objection in objections)


def reasons(stories: Iterable[Stories]) -> Mapping[str, int]:
    """What could not be judged, by the reason."""
    counted: Counter[str] = Counter()
    for each in stories:
        for reason, times in each.unknown.items():
            counted[f"{each.role}: {reason}"] += times
    return counted
