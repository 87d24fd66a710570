"""Turns: who is begun first where places are few, and how many are worked on at a time."""

from collections.abc import Collection

from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.oms.accounts import OrderAccount, Taken, Version
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.waiting import is_behind, is_held_up, waits_for_nothing
from ordertck.harness.oracle.oms.work import WORK


@invariant("oms", "PR-04 PR-07 PR-08", *WORK)
def the_most_urgent_order_goes_first(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Of the orders that wait for a place, and for nothing else, the one of the highest priority is begun first.

    Whether an order that waits has the priority of its first version or of a later one, or of the follow-on orders that
    wait for it, the documents do not say (A-58).
    """
    order = book.orders.get(seen.message.body["order"])
    if book.capacity is None or order is None or order.begun is not None or not order.versions:
        return
    mine = _urgency(book, order)
    # Those that a line releases together compete for a place from then on.
    released = {base for version in order.candidates[:1] for base in version.waits.values()}
    released = released if all(book.lines[base].complete is not None for base in released) else set()
    for other in book.ready():
        version = other.current
        ready = released or _freed(book, version)
        if other is not order and version is not None and _waits_for_a_place(book, other, version, ready):
            theirs = min(v.priority for v in other.versions if v.taken is not Taken.NO)
            said = f"order {order.number} (priority {mine}) is begun before {other.number} ({theirs})"
            yield owed(theirs <= mine, said)


def _urgency(book: OrderSystemBook, order: OrderAccount) -> int:
    """The highest priority that an order may go by: of its versions, and of what waits for it, directly or not."""
    linked, found = {order.number}, [order]
    while found:
        built_on = {number for number, line in book.lines.items() if line.order in {each.number for each in found}}
        waiting = (o for o in book.ready() if o.begun is None and o.number not in linked)
        found = [o for o in waiting if any(built_on & set(v.waits.values()) for v in o.versions)]
        linked |= {each.number for each in found}
    orders = [book.orders[number] for number in linked]
    return max(v.priority for o in orders for v in o.versions if v.taken is not Taken.NO or len(o.versions) == 1)


def _freed(book: OrderSystemBook, version: Version | None) -> set[str]:
    """The base lines that a version waits for, where their orders came to their end, and gave up their places."""
    bases = set(version.waits.values()) if version is not None else set()
    ended = all(book.lines[base].complete is not None and book.orders[book.lines[base].order].is_over for base in bases)
    return bases if ended else set()


def _waits_for_a_place(book: OrderSystemBook, order: OrderAccount, version: Version, released: Collection[str]) -> bool:
    """Whether an order waited for a place, and for nothing but lines just ``released``, when all was quiet last."""
    released = released if set(version.waits.values()) == released and len(order.versions) == 1 else ()
    if order.number not in book.waiting or order.begun is not None or order.troubled or is_held_up(book, order):
        return False
    if is_behind(book, order, version):
        return False
    if not any(map(book.asks_for_work, version.order.lines)):
        return False  # it may be begun, and over, without a word to any neighbour
    lines = [book.lines[line.id] for line in version.order.lines]
    then = version.record <= book.rested.record and not version.cancels
    return then and all(waits_for_nothing(book, order, version, line, book.rested, released) for line in lines)


@invariant("oms", "PR-08 PR-04", *WORK)
def no_more_orders_are_worked_on_than_there_are_places(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """No order is begun while as many are worked on as there are places."""
    order = book.orders.get(seen.message.body["order"])
    if book.capacity is None or order is None or order.begun is not None:
        return
    begun = (o for o in book.orders.values() if o.begun is not None and not o.is_over)
    working = [o for o in begun if not _may_be_over(book, o) and not _lies_still(book, o, seen)]
    said = f"order {order.number} is begun while {len(working)} are worked on, in {book.capacity} places"
    yield owed(len(working) < book.capacity, said)


def _lies_still(book: OrderSystemBook, order: OrderAccount, seen: Crossing) -> bool:
    """Whether nobody is busy with an order, and what is left of it failed or waits: its place may be free."""
    now, version = Rest(seen.record, seen.at), order.current
    lines = [line for line in book.lines_of(order) if line.complete is None and not line.lost]
    left = [line for line in lines if not book.done_by_all(line)]
    if any(line.busy for line in left):
        return False
    return (
        all(line.failed for line in left)
        if version is None
        else all(line.failed or not waits_for_nothing(book, order, version, line, now) for line in left)
    )


def _may_be_over(book: OrderSystemBook, order: OrderAccount) -> bool:
    """Whether everything of an order is done, or undone, so that it may have given up its place before that is told."""
    lines = book.lines_of(order)
    if any(version.cancels and version.taken is not Taken.NO for version in order.versions):
        return not any(line.busy for line in lines)
    return all(line.complete is not None or line.lost or book.done_by_all(line) for line in lines)
