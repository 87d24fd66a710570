"""The order system's book: what neighbours were asked and the CRM was told, held against the orders of an example."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.order_ends import Ends
from ordertck.harness.bench.order_outcome import Outcome
from ordertck.harness.bench.order_timing import Timing
from ordertck.harness.bench.orders import DraftLine, Order
from ordertck.harness.bench.parts.billing import Billing
from ordertck.harness.bench.parts.kit_crm import KitCrm
from ordertck.harness.bench.parts.provisioning import Provisioning
from ordertck.harness.bench.troubles import Troubles
from ordertck.harness.messages import Edge, Message
from ordertck.harness.oracle.carriage import Complaint

# What should have been, and what was seen instead.
Found = Iterator[tuple[str, str]]

# What a line can lead to by itself, by its action, and what can be done besides when the order was changed or failed.
_LEADS_TO: Mapping[str, frozenset[str]] = {
    "Add": frozenset({"add", "start", "change"}),
    "Move-Add": frozenset({"add", "remove", "change"}),
    "Move-Delete": frozenset({"add", "remove", "change"}),
    "Delete": frozenset({"remove", "stop"}),
    "Update": frozenset({"change", "add", "remove", "start", "stop"}),
    "Suspend": frozenset({"suspend", "change"}),
    "Resume": frozenset({"resume", "change"}),
}
_UNDOES: Mapping[str, frozenset[str]] = {
    "Add": frozenset({"remove", "stop"}),
    "Move-Add": frozenset(),
    "Move-Delete": frozenset(),
    "Delete": frozenset({"add", "start", "change", "suspend"}),
    "Update": frozenset({"suspend"}),
    "Suspend": frozenset({"resume"}),
    "Resume": frozenset({"suspend"}),
}
# What can no longer be said of an order that was said to have ended so.
_AGAINST: Mapping[str, frozenset[str]] = {
    "COMPLETE": frozenset({"OPEN", "IN PROGRESS", "FAILED", "CANCELLED", "REFUSED"}),
    "CANCELLED": frozenset({"OPEN", "IN PROGRESS", "FAILED", "COMPLETE"}),
}


class OrderBook:
    """Knows what was asked of the order system; judges what it asks of its neighbours and tells the CRM."""

    def __init__(
        self,
        directory: Directory,
        crm: KitCrm,
        billing: Billing,
        provisioning: Provisioning,
        switches: Mapping[str, str],
        now: Callable[[], datetime],
    ) -> None:
        self._directory, self._crm = directory, crm
        self._billing, self._provisioning = billing, provisioning
        self._amiss: Complaint | None = None
        self._asked: dict[str, set[str]] = defaultdict(set)
        self._actions: dict[str, set[str]] = defaultdict(set)
        self._refused: dict[str, set[str]] = defaultdict(set)
        self._worked: set[str] = set()
        self.troubles = Troubles(directory)
        self._outcome = Outcome(directory, billing, provisioning, switches["update_empty_pl"] == "fill")
        self._timing = Timing(directory, billing, provisioning, switches, now)
        self._ends = Ends(directory, billing, provisioning)
        self._ended: dict[str, str] = {}
        self._named: dict[str, str] = {}

    # What comes by

    def told(self, message: Message) -> None:
        """The kit sends the order system a message."""
        body = message.body
        self.troubles.told(message)
        self._timing.told(message)
        match message.kind:
            case "sales-order" | "cancel":
                number = body["order"]
                self._asked[number].add(message.id)
                self._ended.pop(number, None)
                for line in body.get("lines", ()):
                    self._actions[line["id"]].add(line.get("action") or "")
                    self._outcome.ordered(line, body)
            case "provisioning-update" if body["sort"] == "data":
                self._outcome.filled_in(body)
                self._ends.filled_in(body)

    def heard(self, message: Message) -> None:
        """The order system has sent a message, which its neighbour has taken; the first thing amiss is kept."""
        self.troubles.heard(message)
        self._note(self._contradictions(message))

    def strike(self) -> Complaint | None:
        """Close the book when the example is over: the first thing that did not agree; None where everything does."""
        self._note(self._in_the_end())
        return self._amiss

    def _note(self, found: Found) -> None:
        amiss = [Complaint(*one) for one in found]  # the whole of it, since the book is written on the way
        self._amiss = self._amiss or next(iter(amiss), None)

    def _contradictions(self, message: Message) -> Found:
        body = message.body
        match message.kind:
            case "billing-order" | "provisioning-order":
                self._worked.add(body["order"])
                for line in body["lines"]:
                    yield from self._effect(body["order"], line)
                    yield from self._neighbour(message.edge, body.get("target"), line)
                    yield from self._timing.begun(line["line"])
                yield from self._refused_order(body["order"])
            case "refusal":
                self._refused[body["order"]].add(message.id)
                yield from self._refused_order(body["order"])
            case "order-update":
                self._ends.told(body)
                yield from self._status(body)
                yield from self._once(body)
                yield from self._end(body["order"], body["status"])
            case "order-snapshot":
                yield from self._status(body)
                yield from self._once(body)

    # Effects

    def _effect(self, number: str, line: Mapping[str, Any]) -> Found:
        """What is to be done has an order and a line that want it done, and the asset that they are about."""
        known = self._directory.line_by_id(line["line"])
        said = f"{line['effect']} of {line['product']}"
        if known is None:
            yield (
                f"work for the lines of order {number} only",
                f"{said}, for a line '{line['line']}' that nobody ordered",
            )
            return
        order, draft = known
        if order.number != number:
            yield f"work on line {draft.number} for order {order.name}", f"{said}, for order {number}"
        actions = self._actions[line["line"]]
        if line["effect"] not in self._explained(number, actions):
            ordered = " and ".join(sorted(action or "no action" for action in actions)) or "nothing"
            yield f"for line {draft.number} of order {order.name} what its action wants ({ordered})", said
        yield from self._asset(order, draft, line.get("asset"))

    def _neighbour(self, edge: Edge, target: str | None, line: Mapping[str, Any]) -> Found:
        """What is to be done is asked of whoever does that for the product (PV-03)."""
        product = self._directory.catalogue.products.get(line["product"])
        if product is None:
            return
        if edge is Edge.BILLING and not product.billed:
            yield f"nothing asked of billing for {product.name}, which is not billed", line["effect"]
        if edge is Edge.PROVISIONING and product.target != target:
            owed = f"asked of {product.target}" if product.target else "not provisioned at all"
            yield f"{product.name} {owed}", f"{line['effect']}, asked of {target or 'nobody'}"

    def _explained(self, number: str, actions: set[str]) -> frozenset[str]:
        changed = len(self._asked[number]) > 1 or number in self.troubles.orders
        allowed = [_LEADS_TO.get(action, frozenset()) for action in actions]
        undone = [_UNDOES.get(action, frozenset()) for action in actions] if changed else []
        return frozenset[str]().union(*allowed, *undone)

    def _asset(self, order: Order, line: DraftLine, said: str | None) -> Found:
        """One asset has one name throughout, and two assets have two."""
        if said is None:
            return
        own = self._directory.asset_of(line.id)
        before = self._named.setdefault(own, said)
        if before != said:
            yield f"line {line.number} of order {order.name} about asset {before}, as before", f"about asset {said}"
        elif any(name == said and other != own for other, name in self._named.items()):
            yield f"an asset of its own for line {line.number} of order {order.name}", f"{said}, which another line has"

    # Statuses

    def _refused_order(self, number: str) -> Found:
        order = self._directory.order_by_number(number)
        if order is not None and self._is_refused(number):
            if number in self._worked:
                yield f"nothing done for order {order.name}, which is refused", "work on it"
            if "COMPLETE" in order.statuses:
                yield f"order {order.name} refused", "it was also said to be COMPLETE"

    def _is_refused(self, number: str) -> bool:
        """Whether all that was asked about an order was refused, and not only a change to it."""
        return 0 < len(self._asked[number]) <= len(self._refused[number])

    def _status(self, body: Mapping[str, Any]) -> Found:
        order = self._directory.order_by_number(body["order"])
        if order is None:
            return
        if body["status"] == "COMPLETE":
            yield from self._refused_order(order.number)
            for line in order.lines:
                yield from self._not_done(order, line, f"order {order.name} COMPLETE")
        for told in body.get("lines", ()):
            known = self._directory.line_by_id(told["line"])
            if told.get("status") == "COMPLETE" and known is not None and known[0] is order:
                said = f"line {known[1].number} of order {order.name} COMPLETE"
                yield from self._not_done(order, known[1], said)

    def _not_done(self, order: Order, line: DraftLine, said: str) -> Found:
        """What is complete is done: by provisioning, and by billing."""
        key = f"{order.name}/{line.number}"
        for name, neighbour in (("provisioning", self._provisioning), ("billing", self._billing)):
            if neighbour.unfinished(key):
                yield f"{said} when {name} has done line {line.number}", f"it is said before {name} is done"
            elif key in neighbour.failed:
                yield f"{said} when {name} has done line {line.number}", f"it is said although {name} could not do it"
        product = self._directory.catalogue.products.get(line.product or "")
        if product is None or line.action != "Add" or line.depends_on or self._is_refused(order.number):
            return
        asset = self._directory.asset_of(line.id, self._named.get(self._directory.asset_of(line.id)))
        if product.target and not self._provisioning.services(asset) and not self._provisioning.said_done(key):
            yield f"{said} when line {line.number} is set up", "it is said, and nothing is set up"
        charges = self._billing.charges_of_line(key)
        if product.billed and all(charge.state == "initiated" for charge in charges):
            yield f"{said} when line {line.number} is charged", "it is said, and nothing is charged"

    def _once(self, body: Mapping[str, Any]) -> Found:
        said: dict[str, str] = {}
        for told in body.get("lines", ()):
            status = told.get("status")
            if status is not None and said.setdefault(told["line"], status) != status:
                yield "one status of a line at a time", f"{said[told['line']]} and {status} of one line at once"

    def _end(self, number: str, status: str) -> Found:
        """What has ended stays so, until something else is asked."""
        before = self._ended.get(number, "")
        if status in _AGAINST.get(before, ()):
            yield f"an order that is {before} stays so", f"it was then said to be {status}"
        if status in _AGAINST:
            self._ended[number] = status

    # In the end

    def late(self) -> Found:
        """What the CRM should have been told by now, and was not."""
        yield from self.troubles.unheard()
        yield from self._ends.untold()
        yield from self._ends.left_open(self._quiet({""}))

    def _quiet(self, ended: set[str]) -> set[str]:
        """The orders that were worked on, that ended so, and of which nothing was refused and nothing failed."""
        return {
            number
            for number in self._worked - self.troubles.orders - self._refused.keys()
            if self._ended.get(number, "") in ended
        }

    def _in_the_end(self) -> Found:
        """What stands at the neighbours is what the completed orders left, and what failed was told."""
        yield from self.late()
        for asset in self._crm.all_assets():
            if self._is_settled(asset.id):
                own, lines = self._named.get(asset.id, asset.id), list(self._lines_about(asset.id))
                yield from self._outcome.of(asset, own, lines, list(self._ended))
        for order in self._directory.orders.values():
            if self._ended.get(order.number) == "CANCELLED":
                yield from self._is_gone(order)
        yield from self._ends.left_over(self._actions, self._quiet({"COMPLETE"}))

    def _lines_about(self, asset: str) -> Iterator[tuple[Order, DraftLine]]:
        directory = self._directory
        for order in self._directory.orders.values():
            for line in order.lines:
                if line.id and directory.asset_of(line.id) == asset and self._asked.get(order.number):
                    yield order, line

    def _is_settled(self, asset: str) -> bool:
        """Whether every order about an asset has come to its end without trouble, so that its outcome is known."""
        for order, line in self._lines_about(asset):
            several = len(self._asked[order.number]) > 1
            if order.number in self.troubles.orders or (several and order.objections):
                return False
            if self._provisioning.said_done(f"{order.name}/{line.number}"):
                return False
            ended = self._ended.get(order.number)
            undone = ended == "CANCELLED" and "COMPLETE" not in order.line_statuses.get(line.number, ())
            if not self._is_refused(order.number) and ended != "COMPLETE" and not undone:
                return False
        return True

    def _is_gone(self, order: Order) -> Found:
        for line in order.lines:
            if "Add" in self._actions[line.id]:
                asset = self._directory.asset_of(line.id)
                if self._provisioning.services(asset) or self._billing.charges(asset):
                    yield (
                        f"nothing left of order {order.name}, which is CANCELLED",
                        f"line {line.number} is still there",
                    )
