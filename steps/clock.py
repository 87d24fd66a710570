"""The clock: dates that come, for systems whose clock can be set."""

from datetime import datetime, timedelta

from pytest_bdd import when

from ordertck.harness.bench import Stage
from ordertck.steps.words import clock_words, order_named


@when(clock_words("the clock comes to a minute before the due date of {order:Order}"))
def comes_close(stage: Stage, order: str) -> None:
    stage.advance_to(_due(stage, order) - timedelta(minutes=1))


@when(clock_words("the clock comes to {count:d} {_:w} before the due date of {order:Order}"))
def comes_days_before(stage: Stage, count: int, order: str) -> None:
    stage.advance_to(_due(stage, order) - timedelta(days=count))


@when(clock_words("the due date of {order:Order} comes"))
def comes(stage: Stage, order: str) -> None:
    stage.advance_to(_due(stage, order))


def _due(stage: Stage, order: str) -> datetime:
    date = order_named(stage, order).due_date
    if date is None:
        raise LookupError(f"order {order} has no due date")
    return datetime.fromisoformat(date)
