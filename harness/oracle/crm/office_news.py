"""Invariants of what back offices report: orders and records are shown as it was told of them last."""

from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.content import NAMED_BY, RECORDS
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.text import in_words

# The records that a desk shows by themselves, as it was filled in or told of them last.
_SHOWN = ("account", "work-order", "product", "pricing-rule")


@invariant("crm", "WF-11 IS-09", "desk-shown see order")
def orders_are_shown_as_back_offices_reported_them(book: DeskBook, moment: Crossing) -> Judgements:
    """What a back office has reported of a line is shown on it, and stays when something is told of other lines.

    Once the order system has spoken, or a user has done something to the order, it is left open what is shown.
    """
    body, known = moment.message.body, book.sheets.by_ref.get(moment.message.body["ref"])
    if known is None or body.get("refused") is not None:
        return
    if known[1] is not known[0].versions[-1] or known[1] is not known[0].counting:
        return  # which version a back office speaks of, where a user has another one before him, nobody says
    number, rows = known[0].number, {row.get("id"): row for row in body.get("rows", ())}
    for (order, line), (status, record) in book.office.lines.items():
        if order == number and line in rows and known[1].line(line) is not None:
            seen = rows[line].get("status")
            said = f"line {line} of order {number} was reported to be {status}, and is shown as {in_words(seen)}"
            yield owed(seen == status, said, record)
    for (order, name), (value, record) in book.office.header.items():
        seen = body.get("fields", {}).get(name)
        if order == number:
            said = f"{name} of order {number} was reported to be {value}, and is shown as {in_words(seen)}"
            yield owed(seen == value, said, record)


@invariant("crm", "WF-05 WF-14 WF-08", *(f"desk-shown see {name}" for name in _SHOWN))
def records_are_shown_as_they_were_kept(book: DeskBook, moment: Crossing) -> Judgements:
    """A record is shown with what was saved or reported of it last, whatever was reported of other records or fields.

    What a user is filling in may be shown, or not yet.
    """
    body = moment.message.body
    kind, ref = RECORDS[body["object"]], body["ref"]
    if body.get("refused") is not None or book.content.unsaved(kind, ref):
        return
    for name, value in book.content.known(kind, ref).items():
        seen = body.get("fields", {}).get(name)
        if name != NAMED_BY.get(kind):
            yield owed(seen == value, f"{name} of {kind} {ref} is {value}, and shown as {in_words(seen)}")


@invariant("crm", "IS-11 IS-10", "workflow")
def an_inquiry_is_about_the_order_that_a_user_is_at(book: DeskBook, moment: Crossing) -> Judgements:
    """While a user waits for what a back office says of an order, it is asked about that order, and about no other."""
    body = moment.message.body
    if moment.told or moment.message.re is not None or (body["verb"], body["object"]) != ("Get", "sales order"):
        return
    waiting = [m.body["ref"] for _, m in book.asked.values() if m.body["object"] == "order"]
    numbers = {book.sheets.by_ref[ref][0].number for ref in waiting if ref in book.sheets.by_ref}
    if numbers:
        said = (
            f"a back office is asked about order {body['record']} for a user who is at {' and '.join(sorted(numbers))}"
        )
        yield owed(body["record"] in numbers, said, *(record for record, _ in book.asked.values()))
