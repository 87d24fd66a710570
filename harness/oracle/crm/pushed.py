"""Invariants of orders that back offices are sent unasked: header and base are as they were entered and queued."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.sheet import SENT_HEADER, Sheet, Version
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, Wrong, invariant, owed
from ordertck.harness.reading import instant_in, universal
from ordertck.harness.text import in_words


def _pushed(book: DeskBook, moment: Crossing) -> tuple[Sheet, list[Version]] | None:
    """An order that is sent unasked, and the versions that it may be sent as; None where nobody can say.

    A CRM may send what an order was when it was submitted, or what it is by now (A-35).
    """
    body = moment.message.body
    if moment.told or moment.message.re is not None or (body["verb"], body["object"]) != ("Send", "sales order"):
        return None
    sheet = book.sheets.numbers.get(body["record"])
    if sheet is None or body["record"] in book.progress.reported or any(v.loose or v.off for v in sheet.versions):
        return None
    return sheet, sheet.versions


@invariant("crm", "WF-10", "workflow")
def orders_are_sent_with_the_header_that_was_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """What a back office is sent unasked of an order's header is what was entered in one of its versions."""
    found = _pushed(book, moment)
    if found is None:
        return
    sheet, versions = found
    for name in SENT_HEADER:
        seen, may = moment.message.body.get("fields", {}).get(name), {v.header.get(name) for v in versions}
        if seen and all(may) and not any(name in v.loose_header for v in versions):
            said = f"{name} of order {sheet.number} is {' or '.join(map(in_words, may))}, and sent as {in_words(seen)}"
            yield owed(seen in may, said, sheet.record)


@invariant("crm", "WF-10 FD-02", "workflow")
def orders_are_sent_with_the_date_that_was_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """The due date that a back office is sent unasked is the instant that was entered in a version of the order."""
    found = _pushed(book, moment)
    if found is None or book.keeps_days:
        return
    sheet, versions = found
    seen = instant_in(moment.message.body.get("fields", {}).get("due_date") or "")
    may = [instant_in(v.header.get("due_date") or "") for v in versions if "due_date" not in v.loose_header]
    known = [universal(instant) for instant in may if instant is not None]
    if seen is not None and len(known) == len(versions):
        wanted = " or ".join(instant.isoformat() for instant in known)
        said = f"order {sheet.number} is due {wanted}, and sent as due {seen.isoformat()}"
        yield owed(universal(seen) in known, said, sheet.record)


@invariant("crm", "WF-10 FO-03", "workflow")
def orders_are_sent_with_the_base_that_is_queued(book: DeskBook, moment: Crossing) -> Judgements:
    """Base order and base lines that a back office is sent unasked are those on the submission queue."""
    found = _pushed(book, moment)
    if found is None or any(v.asked and not v.queued for v in found[1]):
        return
    sheet, body = found[0], moment.message.body
    queued = [v.body for v in found[1] if v.queued]
    yield _base(sheet, "base_order", body.get("fields", {}), queued)
    for row in body.get("rows", ()):
        yield _base(sheet, "base_line", row, [line for each in queued for line in _lines(each, row.get("id", ""))])


def _lines(body: Mapping[str, Any], line_id: str) -> list[Mapping[str, Any]]:
    return [line for line in body.get("lines", ()) if line["id"] == line_id]


def _base(sheet: Sheet, name: str, sent: Mapping[str, str], queued: list[Mapping[str, Any]]) -> Wrong | None:
    """Whether a base that is sent is one that is queued; whoever names none, there or here, says nothing."""
    seen, may = sent.get(name), {each.get(name) for each in queued}
    said = (
        f"{name} of order {sheet.number} is queued as {' or '.join(map(in_words, may))}, and sent as {in_words(seen)}"
    )
    return owed(not (seen and may and all(may)) or seen in may, said, sheet.record)
