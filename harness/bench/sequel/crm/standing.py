"""How an order stands, for who draws what happens to it next; and what the system under test has to know of."""

from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.stage import Stage
from ordertck.harness.oracle import Crossing

ENDED = ("COMPLETE", "CANCELLED", "REFUSED")


def can(stage: Stage, *capabilities: str) -> bool:
    """Whether all of these capabilities are claimed."""
    return set(capabilities) <= stage.claims.capabilities


def knows(stage: Stage, mechanism: str) -> bool:
    """Whether the system has to know of a mechanism: some profile that it belongs to is claimed, or there is none."""
    edition = stage.claims.edition
    wanted = [name for name in edition.mechanisms.known[mechanism].profiles if "crm" in edition.roles_of[name]]
    return not wanted or bool(set(wanted) & set(stage.claims.profiles))


def is_taken(stage: Stage, order: Order) -> bool:
    """Whether the submission of some version of an order was taken."""
    return bool(stage.desk.taken.get(order.name))


def is_pending(stage: Stage, order: Order) -> bool:
    """Whether the latest version of an order is not submitted yet."""
    return stage.desk.ref(order) not in [version.ref for version in stage.desk.taken.get(order.name, ())]


def is_open(stage: Stage, order: Order) -> bool:
    """Whether the order system has an order, and has told no end of it."""
    versions = stage.order_system.versions(order.number) if order.number else []
    released = any(sent.order.approval != "awaited" for sent in versions)
    return released and "order-tracking" not in stage.claims.leaves_out and last_told(stage, order) not in ENDED


def last_told(stage: Stage, order: Order) -> str:
    """The status of an order that the order system told last, REFUSED where that was a refusal; blank for none."""
    for moment in reversed(stage.moments):
        if isinstance(moment, Crossing) and moment.message.kind in ("order-update", "refusal"):
            body = moment.message.body
            if body["order"] == order.number:
                return "REFUSED" if moment.message.kind == "refusal" else str(body["status"])
    return ""


def can_end(stage: Stage, order: Order) -> bool:
    """Whether nothing else of its customer is under way, so that an order cannot end before one that it waits for."""
    return not any(each is not order and is_open(stage, each) for each in stage.orders.values())


def is_plain(stage: Stage, order: Order) -> bool:
    """Whether an order only adds things, at once, that no supervisor has to approve.

    What is to become of an asset that several orders are about, of a date, and of what was approved before is left open
    in more ways than a scene can heed; exploration plays these.
    """
    known = stage.directory.catalogue.products
    sold = [known.get(line.product or "") for line in order.lines]
    adds = all(line.action == "Add" and not line.depends_on for line in order.lines)
    return adds and not order.due_date and all(product is not None and not product.approval for product in sold)


def was_refused(stage: Stage) -> bool:
    """Whether the order system, or the desk, has refused anything: on what a user goes on then is left to the CRM."""
    told = any(isinstance(m, Crossing) and m.message.kind == "refusal" for m in stage.moments)
    return told or any(order.refusals for order in stage.orders.values())
