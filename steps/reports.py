"""Reports: what neighbours that the kit plays say of orders and lines."""

from pytest_bdd import step, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach, Misfit
from ordertck.harness.messages import NETWORK_MILESTONES, LineUpdate, Status
from ordertck.steps.held_work import let_come
from ordertck.steps.words import Part, Told, line_meant, order_named, words


@step(words("{who:Neighbour} reports {told:Told} of {part:Part}"))
def reports(stage: Stage, who: str, told: Told, part: Part) -> None:
    about, line = order_named(stage, part[0]), part[1]
    if who == "provisioning":
        _provisioning_reports(stage, about, line_meant(stage, about, line), told)
    elif who == "billing":
        _billing_reports(stage, about, line_meant(stage, about, line), told)
    elif who == "oms":
        _order_system_reports(stage, about, line, told)
    else:
        raise Misfit(f"{who} reports nothing of the kind")


def _provisioning_reports(stage: Stage, order: Order, line: str, told: Told) -> None:
    sort, value, attribute = told
    key, provisioning = f"{order.name}/{line}", stage.provisioning
    let_come(stage, order, line)
    # Held work comes to a milestone by way of those before it; a milestone that it has passed is only told again.
    reached = sort == "milestone" and value in NETWORK_MILESTONES and provisioning.reach(order.number, key, value)
    if not reached and not provisioning.tell(key, sort, value, attribute):
        raise Breach(f"a provisioning order for line {line}", "none")
    stage.settled()


def _billing_reports(stage: Stage, order: Order, line: str, told: Told) -> None:
    stage.settled()
    if not stage.billing.tell(f"{order.name}/{line}", *told):
        raise Breach(f"a billing order for line {line}", "none")
    stage.settled()


def _order_system_reports(stage: Stage, order: Order, line: str, told: Told) -> None:
    sort, value, attribute = told
    order_system = stage.order_system
    if line or sort == "refusal":
        stage.settled()  # what is refused has come
    else:
        stage.comes(lambda: len(order_system.versions(order.number)) >= len(order.submissions))
    stage.eventually(lambda: bool(order_system.versions(order.number)), f"{order.name} there", lambda: "nothing")
    match sort:
        case "fallout":
            order_system.raise_fallout(order.number, line, "it cannot be fulfilled")
        case "end of fallout":
            order_system.resolve_fallout(order.number, line)
        case "refusal":
            order_system.refuse(order.number, "the order is not valid", line)
        case "status" if not line:
            # An order is complete with all of its lines, and one message says so.
            order_system.report(order.number, value, None if value == Status.COMPLETE else {})
        case _:
            update = {
                "status": LineUpdate(line="", status=value),
                "milestone": LineUpdate(line="", milestone=value),
                "data": LineUpdate(line="", attributes={attribute or "": value}),
            }[sort]
            order_system.report(order.number, Status.IN_PROGRESS, {line: update})
            stage.settled()


@when(words('{who:Neighbour} reports in turn "{statuses:Name}" of {part:Part}'))
def reports_in_turn(stage: Stage, who: str, statuses: str, part: Part) -> None:
    for status in statuses.split(", "):
        reports(stage, who, ("status", status, None), part)
