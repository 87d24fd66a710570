"""How things stand at the desk, for who draws the next act: told from what was entered, taken and shown."""

from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.parts.crm import Asset
from ordertck.harness.explore.acts import Scene, as_things_stand
from ordertck.harness.messages import SalesOrder
from ordertck.harness.oracle import Crossing

ENDED = ("COMPLETE", "CANCELLED")


def entered(scene: Scene) -> list[Order]:
    """The orders that a history has drafted and that are at the desk."""
    return [o for o in scene.stage.orders.values() if o.name in scene.drafts and o.entered and o.kind == "order"]


def is_taken(scene: Scene, order: Order) -> bool:
    """Whether the submission of some version of an order was taken."""
    return bool(scene.stage.desk.taken.get(order.name))


def is_pending(scene: Scene, order: Order) -> bool:
    """Whether the latest version of an order is not submitted yet."""
    desk = scene.stage.desk
    return desk.ref(order) not in [version.ref for version in desk.taken.get(order.name, ())]


def drafts(scene: Scene) -> list[Order]:
    """The orders whose latest version is not submitted yet."""
    return [order for order in entered(scene) if is_pending(scene, order)]


def quotes(scene: Scene) -> list[str]:
    """The names of the quotes, "quote OFFER1", as orders of a stage have them."""
    return [order.name for order in scene.stage.orders.values() if order.kind == "quote" and order.name in scene.drafts]


def called(name: str) -> str:
    """How a sentence speaks of an order or a quote of this name."""
    kind, _, own = name.rpartition(" ")
    return f'{kind or "order"} "{own}"'


def submitted(scene: Scene) -> list[Order]:
    """The orders of which some version was taken."""
    return [order for order in entered(scene) if is_taken(scene, order)]


def came(scene: Scene, order: Order) -> list[SalesOrder]:
    """What has come of an order to the order system, version by version."""
    return [sent for sent in scene.stage.order_system.given if sent.order == order.number]


def at_order_system(scene: Scene) -> list[Order]:
    """The orders that the order system has, and that are not over as far as it has told."""
    return [
        order
        for order in scene.stage.orders.values()
        if order.name in scene.drafts
        and order.kind == "order"
        and any(sent.order.approval != "awaited" for sent in scene.stage.order_system.versions(order.number))
    ]


@as_things_stand
def open_there(scene: Scene) -> list[Order]:
    """The orders that the order system has and has neither completed nor cancelled."""
    return [order for order in at_order_system(scene) if last_told(scene, order) not in (*ENDED, "REFUSED")]


def last_told(scene: Scene, order: Order) -> str:
    """The status of an order that the order system told last, REFUSED where that was a refusal; blank for none."""
    versions = len(came(scene, order))
    for told in reversed(scene.stage.channel.traffic.told):
        if told.kind in ("order-update", "refusal") and told.body["order"] in (order.number, f"OSM:{order.number}"):
            refused = told.kind == "refusal"
            return ("REFUSED" if versions < 2 else "OPEN") if refused else str(told.body["status"])
    return ""


def shown_assets(scene: Scene) -> dict[str, Asset]:
    """What the desk listed last of the customer's assets, by id."""
    account = scene.stage.directory.account("Customer")
    for moment in reversed(scene.stage.hearing.moments):
        if isinstance(moment, Crossing) and moment.message.kind == "desk-shown":
            body = moment.message.body
            if (body["object"], body["ref"]) == ("assets", account):
                rows = [row for row in body.get("rows", ()) if row.get("status", "Active") != "Inactive"]
                return {
                    row["id"]: Asset(row["id"], account, row["product"], row.get("site"), row.get("status", "Active"))
                    for row in rows
                    if row.get("id") and row.get("product")
                }
    return {}


def asset_id(scene: Scene, name: str) -> str:
    """The id of what was ordered under a name, as far as the desk or the queue has told it."""
    sold = (
        line.asset or ""
        for sent in scene.stage.order_system.given
        for line in sent.lines
        for known in (scene.stage.directory.line_by_id(line.id),)
        if known is not None and known[1].asset == name and line.action == "Add"
    )
    return scene.stage.assets.get(name) or next(sold, "")


def orders_about(scene: Scene, asset: str) -> set[str]:
    """The orders that speak of an asset."""
    return {d.name for d in scene.drafts.values() if any(row.get("asset") == asset for row in d.rows)}
