"""The accounts of an integration layer: what it was given at each edge, and what it handed over, order by order."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from ordertck.harness.claims import Claims
from ordertck.harness.messages import Edge, Message
from ordertck.harness.oracle.carriage import Book, Complaint, Traffic, of_orders
from ordertck.harness.oracle.carriage.calls import has_a_way
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.integration.given_ids import GivenIds
from ordertck.harness.oracle.integration.names import Names

_FIRST = frozenset({"order-submission", "cancel"})
_WORKERS = frozenset({Edge.BILLING, Edge.PROVISIONING})
_EVERYBODY = frozenset({Edge.CRM, Edge.OMS, Edge.BILLING, Edge.PROVISIONING})


@dataclass(slots=True)
class Queued:
    """An order on the submission queue: what it is about, since when, and in which record what holds it up began.

    It builds on the orders ``after`` themselves, and on those ``behind`` over others between them as well.
    """

    message: Message
    record: int
    held: int
    after: frozenset[str]
    behind: frozenset[str]

    @property
    def priority(self) -> int | None:
        """The transport priority; None where nobody chose one."""
        return self.message.priority


@dataclass(slots=True)
class Account:
    """All that crossed about one order; ``changed`` says that it was not looked at since then."""

    traffic: Traffic
    records: list[tuple[int, str]] = field(default_factory=list)
    changed: bool = True
    complaints: list[tuple[str, Complaint]] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)

    def has(self, kinds: Collection[str]) -> bool:
        """Whether anything of some kinds crossed."""
        return not self.kinds.isdisjoint(kinds)

    def of(self, *kinds: str) -> tuple[int, ...]:
        """The records of some kinds."""
        return tuple(record for record, kind in self.records if kind in kinds)


def needed(part: str, about: str) -> frozenset[str]:
    """Who has to be there for a complaint to hold: whom something goes to, and who would hear that it cannot."""
    if part == "news" and about != "ids":
        return frozenset({Edge.OMS if about == "oms" else Edge.CRM})
    if part == "orders" or about == "ids":
        return frozenset({Edge.OMS, Edge.CRM})
    one = {f"{edge}-order": edge for edge in (Edge.BILLING, Edge.PROVISIONING)}.get(about)
    return frozenset({one, Edge.OMS, Edge.CRM}) if one else _EVERYBODY


class CarriageBook:
    """What an integration layer was given and handed over in one exchange."""

    def __init__(self, claims: Claims) -> None:
        self.claims, self.catalogue = claims, claims.edition.catalogue
        self.names = Names(self.catalogue)
        self.book = Book(self.names, claims, self.names.order_systems)
        self.accounts: dict[str, Account] = defaultdict(self._account)
        self.queue: list[Queued] = []
        self.doubtful: list[Queued] = []  # what may wait still, or may be what the layer objected to
        self.held = 0
        self.away: set[str] = set()
        self.killed = False
        self.looked: list[Account] = []
        self.asked: dict[Edge, list[Message]] = {edge: [] for edge in _WORKERS}
        self.passed_on: dict[Edge, list[Message]] = {edge: [] for edge in _WORKERS}
        self.billings_ids = GivenIds()
        self._lines: dict[str, str] = {}
        self._behind: dict[str, frozenset[str]] = {}
        self._seen: set[str] = set()
        self._nobody_there = 0
        self._untold: dict[str, int] = {}  # orders that neighbours spoke of while the order system was away, since when

    # What comes by

    def called(self, crossing: Crossing) -> str:
        """The kind of a message."""
        return crossing.message.kind

    def note(self, crossing: Crossing) -> None:
        """Take a message down."""
        message = crossing.message
        if message.edge is Edge.BENCH:
            self._bench(crossing.record, message)
            return
        if crossing.told and message.kind in _FIRST and message.edge is Edge.SUBMISSION:
            self._submitted(crossing.record, message)
        elif message.kind in ("sales-order", "cancel") and message.edge is Edge.OMS:
            self.names.handed_over(message.body)
            if (waiting := self.waiting(message)) is not None:
                self.queue.remove(waiting)
            cancelled = waiting.record if waiting else self._first_doubtful_cancel(message)
            self.doubtful = [each for each in self.doubtful if not self._is_over(each, message, cancelled)]
        elif message.kind in ("refusal", "fault", "fallout") and not crossing.told:
            self._objected(message)
        elif message.kind == "order-receipt":
            self._received(message)
        elif message.kind in ("billing-order", "provisioning-order"):
            self._called(crossing)
        number = self.name(message)
        if crossing.told and self._nobody_there and message.edge in _WORKERS:
            self._untold.setdefault(number, crossing.record)
        account = self.accounts[number]
        account.records.append((crossing.record, message.kind))
        account.kinds.add(message.kind)
        account.changed = True
        (account.traffic.told if crossing.told else account.traffic.heard).append(message)

    def rest(self, rest: Rest) -> None:  # noqa: ARG002 - the book's form
        """Nothing is under way: what each order was given is held against what was handed over of it."""
        self.looked = []
        if self.killed:
            return
        self.billings_ids.rest()
        for name, account in self.accounts.items():
            if account.changed and name in self.names.orders:
                account.changed = bool(self.away)  # judged as a whole once everybody is there
                self.looked.append(account)
                found = of_orders(self._traffic(account), self.book)
                account.complaints = [(of, each) for of, each in found if not self.away & needed(of, each.about)]

    def waiting(self, handed_over: Message) -> Queued | None:
        """The order on the queue that is handed over."""
        body, number = handed_over.body, self.name(handed_over)
        for each in self.queue:
            sent = each.message
            same = sent.body["order"] == number and (sent.kind == "cancel") == (handed_over.kind == "cancel")
            if same and (sent.kind == "cancel" or sent.body.get("revision", 1) == body.get("revision", 1)):
                return each
        return None

    def _first_doubtful_cancel(self, handed_over: Message) -> int:
        """The record of the cancel that is handed over, where that may have waited."""
        number = self.name(handed_over)
        cancels = (each for each in self.doubtful if each.message.kind == "cancel")
        return min((each.record for each in cancels if each.message.body["order"] == number), default=0)

    def _is_over(self, doubtful: Queued, handed_over: Message, cancelled: int) -> bool:
        """Whether what may wait or not waits no more, since it is handed over, or a version or cancel after it.

        ``cancelled`` is the record of the cancel, where one is handed over and it is known which; 0 where it is not.
        """
        sent = doubtful.message
        if sent.body["order"] != self.name(handed_over) or (sent.kind == "cancel" and handed_over.kind != "cancel"):
            return False  # a version that is handed over may have waited before the cancel
        if handed_over.kind == "cancel":
            return not cancelled or doubtful.record <= cancelled
        return int(sent.body.get("revision", 1)) <= int(handed_over.body.get("revision", 1))

    def may_wait_for_news(self, queued: Queued) -> bool:
        """Whether news of what an order builds on came before it, and may have to be told first.

        Messages about one order, and about orders that build on each other, keep the order in which they came about.
        """
        return any(self._untold.get(number, queued.record) < queued.record for number in queued.behind)

    def name(self, message: Message) -> str:
        """The CRM's number of the order that a message is about."""
        number = str(message.body.get("order") or message.body.get("record") or "")
        known = self.names.order_by_number(number)
        return known.number if known else number

    def behind(self, number: str) -> frozenset[str]:
        """The orders that one builds on, itself among them, be it over others."""
        return self._behind.get(number, frozenset({number}))

    # Keeping the accounts

    def _called(self, crossing: Crossing) -> None:
        """The order system asks something of billing or provisioning, or the layer passes it on."""
        message = crossing.message
        edge = Edge.BILLING if message.kind == "billing-order" else Edge.PROVISIONING
        if not crossing.told:
            self.names.passed_on(message)
            self.passed_on[edge].append(message)
        elif message.id not in self._seen:
            self._seen.add(message.id)
            self.names.asked(message)
            self.asked[edge].append(message)
        else:
            return  # it comes again
        for line in message.body["lines"] if edge is Edge.BILLING else ():
            key = self.names.line_key(line["line"])
            if not crossing.told:
                self.billings_ids.passed_on(key)
            elif has_a_way(message, line, self.catalogue):
                self.billings_ids.asked(key)

    def _received(self, message: Message) -> None:
        """The order system, or billing, says under which ids it keeps lines."""
        body, by_order_system = message.body, message.edge is Edge.OMS
        if not by_order_system:
            keys = {line["line"]: self.names.line_key(line["line"]) for line in body.get("lines", ())}
            self.billings_ids.received(keys, body)
        self.names.received(body, by_order_system)

    def _objected(self, message: Message) -> None:
        """The layer objects to an order, or hands over what a neighbour objected to."""
        number = self.name(message)
        self.doubtful += [each for each in self.queue if each.message.body["order"] == number]
        self.queue = [each for each in self.queue if each.message.body["order"] != number]

    def _account(self) -> Account:
        return Account(Traffic("idempotent-delivery" in self.claims.capabilities))

    def _traffic(self, account: Account) -> Traffic:
        """An order's traffic; while the intake is held it says so, since what is queued may stay there."""
        if not self.held:
            return account.traffic
        hold = Message("hold", "intake-hold", Edge.BENCH, {})
        return replace(account.traffic, told=[*account.traffic.told, hold])

    def _submitted(self, record: int, message: Message) -> None:
        body = message.body
        self.names.submitted(body)
        if message.id in self._seen:
            return
        self._seen.add(message.id)
        base = {self._lines.get(line.get("base_line") or "", "") for line in body.get("lines", ())}
        self._lines |= {line["id"]: body["order"] for line in body.get("lines", ())}
        after = frozenset({body["order"], body.get("base_order") or "", *base} - {""})
        behind = after.union(*(self._behind.get(number, ()) for number in after))
        self._behind[body["order"]] = behind
        self.queue.append(Queued(message, record, self.held or self._nobody_there, after, behind))

    def _bench(self, record: int, message: Message) -> None:
        match message.kind:
            case "intake-hold":
                self.held = record
            case "intake-release":
                self.held = 0
                if self._nobody_there:  # what was held waits on, beside what comes now
                    self.queue = [replace(each, held=self._nobody_there) for each in self.queue]
            case "neighbour-away":
                self.away.add(message.body["neighbour"])
                if message.body["neighbour"] == Edge.OMS:
                    self._nobody_there, self._untold = record, {}
            case "neighbour-back":
                self.away.discard(message.body["neighbour"])
                if message.body["neighbour"] == Edge.OMS:
                    self._nobody_there = 0
            case "kill" | "restart":
                self.killed = message.kind == "kill"
