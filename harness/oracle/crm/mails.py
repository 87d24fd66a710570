"""Invariants of mails: who has ordered is told so once, and nobody else is."""

from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.expected import needs_approval
from ordertck.harness.oracle.crm.sheet import Sheet
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed


@invariant("crm", "SC-13", "mail")
def mails_acknowledge_what_was_submitted(book: DeskBook, moment: Crossing) -> Judgements:
    """A customer is sent a mail about an order that was submitted; the mail names it, and comes once.

    What a CRM writes of later versions is its own affair, as long as it does not thank for the order again. An order
    of which nothing stands, as a supervisor or the order system has turned it away, may be acknowledged once more.
    """
    body = moment.message.body
    sheet = book.sheets.numbers.get(body["order"])
    if sheet is not None:
        earlier = book.mails.get(sheet.number, [])
        yield owed(bool(sheet.submits), f"a mail about order {sheet.number}, which nobody has submitted", sheet.record)
        yield owed(sheet.number in body["text"], f"a mail about order {sheet.number} that does not name it")
        said = f"the same mail about order {sheet.number} once more"
        yield owed((sheet.events, body["text"]) not in earlier, said)
        before = [version for version in sheet.versions[:-1] if version.taken]
        if not before or not all(version.rejected or version.off for version in before):
            yield owed(not earlier or body["text"] != earlier[0][1], said)


@invariant("crm", "SC-13", "mail")
def mails_go_to_who_has_ordered(book: DeskBook, moment: Crossing) -> Judgements:
    """A mail about an order goes to the address of the customer for whom the order was entered.

    Where the address may have been changed since, whether the old one or the new one counts is left open.
    """
    body = moment.message.body
    sheet = book.sheets.numbers.get(body["order"])
    known = book.content.known("account", sheet.account).get("email") if sheet is not None else None
    if sheet is not None and known and _spoken_of(book, sheet) < sheet.record:
        said = f"a mail about order {sheet.number} of {sheet.account}, whose address is {known}, goes to {body['to']}"
        yield owed(body["to"] == known, said, sheet.record)


@invariant("crm", "SC-13", at_rest=True)
def who_has_ordered_is_told_so(book: DeskBook, _: Rest) -> Judgements:
    """A customer whose mail address is known is sent a mail about each order that was submitted.

    Whether an order for a supervisor is acknowledged before it is approved, or one at all that changes what there is
    (a user may have been warned), and what a CRM that has broken down still has to write, is left open.
    """
    if "acknowledgement-mail" not in book.claims.capabilities or book.killed:
        return
    for sheet in book.sheets.orders:
        first = sheet.versions[0] if sheet.versions else None
        if first is None or not first.taken or first.off or needs_approval(book.catalogue, first):
            continue
        if any(line.said.get("action") != "Add" for line in first.lines.values()):
            continue
        if book.content.known("account", sheet.account).get("email") and sheet.account in book.records:
            said = f"no mail about order {sheet.number} of {sheet.account}, who has an address for mail"
            late = _spoken_of(book, sheet) > first.asked
            yield owed(late or bool(book.mails.get(sheet.number)), said, first.taken)


def _spoken_of(book: DeskBook, sheet: Sheet) -> int:
    """The record with which a user or a back office last said something of an order's customer; 0 for none."""
    record = book.records.get(sheet.account)
    return max(record.touched if record is not None else 0, book.received.get(("account", sheet.account), 0))
