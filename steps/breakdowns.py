"""Breakdowns: of the system under test, which must lose nothing, and of its neighbours, for which it must wait."""

from pytest_bdd import step

from ordertck.harness.bench import Stage
from ordertck.harness.messages import Edge
from ordertck.steps.words import words


@step(words("{neighbour:Neighbour} cannot be reached"))
def cannot_be_reached(stage: Stage, neighbour: str) -> None:
    stage.settled()
    stage.leave(Edge(neighbour))


@step(words("{neighbour:Neighbour} can be reached again"))
def can_be_reached(stage: Stage, neighbour: str) -> None:
    stage.settled()
    stage.come_back(Edge(neighbour))
    stage.settled()


@step("the integration breaks down and is started again")
def integration_breaks_down(stage: Stage) -> None:
    _break_down(stage)


@step("service order management breaks down and is started again")
def service_order_management_breaks_down(stage: Stage) -> None:
    _break_down(stage)


def _break_down(stage: Stage) -> None:
    stage.settled()
    stage.break_down()
    stage.settled()
