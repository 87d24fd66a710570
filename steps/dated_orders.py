"""Dated orders at the desk of a CRM: what is planned, and what it will leave."""

from pytest_bdd import then, when

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Breach
from ordertck.steps.submission_queue import queued
from ordertck.steps.values import same_date
from ordertck.steps.words import order_named, queue_words, words


@when(words('a user sets the due date of {order:Order} to "{date:Name}" and saves it'))
def sets_the_due_date(stage: Stage, order: str, date: str) -> None:
    about = order_named(stage, order)
    about.due_date = stage.instant(date).isoformat()
    stage.desk.enter(about)


@then(words("the desk shows the due date of {order:Order}"))
def shows_the_due_date(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    shown = stage.desk.shown_order(about).fields.get("due_date")
    if not shown or not same_date(stage, shown, about.due_date or ""):
        raise Breach(f"the due date {about.due_date}", shown or "none")


@then(queue_words('line {line} of {order:Order} is last queued without the old "{name:Name}" "{value:Name}"'))
def last_queued_without(stage: Stage, line: str, order: str, name: str, value: str) -> None:
    about = order_named(stage, order)
    stage.settled()
    sent = stage.desk.queued_lines(about, line)
    if len(about.submissions) < 2 or not sent:
        raise Breach(f"a revision of {about.name} on the queue", f"{len(about.submissions)} messages")
    if queued(stage, sent[-1], name) == value:
        raise Breach(f"{name} as it will be, or not at all", f"{name} {value}")


@then(
    queue_words(
        'line {line} of {order:Order} is last queued without the old "{name:Name}" "{value:Name}", or the desk objected'
        " to {other:Order}"
    )
)
def last_queued_without_unless(stage: Stage, line: str, order: str, name: str, value: str, other: str) -> None:
    if not order_named(stage, other).refusals:  # where the other order was refused nothing came in between
        last_queued_without(stage, line, order, name, value)
