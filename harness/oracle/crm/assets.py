"""Invariants of assets: what a customer has is what completed orders left."""

from collections.abc import Mapping

from ordertck.harness.messages import is_inactive
from ordertck.harness.oracle.crm.book import DeskBook, Listed
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.text import in_words

Row = Mapping[str, str]
# The looks at all that a customer has; where an order is begun with what there is, the order is shown.
_LISTS = ("desk-shown see assets", "desk-shown see profile")


def _listed(book: DeskBook, moment: Crossing) -> Listed:
    """The assets of the customer whose list is shown, each with its row; None where it is not among them."""
    if book.listed is None or book.listed[0] is not moment:  # five invariants ask for it
        body = moment.message.body
        rows = {row.get("id", ""): row for row in body.get("rows", ()) if _is_there(row)}
        known = book.profile.of(body["ref"]) if body.get("refused") is None else ()
        book.listed = moment, [(name, asset, rows.get(name)) for name, asset in known]
    return book.listed[1]


def _is_there(row: Row) -> bool:
    return not is_inactive(row.get("status", ""))


# Speeds and sizes are shorter than numbers that are assigned to one thing only.
_MOST_LETTERS_OF_A_DEFAULT = 4


@invariant("crm", "AS-02 AC-01 AS-01 AS-03 AS-04", *_LISTS)
def what_was_fulfilled_is_an_asset(book: DeskBook, moment: Crossing) -> Judgements:
    """What a completed order added is listed among the customer's assets, and in the service profile."""
    for name, asset, row in _listed(book, moment):
        if all(state is not None and state.there for state in asset.possible()):
            yield owed(row is not None, f"{asset.product} {name}, of a completed order, is not listed", asset.record)


@invariant("crm", "AS-05 AC-04", *_LISTS)
def what_is_gone_is_no_asset(book: DeskBook, moment: Crossing) -> Judgements:
    """What was deleted is not listed, or is listed as inactive."""
    for name, asset, row in _listed(book, moment):
        if all(state is None or not state.there for state in asset.possible()):
            yield owed(row is None, f"{asset.product} {name} is listed, which is deleted", asset.record)


@invariant("crm", "AC-07 AC-08", *_LISTS)
def an_asset_has_the_status_that_orders_left(book: DeskBook, moment: Crossing) -> Judgements:
    """What was suspended is shown as suspended, what was resumed, or only added, as active."""
    for name, asset, row in _listed(book, moment):
        if row is not None and row.get("status"):
            may = {state.status for state in asset.possible() if state is not None}
            said = f"{asset.product} {name} is {' or '.join(sorted(may))}, and shown as {row['status']}"
            yield owed(row["status"] in may or not may, said, asset.record)


@invariant("crm", "AC-05 MO-02 FO-11 AS-01 PD-01", *_LISTS)
def an_asset_is_set_up_as_orders_left_it(book: DeskBook, moment: Crossing) -> Judgements:
    """An update changes what it names and leaves the rest as it was."""
    for name, asset, row in _listed(book, moment):
        states = [state for state in asset.possible() if state is not None]
        if row is not None and states:
            for attribute in dict.fromkeys(each for state in states for each in state.attributes):
                if any(attribute in state.loose for state in states):
                    continue
                may = {state.attributes.get(attribute) or None for state in states}
                seen = row.get(attribute) or None
                said = f"{attribute} of {asset.product} {name} is {_or(may)}, and shown as {in_words(seen)}"
                yield owed(seen in may, said, asset.record)


@invariant("crm", "AS-01 AS-02 MO-02", *_LISTS)
def an_asset_has_no_value_of_another(book: DeskBook, moment: Crossing) -> Judgements:
    """What fulfilment has filled in for one thing stands on no other thing, of the same customer or another one.

    What a CRM shows of an attribute that nobody has spoken of is its own affair otherwise: a short value may be what
    the product has by default.
    """
    for name, asset, row in _listed(book, moment):
        states = [state for state in asset.possible() if state is not None]
        known = {attribute for state in states for attribute in (*state.attributes, *state.loose)}
        for attribute, seen in row.items() if row is not None and states else ():
            things = book.progress.values.get((attribute, seen), {})
            if things and attribute not in known and len(seen) > _MOST_LETTERS_OF_A_DEFAULT:
                said = (
                    f"{attribute} {seen}, which is that of {' and '.join(things)}, is shown of {asset.product} {name}"
                )
                yield owed(name in things, said, *things.values())


def _or(may: set[str | None]) -> str:
    return " or ".join(sorted(str(each or "blank") for each in may))


@invariant("crm", "AC-02 AC-03 AC-01", *_LISTS)
def an_asset_is_where_orders_left_it(book: DeskBook, moment: Crossing) -> Judgements:
    """An asset is at the site that it was added at, or that it was moved to."""
    for name, asset, row in _listed(book, moment):
        states = [state for state in asset.possible() if state is not None]
        if row is not None and states and all(state.site for state in states):
            may = {state.site for state in states}
            said = f"{asset.product} {name} is at {_or(may)}, and shown at {in_words(row.get('site'))}"
            yield owed(row.get("site") in may, said, asset.record)


@invariant("crm", "AS-01 AS-02 FO-02 FD-05 AS-05 TM-04", *_LISTS)
def nothing_is_an_asset_before_it_is_fulfilled(book: DeskBook, moment: Crossing) -> Judgements:
    """What an order adds is among the customer's assets once its line is told to be complete, and not before."""
    body = moment.message.body
    if body.get("refused") is not None or body["ref"] in book.profile.unsure:
        return
    for row in body.get("rows", ()):
        number, _, record = book.progress.sold.get(row.get("id", ""), ("", "", 0))
        if number and _is_there(row) and row.get("product") not in book.profile.administered:
            said = f"{row.get('product')} of order {number} is an asset, of which nobody has told that it is complete"
            yield owed(row["id"] in book.profile.assets or number in book.progress.reported, said, record)


@invariant("crm", "AS-05 AS-02 OM-07", *_LISTS, "desk-shown see projection")
def what_is_not_tracked_is_no_asset(book: DeskBook, moment: Crossing) -> Judgements:
    """A product that is not trackable is never listed among a customer's assets."""
    body = moment.message.body
    if body["ref"] not in book.profile.unsure:
        for row in body.get("rows", ()):
            product = book.catalogue.products.get(row.get("product", ""))
            if product is not None and row["product"] not in book.profile.administered and _is_there(row):
                yield owed(product.trackable, f"{row['product']} {row.get('id')} is listed, which is not trackable")


@invariant("crm", "AS-03", *_LISTS, "desk-shown see projection")
def an_asset_is_its_customers(book: DeskBook, moment: Crossing) -> Judgements:
    """What is sold to one customer is listed under that customer, and under nobody else."""
    body = moment.message.body
    if body.get("refused"):
        return
    for row in body.get("rows", ()):
        number, _, record = book.progress.sold.get(row.get("id", ""), ("", "", 0))
        sheet = book.sheets.numbers.get(number)
        if sheet is not None and sheet.account:
            said = f"{row.get('product')} of {sheet.account} is listed under {body['ref']}"
            yield owed(sheet.account == body["ref"], said, record)


@invariant("crm", "AS-02 AC-01 AC-05 AC-02 MO-02 AS-05", *_LISTS)
def every_asset_comes_from_an_order(book: DeskBook, moment: Crossing) -> Judgements:
    """Nothing of what is sold is listed twice, or under an id that no order has given it."""
    body = moment.message.body
    if body.get("refused") is not None or body["ref"] in book.profile.unsure:
        return
    ids = [row.get("id") for row in body.get("rows", ()) if _is_there(row)]
    for row in body.get("rows", ()):
        if _is_there(row) and row.get("product") in book.catalogue.products:
            name = row.get("id", "")
            yield owed(ids.count(name) == 1, f"{row['product']} {name} is listed {ids.count(name)} times")
            if row["product"] != book.catalogue.phone_number and book.progress.sold:
                yield owed(name in book.progress.sold, f"{row['product']} {name} is listed, which no order has added")
