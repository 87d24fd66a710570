"""Carriage: what goes through the integration in either direction, whole and once."""

from collections.abc import Callable

from pytest_bdd import then, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Body, Edge, Fault, LifeCycleEvent, LineUpdate, OrderUpdate, Status, WorkUpdate
from ordertck.harness.oracle import carriage
from ordertck.harness.oracle.carriage.book import moment
from ordertck.harness.oracle.ledgers import BillingEntry
from ordertck.steps.values import plain
from ordertck.steps.words import Table, listed, order_named, order_system_words, rows, words

Told = tuple[str, str, str | None]


@when(words("{what:Deliveries} is delivered again"))
def is_delivered_again(stage: Stage, what: tuple[str, str]) -> None:
    order, but = what
    if order:
        versions = order_named(stage, order).submissions
        again = versions[:-1] if but else versions
    else:
        stage.settled()
        stage.marks["handed over"] = len(stage.channel.traffic.heard)
        told = stage.channel.traffic.told
        again = [m for m in told if m.edge is Edge.CRM][-1:] if but else [m for m in told if m.edge is not Edge.BENCH]
    for message in list(again):
        stage.channel.repeat(message)


@then(order_system_words("the order system receives {order:Order} {receipt:Receipt}"))
def is_received(stage: Stage, order: str, receipt: str) -> None:
    _RECEIPTS[receipt](stage, order_named(stage, order))


def _just_as_submitted(stage: Stage, order: Order) -> None:
    owed = len({message.id for message in order.submissions})
    versions = stage.order_system.versions
    stage.comes(lambda: len(versions(order.number)) >= owed)
    if len(versions(order.number)) < owed:
        raise Breach(f"{owed} versions of {order.name} at the order system", str(len(versions(order.number))))
    stage.settled()
    if wrong := carriage.of_order(stage.channel.traffic, stage.book(), order.name):
        raise Breach(wrong.expected, wrong.seen)


def _and_then_its_cancel(stage: Stage, order: Order) -> None:
    def seen() -> list[str]:
        handed_over = stage.channel.traffic.handed_over(Edge.OMS, "sales-order", "cancel")
        return [m.kind for m in handed_over if stage.directory.order_by_number(m.body["order"]) is order]

    owed = [*["sales-order"] * len(order.submissions), "cancel"]
    stage.eventually(lambda: "cancel" in seen(), f"a cancel of {order.name} at the order system", lambda: "none")
    stage.never(lambda: seen() != owed, f"{listed(owed)}, in this order", listed(seen()))


def _once(stage: Stage, order: Order) -> None:
    def seen() -> int:
        return len(stage.order_system.versions(order.number))

    stage.eventually(lambda: seen() > 0, f"order {order.name} at the order system", lambda: "none")
    stage.never(lambda: seen() > 1, f"order {order.name} received once", "it came again")


def _revision_by_revision(stage: Stage, order: Order) -> None:
    def seen() -> list[int]:
        return [version.order.revision for version in stage.order_system.versions(order.number)]

    submitted = len(order.submissions)
    stage.comes(lambda: len(seen()) >= submitted)
    if len(seen()) != submitted or seen() != sorted(set(seen())):
        raise Breach(f"{submitted} revisions of {order.name}, each newer than the one before", listed(seen()))


_RECEIPTS: dict[str, Callable[[Stage, Order], None]] = {
    "once": _once,
    "just as it was submitted": _just_as_submitted,
    "revision by revision": _revision_by_revision,
    "and then its cancel": _and_then_its_cancel,
}


@when(order_system_words("{neighbour:Neighbour} sends a message about {order:Order}, which nobody has submitted"))
def speaks_of_no_order(stage: Stage, neighbour: str, order: str) -> None:
    number = stage.crm.new_order(order).number
    line, incident = f"{number}-L1", stage.channel.fresh("incident")
    said: dict[str, tuple[str, Body]] = {
        "crm": ("cancel", LifeCycleEvent(order=number)),
        "oms": (
            "order-update",
            OrderUpdate(order=number, status=Status.OPEN, lines=(LineUpdate(line=line, status=Status.OPEN),)),
        ),
        "billing": ("billing-update", WorkUpdate(order=number, line=line, sort="status", value=Status.COMPLETE)),
        "provisioning": ("fault", Fault(order=number, line=line, incident=incident, reason="it cannot be done")),
    }
    kind, body = said[neighbour]
    if neighbour != "crm":
        stage.channel.traffic.strange.add(number)
    stage.channel.tell(kind, Edge.SUBMISSION if neighbour == "crm" else Edge(neighbour), body, number)


@then("nothing is handed on a second time")
def nothing_a_second_time(stage: Stage) -> None:
    before, heard = stage.marks["handed over"], stage.channel.traffic.heard
    stage.never(lambda: len(heard) > before, "nothing handed on that was handed on before", "something, once more")


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
    return moment(stage.instant(cell).isoformat()) if column == "requested delivery" and cell else plain(column, cell)


def _seen(entry: BillingEntry, column: str) -> str:
    match column:
        case "line":
            return entry.line.rpartition("/")[2]
        case "price list":
            return entry.plan or ""
        case "requested delivery":
            return moment(entry.requested_delivery)
        case "effect" | "phase" | "override":
            return plain(column, getattr(entry, column) or "")
    return entry.attributes.get(column, "")
