"""Invariants of the desk: every question is answered, and what is shown is what is known."""

from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed


@invariant("crm", "FL-05 SC-18", at_rest=True)
def every_act_is_answered(book: DeskBook, moment: Rest) -> Judgements:  # noqa: ARG001
    """Whatever a user does or looks at, something is shown."""
    if book.asked and not book.killed:
        for record, question in book.asked.values():
            yield owed(False, f"nothing shown for {question.kind} {question.body['object']}", record)
    elif book.orders and not book.killed:
        yield None


@invariant("crm", "TM-01 SC-11 AS-01", "desk-shown")
def nothing_is_shown_complete_that_nobody_has_told(book: DeskBook, moment: Crossing) -> Judgements:
    """An order is shown COMPLETE once the order system, or a back office, has told something of it."""
    body = moment.message.body
    order = book.orders.get(body["ref"])
    if body["object"] == "order" and order is not None and order.number and body.get("fields", {}).get("status"):
        status = body["fields"]["status"]
        told = order.number in book.complete
        yield owed(status != "COMPLETE" or told, f"order {order.number} shown COMPLETE, which nobody has told")
        if not order.submits and order.plain:
            said = f"order {order.number} shown {status}, which nobody has submitted"
            yield owed(status == "DRAFT", said, order.record)


@invariant("crm", "AS-01 AS-02 FO-02 FD-05 WF-06", "desk-shown")
def nothing_is_an_asset_before_it_is_fulfilled(book: DeskBook, moment: Crossing) -> Judgements:
    """What an order adds is among the customer's assets once the order is told to be complete, and not before."""
    body = moment.message.body
    if body["object"] not in ("assets", "profile") or body.get("refused"):
        return
    for row in body.get("rows", ()):
        order, record = book.sold.get(row.get("id", ""), ("", 0))
        if order:
            told = order in book.complete or any(name.startswith(order) for name in book.complete)
            said = f"{row.get('product')} of order {order} is an asset, of which nobody has told that it is complete"
            yield owed(told or row.get("status") == "Inactive", said, record)


@invariant("crm", "AS-03", "desk-shown")
def an_asset_is_its_customers(book: DeskBook, moment: Crossing) -> Judgements:
    """What is sold to one customer is listed under that customer, and under nobody else."""
    body = moment.message.body
    if body["object"] not in ("assets", "profile", "projection") or body.get("refused"):
        return
    for row in body.get("rows", ()):
        number, record = book.sold.get(row.get("id", ""), ("", 0))
        order = book.numbers.get(number)
        if order is not None and order.account:
            said = f"{row.get('product')} of {order.account} is listed under {body['ref']}"
            yield owed(order.account == body["ref"], said, record)
