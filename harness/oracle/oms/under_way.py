"""What other orders have under way about an asset, when one comes that is about it too."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from ordertck.harness.messages import OrderLine, SalesOrder
from ordertck.harness.oracle.oms.accounts import LineAccount, OrderAccount

if TYPE_CHECKING:
    from ordertck.harness.oracle.oms.known import Known


def others_are_at_work(book: "Known", line: OrderLine) -> bool:
    """Whether another order about a line's asset is not over, so that the line's own may wait for it (A-26)."""
    about = (book.lines[other] for other in book.installed.lines_of(line.asset or ""))
    own = book.lines[line.id].order if line.id in book.lines else ""
    return any(not book.orders[other.order].is_over for other in about if other.order != own)


def may_have_begun(order: OrderAccount) -> bool:
    """Whether an order was begun, or may have been with nothing to ask of neighbours: a line of it changes nothing."""
    lines = (line for version in order.versions for line in version.order.lines)
    return order.begun is not None or any(line.action in ("-", "", None) for line in lines)


def lies_still(book: "Known", asset: str | None) -> bool:
    """Whether what is open about an active asset failed, or is of an order that waits for its date.

    None of these orders was ever revised.
    """
    unsure = asset in book.installed.unsure or book.installed.completed(asset or "") != "active"
    if unsure or not book.rested.record:
        return False
    about = (book.lines[line] for line in book.installed.lines_of(asset or ""))
    lines = [line for line in about if book.is_open(line) or line.lost]
    if any(line.lost or len(book.orders[line.order].versions) > 1 for line in lines):
        return False
    return all((line.failed and not line.busy) or _waits_for_its_date(book, line) for line in lines)


def _waits_for_its_date(book: "Known", line: LineAccount) -> bool:
    order = book.orders[line.order]
    date = order.versions[0].order.requested_delivery
    later = date is not None and datetime.fromisoformat(date) > book.rested.at
    return later and order.begun is None and not order.raised


def came_before_its_base(book: "Known", line: OrderLine, number: str) -> bool:
    """Whether the order of a line came, of this number, before the one that it builds on (FO-08)."""
    base = book.lines.get(line.base_line or "")
    first = book.orders[number].versions[0].record
    return base is not None and book.orders[base.order].versions[0].record > first


def open_bases(book: "Known", order: SalesOrder) -> dict[str, str]:
    """The base lines that are open when an order comes, by the line that builds on each (FO-04, FO-08)."""
    found = {}
    for line in order.lines:
        base: LineAccount | None = book.lines.get(line.base_line or "")
        leaving = base is not None and base.lost and not book.orders[base.order].is_over
        if base is not None and base.complete is None and (book.is_open(base) or leaving):
            found[line.id] = base.id
    return found


def waits_for_itself(book: "Known", order: SalesOrder) -> bool:
    """Whether an order builds on one that waits, itself or through others, for this very order.

    Neither could ever begin; whether the version that closes the circle is refused, the documents do not say.
    """
    bases = [line.base_line for line in order.lines]
    reached: set[str] = set()
    while bases:
        base = book.lines.get(bases.pop() or "")
        if base is None or base.order in reached or book.orders[base.order].is_over:
            continue
        reached.add(base.order)
        bases += [waited for version in book.orders[base.order].candidates for waited in version.waits.values()]
    return order.order in reached


def is_somebody_elses(book: "Known", order: SalesOrder, line: OrderLine) -> bool:
    """Whether a line is about what another customer ordered, or builds on it."""
    about = [*book.installed.lines_of(line.asset or ""), *([line.base_line] if line.base_line in book.lines else [])]
    orders = {book.lines[known].order for known in about}
    return any(version.order.account != order.account for name in orders for version in book.orders[name].versions)


def is_elsewhere(book: "Known", line: OrderLine) -> bool:
    """Whether a line ends, suspends or resumes an asset at another place than its own, or moves it from or to there.

    Whether such an order is refused, the documents do not say.
    """
    known = book.installed.owed.get(line.asset or "")
    if known is None or not known.site or not line.site or line.action == "Update":
        return False
    return (line.site == known.site) == (line.action == "Move-Add")


def others_at_work(book: "Known", line: LineAccount) -> list[LineAccount]:
    """The lines of other orders at work on the same asset: in which turn they take effect nobody can say.

    Nor can anybody say it of two lines of one order, one of which updates the asset.
    """
    about = (book.lines[other] for other in book.installed.lines_of(book.installed.asset_of(line.id)))
    others = (o for o in about if o is not line and o.complete is None and o.asked and (o.busy or not o.lost))
    return [o for o in others if o.order != line.order or _updates(book, line) or _updates(book, o)]


def _updates(book: "Known", line: LineAccount) -> bool:
    return any(want.action == "Update" for _, want in book.wanted(line))


def contested(book: "Known", line: LineAccount, others: Collection[LineAccount]) -> set[str] | None:
    """The attributes that a line alters, and others that are at work beside it; None where any of them does more."""
    mine, theirs = _altered_by(book, line), [_altered_by(book, other) for other in others]
    return None if mine is None or None in theirs else mine & set[str]().union(*filter(None, theirs))


def _altered_by(book: "Known", line: LineAccount) -> set[str] | None:
    """The attributes that a line was ever to alter; None where it was to do more, or something else."""
    wanted = [want for version in book.orders[line.order].versions if (want := version.line(line.id)) is not None]
    if any(want.action != "Update" or want.site or want.service_point or want.base_line for want in wanted):
        return None
    if line.id in book.worked_in or len({want.asset for want in wanted}) > 1:
        return None
    return {name for want in wanted for name in want.attributes}


def is_or_comes(book: "Known", asset: str) -> bool:
    """Whether an asset is there, or a line is to add it whose order nobody has cancelled."""
    about = [book.lines[line] for line in book.installed.lines_of(asset)]
    adding = (line for line in about if book.is_open(line) and any(w.action == "Add" for _, w in book.wanted(line)))
    sure = any(not any(version.cancels for version in book.orders[line.order].candidates) for line in adding)
    return sure or book.installed.completed(asset) in ("active", "suspended")
