"""The accounts of service order management: what was ordered of it, asked of the network, reported and told."""

from collections.abc import Iterator, Mapping
from typing import Any

from ordertck.harness.messages import CHANGE, UNDO, Message, Status
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.som.already import is_so_already
from ordertck.harness.oracle.som.demand import FINISHED, Line, ServiceOrder, is_doubled
from ordertck.harness.oracle.som.known import Known
from ordertck.harness.oracle.som.ledger import Ask, asked_in


class ServiceBook(Known):
    """What service order management was told, and what it said, in one exchange."""

    # What comes by

    def called(self, crossing: Crossing) -> str:
        """The kind of a message."""
        return crossing.message.kind

    def note(self, crossing: Crossing) -> None:
        """Take a message down."""
        message, body = crossing.message, crossing.message.body
        match message.kind:
            case "stop" | "start" | "kill" | "restart":
                self._bench(crossing.record, message.kind)
            case "provisioning-order" | "cancel" | "suspend" | "resume" if crossing.told:
                self._wanted(crossing.record, message)
            case "network-report":
                self._reported(crossing.record, message)
            case "network-order":
                for ask in self.asks(crossing):
                    self.found.ask(ask, ask.order in self.orders)
                    self.ledger.ask(ask)
                    if (line := self.lines.get(ask.line)) is not None:
                        line.ask(ask, self.at_rest)
            case "provisioning-update":
                self._told(crossing.record, body)
            case "fault":
                self._fault(crossing.record, body)
            case "fallout" if body["state"] == "resolved":
                self.mended.add(body["incident"])

    def rest(self, rest: Rest) -> None:
        """Nothing is under way: what is suspended has been told so, and rests."""
        self.at_rest = rest.record
        self._someone_waits = any(self.is_stuck(line) for line in self.lines.values() if not line.asked)
        for order in self.orders.values():
            order.rests = rest.record if order.suspended else 0

    def asks(self, crossing: Crossing) -> Iterator[Ask]:
        """The steps that a network order asks for."""
        return asked_in(crossing.record, crossing.message, {line.id: line.asset for line in self.lines.values()})

    # Keeping the accounts

    def _bench(self, record: int, kind: str) -> None:
        match kind:
            case "stop":
                self.stopped = record
            case "start":
                self._read_on(record)
            case _:
                self.away = record if kind == "kill" else 0

    def _wanted(self, record: int, message: Message) -> None:
        """Something is asked for; what comes while nobody reads the queue waits there."""
        if self.stopped:
            self.unread.append(message)
            self.waiting |= {line["line"] for line in message.body.get("lines", ())}
        elif message.kind == "provisioning-order":
            self._ordered(record, message)
        else:
            self._event(record, message)

    def _read_on(self, record: int) -> None:
        """The queue is read again: what waited in it counts from now on."""
        unread, self.unread, self.stopped, self.waiting = self.unread, [], 0, set()
        for message in unread:
            if message.kind == "provisioning-order":
                self._ordered(record, message)
            else:
                self._event(record, message, in_a_row=True)

    def _ordered(self, record: int, message: Message) -> None:
        body = message.body
        if not self.is_new(message):
            return
        self.calls[message.id] = {line["line"] for line in body["lines"]}
        order = self.orders.setdefault(body["order"], ServiceOrder(body["order"], record))
        order.seen.add(message.id)
        ended = order.may_be_finished or order.cancelled or order.ends_as_it_goes_on(self.at_rest, self.catalogue)
        if order.record > self.at_rest:  # the end of what had nothing to do, or cannot be done, may cross what comes
            ended = ended or all(line.flawed or is_so_already(self, line) for line in order.lines.values())
        order.reopened = order.reopened or bool(order.lines and ended)
        order.record = record
        for line in body["lines"]:
            self._line(order, record, line)

    def _line(self, order: ServiceOrder, record: int, said: Mapping[str, Any]) -> None:
        known = self.lines.get(said["line"])
        gone = known is not None and said["effect"] == "remove"
        asset = said.get("asset") or said["line"]
        if known is None:
            known = Line(said["line"], order.number, asset, said["product"], said["effect"], record)
            known.site = said.get("site")
            self.lines[known.id] = order.lines[known.id] = self.by_asset.setdefault(asset, {})[known.id] = known
            if said["effect"] == "add":
                self.added.add(asset)
        if asset != known.asset:  # what becomes of the other thing, nobody says
            order.reopened = True
            self.turned_from.add(known.asset)
            self.by_asset[known.asset].pop(known.id)
            self.by_asset.setdefault(asset, {})[known.id] = known
        if said.get("site") != known.site:
            known.moved = record
        known.taken_out = record if gone else known.taken_out
        known.came_back = record if not (gone or known.wanted) else known.came_back
        known.disputed |= said["product"] != known.product
        known.doubled |= is_doubled(known, said, self.about(asset))
        known.product = said["product"]
        known.placed = known.placed or said.get("site") is not None
        known.asset, known.site, known.parent = asset, said.get("site"), said.get("parent")
        for name, value in said.get("attributes", {}).items():
            self.values.setdefault(name, {}).setdefault(asset, set()).add(value)
            if known.attributes.get(name) != value:
                known.named[name] = record
        known.attributes = known.attributes if gone else said.get("attributes", {})
        known.wanted, known.record, known.ended = not gone, record, 0
        known.mentions += 1
        known.disputed |= known.mentions > 1 and (self._is_shared(known) or self._is_followed(known))
        known.flawed += self.is_flawed(known)

    def _is_shared(self, line: Line) -> bool:
        """Whether another order is at work on the thing that a line is about: who is to win then, nobody says.

        One that rests and for which nothing was asked yet has its turn later.
        """
        others = [other for other in self.about(line.asset) if other.order != line.order and other.asked]
        return any(other.asked > other.ended or self.orders[other.order].suspended for other in others)

    def _is_followed(self, line: Line) -> bool:
        """Whether another order came for a thing after the line that is revised: which was wanted last, nobody says."""
        lines = self.about(line.asset)
        return any(other.order != line.order for other in lines[lines.index(line) :])

    def _event(self, record: int, message: Message, in_a_row: bool = False) -> None:
        """Something befalls an order; with other messages ``in_a_row`` it may be finished by those."""
        order = self.orders.get(message.body["order"])
        if order is None or message.id in order.seen:
            return
        order.seen.add(message.id)
        order.events += 1
        order.turned = record if message.kind in ("suspend", "resume") else order.turned
        if order.finished:
            if order.is_emptied:
                order.doubtful += 1
            else:
                order.late.append(record)
            return
        order.doubtful += bool(in_a_row or order.may_be_finished or order.doubtful)
        order.refusable += not order.fits(message.kind)
        order.record = record
        match message.kind:
            case "cancel":
                order.cancelled = order.cancelled or record
                for line in order.lines.values():
                    line.disputed |= self._is_shared(line)
            case "suspend":
                order.suspended = order.suspended or record
            case "resume":
                order.suspended = 0

    def _reported(self, record: int, message: Message) -> None:
        body, self.reported = message.body, record
        if (order := self.orders.get(body["order"])) is not None:
            if message.id in order.seen:
                return
            order.seen.add(message.id)
        line = self.lines.get(body["line"])
        done = self.ledger.report(body)
        if line is None or done is None:
            return
        # What crosses a removal may be of before.
        order, before = self.orders[line.order], min(self.at_rest, done.record)
        lost = before < max(line.moved, line.taken_out) or done.site != line.site or self.ledger.is_to_be_undone(done)
        superseded = order.cancelled or not line.wanted or lost
        if body["outcome"] == "failed":
            line.failures.append(record)
            # To take down what a revision wants elsewhere is wanted.
            line.excused += bool(order.cancelled or not line.wanted or (lost and done.effect != UNDO))
            line.outdated += done.record < line.record
            return
        line.mended = record if done.failed else line.mended
        given_up = done.effect == CHANGE and done.record < max(order.cancelled, line.taken_out)
        if done.failed and (given_up or line.ended > max(line.record, order.cancelled)):
            self.ledger.unclear.add(line.asset)  # nobody was to see to it any more
        if body["outcome"] == "undone" or body["step"] in line.steps:
            line.undone = record
        if body["outcome"] != "undone":
            line.steps.add(body["step"])
            if not (superseded and done.record > max(line.record, order.cancelled)):
                line.advanced = record
            self._assigned(record, line, body.get("attributes", {}), bool(superseded))

    def _assigned(self, record: int, line: Line, values: Mapping[str, str], superseded: bool) -> None:
        """The network has assigned values to what is set up."""
        for name, value in values.items():
            line.assigned[name, value] = record
            self.values.setdefault(name, {}).setdefault(line.asset, set()).add(value)
            if superseded:
                line.called_off.add((name, value))

    def _told(self, record: int, body: Mapping[str, Any]) -> None:
        line = self.lines.get(body["line"])
        if line is None:
            return
        line.news = record
        match body["sort"]:
            case "status":
                line.said = body["value"]
                line.rested = record if line.said == Status.SUSPENDED else line.rested
                line.ended = record if line.said in FINISHED else 0
                line.bare = self.is_bare(line)
                if line.said == Status.COMPLETE and line.effect == "suspend":
                    line.rest = self.found.difference(line.order, line.asset)
                order = self.orders[line.order]
                line.unheard = self.at_rest < max(line.record, order.record) and line.mentions + order.events > 1
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
