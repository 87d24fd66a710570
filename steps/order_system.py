"""The order system that the kit plays: what it has, and what it asks billing and provisioning for."""

from pytest_bdd import given, step, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.steps.held_work import received
from ordertck.steps.words import Table, order_named, order_system_words, rows


@given(order_system_words("the order system has {order:Order} with"))
def has_order_with(stage: Stage, order: str, datatable: Table) -> None:
    stage.crm.new_order(order, datatable)
    has_order(stage, order, "")


@step(order_system_words("the order system has {order:Order}{history:History}"))
def has_order(stage: Stage, order: str, history: str) -> None:
    about = order_named(stage, order)
    stage.provisioning.holds = stage.provisioning.holds or history.endswith("on it")
    stage.billing.holds = stage.billing.holds or history.endswith("work on it")
    stage.crm.submit(about)
    received(stage, about)
    stage.settled()
    if history.endswith("points of no return"):
        _pass_no_return(stage, about)
    if history.endswith("number of its own"):
        stage.order_system.own_numbers = True
    if "bill" in history:
        _bill_all(stage, about, done=not history.endswith("work on it"))
    if "provision" in history:
        _provision_all(stage, about)


def _pass_no_return(stage: Stage, order: Order) -> None:
    if stage.crm.open_book:
        return  # only a CRM under test has to be told
    for line in order.lines:
        product = stage.directory.catalogue.products[line.product or ""]
        stage.fulfilment.reach(order, line.number, product.ponr)
    stage.settled()


def _bill_all(stage: Stage, order: Order, *, done: bool) -> None:
    """Have every line billed, and wait until that is ``done``, where billing does not hold its work."""
    lists = {line.number: {"price list": line.price_list or ""} for line in order.lines}
    stage.order_system.bill(order.number, "all", lists)
    charged = stage.billing.charges_of_line
    keys = [stage.directory.line_key(line.id) for line in order.lines]
    if not done:
        return
    stage.eventually(lambda: all(map(charged, keys)), f"{order.name} charged", lambda: "not all of it")


def _provision_all(stage: Stage, order: Order) -> None:
    """Have every line provisioned by the system that the catalogue names, and wait until provisioning has taken it."""
    places: dict[str, dict[str, dict[str, str]]] = {}
    for line in order.lines:
        product = stage.directory.catalogue.products.get(line.product or "")
        if product is not None and product.target:
            places.setdefault(product.target, {})[line.number] = {}
    for target, cells in places.items():
        stage.order_system.provision(order.number, target, cells)
    keys = [f"{order.name}/{number}" for cells in places.values() for number in cells]
    told = stage.provisioning.told_of
    stage.eventually(lambda: all(map(told, keys)), f"{order.name} at provisioning", lambda: "not all of it")
    stage.settled()


@when(order_system_words("the order system asks {neighbour:Neighbour} for {order:Order}"))
def asks(stage: Stage, neighbour: str, order: str, datatable: Table) -> None:
    about, system = order_named(stage, order), stage.order_system
    received(stage, about)
    stage.settled()
    parts: dict[str, dict[str, dict[str, str]]] = {}  # what is asked in one call: a phase, or a system's part
    for row in rows(datatable):
        part = row.get("phase", "all") if neighbour == "billing" else row["target"]
        parts.setdefault(part, {})[row["line"]] = row
    ask = system.bill if neighbour == "billing" else system.provision
    for part, cells in parts.items():
        ask(about.number, part, cells)
    if neighbour != "billing":
        stage.settled()
