"""The integration: what it takes from the queue, hands to the order system, and brings back."""

from collections.abc import Sequence

from pytest_bdd import then

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.harness.messages import OrderLine
from ordertck.harness.reading import instant_in
from ordertck.steps.held_work import received
from ordertck.steps.values import plain
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


@then(words("{who:Neighbour} receives the header of {order:Order} with"))
def receives_header(stage: Stage, who: str, order: str, datatable: Table) -> None:
    about, (owed,) = order_named(stage, order), rows(datatable)
    headers: list[object] = [received(stage, about).order] if who == "oms" else _billing_orders(stage, about)
    for column, value in owed.items():
        for header in headers:
            _require_same(stage, column, value, getattr(header, column.replace(" ", "_")))


def _billing_orders(stage: Stage, order: Order) -> list[object]:
    entries = stage.billing.entries
    stage.eventually(lambda: any(e.order == order.number for e in entries), "a billing order", lambda: "none")
    stage.settled()
    return [entry for entry in entries if entry.order == order.number]


@then(order_system_words("the order system receives {order:Order} with queue priority {priority:d}"))
def receives_with_priority(stage: Stage, order: str, priority: int) -> None:
    seen = received(stage, order_named(stage, order)).priority
    if seen != priority:
        raise Breach(f"queue priority {priority}", str(seen))


@then(order_system_words("the order system receives {order:Order} with"))
def receives_with(stage: Stage, order: str, datatable: Table) -> None:
    arrived = received(stage, order_named(stage, order))
    for row in rows(datatable):
        line = arrived.line(row["line"])
        numbers = [sent.number for sent in arrived.order.lines]
        if line is None or numbers.count(row["line"]) > 1:
            raise Breach(f"one line {row['line']} at the order system", listed(numbers))
        for column, value in row.items():
            _require_cell(stage, line, column, value)
    _require_tree(arrived.order.lines)


def _require_cell(stage: Stage, line: OrderLine, column: str, value: str) -> None:
    if column == "requested delivery":
        _require_same(stage, column, value, line.requested_delivery)
    elif column == "asset":  # an integration may have ids of its own for assets; the balance sees to it
        _require_some(column, value, line.asset)
    else:
        owed = stage.directory.service_point(value) if column == "service point" else value
        if plain(column, seen := _seen(stage, line, column)) != plain(column, owed):
            raise Breach(f"{column} of line {line.number}: {value or 'blank'}", seen or "blank")


def _require_tree(lines: Sequence[OrderLine]) -> None:
    """Every component is below its product, as its number says."""
    numbers = {line.id: line.number for line in lines}
    for line in lines:
        head, above = line.number.rpartition(".")[0], numbers.get(line.parent or "")
        if head and above != head:
            raise Breach(f"line {line.number} below line {head}", above or "below nothing")


def _seen(stage: Stage, line: OrderLine, column: str) -> str:
    """What a line says in a column of the features' tables; blank where it says nothing."""
    if column == "line":
        return line.number
    if column == "depends on":
        known = stage.directory.line_by_id(line.base_line) if line.base_line else None
        return f"line {known[1].number} of {known[0].name}" if known else line.base_line or ""
    name = _LINE_FIELDS.get(column)
    return (getattr(line, name) if name else line.attributes.get(column)) or ""


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


@then(order_system_words('the order system receives the orders in the sequence "{names:Name}"'))
def receives_in_order(stage: Stage, names: str) -> None:
    expected = names.split(", ")
    numbers = {order_named(stage, name).number: name for name in expected}

    def seen() -> list[str]:
        came = [numbers[r.order.order] for r in stage.order_system.received if r.order.order in numbers]
        # Where the feature names each order once it means the first version; a later one may come where it likes.
        return came if len(numbers) < len(expected) else list(dict.fromkeys(came))

    stage.comes(lambda: len(seen()) >= len(expected))
    if seen() != expected:
        raise Breach(names, listed(seen()))


@then(order_system_words("every version that the order system receives has one id for line {line} of {order:Order}"))
def same_line(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    stage.eventually(
        lambda: len(stage.order_system.versions(about.number)) >= about.revision,
        f"{about.revision} versions of {about.name} at the order system",
        lambda: str(len(stage.order_system.versions(about.number))),
    )
    ids = {
        found.id if (found := version.line(line)) else "missing"
        for version in stage.order_system.versions(about.number)
    }
    if len(ids) != 1:
        raise Breach(f"one id for line {line}", listed(sorted(ids)))


@then(order_system_words("line {line} of {order:Order} reaches the order system or falls out"))
def reaches_or_falls_out(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)

    def arrived() -> bool:
        return any(version.line(line) for version in stage.order_system.versions(about.number))

    stage.eventually(
        lambda: arrived() or _is_told_of(stage, about, line),
        f"line {line} at the order system, or a fault that names it",
        lambda: "neither",
    )


@then(words("it is reported that line {line} of {order:Order} cannot be billed"))
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
