"""Invariants of what back offices report: orders and records are shown as it was told of them last."""

from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.content import NAMED_BY, RECORDS
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.text import in_words

# The records that a desk shows by themselves, as it was filled in or told of them last.
_SHOWN = ("account", "work-order", "product", "pricing-rule")
# The looks and presses that a back office may be asked for, each with the switch's value by which it is.
_INQUIRIES = {"desk-shown see order": "on-query", "desk-shown press order": "on-button"}


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


@invariant("crm", "IS-11 IS-10", *_INQUIRIES)
def an_inquiry_is_about_the_order_that_a_user_is_at(book: DeskBook, moment: Crossing) -> Judgements:
    """Where back offices are asked of orders while a user waits, they are asked of the order that the user is at.

    Of which others they are asked besides is left open, and whether they are asked at all.
    """
    body, known = moment.message.body, book.sheets.by_ref.get(moment.message.body["ref"])
    since, question = book.asked.get(moment.message.re or "", (0, None))
    fetches = _INQUIRIES.get(book.called(moment)) == book.claims.switches["order_inquiry"]
    others = [m for _, m in book.asked.values() if m is not question and m.body["object"] == "order"]
    if known is None or known[0].counting is None or not fetches or others or body.get("refused") is not None:
        return
    asked = {number: record for record, number in book.office.asked if record > since}
    if asked:
        said = f"a back office is asked about order {' and '.join(asked)} for a user who is at {known[0].number}"
        yield owed(known[0].number in asked, said, *asked.values())
