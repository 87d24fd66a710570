"""The integration: what it takes from the queue, hands to the order system, and brings back."""

from pytest_bdd import given, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.parts.order_system import Received
from ordertck.harness.errors import Breach
from ordertck.harness.messages import OrderLine
from ordertck.harness.reading import instant_in
from ordertck.steps.intake import intake_is_held, intake_is_released, these_are_submitted
from ordertck.steps.words import Table, listed, order_named, order_system_words, rows, words

_LINE_FIELDS = {
    "product": "product",
    "action": "action",
    "price list": "price_list",
    "subject": "subject",
    "site": "site",
    "price override": "override",
    "service point": "service_point",
}


def _versions(stage: Stage, order: Order) -> list[Received]:
    return stage.order_system.versions(order.number)


def _received(stage: Stage, order: Order) -> Received:
    """The order as it reached the order system last. Raises ``Breach`` where it did not."""
    stage.comes(lambda: len(_versions(stage, order)) >= len(order.submissions))
    stage.eventually(lambda: bool(_versions(stage, order)), f"order {order.name} at the order system", lambda: "none")
    return _versions(stage, order)[-1]


@given(order_system_words("the intake is held and these orders wait on the queue"))
def these_wait(stage: Stage, datatable: Table) -> None:
    intake_is_held(stage)
    these_are_submitted(stage, datatable)
    stage.settled()
    if taken := [row["order"] for row in rows(datatable) if _versions(stage, order_named(stage, row["order"]))]:
        raise Breach("no order taken up while the intake is held", listed(taken))


@then(order_system_words("the order system receives {order:Order} with"))
def receives_with(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    received = _received(stage, about)
    for row in rows(datatable):
        line = received.line(row["line"])
        numbers = [sent.number for sent in received.order.lines]
        if line is None or numbers.count(row["line"]) > 1:
            raise Breach(f"one line {row['line']} at the order system", listed(numbers))
        for column, value in row.items():
            if column == "requested delivery":
                _require_same(stage, column, value, line.requested_delivery)
            elif column == "asset":  # an integration may have ids of its own for assets; the balance sees to it
                _require_some(column, value, line.asset)
            elif (seen := _seen(stage, line, column)) != (
                stage.directory.service_point(value) if column == "service point" else value
            ):
                raise Breach(f"{column} of line {row['line']}: {value or 'blank'}", seen or "blank")
    parents = {line.id: line.number for line in received.order.lines}
    for line in received.order.lines:
        head = line.number.rpartition(".")[0]
        if head and parents.get(line.parent or "") != head:
            raise Breach(f"line {line.number} below line {head}", parents.get(line.parent or "", "below nothing"))


def _seen(stage: Stage, line: OrderLine, column: str) -> str:
    """What a line says in a column of the features' tables; blank where it says nothing."""
    if column == "line":
        return line.number
    if column == "depends on":
        known = stage.directory.line_by_id(line.base_line) if line.base_line else None
        return f"line {known[1].number} of {known[0].name}" if known else line.base_line or ""
    name = _LINE_FIELDS.get(column)
    return (getattr(line, name) if name else line.attributes.get(column)) or ""


@then(order_system_words("the order system receives the revisions of {order:Order} in turn"))
def receives_in_turn(stage: Stage, order: str) -> None:
    about = order_named(stage, order)

    def seen() -> list[int]:
        return [version.order.revision for version in _versions(stage, about)]

    stage.comes(lambda: len(seen()) >= about.revision)
    if len(seen()) != about.revision or seen() != sorted(set(seen())):
        raise Breach(f"{about.revision} revisions of {about.name}, each newer than the one before", listed(seen()))


@then(order_system_words("the order system receives the header of {order:Order} with"))
def receives_header(stage: Stage, order: str, datatable: Table) -> None:
    received = _received(stage, order_named(stage, order)).order
    for column, value in rows(datatable)[0].items():
        _require_same(stage, column, value, getattr(received, column.replace(" ", "_")))


def _require_some(column: str, owed: str, seen: str | None) -> None:
    if owed and not seen:
        raise Breach(f"{column}: {owed}", "blank")


def _require_same(stage: Stage, column: str, owed: str, seen: str | None) -> None:
    """Require what the features call ``owed``; a date may be written with another offset, if it is the same instant."""
    if column in ("account", "payer"):
        same = seen == stage.directory.account(owed)
    elif column == "base order":
        same = bool(seen) and stage.book().order(seen) == owed
    elif column == "requested delivery":
        same = instant_in(seen) == stage.instant(owed) if owed and seen else not owed and not seen
    else:
        same = (seen or "") == owed
    if not same:
        raise Breach(f"{column}: {owed or 'blank'}", seen or "blank")


@then(order_system_words("the order system receives {order:Order} once"))
def receives_once(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.eventually(lambda: bool(_versions(stage, about)), f"order {about.name} at the order system", lambda: "none")
    stage.never(lambda: len(_versions(stage, about)) > 1, f"order {about.name} received once", "it came again")


@then(order_system_words("the order system receives {order:Order} when the intake is released"))
def receives_on_release(stage: Stage, order: str) -> None:
    intake_is_released(stage)
    _received(stage, order_named(stage, order))


@then(order_system_words('the order system receives the orders in the order "{names:Name}"'))
def receives_in_order(stage: Stage, names: str) -> None:
    expected = names.split(", ")
    numbers = {order_named(stage, name).number: name for name in expected}

    def seen() -> list[str]:
        return [numbers[r.order.order] for r in stage.order_system.received if r.order.order in numbers]

    stage.comes(lambda: len(seen()) >= len(expected))
    if seen() != expected:
        raise Breach(names, listed(seen()))


@then(order_system_words("the order system receives {order:Order} with queue priority {priority:d}"))
def receives_with_priority(stage: Stage, order: str, priority: int) -> None:
    seen = _received(stage, order_named(stage, order)).priority
    if seen != priority:
        raise Breach(f"queue priority {priority}", str(seen))


@given(order_system_words("the order system has {order:Order}, and has had it billed"))
def has_had_billed(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    order_system_has(stage, order)
    stage.order_system.bill(
        about.number, "all", {line.number: {"price list": line.price_list or ""} for line in about.lines}
    )
    charged = stage.billing.charges_of_line
    keys = [stage.directory.line_key(line.id) for line in about.lines]
    stage.eventually(lambda: all(map(charged, keys)), f"{about.name} charged", lambda: "not all of it")


@given(order_system_words("the order system has {order:Order}"))
def order_system_has(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.crm.submit(about)
    _received(stage, about)
    stage.settled()


@given(order_system_words("the order system has {order:Order}, past its points of no return"))
def has_past_no_return(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    order_system_has(stage, order)
    if not stage.crm.open_book:  # a CRM under test has to be told
        for line in about.lines:
            product = stage.directory.catalogue.products[line.product or ""]
            stage.fulfilment.reach(about, line.number, product.ponr)
        stage.settled()


@when(order_system_words("the order system has {order:Order} billed"))
def has_billed(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    _received(stage, about)
    stage.settled()
    calls: dict[str, dict[str, dict[str, str]]] = {}
    for row in rows(datatable):
        calls.setdefault(row.get("phase", "all"), {})[row["line"]] = row
    for phase, cells in calls.items():
        stage.order_system.bill(about.number, phase, cells)


@then(words("billing is told of {order:Order} with"))
def billing_is_told(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    entries = stage.billing.entries
    stage.eventually(lambda: any(e.order == about.number for e in entries), "a billing order", lambda: "none")
    stage.settled()
    for entry in [e for e in entries if e.order == about.number]:
        for column, value in rows(datatable)[0].items():
            _require_same(stage, column, value, getattr(entry, column.replace(" ", "_")))


@then(order_system_words("in every version line {line} of {order:Order} is the same line to the order system"))
def same_line(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    stage.eventually(
        lambda: len(_versions(stage, about)) >= about.revision,
        f"{about.revision} versions of {about.name} at the order system",
        lambda: str(len(_versions(stage, about))),
    )
    ids = {found.id if (found := version.line(line)) else "missing" for version in _versions(stage, about)}
    if len(ids) != 1:
        raise Breach(f"one id for line {line}", listed(sorted(ids)))


@then(order_system_words("line {line} of {order:Order} reaches the order system or falls out"))
def reaches_or_falls_out(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)

    def arrived() -> bool:
        return any(version.line(line) for version in _versions(stage, about))

    stage.eventually(
        lambda: arrived() or _is_told_of(stage, about, line),
        f"line {line} at the order system, or a fault that names it",
        lambda: "neither",
    )


@then(words("somebody is told that line {line} of {order:Order} cannot be billed"))
def somebody_is_told(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    stage.eventually(
        lambda: _is_told_of(stage, about, line), f"a fault or fallout of line {line}, somewhere", lambda: "nothing"
    )


def _is_told_of(stage: Stage, order: Order, line: str) -> bool:
    """Whether order system or CRM was told of a failure of a line."""
    named = [fault.line for fault in stage.central.faults]
    named += [refusal.line for refusal in order.refusals] + [fallout.line for fallout in order.fallouts]
    return f"{order.name}/{line}" in {stage.directory.line_key(each) for each in named if each}
