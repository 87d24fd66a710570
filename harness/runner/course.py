"""The course of a run: its turns taken by one job or by several, and what comes of each example in the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from ordertck.harness.adapters.connect import connect
from ordertck.harness.runner.job import Job, Progress, Tally
from ordertck.harness.runner.lines import Lines
from ordertck.harness.runner.processes import Hear, cores, told_by
from ordertck.harness.runner.shares import shares
from ordertck.harness.runner.side_by_side import Jobs, Minutes
from ordertck.harness.runner.terms import Revise, Terms
from ordertck.harness.runner.turns import Turn
from ordertck.harness.transcript import Transcript
from ordertck.harness.verdicts import ExampleId, ExampleResult, Verdict

# So many turns take longer than the processes that share them.
LONG = 200


class Course:
    """Collects a result for each example; what was passed may be revised until the end.

    ``jobs`` did it, each with a tally of ``tallies``; ``remarks`` are what went wrong outside them.
    """

    def __init__(self, progress: Progress, order: Sequence[Turn], terms: Terms) -> None:
        self._progress, self._order = progress, order
        self._terms = replace(terms, revised=self._revised)
        self._results: dict[ExampleId, ExampleResult] = {}
        self._revisions: dict[ExampleId, Revise] = {}
        self._done = 0
        self.jobs = 1
        self.tallies: list[Tally] = []
        self.remarks: list[str] = []

    def one_by_one(self, transcript: Transcript, number: int = 0) -> None:
        """Run the examples, as job ``number`` where there are several; listen once more, close."""
        job = Job(self._terms, transcript, number)
        try:
            for turn in self._order:
                result = job.examine(turn)
                self._take(result)
                self._tell(result)
        except BaseException:
            job.close()
            raise
        job.finish()
        self.tallies = [job.tally()]

    def side_by_side(self, count: int, transcript: Transcript, lines: Lines | None = None) -> None:
        """The same by so many jobs, each with a way of its own to the system, or all of them on a few lines."""
        jobs = Jobs(count, self._terms, transcript, Minutes(transcript, self._take, self._tell), lines)
        jobs.run(self._order)
        self.jobs, self.tallies = count, [job.tally() for job in jobs.all]

    def can_be_divided(self, transcript: Transcript) -> bool:
        """Whether processes can have jobs: for a system that each of them makes anew, and where it pays.

        What is struck out of a transcript is numbered for the whole of it.
        """
        embedded = self._terms.open_system is connect and all(turn.claims.is_embedded for turn in self._order)
        return embedded and not transcript.redaction and len(self._order) >= LONG and cores() > 1

    def divided(self, count: int, transcript: Transcript) -> None:
        """The same by so many jobs, each in a process of its own: results and transcript are those of ``side_by_side``.

        Where nothing is waited for, as with the reference, jobs in one process would share one core.
        """
        _ = self._order[0].claims.edition.steps  # is read once, and not by each process
        divided = shares(self._order, count)
        tasks = [partial(_share_of, job, share, self._terms, transcript) for job, share in enumerate(divided, 1)]
        done = told_by(tasks, self._tell)
        self.jobs, self.tallies = count, [share.tally for share in done]
        pieces, before = [], len(transcript)
        owners = {turn.place: job for job, share in enumerate(divided, 1) for turn in share}
        for job in (owners[turn.place] for turn in self._order):
            begun, ended, result = done[job - 1].next()
            pieces.append((job, ended - begun))
            self._take(result.moved(before - begun))
            before += ended - begun
        pieces += [(job, share.left) for job, share in enumerate(done, 1)]
        transcript.take_over(pieces, next((share.lost for share in done if share.lost), ""))

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


@dataclass
class _Share:
    """What one process has done: its results in order, and after how many records of its own each of them ended."""

    results: list[ExampleResult]
    ends: list[int]
    records: int
    lost: str
    tally: Tally
    _read: int = 0

    def next(self) -> tuple[int, int, ExampleResult]:
        """The next result, and how many records there were before it and after it."""
        number, self._read = self._read, self._read + 1
        return self.ends[number - 1] if number else 0, self.ends[number], self.results[number]

    @property
    def left(self) -> int:
        """How many records came after the last result."""
        return self.records - (self.ends[-1] if self.ends else 0)


def _share_of(job: int, share: Sequence[Turn], terms: Terms, whole: Transcript, tell: Hear) -> _Share:
    transcript, ends = whole.part(job, job), []

    def note(result: ExampleResult, *_: int) -> None:
        ends.append(len(transcript))
        tell(result)

    course = Course(note, share, terms)
    course.one_by_one(transcript, job)
    transcript.close()
    results = course.results()
    (tally,) = course.tallies
    return _Share([results[turn.example.id] for turn in share], ends, len(transcript), transcript.lost, tally)
