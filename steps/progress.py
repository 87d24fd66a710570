"""Progress: what provisioning reports, and what order management makes of it."""

from pytest_bdd import given, when

from ordertck.harness.bench import Stage
from ordertck.steps.words import order_named

Told = tuple[str, str, str | None]


def _key(stage: Stage, order: str, line: str) -> str:
    return f"{order_named(stage, order).name}/{line}"


@given("service order management has stopped reading its queue")
def has_stopped(stage: Stage) -> None:
    stage.stop_provisioning()


@when("service order management reads its queue again")
def reads_again(stage: Stage) -> None:
    stage.settled()
    stage.start_provisioning()
    stage.settled()
