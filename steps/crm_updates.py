"""Updates that reach the CRM: of which line, in which turn, by whose id."""

from itertools import groupby

from pytest_bdd import then

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.steps.words import Table, crm_words, listed, order_named, rows


@then(crm_words("the CRM is told of the lines of {order:Order}"))
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


@then(crm_words("the CRM is told that line {line} of {order:Order} fell out"))
def crm_is_told_of_fallout(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    owed = about.line(line).id
    stage.eventually(
        lambda: {fallout.line for fallout in about.fallouts} == {owed},
        f"a fallout of line {line}, by the CRM's own id, {owed}",
        lambda: listed(fallout.line for fallout in about.fallouts),
    )


@then(crm_words('the CRM is told of {order:Order} in turn: "{statuses:Name}"'))
def crm_is_told_in_turn(stage: Stage, order: str, statuses: str) -> None:
    about = order_named(stage, order)
    turns = statuses.split(", ")
    if not stage.fulfilment.comes_to(about, turns[-1]):
        raise Breach(statuses, listed(about.news))

    def out_of_turn() -> bool:
        seen = [turns.index(news) for news in about.news if news in turns]
        return seen != sorted(seen)

    stage.never(out_of_turn, statuses, "an earlier one after a later one")


@then(crm_words('the CRM is told of {order:Order} just "{statuses:Name}"'))
def crm_is_told_just(stage: Stage, order: str, statuses: str) -> None:
    about, owed = order_named(stage, order), statuses.split(", ")

    def seen() -> list[str]:
        return [status for status, _ in groupby(about.statuses)]

    stage.eventually(lambda: len(seen()) >= len(owed), statuses, lambda: listed(seen()))
    stage.never(lambda: seen() != owed, statuses, "something else")


@then(crm_words("the CRM is told that {first:Order} is complete before it is told so of {second:Order}"))
def crm_is_told_before(stage: Stage, first: str, second: str) -> None:
    before, after = order_named(stage, first), order_named(stage, second)
    for order in (before, after):
        if not stage.fulfilment.comes_to(order, "COMPLETE"):
            raise Breach(f"order {order.name} complete", order.status or "no update")
    told = stage.kit_crm.completed
    if after.name in told and before.name not in told[: told.index(after.name)]:
        raise Breach(f"{before.name} complete before {after.name}", listed(told))
