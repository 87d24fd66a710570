"""Order components: which part of an order which provisioning system is asked for, and in what form."""

from pytest_bdd import then

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.harness.messages import ProvisioningLine, ProvisioningOrder
from ordertck.harness.reading import instant_in
from ordertck.steps.words import Table, listed, order_named, provisioning_words, rows

_HEADER = {"customer": "account", "priority": "priority", "requested delivery": "requested_delivery"}
_LINE = {
    "product": "product",
    "effect": "effect",
    "site": "site",
    "service point": "service_point",
    "asset": "asset",
    "component of": "parent",
}
# What an order line says to order management only.
_COMMERCIAL = ("action", "price_list", "number")


def _asked(stage: Stage, order: Order) -> list[tuple[ProvisioningOrder, ProvisioningLine]]:
    return [(call, line) for call, line in stage.provisioning.entries if call.order == order.number]


def _number(stage: Stage, line: ProvisioningLine) -> str:
    known = stage.directory.line_by_id(line.line)
    return known[1].number if known else f"unknown line {line.line}"


@then(provisioning_words("provisioning is asked for exactly this work on {order:Order}"))
def exactly_this(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    owed = sorted((row["line"], row["target"]) for row in rows(datatable))

    def seen() -> list[tuple[str, str]]:
        return sorted((_number(stage, line), call.target) for call, line in _asked(stage, about))

    said = listed(f"line {line} of {target}" for line, target in owed)
    stage.eventually(lambda: len(seen()) >= len(owed), said, lambda: listed(f"{n} of {t}" for n, t in seen()))
    stage.never(lambda: seen() != owed, said, listed(f"line {line} of {target}" for line, target in seen()))


@then(provisioning_words("provisioning is told of {order:Order}"))
def is_told_of(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    for row in rows(datatable):
        call, line = _asked_for(stage, about, row["line"])
        for column, value in row.items():
            if column != "line":
                _require(stage, call, line, column, value)


def _asked_for(stage: Stage, order: Order, number: str) -> tuple[ProvisioningOrder, ProvisioningLine]:
    """What provisioning was asked for a line. Raises ``Breach`` where it was asked for nothing."""

    def found() -> list[tuple[ProvisioningOrder, ProvisioningLine]]:
        return [(call, line) for call, line in _asked(stage, order) if _number(stage, line) == number]

    stage.eventually(lambda: bool(found()), f"line {number} asked of provisioning", lambda: "nothing of it")
    return found()[0]


def _require(stage: Stage, call: ProvisioningOrder, line: ProvisioningLine, column: str, owed: str) -> None:
    seen: str | None
    if column in _HEADER:
        seen = getattr(call, _HEADER[column])
    elif column in _LINE:
        seen = getattr(line, _LINE[column])
    else:
        seen = line.attributes.get(column)
    if column == "customer":
        fits = seen == stage.directory.account(owed)
    elif column == "component of":
        fits = (stage.directory.line_key(line.parent or "").rpartition("/")[2] if line.parent else "") == owed
    elif column == "asset":
        named = stage.assets.get(owed, owed)  # an integration may give assets ids of its own
        fits = stage.directory.asset_of(line.line, seen) == named and (
            seen == named or stage.order_system.manner.own_ids
        )
    elif column == "service point":
        fits = (seen or "") == stage.directory.service_point(owed)
    elif column == "requested delivery":
        fits = seen is not None and instant_in(seen) == stage.instant(owed)
    else:
        fits = (seen or "") == owed
    if not fits:
        raise Breach(f"{column} at provisioning: {owed or 'blank'}", seen or "blank")


@then(provisioning_words("the provisioning order for {order:Order} is not a copy of it"))
def no_copy(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.eventually(lambda: bool(_asked(stage, about)), "a provisioning order", lambda: "none")
    told = [m for m in stage.provisioning.messages if m.body["order"] == about.number]
    if any(set(_COMMERCIAL) <= line.keys() for message in told for line in message.body["lines"]):
        raise Breach("what is to be done, line by line", "the order's own lines")
