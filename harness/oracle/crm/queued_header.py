"""Invariants of headers on the queue: each field says what was entered of it last."""

from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.queued import on_the_queue
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.reading import instant_in, universal


def _fields(book: DeskBook, moment: Crossing, *names: str) -> Judgements:
    found = on_the_queue(book, moment)
    if found is None or found[1].loose:
        return
    sheet, version = found
    for name in names:
        if name not in version.loose_header:
            wanted, seen = version.header.get(name) or "", moment.message.body.get(name) or ""
            said = f"{name} of order {sheet.number}: '{wanted}' was entered, '{seen}' is queued"
            yield owed(seen == wanted, said, version.record)


@invariant("crm", "OM-02 OM-01 SC-18", "order-submission")
def an_order_is_queued_for_its_customer(book: DeskBook, moment: Crossing) -> Judgements:
    """The message names the customer for whom the order was entered."""
    sheet = book.order_of(moment.message)
    if sheet is not None and sheet.account:
        said = moment.message.body.get("account")
        yield owed(said == sheet.account, f"order {sheet.number} of {sheet.account} queued for {said}", sheet.record)


@invariant("crm", "OM-02 FL-04 SU-01 SC-07", "order-submission")
def headers_are_queued_as_they_were_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """Payer, site and shipping stand in the message's header as they were entered last."""
    found = on_the_queue(book, moment)
    entered = found[1].header if found is not None else {}
    yield from _fields(book, moment, *(name for name in ("payer", "site", "ship_to", "ship_by") if entered.get(name)))


@invariant("crm", "OM-02 FL-04 SU-01 SC-07", "order-submission")
def a_header_says_nothing_of_another_order(book: DeskBook, moment: Crossing) -> Judgements:
    """Where site and shipping are left open, or were cleared, the header has no value of another order or version."""
    found = on_the_queue(book, moment)
    if found is None or found[1].loose:
        return
    sheet, version = found
    for name in ("site", "ship_to", "ship_by"):
        seen = moment.message.body.get(name)
        if seen and not version.header.get(name) and name not in version.loose_header:
            others = {v.header.get(name) for other, v in book.sheets.by_ref.values() if v is not version}
            said = f"{name} of order {sheet.number} was left open, and '{seen}' of another is queued"
            yield owed(seen not in others, said, version.record)


@invariant("crm", "FD-02 FD-01 DD-01 TM-05", "order-submission")
def due_dates_are_queued_as_they_were_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """The due date of the message is the instant that was entered last; without one there is none."""
    found = on_the_queue(book, moment)
    if found is None or found[1].loose or "due_date" in found[1].loose_header:
        return
    wanted, queued = (instant_in(text or "") for text in (found[1].header.get("due_date"), _due(moment)))
    if wanted is None or queued is None or book.keeps_days:
        same = (wanted is None) == (queued is None)
        same = same and (wanted is None or queued is None or abs(wanted - queued).total_seconds() < 2 * 86400)
    else:
        same = universal(queued) == universal(wanted)
    said = f"due date {wanted.isoformat() if wanted else 'none'}; queued: {_due(moment) or 'none'}"
    yield owed(same, said, found[1].record)


def _due(moment: Crossing) -> str | None:
    due: str | None = moment.message.body.get("due_date")
    return due


@invariant("crm", "PL-03 PL-11 PL-02 PL-04", "order-submission")
def the_header_list_is_the_one_that_was_chosen(book: DeskBook, moment: Crossing) -> Judgements:
    """The price list in a message's header is the one that the order began with, or that was chosen for it since."""
    yield from _fields(book, moment, "price_list")


@invariant("crm", "PL-11 PL-12", "desk-shown submit order")
def an_order_without_header_list_is_stopped_or_goes_on_blank(book: DeskBook, moment: Crossing) -> Judgements:
    """A CRM that enforces a price list in the header takes no order without one."""
    asked = book.question(moment)
    known = book.sheets.by_ref.get(asked.body["ref"]) if asked is not None else None
    if known is None or known[1].loose or "price_list" in known[1].loose_header or known[1].taken:
        return
    if "enforced-header-price-list" in book.claims.capabilities and not known[1].header.get("price_list"):
        refused = moment.message.body.get("refused") is not None
        yield owed(refused, f"order {known[0].number} has no price list in its header, and is taken", known[1].asked)
