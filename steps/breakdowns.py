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


@step(words("{system:System} breaks down and is started again"))
def breaks_down(stage: Stage, system: str) -> None:  # noqa: ARG001 - it is the one under test
    stage.settled()
    stage.break_down()
    stage.settled()
