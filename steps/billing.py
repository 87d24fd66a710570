"""Billing: what it is told and what it charges."""

from collections.abc import Callable

from pytest_bdd import given, then

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import DraftLine
from ordertck.harness.errors import Breach
from ordertck.harness.oracle.ledgers import Charge
from ordertck.steps.values import plain
from ordertck.steps.words import Table, line_of, listed, order_named, rows, words


def _charged(stage: Stage, line: DraftLine) -> list[str]:
    charges = stage.billing.charges_of_line(stage.directory.line_key(line.id))
    return [c.plan or "no rate plan" for c in charges if c.state == "active"]


@then(words("billing charges for {order:Order}"))
def billing_charges(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    owed = [(line_of(about, row), row["price list"]) for row in rows(datatable)]
    for line, price_list in owed:
        _require_charge(stage, line, price_list)
    stage.settled()
    for line, price_list in owed:  # what was right may have been spoilt, or done again
        _require_charge(stage, line, price_list)


def _require_charge(stage: Stage, line: DraftLine, price_list: str) -> None:
    plan = stage.directory.catalogue.rate_plan(price_list)
    stage.eventually(
        lambda: _charged(stage, line) == [plan],
        f"line {line.number}, {line.product}, charged once, on the plan of {price_list} ({plan or 'which has none'})",
        lambda: listed(_charged(stage, line)),
    )


@then(words("in each phase billing is told of line {line} of {order:Order} on the plan of {price_list}"))
def each_phase_on(stage: Stage, line: str, order: str, price_list: str) -> None:
    about = order_named(stage, order)
    key = f"{about.name}/{line}"
    plan = stage.directory.catalogue.rate_plan(price_list)

    def seen() -> set[tuple[str, str]]:
        return {(e.phase, e.plan or "no plan") for e in stage.billing.entries if e.line == key}

    owed = {("initiate", plan), ("fulfil", plan)}
    stage.eventually(lambda: seen() >= owed, f"both phases on {plan}", lambda: str(sorted(seen())))
    stage.never(lambda: seen() != owed, f"both phases on {plan}, and on no other plan", "another one")


@given("billing gives lines ids of its own")
def billing_gives_ids(stage: Stage) -> None:
    stage.billing.own_ids = True


@then(words("billing is asked for line {line} of {order:Order} under its own id"))
def asked_under_own_id(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    stage.settled()
    named = [entry.named for entry in stage.billing.entries if entry.line == f"{about.name}/{line}"]
    owed = stage.billing.known_as(about.line(line).id)
    if len(named) < 2 or set(named[1:]) != {owed}:
        raise Breach(f"line {line} asked for as {owed}, once billing has said so", listed(named))


@then(words("the number of assets charged is {count:Number}"))
def charges_in_all(stage: Stage, count: int) -> None:
    charges = stage.billing.all_charges
    stage.eventually(lambda: len(charges()) == count, f"{count} charges", lambda: listed(c.product for c in charges()))


@then(words("billing charges nothing for line {line} of {order:Order}"))
def billing_charges_nothing(stage: Stage, line: str, order: str) -> None:
    key = f"{order_named(stage, order).name}/{line}"
    billing = stage.billing
    stage.never(
        lambda: any(c.state != "stopped" for c in billing.charges_of_line(key)),
        f"no charge for line {line}",
        "a charge",
    )


@then("billing has")
def billing_has(stage: Stage, datatable: Table) -> None:
    for row in rows(datatable):
        asset, state, price_list = row["asset"], row.get("charge"), row.get("price list")
        if price := row.get("price override"):
            owed = plain("price override", price)
            _require_charges(stage, asset, [owed], lambda charge: plain("price override", charge.override or ""))
        if state is not None:
            _require_charges(stage, asset, [] if state == "none" else [state], lambda charge: charge.state)
        if price_list is not None:
            plan = stage.directory.catalogue.rate_plan(price_list)
            _require_charges(stage, asset, [plan], lambda charge: charge.plan)


def _require_charges(stage: Stage, asset: str, owed: list[str | None], of: Callable[[Charge], str | None]) -> None:
    """Require just these of an asset's charges: their states, or their plans."""
    identity = stage.assets.get(asset, asset)

    def seen() -> list[str | None]:
        return [of(charge) for charge in stage.billing.charges(identity)]

    stage.eventually(lambda: seen() == owed, f"{asset} at billing: {listed(owed)}", lambda: listed(seen()))
