"""Supplemental orders: newer versions of an open order, and what they must leave alone."""

from pytest_bdd import given, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Misfit
from ordertck.harness.messages import NETWORK_MILESTONES, Status
from ordertck.steps.held_work import begin_held, told
from ordertck.steps.provisioning import provisioning_has
from ordertck.steps.words import Part, Table, order_named, provisioning_words, rows, words, work_words


@when(provisioning_words("{order:Order} is revised, while provisioning completes line {line}, to"))
def is_revised_while(stage: Stage, order: str, line: str, datatable: Table) -> None:
    about = order_named(stage, order)
    key = f"{about.name}/{line}"
    stage.billing.outdate(about.number)
    stage.crm.revise(about, datatable)
    if not stage.provisioning.complete(about.number, key):  # before the system is listened to
        raise Misfit(f"provisioning holds nothing for line {line}")


@given(provisioning_words("the lines of {order:Order} have reached these milestones"))
def each_at_milestone(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    for row in rows(datatable):
        if row["milestone"] not in NETWORK_MILESTONES:
            known = ", ".join(NETWORK_MILESTONES)
            raise Misfit(f"there is no milestone {row['milestone']!r} at provisioning, only {known}")
        stage.provisioning.reach(about.number, f"{about.name}/{row['line']}", row["milestone"])
    stage.settled()


@then(work_words("{order:Order} is refused, or is complete and provisioning has"))
def refused_or_complete_with(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    stage.comes(lambda: about.stuck or about.status == Status.COMPLETE)
    if not about.refusals:
        stage.fulfilment.require_complete(about)
        provisioning_has(stage, datatable)


@given(words("{order:Order} is held {who:Held}"))
def is_held(stage: Stage, order: str, who: str) -> None:
    about = order_named(stage, order)
    if who == "network":
        _held_in_the_network(stage, about)
        return
    stage.provisioning.holds = True
    stage.crm.submit(about)
    begin_held(stage, about)
    if who != "provisioning":
        _pass_no_return(stage, about)


def _held_in_the_network(stage: Stage, order: Order) -> None:
    network = stage.network
    network.holds = True
    stage.crm.submit(order)
    stage.eventually(lambda: network.holding(order.number), f"a step of {order.name} asked for", lambda: "none")
    stage.settled()


def _pass_no_return(stage: Stage, order: Order) -> None:
    for line in order.lines:
        product = stage.directory.catalogue.products[line.product or ""]
        if product.ponr is None:
            raise Misfit(f"{line.product} has no point of no return but its completion")
        stage.fulfilment.reach(order, line.number, product.ponr)
    stage.settled()


@then(words("{who:Informed} told nothing {more:More}about {part:Part}"))
def told_nothing(stage: Stage, who: str, more: str, part: Part) -> None:
    about, line = order_named(stage, part[0]), part[1] or None
    before = stage.marks[f"{about.name}/{line}" if line else about.name] if more else 0
    what = f"nothing {more}about {f'line {line}' if line else about.name}"
    stage.never(lambda: told(stage, about, line, who) > before, what, "something of it")
