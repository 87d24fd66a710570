"""Dates of orders: nothing before, and not left lying afterwards."""

from datetime import datetime, timedelta

from ordertck.harness.messages import OrderLine
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.oms.accounts import OrderAccount, Taken, Version
from ordertck.harness.oracle.oms.asset import MOVES
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.effects import FORWARD


def date_of(book: OrderSystemBook, version: Version, line: OrderLine, latest: bool = False) -> datetime | None:
    """The date of one line in one version: its own goes before the header's, where that is declared (A-12).

    Where lead times count, a line may begin by the longest of its order, and by its own at the ``latest`` (A-11).
    """
    own = line.requested_delivery if book.switches["line_dates"] == "on" else None
    said = own or version.order.requested_delivery
    if not said:
        return None
    date = datetime.fromisoformat(said)
    if book.switches["start_rule"] == "lead-time":
        lines = [line] if latest else version.order.lines
        known = (book.catalogue.products.get(x.product or "") for x in lines)
        date -= timedelta(days=max((product.lead_days for product in known if product), default=0))
    return date


def dates_of(book: OrderSystemBook, order: OrderAccount, line_id: str) -> list[datetime | None]:
    """The dates that may count for a line: of the versions that may, and of those that work was begun on (DD-04).

    A line that was left out before it was begun, and is wanted again, has lost the date that it had (SU-05).
    """
    left_out = _left_out_unbegun(book, order, line_id)
    counting = [version for version in _counting(order) if version.record > left_out]
    having = [version.line(line_id) for version in _standing(order)]
    plain = all(line is not None and not line.requested_delivery for line in having)
    in_time = [version for version in counting if not version.surely_late] if plain else []
    return _dates(book, order, line_id, in_time or counting)


def _left_out_unbegun(book: OrderSystemBook, order: OrderAccount, line_id: str) -> int:
    """The record of the latest version that left a line out, which came back with a date of its own; 0 where none did.

    What was asked for it before that may have been begun in time: then a new date may be of no effect.
    """
    standing = _standing(order)
    first = next((v.record for v in standing if v.line(line_id) is not None), 0)
    gone = [v for v in standing if v.taken is Taken.YES and not v.cancels and v.line(line_id) is None]
    latest = max((v.record for v in gone if v.record > first), default=0)
    back = next(((v.record, line) for v in standing if v.record > latest and (line := v.line(line_id))), None)
    if back is None or not back[1].requested_delivery:
        return 0
    return 0 if any(asked.record < back[0] for asked in book.lines[line_id].asked) else latest


def latest_dates_of(book: OrderSystemBook, order: OrderAccount, line_id: str) -> list[datetime | None]:
    """The dates after which a line is owed: a date that came once the order was begun is of no effect (DD-04).

    Whether it has one on a line that was left out, and is begun anew, the documents do not say.
    """
    counting = _counting(order)
    in_time = [version for version in counting if not version.late] or counting[-1:]
    return _dates(book, order, line_id, counting if _is_put_back(order, line_id) else in_time, latest=True)


def _is_put_back(order: OrderAccount, line_id: str) -> bool:
    """Whether a version has a line that one before it had left out."""
    having = [version.line(line_id) is not None for version in _standing(order)]
    return True in having and False in having[having.index(True) :] and having[-1]


def _standing(order: OrderAccount) -> list[Version]:
    """The versions of an order that were not refused."""
    return [version for version in order.versions if version.taken is not Taken.NO]


def _counting(order: OrderAccount) -> list[Version]:
    counting = list(order.candidates)
    for version in reversed(order.versions):
        # Work that was heard of after a version was told may have begun before, so that its date is of no effect.
        if version.cancels or version.taken is Taken.NO:
            continue
        if counting and counting[-1].unsure_date and version.record < counting[-1].record:
            counting.append(version)
    return counting


def _dates(
    book: OrderSystemBook, order: OrderAccount, line_id: str, versions: list[Version], latest: bool = False
) -> list[datetime | None]:
    having = [each for each in _standing(order) if each.line(line_id) is not None]
    found = []
    for version in versions if having else ():
        # A line that came with a later version, or that is left out, has the date of its own that the nearest one says.
        nearest = having[0] if version.record < having[0].record else having[-1]
        line = version.line(line_id) or nearest.line(line_id)
        found += [date_of(book, version, line, latest=latest)] if line is not None else []
    return found


@invariant("oms", "FD-04 FD-01 DD-03 DD-05", "billing-order", "provisioning-order")
def nothing_is_done_before_its_date(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Nothing is done for a line before the requested date that counts for it."""
    order = book.orders.get(seen.message.body["order"])
    if order is None or order.cancelled:
        return
    for asked in seen.message.body["lines"]:
        account = book.lines.get(asked["line"])
        wanted = book.wanted(account) if account is not None else []
        if not any(asked["effect"] in FORWARD.get(want.action or "", ()) for _, want in wanted):
            continue
        dates = dates_of(book, order, asked["line"])
        if dates and any(date is not None for date in dates):
            early = all(date is not None and date > seen.at for date in dates)
            said = f"{asked['effect']} of {asked['product']} is asked for at {seen.at:%d %b %H:%M}, before its date"
            yield owed(not early, said)


@invariant("oms", "PV-11 FD-04", "provisioning-order")
def work_names_the_date_of_its_lines(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A date that provisioning is told is one that a line of the call has, or the header, in one of the versions."""
    order, told = book.orders.get(seen.message.body["order"]), seen.message.body.get("requested_delivery")
    if order is None or not told:
        return
    lines = [version.line(asked["line"]) for asked in seen.message.body["lines"] for version in order.versions]
    said = [line.requested_delivery for line in lines if line is not None]
    said += [version.order.requested_delivery for version in order.versions]
    dates = {datetime.fromisoformat(date) for date in said if date}
    yield owed(datetime.fromisoformat(told) in dates, f"provisioning is told the date {told}, which no line of it has")


def other_half(version: Version, line: OrderLine | None) -> list[str]:
    """The other half of a line's transfer, by its id, where the line is of one."""
    if line is None:
        return []
    about = (other for other in version.order.lines if other.asset == line.asset)
    return [other.id for other in about if {other.action, line.action} == set(MOVES)]
