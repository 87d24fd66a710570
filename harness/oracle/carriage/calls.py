"""What the order system asks of billing and provisioning: every line of every call, as it was asked, once."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Edge, Message
from ordertck.harness.oracle.carriage.book import Book, amount, attributes, blank, moment, plain
from ordertck.harness.oracle.carriage.traffic import Complaint, Notices, Traffic, about

# One line of one call, in fields that have something in them.
Item = tuple[tuple[str, str], ...]
# The plan of a line that cannot be billed, since its price list leads to none.
_UNMAPPED = "none"
# What is asked of each line, one thing after the other.
Turns = defaultdict[str, list[Item]]
Shape = Callable[[Mapping[str, Any], Mapping[str, Any], Book], dict[str, str]]


class Reading:
    """What the lines of messages say, read once. A shape says of a body and a line what counts in them."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._read: dict[tuple[int, Shape], list[Item]] = {}

    def items(self, messages: list[Message], of: Shape) -> list[Item]:
        """The lines of some messages, one after the other."""
        return [item for message in messages for item in self._items(message, of)]

    def _items(self, message: Message, of: Shape) -> list[Item]:
        known = self._read.get((id(message), of))
        if known is None:
            shapes = [of(message.body, line, self._book) for line in message.body["lines"]]
            known = [tuple(sorted((name, value) for name, value in shape.items() if value)) for shape in shapes]
            self._read[id(message), of] = known
        return known


def complaints(traffic: Traffic, book: Book, notices: Notices) -> Iterator[Complaint]:
    """What is wrong with the calls that were passed on, or were not."""
    unreachable: Counter[Item] = Counter()
    due: Counter[str] = Counter()
    reading = Reading(book)
    for edge, (asked, done) in SHAPES.items():
        kind = f"{edge}-order"
        given = traffic.given(Edge.OMS, kind)
        if not given and not traffic.handed_over(edge, kind):
            continue
        most = Counter(reading.items(given, asked))
        yield from about(kind, _of_calls(traffic, book, notices, most, (edge, kind, asked, done), reading))
        unreachable += Counter({item: times for item, times in most.items() if not _reachable(dict(item), book)})
        asked_once = reading.items(traffic.once(Edge.OMS, kind), asked)
        due.update(dict(item)["line"] for item in asked_once if not _reachable(dict(item), book))
    yield from about("billing-order", _faulted(unreachable, due, book, notices))


def _of_calls(
    traffic: Traffic,
    book: Book,
    notices: Notices,
    most: Counter[Item],
    way: tuple[Edge, str, Shape, Shape],
    reading: Reading,
) -> Iterator[Complaint]:
    """What is wrong with the calls of one kind, which may be as often as ``most`` says."""
    edge, kind, asked, done = way
    wanted = reading.items(traffic.once(Edge.OMS, kind), asked)
    came = reading.items(traffic.handed_over(edge, kind), done)
    owed, seen = Counter(wanted), Counter(came)
    for item in owed - seen:
        if not _undeliverable(item, book, notices):
            yield Complaint(f"{kind}: {_words(item)}", _nearest(item, seen - owed))
    yield from _other_assets(traffic, book, edge, kind)
    yield from _out_of_turn(_turns(wanted), _turns(came))
    yield from _parentless(traffic.handed_over(edge, kind), book)
    for item in seen - most:
        yield Complaint(f"no {kind} that nobody asked for, and none twice", _words(item))


def _other_assets(traffic: Traffic, book: Book, edge: Edge, kind: str) -> Iterator[Complaint]:
    """An asset is the same one in every call, or a change is made to something else (MO-05)."""
    sent = {
        book.line(line["line"]): line.get("asset") for m in traffic.once(Edge.OMS, kind) for line in m.body["lines"]
    }
    for message in traffic.handed_over(edge, kind):
        for line in message.body["lines"]:
            key = book.line(line["line"])
            if key in sent and not book.same_asset(edge, sent[key], line.get("asset")):
                yield Complaint(f"{kind}: {key} about asset {sent[key]}", plain(line.get("asset")) or "none", "asset")


def _out_of_turn(owed: Turns, came: Turns) -> Iterator[Complaint]:
    """What is asked of one line is passed on in its turn, or an end comes before its beginning, an old value last."""
    for line, turns in came.items():
        if turns != owed[line] and sorted(turns) == sorted(owed[line]):
            yield Complaint(
                f"{line} in turn: {'; then '.join(map(_words, owed[line]))}", "; then ".join(map(_words, turns)), "turn"
            )


def _turns(items: list[Item]) -> Turns:
    turns: Turns = defaultdict(list)
    for item in items:
        turns[dict(item)["line"]].append(item)
    return turns


def _parentless(messages: list[Message], book: Book) -> Iterator[Complaint]:
    """A component names the line above it by the id under which that was handed over, if it was."""
    lines = [line for message in messages for line in message.body["lines"]]
    ids = {book.line(line["line"]): line["line"] for line in lines}
    for line in lines:
        parent = line.get("parent")
        if parent and ids.get(book.line(parent), parent) != parent:
            yield Complaint(f"{book.line(line['line'])} below {ids[book.line(parent)]}", str(parent))


def has_a_way(message: Message, line: Mapping[str, Any], catalogue: Catalogue) -> bool:
    """Whether what is asked for a line leads to a rate plan, or to a system; else it is faulted and never passed on."""
    if message.kind == "billing-order":
        return _plan(line, catalogue) != _UNMAPPED
    return _is_known(str(message.body.get("target")), catalogue)


def _plan(line: Mapping[str, Any], catalogue: Catalogue) -> str | None:
    """The rate plan that a price list leads to (PL-06); none is needed to change what is charged on no list."""
    needed = line["effect"] == "start" or not blank(line.get("price_list"))
    return catalogue.rate_plan(line.get("price_list")) or (_UNMAPPED if needed else None)


def _is_known(target: str, catalogue: Catalogue) -> bool:
    return any(product.target == target for product in catalogue.products.values())


def _to_be_billed(body: Mapping[str, Any], line: Mapping[str, Any], book: Book) -> dict[str, str]:
    """What the order system asks of billing: a price list counts as the rate plan that it leads to (PL-06)."""
    return _billed(body, {**line, "rate_plan": _plan(line, book.directory.catalogue)}, book)


def _billed(body: Mapping[str, Any], line: Mapping[str, Any], book: Book) -> dict[str, str]:
    return {
        **_common(body, line, book),
        "phase": plain(body.get("phase")),
        "plan": plain(line.get("rate_plan")) + _at_odds(line, book.directory.catalogue),
        "override": amount(line.get("override")),
    }


def _at_odds(line: Mapping[str, Any], catalogue: Catalogue) -> str:
    """What is to be added where a price list is named beside a rate plan, and leads to another one."""
    leads_to = catalogue.rate_plan(line.get("price_list"))
    if leads_to is None or leads_to == line.get("rate_plan"):
        return ""
    return f" beside {line['price_list']}"


def _provisioned(body: Mapping[str, Any], line: Mapping[str, Any], book: Book) -> dict[str, str]:
    shape = {
        **_common(body, line, book),
        "target": plain(body.get("target")),
        "priority": plain(body.get("priority")),
        "revision": plain(body.get("revision")),
        "below": book.line(line.get("parent")),
        "site": plain(line.get("site")),
    }
    return {**shape, "service point": plain(line.get("service_point"))} if book.points_matter else shape


def _common(body: Mapping[str, Any], line: Mapping[str, Any], book: Book) -> dict[str, str]:
    said = {f"with {name}": value for name, value in attributes(line.get("attributes"))}
    return {
        "order": book.order(body["order"]),
        "line": book.line(line["line"]),
        "account": plain(body.get("account")),
        "product": plain(line.get("product")),
        "effect": plain(line.get("effect")),
        "requested delivery": moment(body.get("requested_delivery")),
        **said,
    }


# What the order system asks at an edge and what is passed on there, in the fields that both have.
SHAPES: dict[Edge, tuple[Shape, Shape]] = {
    Edge.BILLING: (_to_be_billed, _billed),
    Edge.PROVISIONING: (_provisioned, _provisioned),
}


def _undeliverable(item: Item, book: Book, notices: Notices) -> bool:
    """Whether a line could not be passed on, and somebody was told so: order system or CRM."""
    fields = dict(item)
    if fields["order"] not in book.directory.orders or _reachable(fields, book):
        return False
    told = [message.body for message in notices.own if book.line(message.body.get("line")) == fields["line"]]
    explained = [notices.about(str(body["order"]), body["line"]) for body in told]  # to each of the two, under its ids
    return any(explained)


def _reachable(fields: Mapping[str, str], book: Book) -> bool:
    """Whether there is a way to the system, or to a rate plan, that a line needs."""
    if "target" in fields:
        return _is_known(fields["target"], book.directory.catalogue)
    return fields.get("plan") != _UNMAPPED


def _faulted(unreachable: Counter[Item], due: Counter[str], book: Book, notices: Notices) -> Iterator[Complaint]:
    """Of a line that cannot be passed on somebody is told each time that it was asked for, and no more often."""
    times: Counter[str] = Counter()
    for item, asked in unreachable.items():
        times[dict(item)["line"]] += asked
    for line, owed in times.items():
        told = Counter((m.edge, m.kind) for m in notices.own if book.line(m.body.get("line")) == line)
        # What has no plan may be told to one neighbour, and what has no way to another.
        if told and not (due[line] <= told.total() and max(told.values()) <= owed):
            yield Complaint(f"{line} faulted as often as it was asked for, {owed}", str(max(told.values())))


def _nearest(item: Item, seen: Counter[Item]) -> str:
    """What came in an item's place: the one with most in common."""
    alike = sorted(seen, key=lambda other: -len(set(other) & set(item)))
    return _words(alike[0]) if alike else "nothing of the kind"


def _words(item: Item) -> str:
    return ", ".join(f"{name} {value}" for name, value in item)
