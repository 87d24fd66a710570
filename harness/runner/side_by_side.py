"""Examples side by side: several jobs at once, and one account of them as if there had been but one."""

from collections.abc import Callable, Sequence
from queue import SimpleQueue
from threading import Event, Lock, Thread
from time import monotonic

from ordertck.harness.runner.draft import Draft
from ordertck.harness.runner.job import Job
from ordertck.harness.runner.lines import Lines
from ordertck.harness.runner.shares import shares
from ordertck.harness.runner.terms import Terms
from ordertck.harness.runner.turns import Turn
from ordertck.harness.transcript import Entry, Transcript
from ordertck.harness.verdicts import ExampleResult

# Seconds that all jobs together have to close what is open, once they are told to stop. What waits longer is left:
# the processes that it waits for are ended with this one.
_PARTING = 6.0

Take = Callable[[ExampleResult], None]


class Minutes:
    """Takes results with what was said, and enters them into the transcript in the order of their places.

    ``take`` is called with each result in that order, its record numbers those of the transcript; ``done`` with each
    as it comes.
    """

    def __init__(self, transcript: Transcript, take: Take, done: Take) -> None:
        self._transcript, self._take, self._done = transcript, take, done
        self._lock = Lock()
        self._early: dict[int, tuple[ExampleResult, list[Entry]]] = {}
        self._next = 1

    def hand_in(self, turn: Turn, result: ExampleResult, entries: list[Entry]) -> None:
        """One example has come to its end."""
        with self._lock:
            self._early[turn.place] = result, entries
            self._done(result)
            while self._next in self._early:
                self._enter(*self._early.pop(self._next))
                self._next += 1

    def _enter(self, result: ExampleResult, entries: list[Entry]) -> None:
        before = len(self._transcript)
        for entry in entries:
            self._transcript.enter(entry)
        self._take(result.moved(before))


class Jobs:
    """So many jobs, each a thread of its own for as long as examples may run side by side; then the first goes on.

    Where their sessions share ``lines``, nobody waits for a job that has nothing to do.
    """

    def __init__(
        self, count: int, terms: Terms, transcript: Transcript, minutes: Minutes, lines: Lines | None = None
    ) -> None:
        self._stop = Event()
        self._drafts = [Draft(transcript, number, self._stop) for number in range(1, count + 1)]
        self.all = [Job(terms, draft, number) for number, draft in enumerate(self._drafts, 1)]
        self._transcript, self._minutes, self._lines = transcript, minutes, lines

    def run(self, turns: Sequence[Turn]) -> None:
        """Examine everything, listen once more, close. Raises what ends a job, once the others have ended too."""
        ended: SimpleQueue[BaseException | None] = SimpleQueue()
        together = [turn for turn in turns if not turn.apart]
        apart = [turn for turn in turns if turn.apart]
        threads = [
            Thread(target=self._work, args=(number, share, bool(apart), ended), daemon=True)
            for number, share in enumerate(shares(together, len(self.all)))
        ]
        try:
            for number in range(len(threads)):
                self._enter(number)
            for thread in threads:
                thread.start()
            for _ in threads:
                if (problem := ended.get()) is not None:
                    raise problem
            self._go_on(apart)
        except BaseException:
            self._break_off(threads)
            raise
        finally:
            if self._lines is not None:
                self._lines.close()
        for draft in self._drafts:
            for entry in draft.taken():
                self._transcript.enter(entry)

    def _break_off(self, threads: Sequence[Thread]) -> None:
        """Let each thread end, and close the first job, which its own thread leaves open for what comes apart."""
        self._stop.set()
        if self._lines is not None:
            self._lines.stop()
        end = monotonic() + _PARTING
        for thread in threads:
            thread.join(max(0.0, end - monotonic()))
        if not threads[0].is_alive():
            self.all[0].close()

    def _work(self, number: int, share: list[Turn], more: bool, ended: "SimpleQueue[BaseException | None]") -> None:
        problem: BaseException | None = None
        try:
            self._examine(number, share)
            if number or not more:
                self.all[number].finish()
        except BaseException as reason:
            problem = reason
            self.all[number].close()
        finally:
            self._leave(number)
            ended.put(problem)

    def _go_on(self, apart: list[Turn]) -> None:
        if apart:
            self._enter(0)
            self._examine(0, apart)
            self.all[0].finish()

    def _enter(self, number: int) -> None:
        if self._lines is not None:
            self._lines.enter(number)

    def _leave(self, number: int) -> None:
        if self._lines is not None:
            self._lines.leave(number)

    def _examine(self, number: int, share: list[Turn]) -> None:
        for turn in share:
            result = self.all[number].examine(turn)
            self._minutes.hand_in(turn, result, self._drafts[number].taken())
