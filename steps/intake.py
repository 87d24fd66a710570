"""The intake of an integration: held, released, and orders put before it."""

from pytest_bdd import step, when

from ordertck.harness.bench import Stage
from ordertck.steps.words import Table, rows


@step("the intake is held")
def intake_is_held(stage: Stage) -> None:
    stage.hold_intake()


@when("the intake is released")
def intake_is_released(stage: Stage) -> None:
    stage.release_intake()


@when("these orders are submitted")
def these_are_submitted(stage: Stage, datatable: Table) -> None:
    for row in rows(datatable):
        stage.crm.small_order(row["order"], row.get("priority"), depends_on=row.get("depends on"))
