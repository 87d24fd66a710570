"""The integration: what it takes from the queue, hands to the order system, and brings back."""

from pytest_bdd import given, then, when

from ordertck.harness.messages import Edge, LineUpdate
from ordertck.harness.stage import Breach, Stage
from ordertck.harness.stage.order_system import Received
from ordertck.harness.stage.orders import Order
from ordertck.steps.orders import submit
from ordertck.steps.priority import small_order
from ordertck.steps.words import Table, instant, kit_plays, listed, order_named, rows, words

_LINE_FIELDS = {"product": "product", "action": "action", "price list": "price_list", "site": "site"}


def _versions(stage: Stage, order: Order) -> list[Received]:
    return stage.scene.order_system.versions(order.number)


def _received(stage: Stage, order: Order) -> Received:
    """The order as it reached the order system. Raises ``Breach`` where it did not."""
    stage.eventually(lambda: bool(_versions(stage, order)), f"order {order.name} at the order system", lambda: "none")
    return _versions(stage, order)[-1]


@given("the intake is held")
@kit_plays("oms")
def intake_is_held(stage: Stage) -> None:
    stage.scene.tell("intake-hold", Edge.BENCH, {}, "")


@when("the intake is released")
def intake_is_released(stage: Stage) -> None:
    stage.scene.tell("intake-release", Edge.BENCH, {}, "")


@when("these orders are submitted")
@given("these orders are submitted")
def these_are_submitted(stage: Stage, datatable: Table) -> None:
    for row in rows(datatable):
        small_order(stage, row["order"], row.get("priority"))


@then(words("the order system receives {order:Order} with"))
@kit_plays("oms")
def receives_with(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    received = _received(stage, about)
    for row in rows(datatable):
        line = received.line(row["line"])
        if line is None:
            raise Breach(f"line {row['line']} at the order system", listed(x.number for x in received.order.lines))
        for column, value in row.items():
            name = _LINE_FIELDS.get(column)
            seen = line.number if column == "line" else getattr(line, name) if name else line.attributes.get(column)
            if (seen or "") != value:
                raise Breach(f"{column} of line {row['line']}: {value or 'blank'}", seen or "blank")
    parents = {line.id: line.number for line in received.order.lines}
    for line in received.order.lines:
        head = line.number.rpartition(".")[0]
        if head and parents.get(line.parent or "") != head:
            raise Breach(f"line {line.number} below line {head}", parents.get(line.parent or "", "below nothing"))


@then(words("the order system receives the header of {order:Order} with"))
@kit_plays("oms")
def receives_header(stage: Stage, order: str, datatable: Table) -> None:
    received = _received(stage, order_named(stage, order)).order
    for column, value in rows(datatable)[0].items():
        seen = getattr(received, column.replace(" ", "_"))
        owed = value
        if column in ("account", "payer"):
            owed = stage.scene.account(value)
        elif column == "requested delivery":
            owed = instant(stage, value).isoformat()
        if str(seen or "") != owed:
            raise Breach(f"{column}: {value or 'blank'}", str(seen or "blank"))


@then(words("the order system receives {order:Order} {count:d} time"))
@kit_plays("oms")
def receives_times(stage: Stage, order: str, count: int) -> None:
    about = order_named(stage, order)
    stage.comes(lambda: len(_versions(stage, about)) >= count)
    stage.never(
        lambda: len(_versions(stage, about)) > count, f"order {about.name} received {count} times", "more than that"
    )
    if (seen := len(_versions(stage, about))) != count:
        raise Breach(f"order {about.name} received {count} times", f"{seen} times")


@then(words("the order system receives {order:Order} when the intake is released"))
@kit_plays("oms")
def receives_on_release(stage: Stage, order: str) -> None:
    intake_is_released(stage)
    _received(stage, order_named(stage, order))


@then(words('the order system receives the orders in the order "{names:Name}"'))
@kit_plays("oms")
def receives_in_order(stage: Stage, names: str) -> None:
    expected = names.split(", ")
    numbers = {order_named(stage, name).number: name for name in expected}

    def seen() -> list[str]:
        return [numbers[r.order.order] for r in stage.scene.order_system.received if r.order.order in numbers]

    stage.comes(lambda: len(seen()) >= len(expected))
    if seen() != expected:
        raise Breach(names, listed(seen()))


@then(words("the order system receives {order:Order} with queue priority {priority:d}"))
@kit_plays("oms")
def receives_with_priority(stage: Stage, order: str, priority: int) -> None:
    seen = _received(stage, order_named(stage, order)).priority
    if seen != priority:
        raise Breach(f"queue priority {priority}", str(seen))


@given(words("the order system has {order:Order}"))
@kit_plays("oms")
def order_system_has(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    submit(stage, about)
    _received(stage, about)
    stage.settled()


@when(words('the order system reports {order:Order} as "{status:Name}"'))
@kit_plays("oms")
def reports(stage: Stage, order: str, status: str) -> None:
    _received(stage, order_named(stage, order))
    about = order_named(stage, order)
    _received(stage, about)
    stage.scene.order_system.report(about.number, status, {})


@when(words('the order system reports line {line} of {order:Order} as "{status:Name}"'))
@kit_plays("oms")
def reports_line(stage: Stage, line: str, order: str, status: str) -> None:
    _received(stage, order_named(stage, order))
    told = {line: LineUpdate(line="", status=status)}
    stage.scene.order_system.report(order_named(stage, order).number, "IN PROGRESS", told)


@when(words("the order system refuses {order:Order}"))
@kit_plays("oms")
def order_system_refuses(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    _received(stage, about)
    stage.scene.order_system.refuse(about.number, "the order is not valid")


@then(words("the CRM is told of the lines of {order:Order}"))
@kit_plays("crm")
def crm_is_told(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    for row in rows(datatable):
        _require_told(stage, about, row["line"], row["status"])
    told = {row["line"] for row in rows(datatable)}
    if others := set(about.line_status) - told:
        raise Breach(f"nothing told of other lines than {listed(sorted(told))}", listed(sorted(others)))


def _require_told(stage: Stage, order: Order, line: str, status: str) -> None:
    stage.eventually(
        lambda: order.line_status.get(line) == status,
        f"line {line}, by the CRM's own id: {status}",
        lambda: order.line_status.get(line, "nothing"),
    )


@then(words('the CRM is told of {order:Order} in turn: "{statuses:Name}"'))
@kit_plays("crm")
def crm_is_told_in_turn(stage: Stage, order: str, statuses: str) -> None:
    about = order_named(stage, order)
    expected = statuses.split(", ")
    stage.comes(lambda: len(about.statuses) >= len(expected))
    stage.settled()
    seen = [status for status in about.statuses if status in expected]
    if seen != expected:
        raise Breach(statuses, listed(about.statuses))


@then(words("the CRM is told nothing about {order:Order}"))
@kit_plays("crm")
def crm_is_told_nothing(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.never(lambda: bool(about.statuses) or about.stuck, f"nothing told of {about.name}", "an update or refusal")


@when(words("the order system has {order:Order} billed"))
@kit_plays("oms")
def has_billed(stage: Stage, order: str, datatable: Table) -> None:
    bill(stage, order, "all", datatable)


@when(words('the order system has {order:Order} billed in the phase "{phase:Name}"'))
@kit_plays("oms")
def has_billed_in_phase(stage: Stage, order: str, phase: str, datatable: Table) -> None:
    bill(stage, order, phase, datatable)


def bill(stage: Stage, order: str, phase: str, table: Table) -> None:
    """Have the kit's order system call billing, through the integration."""
    about = order_named(stage, order)
    _received(stage, about)
    stage.settled()
    lists: dict[str, str | None] = {row["line"]: row["price list"] or None for row in rows(table)}
    stage.scene.order_system.bill(about.number, phase, lists)


@then(words("billing is told of {order:Order} with"))
def billing_is_told(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    entries = stage.scene.billing.entries
    stage.eventually(lambda: any(e.order == about.number for e in entries), "a billing order", lambda: "none")
    entry = next(e for e in entries if e.order == about.number)
    for column, value in rows(datatable)[0].items():
        seen = getattr(entry, column.replace(" ", "_"))
        owed = stage.scene.account(value) if column == "account" else instant(stage, value).isoformat()
        if seen != owed:
            raise Breach(f"{column} at billing: {value}", str(seen or "blank"))


@then(words("in each phase billing is told of line {line} of {order:Order} on the plan of {price_list}"))
def each_phase_on(stage: Stage, line: str, order: str, price_list: str) -> None:
    about = order_named(stage, order)
    key = f"{about.name}/{line}"
    plan = stage.catalogue.rate_plan(price_list)

    def seen() -> dict[str, str]:
        return {e.phase: e.plan or "no plan" for e in stage.scene.billing.entries if e.line == key}

    owed = {"initiate": plan, "fulfil": plan}
    stage.eventually(lambda: seen() == owed, f"both phases on {plan}", lambda: str(seen() or "nothing"))


@then(words("the order system hears that line {line} of {order:Order} is billed"))
@kit_plays("oms")
def order_system_hears(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    kept = _received(stage, about).line(line)
    own = stage.scene.order_system.known_as(kept.id) if kept else ""
    updates = stage.scene.order_system.billing_updates
    stage.eventually(
        lambda: any(u.line == own and u.value == "COMPLETE" for u in updates),
        f"line {line} complete at billing, by the order system's own id",
        lambda: listed(f"{u.line} {u.value}" for u in updates),
    )


@then(words("line {line} of {order:Order} reaches the order system or falls out"))
@kit_plays("oms")
def reaches_or_falls_out(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    arrived = any(version.line(line) for version in _versions(stage, about))
    faulted = about.line(line).id in {r.line for r in about.refusals} | {f.line for f in about.fallouts}
    if not arrived and not faulted:
        raise Breach(f"line {line} at the order system, or a fault that names it", "neither")
