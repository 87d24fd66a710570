"""What a newer version says of lines under way without writing them out: withdrawn, left, or another value."""

from typing import TYPE_CHECKING

from ordertck.harness.messages import OrderLine, SalesOrder, replace
from ordertck.harness.oracle.oms import intake
from ordertck.harness.oracle.oms.accounts import OrderAccount

if TYPE_CHECKING:
    from ordertck.harness.oracle.oms.known import Known


def withdraws_all(known: OrderAccount, sold: SalesOrder) -> bool:
    """Whether a newer version says Delete on every line that was to add something, which is a cancel (A-47)."""
    return bool(sold.lines) and len(_withdrawn(known, sold)) == len(sold.lines)


def without_withdrawn(book: "Known", known: OrderAccount, sold: SalesOrder) -> SalesOrder:
    """A newer version without the lines of which it says Delete for want of a way to leave them out (A-62).

    Whether what it leaves out without a word stays as it is then, nobody says.
    """
    if book.switches["withdrawal"] != "delete":
        return sold
    named = {line.id for line in sold.lines}
    withdrawn = [*_withdrawn(known, sold), *_deleted_late(book, known, sold)]
    for line in (line for version in known.candidates for line in version.order.lines if line.id not in named):
        book.left_out.add(line.id)
        book.works_in(line.id)
    for line in _perhaps_withdrawn(known, sold):
        book.works_in(line.id)
    book.deleted[sold.id] = {line.id for line in withdrawn}
    return replace(sold, lines=tuple(line for line in sold.lines if line not in withdrawn))


def _deleted_late(book: "Known", known: OrderAccount, sold: SalesOrder) -> list[OrderLine]:
    """The lines that say Delete of what an earlier version was to add, and a later one left out without a word."""
    added = {line.id for version in known.versions for line in version.order.lines if line.action == "Add"}
    return [line for line in sold.lines if line.action == "Delete" and line.id in added & book.left_out]


def _withdrawn(known: OrderAccount, sold: SalesOrder) -> list[OrderLine]:
    """The lines that say Delete of what the version before was to add."""
    before = known.candidates[0].order.lines if known.candidates else ()
    adds = {line.id for line in before if line.action == "Add"}
    return [line for line in sold.lines if line.action == "Delete" and line.id in adds]


def _perhaps_withdrawn(known: OrderAccount, sold: SalesOrder) -> list[OrderLine]:
    """The lines that say Delete and were to change something: that the change, or the asset, is to go (A-62)."""
    changed = {line.id for v in known.versions for line in v.order.lines if line.action not in ("Add", "Delete")}
    return [line for line in sold.lines if line.action == "Delete" and line.id in changed]


def in_full(book: "Known", known: OrderAccount, order: SalesOrder) -> SalesOrder:
    """A newer version with each line without an action as it was before, where the line is still to be added (A-56).

    Who takes in a version that updates such a line may work the update into the line, as nobody can say beforehand.
    """
    return replace(order, lines=tuple(_in_full(book, known, order, line) for line in order.lines))


def _in_full(book: "Known", known: OrderAccount, order: SalesOrder, line: OrderLine) -> OrderLine:
    before = _added(book, known, line)
    unchanged = intake.is_unchanged(book, line)
    if not before or not (unchanged or line.action == "Update"):
        return line
    headers = {(v.order.price_list, v.order.site) for v in known.candidates} | {(order.price_list, order.site)}
    if unchanged and len(headers) == 1 and all(known_line == before[0] for known_line in before):
        return before[0]
    book.works_in(line.id)
    return line


def _added(book: "Known", known: OrderAccount, line: OrderLine) -> list[OrderLine]:
    """The line as the versions that may count add it; empty where it is complete, or they do not add it."""
    account = book.lines.get(line.id)
    if account is None or account.complete is not None:
        return []
    found = [version.line(line.id) for version in known.candidates]
    return [was for was in found if was is not None and was.action == "Add"]
