"""Pending orders: what a CRM under test makes of a change order that is submitted late."""

from pytest_bdd import then

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Breach
from ordertck.steps.words import listed, order_named, queue_words


@then(queue_words('line {line} of {order:Order} is queued with "{name:Name}" "{value:Name}", or the desk objects'))
def queued_or_objected(stage: Stage, line: str, order: str, name: str, value: str) -> None:
    about = order_named(stage, order)
    stage.settled()
    if about.refusals or stage.desk.warnings.get(about.name):
        return
    sent = [queued.attributes.get(name) for queued in stage.desk.queued_lines(about, line, latest=True)]
    if sent != [value]:
        raise Breach(f"{name} {value} on the queue, or an objection at the desk", listed(sent))
