"""What a CRM submits in a sequel: revisions in which every field may be another, cancels, and orders that queue up."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import partial

from ordertck.harness.bench.orders import DraftLine, Order
from ordertck.harness.bench.sequel.scenes import Draw, scene
from ordertck.harness.bench.stage import Stage
from ordertck.harness.messages import Edge
from ordertck.harness.messages.roles import Trait

_PRICES = ("-5.00", "0.00", "12.5", None)
_SITES = ("5 Hill Road", "Flat 2/b, The Old Mill", None)
_POINTS = (" 0042/kV b", "sp-7", None)
_VALUES = ("0", "no", "Ünit 7 ", "x" * 40)
# Minutes from universal time of the zones in which dates are written.
_ZONES = (0, 345, -210)
# So many lines at most get other values; a queue gets so many orders at most.
_MOST_LINES, _MOST_QUEUED = 4, 5
_USUAL = "Sequel"
_ACTIONS = ("-", "Update", "Suspend", "Delete")
# The list of kinds of products is open (OM-08).
_SUBJECT = "loan of a product"


@scene(
    "FL-06 FL-07 FL-09 DD-02 DD-05 OM-03 OM-05 OM-06 OM-07 OM-08 FO-03 MO-05 PL-01 PL-16 RV-04 PR-03 PR-09 PR-10 PR-12"
    " PV-01 SP-04 SP-05 SP-06 SP-07 SP-08"
)
def every_field_may_change(stage: Stage, order: Order, draw: Draw) -> None:
    """An order gets a line and a component, and is revised; each field is set, changed, emptied or left."""
    add_line(order, draw, stage)
    for _ in range(3):
        line = draw.one(order.lines)
        line.action = draw.one((line.action, *_ACTIONS))
        revise(stage, order, draw)
    stage.settled()
    order.lines.pop()
    revise(stage, order, draw)


@scene("FL-06 FL-07 PR-05 PR-02 PV-01 PV-15 FL-08")
def cancelled_for_good(stage: Stage, order: Order, draw: Draw) -> None:
    """An order is cancelled, perhaps revised in spite of it, and cancelled again."""
    stage.kit_crm.event("cancel", order)
    if draw.chance(2):
        revise(stage, order, draw)
    stage.kit_crm.event("cancel", order)


@scene("PR-02 PR-03 PR-05 PR-09 PR-10 PR-11 PR-12 FL-03 FL-05 FL-06 FO-03")
def in_the_queue(stage: Stage, order: Order, draw: Draw) -> None:
    """Versions, cancels, follow-ons and strangers wait in one queue, which may break down with them."""
    ways = []
    if "holdable-intake" in stage.claims.capabilities:
        ways.append(partial(stage.closures.hold_queue, Trait.CARRIAGE))
    if "absent-neighbours" in stage.claims.capabilities:
        ways.append(partial(stage.closures.leave, Edge.OMS))
    if ways:
        draw.one(ways)()
    waiting = [order]
    for number in range(2 + draw.below(_MOST_QUEUED - 1)):
        draw.one(_submissions(stage, waiting, number, draw))()
    again = [each.submissions[-1] for each in waiting if each.submissions]
    if again and "idempotent-delivery" in stage.claims.capabilities and draw.chance(2):
        stage.channel.repeat(draw.one(again))
    if ways and "restartable" in stage.claims.capabilities and draw.chance(3):
        stage.channel.break_down()
    stage.closures.open_up()


def _submissions(stage: Stage, waiting: list[Order], number: int, draw: Draw) -> list[Callable[[], None]]:
    """What could be submitted next: of orders that wait, about them, or about nothing of theirs."""
    behind = draw.one(waiting)

    def fresh(depends_on: str | None) -> None:
        name = f"{_USUAL.upper()}-{number}"
        chosen = str(draw.one((*stage.directory.catalogue.priorities.values(), 0)))
        waiting.append(stage.crm.small_order(name, chosen, depends_on=depends_on))

    line = behind.lines[0].number if behind.lines else ""
    acts: list[Callable[[], None]] = [
        partial(revise, stage, behind, draw),
        partial(stage.kit_crm.event, "cancel", behind),
        partial(fresh, None),
    ]
    return [*acts, partial(fresh, f"line {line} of {behind.name}")] if line else acts


def add_line(order: Order, draw: Draw, stage: Stage) -> None:
    """Draft a line more, and a component of it."""
    places = [int(line.number.partition(".")[0]) for line in order.lines if line.number.partition(".")[0].isdigit()]
    place = str(max(places, default=0) + 1)
    products = [p for p in stage.directory.catalogue.products.values() if p.components]
    if products:
        bundle = draw.one(products)
        order.lines += [DraftLine(place, bundle.name), DraftLine(f"{place}.1", bundle.components[0])]


def revise(stage: Stage, order: Order, draw: Draw) -> None:
    """Submit a newer version of an order, in which each field may be another."""
    catalogue, began = stage.directory.catalogue, stage.directory.began
    lists = [name for name, plan in catalogue.rate_plans.items() if plan]
    order.payer = draw.one((order.payer, stage.directory.account("Payer"), None))
    order.ship_to = draw.one((order.ship_to, "3 Station Road", None))
    order.ship_by = draw.one((order.ship_by, "by hand", None))
    order.site = draw.one((order.site, *_SITES))
    order.due_date = draw.one((order.due_date, date_of(began, draw), None))
    order.approval = draw.one((order.approval, "awaited", None))
    order.price_list = draw.one((order.price_list, *lists))
    order.priority, order.transport_priority = draw.one(tuple(catalogue.priorities)), draw.one((None, None, 0, 9))
    for line in draw.some(order.lines, _MOST_LINES):
        line.override = draw.one((line.override, *_PRICES))
        line.site = draw.one((line.site, *_SITES))
        line.subject = draw.one((line.subject, _SUBJECT, None))
        line.service_point = draw.one((line.service_point, *_POINTS))
        line.due_date = draw.one((line.due_date, date_of(began, draw), None))
        line.price_list = draw.one((line.price_list, *lists, None))
        product = catalogue.products.get(line.product or "")
        line.attributes = {
            name: value
            for name in (product.attributes if product else line.attributes)
            if (value := draw.one((line.attributes.get(name), *_VALUES, None))) is not None and name != "quantity"
        }
    stage.crm.revise(order)


def date_of(began: datetime, draw: Draw) -> str:
    """A date after the beginning, in one of several zones."""
    zone = timezone(timedelta(minutes=draw.one(_ZONES)))
    return (began + timedelta(days=1 + draw.below(40), minutes=draw.below(600))).astimezone(zone).isoformat()
