"""The examinations of one command line: one after the other, or several at once."""

import gc
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from time import monotonic

from ordertck.harness.cli.progress import Watch
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Plan
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.course import LONG
from ordertck.harness.runner.job import Progress
from ordertck.harness.runner.processes import at_once, cores
from ordertck.harness.runner.run import run, unwatched
from ordertck.harness.sessions import SEPARATE, of_systems
from ordertck.harness.transcript import Transcript

# So many jobs examine one role of the reference, whatever the machine: ids and transcript tell of jobs.
_OF_ONE_ROLE = 2


def examined(
    plans: list[Plan], conditions: Conditions, jobs: int | None, watch: Watch, transcript: Transcript
) -> list[Examination]:
    """The examinations, one after the other or at once; all ids of one begin with a session id of its own.

    Without a number of ``jobs`` there is one, or as many as pay.
    """
    began, conditions = monotonic(), replace(conditions, jobs=jobs or _jobs_that_pay(plans))

    def examine(plan: Plan, own: str, progress: Progress, transcript: Transcript) -> Examination:
        most = conditions.max_time
        left = None if most is None else max(0.0, most - (monotonic() - began))
        now = replace(conditions, session=own, max_time=left, began=datetime.now(UTC))
        found = run(plan, now, progress=progress, transcript=transcript)
        gc.collect(1)  # what the examples have left; what was there before need not be looked at
        return found

    sessions = of_systems(conditions.session, len(plans))
    tasks = [partial(examine, plan, own) for plan, own in zip(plans, sessions, strict=True)]
    with unwatched():
        if _may_go_on_at_once(plans, conditions) and cores() > 1:
            return at_once(plans, tasks, transcript, watch if watch.shown else None)
        return [task(watch, transcript) for task in tasks]


def _may_go_on_at_once(plans: list[Plan], conditions: Conditions) -> bool:
    """Whether examinations may go on in processes of their own, and take so long that it pays.

    Several plans are the reference's. Given a time, one has what the others before it have left.
    """
    long = sum(len(plan.ready) for plan in plans) >= LONG
    return len(plans) > 1 and long and conditions.jobs == 1 and conditions.max_time is None


def _jobs_that_pay(plans: list[Plan]) -> int:
    """How many jobs each examination has: several pay where it is of the reference, long, and the only one.

    Its own claims allow them; under another name it may be claimed without, and then there is one.
    """
    first = plans[0].claims
    may = first.is_embedded and SEPARATE in first.capabilities
    return _OF_ONE_ROLE if may and len(plans) == 1 and len(plans[0].ready) >= LONG else 1
