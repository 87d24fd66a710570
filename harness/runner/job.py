"""A job: examines its share of the examples, one after the other, in sessions of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from ordertck.harness.runner.connection import Connection, Lone, Open, Revised
from ordertck.harness.runner.turns import Turn, session_of
from ordertck.harness.transcript import Transcript
from ordertck.harness.variation import Variation
from ordertck.harness.verdicts import BrokenOff, ExampleId, ExampleResult, Verdict, worst

CUT_SHORT = "the run took longer than it was given"


@dataclass(frozen=True, slots=True)
class Terms:
    """What all jobs of a run have in common.

    ``session`` is what every id begins with, ``began`` the instant that real time is counted from, ``deadline`` in the
    time of ``monotonic`` when the run is to end, ``revised`` is told of what turns out not to have passed. ``lone`` is
    how sessions that share a line are held by themselves. ``broken_off`` are the scenarios that are known to break off.
    """

    session: str
    open_system: Open
    variation: Variation
    began: datetime
    deadline: float | None
    revised: Revised = lambda *_: None
    lone: Lone | None = None
    broken_off: frozenset[str] = frozenset()


class Job:
    """Examines what it is given; there is one connection for each set of claims.

    ``number`` is counted from 1 where there are several jobs, 0 otherwise: then session ids end in it. ``cut_short``
    says that there was no time for every example, ``unstable`` which examples had several verdicts.
    """

    def __init__(self, terms: Terms, transcript: Transcript, number: int = 0) -> None:
        self.cut_short = ""
        self.unstable: set[ExampleId] = set()
        self._terms, self._transcript = terms, transcript
        self._session = f"{terms.session}J{number}" if number else terms.session
        self._connections: dict[int, Connection] = {}

    def examine(self, turn: Turn) -> ExampleResult:
        """The verdict on one example; of several tries the worst."""
        if self._is_late():
            reason = f"not run: {self.cut_short}"
            return ExampleResult(turn.example.id, Verdict.ERROR, turn.example.location, reason)
        connection = self._connection(turn)
        results = [connection.run(turn.example, number) for number in turn.numbers]
        if len({result.verdict for result in results}) > 1:
            self.unstable.add(turn.example.id)
        verdict = worst(result.verdict for result in results)
        return next(result for result in results if result.verdict is verdict)

    def finish(self) -> None:
        """Listen once more for what comes late, then close."""
        for connection in self._connections.values():
            connection.finish()

    def close(self) -> None:
        """Close without listening any more."""
        for connection in self._connections.values():
            connection.close()

    def total(self, count: Callable[[Connection], int]) -> int:
        """The sum of something over all connections."""
        return sum(map(count, self._connections.values()))

    @property
    def remarks(self) -> list[str]:
        """What went wrong outside all examples."""
        return [remark for connection in self._connections.values() for remark in connection.remarks]

    @property
    def broken_off(self) -> list[BrokenOff]:
        """The examples that were examined once more."""
        return [broken for connection in self._connections.values() for broken in connection.broken_off]

    def _is_late(self) -> bool:
        if self._terms.deadline is not None and monotonic() > self._terms.deadline:
            self.cut_short = CUT_SHORT
        return bool(self.cut_short)

    def _connection(self, turn: Turn) -> Connection:
        if turn.setting not in self._connections:
            terms, session = self._terms, session_of(self._session, turn)
            self._connections[turn.setting] = Connection(
                turn.claims,
                session,
                terms.revised,
                self._transcript,
                terms.open_system,
                terms.variation,
                terms.began,
                terms.lone,
                terms.broken_off,
            )
        return self._connections[turn.setting]
