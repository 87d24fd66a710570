"""What the CRM is told of cancelled orders: that they are cancelled once all is undone, and no others are."""

from ordertck.harness.messages import Status
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, Wrong, invariant, owed
from ordertck.harness.oracle.oms.accounts import LineAccount, OrderAccount, Work
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.overtaken import (
    is_mended_unwanted,
)
from ordertck.harness.oracle.oms.statuses import TOLD, progress_told


@invariant("oms", "PV-05", *TOLD)
def cancelled_is_said_when_all_is_undone(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """An order is said to be cancelled once all that was done for it is undone, and not before."""
    told = progress_told(seen)
    order = book.orders.get(told.order)
    if order is None or told.status != Status.CANCELLED or order.status == Status.CANCELLED:
        return
    busy = [line.id for line in book.lines_of(order) if line.latest_is_open]
    yield owed(not busy, f"order {order.number} is said to be CANCELLED while line {', '.join(busy)} is worked on")
    for line in book.lines_of(order):
        wanted = [version.line(line.id) for version in order.versions]
        added = all(want.action == "Add" for want in wanted if want is not None)
        if is_mended_unwanted(order, line.id):
            continue  # what is done after all and unasked, though nobody wants it any more
        asset = book.installed.asset_of(line.id)
        about = (book.lines[other] for other in book.installed.lines_of(asset))
        others = (want for other in about if other.order != line.order for _, want in book.wanted(other))
        # What another order adds is not this one's, nor is what it set up because its base order had not come.
        if added and not any(want.action == "Add" or (want.action == "Update" and want.base_line) for want in others):
            left = bool(book.installed.set_up(asset) or book.installed.charged(asset))
            yield owed(
                not left, f"order {order.number} is said to be CANCELLED, and something of line {line.id} is left"
            )


@invariant("oms", "PV-05 PV-06", at_rest=True)
def a_cancelled_order_is_said_to_be(book: OrderSystemBook, _: Rest) -> Judgements:
    """An order whose cancel was taken in, and with which nobody is busy any more, is told to be cancelled."""
    for order in book.orders.values():
        if order.cancelled and not order.unclear and not book.away:
            lines = book.lines_of(order)
            if not any(line.busy or (line.failed and not _is_only_begun(line)) for line in lines):
                yield owed(
                    order.status == Status.CANCELLED, f"order {order.number} is cancelled, and told {_last(order)}"
                )


def _is_only_begun(line: LineAccount) -> bool:
    """Whether what failed of a line was the first thing that was asked for it, so that nothing is left to undo."""
    return all(len(side) < 2 or side[-1].state is not Work.FAILED for side in (line.provisioning, line.billing))


def _last(order: OrderAccount) -> str:
    return order.status or "nothing"


@invariant("oms", "PV-05 TM-02 SU-01", *TOLD)
def only_what_was_cancelled_is_said_to_be(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """An order is said to be cancelled only where the CRM has cancelled it."""
    told = progress_told(seen)
    order = book.orders.get(told.order)
    if order is not None and told.status in (Status.CANCELLED, Status.CANCELLING):
        asked = any(version.cancels for version in order.versions)
        empty = any(not version.order.lines for version in order.versions)
        if not asked and not empty:
            yield Wrong(f"order {order.number} is said to be {told.status}, and nobody has cancelled it")
        else:
            yield None
