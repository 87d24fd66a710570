"""Updates that reach the CRM: of which line, in which turn, by whose id."""

from pytest_bdd import then

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Status
from ordertck.steps.words import Table, crm_words, listed, order_named, rows


@then(crm_words("the CRM receives the line statuses of {order:Order}"))
def crm_is_told(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    owed = {row["line"]: row["status"] for row in rows(datatable)}
    for line, status in owed.items():
        _require_told(stage, about, line, status)
    stage.settled()
    others = {line: status for line, status in about.line_status.items() if line not in owed}
    if wrong := [line for line, status in others.items() if status in owed.values()]:
        raise Breach(f"nothing of the kind told of other lines than {listed(owed)}", listed(wrong))


def _require_told(stage: Stage, order: Order, line: str, status: str) -> None:
    stage.eventually(
        lambda: order.line_status.get(line) == status,
        f"line {line}, by the CRM's own id: {status}",
        lambda: order.line_status.get(line, "nothing"),
    )


@then(crm_words("the CRM receives the completion of {first:Order} before that of {second:Order}"))
def crm_is_told_before(stage: Stage, first: str, second: str) -> None:
    before, after = order_named(stage, first), order_named(stage, second)
    for order in (before, after):
        if not stage.fulfilment.comes_to(order, Status.COMPLETE):
            raise Breach(f"order {order.name} complete", order.status or "no update")
    told = stage.kit_crm.completed
    if after.name in told and before.name not in told[: told.index(after.name)]:
        raise Breach(f"{before.name} complete before {after.name}", listed(told))
