"""The invariant of what the order system asks about one thing for orders that build on each other."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from ordertck.harness.messages import Edge
from ordertck.harness.oracle.carriage.calls import has_a_way
from ordertck.harness.oracle.crossing import Rest
from ordertck.harness.oracle.integration.book import CarriageBook
from ordertck.harness.oracle.invariants import Judgements, Wrong, invariant

# One thing that is asked of a line: in which message, counted, and for which order.
_Ask = tuple[int, str]


@invariant("integration", "PR-05 FO-11", at_rest=True)
def what_is_asked_of_a_thing_is_asked_in_turn(book: CarriageBook, _: Rest) -> Judgements:
    """What an order asks about a thing reaches a neighbour after what the order that it builds on asked before.

    Which of two orders goes first that do not build on each other nobody says, nor how a call is divided.
    """
    for edge in book.asked:
        for line, first, later in _pairs(book, edge):
            wrong = f"what order {later} asks of {edge} for {line} came before what order {first} asked"
            yield Wrong(wrong) if first else None


def _pairs(book: CarriageBook, edge: Edge) -> Iterator[tuple[str, str, str]]:
    """Each line that was passed on, with its order and the later one that came before it; blank where none did."""
    things: dict[str, str] = {}
    asked: defaultdict[str, list[_Ask]] = defaultdict(list)
    for place, message in enumerate(book.asked[edge]):
        for line in message.body["lines"]:
            if line.get("asset") and has_a_way(message, line, book.catalogue):
                key = book.names.line_key(line["line"])
                things[key] = line["asset"]
                asked[key].append((place, book.name(message)))
    came: defaultdict[str, list[str]] = defaultdict(list)
    for message in book.passed_on[edge]:
        for line in message.body["lines"]:
            key = book.names.line_key(line["line"])
            if key in things:
                came[things[key]].append(key)
    for thing, keys in came.items():
        mine = {key: asked[key] for key, of in things.items() if of == thing}
        if Counter(keys) != Counter({key: len(asks) for key, asks in mine.items()}) or len(mine) < 2:
            continue  # what is missing, or is too much, is another matter
        yield from _out_of_turn(book, keys, mine)


def _out_of_turn(book: CarriageBook, keys: list[str], asked: dict[str, list[_Ask]]) -> Iterator[tuple[str, str, str]]:
    times: Counter[str] = Counter()
    passed: list[_Ask] = []
    for key in keys:
        place, order = asked[key][times[key]]
        times[key] += 1
        late = [other for before, other in passed if before > place and order in book.behind(other) and other != order]
        yield key, order if late else "", late[0] if late else ""
        passed.append((place, order))
