"""The accounts of a CRM: what users did and were shown, what was queued, and what was told of orders since."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ordertck.harness.claims import Claims
from ordertck.harness.messages import Message
from ordertck.harness.oracle.crm.installed import Profile
from ordertck.harness.oracle.crossing import Crossing, Rest

ACTIONS = frozenset({"Add", "Move-Add", "Move-Delete", "Delete", "Update", "Suspend", "Resume"})
# What users fill in of a line besides the product's attributes.
_HEAD = frozenset({"order", "number", "product", "action", "price_list", "parent", "asset", "site", "service_point"})
RECORDS = {
    "account": "account", "work-order": "work order", "ticket": "trouble ticket", "phone": "phone number",
    "asset": "asset", "product": "product", "pricing-rule": "pricing rule",
}  # fmt: skip


@dataclass(slots=True)
class Line:
    """A line as a user entered it: the desk's ``id`` of it, and what was filled in last of each field."""

    ref: str
    id: str = ""
    said: dict[str, str] = field(default_factory=dict)
    overridden: bool = False

    @property
    def attributes(self) -> dict[str, str]:
        """The product's attributes."""
        return {name: value for name, value in self.said.items() if name not in _HEAD and value}


@dataclass(slots=True)
class Order:
    """An order at the desk: its number, once it is shown, and the lines of its latest version, by ref.

    ``plain`` says that nothing befell it but entries and submits, so that what is owed is what was entered. ``submits``
    are the records of submits that were asked, ``taken`` those that the desk took, ``queued`` where it was queued.
    """

    account: str
    record: int
    number: str = ""
    said: dict[str, str] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    plain: bool = True
    changed: bool = True
    submits: list[int] = field(default_factory=list)
    taken: list[int] = field(default_factory=list)
    queued: list[int] = field(default_factory=list)
    revisions: list[int] = field(default_factory=list)
    told: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Record:
    """What users made of a record: filled in at ``touched``, saved at ``saved``, and what was filled in."""

    object: str
    said: dict[str, str] = field(default_factory=dict)
    touched: int = 0
    saved: list[int] = field(default_factory=list)
    id: str = ""


class DeskBook:
    """What happened at the desk of a CRM, and at its other edges, in one exchange."""

    def __init__(self, claims: Claims) -> None:
        self.claims, self.catalogue = claims, claims.edition.catalogue
        self.orders: dict[str, Order] = {}
        self.numbers: dict[str, Order] = {}
        self.accounts: set[str] = set()
        self.records: dict[str, Record] = {}
        self.received: dict[tuple[str, str], int] = {}
        self.sent: dict[tuple[str, str, str], list[int]] = {}
        self.asked: dict[str, tuple[int, Message]] = {}
        self.requests: dict[str, tuple[int, Message]] = {}
        self.complete: dict[str, int] = {}
        self.sold: dict[str, tuple[str, int]] = {}
        self.filled_in: dict[str, dict[str, str]] = {}
        self.profile = Profile(self.catalogue)
        self.latest: dict[str, Mapping[str, Any]] = {}
        self.earlier: dict[str, Mapping[str, Any]] = {}
        self.asset_of: dict[str, str] = {}
        self.reopened: set[str] = set()
        self.ended: set[str] = set()
        self.answered = 0
        self.down = False
        self.killed = False

    def note(self, crossing: Crossing) -> None:
        """Take a message down."""
        message, body = crossing.message, crossing.message.body
        match message.kind:
            case "desk-do" | "desk-see":
                self.asked[message.id] = crossing.record, message
                if message.kind == "desk-do":
                    self._done(crossing.record, message)
            case "desk-shown":
                self._shown(crossing.record, message)
            case "order-submission":
                self._queued(crossing.record, body)
            case "order-update" if crossing.told:
                self._told(crossing.record, body)
            case "refusal" if crossing.told:
                self.latest[body["order"]] = self.earlier.get(body["order"], {})
            case "workflow" if crossing.told:
                self._from_back_office(crossing.record, message)
            case "workflow":
                self.answered += self.requests.pop(message.re or "", None) is not None
                key = body["object"], body["record"], body["system"]
                self.sent.setdefault(key, []).append(crossing.record)
            case "workflow-answer" if crossing.told:
                self.down = self.down or body["outcome"] != "ok"
            case "workflow-answer":
                self.answered += self.requests.pop(message.re or "", None) is not None
            case "kill" | "restart":
                self.killed = True

    def rest(self, rest: Rest) -> None:
        """Nothing is under way; the book has nothing to settle."""

    # At the desk

    def _done(self, record: int, message: Message) -> None:
        body = message.body
        verb, what, ref, said = body["verb"], body["object"], body["ref"], body.get("fields", {})
        if what == "line":
            self._line(verb, ref, said)
        elif what == "order":
            self._ordered(record, verb, ref, said)
        elif verb == "convert" and said.get("order"):
            self.orders[said["order"]] = Order("", record, plain=False)
        elif verb == "enter" and what == "account":
            self.accounts.add(ref)
        elif verb == "enter" and what == "product":
            self.profile.administered.add(said.get("product", ref))
        elif what in RECORDS and verb == "revise":
            self.profile.unsure |= {ref, said.get("name", "")}
            kept = self.records.setdefault(ref, Record(RECORDS[what]))
            kept.said |= said
            kept.touched = record
        elif what in RECORDS and verb == "submit" and ref in self.records:
            self.records[ref].saved.append(record)

    def _ordered(self, record: int, verb: str, ref: str, said: Mapping[str, str]) -> None:
        order = self.orders.get(ref)
        if order is not None and verb != "submit":
            order.changed = True
        match verb:
            case "enter":
                self._entered(record, ref, said)
            case "price" if order is not None:
                order.said |= said
            case "submit" if order is not None:
                order.submits.append(record)
                order.said |= {name: value for name, value in said.items() if name == "priority"}
                order.plain = order.plain and "revision" not in said
            case "revise" if order is not None:
                if said.get("as"):
                    self.orders[said["as"]] = order
            case "discard" | "approve" | "reject" if order is not None:
                order.plain = False

    def _entered(self, record: int, ref: str, said: Mapping[str, str]) -> None:
        order = self.orders.setdefault(ref, Order(said.get("account", ""), record))
        order.said |= {name: value for name, value in said.items() if name != "screen"}
        order.account = said.get("account", order.account)
        self.accounts.add(order.account)

    def _line(self, verb: str, ref: str, said: Mapping[str, str]) -> None:
        order = self.orders.get(said.get("order", ""))
        if order is None:
            return
        order.changed = True
        if verb == "discard":
            order.lines.pop(ref, None)
            return
        line = order.lines.setdefault(ref, Line(ref))
        line.overridden = line.overridden or verb == "override"
        line.said |= {name: value for name, value in said.items() if verb != "override"}

    def _shown(self, record: int, message: Message) -> None:
        _, asked = self.asked.pop(message.re or "", (0, None))
        if asked is None or asked.kind != "desk-do":
            return
        body, act = message.body, asked.body
        refused = body.get("refused") is not None
        verb, what, ref = act["verb"], act["object"], act["ref"]
        if what == "order" and (order := self.orders.get(ref)) is not None:
            self._order_shown(record, order, verb, body, refused)
        elif what == "line":
            order = self.orders.get(act.get("fields", {}).get("order", ""))
            if order is not None and refused:
                order.plain = False
            elif order is not None and ref in order.lines and body.get("id"):
                order.lines[ref].id = body["id"]
        elif what in RECORDS and ref in self.records:
            kept = self.records[ref]
            kept.id = body.get("id") or kept.id
            if refused:
                kept.saved = []

    def _order_shown(self, record: int, order: Order, verb: str, body: Mapping[str, Any], refused: bool) -> None:
        if refused:
            order.plain = order.plain and verb == "submit"
            return
        if (number := body.get("id")) and not order.number:
            order.number = number
            self.numbers[number] = order
        if verb == "submit" and order.changed:  # a second click on the same is no second submit
            order.taken.append(record)
        order.changed = order.changed and verb != "submit"

    # Elsewhere

    def _queued(self, record: int, body: Mapping[str, Any]) -> None:
        order = self.numbers.get(body["order"])
        if body.get("approval") == "awaited":
            return  # nothing may be fulfilled of it
        if order is not None:
            order.queued.append(record)
            order.revisions.append(body.get("revision", 1))
        self.earlier[body["order"]] = self.latest.get(body["order"], {})
        self.latest[body["order"]] = body
        for line in body.get("lines", ()):
            if line.get("asset"):
                self.asset_of[line["id"]] = line["asset"]
            if line.get("asset") and line.get("action") not in (None, "", "-"):
                self.reopened.add(line["asset"])
            if line.get("action") == "Add" and line.get("asset"):
                self.sold[line["asset"]] = body["order"], record

    def _told(self, record: int, body: Mapping[str, Any]) -> None:
        for line in body.get("lines", ()):
            self.filled_in.setdefault(line["line"], {}).update(line.get("attributes", {}))
            if (asset := self.asset_of.get(line["line"])) is not None:
                self.profile.filled_in |= {(asset, name) for name in line.get("attributes", {})}
            if line.get("status") == "COMPLETE":
                self.complete.setdefault(line["line"], record)
        if body["status"] == "COMPLETE" and body["order"] not in self.complete:
            self.complete[body["order"]] = record
            order = self.latest.get(body["order"], {})
            self.profile.completed(record, order, self.filled_in)
            self.reopened -= {line.get("asset") for line in order.get("lines", ())}
        elif body["status"] != "COMPLETE":
            self.ended |= {body["order"]} if body["status"] in ("CANCELLED", "REFUSED") else set()

    def _from_back_office(self, record: int, message: Message) -> None:
        body = message.body
        if body["verb"] == "Receive":
            self.received[body["object"], body["record"]] = record
            self._unsure(body)
            if body["object"] == "sales order":
                self.complete.setdefault(body["record"], record)
        elif message.re is None:
            self.requests[message.id] = record, message

    def _unsure(self, body: Mapping[str, Any]) -> None:
        """A back office brings something of what a customer has: how it is, is its word from now on."""
        if body["object"] in ("asset", "phone number", "service profile"):
            named = {body["record"], body.get("account")}
            mine = {name for name, asset in self.profile.assets.items() if {name, asset.account} & named}
            self.profile.unsure |= mine
