"""The systems that one pytest session examines, and the report on them."""

from collections.abc import Collection
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from ordertck import data
from ordertck.harness.applicability import require_examinable
from ordertck.harness.claims import Claims, read_claims, reference_claims
from ordertck.harness.edition import Edition, load
from ordertck.harness.edition.features import Example
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Plan, Selection, plan_of, reference_plans
from ordertck.harness.reports.folder import Report, begun
from ordertck.harness.reports.found import beside
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.job import Job
from ordertck.harness.runner.run import examination_of
from ordertck.harness.runner.terms import Revise, Terms
from ordertck.harness.runner.turns import Turn, turns
from ordertck.harness.sessions import fresh_session, of_systems
from ordertck.harness.transcript import Transcript
from ordertck.harness.variation import Variation
from ordertck.harness.verdicts import ExampleId, ExampleResult, Verdict

REFERENCE = "reference"
_STOPPED = "pytest ended before it had run every example"


def claims_given(given: str | None, edition: Edition) -> Claims:
    """The claims that are meant: those of a file, or of the reference. Raises ``UsageError``."""
    if given is None or (given == REFERENCE and not Path(given).exists()):
        return reference_claims(edition)
    claims = read_claims(Path(given), edition)
    require_examinable(claims)
    return claims


@dataclass
class _Course:
    """A plan under way: its job, and what it has found by example, with the item that it was found for."""

    plan: Plan
    session: str
    job: Job | None = None
    started: datetime | None = None
    finished: datetime | None = None
    turns: dict[ExampleId, Turn] | None = None


class Systems:
    """Connected when first needed; one for each plan. ``late`` is what turned out not to have passed, by item.

    With a report the examples run in the order of the seed, one plan after the other, as ``ordertck run`` has them:
    only so can the report be verified. Without one they run as pytest has them.
    """

    def __init__(self, given: str | None, seed: int) -> None:
        self.seed, self.edition = seed, load()
        self.claims = claims_given(given, self.edition)
        self.roles = frozenset(self.edition.vocabulary.roles)
        self.late: list[tuple[str, str]] = []
        self.markers_known = False
        self.is_reference = self.claims.file == data("fixtures", "reference.toml")
        plans = reference_plans(self.claims) if self.is_reference else [plan_of(self.claims)]
        own = of_systems(fresh_session(), len(plans))
        self._courses = [_Course(plan, each) for plan, each in zip(plans, own, strict=True)]
        self._items: dict[ExampleId, tuple[str, ExampleResult]] = {}
        self._transcript: Transcript | None = None
        self._report: Report | None = None
        self._open = ExitStack()

    @property
    def whom(self) -> str:
        """Who is examined, in words: "Corner Shop 1.0 as oms"."""
        if self.is_reference:
            return "the embedded reference, in every role"
        return f"{self.claims.name} {self.claims.version} as {', '.join(self.claims.roles)}"

    @cached_property
    def examples(self) -> dict[str, list[Example]]:
        """The examples that the plans hold, by feature file, those of one scenario side by side."""
        by_file: dict[str, list[Example]] = {}
        for example in self.edition.examples:
            if any(example.id in course.plan for course in self._courses):
                by_file.setdefault(example.file, []).append(example)
        return by_file

    def begin_report(self, folder: Path, chosen: Collection[ExampleId]) -> dict[ExampleId, int]:
        """Begin the report on the examples that were chosen; the place of each in the order in which they have to run.

        Raises ``UsageError`` where the folder cannot hold a report.
        """
        whole = {entry.example.id for course in self._courses for entry in course.plan.entries}
        if whole - set(chosen):
            folder = beside(folder)
            for course in self._courses:
                course.plan = course.plan.only(Selection(ids=frozenset(map(str, chosen))))
        self._courses = [course for course in self._courses if course.plan.entries]
        self._report = self._open.enter_context(begun(folder))
        self._transcript = self._report.transcript(self.claims.redaction())
        places: dict[ExampleId, int] = {}
        for course in self._courses:
            places |= {turn.example.id: len(places) + n for n, turn in enumerate(self._turns(course).values())}
        return places

    def run(self, example: Example, nodeid: str) -> ExampleResult:
        """The verdict on an example."""
        course = next(course for course in self._courses if example.id in course.plan)
        entry = course.plan[example.id]
        if entry.claims is None:
            return ExampleResult(example.id, Verdict.INAPPLICABLE, example.location, entry.clause)
        turn = self._turns(course)[example.id]
        if self._report is None:  # as pytest has them: under the session's next number
            turn = replace(turn, numbers=(None,))
        result = self._job(course).examine(turn)
        self._items[example.id] = nodeid, result
        return result

    def _turns(self, course: _Course) -> dict[ExampleId, Turn]:
        if course.turns is None:
            course.turns = {turn.example.id: turn for turn in turns(course.plan, Variation(self.seed), 1)}
        return course.turns

    def _job(self, course: _Course) -> Job:
        if course.job is None:
            if self._report is not None:
                self._finish_all()
            course.started = datetime.now(UTC)
            kept = self._transcript  # which counts as false as long as it is empty
            transcript = Transcript(self.claims.redaction()) if kept is None else kept
            terms = Terms(
                session=course.session,
                variation=Variation(self.seed),
                began=course.started.replace(microsecond=0),
                revised=self._revised,
            )
            course.job = Job(terms, transcript)
        return course.job

    def _revised(self, example: ExampleId, revise: Revise) -> None:
        nodeid, result = self._items[example]
        if result.verdict is Verdict.PASSED:
            revised = revise(result)
            self._items[example] = nodeid, revised
            self.late.append((nodeid, told(revised)))

    def _finish_all(self) -> None:
        for course in self._courses:
            if course.job is not None and course.finished is None:
                course.job.finish()
                course.finished = datetime.now(UTC)

    def finish(self) -> None:
        """Listen a last time, and close what was connected."""
        self._finish_all()

    def write_report(self) -> tuple[list[Examination], list[Path], str]:
        """Write the report that was begun: the examinations, the files, and a remark. Nothing where none was."""
        if self._report is None:
            return [], [], ""
        with self._open:
            found = [self._examination(course) for course in self._courses]
            files = self._report.write(found)
            return found, files, self._report.remark

    def abandon_report(self) -> None:
        """Leave the report as it is: its folder says that its run did not end."""
        self._open.close()

    def _examination(self, course: _Course) -> Examination:
        results = {name: result for name, (_, result) in self._items.items() if name in course.plan}
        unrun = [entry.example for entry in course.plan.entries if entry.claims and entry.example.id not in results]
        for example in unrun:
            results[example.id] = ExampleResult(example.id, Verdict.ERROR, example.location, f"not run: {_STOPPED}")
        started = course.started or datetime.now(UTC)
        tallies = [course.job.tally()] if course.job else []
        conditions = Conditions(course.session, Variation(self.seed), began=started)
        kept = Transcript() if self._transcript is None else self._transcript
        return examination_of(course.plan, conditions, results, tallies, kept, cut_short=_STOPPED if unrun else "")


def told(result: ExampleResult) -> str:
    """What a person needs to know of a verdict that is not passed."""
    lines = [f"{result.id.rule} {result.verdict}: {result.reason}"]
    for what, text in (("at", result.step), ("expected", result.expected), ("seen", result.seen)):
        if text:
            lines.append(f"  {what:<9} {text}")
    if result.blame:
        lines.append(f"  blame     {result.blame}")
    return "\n".join([*lines, f"  features/{result.location}"])
