"""On what terms a run examines: what all its jobs and connections have in common."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.wire import Wire
from ordertck.harness.claims import Claims
from ordertck.harness.runner.trouble import Trouble
from ordertck.harness.variation import UNVARIED, Variation
from ordertck.harness.verdicts import ExampleId, ExampleResult

# What becomes of a result that was passed, once something is known that its steps could not know.
Revise = Callable[[ExampleResult], ExampleResult]
Revised = Callable[[ExampleId, Revise], None]
# How claims and a session id lead to a system. Raises what ``adapters.connect`` raises.
Open = Callable[[Claims, str], Wire]


@dataclass(frozen=True, slots=True)
class Lone:
    """How sessions that share a line are held by themselves: a system is opened so, within the context of a session.

    All of them have their ``trouble`` together.
    """

    open_system: Open
    by_itself: Callable[[str], AbstractContextManager[None]]
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class Terms:
    """What all jobs of a run have in common.

    ``session`` is what every id begins with, ``variation`` what differs from run to run. The features' calendar begins
    at ``began``, see ``Conversation``; left out, with each connection. ``deadline``, in the time of ``monotonic``, is
    when the run is to end. ``revised`` is called where an earlier example turns out not to have passed: with its id,
    and with what makes its new result of the old. ``lone`` is how sessions that share a line are held by themselves.
    ``broken_off`` are the scenarios that are known to break off: those of a run that is replayed.
    """

    session: str
    open_system: Open = connect
    variation: Variation = UNVARIED
    began: datetime | None = None
    deadline: float | None = None
    revised: Revised = lambda *_: None
    lone: Lone | None = None
    broken_off: frozenset[str] = frozenset()
