"""Running a plan: every example that is to be run, on the system that its claims speak of."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic

from ordertck import __version__
from ordertck.harness.adapters.connect import connect
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Plan
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.course import Course
from ordertck.harness.runner.job import Progress, Tally
from ordertck.harness.runner.lines import Connecting
from ordertck.harness.runner.terms import Open, Terms
from ordertck.harness.runner.trouble import remarks_on
from ordertck.harness.runner.turns import require_jobs, turns
from ordertck.harness.transcript import Transcript
from ordertck.harness.verdicts import ExampleId, ExampleResult, Verdict

# New objects after which the garbage collector looks at them; Python's own 700 are there after each step.
_OBJECTS_AT_ONCE = 10_000


def run(
    plan: Plan,
    conditions: Conditions | None = None,
    *,
    progress: Progress = lambda *_: None,
    transcript: Transcript | None = None,
    open_system: Open = connect,
) -> Examination:
    """Examine the systems that a plan speaks of, under these conditions.

    ``progress`` is called with each result, its number and how many there are. ``open_system`` is how claims lead to a
    system. Results and transcript are in the same order however many jobs there are. Raises ``UsageError`` where claims
    or adapter cannot be used at all; whatever happens otherwise becomes a verdict.
    """
    conditions = conditions or Conditions()
    require_jobs(plan.claims, conditions.jobs)
    taken_down = Transcript() if transcript is None else transcript
    taken_down.begins_anew()
    ran = _ran(plan, conditions, open_system, progress, taken_down)
    found = examination_of(plan, replace(conditions, jobs=ran.jobs), ran.results(), ran.tallies, taken_down)
    return replace(found, remarks=(*found.remarks, *ran.remarks)) if ran.remarks else found


def examination_of(
    plan: Plan,
    conditions: Conditions,
    results: Mapping[ExampleId, ExampleResult],
    worked: Sequence[Tally],
    transcript: Transcript,
    cut_short: str = "",
) -> Examination:
    """What jobs found of a plan, with every example of it that was not to be run."""
    broken_off = tuple(broken for job in worked for broken in job.broken_off)
    remarks = (*(remark for job in worked for remark in job.remarks), *remarks_on(broken_off))
    return Examination(
        plan=plan,
        session=conditions.session,
        seed=conditions.variation.seed,
        repeat=conditions.repeat,
        jobs=conditions.jobs,
        kit=__version__,
        started=conditions.began,
        finished=datetime.now(UTC),
        examples=tuple(
            results.get(entry.example.id)
            or ExampleResult(entry.example.id, Verdict.INAPPLICABLE, entry.example.location, entry.clause)
            for entry in plan.entries
        ),
        transcript=transcript,
        strays=sum(job.strays for job in worked),
        cut_texts=sum(job.cut_texts for job in worked),
        kits_own=any(job.kits_own for job in worked),
        remarks=tuple(dict.fromkeys(remarks)),
        broken_off=broken_off,
        cut_short=cut_short or next((job.cut_short for job in worked if job.cut_short), ""),
        unstable=tuple(sorted(example for job in worked for example in job.unstable)),
    )


@contextmanager
def unwatched() -> Iterator[None]:
    """What was read so far stays: the garbage collector need not look at it again for every example.

    An example leaves some thousand objects that refer to each other, so it is enough to look after every few examples.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS_AT_ONCE, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _ran(plan: Plan, conditions: Conditions, open_system: Open, progress: Progress, transcript: Transcript) -> Course:
    """Every turn taken: each job is a process where the system is made anew in each of them.

    It is many sessions on a line where the system lets them speak together, and a thread otherwise.
    """
    order, jobs = turns(plan, conditions.variation, conditions.repeat), conditions.jobs
    terms = Terms(
        session=conditions.session,
        open_system=open_system,
        variation=conditions.variation,
        began=conditions.began.replace(microsecond=0),
        deadline=None if conditions.max_time is None else monotonic() + conditions.max_time,
        broken_off=conditions.broken_off,
    )
    course = Course(progress, order, terms)
    if jobs > 1 and course.can_be_divided(transcript):
        course.divided(jobs, transcript)
        return course
    connecting = Connecting(open_system)
    if lines := connecting.lines(order, terms.session, jobs):
        course = Course(progress, order, replace(terms, open_system=lines.open, lone=lines.lone))
        course.side_by_side(lines.count, transcript, lines)
        course.remarks += lines.problems
        return course
    course = Course(progress, order, replace(terms, open_system=connecting))
    if jobs == 1:
        course.one_by_one(transcript)
    else:
        course.side_by_side(jobs, transcript)
    return course
