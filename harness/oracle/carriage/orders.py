"""From the CRM's queue to the order system: every version of every order, whole, once, in its turn."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from ordertck.harness.messages import Edge, Message
from ordertck.harness.oracle.carriage.book import Book, amount, attributes, blank, moment, plain
from ordertck.harness.oracle.carriage.traffic import Complaint, Notices, Traffic

_HEADER = ("account", "payer", "price_list", "priority", "site", "ship_to", "ship_by", "approval")
# What the date is called before the integration layer, and behind it (DD-02).
_DUE, _REQUESTED = "due_date", "requested_delivery"
_LINE = ("product", "subject", "action", "price_list", "site")


def complaints(traffic: Traffic, book: Book, notices: Notices, only: str = "") -> Iterator[Complaint]:
    """What is wrong with the orders that were handed over, or were not; with one of them, where it is named."""
    sent, seen = _by_order(book, traffic.once(Edge.SUBMISSION, "order-submission", "cancel")), _by_order(
        book, traffic.handed_over(Edge.OMS, "sales-order", "cancel")
    )  # fmt: skip
    again = _times(traffic)
    for order in [only] if only else {**sent, **seen}:
        left = {message.id: again[message.id] for message in sent[order]}
        turns: list[int] = []
        versions: dict[str, str] = {}
        for message in seen[order]:
            match = next((m for m in sent[order] if left[m.id] and _same_version(m, message)), None)
            if match is None:
                yield Complaint(
                    f"order {order} handed over once, as often as it was submitted", _named(message), "once"
                )
                return
            left[match.id] -= 1
            turns.append(sent[order].index(match))
            yield from _differences(order, match, message, book, notices)
            own = str(match.body.get("id"))
            if versions.setdefault(str(message.body.get("id")), own) != own:
                yield Complaint(f"{_named(message)} under an id of its own", str(message.body.get("id")), "id")
        if turns != sorted(turns):
            yield Complaint(
                f"the versions of order {order} handed over as they were submitted", _turns(seen[order]), "turn"
            )
        missing = [message for message in sent[order] if left[message.id] == again[message.id]]
        refused = notices.number(_number(missing[0])) if missing else 0
        for message in () if traffic.held else missing[refused:]:
            yield Complaint(f"{_named(message)} handed over, or a refusal or a fault", "nothing of it", "missing")


def _times(traffic: Traffic) -> dict[str, int]:
    """How often each message may be handed over: once, or as often as it came where nothing is known again."""
    counts: dict[str, int] = defaultdict(int)
    for message in traffic.given(Edge.SUBMISSION, "order-submission", "cancel"):
        counts[message.id] += 1
    return counts


def _by_order(book: Book, messages: list[Message]) -> dict[str, list[Message]]:
    grouped: dict[str, list[Message]] = defaultdict(list)
    for message in messages:
        grouped[book.order(_number(message))].append(message)
    return grouped


def _number(message: Message) -> str:
    return str(message.body["order"])


def _same_version(sent: Message, seen: Message) -> bool:
    if seen.kind == "cancel":
        return sent.kind == "cancel"
    return sent.kind != "cancel" and sent.body.get("revision", 1) == seen.body.get("revision", 1)


def _named(message: Message) -> str:
    what = "a cancel" if message.kind == "cancel" else f"revision {message.body.get('revision', 1)}"
    return f"{what} of {_number(message)}"


def _turns(messages: list[Message]) -> str:
    return ", ".join(_named(message) for message in messages)


def _differences(order: str, sent: Message, seen: Message, book: Book, notices: Notices) -> Iterator[Complaint]:
    """Where the order as it was handed over is not the order that was submitted (FL-07)."""
    if sent.kind == "cancel":
        return
    if sent.priority is not None and seen.priority != sent.priority:
        yield Complaint(f"order {order} with queue priority {sent.priority}", str(seen.priority), "queue priority")
    yield from _unlike(f"order {order}", _header(sent.body, book, _DUE), _header(seen.body, book, _REQUESTED))
    arrived = {str(line.get("number")): line for line in seen.body.get("lines", ())}
    numbers = [str(line.get("number")) for line in seen.body.get("lines", ())]
    for line in sent.body.get("lines", ()):
        number = str(line["number"])
        if number not in arrived:
            if not notices.about(_number(sent), line["id"]):
                yield Complaint(f"line {number} of order {order}, or a fault that names it", "neither", "line")
        else:
            yield from _line_differences(f"line {number} of order {order}", line, arrived[number], sent, seen, book)
    owed = {str(line["number"]) for line in sent.body.get("lines", ())}
    if extra := [number for number in numbers if number not in owed or numbers.count(number) > 1]:
        yield Complaint(f"the lines of order {order}, each once", f"line {extra[0]} besides", "line")


def _header(body: Mapping[str, Any], book: Book, date: str) -> dict[str, str]:
    shape = {name: plain(body.get(name)) for name in _HEADER}
    base = body.get("base_order")
    return {
        **shape,
        "base order": book.order(base) if base else "",
        "requested delivery": moment(body.get(date)),
    }


def _line_differences(
    name: str, sent: Mapping[str, Any], seen: Mapping[str, Any], order: Message, version: Message, book: Book
) -> Iterator[Complaint]:
    if book.line(seen.get("id")) != book.line(sent["id"]):
        yield Complaint(f"{name} under an id of its own", str(seen.get("id")), "line")
    if not book.same_asset("order system", sent.get("asset"), seen.get("asset")):
        yield Complaint(
            f"{name} about asset {plain(sent.get('asset')) or 'none'}", plain(seen.get("asset")) or "none", "asset"
        )
    owed, came = _line(sent, order, book, _DUE), _line(seen, version, book, _REQUESTED)
    if owed["below"] and owed["below"] not in {str(line.get("number")) for line in version.body.get("lines", ())}:
        owed["below"] = came["below"]  # what it belongs below was not handed over, which is told of
    yield from _unlike(name, owed, came)


def _line(line: Mapping[str, Any], order: Message, book: Book, date: str) -> dict[str, str]:
    parent = line.get("parent")
    shape = {
        **{name: plain(line.get(name)) for name in _LINE},
        "below": _number_of(str(parent), order) if not blank(parent) else "",
        "depends on": book.line(line.get("base_line")),
        "override": amount(line.get("override")),
        "requested delivery": moment(line.get(date)),
        **dict(attributes(line.get("attributes"))),
    }
    return {**shape, "service point": plain(line.get("service_point"))} if book.points_matter else shape


def _number_of(line: str, order: Message) -> str:
    """The number of the line of this id; the id as it stands where the order has none such."""
    numbers = {str(each.get("id")): str(each.get("number")) for each in order.body.get("lines", ())}
    return numbers.get(line, line)


def _unlike(name: str, owed: Mapping[str, str], seen: Mapping[str, str]) -> Iterator[Complaint]:
    if owed == seen:
        return
    for column in {**owed, **seen}:
        if owed.get(column, "") != seen.get(column, ""):
            yield Complaint(
                f"{name}: {column.replace('_', ' ')} {owed.get(column) or 'blank'}", seen.get(column) or "blank", column
            )
