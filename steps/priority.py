"""Backlog and start: which of the waiting orders is worked on first."""

from pytest_bdd import given, step, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Status
from ordertck.steps.held_work import begin_held, complete_held
from ordertck.steps.words import Terms, listed, order_named, words, work_words

_PLACES = "PLACE"


def _require_held(stage: Stage, order: Order) -> None:
    held = stage.provisioning
    stage.eventually(lambda: held.holding(order.number), f"work on {order.name} at provisioning", lambda: "none")


def _started(stage: Stage, order: Order) -> bool:
    return order.number in stage.directory.starts


@given(work_words("orders held at provisioning take every place"))
def every_place_is_taken(stage: Stage) -> None:
    stage.wind_up_past()
    stage.provisioning.holds = True
    places = range(stage.claims.capacity or 1)
    for order in [stage.crm.small_order(f"{_PLACES}{place}", None) for place in places]:
        _require_held(stage, order)


@given("as many orders wait for their date as there are places")
def as_many_wait(stage: Stage) -> None:
    stage.wind_up_past()
    tomorrow = stage.instant("in 1 day").isoformat()
    waiting = [stage.crm.small_order(f"DATED{n}", None, due_date=tomorrow) for n in range(stage.claims.capacity or 1)]
    stage.settled()
    if begun := [o.name for o in waiting if _started(stage, o)]:
        raise Breach("no work on them before their date", f"work on {listed(begun)}")


def _takes_no_turn(order: Order) -> bool:
    """Whether an order takes a place already, or has come to its end."""
    return order.name.startswith(_PLACES) or order.stuck or order.status in (Status.COMPLETE, Status.CANCELLED)


@then(words('work starts in the sequence "{names:Name}"'))
def starts_in_order(stage: Stage, names: str) -> None:
    expected = names.split(", ")
    numbers = {order_named(stage, name).number: name for name in expected}
    seen = [numbers[number] for number in stage.directory.starts if number in numbers]
    if seen != expected:
        raise Breach(names, listed(seen))


@then(words("work has started on {order:Order}"))
def work_has_started(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.eventually(lambda: _started(stage, about), f"work on {about.name}", lambda: "none")


@then(words("no work has started on {order:Order}"))
def no_work_has_started(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.never(lambda: _started(stage, about), f"no work on {about.name}", "work has started")


@step(words("a small {order:Order}{terms:Small} is {who:Begun}"))
def a_small_order(stage: Stage, order: str, terms: Terms, who: str) -> None:
    field, value = terms
    if who != "submitted":
        stage.provisioning.holds = True
    priority, base = (value, None) if field == "priority" else (None, value)
    small = stage.crm.small_order(order, priority, depends_on=base)
    if who != "submitted":
        begin_held(stage, small)


@when(work_words("a place becomes free"))
def a_place_becomes_free(stage: Stage) -> None:
    complete_held(stage, stage.orders[f"{_PLACES}0"].number)


@when(work_words("provisioning completes each order as it is started"))
def completes_each_as_started(stage: Stage) -> None:
    waiting = [o for o in stage.orders.values() if o.submissions and not _takes_no_turn(o)]
    while waiting:
        stage.eventually(
            lambda: any(stage.provisioning.holding(o.number) for o in waiting),
            f"work on one of {listed(o.name for o in waiting)}",
            lambda: "none",
        )
        for order in [o for o in waiting if stage.provisioning.holding(o.number)]:
            stage.provisioning.complete(order.number)
            waiting.remove(order)
