"""What came to its point of no return on the way to what was wanted otherwise: whether that counts, nobody says."""

from itertools import pairwise
from typing import TYPE_CHECKING

from ordertck.harness.oracle.oms.accounts import OrderAccount, Taken, Version

if TYPE_CHECKING:
    from ordertck.harness.oracle.oms.known import Known


def is_past_it_meanwhile(book: "Known", known: OrderAccount, before: Version) -> bool:
    """Whether a line passed its point of no return once it was left out, or before its change was worked in.

    ``before`` is the version that counts.
    """
    return _is_left_out_and_past_it(book, known, before) or any(
        book.lock(line.id, line) != "free" and _is_not_worked_in(book, known, line.id) for line in before.order.lines
    )


def is_mended_unwanted(order: OrderAccount, line: str) -> bool:
    """Whether a failure of a line is over only since a version, or a cancel, after which nobody wants the line."""
    gone = [version.record for version in _standing(order) if version.cancels or version.line(line) is None]
    return bool(gone) and any(each.line == line and each.mended > min(gone) for each in order.incidents)


def _is_left_out_and_past_it(book: "Known", known: OrderAccount, before: Version) -> bool:
    gone = (line for version in _standing(known) for line in version.order.lines if before.line(line.id) is None)
    return any(
        product.ponr in book.lines[line.id].reached_at
        for line in gone
        if (product := book.catalogue.products.get(line.product or "")) is not None
    )


def _is_not_worked_in(book: "Known", known: OrderAccount, line: str) -> bool:
    """Whether nothing was asked of a neighbour for a line since a version wanted it otherwise."""
    pairs = pairwise(_standing(known))
    altered = max((after.record for before, after in pairs if before.line(line) != after.line(line)), default=0)
    return altered > 0 and all(asked.record < altered for asked in book.lines[line].asked)


def _standing(known: OrderAccount) -> list[Version]:
    return [version for version in known.versions if version.taken is not Taken.NO]
