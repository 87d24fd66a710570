"""What has to become of an order, of a newer version or of a cancel, by how things stood when it came."""

from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from ordertck.harness.messages import ACTIONS, OrderLine, SalesOrder, Status, replace
from ordertck.harness.oracle.oms.accounts import LineAccount, OrderAccount, Should, Taken, Version
from ordertck.harness.oracle.oms.overtaken import is_past_it_meanwhile
from ordertck.harness.oracle.oms.terms import Flaw, Standing
from ordertck.harness.oracle.oms.under_way import (
    came_before_its_base,
    is_elsewhere,
    is_or_comes,
    is_somebody_elses,
    lies_still,
    others_are_at_work,
    waits_for_itself,
)

if TYPE_CHECKING:
    from ordertck.harness.oracle.oms.known import Known

_UNCHANGED = {"dash": ("-",), "blank": (None, ""), "either": ("-", None, "")}

# What has to become of something, and why where it is to be refused.
Verdict = tuple[Should, Flaw | None]
_FINE: Verdict = Should.TAKE, None
_OPEN: Verdict = Should.EITHER, None


def refuses(flaw: Flaw) -> Verdict:
    """It has to be refused, for this reason."""
    return Should.REFUSE, flaw


def of_order(
    book: "Known", order: SalesOrder, priority: int | None, at: datetime, done: Collection[str] = ()
) -> Verdict:
    """What has to become of a new order: the first flaw decides, and what is open about it only where there is none.

    Lines that an earlier version has ``done`` are no flaw: their assets are as they have left them.
    """
    found = list(_flaws(book, order, priority, at, done))
    refused = next((verdict for verdict in found if verdict[0] is Should.REFUSE), None)
    return refused or (_OPEN if _OPEN in found else _FINE)


def of_version(book: "Known", known: OrderAccount, version: Version, priority: int | None) -> Verdict:
    """What has to become of a newer version of an order that is known."""
    before = known.current
    stands = _OPEN if before is None else _still_open(known, before)
    if before is None or stands is not None:
        return stands or _OPEN
    order, switches = version.order, book.switches
    again = switches["revision_on_revision"] == "refuse" and _is_being_worked_in(book, known)
    stale = order.revision <= before.order.revision
    if stale or again or known.unclear or order.account != before.order.account:
        return _OPEN
    locks = {line.id: book.lock(line.id, line) for line in before.order.lines}
    touched = [line.id for line in before.order.lines if is_touched(book, before, version, line)]
    whole = switches["ponr_scope"] == "order"
    asked = [locks[line] for line in (locks if whole else touched)]
    if "locked" in asked:
        return refuses("line past its point of no return")
    past = all(lock != "free" for lock in locks.values())  # then the order may count as past it as a whole
    whims = [line.id for line in before.order.lines if line.id not in touched and line != version.line(line.id)]
    whims += [line for line in locks if line in book.worked_in]
    past = past or any(locks[line] != "free" for line in whims)  # whether that touches a line is a matter of taste
    done = any(book.done_by_all(book.lines[line]) for line in touched)  # its completion may be on its way
    done = done or all(_is_done(book, book.lines[line.id]) for line in before.order.lines)
    past = past or is_past_it_meanwhile(book, known, before)
    alone = [x for x in before.order.lines if x.base_line and x.base_line not in book.lines]  # it may be a base order
    past = past or bool(alone) or any(came_before_its_base(book, line, known.number) for line in before.order.lines)
    past = past or waits_for_itself(book, order)
    if past or done or may_have_more(book, known) or "perhaps" in asked or order.site != before.order.site:
        return _OPEN
    kept = [book.lines[line.id] for line in before.order.lines if line.id not in touched]
    return of_order(book, order, priority, version.at, [line.id for line in kept if _is_done(book, line)])


def _is_done(book: "Known", line: LineAccount) -> bool:
    return line.complete is not None or (bool(line.asked) and book.done_by_all(line))


def of_cancel(book: "Known", known: OrderAccount | None) -> Verdict:
    """What has to become of a cancel (PV-05, PN-04)."""
    before = known.current if known else None
    if known is None or is_known_refused(known):
        return refuses("no such order")
    if before is None:
        return _OPEN
    if before.cancels or known.cancelled:
        return _OPEN  # whether an order may be cancelled twice, the documents do not say
    stands = _still_open(known, before)
    if stands is not None:
        return stands
    locks = {book.lock(line.id, line) for line in before.order.lines}
    if "locked" in locks:
        return refuses("line past its point of no return")
    unsure = "perhaps" in locks or is_past_it_meanwhile(book, known, before)
    return _OPEN if unsure or known.unclear or may_have_more(book, known) else _FINE


def _still_open(known: OrderAccount, before: Version) -> Verdict | None:
    if before.cancels or known.cancelled:  # what becomes of a version while an order is being cancelled is left open
        return refuses("order cancelled") if known.is_over else _OPEN
    return refuses("order complete") if known.status == Status.COMPLETE else None


def may_have_more(book: "Known", known: OrderAccount) -> bool:
    """Whether an order may have lines that a version has left out without a word: how those stand is open (A-62)."""
    return any(line.id in book.left_out for line in book.lines_of(known))


def _is_being_worked_in(book: "Known", known: OrderAccount) -> bool:
    """Whether an earlier revision may be worked in still, as something that it changed is not over (A-02).

    A line that it wants and that waits, be it for its date or base line, is not; a withdrawn one is once it is undone.
    """
    standing = (version for version in known.versions if version.taken is not Taken.NO)
    changed = {line for before, after in pairwise(standing) for line in _written_otherwise(before, after)}
    return any(
        line.busy or line.failed or (line.complete is None if book.is_named(line) else _is_left_over(book, line))
        for line in book.lines_of(known)
        if line.id in changed or line.id in book.worked_in
    )


def _written_otherwise(before: Version, after: Version) -> Iterator[str]:
    """The lines that one of two versions has and the other has not, or otherwise; all of them under another header."""
    headers = [replace(version.order, lines=(), id="", revision=0) for version in (before, after)]
    for line in (*before.order.lines, *after.order.lines):
        if headers[0] != headers[1] or before.line(line.id) != after.line(line.id):
            yield line.id


def _is_left_over(book: "Known", line: LineAccount) -> bool:
    """Whether something is still set up, or charged, of what a line is about."""
    asset = book.installed.asset_of(line.id)
    return bool(book.installed.set_up(asset) or book.installed.charged(asset))


def is_touched(book: "Known", before: Version, after: Version, line: OrderLine) -> bool:
    """Whether a newer version leaves out a line of the one before, or wants it otherwise (SU-05)."""
    new = after.line(line.id)
    if new is None and book.switches["withdrawal"] == "delete":
        return False  # it is not withdrawn where only Delete does that
    if new is None or (new.action == "Delete" and line.action == "Add"):
        return True
    if new.action == line.action and line.action in ("Suspend", "Resume"):  # a place or value besides means nothing
        line, new = _without_data(line), _without_data(new)
    return substance(book, before.order, line) != substance(book, after.order, new)


def _without_data(line: OrderLine) -> OrderLine:
    return replace(line, site=None, service_point=None, attributes={})


def substance(book: "Known", order: SalesOrder, line: OrderLine) -> tuple[object, ...]:
    """What of a line makes a difference to whoever fulfils it."""
    listed, product = book.effective_list(order, line), book.catalogue.products.get(line.product or "")
    nowhere = product is not None and product.target is None
    site = line.site or (order.site if line.action == "Add" else None)
    place = (None, None) if nowhere else (site, line.service_point)
    return (
        line.product, line.action, line.asset, place, line.override, listed,
        tuple(sorted(line.attributes.items())),
    )  # fmt: skip


def is_unchanged(book: "Known", line: OrderLine) -> bool:
    """Whether a line says, in the notation that was declared, that nothing changes (A-56)."""
    return line.action in _UNCHANGED[book.switches["no_action"]]


def _flaws(
    book: "Known", order: SalesOrder, priority: int | None, at: datetime, done: Collection[str]
) -> Iterator[Verdict]:
    if order.approval is not None:
        yield _OPEN
    if not order.account:
        yield refuses("no customer")
    if not order.lines:
        yield refuses("no line")
    yield from _header_flaws(book, order, priority, at)
    change = [book.standing(line.asset) for line in order.lines if line.action != "Add"]
    change += ["changing"] if any(book.is_there(line.asset) for line in order.lines) else []
    for line in order.lines:
        yield from _line_flaws(book, line, change) if line.id not in done else _flaws_of_done(book, line, change)
    halves = [[x.asset for x in order.lines if x.action == half] for half in ("Move-Add", "Move-Delete")]
    if set(halves[0]) ^ set(halves[1]):
        yield refuses("half of a transfer")
    elif any(len(set(assets)) < len(assets) for assets in halves):
        yield _OPEN  # a half that comes twice is perhaps one too many
    if any(is_somebody_elses(book, order, line) for line in order.lines):
        yield _OPEN
    numbers = [line.number for line in order.lines]
    if len(set(numbers)) != len(numbers) or any(book.sold_otherwise(line) for line in order.lines):
        yield _OPEN


def _header_flaws(book: "Known", order: SalesOrder, priority: int | None, at: datetime) -> Iterator[Verdict]:
    if not order.price_list:
        fault = book.switches["no_header_pl"] == "fault"
        blank = any(not line.price_list for line in order.lines)
        yield refuses("no header price list") if fault and blank else _OPEN
    if priority is not None and not 0 <= priority <= 9:
        yield refuses("no such priority")
    date = datetime.fromisoformat(order.requested_delivery) if order.requested_delivery else None
    if date is not None and date < at and book.switches["past_date"] == "refuse":
        yield refuses("date that has passed")


def _is_there(changed: list[Standing]) -> bool:
    """Whether something that an order changes is there, so that it is a change order."""
    return any(stands in ("active", "suspended") for stands in changed)


def _flaws_of_done(book: "Known", line: OrderLine, changed: list[Standing]) -> Iterator[Verdict]:
    """What is done is not judged again; without an action it was sent on a change order, and may stand on none now."""
    if is_unchanged(book, line) and not _is_there(changed):
        yield _OPEN


def _line_flaws(book: "Known", line: OrderLine, changed: list[Standing]) -> Iterator[Verdict]:
    if not line.product:
        yield refuses("no product")
    if line.base_line and book.switches["early_follow_on"] != "wait":
        yield _OPEN
    if is_unchanged(book, line):
        unsure = any(stands != "never" for stands in changed) or book.is_coming(line.asset)
        fine = _is_there(changed) and _is_there([book.standing(line.asset, line.id)])
        yield _FINE if fine else _OPEN if _is_there(changed) else _OPEN if unsure else refuses("no action")
    elif line.action not in ACTIONS:
        yield refuses("no such action")
    elif line.action != "Add":
        yield from _asset_flaws(book, line)
    elif _is_lost(book, line):
        yield _OPEN
    elif _is_brought_meanwhile(book, line) if line.id in book.lines else _is_taken(book, line.asset or line.id):
        yield _OPEN  # what becomes of a second one under the same name, nobody says


def _is_taken(book: "Known", asset: str) -> bool:
    return book.standing(asset) != "never" or book.is_coming(asset) or book.is_there(asset)


def _is_brought_meanwhile(book: "Known", line: OrderLine) -> bool:
    """Whether another order has ended about the asset that a line adds, perhaps ahead of it."""
    known = [book.lines[other] for other in book.installed.lines_of(line.asset or line.id)]
    return any(other.order != book.lines[line.id].order and other.complete is not None for other in known)


def _is_lost(book: "Known", line: OrderLine) -> bool:
    """Whether a line builds on one that nobody will, or perhaps will, complete any more (A-06)."""
    base = book.lines.get(line.base_line or "")
    if base is None or base.complete is not None:
        return base is not None and bool(base.lost)
    versions = book.orders[base.order].candidates
    unsure = any(version.cancels or version.line(base.id) is None for version in versions)
    unsure = unsure or any(v.taken is not Taken.YES and v.should is not Should.TAKE for v in versions)
    return bool(base.lost) or unsure or not book.is_open(base)


def _asset_flaws(book: "Known", line: OrderLine) -> Iterator[Verdict]:
    stands = book.standing(line.asset, line.id)
    if line.base_line:
        base = book.lines.get(line.base_line)
        if _is_lost(book, line):
            yield _OPEN
        if base is not None and base.complete is not None and stands not in ("active", "suspended"):
            yield _OPEN
        if base is not None and not is_or_comes(book, line.asset or book.installed.asset_of(line.base_line)):
            yield _OPEN  # what it is about is nowhere, or was deleted, and nobody is sure to bring it
        waits = base is not None and base.complete is None
        suspends = waits and book.installed.asset_of(line.base_line) == line.asset
        if line.action == "Resume" and not suspends and book.installed.completed(line.asset or "") == "active":
            yield _OPEN  # what it waits for does not suspend it
        return
    if stands == "never":
        coming = book.is_coming(line.asset) or book.is_there(line.asset)  # it may wait for that (AC-06, A-26)
        coming = coming or book.switches["early_follow_on"] == "revise"  # what was worked in may bring it
        yield _OPEN if coming else refuses("asset that is not there")
    elif stands == "gone" or (line.action == "Resume" and stands == "active"):
        flaw: Flaw = "asset that is gone" if stands == "gone" else "resumed asset that is not suspended"
        waits = others_are_at_work(book, line)  # it may wait until the other order is over
        yield _OPEN if waits else refuses(flaw)
    elif (stands == "changing" and not (line.action == "Update" and lies_still(book, line.asset))) or (
        is_elsewhere(book, line) or (line.action == "Suspend" and stands == "suspended")
    ):
        yield _OPEN


def is_known_refused(known: OrderAccount) -> bool:
    """Whether all that was ever asked of an order is known to be refused."""
    return bool(known.versions) and all(version.taken is Taken.NO for version in known.versions)
