"""A job: examines its share of the examples, one after the other, in sessions of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from ordertck.harness.runner.connection import Connection
from ordertck.harness.runner.terms import Terms
from ordertck.harness.runner.turns import Turn, session_of
from ordertck.harness.sessions import of_job
from ordertck.harness.transcript import Transcript
from ordertck.harness.verdicts import BrokenOff, ExampleId, ExampleResult, Verdict, worst

CUT_SHORT = "the run took longer than it was given"


# Is called with each result, its number, and how many there are.
Progress = Callable[[ExampleResult, int, int], None]


@dataclass(frozen=True, slots=True)
class Tally:
    """What there is to tell of a job beside its results.

    ``strays`` and ``cut_texts`` are counts, see ``Connection``; ``remarks`` are what went wrong outside all examples,
    ``broken_off`` the examples that were examined once more, ``unstable`` those that had several verdicts.
    ``cut_short`` says that there was no time for every example.
    """

    strays: int
    cut_texts: int
    kits_own: bool
    remarks: tuple[str, ...]
    broken_off: tuple[BrokenOff, ...]
    unstable: tuple[str, ...]
    cut_short: str


class Job:
    """Examines what it is given; there is one connection for each set of claims.

    ``number`` is counted from 1 where there are several jobs: then session ids end in it; 0 otherwise.
    """

    def __init__(self, terms: Terms, transcript: Transcript, number: int = 0) -> None:
        self._cut_short = ""
        self._unstable: set[ExampleId] = set()
        self._terms, self._transcript = terms, transcript
        self._session = of_job(terms.session, number)
        self._connections: dict[int, Connection] = {}

    def examine(self, turn: Turn) -> ExampleResult:
        """The verdict on one example; of several tries the worst."""
        if self._is_late():
            reason = f"not run: {self._cut_short}"
            return ExampleResult(turn.example.id, Verdict.ERROR, turn.example.location, reason)
        connection = self._connection(turn)
        results = [connection.run(turn.example, number) for number in turn.numbers]
        if len({result.verdict for result in results}) > 1:
            self._unstable.add(turn.example.id)
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

    def tally(self) -> Tally:
        """What there is to tell so far, over all connections."""
        connections = self._connections.values()
        return Tally(
            strays=sum(connection.strays for connection in connections),
            cut_texts=sum(connection.cut_texts for connection in connections),
            kits_own=any(connection.kits_own for connection in connections),
            remarks=tuple(remark for connection in connections for remark in connection.remarks),
            broken_off=tuple(broken for connection in connections for broken in connection.broken_off),
            unstable=tuple(map(str, self._unstable)),
            cut_short=self._cut_short,
        )

    def _is_late(self) -> bool:
        if self._terms.deadline is not None and monotonic() > self._terms.deadline:
            self._cut_short = CUT_SHORT
        return bool(self._cut_short)

    def _connection(self, turn: Turn) -> Connection:
        if turn.setting not in self._connections:
            session = session_of(self._session, turn)
            self._connections[turn.setting] = Connection(turn.claims, session, self._transcript, self._terms)
        return self._connections[turn.setting]
