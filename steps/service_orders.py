"""Service orders: what order management asks of provisioning and hears of it."""

from itertools import groupby

from pytest_bdd import given, then

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.harness.messages import WorkUpdate
from ordertck.steps.network import network_does_a_step, network_has_nothing
from ordertck.steps.words import listed, order_named, order_system_words

Told = tuple[str, str, str | None]


def _own(stage: Stage, order: Order, line: str) -> str:
    """The id by which the order system knows a line: its own where an integration translates, else the CRM's."""
    versions = stage.order_system.versions(order.number)
    kept = versions[-1].line(line) if versions else None
    return stage.order_system.known_as(kept.id if kept else order.line(line).id)


def _heard(stage: Stage, order: Order, line: str) -> list[WorkUpdate]:
    own = _own(stage, order, line)
    return [update for update in stage.central.heard if update.line == own]


def _says(update: WorkUpdate, told: Told) -> bool:
    sort, value, attribute = told
    return (update.sort, update.value) == (sort, value) and (sort != "data" or update.attribute == attribute)


def _described(update: WorkUpdate) -> str:
    return f"{update.sort} {f'{update.attribute}: ' if update.attribute else ''}{update.value}"


@given(order_system_words("{order:Order} is fulfilled in the network"))
def is_fulfilled(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.crm.submit(about)
    for line in about.lines:
        hears(stage, ("status", "COMPLETE", None), line.number, order)


@then(order_system_words("the order system hears {told:Told} of line {line} of {order:Order}"))
def hears(stage: Stage, told: Told, line: str, order: str) -> None:
    about = order_named(stage, order)
    stage.eventually(
        lambda: any(_says(update, told) for update in _heard(stage, about, line)),
        f"told of line {line}: {' '.join(filter(None, told))}",
        lambda: listed(_described(update) for update in _heard(stage, about, line)),
    )


@then(order_system_words("the network has nothing of {order:Order}, and the order system hears that it is cancelled"))
def is_undone(stage: Stage, order: str) -> None:
    for line in order_named(stage, order).lines:
        network_has_nothing(stage, line.number, order)
        hears(stage, ("status", "CANCELLED", None), line.number, order)


@then(order_system_words("the order system does not hear {told:Told} of line {line} of {order:Order}"))
def does_not_hear(stage: Stage, told: Told, line: str, order: str) -> None:
    about = order_named(stage, order)
    stage.never(
        lambda: any(_says(update, told) for update in _heard(stage, about, line)),
        f"not told of line {line}: {' '.join(filter(None, told))}",
        "told so",
    )


@then(order_system_words("the order system hears {told:Told} of that line of {order:Order}, and of no other"))
def hears_of_that_line(stage: Stage, told: Told, order: str) -> None:
    about, chosen = order_named(stage, order), stage.network.singled_out
    for line in about.lines:
        if f"{about.name}/{line.number}" == chosen:
            hears(stage, told, line.number, order)
    for line in about.lines:
        if f"{about.name}/{line.number}" != chosen:
            does_not_hear(stage, told, line.number, order)


@then(order_system_words('of line {line} of {order:Order} the order system hears in turn "{values:Name}"'))
def hears_in_turn(stage: Stage, line: str, order: str, values: str) -> None:
    about, turns = order_named(stage, order), values.split(", ")

    def seen() -> list[str]:
        told = [update.value for update in _heard(stage, about, line) if update.value in turns]
        return [value for value, _ in groupby(told)]  # whoever says a thing twice running says no more than once

    stage.eventually(lambda: turns[-1] in seen(), values, lambda: listed(seen()))
    stage.never(lambda: seen() != turns, f"in turn {values}", "something else")


@then(order_system_words("with each step of line {line} of {order:Order} the order system hears more of it"))
def hears_more(stage: Stage, line: str, order: str) -> None:
    about, network = order_named(stage, order), stage.network
    key, steps = f"{about.name}/{line}", 0
    stage.settled()
    while not steps or network.holding(about.number, key):
        before = len(_heard(stage, about, line))
        network_does_a_step(stage, line, order)  # at least one, or nothing was looked at
        steps += 1
        if len(_heard(stage, about, line)) == before:
            raise Breach(f"something told of line {line} after each step", "nothing after one of them")


@then(order_system_words("the order system hears nothing of line {line} of {order:Order} after it is complete"))
def hears_nothing_after(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    hears(stage, ("status", "COMPLETE", None), line, order)
    stage.never(
        lambda: not _says(_heard(stage, about, line)[-1], ("status", "COMPLETE", None)),
        "nothing after completion",
        "something more",
    )


@then(order_system_words("the order system hears of a fault of line {line} of {order:Order}"))
def hears_of_fault(stage: Stage, line: str, order: str) -> None:
    about, faults = order_named(stage, order), stage.central.faults

    def named() -> list[str]:
        return [fault.line or "no line" for fault in faults if fault.order == about.number]

    owed = [_own(stage, about, line)]
    stage.eventually(lambda: bool(named()), f"a fault of line {line} of {about.name}", lambda: "none")
    stage.never(lambda: named() != owed, f"one fault, of line {line}", listed(named()))


@then(order_system_words("the order system hears of a fault of {order:Order}"))
def hears_of_order_fault(stage: Stage, order: str) -> None:
    about, faults = order_named(stage, order), stage.central.faults
    stage.eventually(
        lambda: [fault.order for fault in faults] == [about.number],
        f"one fault, of order {about.name}",
        lambda: listed(fault.order for fault in faults),
    )


@then(order_system_words("the order system hears of no fault"))
def hears_of_no_fault(stage: Stage) -> None:
    stage.never(lambda: bool(stage.central.faults), "no fault", "a fault")


@then(order_system_words("the order system hears that the fault of {order:Order} is mended"))
def hears_of_mending(stage: Stage, order: str) -> None:
    about, central = order_named(stage, order), stage.central
    incidents = {fault.incident for fault in central.faults if fault.order == about.number}
    incidents |= {f.incident for f in central.fallouts if f.order == about.number and f.state == "raised"}

    def freed() -> set[str]:
        return {f.incident for f in central.fallouts if f.order == about.number and f.state == "resolved"}

    stage.eventually(lambda: freed() == incidents, f"{listed(incidents)} resolved", lambda: listed(freed()))


@then(order_system_words("the order system gets no reply"))
def gets_no_reply(stage: Stage) -> None:
    stage.never(lambda: bool(stage.central.replies), "no reply", "one")
