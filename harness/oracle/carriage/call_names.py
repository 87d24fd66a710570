"""Under which call of the order system news of a line's work is told: the one that asked for that work."""

from collections import defaultdict
from collections.abc import Iterator

from ordertck.harness.messages import Edge, Message
from ordertck.harness.oracle.carriage.book import Book
from ordertck.harness.oracle.carriage.calls import SHAPES, Item, Reading
from ordertck.harness.oracle.carriage.traffic import Complaint, Traffic

# A line in a call of the layer's, and the order system's calls that it may come from.
Origins = dict[tuple[str, str], frozenset[str]]
# What is said of a line: of which, what sort, what it is called, what it is.
Fact = tuple[str, str, str, str]


def complaints(traffic: Traffic, book: Book, edge: Edge) -> Iterator[Complaint]:
    """Who says by which message of the order system's a line's work was asked for says so of all of it, and truly."""
    heard = traffic.handed_over(Edge.OMS, f"{edge}-update")
    said = {str(message.body["call"]) for message in heard if message.body.get("call")}
    asked = {
        m.id: {book.line(line["line"]) for line in m.body["lines"]} for m in traffic.once(Edge.OMS, f"{edge}-order")
    }
    if not said & set(asked):
        return
    for message in heard:
        line, call = book.line(message.body["line"]), message.body.get("call")
        if call and line not in asked.get(call, ()):
            yield _complaint(line, call)
    yield from _of_another_call(traffic, book, edge, heard)


def _of_another_call(traffic: Traffic, book: Book, edge: Edge, heard: list[Message]) -> Iterator[Complaint]:
    """Two calls may ask for work on one line: what is told of the one is told under it, not under the other."""
    origins = _origins(traffic, book, edge)
    owed: defaultdict[Fact, list[frozenset[str]]] = defaultdict(list)
    for message in traffic.once(edge, f"{edge}-update"):
        line = book.line(message.body["line"])
        owed[_fact(message, line)].append(origins.get((str(message.body.get("call")), line), frozenset()))
    seen: defaultdict[Fact, list[str]] = defaultdict(list)
    for message in heard:
        seen[_fact(message, book.line(message.body["line"]))].append(str(message.body.get("call") or ""))
    for fact, calls in seen.items():
        times = owed[fact]
        if not times or not all(times):
            continue  # what nobody told, or told of no call, is another matter
        each = times if len(times) == len(calls) else [frozenset[str]().union(*times)] * len(calls)
        for call, of in zip(calls, each, strict=True):
            if call and call not in of:
                yield _complaint(fact[0], call)


def _origins(traffic: Traffic, book: Book, edge: Edge) -> Origins:
    """From which calls each line of the layer's calls comes: from one, where each of them was passed on."""
    reading, kind, (asked, done) = Reading(book), f"{edge}-order", SHAPES[edge]
    given: defaultdict[Item, list[str]] = defaultdict(list)
    for message in traffic.once(Edge.OMS, kind):
        for item in reading.items([message], asked):
            given[item].append(message.id)
    came: defaultdict[Item, list[str]] = defaultdict(list)
    for message in traffic.handed_over(edge, kind):
        for item in reading.items([message], done):
            came[item].append(message.id)
    found: Origins = {}
    for item, calls in came.items():
        sources = given[item]
        for place, call in enumerate(calls):
            key = call, dict(item)["line"]
            of = sources[place : place + 1] if len(sources) == len(calls) else sources
            found[key] = found.get(key, frozenset()) | frozenset(of)
    return found


def _fact(message: Message, line: str) -> Fact:
    body = message.body
    return line, str(body["sort"]), str(body.get("attribute") or ""), str(body["value"])


def _complaint(line: str, call: str) -> Complaint:
    return Complaint(f"the work on {line} under the call that asked for it", f"call {call}", "call")
