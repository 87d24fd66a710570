"""The clock: moments that come, for systems whose clock can be set."""

from datetime import datetime, time, timedelta

from pytest_bdd import when

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Misfit
from ordertck.steps.back_office import happens
from ordertck.steps.words import clock_words, order_named


@when(clock_words("the clock comes to {before:Before}the due date of {order:Order}"))
def comes_to_due_date(stage: Stage, before: str, order: str) -> None:
    stage.advance_to(_due(stage, order) - _lead(before))


@when(clock_words("the clock comes to {before:Before}the daily replication"))
def comes_to_replication(stage: Stage, before: str) -> None:
    happens(stage)
    stage.advance_to(_next_run(stage) - _lead(before))
    stage.settled()


@when(clock_words("a week passes"))
def a_week_passes(stage: Stage) -> None:
    stage.settled()
    for _ in range(7):
        stage.advance_to(stage.now + timedelta(days=1))
        stage.settled()


def _lead(before: str) -> timedelta:
    """How long before a moment: nothing, a minute, or some days."""
    number, unit, *_ = before.split() or ("0", "days")
    return timedelta(minutes=1) if unit == "minute" else timedelta(days=int(number))


def _due(stage: Stage, order: str) -> datetime:
    date = order_named(stage, order).due_date
    if date is None:
        raise Misfit(f"order {order} has no due date")
    return datetime.fromisoformat(date)


def _next_run(stage: Stage) -> datetime:
    at = time.fromisoformat(stage.directory.catalogue.back_office.replication_run)
    today = datetime.combine(stage.now.date(), at, stage.now.tzinfo)
    return today if today > stage.now else today + timedelta(days=1)
