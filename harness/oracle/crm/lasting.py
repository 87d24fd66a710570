"""Invariants of what outlives orders and services: service points, and the papers of an order."""

from ordertck.harness.messages import is_inactive
from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.text import in_words


@invariant("crm", "SP-01", "desk-shown see asset")
def a_service_point_stays(book: DeskBook, moment: Crossing) -> Judgements:
    """A service point that an order has named can be looked up, whatever became of the order and of the service."""
    body = moment.message.body
    named = {
        line.said.get("service_point")
        for sheet in book.sheets.orders
        for v in sheet.versions
        for line in v.lines.values()
    }
    if body["ref"] not in named or book.killed:
        return
    gone = body.get("refused") is not None or is_inactive(body.get("fields", {}).get("status", ""))
    yield owed(not gone, f"the service point {body['ref']} is not shown as one that is there")


@invariant("crm", "SC-10", "desk-shown see attachments")
def the_papers_of_an_order_stay_with_it(book: DeskBook, moment: Crossing) -> Judgements:
    """What was attached to an order is listed with it, and nothing that was attached to another one."""
    body, known = moment.message.body, book.sheets.by_ref.get(moment.message.body["ref"])
    if known is None or body.get("refused") is not None or not book.papers:
        return
    listed = {(row.get("kind", ""), row.get("name", "")) for row in body.get("rows", ())}
    for paper, (sheet, version, record) in book.papers.items():
        if sheet is not known[0]:
            said = f"the {' '.join(paper)} is listed with order {known[0].number}, to which nobody attached it"
            yield owed(paper not in listed, said, record)
        elif not version.off:
            yield owed(paper in listed, f"the {' '.join(paper)} of order {sheet.number} is not listed", record)


@invariant("crm", "SC-16", "desk-shown convert profile")
def an_order_is_begun_with_what_is_there_now(book: DeskBook, moment: Crossing) -> Judgements:
    """An order that is begun with a customer's assets shows them as they are now, whatever is planned."""
    for row in moment.message.body.get("rows", ()):
        known = book.profile.assets.get(row.get("asset", ""))
        states = [state for state in known.possible() if state is not None] if known is not None else []
        if known is None or known.unsure or known.account in book.profile.unsure or not states:
            continue
        for attribute in dict.fromkeys(name for state in states for name in state.attributes):
            seen, may = row.get(attribute), {state.attributes.get(attribute) for state in states}
            if seen and not any(attribute in state.loose for state in states):
                said = f"an order is begun with {attribute} {seen} of {known.product}"
                yield owed(seen in may, f"{said}, which is {' or '.join(map(in_words, may))}", known.record)
