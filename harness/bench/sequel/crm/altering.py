"""What users enter otherwise of an order that lies at the desk: one field, set or cleared, a line more or less."""

from collections.abc import Callable
from functools import partial

from ordertck.harness.bench.orders import DraftLine, Order
from ordertck.harness.bench.sequel.crm.standing import can, is_taken, knows
from ordertck.harness.bench.sequel.scenes import Draw
from ordertck.harness.bench.stage import Stage

SITES = ("12 Mill Lane", "7 Church Close", "3 Harbour Road")
POINTS = ("Customer", "Neighbour")
_PRICES = ("9.50", "0.00", "12.00")
# What can be altered of a product, and values that it takes.
ATTRIBUTES = {
    "speed": ("50", "100", "500"),
    "upload": ("10", "20"),
    "version": ("v4", "v6"),
    "greeting": ("plain", "own"),
}
# What a user adds.
_ADDED = ("Internet Access", "Static Address", "Home Router")

# Features have fewer lines than so many.
_BEYOND = 20

Change = Callable[[], None]


def alter(stage: Stage, order: Order, draw: Draw) -> None:
    """A user enters one thing of an order otherwise: rather of its lines than of its header."""
    lines = [line for line in order.lines if line.id and line.action in ("Add", "Update")]
    ways = of_header(stage, order, draw)
    if lines:
        ways += of_line(stage, order, draw.one(lines), draw) * 2
    ways += [partial(add, stage, order, draw), partial(take_off, stage, order, draw)]
    draw.one(ways)()


def of_header(stage: Stage, order: Order, draw: Draw) -> list[Change]:
    """Ways to enter a header otherwise."""
    fields: dict[str, tuple[str, ...]] = {"site": (*SITES, "")}
    if can(stage, "shipping-information"):
        fields |= {"ship_to": (*SITES, ""), "ship_by": ("courier", "post", "")}
    if "order-priorities" not in stage.claims.leaves_out:
        fields["priority"] = ("Low", "High", "Urgent")
    ways: list[Change] = [
        partial(stage.desk.set_header, order, name, draw.one(values)) for name, values in fields.items()
    ]
    if can(stage, "header-price-list-choice") and _lists_may_change(stage, order):
        ways.append(partial(stage.desk.price, order, draw.one(_lists(stage))))
    return ways


def of_line(stage: Stage, order: Order, line: DraftLine, draw: Draw) -> list[Change]:
    """Ways to enter a line otherwise: its values, its site, its service point, its list, its price by hand."""
    product = stage.directory.catalogue.products.get(line.product or "")
    known = [name for name in (product.attributes if product is not None else ()) if name in ATTRIBUTES]
    cleared = ("",) if line.action == "Add" else ()
    ways: list[Change] = [
        partial(_set_attribute, stage, order, line, name, draw.one((*ATTRIBUTES[name], *cleared))) for name in known
    ]
    if line.action == "Add":
        ways.append(partial(_set_field, stage, order, line, "site", draw.one((*SITES, ""))))
        if knows(stage, "service-points") and "kept-service-points" not in stage.claims.leaves_out:
            points = (*map(stage.directory.service_point, POINTS), "")
            ways.append(partial(_set_field, stage, order, line, "service_point", draw.one(points)))
    if knows(stage, "price-lists") and _lists_may_change(stage, order) and _is_new(stage, line):
        ways.append(partial(stage.desk.override, order, line.number, draw.one(_PRICES)))
        if line.parent is None and can(stage, "line-price-lists") and line.action == "Add":
            ways.append(partial(stage.desk.price, order, draw.one((*_lists(stage), "")), line.number))
    return ways


def add(stage: Stage, order: Order, draw: Draw) -> None:
    """A user adds a product, under a number that no line ever had."""
    product = draw.one(_ADDED)
    known = stage.directory.catalogue.products[product].attributes
    values = {name: draw.one(ATTRIBUTES[name]) for name in known if name in ATTRIBUTES and draw.chance(2)}
    order.lines.append(DraftLine(str(_BEYOND + draw.count), product, attributes=values))
    stage.crm.enter(order)


def take_off(stage: Stage, order: Order, draw: Draw) -> None:
    """A user takes a line off that nothing is part of, unless it is the last."""
    above = {line.parent for line in order.lines}
    lines = [line for line in order.lines if line.number not in above]
    if len(order.lines) > 1:
        order.lines.remove(draw.one(lines))
        stage.crm.enter(order)


def _set_attribute(stage: Stage, order: Order, line: DraftLine, name: str, value: str) -> None:
    line.attributes = {**{key: old for key, old in line.attributes.items() if key != name}}
    if value:
        line.attributes[name] = value
    _enter(stage, order, line, name, value)


def _set_field(stage: Stage, order: Order, line: DraftLine, name: str, value: str) -> None:
    setattr(line, name, value or None)
    _enter(stage, order, line, name, value)


def _enter(stage: Stage, order: Order, line: DraftLine, name: str, value: str) -> None:
    line.blank = line.blank - {name} if value else line.blank | {name}
    stage.crm.enter(order)


def _lists(stage: Stage) -> list[str]:
    return [name for name, plan in stage.directory.catalogue.rate_plans.items() if plan]


def _lists_may_change(stage: Stage, order: Order) -> bool:
    return not is_taken(stage, order) or can(stage, "price-lists-on-supplementals")


def _is_new(stage: Stage, line: DraftLine) -> bool:
    return line.action == "Add" or can(stage, "price-lists-on-modify-orders")
