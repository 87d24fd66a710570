"""What orders wait for, and that they wait for nothing else: dates, base lines and places."""

from collections.abc import Collection, Iterator
from sys import maxsize

from ordertck.harness.edition.catalogue import Product
from ordertck.harness.messages import OrderLine, Status
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, Wrong, invariant, owed
from ordertck.harness.oracle.oms.accounts import Idle, LineAccount, OrderAccount, Should, Taken, Version
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.dates import latest_dates_of, other_half
from ordertck.harness.oracle.oms.intake import is_known_refused
from ordertck.harness.oracle.oms.overtaken import is_still_to_be_worked_in, is_stuck, is_troubled, leads_on
from ordertck.harness.oracle.oms.under_way import came_before_its_base, others_at_work
from ordertck.harness.oracle.oms.work import WORK, called, is_forward


def bases_of(book: OrderSystemBook, version: Version, line_id: str) -> list[LineAccount]:
    """The base lines that a line waits for: its own, or those of its whole order, as is declared (A-06).

    What depends on nothing but was begun before its order came to depend on something need not wait.
    """
    own = version.waits.get(line_id)
    if book.switches["followon_grain"] == "line" or version.unsure_date:
        return [book.lines[own]] if own else []
    return [book.lines[base] for base in version.waits.values()]


@invariant("oms", "FO-04 FO-05 FO-06 FO-12 FO-13 MO-07 FO-01 PR-05 TM-03", *WORK)
def a_follow_on_waits_for_its_base_line(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Nothing is done for a follow-on order before the base line that it depends on is complete."""
    order = book.orders.get(seen.message.body["order"])
    if order is None or book.switches["early_follow_on"] == "revise":
        return
    for line, account in called(book, seen):
        wanted = book.wanted(account) if account is not None else []
        if account is None or account.asked or not any(is_forward(line, want) for _, want in wanted):
            continue  # what was begun before its order came to depend on something goes on
        first = order.versions[0].line(account.id)
        as_first = first is not None and all(want.base_line == first.base_line for _, want in wanted)
        if as_first and first is not None and came_before_its_base(book, first, account.order):
            continue  # it was a base order itself then: whether it waits once it is revised, nobody says (FO-08)
        bases = [(version, bases_of(book, version, line.line)) for version, _ in wanted]
        behind = [book.orders[base.order] for _, waits in bases for base in waits]
        if any(order.fell_out or order.vague or _is_revived(order) for order in behind):
            continue  # whatever fell out may be treated as refused, and a revision of what was cancelled is to be
        if any(is_still_to_be_worked_in(book, base) for _, waits in bases for base in waits):
            continue
        if all(waits for _, waits in bases):
            early = all(any(not _is_complete(book, base, version) for base in waits) for version, waits in bases)
            said = f"{line.effect} of {line.product} is asked for before line {bases[0][1][0].id} is complete"
            yield owed(not early, said)


def _is_revived(order: OrderAccount) -> bool:
    """Whether a newer version came of an order that was cancelled, or refused, and is not answered yet."""
    over = (version.cancels or version.taken is Taken.NO for version in order.versions[:-1])
    return order.versions[-1].taken is Taken.OPEN and any(over)


def _is_complete(book: OrderSystemBook, line: LineAccount, version: Version) -> bool:
    """Whether a line may be complete, the CRM told of it or not; one that was lost since, for good, is not (FO-06)."""
    added = book.orders[line.order].versions[0].line(line.id) is None
    if line.complete is not None or (added and not line.asked and line.lost > version.record):
        return True  # what a revision was to add may never have been known to whoever waits for a place since
    if line.lost > version.record and not book.wanted(line):
        return False
    if line.lost and (book.orders[line.order].is_over or line.failed):
        return True  # it was given up before: what it was to bring may be brought now (FO-08)
    if line.id in book.worked_in or len({(want.product, want.action) for _, want in book.wanted(line)}) > 1:
        return True
    leaving = (v for v in book.orders[line.order].candidates if v.cancels or v.line(line.id) is None)
    # What a later version, or a cancel, may have given up by now was not complete before.
    return any(v.record < version.record for v in leaving) or (not _is_undone(book, line) and book.done_by_all(line))


def _is_undone(book: OrderSystemBook, line: LineAccount) -> bool:
    """Whether the latest that was asked for a line takes it back as a whole."""
    latest = line.provisioning[-1].line if line.provisioning else None
    return latest is not None and "quantity" not in latest.attributes and not leads_on(book, line, latest)


# What lies idle


def idle(book: OrderSystemBook, rest: Rest) -> Iterator[Idle]:
    """The lines that lie idle while nothing is under way."""
    if book.away:
        return
    free = _places(book)
    for order in book.ready():
        version = order.current
        if version is None or version.cancels or (order.begun is None and not free):
            continue
        if any(line.busy for line in book.lines_of(order)):
            continue
        if is_troubled(book, order) or is_held_up(book, order) or is_behind(book, order, version):
            continue
        unseen = any(line.action in ("-", None) for known in order.versions for line in known.order.lines)
        if unseen and len(order.versions) > 1:
            continue  # it may have been begun with nothing to ask of neighbours, so that a new date is of no effect
        for line in _to_be_told(book, version):
            if (
                line.complete is None
                and not _turned(order, line)
                and waits_for_nothing(book, order, version, line, rest)
            ):
                yield Idle(order, line, _waited(order, version))
                break


def _to_be_told(book: OrderSystemBook, version: Version) -> list[LineAccount]:
    """The lines of which the CRM has to hear: of those that change nothing at the end of their order, at the latest."""
    lines = [(book.asks_for_work(line), book.lines[line.id]) for line in version.order.lines]
    changing = [line for asks, line in lines if asks]
    still = any(line.complete is None for line in changing)
    return changing if still else [line for _, line in lines]


def is_behind(book: OrderSystemBook, order: OrderAccount, version: Version) -> bool:
    """Whether another order about the same things, earlier or begun, is not over: whether they overlap is left open."""
    about = (book.installed.lines_of(book.installed.asset_of(line.id)) for line in version.order.lines)
    others = {book.lines[line].order for lines in about for line in lines} - {order.number}
    first = order.versions[0].record
    ahead = (o for o in map(book.orders.__getitem__, others) if o.begun is not None or o.versions[0].record < first)
    return any(not (o.is_over or is_known_refused(o)) for o in ahead)


def _turned(order: OrderAccount, line: LineAccount) -> bool:
    """Whether an order came to want something of another kind of a line that was being worked on."""
    wanted = [version.line(line.id) for version in order.versions]
    return len({(want.action, want.product) for want in wanted if want is not None}) > 1 and bool(line.asked)


def _places(book: OrderSystemBook) -> bool:
    """Whether a place is free for an order that is not begun."""
    # What is begun without anything to ask of neighbours takes a place too.
    begun = (o.begun is not None or o.status == Status.IN_PROGRESS for o in book.orders.values() if not o.is_over)
    working = sum(begun)
    return book.capacity is None or working < book.capacity


def is_held_up(book: OrderSystemBook, order: OrderAccount) -> bool:
    """Whether the CRM was told that an order is stuck, or a base line of it was lost: it may wait from then on."""
    bases = [book.lines[base] for version in order.versions for base in version.waits.values()]
    stuck = is_stuck(book, order)
    return any(base.lost for base in bases) or (stuck and not _fell_out_with_its_base(book, order, bases))


def _fell_out_with_its_base(book: OrderSystemBook, order: OrderAccount, bases: list[LineAccount]) -> bool:
    """Whether an order fell out only as a base line had failed, which is done after all: then it goes on (FO-05)."""
    sound = not order.incidents and [version.should for version in order.versions] == [Should.TAKE]
    failed = [i for base in bases for i in book.orders[base.order].incidents if i.line in (None, base.id)]
    begun, ended = min((i.record for i in failed), default=0), max((i.mended or maxsize for i in failed), default=0)
    caused = all(begun < said.record < ended for said in order.raised)
    return sound and bool(failed) and caused and all(base.complete is not None for base in bases)


def waits_for_nothing(
    book: OrderSystemBook,
    order: OrderAccount,
    version: Version,
    line: LineAccount,
    rest: Rest,
    released: Collection[str] = (),
) -> bool:
    """Whether a line waits for nothing but a place at a rest, once the ``released`` lines are complete."""
    if not _is_ready(book, order, version, line, rest, released):
        return False
    wanted = version.line(line.id)
    product = book.catalogue.products.get(wanted.product or "") if wanted is not None else None
    works = wanted is not None and book.asks_for_work(wanted)
    billed_only = _is_billed_only(product, wanted)
    if book.switches["billing_grain"] == "line" or (works and not (line.provisioning or billed_only)):
        return True
    # What is set up waits for its billing until all of the order is, what waits for a date or a base line too.
    others = (book.lines[other.id] for other in version.order.lines if other.id != line.id)
    return all(_is_ready(book, order, version, other, rest, released) for other in others)


def _is_billed_only(product: Product | None, wanted: OrderLine | None) -> bool:
    priced = wanted is not None and wanted.action == "Update" and not (wanted.attributes or wanted.site)
    return priced or (product is not None and product.target is None)


def _is_ready(
    book: OrderSystemBook,
    order: OrderAccount,
    version: Version,
    line: LineAccount,
    rest: Rest,
    released: Collection[str] = (),
) -> bool:
    """Whether nothing else has to come about before a line can be begun, when the ``released`` lines are complete."""
    wanted = version.line(line.id)
    # In which order a transfer is done, nobody says, nor whether a bundle is begun before its components.
    along = [line.id, *other_half(version, wanted), *_below(version, line.id)]
    if any(date is not None and date > rest.at for name in along for date in latest_dates_of(book, order, name)):
        return False
    changes = wanted is not None and wanted.action not in ("Add", None)
    if wanted is not None and changes and not book.installed.completed(wanted.asset or ""):
        return False  # it may wait until what it is about is there (AC-06, AC-11)
    if others_at_work(book, line):
        return False  # it may wait until another order is done with what both are about
    # An order that has begun, and came to depend on something, may wait as a whole from then on, or go on otherwise.
    versions = [v for v in order.versions if v.record <= version.record] if order.begun is not None else [version]
    whole = book.switches["followon_grain"] == "order"
    waits = (known.waits if whole else {name: known.waits.get(name, "") for name in along} for known in versions)
    bases = [book.lines[base] for known in waits for base in known.values() if base and base not in released]
    return all(base.complete is not None and base.complete <= rest.record for base in bases)


def _below(version: Version, line_id: str) -> list[str]:
    """The components of a line, and theirs."""
    parts = [part.id for part in version.order.lines if part.parent == line_id]
    return [*parts, *(deeper for part in parts for deeper in _below(version, part))]


def _waited(order: OrderAccount, version: Version) -> str:
    if len(order.versions) > 1:
        return "revision"
    if version.waits:
        return "base line"
    dated = version.order.requested_delivery or any(line.requested_delivery for line in version.order.lines)
    return "date" if dated else "turn"


def _none_idle(book: OrderSystemBook, rest: Rest, waited: str) -> Judgements:
    if book.idle is None or book.idle[0] is not rest:  # four invariants ask for it
        book.idle = rest, list(idle(book, rest)), {_waited(o, o.current) for o in book.orders.values() if o.current}
    found = [one for one in book.idle[1] if one.waited == waited]
    for one in found:
        told = one.order.status or "nothing was told of it"
        begun = "is begun and goes no further" if one.order.begun is not None else "is not begun"
        yield Wrong(f"order {one.order.number} {begun}: line {one.line.id} waits for nothing ({told})")
    if not found and waited in book.idle[2]:
        yield None


@invariant("oms", "FD-04 FD-06 FD-07 TM-05 DD-03", at_rest=True)
def a_dated_order_begins_when_its_date_comes(book: OrderSystemBook, rest: Rest) -> Judgements:
    """An order whose date has come, and that waits for nothing else, is begun and goes on to its end."""
    yield from _none_idle(book, rest, "date")


@invariant("oms", "FO-05 FO-08 FO-13 MO-07 TM-03", at_rest=True)
def a_follow_on_goes_on_when_its_base_line_is_complete(book: OrderSystemBook, rest: Rest) -> Judgements:
    """A follow-on order whose base lines are complete, and that waits for nothing else, goes on to its end."""
    yield from _none_idle(book, rest, "base line")


@invariant("oms", "SU-12 SU-04 SU-11 SU-07 SU-10 UF-05 FO-12 MO-06 DD-04 SU-05", at_rest=True)
def a_revised_order_goes_on(book: OrderSystemBook, rest: Rest) -> Judgements:
    """A revised order that waits for nothing goes on to its end: no work that ended meanwhile is lost."""
    yield from _none_idle(book, rest, "revision")


@invariant("oms", "UF-05 UF-06 PV-12 SU-04 FD-08 OM-07 PN-03 PR-04 MO-04 TM-04", at_rest=True)
def an_order_goes_on_to_its_end(book: OrderSystemBook, rest: Rest) -> Judgements:
    """An order that waits for nothing, and for which nobody is at work, is complete."""
    yield from _none_idle(book, rest, "turn")
