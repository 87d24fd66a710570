"""Orders: what is entered, submitted, refused, and how they stand."""

from collections.abc import Mapping

from pytest_bdd import given, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order, draft_lines
from ordertck.harness.bench.parts.desk_crm import DeskCrm
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Edge, OrderQuery
from ordertck.steps.words import Table, instant, kit_plays, order_named, rows, words

_HEADER = {
    "account",
    "payer",
    "price list",
    "priority",
    "due date",
    "site",
    "revision",
    "ship to",
    "ship by",
    "screen",
    "interest",
}

_SOME_LIST = "Consumer Price List"


def enter(stage: Stage, name: str, table: Table, **header: object) -> Order:
    """Enter an order with the lines of a table."""
    order = stage.new_order(name, **header)
    draft(stage, order, table)
    return order


def draft(stage: Stage, order: Order, table: Table, known: Mapping[str, str] | None = None) -> None:
    """Give an order the lines of a table and enter it; a line on an asset is about the asset's product.

    Where a table says nothing of price lists, each added product names one, so that nothing hangs on how blanks are
    filled; a CRM under test need not offer that. ``known`` are line ids of an earlier version, by number.
    """
    order.lines = draft_lines(table)
    for line in order.lines:
        line.id = (known or {}).get(line.number, "")
        line.service_point = stage.service_point(line.service_point) if line.service_point else None
        line.due_date = instant(stage, line.due_date).isoformat() if line.due_date else None
    if "price list" not in table[0] and not stage.under_test("crm"):
        products_sold = stage.catalogue.products
        by_number = {line.number: products_sold.get(line.product or "") for line in order.lines}
        for line in order.lines:
            above = by_number.get(line.parent or "")
            if line.action == "Add" and not (above and above.customizable):
                line.price_list = _SOME_LIST
    products = {line.asset: line.product for o in stage.orders.values() for line in o.lines if line.product}
    for line in order.lines:
        if line.asset and not line.product and "product" not in table[0]:
            line.product = products.get(line.asset, "Internet Access")
    stage.crm.enter(order)


def submit(stage: Stage, order: Order) -> None:
    """Have an order submitted."""
    stage.crm.submit(order)


@given(words("{order:Order} with"))
def an_order(stage: Stage, order: str, datatable: Table) -> None:
    enter(stage, order, datatable)


@given(words('{order:Order} on the "{price_list:Name}" with'))
def an_order_on(stage: Stage, order: str, price_list: str, datatable: Table) -> None:
    enter(stage, order, datatable, price_list=price_list)


@given(words("{order:Order} with header"))
def a_header(stage: Stage, order: str, datatable: Table) -> None:
    if unknown := set(datatable[0]) - _HEADER:
        raise LookupError(f"no such header column: {', '.join(sorted(unknown))}")
    (cells,) = rows(datatable)
    header: dict[str, object] = {name.replace(" ", "_"): value or None for name, value in cells.items()}
    for role in ("account", "payer"):
        if header.get(role):
            header[role] = stage.account(str(header[role]))
    if header.get("due_date"):
        header["due_date"] = instant(stage, str(header["due_date"])).isoformat()
    if header.get("revision"):
        header["revision"] = int(str(header["revision"]))
    stage.new_order(order, **header)


@given("its lines are")
def its_lines(stage: Stage, datatable: Table) -> None:
    order = list(stage.orders.values())[-1]
    draft(stage, order, datatable)


@given("the CRM sends an empty price list as blank text")
@kit_plays("crm")
def sends_blank_text(stage: Stage) -> None:
    stage.crm.writes_blanks = True  # type: ignore[union-attr]


@given(words("{order:Order} has priority {priority:w}"))
def has_priority(stage: Stage, order: str, priority: str) -> None:
    order_named(stage, order).priority = priority


@when(words("{order:Order} is submitted"))
def is_submitted(stage: Stage, order: str) -> None:
    submit(stage, order_named(stage, order))


@when(words("every version of {order:Order} is delivered again"))
def delivered_again(stage: Stage, order: str) -> None:
    for message in order_named(stage, order).submissions:
        stage.repeat(message)


@when(words("every version of {order:Order} but the last is delivered again"))
def earlier_ones_delivered_again(stage: Stage, order: str) -> None:
    for message in order_named(stage, order).submissions[:-1]:
        stage.repeat(message)


def ask_status(stage: Stage, order: Order) -> str:
    """How the order system says that an order stands; the CRM takes note of it too."""
    if stage.under_test("oms"):
        snapshot = stage.ask("order-query", Edge.OMS, OrderQuery(order=order.number), order.number)
        return str(snapshot.body["status"])
    if isinstance(stage.crm, DeskCrm):
        return stage.crm.shown_order(order).fields.get("status", "UNKNOWN")
    return order.status or "UNKNOWN"


def has_status(stage: Stage, order: Order, status: str) -> bool:
    """Whether an order comes to this status: as told to the CRM, or as shown when asked."""
    if stage.under_test("crm"):
        return stage.comes(lambda: ask_status(stage, order) == status)
    stage.comes(lambda: order.status == status or order.stuck)
    return order.status == status or ask_status(stage, order) == status


def require_complete(stage: Stage, order: Order) -> None:
    """Wait until an order is complete. Raises ``Breach`` where it does not come to that."""
    if not has_status(stage, order, "COMPLETE"):
        seen = "it was refused" if order.refusals else "it fell out" if order.fallouts else order.status or "no update"
        raise Breach(f"order {order.name} complete", seen)


@then(words("{order:Order} is complete"))
def is_complete(stage: Stage, order: str) -> None:
    require_complete(stage, order_named(stage, order))


@then(words("{order:Order} is not complete"))
def is_not_complete(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.never(lambda: about.status == "COMPLETE", f"order {about.name} not complete", "the CRM was told: COMPLETE")
    if (status := ask_status(stage, about)) == "COMPLETE":
        raise Breach(f"order {about.name} not complete", f"the order system says {status}")


_NOT_OPEN = ("UNKNOWN", "DRAFT", "COMPLETE", "REFUSED", "CANCELLED")


@given(words("{order:Order} is shown to be open"))
@then(words("{order:Order} is open"))
def is_open(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.settled()
    if (status := ask_status(stage, about)) in _NOT_OPEN:
        raise Breach(f"order {about.name} open", status)


@then(words("{order:Order} is not open"))
def is_not_open(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.settled()
    if (status := ask_status(stage, about)) not in _NOT_OPEN:
        raise Breach(f"order {about.name} not open", status)


@then(words("{order:Order} is refused or falls out"))
def is_refused(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.eventually(
        lambda: about.stuck,
        f"a refusal or fallout of order {about.name}",
        lambda: f"status {about.status}" if about.status else "neither",
    )
    stage.never(lambda: about.status == "COMPLETE", f"order {about.name} not complete", "it was reported COMPLETE")


@then(words("{order:Order} is neither refused nor falls out"))
def is_not_refused(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.never(lambda: about.stuck, f"no refusal or fallout of order {about.name}", "one of them")


@then(words("the order system shows the lines of {order:Order}"))
def shows_the_lines(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    has_status(stage, about, "COMPLETE")
    ask_status(stage, about)
    for row in rows(datatable):
        seen = about.line_status.get(row["line"], "nothing of it")
        if seen != row["status"]:
            raise Breach(f"line {row['line']}: {row['status']}", seen)


@then(words("line {line} of {order:Order} is complete or falls out"))
def line_ends(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    line_id = about.line(line).id

    def ended() -> bool:
        faulted = line_id in {r.line for r in about.refusals} | {f.line for f in about.fallouts}
        return faulted or about.line_status.get(line) == "COMPLETE"

    stage.eventually(ended, f"line {line} complete or faulted", lambda: about.line_status.get(line, "neither"))
