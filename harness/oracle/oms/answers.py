"""What is shown to who asks, and what is made of what comes again: as was told, and nothing besides."""

from ordertck.harness.messages import OrderProgress, Status
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.oms.accounts import Should, Taken
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.intake import is_unchanged


@invariant("oms", "TM-01 TM-03 TM-05", "order-snapshot")
def an_order_that_was_taken_in_is_known(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Who asks for an order that was taken in is not told that there is none, whatever the order waits for."""
    told = seen.message.read(OrderProgress)
    order = book.orders.get(told.order)
    if order is not None and order.current is not None and not order.stuck and not order.unclear:
        yield owed(
            told.status not in (Status.UNKNOWN, Status.REFUSED, Status.DRAFT),
            f"order {order.number} is shown as {told.status}",
        )


@invariant("oms", "UF-02 TM-01", "order-snapshot")
def what_is_shown_is_what_was_told(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Whoever asks how an order stands is shown as complete what the CRM was told is complete, and nothing else."""
    told = seen.message.read(OrderProgress)
    order = book.orders.get(told.order)
    if order is None or not order.status or book.rested.record != seen.record - 1:
        return
    both = {order.status, told.status}
    yield owed(
        len(both) == 1 or not both & {Status.COMPLETE, Status.CANCELLED},
        f"order {order.number} is shown as {told.status}, and the CRM was told {order.status}",
    )
    for said in told.lines:
        line = book.lines.get(said.line)
        if line is not None and line.status and said.status is not None and not line.lost:
            ends = {line.status, said.status} & {Status.COMPLETE, Status.CANCELLED}
            shown = f"line {line.id} is shown as {said.status}, and the CRM was told {line.status}"
            yield owed(not ends or line.status == said.status, shown)


@invariant("oms", "SU-05 PV-05 SU-06 PN-04", "refusal")
def what_comes_again_is_not_refused(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What was taken in is not refused when it is delivered once more."""
    order = book.orders.get(seen.message.body["order"])
    if order is None or order.number in book.vain_cancels or not order.repeated:
        return
    if any(version.taken is Taken.OPEN for version in order.versions):
        return
    if order.repeated > max(version.record for version in order.versions):
        good = all(version.taken is Taken.YES and version.should is not Should.REFUSE for version in order.versions)
        if good and not order.stuck:
            yield owed(False, f"what came again of order {order.number} is refused", order.repeated)


@invariant("oms", "PV-15", "fallout")
def a_failure_is_told_once(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """The CRM is told once that a neighbour failed, and once that this is over."""
    order = book.orders.get(seen.message.body["order"])
    incident = seen.message.body["incident"]
    if seen.told or order is None or incident not in book.incidents:
        return
    if seen.message.body["state"] == "raised":
        known = incident in [raised.incident for raised in order.raised]
    else:
        known = incident in order.resolved
    yield owed(not known, f"incident {incident} of order {order.number} is told a second time")


@invariant("oms", "AS-01 OM-02 UF-06", at_rest=True)
def the_crm_is_told_of_each_line(book: OrderSystemBook, _: Rest) -> Judgements:
    """Once the CRM was told that an order is complete, it was told so of each of its lines that change something."""
    for order in book.orders.values():
        if order.status != Status.COMPLETE or order.current is None:
            continue
        for line in (sold for sold in order.current.order.lines if not is_unchanged(book, sold)):
            if line.action == "Delete" and line.id in book.worked_in:
                continue  # it is perhaps no line of the order any more
            status = book.lines[line.id].status
            said = f"order {order.number} is complete, and of line {line.id} the CRM was told {status or 'nothing'}"
            yield owed(status == Status.COMPLETE, said)


@invariant("oms", "UF-05 UF-06 PV-15", at_rest=True)
def what_is_done_of_a_failed_order_is_told(book: OrderSystemBook, _: Rest) -> Judgements:
    """A line that all neighbours have done is told to be complete, though another line of its order has failed."""
    for order in book.orders.values():
        version = order.current
        if version is None or version.cancels or not order.incidents or order.unclear or book.away:
            continue
        for sold in version.order.lines:
            line = book.lines[sold.id]
            if any(incident.line in (None, line.id) for incident in order.incidents):
                continue
            done = not line.failed and bool(line.billing) and book.done_by_all(line) and not line.lost
            if done and line.billing[-1].phase != "initiate" and len(order.versions) == 1:
                yield owed(
                    line.complete is not None,
                    f"line {line.id} is done, and the CRM was told {line.status or 'nothing'}",
                )
