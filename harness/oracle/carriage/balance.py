"""The balance of an integration layer: both sides of every edge, compared."""

from collections.abc import Iterator

from ordertck.harness.oracle.carriage import calls, news, notices, orders
from ordertck.harness.oracle.carriage.book import Book
from ordertck.harness.oracle.carriage.traffic import Complaint, Traffic, first


def complaint(traffic: Traffic, book: Book) -> Complaint | None:
    """The first thing that is out of balance; None where everything arrived, and nothing else."""
    return next((each for _, each in of_orders(traffic, book)), None)


def of_orders(traffic: Traffic, book: Book) -> Iterator[tuple[str, Complaint]]:
    """Everything that is out of balance, each with what it is about: orders, calls, news or failures."""
    wrong, own = notices.sorted_out(traffic, book)
    for part, complaints in (
        ("orders", orders.complaints(traffic, book, own)),
        ("calls", calls.complaints(traffic, book, own)),
        ("news", news.complaints(traffic, book)),
        ("failures", iter(wrong)),
        ("failures", notices.left_over(own, book)),
    ):
        for each in complaints:
            yield part, each


def of_order(traffic: Traffic, book: Book, name: str) -> Complaint | None:
    """The first difference between one order as it was submitted and as it was handed over."""
    _, own = notices.sorted_out(traffic, book)
    return first(orders.complaints(traffic, book, own, name))
