"""Invariants of failures: what failed is told, once, by a name of its own, and what is mended as well."""

from ordertck.harness.messages import UNDO
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.som.book import ServiceBook
from ordertck.harness.oracle.som.demand import Line


@invariant("som", "PV-15 PV-13", "fault")
def a_fault_has_a_cause(book: ServiceBook, moment: Crossing) -> Judgements:
    """A fault is told only of a line that failed or cannot be done, and at most as often as that happened."""
    body = moment.message.body
    line = book.lines.get(body.get("line") or "")
    if line is not None:
        causes = len(line.failures) + (line.mentions if line.flawed or _may_be_impossible(book, line) else 0)
        said = f"fault {line.faults + 1} of line {line.id}, for which there are {causes} causes: {body['reason']}"
        yield owed(line.faults < causes, said, *line.failures)
    elif not body.get("line"):
        order = book.orders.get(body["order"])
        if order is not None:
            said = f"a fault of order {order.number}, to which nothing came after its end: {body['reason']}"
            causes = len(order.late) + order.doubtful + order.refusable + order.reopened
            yield owed(order.faults < causes, said)


def _may_be_impossible(book: ServiceBook, line: Line) -> bool:
    """Whether the documents let a line be faulted that the network has not failed at."""
    reopened = any(book.orders[other.order].reopened for other in book.about(line.asset))
    removed = any(other.effect == "remove" or not other.wanted for other in book.about(line.asset))
    failed = any(other.faults or book.orders[other.order].cancelled for other in book.about(line.asset))
    lines = book.about(line.asset)
    added = any(other.effect == "add" and _is_there(line, other) for other in lines[: lines.index(line)])
    moved = any(
        other.effect == "change" and other.site not in (None, line.site) for other in lines[: lines.index(line)]
    )
    places = {other.site for other in lines[: lines.index(line)] if other.effect == "add"}
    scattered = len(places) > 1 and line.site not in places  # which of them is to move there, nobody says
    there = added and not (removed or failed or reopened or moved or scattered)
    return book.is_flawed(line) or not ((line.effect == "add" and not reopened) or there)


def _is_there(line: Line, added: Line) -> bool:
    """Whether what another line has added may be at the site that a line names."""
    return line.effect == "change" or None in (line.site, added.site) or line.site == added.site


@invariant("som", "PV-15 PV-07", "fault")
def each_failure_has_an_incident_of_its_own(book: ServiceBook, moment: Crossing) -> Judgements:
    """No two faults go by one incident, unless they are one fault of one line, which is not mended."""
    body = moment.message.body
    before = book.incidents.get(body["incident"])
    mended = body["incident"] in book.mended
    same = before is None or (before[:2] == (body["order"], body.get("line")) and not mended)
    records = (before[2],) if before else ()
    yield owed(same, f"incident {body['incident']} told of {body.get('line')} and of another failure", *records)


@invariant("som", "PV-07", "fallout")
def only_what_failed_is_mended(book: ServiceBook, moment: Crossing) -> Judgements:
    """A failure that is told to be mended was told before, and its work is done by now, or was called off."""
    body = moment.message.body
    if body["state"] != "resolved":
        yield owed(False, "a fallout that is not resolved, where a failure is told as a fault")
        return
    known = book.incidents.get(body["incident"])
    yield owed(known is not None, f"incident {body['incident']} resolved, which nobody was told of")
    named = body.get("line")
    said = f"incident {body['incident']} of {known[1] if known else None} resolved as one of {named}"
    yield owed(known is None or not named or known[1] in (None, named), said, *(known[2:] if known else ()))
    line = book.lines.get((known[1] if known else None) or "")
    if known is not None and line is not None and line.failures:
        # What was asked after the failure was told may fail before the news comes by that the first one is over.
        failed = [a for a in book.ledger.open(line.asset, line.id) if a.failed and a.record < known[2]]
        undoing = any(ask.effect == UNDO for ask in book.ledger.open(line.asset, line.id))
        revised = all(ask.record < line.record for ask in failed)  # it is wanted otherwise by now
        called_off = undoing or revised or not line.wanted or book.orders[line.order].cancelled
        said = f"incident {body['incident']} resolved, though {failed[0].step if failed else ''} is not done"
        yield owed(not failed or bool(called_off), said, *line.failures)


@invariant("som", "PV-15 PV-07", at_rest=True)
def what_failed_is_told(book: ServiceBook, _: Rest) -> Judgements:
    """Of each line that the network failed at a fault is told."""
    for line in _failed(book):
        yield owed(
            line.faults > 0 or line.excused > 0,
            f"no fault told of line {line.id}, which the network could not do",
            *line.failures,
        )


@invariant("som", "PV-15 PV-13", at_rest=True)
def what_cannot_be_done_is_told(book: ServiceBook, _: Rest) -> Judgements:
    """Of a line that the network has no product for, or that names no quantity, a fault is told."""
    for line in book.lines.values() if not (book.stopped or book.away) else ():
        order = book.orders[line.order]
        # Who looks at a line when its turn comes need not come to one whose order rests, or was cancelled before.
        passed_over = order.suspended or order.cancelled or book.may_wait_for_its_turn(line)
        if line.mentions == 1 and book.is_flawed(line) and not passed_over:
            told = line.faults or order.faults
            yield owed(bool(told), f"no fault told of line {line.id}, which nobody can do", line.record)


@invariant("som", "PV-07", at_rest=True)
def what_is_mended_is_told(book: ServiceBook, _: Rest) -> Judgements:
    """Of a line that failed and was done after all it is told that the failure is mended."""
    for line in _failed(book):
        # What was revised after it failed is undone, or wanted otherwise, when its order goes on.
        order = book.orders[line.order]
        rests = order.suspended and (line.outdated or line.record > line.failures[-1])
        # A cancelled order may close its incidents when all of it is undone.
        undoing = order.cancelled and any(book.ledger.open(each.asset, each.id) for each in order.lines.values())
        if line.mended and not rests and not undoing and not book.ledger.open(line.asset, line.id):
            # Whether a failure of what nobody wanted any more is ever over, nobody says.
            is_over = book.open_faults(line.id) <= line.excused
            yield owed(is_over, f"the fault of line {line.id}, which is mended, is open", line.mended)


def _failed(book: ServiceBook) -> list[Line]:
    return [line for line in book.lines.values() if line.failures]
