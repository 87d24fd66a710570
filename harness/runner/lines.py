"""Many sessions over few lines: where what several sessions say may go in one request, each job has many sessions."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from threading import Lock, Semaphore

from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.dialogue import Dialogue
from ordertck.harness.adapters.greeting import hello
from ordertck.harness.adapters.shared_line import Seat, SharedLine
from ordertck.harness.adapters.wire import Wire
from ordertck.harness.claims import Claims
from ordertck.harness.errors import AdapterError
from ordertck.harness.redaction import Redaction
from ordertck.harness.runner.terms import Lone, Open
from ordertck.harness.runner.trouble import Trouble
from ordertck.harness.runner.turns import Turn, session_of
from ordertck.harness.sessions import SEPARATE, SHARED, job_numbers, job_of, of_job

# So many examples are under way at a time, over all lines: more would wait for the kit, and not for the system.
_MOST_AT_ONCE = 128
# So often is a line that broke opened anew.
_MOST_RENEWED = 3


class Lines:
    """A line for each job that was asked for, with seats for ``count`` sessions in all.

    An example whose exchange breaks off is examined once more by itself, so many at a time as there are lines. A line
    that broke is opened anew for the next examples, but not for ever: then each of them is examined by itself.
    """

    def __init__(
        self, wires: Sequence[Dialogue], count: int, claims: Claims, session: str, open_system: Open = connect
    ) -> None:
        self.count, self._session = count, session
        self._lines = [_Line(SharedLine(wire, claims.timing)) for wire in wires]
        self._hidden = Redaction((), claims.hidden)
        self._open = open_system
        self._few = Semaphore(len(wires))
        self.lone = Lone(self._open, self._by_itself, Trouble())

    def open(self, claims: Claims, session: str) -> Dialogue:
        """A session on the line of the job that its id names."""
        line = self._lines[self._job_in(session) % len(self._lines)]
        line.mend(partial(self._open, claims, session))
        return Dialogue(Seat(line.shared, session), claims.timing, hello(claims, session), hidden=self._hidden)

    def enter(self, job: int) -> None:
        """A job, counted from 0, begins to work."""
        self._line(job).enter()

    def leave(self, job: int) -> None:
        """A job has ended."""
        self._line(job).leave()

    def stop(self) -> None:
        """Have nobody wait any more."""
        for line in self._lines:
            line.shared.stop()

    def close(self) -> None:
        """Close every line."""
        for line in self._lines:
            line.shared.wire.close()

    @property
    def problems(self) -> list[str]:
        """What went wrong when the lines were closed."""
        return [line.shared.wire.parting for line in self._lines if line.shared.wire.parting]

    @contextmanager
    def _by_itself(self, session: str) -> Iterator[None]:
        line = self._line(self._job_in(session))
        line.leave()
        try:
            with self._few:
                yield
        finally:
            line.enter()

    def _job_in(self, session: str) -> int:
        """The job that a session id names, counted from 0."""
        return max(0, job_of(session, self._session) - 1)

    def _line(self, job: int) -> SharedLine:
        return self._lines[job % len(self._lines)].shared


class _Line:
    """A line, and how often it was opened anew."""

    def __init__(self, shared: SharedLine) -> None:
        self.shared = shared
        self._renewed, self._lock = 0, Lock()

    def mend(self, open_system: Callable[[], Wire]) -> None:
        """See that the line can be spoken on, if it is worth the trouble. Raises what ``open_system`` raises."""
        with self._lock:
            if self.shared.problem and not self.shared.stopped and self._renewed < _MOST_RENEWED:
                self._renewed += 1
                wire = open_system()
                assert isinstance(wire, Dialogue)
                self.shared.renew(wire)


class Connecting:
    """How claims lead to a system, by ``open_system``, where the way of one session may be open already."""

    def __init__(self, open_system: Open) -> None:
        self._open = open_system
        self._opened: dict[str, Wire | AdapterError] = {}

    def __call__(self, claims: Claims, session: str) -> Wire:
        """The way that is open for a session, once; every other one is opened."""
        there = self._opened.pop(session, None)
        if isinstance(there, AdapterError):
            raise there
        return there or self._open(claims, session)

    def lines(self, order: Sequence[Turn], session: str, jobs: int) -> Lines | None:
        """The lines of a run of so many jobs; None where its system takes only what one session says in one request."""
        together = sum(not turn.apart for turn in order)
        if self._open is not connect or not _may_share(order) or together <= jobs:
            return None
        claims = order[0].claims
        own = [of_job(session, job) for job in job_numbers(jobs)]
        earliest = session_of(own[0], order[0])
        try:
            first = self._opened[earliest] = self._open(claims, earliest)
        except AdapterError as problem:
            self._opened[earliest] = problem
            return None
        greeting = first.greeting
        count = min(_MOST_AT_ONCE, together, jobs * (greeting.together if greeting else 0))
        if not isinstance(first, Dialogue) or not greeting or not greeting.several or count <= jobs:
            return None
        del self._opened[earliest]
        wires = [first]
        try:
            for name in own[1:]:
                wire = self._open(claims, name)
                assert isinstance(wire, Dialogue)
                wires.append(wire)
        except BaseException:
            for wire in wires:
                wire.close()
            raise
        return Lines(wires, count, claims, session)


def _may_share(order: Sequence[Turn]) -> bool:
    """Whether several sessions may be open at once, with one end that answers them."""
    if not order:
        return False
    claims = order[0].claims
    at_once = SEPARATE in claims.capabilities or (SHARED in claims.capabilities and claims.capacity is None)
    # What a system hands over by a callback says which session it belongs to by its address: each needs its own.
    return at_once and not claims.http.asks_for("callbacks")
