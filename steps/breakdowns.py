"""Breakdowns: of the system under test, which must lose nothing, and of its neighbours, for which it must wait."""

from pytest_bdd import step

from ordertck.harness.bench import Stage
from ordertck.harness.messages import Edge
from ordertck.steps.back_office import happens, offices_of
from ordertck.steps.words import words

# How many of the messages to come are each followed by a breakdown at once. "Every message" has an end: who asks for
# something after each breakdown, and breaks down when that is answered, would never come to rest.
_BREAKDOWNS = {" at the next message": 1, " at every message": 200}


@step(words("{system:System} breaks down{moment:Moment} and is started again"))
def breaks_down(stage: Stage, system: str, moment: str) -> None:  # noqa: ARG001 - it is the one under test
    stage.settled()
    if moment == " before the next message":
        stage.channel.breaks_first = True
    elif moment == " after every answer":
        stage.channel.breaks_when_answered = True
    elif moment:
        stage.channel.breakdowns = _BREAKDOWNS[moment]
    else:
        stage.channel.break_down()
        stage.settled()


@step(words("{neighbour:Reached} {state:Reach}"))
def can_be_reached(stage: Stage, neighbour: str, state: str) -> None:
    if neighbour not in tuple(Edge):
        _office_is(stage, neighbour, state)
        return
    stage.settled()
    if state == "cannot be reached":
        stage.closures.leave(Edge(neighbour))
    else:
        stage.closures.come_back(Edge(neighbour))
        stage.settled()


def _office_is(stage: Stage, office: str, state: str) -> None:
    happens(stage)
    for system in offices_of(stage, office):
        if state == "cannot be reached":
            system.up = False
        elif state == "stops answering":
            stage.back_offices.silent = True
        else:
            stage.back_offices.comes_back(system)
    stage.settled()
