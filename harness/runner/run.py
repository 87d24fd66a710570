"""Running a plan: every example that is to be run, on the system that its claims speak of."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic

from ordertck import __version__
from ordertck.harness.adapters.connect import connect
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Plan
from ordertck.harness.runner.connection import Connection, Open, Revise
from ordertck.harness.runner.job import Job, Terms
from ordertck.harness.runner.lines import Connecting, Lines
from ordertck.harness.runner.side_by_side import Jobs, Minutes
from ordertck.harness.runner.trouble import remarks_on
from ordertck.harness.runner.turns import Turn, require_jobs, turns
from ordertck.harness.sessions import fresh_session
from ordertck.harness.transcript import Transcript
from ordertck.harness.variation import UNVARIED, Variation
from ordertck.harness.verdicts import ExampleId, ExampleResult, Verdict

Progress = Callable[[ExampleResult, int, int], None]

# New objects after which the garbage collector looks at them; Python's own 700 are there after each step.
_OBJECTS_AT_ONCE = 10_000


def run(
    plan: Plan,
    session: str | None = None,
    progress: Progress = lambda *_: None,
    repeat: int = 1,
    max_time: float | None = None,
    transcript: Transcript | None = None,
    open_system: Open = connect,
    variation: Variation = UNVARIED,
    began: datetime | None = None,
    jobs: int = 1,
    broken_off: frozenset[str] = frozenset(),
) -> Examination:
    """Examine the systems that a plan speaks of.

    ``progress`` is called with each result, its number and how many there are. ``repeat`` runs each example so many
    times and takes the worst verdict. ``max_time`` in seconds ends the run early. ``open_system`` is how claims lead
    to a system. ``variation`` says in which order the examples run, and under which names. Where a run is replayed,
    ``began`` is the instant that real time is counted from, and ``broken_off`` are the scenarios that broke off. So
    many ``jobs`` examine at once, each in sessions of its own; results and transcript are in the same order as those of
    one. Raises ``UsageError`` where claims or adapter cannot be used at all; whatever happens otherwise becomes a
    verdict.
    """
    require_jobs(plan.claims, jobs)
    session = session or fresh_session()
    started = began or datetime.now(UTC)
    taken_down = Transcript() if transcript is None else transcript
    taken_down.begins_anew()
    order = turns(plan, variation, repeat)
    terms = Terms(
        session=session,
        open_system=open_system,
        variation=variation,
        began=started.replace(microsecond=0),
        deadline=None if max_time is None else monotonic() + max_time,
        broken_off=broken_off,
    )
    ran = _ran(order, terms, jobs, progress, taken_down)
    found = examination_of(plan, session, variation, started, ran.results(), ran.worked, taken_down, repeat, ran.jobs)
    return replace(found, remarks=(*found.remarks, *ran.remarks)) if ran.remarks else found


def examination_of(
    plan: Plan,
    session: str,
    variation: Variation,
    started: datetime,
    results: Mapping[ExampleId, ExampleResult],
    worked: list[Job],
    transcript: Transcript,
    repeat: int = 1,
    jobs: int = 1,
    cut_short: str = "",
) -> Examination:
    """What jobs found of a plan, with every example of it that was not to be run."""
    broken_off = tuple(broken for job in worked for broken in job.broken_off)
    remarks = (*(remark for job in worked for remark in job.remarks), *remarks_on(broken_off))
    return Examination(
        plan=plan,
        session=session,
        seed=variation.seed,
        repeat=repeat,
        jobs=jobs,
        kit=__version__,
        started=started,
        finished=datetime.now(UTC),
        examples=tuple(
            results.get(entry.example.id)
            or ExampleResult(entry.example.id, Verdict.INAPPLICABLE, entry.example.location, entry.clause)
            for entry in plan.entries
        ),
        transcript=transcript,
        strays=_total(worked, lambda connection: connection.strays),
        cut_texts=_total(worked, lambda connection: connection.cut_texts),
        kits_own=_total(worked, lambda connection: connection.kits_own) > 0,
        remarks=tuple(dict.fromkeys(remarks)),
        broken_off=broken_off,
        cut_short=cut_short or next((job.cut_short for job in worked if job.cut_short), ""),
        unstable=tuple(sorted(str(example) for job in worked for example in job.unstable)),
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


def _ran(order: list[Turn], terms: Terms, jobs: int, progress: Progress, transcript: Transcript) -> "_Ran":
    """Every turn taken: by many sessions on a line each job, where the system lets them speak together."""
    connecting = Connecting(terms.open_system)
    if lines := connecting.lines(order, terms.session, jobs):
        ran = _Ran(progress, order, replace(terms, open_system=lines.open, lone=lines.lone))
        ran.side_by_side(lines.count, transcript, lines)
        ran.remarks += lines.problems
        return ran
    ran = _Ran(progress, order, replace(terms, open_system=connecting))
    if jobs == 1:
        ran.one_by_one(transcript)
    else:
        ran.side_by_side(jobs, transcript)
    return ran


class _Ran:
    """Collects a result for each example; what was passed may be revised until the end.

    ``worked`` are the ``jobs`` that did it, ``remarks`` what went wrong outside them.
    """

    def __init__(self, progress: Progress, order: list[Turn], terms: Terms) -> None:
        self._progress, self._order = progress, order
        self._terms = replace(terms, revised=self._revised)
        self._results: dict[ExampleId, ExampleResult] = {}
        self._revisions: dict[ExampleId, Revise] = {}
        self._done = 0
        self.jobs = 1
        self.worked: list[Job] = []
        self.remarks: list[str] = []

    def one_by_one(self, transcript: Transcript) -> None:
        """Run the examples, listen once more, close."""
        job = Job(self._terms, transcript)
        self.worked = [job]
        try:
            for turn in self._order:
                result = job.examine(turn)
                self._take(result)
                self._tell(result)
        except BaseException:
            job.close()
            raise
        job.finish()

    def side_by_side(self, count: int, transcript: Transcript, lines: Lines | None = None) -> None:
        """The same by so many jobs, each with a way of its own to the system, or all of them on a few lines."""
        jobs = Jobs(count, self._terms, transcript, Minutes(transcript, self._take, self._tell), lines)
        self.jobs, self.worked = count, jobs.all
        jobs.run(self._order)

    def results(self) -> dict[ExampleId, ExampleResult]:
        """The results, as late messages have left them."""
        for example, revise in self._revisions.items():
            if self._results[example].verdict is Verdict.PASSED:
                self._results[example] = revise(self._results[example])
        return self._results

    def _revised(self, example: ExampleId, revise: Revise) -> None:
        """Something that was passed turns out not to be."""
        self._revisions.setdefault(example, revise)

    def _take(self, result: ExampleResult) -> None:
        self._results[result.id] = result

    def _tell(self, result: ExampleResult) -> None:
        self._done += 1
        self._progress(result, self._done, len(self._order))


def _total(jobs: list[Job], count: Callable[[Connection], int]) -> int:
    return sum(job.total(count) for job in jobs)
