"""Progress: what provisioning reports, and what order management makes of it."""

from pytest_bdd import given, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.steps.held_work import let_come
from ordertck.steps.words import crm_words, listed, order_named, provisioning_words, words

Told = tuple[str, str, str | None]


def _key(stage: Stage, order: str, line: str) -> str:
    return f"{order_named(stage, order).name}/{line}"


@when(provisioning_words("provisioning tells {told:Told} of line {line} of {order:Order}"))
def provisioning_tells(stage: Stage, told: Told, line: str, order: str) -> None:
    sort, value, attribute = told
    key, provisioning = _key(stage, order, line), stage.provisioning
    let_come(stage, order_named(stage, order), line)
    if not provisioning.tell(key, sort, value, attribute):
        raise Breach(f"a provisioning order for line {line}", "none")
    stage.settled()


@when(provisioning_words('provisioning tells in turn "{statuses:Name}" of line {line} of {order:Order}'))
def tells_in_turn(stage: Stage, statuses: str, line: str, order: str) -> None:
    for status in statuses.split(", "):
        provisioning_tells(stage, ("status", status, None), line, order)


@when(provisioning_words("provisioning does line {line} of {order:Order} after all"))
def does_after_all(stage: Stage, line: str, order: str) -> None:
    stage.settled()
    if not stage.provisioning.mend(_key(stage, order, line)):
        raise Breach(f"a provisioning order for line {line}, which failed", "none")
    stage.settled()


@given("service order management has stopped reading its queue")
def has_stopped(stage: Stage) -> None:
    stage.stop_provisioning()


@when("service order management reads its queue again")
def reads_again(stage: Stage) -> None:
    stage.settled()
    stage.start_provisioning()
    stage.settled()


def _crm_has(order: Order, line: str, told: Told) -> bool:
    sort, value, attribute = told
    if sort == "data":
        return order.line(line).attributes.get(attribute or "") == value
    return value in (order.milestones if sort == "milestone" else order.line_statuses).get(line, ())


@then(crm_words("the CRM is told {told:Told} of line {line} of {order:Order}"))
def crm_is_told(stage: Stage, told: Told, line: str, order: str) -> None:
    about = order_named(stage, order)
    stage.eventually(
        lambda: _crm_has(about, line, told), f"told: {' '.join(filter(None, told))}", lambda: "nothing of the kind"
    )


@then(crm_words("the CRM is not told {told:Told} of line {line} of {order:Order}"))
def crm_is_not_told(stage: Stage, told: Told, line: str, order: str) -> None:
    about = order_named(stage, order)
    stage.settled()
    stage.fulfilment.status_of(about)
    stage.never(lambda: _crm_has(about, line, told), f"not told: {' '.join(filter(None, told))}", "told so")


@then(words('of line {line} of {order:Order} the CRM hears the milestones "{names:Name}", each once'))
def crm_hears_milestones(stage: Stage, line: str, order: str, names: str) -> None:
    about, owed = order_named(stage, order), names.split(", ")

    def seen() -> list[str]:  # what a system tells besides is its own affair
        return [milestone for milestone in about.milestones.get(line, ()) if milestone in owed]

    stage.eventually(lambda: len(seen()) >= len(owed), names, lambda: listed(seen()))
    stage.never(lambda: seen() != owed, f"{names}, each once and in this order", listed(seen()))


@then(words('billing is told "{attribute:Name}" "{value:Name}" of line {line} of {order:Order}'))
def billing_is_told(stage: Stage, attribute: str, value: str, line: str, order: str) -> None:
    key, entries = _key(stage, order, line), stage.billing.entries

    def seen() -> list[str]:
        return [entry.attributes[attribute] for entry in entries if entry.line == key and attribute in entry.attributes]

    stage.eventually(lambda: value in seen(), f"{attribute} {value} at billing", lambda: listed(seen()))


@then(provisioning_words('provisioning never had fewer than {count:d} of "{asset:Name}"'))
def never_had_fewer(stage: Stage, count: int, asset: str) -> None:
    provisioning, identity = stage.provisioning, stage.assets.get(asset, asset)
    stage.never(lambda: (provisioning.fewest(identity) or 0) < count, f"always {count} of {asset}", "fewer")
