"""The invariant of what a cancel, or a change that is taken out, leads back to: what stood before."""

from collections.abc import Iterable, Iterator

from ordertck.harness.oracle.crossing import Rest
from ordertck.harness.oracle.invariants import Judgements, Wrong, invariant, owed
from ordertck.harness.oracle.som.book import ServiceBook
from ordertck.harness.oracle.som.demand import FINISHED, Line, ServiceOrder
from ordertck.harness.oracle.som.ledger import Placed, Standing
from ordertck.harness.text import in_words


@invariant("som", "PV-05", at_rest=True)
def what_stood_before_a_cancelled_order_stands_again(book: ServiceBook, _: Rest) -> Judgements:
    """After a cancel each step that stood before the order is there as often, unless a later order came.

    How a service rests is each system's own affair; but where it was altered, something has to be asked to lead back.
    """
    for order, asset, before in _found(book):
        if order.cancelled:
            taken_out = (line.taken_out for line in _lines(order, asset) if not line.wanted)
            yield from _stands_again(book, order, asset, before, min((order.cancelled, *taken_out)))


@invariant("som", "PV-05 PV-06", at_rest=True)
def what_stood_before_a_change_that_was_taken_out_stands_again(book: ServiceBook, _: Rest) -> Judgements:
    """Where a revision takes a change out, each step that stood before it is there as often, set up as before."""
    for order, asset, before in _found(book):
        lines = _lines(order, asset)
        back = max((line.taken_out for line in lines), default=0)
        if not order.cancelled and all(_is_taken_out(book, line) for line in lines):
            yield from _stands_again(book, order, asset, before, back)


def _is_taken_out(book: ServiceBook, line: Line) -> bool:
    """Whether a line that changes something was taken out, and its end was told.

    Of one that takes something away no message says whether it is put back or taken out once more.
    """
    over = not line.wanted and line.said in FINISHED and not book.is_held_up_by_another(line)
    return over and line.effect != "add" and (line.effect != "remove" or line.mentions == 2)


def _found(book: ServiceBook) -> Iterator[tuple[ServiceOrder, str, Standing]]:
    """What each order found that nobody else has asked for since, where it is known what is to become of it."""
    for (number, asset), before in book.found.before.items() if book.is_settled() else ():
        order = book.orders[number]
        lines = _lines(order, asset)  # none where a revision turned it away
        doubtful = order.reopened or order.at_fault or _is_doubtful(book, order, asset)
        if before is not None and lines and not doubtful and not _is_placeless(lines, before):
            yield order, asset, before


def _is_doubtful(book: ServiceBook, order: ServiceOrder, asset: str) -> bool:
    """Whether the way back of a thing is doubtful; what a cancelled order has added once more goes with it."""
    lines = book.about(asset)
    own = order.cancelled and all(line.order == order.number for line in lines if line.doubled)
    return any(map(book.is_unsettled if own else book.is_stuck, lines))


def _lines(order: ServiceOrder, asset: str) -> list[Line]:
    return [line for line in order.lines.values() if line.asset == asset]


def _stands_again(
    book: ServiceBook, order: ServiceOrder, asset: str, before: Standing, back: int
) -> Iterator[Wrong | None]:
    """Whether what an order found of an asset is there again since the order was led ``back``."""
    now, lines = book.ledger.steps(asset), _lines(order, asset)
    asked = max(line.asked for line in lines)
    said = f"{asset} led back to what stood before order {order.number}; nothing was asked for that"
    counts = {where: step.quantity for where, step in now.items()}
    same = counts == {where: step.quantity for where, step in before.items()}
    yield owed(same or asked > back, said, back)
    doubled = any(line.doubled for line in lines)  # with which of the two a value went, nobody says
    as_before = f"as before order {order.number}"
    for (site, step), was in before.items():
        said = f"{was.quantity} of {step} of {asset} at {site or 'its place'}, {as_before}; there is "
        there = counts.get((site, step), 0)
        yield owed(there >= was.quantity, f"{said}{there or 'none'}", back)
        given = now[site, step].assigned - was.assigned if (site, step) in now else set[str]()
        given |= {name for line in lines for (name, _), at in line.assigned.items() if at > back}
        given |= {name for name in was.attributes if _was_given_twice(book, asset, name)}
        had = [name for name in was.attributes if name not in given and not _was_called_off(book, asset, name, was)]
        ordered = {name: _as_ordered_before(book, order, asset, name, back) for name in had}
        lost = [name for name in had if not doubled and not _again(now, before, (site, step), name, ordered[name])]
        said = f"{step} of {asset} with the {', '.join(lost)} {as_before}: {in_words(was.attributes)}"
        yield owed(not lost, said, back)


def _is_placeless(lines: Iterable[Line], before: Standing) -> bool:
    """Whether an order names a place, or did, of what stood where nobody had named one: where is it put back then?

    So it is where a part stood at a place that is named, since it was being moved there when that was called off.
    """
    sites = {site for site, _ in before}
    return None in sites and (len(sites) > 1 or any(line.placed for line in lines))


def _was_given_twice(book: ServiceBook, asset: str, name: str) -> bool:
    """Whether the network gave a line one value with one step and another with another: which goes with which then?"""
    given = ({value for of, value in line.assigned if of == name} for line in book.about(asset))
    return any(len(values) > 1 for values in given)


def _was_called_off(book: ServiceBook, asset: str, name: str, was: Placed) -> bool:
    """Whether a value came by what was taken back only, or was left out: no message says that there is to be none.

    So it is where nobody wants it any more, as a revision has replaced it.
    """
    value, lines = was.attributes[name], book.about(asset)
    if any(name in line.named and name not in line.attributes for line in lines):
        return True  # a revision left it out: whether it stands then, nobody says
    came = [line for line in lines if line.attributes.get(name) == value or (name, value) in line.assigned]
    return all(
        book.orders[line.order].cancelled or not line.wanted or (name, value) in line.called_off for line in came
    )


def _as_ordered_before(book: ServiceBook, order: ServiceOrder, asset: str, name: str, back: int) -> str | None:
    """The value that other orders wanted last; the step that set it may be undone by now, as the thing rests."""
    others = [
        line for line in book.about(asset) if line.wanted and line.order != order.number and name in line.attributes
    ]
    last = max((line for line in others if line.named[name] < back), key=lambda line: line.named[name], default=None)
    return last.attributes[name] if last else None


def _again(now: Standing, before: Standing, where: tuple[str | None, str], name: str, ordered: str | None) -> bool:
    """Whether an attribute has a value that it had on any step, or on any unit of one that the network gave.

    What the network gave may stand with any step. What was ``ordered`` last may be the value of the whole.
    """
    given = any(name in step.assigned for step in before.values())
    values = [now[place].attributes.get(name) for place in (now if given else {where}) if place in now]
    if ordered is not None and ordered in values:
        return True
    had = [step.attributes for step in before.values()]
    had += [units for step in before.values() if name in step.assigned for _, units in step.before]
    return any(units[name] in values for units in had if name in units)
