"""Intakes: held, released, and orders put before them."""

from pytest_bdd import step

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Breach
from ordertck.harness.messages.roles import Trait
from ordertck.steps.words import Table, listed, rows, words


@step(words("{intake:Intake} is {flow:Flow}"))
def intake_is(stage: Stage, intake: str, flow: str) -> None:
    if flow == "held":
        stage.settled()  # what was queued before may have been left there for a moment
    if intake == "the intake":
        (stage.closures.hold_queue if flow == "held" else stage.closures.release_queue)(Trait.CARRIAGE)
    elif flow == "held":
        stage.closures.hold_queue(Trait.SERVICES)
    else:
        stage.settled()
        stage.closures.release_queue(Trait.SERVICES)
        stage.settled()


@step(words("these orders are submitted{and_wait:AndWait}"))
def these_are_submitted(stage: Stage, and_wait: str, datatable: Table) -> None:
    orders = [
        stage.crm.small_order(row["order"], row.get("priority"), depends_on=row.get("depends on"))
        for row in rows(datatable)
    ]
    if not and_wait:
        return
    stage.settled()
    begun = [order.name for order in orders if order.number in stage.directory.starts]
    taken = (
        [] if Trait.ORDERS.of(stage.claims.roles) else [o.name for o in orders if stage.order_system.versions(o.number)]
    )
    if begun or taken:
        raise Breach("these orders left waiting", f"taken up: {listed(begun or taken)}")
