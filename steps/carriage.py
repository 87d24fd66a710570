"""Carriage: what goes through the integration in either direction, whole and once."""

from pytest_bdd import given, step, then, when

from ordertck.harness.bench import Stage, carriage
from ordertck.harness.bench.carriage.book import moment
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Body, Edge, Fault, LifeCycleEvent, LineUpdate, OrderUpdate, WorkUpdate
from ordertck.harness.oracle.ledgers import BillingEntry
from ordertck.steps.integration import has_had_billed, order_system_has
from ordertck.steps.words import Table, listed, order_named, order_system_words, rows, words

Told = tuple[str, str, str | None]


@given(order_system_words("the order system has {order:Order} with"))
def has_order_with(stage: Stage, order: str, datatable: Table) -> None:
    stage.crm.new_order(order, datatable)
    order_system_has(stage, order)


@given(order_system_words("the order system has {order:Order}, under a number of its own"))
def has_under_own_number(stage: Stage, order: str) -> None:
    order_system_has(stage, order)
    stage.order_system.own_numbers = True


@given(order_system_words("the order system has {order:Order}, and has had it billed and provisioned"))
def has_had_done(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    has_had_billed(stage, order)
    provision_all(stage, about)


@step(order_system_words("the order system has {order:Order}, and has had it provisioned"))
def has_had_provisioned(stage: Stage, order: str) -> None:
    order_system_has(stage, order)
    provision_all(stage, order_named(stage, order))


@given(order_system_words("the order system has {order:Order}, and provisioning works on it"))
def has_under_way(stage: Stage, order: str) -> None:
    stage.provisioning.holds = True
    has_had_provisioned(stage, order)


def provision_all(stage: Stage, order: Order) -> None:
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


@when(order_system_words("{neighbour:Neighbour} speaks of {order:Order}, which nobody has submitted"))
def speaks_of_no_order(stage: Stage, neighbour: str, order: str) -> None:
    number = stage.crm.new_order(order).number
    line, incident = f"{number}-L1", stage.channel.fresh("incident")
    said: dict[str, tuple[str, Body]] = {
        "crm": ("cancel", LifeCycleEvent(order=number)),
        "oms": (
            "order-update",
            OrderUpdate(order=number, status="OPEN", lines=(LineUpdate(line=line, status="OPEN"),)),
        ),
        "billing": ("billing-update", WorkUpdate(order=number, line=line, sort="status", value="COMPLETE")),
        "provisioning": ("fault", Fault(order=number, line=line, incident=incident, reason="it cannot be done")),
    }
    kind, body = said[neighbour]
    if neighbour != "crm":
        stage.channel.traffic.strange.add(number)
    stage.channel.tell(kind, Edge.SUBMISSION if neighbour == "crm" else Edge(neighbour), body, number)


@when("everything is delivered a second time")
def everything_again(stage: Stage) -> None:
    stage.settled()
    stage.marks["handed over"] = len(stage.channel.traffic.heard)
    for message in [m for m in stage.channel.traffic.told if m.edge is not Edge.BENCH]:
        stage.channel.repeat(message)


@then("nothing comes of it")
def nothing_comes_of_it(stage: Stage) -> None:
    before, heard = stage.marks["handed over"], stage.channel.traffic.heard
    stage.never(lambda: len(heard) > before, "nothing handed on that was handed on before", "something, once more")


@then(order_system_words("the order system receives {order:Order} just as it was submitted"))
def receives_just_that(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    owed = len({message.id for message in about.submissions})
    versions = stage.order_system.versions
    stage.comes(lambda: len(versions(about.number)) >= owed)
    if len(versions(about.number)) < owed:
        raise Breach(f"{owed} versions of {about.name} at the order system", str(len(versions(about.number))))
    stage.settled()
    if wrong := carriage.of_order(stage.channel.traffic, stage.book(), about.name):
        raise Breach(wrong.expected, wrong.seen)


@then(order_system_words("the order system receives a cancel of {order:Order}, and after the order"))
def receives_cancel(stage: Stage, order: str) -> None:
    about = order_named(stage, order)

    def seen() -> list[str]:
        kinds = ("sales-order", "cancel")
        return [m.kind for m in stage.channel.traffic.handed_over(Edge.OMS, *kinds) if m.body["order"] == about.number]

    owed = [*["sales-order"] * len(about.submissions), "cancel"]
    stage.eventually(lambda: "cancel" in seen(), f"a cancel of {about.name} at the order system", lambda: "none")
    stage.never(lambda: seen() != owed, f"{listed(owed)}, in this order", listed(seen()))


@then(words("billing is asked for {order:Order}"))
def billing_is_asked(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    owed = sorted(tuple(_owed(stage, column, cell) for column, cell in row.items()) for row in rows(datatable))

    def seen() -> list[tuple[str, ...]]:
        entries = [entry for entry in stage.billing.entries if entry.order == about.number]
        return sorted(tuple(_seen(entry, column) for column in datatable[0]) for entry in entries)

    said = listed(" / ".join(row) for row in owed)
    stage.eventually(lambda: len(seen()) >= len(owed), said, lambda: listed(" / ".join(row) for row in seen()))
    stage.settled()
    if seen() != owed:
        raise Breach(said, listed(" / ".join(row) for row in seen()))


def _owed(stage: Stage, column: str, cell: str) -> str:
    """What a cell comes to at billing: a price list is a rate plan there."""
    if column == "price list":
        return stage.directory.catalogue.rate_plan(cell) or ""
    return moment(stage.instant(cell).isoformat()) if column == "requested delivery" and cell else cell


def _seen(entry: BillingEntry, column: str) -> str:
    match column:
        case "line":
            return entry.line.rpartition("/")[2]
        case "price list":
            return entry.plan or ""
        case "requested delivery":
            return moment(entry.requested_delivery)
        case "effect" | "phase" | "override":
            return getattr(entry, column) or ""
    return entry.attributes.get(column, "")
