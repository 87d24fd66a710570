"""Running a plan: every example that is to be run, on the system that its claims speak of."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from time import monotonic

from ordertck import __version__
from ordertck.harness.adapters.connect import connect
from ordertck.harness.claims import Claims
from ordertck.harness.edition.features import Example
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Plan
from ordertck.harness.runner.connection import Connection, Open, Revise
from ordertck.harness.sessions import fresh_session
from ordertck.harness.transcript import Transcript
from ordertck.harness.variation import UNVARIED, Variation
from ordertck.harness.verdicts import ExampleId, ExampleResult, Verdict, worst

Progress = Callable[[ExampleResult, int, int], None]

# New objects after which the garbage collector looks at them; Python's own 700 are there after each step.
_OBJECTS_AT_ONCE = 10_000
_CUT_SHORT = "the run took longer than it was given"


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
) -> Examination:
    """Examine the systems that a plan speaks of.

    ``progress`` is called with each result, its number and how many there are. ``repeat`` runs each example so many
    times and takes the worst verdict. ``max_time`` in seconds ends the run early. ``open_system`` is how claims lead
    to a system. ``variation`` says in which order the examples run, and under which names. ``began`` is the instant
    that real time is counted from, where a run is replayed. Raises ``UsageError`` where claims or adapter cannot be
    used at all; whatever happens otherwise becomes a verdict.
    """
    session = session or fresh_session()
    started = began or datetime.now(UTC)
    taken_down = Transcript() if transcript is None else transcript
    runner = _Runner(session, taken_down, open_system, max_time, variation, started)
    ran = runner.run(plan, progress, repeat)
    results = tuple(
        ran.get(entry.example.id)
        or ExampleResult(entry.example.id, Verdict.INAPPLICABLE, entry.example.location, entry.clause)
        for entry in plan.entries
    )
    return Examination(
        plan=plan,
        session=session,
        seed=variation.seed,
        repeat=repeat,
        kit=__version__,
        started=started,
        finished=datetime.now(UTC),
        examples=results,
        transcript=runner.transcript,
        strays=runner.strays,
        cut_texts=runner.cut_texts,
        remarks=tuple(runner.remarks),
        cut_short=runner.cut_short,
        unstable=tuple(sorted(map(str, runner.unstable))),
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


class _Runner:
    """Collects a result for each example; what was passed may be revised until the end.

    There is one connection for each set of claims, whose session ids begin alike and differ in their ends.
    """

    def __init__(
        self,
        session: str,
        transcript: Transcript,
        open_system: Open,
        max_time: float | None,
        variation: Variation,
        started: datetime,
    ) -> None:
        self.transcript = transcript
        self.results: dict[ExampleId, ExampleResult] = {}
        self.unstable: set[ExampleId] = set()
        self.cut_short = ""
        self._session, self._open = session, open_system
        self._variation, self._began = variation, started.replace(microsecond=0)
        self._end = None if max_time is None else monotonic() + max_time
        self._connections: dict[int, Connection] = {}
        self._revisions: dict[ExampleId, Revise] = {}

    @property
    def strays(self) -> int:
        """How many messages were about nothing that the kit knew."""
        return sum(connection.strays for connection in self._connections.values())

    @property
    def cut_texts(self) -> int:
        """How many texts of the system were too long to be kept whole."""
        return sum(connection.cut_texts for connection in self._connections.values())

    @property
    def remarks(self) -> list[str]:
        """What went wrong outside all examples."""
        return [remark for connection in self._connections.values() for remark in connection.remarks]

    def run(self, plan: Plan, progress: Progress, repeat: int) -> dict[ExampleId, ExampleResult]:
        """Run the examples, listen once more, close; the results."""
        try:
            for number, (example, claims) in enumerate(self._variation.shuffled(plan.ready, by=_name), 1):
                result = self._unrun(example) if self._is_late() else self._examined(example, claims, repeat)
                self.results[example.id] = result
                progress(result, number, len(plan.ready))
        except BaseException:
            for connection in self._connections.values():
                connection.close()
            raise
        for connection in self._connections.values():
            connection.finish()
        for example_id, revise in self._revisions.items():
            if self.results[example_id].verdict is Verdict.PASSED:
                self.results[example_id] = revise(self.results[example_id])
        return self.results

    def _is_late(self) -> bool:
        if self._end is not None and monotonic() > self._end:
            self.cut_short = _CUT_SHORT
        return bool(self.cut_short)

    def _examined(self, example: Example, claims: Claims, repeat: int) -> ExampleResult:
        connection = self._connection(claims)
        if repeat == 1:
            return connection.run(example)
        results = [connection.run(example) for _ in range(repeat)]
        if len({result.verdict for result in results}) > 1:
            self.unstable.add(example.id)
        verdict = worst(result.verdict for result in results)
        return next(result for result in results if result.verdict is verdict)

    def _connection(self, claims: Claims) -> Connection:
        known = self._connections.get(id(claims))
        if known is None:
            session = self._session + (f"F{len(self._connections)}" if self._connections else "")
            known = Connection(
                claims, session, self._revised, self.transcript, self._open, self._variation, self._began
            )
            self._connections[id(claims)] = known
        return known

    def _unrun(self, example: Example) -> ExampleResult:
        return ExampleResult(example.id, Verdict.ERROR, example.location, f"not run: {self.cut_short}")

    def _revised(self, example: ExampleId, revise: Revise) -> None:
        self._revisions.setdefault(example, revise)


def _name(ready: tuple[Example, Claims]) -> str:
    return str(ready[0].id)
