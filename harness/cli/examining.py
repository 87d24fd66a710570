"""The examinations of one command line: one after the other, or several at once."""

import gc
from dataclasses import dataclass
from functools import partial
from string import ascii_uppercase
from time import monotonic

from ordertck.harness.cli.progress import Watch
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Plan
from ordertck.harness.runner.processes import at_once, cores
from ordertck.harness.runner.run import Progress, run, unwatched
from ordertck.harness.sessions import fresh_session
from ordertck.harness.transcript import Transcript
from ordertck.harness.variation import Variation

# So many examples take longer than the processes that share them.
_LONG = 200


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under what conditions examinations are made, as ``runner.run.run`` takes them."""

    session: str | None
    variation: Variation
    repeat: int
    max_time: float | None
    jobs: int

    def let_go_on_at_once(self, plans: list[Plan]) -> bool:
        """Whether examinations may go on in processes of their own, and take so long that it pays.

        Several plans are the reference's. Given a time, one has what the others before it have left.
        """
        long = sum(len(plan.ready) for plan in plans) >= _LONG
        return len(plans) > 1 and long and self.jobs == 1 and self.max_time is None


def examined(plans: list[Plan], conditions: Conditions, watch: Watch, transcript: Transcript) -> list[Examination]:
    """The examinations, one after the other or at once; all ids of one begin with a session id of its own."""
    session, began = conditions.session or fresh_session(), monotonic()

    def examine(plan: Plan, own: str, progress: Progress, transcript: Transcript) -> Examination:
        most, repeat, jobs = conditions.max_time, conditions.repeat, conditions.jobs
        left = None if most is None else max(0.0, most - (monotonic() - began))
        found = run(plan, own, progress, repeat, left, transcript, variation=conditions.variation, jobs=jobs)
        gc.collect(1)  # what the examples have left; what was there before need not be looked at
        return found

    sessions = [session if len(plans) == 1 else f"{session}{letter}" for letter in ascii_uppercase[: len(plans)]]
    tasks = [partial(examine, plan, own) for plan, own in zip(plans, sessions, strict=True)]
    with unwatched():
        if conditions.let_go_on_at_once(plans) and cores() > 1:
            return at_once(plans, tasks, transcript, watch if watch.shown else None)
        return [task(watch, transcript) for task in tasks]
