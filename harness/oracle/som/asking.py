"""Invariants of what service order management asks of the network."""

from ordertck.harness.messages import CHANGE, DO, UNDO, Status
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.som.book import ServiceBook
from ordertck.harness.oracle.som.demand import ServiceOrder
from ordertck.harness.oracle.som.ledger import Ask


@invariant("som", "PV-04 PV-06", "network-order")
def work_is_for_lines_that_were_ordered(book: ServiceBook, moment: Crossing) -> Judgements:
    """The network is asked for lines of provisioning orders only, each for the order that the line is of."""
    number = moment.message.body["order"]
    for ask in book.asks(moment):
        line = book.lines.get(ask.line)
        said = f"{ask.effect} {ask.step} asked of the network for line {ask.line} of order {number}"
        if line is None and ask.line not in book.waiting:
            yield owed(False, f"{said}, which nobody ordered")
        elif line is not None:
            yield owed(line.order == number, f"{said}, which is a line of order {line.order}", line.record)


@invariant("som", "PV-06 PV-04", "network-order")
def work_is_about_the_asset_of_its_line(book: ServiceBook, moment: Crossing) -> Judgements:
    """What the network is asked for a line is about the asset and the product that the line is about."""
    for asked in moment.message.body["lines"]:
        line, said = book.lines.get(asked["line"]), asked.get("asset")
        if line is not None and said is not None and line.asset != line.id:  # else the order named none
            yield owed(said == line.asset, f"{asked['step']} for line {line.id} is asked of {said}", line.record)
        if line is not None and not line.is_undecided:
            product = asked["product"]
            said = f"{asked['step']} for line {line.id}, a {line.product}, is asked of a {product}"
            yield owed(product == line.product, said, line.record)


@invariant("som", "PV-05 PV-06 PV-12", "network-order")
def nothing_is_undone_that_was_not_done(book: ServiceBook, moment: Crossing) -> Judgements:
    """What the network is asked to undo or to change was done before, as often at least, and nothing rests on it."""
    asked = []
    for ask in book.asks(moment):
        if ask.effect in (UNDO, CHANGE) and ask.asset in book.added and not book.ledger.is_unplaced(ask.asset):
            there = book.ledger.will_stand(ask)
            moved = ask.effect == CHANGE or any(a.effect == CHANGE for a in book.ledger.open(ask.asset))
            said = f"{ask.effect} {ask.quantity} of {ask.step} for line {ask.line}, of which {there} will stand"
            disputed = any(line.is_undecided for line in book.about(ask.asset))  # who wins then, nobody says
            disputed = disputed or ask.asset in book.ledger.unclear
            yield owed(moved or there >= ask.quantity or disputed or _is_overtaken(book, ask), said)
            begun = (
                f"{ask.effect} {ask.step} asked for line {ask.line}, of which nothing was begun when it was taken back"
            )
            yield owed(not _was_never_begun(book, ask), begun)
            rests = book.ledger.resting_on(ask)
            yield owed(
                disputed or not rests, f"{ask.step} undone for line {ask.line}, on which {', '.join(rests)} still rests"
            )
        book.ledger.ask(ask)
        asked.append(ask)
    for ask in asked:
        book.ledger.take_back(ask)


def _was_never_begun(book: ServiceBook, ask: Ask) -> bool:
    """Whether a line was taken back for which nothing was ever asked: of that there is nothing to undo (PV-05).

    One that removes something may be meant to do so, where a revision names it once more; and what takes something
    away may have been begun before it was taken back, where its turn may have come since all was quiet.
    """
    line = book.lines.get(ask.line)
    if line is None or line.asked or book.orders[line.order].reopened:
        return False
    order = book.orders[line.order]
    back = order.cancelled or (line.taken_out if not line.wanted and line.effect != "remove" else 0)
    return ask.effect == UNDO and back > 0 and (back <= book.at_rest or _lay_still(book, order))


def _lay_still(book: ServiceBook, order: ServiceOrder) -> bool:
    """Whether nothing but a cancel has come since all was quiet that may have given a line of an order its turn."""
    lines = [line.record for line in order.lines.values()]
    others = [other.record for other in book.orders.values() if other is not order]
    return max(book.reported, order.turned, *lines, *others) <= book.at_rest


def _is_overtaken(book: ServiceBook, ask: Ask) -> bool:
    """Whether a cancelled order and one that is not both have to do with one thing: nobody says who wins."""
    mine = book.lines.get(ask.line)
    others = [other for other in book.about(ask.asset) if mine and other.order != mine.order]
    others = [other for other in others if mine and not 0 < other.ended < mine.record]  # that was over by then
    if mine is None or book.orders[mine.order].cancelled:
        return any(others)
    return any(other.said != Status.CANCELLED for other in others if book.orders[other.order].cancelled)


@invariant("som", "PV-04", "network-order")
def a_suspended_order_rests(book: ServiceBook, moment: Crossing) -> Judgements:
    """Nothing is begun for an order that has come to rest suspended, until the order is resumed or cancelled."""
    order = book.orders.get(moment.message.body["order"])
    if order is None or not order.suspended or order.cancelled:
        return
    for ask in book.asks(moment):
        line = order.lines.get(ask.line)
        if line is not None and ask.effect in (DO, CHANGE):
            rests = order.rests > order.suspended
            yield owed(not rests, f"{ask.step} asked for line {line.id}, whose order is suspended", order.suspended)


@invariant("som", "PV-12", "network-order")
def a_stopped_reader_takes_nothing(book: ServiceBook, moment: Crossing) -> Judgements:
    """While the reader of the queue is stopped nothing is asked for that came since then."""
    if not book.stopped:
        return
    for ask in book.asks(moment):
        said = f"{ask.step} asked for line {ask.line}, which came after the stop"
        yield owed(ask.line in book.lines or ask.line not in book.waiting, said, book.stopped)


@invariant("som", "PV-04 PV-08", "network-order")
def nothing_is_done_for_a_line_that_has_ended(book: ServiceBook, moment: Crossing) -> Judgements:
    """Once an end was told of a line, nothing is asked for it before order management wants something again."""
    for ask in book.asks(moment):
        line = book.lines.get(ask.line)
        if line is not None:
            order = book.orders[line.order]
            wanted_since = line.unheard or max(line.record, order.record) > line.ended
            wanted_since = wanted_since or line.asset in book.ledger.unclear
            said = f"{ask.effect} {ask.step} asked for line {line.id}, of which {line.said} was told"
            yield owed(not line.ended or wanted_since, said, line.ended)


@invariant("som", "PV-04 PV-06", "network-order")
def a_thing_is_set_up_as_it_was_ordered(book: ServiceBook, moment: Crossing) -> Judgements:
    """A value that is asked for was ordered of the thing that it is asked for, in this version or an earlier one."""
    for ask in book.asks(moment):
        if ask.asset in book.added:
            for name, value in ask.attributes.items():
                if name in book.values:
                    ordered = value in book.values[name].get(ask.asset, ())
                    yield owed(ordered, f"{name} {value} asked for line {ask.line}, of which nobody ordered it")
