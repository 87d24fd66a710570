"""Invariants of lists: what a user is shown of a customer is that customer's, and every item is told apart."""

from collections import Counter

from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.expected import expected_version
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.text import in_words

_LISTS = {"tickets": "trouble ticket", "fraud-alerts": "fraud alert", "credit-alerts": "credit alert"}
_LOOKS = tuple(f"desk-shown see {name}" for name in _LISTS)


@invariant("crm", "WF-18 WF-16 WF-19 WF-20", *_LOOKS)
def what_is_listed_is_the_customers(book: DeskBook, moment: Crossing) -> Judgements:
    """Tickets and alerts are listed under their own customer, and under nobody else."""
    body = moment.message.body
    for row in body.get("rows", ()) if not body.get("refused") else ():
        owner = book.content.owner(_LISTS[body["object"]], row.get("id", ""))
        if owner:
            said = f"{_LISTS[body['object']]} {row['id']} of {owner} is listed under {body['ref']}"
            yield owed(owner == body["ref"], said)


@invariant("crm", "WF-18 WF-19 WF-20", *_LOOKS)
def what_was_reported_is_listed_as_it_was(book: DeskBook, moment: Crossing) -> Judgements:
    """A ticket or an alert that a back office has reported is listed, with what was said of it last."""
    body = moment.message.body
    rows = {row["id"]: row for row in body.get("rows", ()) if row.get("id")}
    if body.get("refused") or len(rows) < len(body.get("rows", ())):
        return  # without ids nobody can say which is which
    kind = _LISTS[body["object"]]
    for name in book.content.owned_by(kind, body["ref"]):
        known, record = book.content.known(kind, name), book.received.get((kind, name), 0)
        if known and record and "status" not in known:
            yield owed(name in rows, f"{kind} {name}, which a back office has reported, is not listed", record)
            for field, value in known.items() if name in rows else ():
                seen = rows[name].get(field)
                said = f"{field} of {kind} {name} is {value}, and shown as {in_words(seen)}"
                yield owed(seen in (None, value), said, record)


@invariant("crm", "WF-18 WF-16 WF-04 WF-10 WF-13", "workflow")
def a_record_is_sent_as_its_customers(book: DeskBook, moment: Crossing) -> Judgements:
    """A record that is sent to a back office names the customer that it belongs to."""
    body = moment.message.body
    owner = book.content.owner(body["object"], body["record"])
    if not moment.told and owner:
        for said in {body.get("account"), body.get("fields", {}).get("account")} - {None, ""}:
            yield owed(said == owner, f"{body['object']} {body['record']} of {owner} is sent as one of {said}")


@invariant("crm", "SC-08", at_rest=True)
def every_item_is_asked_about(book: DeskBook, _: Rest) -> Judgements:
    """Where the availability of an order's items is checked, each line that adds something is asked about."""
    for number, left in book.availability.items() if not book.killed else ():
        said = f"the availability of {', '.join(sorted(left))} of order {number} is not asked for"
        yield owed(not left, said)


@invariant("crm", "OM-02 SC-16", "desk-shown see order", "desk-shown see quote", "order-submission")
def lines_have_numbers_of_their_own(book: DeskBook, moment: Crossing) -> Judgements:
    """No two lines of an order that the CRM makes by itself, as from the profile, have the same number."""
    body = moment.message.body
    known = book.sheets.by_ref.get(body.get("ref", ""))
    sheet = known[0] if known is not None else book.sheets.numbers.get(body.get("order", ""))
    version = known[1] if known is not None else expected_version(book.catalogue, sheet)
    if sheet is None or version is None or not version.loose or version.base is not None or version.lines:
        return
    rows = body.get("rows") or body.get("lines", ())
    sold = [book.catalogue.products.get(row.get("product", "")) for row in rows]
    components = {name for product in sold if product is not None for name in product.components}
    numbers = Counter(row.get("number") for row in rows if row.get("product") not in components)
    for number, times in numbers.items():
        said = f"{times} lines of {sheet.kind} {sheet.number} are number {number}"
        yield owed(not number or times == 1, said, version.record)
