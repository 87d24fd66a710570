"""Invariants of assets: what a customer has is what completed orders left."""

from collections.abc import Iterator, Mapping

from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.installed import Installed
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed


def _listed(book: DeskBook, moment: Crossing) -> Iterator[tuple[str, Installed, Mapping[str, str] | None]]:
    """The assets of the customer whose list is shown, each with its row; None where it is not among them."""
    body = moment.message.body
    if body["object"] in ("assets", "profile") and body.get("refused") is None:
        rows = {row.get("id", ""): row for row in body.get("rows", ())}
        for name, asset in book.profile.of(body["ref"]).items():
            yield name, asset, rows.get(name)


@invariant("crm", "AS-02 AC-01 AS-01 AS-03 AS-04", "desk-shown")
def what_was_fulfilled_is_an_asset(book: DeskBook, moment: Crossing) -> Judgements:
    """What a completed order added is listed among the customer's assets, and in the service profile."""
    for name, asset, row in _listed(book, moment):
        if asset.there:
            yield owed(row is not None, f"{asset.product} {name}, of a completed order, is not listed", asset.record)


@invariant("crm", "AS-05 AC-04", "desk-shown")
def what_is_gone_is_no_asset(book: DeskBook, moment: Crossing) -> Judgements:
    """What was deleted, and what never becomes an asset, is not listed, or as inactive."""
    for name, asset, row in _listed(book, moment):
        if not asset.there:
            said = f"{asset.product} {name} is listed, which is deleted or no asset"
            yield owed(row is None or row.get("status") == "Inactive", said, asset.record)


@invariant("crm", "AC-07 AC-08", "desk-shown")
def an_asset_has_the_status_that_orders_left(book: DeskBook, moment: Crossing) -> Judgements:
    """What was suspended is shown as suspended, what was resumed, or only added, as active."""
    for name, asset, row in _listed(book, moment):
        if asset.there and row is not None and row.get("status"):
            said = f"{asset.product} {name} is {asset.status} by its orders, and shown as {row['status']}"
            yield owed(row["status"] == asset.status, said, asset.record)


@invariant("crm", "AC-05 MO-02 FO-11", "desk-shown")
def an_asset_is_set_up_as_orders_left_it(book: DeskBook, moment: Crossing) -> Judgements:
    """An update changes what it names and leaves the rest as it was."""
    for name, asset, row in _listed(book, moment):
        if asset.there and row is not None:
            for attribute, value in asset.attributes.items():
                if (name, attribute) in book.profile.filled_in:
                    continue
                said = f"{attribute} of {asset.product} {name} is {value}, and shown as {row.get(attribute)}"
                yield owed(row.get(attribute) == value, said, asset.record)


@invariant("crm", "FO-03 FO-02 TM-03 AC-06", "order-submission")
def a_follow_on_names_what_it_builds_on(book: DeskBook, moment: Crossing) -> Judgements:
    """A line about what an open order will leave names the line of that order."""
    body = moment.message.body
    for line in body.get("lines", ()):
        base, record = book.sold.get(line.get("asset") or "", ("", 0))
        changes = line.get("action") not in ("Add", None, "", "-")
        if base and base != body["order"] and changes and base not in book.complete and base not in book.ended:
            named = line.get("base_line") or body.get("base_order")
            said = f"line {line['number']} builds on open order {base}, and does not say so"
            yield owed(bool(named), said, record)


@invariant("crm", "TM-04 MO-01 MO-03", "order-submission")
def a_modify_order_names_no_open_order(book: DeskBook, moment: Crossing) -> Judgements:
    """A line about an asset of a completed order names no line that it waits for."""
    body = moment.message.body
    if body.get("revision", 1) > 1:
        return
    for line in body.get("lines", ()):
        asset = book.profile.assets.get(line.get("asset") or "")
        if asset is not None and line.get("asset") not in book.reopened:
            waits = line.get("base_line")
            yield owed(not waits, f"line {line['number']} about an installed asset waits for {waits}", asset.record)
