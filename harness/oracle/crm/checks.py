"""Invariants of checks: what a user has checked is asked of others, and shown as they have answered it."""

from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.reading import price_in
from ordertck.harness.text import in_words


@invariant("crm", "SC-09 SC-08", at_rest=True)
def what_is_to_be_checked_is_asked(book: DeskBook, _: Rest) -> Judgements:
    """Where a user has an order checked, somebody is asked."""
    if not book.killed:
        for (number, check), record in book.checked.wanted.items():
            yield owed(False, f"nobody is asked about the {check} of order {number}", record)
        if book.checked.ever:
            yield None


@invariant("crm", "SC-09 SC-08", "desk-shown see checks")
def checks_are_shown_as_they_were_answered(book: DeskBook, moment: Crossing) -> Judgements:
    """The desk shows each check of an order as it was answered last, whatever was said of others.

    While an answer is still to come, and once the order was changed, it is left open what is shown.
    """
    body, known = moment.message.body, book.sheets.by_ref.get(moment.message.body["ref"])
    if known is None or body.get("refused") is not None:
        return
    number = known[0].number
    rows = {(row.get("check", ""), row.get("line") or ""): row for row in body.get("rows", ())}
    for (order, check, line), (outcome, value) in book.checked.said.items():
        if order == number and not book.checked.is_open(number, check):
            row = rows.get((check, line), {})
            about = f"{check} of {f'line {line} of ' if line else ''}order {number}"
            seen = row.get("outcome")
            yield owed(seen == outcome, f"{about} was answered {outcome}, and is shown as {in_words(seen)}")
            if value and row:
                same = row.get("value") == value or price_in(row.get("value")) == price_in(value) is not None
                yield owed(same, f"{about} was answered {value}, and is shown as {in_words(row.get('value'))}")
