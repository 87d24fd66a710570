"""What users sell or change besides in a sequel: of what the customer of an order has, and is to have."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.parts.crm import Asset
from ordertck.harness.bench.sequel.crm.altering import ATTRIBUTES, SITES, alter
from ordertck.harness.bench.sequel.crm.changed import cut_off
from ordertck.harness.bench.sequel.crm.standing import can, can_end, is_open, knows
from ordertck.harness.bench.sequel.scenes import Draw, scene
from ordertck.harness.bench.stage import Stage

_HEAD = ["line", "action", "product", "asset", "site", "speed", "upload", "version", "greeting", "depends on"]
Row = dict[str, str]


@scene(
    "crm",
    "AC-01 AC-02 AC-03 AC-04 AC-05 AC-06 AC-07 AC-08 AC-10 AC-11 AS-01 AS-02 AS-03 AS-04 AS-05 FD-01 FD-02 FD-03 FD-05"
    " FD-12 FD-13 FO-01 FO-02 FO-03 FO-09 FO-11 FO-12 FO-13 MO-01 MO-02 MO-03 MO-07 PD-01 PD-02 SC-16 TM-03 TM-04 TM-05"
    " TM-07 OM-01 SP-01 PL-26 PL-29 PL-31 PL-37",
)
def the_customer_wants_more(stage: Stage, order: Order, draw: Draw) -> None:
    """Two orders change what the customer has or is to have, one of them dated or begun from the profile."""
    if "installed-base" in stage.claims.leaves_out or not order.account:
        return
    for number in range(2):
        row = _base(stage, order, draw)
        if row is None:
            return
        header = {"account": order.account}
        if knows(stage, "dates") and draw.chance(3):
            header["due_date"] = (stage.now.replace(microsecond=0) + timedelta(days=1 + draw.below(4))).isoformat()
        name = f"SEQUEL-{number}"
        if can(stage, "orders-from-profile") and not row.get("depends on") and draw.chance(3):
            further = _from_profile(stage, order, name, row)
        else:
            rows = _changes(stage, row, draw)
            further = stage.crm.new_order(name, [_HEAD, *([r.get(c, "") for c in _HEAD] for r in rows)], **header)
        if not further.entered:
            continue
        cut_off(stage, draw)
        if draw.chance(3):
            alter(stage, further, draw)
        stage.crm.submit(further)
        cut_off(stage, draw)
        stage.settled()
        if is_open(stage, further) and can_end(stage, further) and not further.due_date and draw.chance(2):
            stage.order_system.report(further.number, "COMPLETE")
            stage.settled()


@scene("crm", "SC-02 SC-03 SC-04 SC-05 SC-18 PL-02 PL-03 PL-13 PL-14 OM-05")
def a_quote_gets_on(stage: Stage, order: Order, draw: Draw) -> None:
    """A quote is given, accepted, made into an order, once more too, and submitted."""
    if not can(stage, "quotes", "quotes-become-orders"):
        return
    quote = order
    if order.kind != "quote":
        rows = [["1", "Home Starter Pack", ""], ["1.1", "Internet Access", "500"], ["2", "Static Address", ""]]
        quote = stage.crm.new_order("quote SEQUEL-OFFER", [["line", "product", "speed"], *rows])
        if draw.chance(2) and knows(stage, "price-lists"):
            stage.desk.override(quote, "2", "9.50")
    acts: list[Callable[[], object]] = [partial(stage.capture.accept, quote)] * (2 - draw.below(2))
    if draw.chance(4):
        acts.clear()
    for act in acts:
        act()
    cut_off(stage, draw)
    for number in range(2):
        further = stage.crm.new_order(f"SEQUEL-OF-{number}")
        stage.capture.convert(quote, further)
        if further.entered:
            stage.crm.submit(further)
            stage.settled()


def _base(stage: Stage, order: Order, draw: Draw) -> Row | None:
    """What is to be changed: something that the customer has, or a line of an open order."""
    sold = stage.directory.catalogue.products
    there = [asset for asset in stage.desk.assets(order.account or "") if asset.there and asset.product in sold]
    lines = [line for line in order.lines if line.id and line.action == "Add"] if is_open(stage, order) else []
    if lines and (not there or draw.chance(2)):
        line = draw.one(lines)
        name = f"line {line.number} of {order.name}"
        return {"product": line.product or "", "asset": line.asset or name, "depends on": name}
    if not there:
        return None
    asset = draw.one(there)
    return {"product": asset.product, "asset": _called(stage, asset), "site": asset.site or "", "status": asset.status}


def _called(stage: Stage, asset: Asset) -> str:
    """The feature's name of an asset, or one that it has from now on."""
    name = next((name for name, known in stage.assets.items() if known == asset.id), f"SEQUEL {asset.id}")
    stage.assets[name] = asset.id
    return name


def _changes(stage: Stage, row: Row, draw: Draw) -> list[Row]:
    """The rows of a change of something that a customer has, or is to have."""
    product = stage.directory.catalogue.products[row["product"]]
    known = [name for name in product.attributes if name in ATTRIBUTES]
    if row.get("status") == "Suspended":
        action = draw.one(("Resume", "Resume", "Delete"))
    elif row.get("depends on"):
        action = draw.one(("Update", "Update", "Suspend", "Delete"))
    else:
        action = draw.one(("Update", "Update", "Suspend", "Delete", "Move"))
    base = {"line": "1", "product": row["product"], "asset": row["asset"], "depends on": row.get("depends on", "")}
    if action == "Move" and row.get("site") and row["site"] not in SITES[:1]:
        add = {**base, "action": "Move-Add", "site": SITES[0]}
        return [add, {**base, "line": "2", "action": "Move-Delete", "site": row["site"]}]
    if action in ("Update", "Move"):
        wanted = {name: draw.one(ATTRIBUTES[name]) for name in draw.some(known, 1)}
        return [{**base, "action": "Update", **wanted}]
    return [{**base, "action": action}]


def _from_profile(stage: Stage, order: Order, name: str, row: Row) -> Order:
    """An order that is begun with something that the customer has."""
    further = stage.crm.new_order(name, account=order.account)
    roles = (entry["role"] for entry in stage.directory.catalogue.accounts)
    owner = next((role for role in roles if stage.directory.account(role) == order.account), "Customer")
    stage.capture.begin_from_profile(further, owner, {row["asset"]: stage.assets[row["asset"]]})
    if further.entered:
        change = ["1", "Update", row["asset"], row["product"]]
        stage.crm.draft(further, [["line", "action", "asset", "product"], change])
    return further
