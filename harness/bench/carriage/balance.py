"""The balance of an integration layer: both sides of every edge, compared."""

from collections.abc import Iterator

from ordertck.harness.bench.carriage import calls, news, notices, orders
from ordertck.harness.bench.carriage.book import Book
from ordertck.harness.bench.carriage.traffic import Complaint, Traffic, first


def complaint(traffic: Traffic, book: Book) -> Complaint | None:
    """The first thing that is out of balance; None where everything arrived, and nothing else."""
    return first(_complaints(traffic, book))


def of_order(traffic: Traffic, book: Book, name: str) -> Complaint | None:
    """The first difference between one order as it was submitted and as it was handed over."""
    _, own = notices.sorted_out(traffic, book)
    return first(orders.complaints(traffic, book, own, name))


def _complaints(traffic: Traffic, book: Book) -> Iterator[Complaint]:
    wrong, own = notices.sorted_out(traffic, book)
    yield from orders.complaints(traffic, book, own)
    yield from calls.complaints(traffic, book, own)
    yield from news.complaints(traffic, book)
    yield from wrong
    yield from notices.left_over(own, book)
