"""The examinations of one command line: one after the other, or several at once."""

import gc
from dataclasses import dataclass
from functools import partial
from time import monotonic

from ordertck.harness.cli.progress import Watch
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Plan
from ordertck.harness.runner.course import LONG
from ordertck.harness.runner.job import Progress
from ordertck.harness.runner.processes import at_once, cores
from ordertck.harness.runner.run import run, unwatched
from ordertck.harness.sessions import fresh_session, of_systems
from ordertck.harness.transcript import Transcript
from ordertck.harness.variation import Variation

# So many jobs examine one role of the reference, whatever the machine: ids and transcript tell of jobs.
_OF_ONE_ROLE = 2


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under what conditions examinations are made, as ``runner.run.run`` takes them.

    Without a number of ``jobs`` there is one, or as many as pay.
    """

    session: str | None
    variation: Variation
    repeat: int
    max_time: float | None
    jobs: int | None

    def let_go_on_at_once(self, plans: list[Plan]) -> bool:
        """Whether examinations may go on in processes of their own, and take so long that it pays.

        Several plans are the reference's. Given a time, one has what the others before it have left.
        """
        long = sum(len(plan.ready) for plan in plans) >= LONG
        return len(plans) > 1 and long and self.jobs in (None, 1) and self.max_time is None

    def jobs_for(self, plans: list[Plan]) -> int:
        """How many jobs each examination has: several pay where it is of the reference, long, and the only one."""
        pays = len(plans) == 1 and plans[0].claims.is_embedded and len(plans[0].ready) >= LONG
        return self.jobs or (_OF_ONE_ROLE if pays else 1)


def examined(plans: list[Plan], conditions: Conditions, watch: Watch, transcript: Transcript) -> list[Examination]:
    """The examinations, one after the other or at once; all ids of one begin with a session id of its own."""
    session, began = conditions.session or fresh_session(), monotonic()
    jobs = conditions.jobs_for(plans)

    def examine(plan: Plan, own: str, progress: Progress, transcript: Transcript) -> Examination:
        most, repeat = conditions.max_time, conditions.repeat
        left = None if most is None else max(0.0, most - (monotonic() - began))
        found = run(plan, own, progress, repeat, left, transcript, variation=conditions.variation, jobs=jobs)
        gc.collect(1)  # what the examples have left; what was there before need not be looked at
        return found

    tasks = [partial(examine, plan, own) for plan, own in zip(plans, of_systems(session, len(plans)), strict=True)]
    with unwatched():
        if conditions.let_go_on_at_once(plans) and cores() > 1:
            return at_once(plans, tasks, transcript, watch if watch.shown else None)
        return [task(watch, transcript) for task in tasks]
