"""The accounts of service order management: what was ordered of it, asked of the network, reported and told."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ordertck.harness.claims import Claims
from ordertck.harness.messages import Message
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.som.ledger import Ask, Ledger

_EVENTS = frozenset({"cancel", "suspend", "resume"})
FINISHED = frozenset({"COMPLETE", "CANCELLED"})


@dataclass(slots=True)
class Line:
    """A line as it is wanted now; ``effect`` is what it was ordered for at first, ``record`` where it was told last.

    ``said`` is the status that was told of it last, and ``ended`` the record of that where it is an end. ``steps`` are
    the steps that were done for it, ``milestones`` and ``data`` what was told, ``assigned`` what the network assigned.
    """

    id: str
    order: str
    asset: str
    product: str
    effect: str
    record: int
    site: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    wanted: bool = True
    parent: str | None = None
    said: str = ""
    ended: int = 0
    asked: int = 0
    steps: set[str] = field(default_factory=set)
    rested: int = 0
    milestones: dict[str, int] = field(default_factory=dict)
    data: dict[tuple[str, str], int] = field(default_factory=dict)
    news: int = 0
    assigned: dict[tuple[str, str], int] = field(default_factory=dict)
    failures: list[int] = field(default_factory=list)
    mended: int = 0
    undone: int = 0  # or done more than once
    mentions: int = 0
    faults: int = 0

    @property
    def quantity(self) -> int:
        """How many of the product are wanted."""
        said = self.attributes.get("quantity", "1")
        return int(said) if said.isdecimal() else 1

    @property
    def setting(self) -> dict[str, str]:
        """How they are to be set up."""
        return {name: value for name, value in self.attributes.items() if name != "quantity"}


@dataclass(slots=True)
class ServiceOrder:
    """A provisioning order: its ``lines`` by id, what befell it as a whole, and where it was told of last.

    ``late`` are the records of events that came when it was finished, ``faults`` how many were told of the whole order.
    """

    number: str
    record: int
    lines: dict[str, Line] = field(default_factory=dict)
    cancelled: int = 0
    suspended: int = 0
    rests: int = 0
    late: list[int] = field(default_factory=list)
    events: int = 0
    faults: int = 0
    seen: set[str] = field(default_factory=set)

    @property
    def finished(self) -> bool:
        """Whether an end was told of every line."""
        return all(line.ended for line in self.lines.values())


class ServiceBook:
    """What service order management was told, and what it said, in one exchange."""

    def __init__(self, claims: Claims) -> None:
        self.catalogue, self.claims = claims.edition.catalogue, claims
        self.orders: dict[str, ServiceOrder] = {}
        self.lines: dict[str, Line] = {}
        self.by_asset: dict[str, dict[str, Line]] = {}
        self.ledger = Ledger()
        self.stopped = 0
        self.away = 0
        self.waiting: set[str] = set()
        self.incidents: dict[str, tuple[str, str | None, int]] = {}
        self.mended: set[str] = set()
        self.mended_lines: Counter[str] = Counter()
        self.added: set[str] = set()
        self.values: dict[str, dict[str, set[str]]] = {}

    # What comes by

    def note(self, crossing: Crossing) -> None:
        """Take a message down."""
        message, body = crossing.message, crossing.message.body
        match message.kind:
            case "stop":
                self.stopped = crossing.record
            case "start":
                self.stopped, self.waiting = 0, set()
            case "kill" | "restart":
                self.away = crossing.record if message.kind == "kill" else 0
            case "provisioning-order" if crossing.told:
                self._ordered(crossing.record, message)
            case "cancel" | "suspend" | "resume" if crossing.told:
                self._event(crossing.record, message)
            case "network-report":
                self._reported(crossing.record, message)
            case "network-order":
                for ask in self.asks(crossing):
                    self.ledger.ask(ask)
                    if (line := self.lines.get(ask.line)) is not None:
                        line.asked = crossing.record
            case "provisioning-update":
                self._told(crossing.record, body)
            case "fault":
                self._fault(crossing.record, body)
            case "fallout" if body["state"] == "resolved":
                self.mended.add(body["incident"])
                self.mended_lines[body.get("line") or self.incidents.get(body["incident"], ("", ""))[1] or ""] += 1

    def rest(self, rest: Rest) -> None:
        """Nothing is under way: what is suspended has been told so, and rests."""
        for order in self.orders.values():
            order.rests = rest.record if order.suspended else 0

    def asks(self, crossing: Crossing) -> Iterator[Ask]:
        """The steps that a network order asks for."""
        message = crossing.message
        for line in message.body["lines"]:
            known = self.lines.get(line["line"])
            asset = known.asset if known else line.get("asset") or line["line"]
            yield Ask(
                crossing.record,
                message.id,
                message.body["order"],
                line["line"],
                asset,
                line["step"],
                line["effect"],
                line.get("quantity", 1),
                line.get("site"),
                line.get("attributes", {}),
            )

    # What is known of orders and lines

    def about(self, asset: str) -> list[Line]:
        """The lines about an asset, in the order in which they were told first."""
        return list(self.by_asset.get(asset, {}).values())

    def is_new(self, message: Message) -> bool:
        """Whether a message from order management is none that came before."""
        order = self.orders.get(message.body["order"])
        return order is None or message.id not in order.seen

    def open_faults(self, line: str) -> bool:
        """Whether a line has a fault that is not mended."""
        return any(of == line and name not in self.mended for name, (_, of, _) in self.incidents.items())

    def is_doubtful(self, number: str) -> bool:
        """Whether nobody can say what comes of an order: it rests, or something of the whole of it has failed."""
        order = self.orders[number]
        return bool(order.suspended and not order.cancelled) or order.faults > len(order.late)

    def is_stuck(self, line: Line) -> bool:
        """Whether a line, or a component of it, failed and was not mended, or waits for one that did."""
        below = [other for other in self.orders[line.order].lines.values() if other.parent == line.id]
        return self._is_stuck(line) or any(map(self.is_stuck, below))

    def is_stuck_by_failure(self, line: Line) -> bool:
        """Whether a line about the same thing has failed and was not mended."""
        return any(self.open_faults(each.id) for each in self.about(line.asset))

    def _is_stuck(self, line: Line) -> bool:
        doubtful = any(self.is_doubtful(each.order) for each in self.about(line.asset))
        return doubtful or self.is_stuck_by_failure(line)

    # Keeping the accounts

    def _ordered(self, record: int, message: Message) -> None:
        body = message.body
        if not self.is_new(message):
            return
        order = self.orders.setdefault(body["order"], ServiceOrder(body["order"], record))
        order.seen.add(message.id)
        order.record = record
        for line in body["lines"]:
            self._line(order, record, line)
        if self.stopped:
            self.waiting |= {line["line"] for line in body["lines"]}

    def _line(self, order: ServiceOrder, record: int, said: Mapping[str, Any]) -> None:
        known = self.lines.get(said["line"])
        gone = known is not None and said["effect"] == "remove"
        asset = said.get("asset") or said["line"]
        if known is None:
            known = Line(said["line"], order.number, asset, said["product"], said["effect"], record)
            self.lines[known.id] = order.lines[known.id] = self.by_asset.setdefault(asset, {})[known.id] = known
            if said["effect"] == "add":
                self.added.add(asset)
        if asset != known.asset:
            self.by_asset[known.asset].pop(known.id)
            self.by_asset.setdefault(asset, {})[known.id] = known
        known.asset, known.site, known.parent = asset, said.get("site"), said.get("parent")
        for name, value in said.get("attributes", {}).items():
            self.values.setdefault(name, {}).setdefault(asset, set()).add(value)
        known.attributes = known.attributes if gone else said.get("attributes", {})
        known.wanted, known.record, known.ended = not gone, record, 0
        known.mentions += 1

    def _event(self, record: int, message: Message) -> None:
        order = self.orders.get(message.body["order"])
        if order is None or message.id in order.seen:
            return
        order.seen.add(message.id)
        order.events += 1
        if order.finished:
            order.late.append(record)
            return
        order.record = record
        match message.kind:
            case "cancel":
                order.cancelled = order.cancelled or record
            case "suspend":
                order.suspended = record
            case "resume":
                order.suspended = 0

    def _reported(self, record: int, message: Message) -> None:
        body = message.body
        if (order := self.orders.get(body["order"])) is not None:
            if message.id in order.seen:
                return
            order.seen.add(message.id)
        line = self.lines.get(body["line"])
        done = self.ledger.report(body["line"], body["step"], body["outcome"], body.get("call"))
        if line is None or done is None:
            return
        if body["outcome"] == "failed":
            line.failures.append(record)
            return
        line.mended = record if done.failed else line.mended
        if body["outcome"] == "undone":
            line.undone = record
        else:
            line.undone = record if body["step"] in line.steps else line.undone
            line.steps.add(body["step"])
            for name, value in body.get("attributes", {}).items():
                line.assigned[name, value] = record

    def _told(self, record: int, body: Mapping[str, Any]) -> None:
        line = self.lines.get(body["line"])
        if line is None:
            return
        line.news = record
        match body["sort"]:
            case "status":
                line.said = body["value"]
                line.rested = record if line.said == "SUSPENDED" else line.rested
                line.ended = record if line.said in FINISHED else 0
            case "milestone":
                line.milestones[body["value"]] = record
            case "data":
                line.data[body.get("attribute") or "", body["value"]] = record

    def _fault(self, record: int, body: Mapping[str, Any]) -> None:
        self.incidents[body["incident"]] = body["order"], body.get("line"), record
        self.mended.discard(body["incident"])
        if (line := self.lines.get(body.get("line") or "")) is not None:
            line.faults += 1
        elif (order := self.orders.get(body["order"])) is not None and not body.get("line"):
            order.faults += 1
