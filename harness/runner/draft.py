"""What one of several jobs takes down, until the transcript of the run has all that comes before it."""

from threading import Event

from ordertck.harness.errors import Stopped
from ordertck.harness.messages import Message
from ordertck.harness.transcript import Entry, Transcript


class Draft(Transcript):
    """The transcript of job ``job``, whose entries are handed over with each example's result.

    Its records are counted from the last time that they were taken. Whoever takes something down, or has heard
    nothing, is ended by ``Stopped`` once ``stop`` is set: so a job ends wherever it is, and closes what it has open.
    """

    def __init__(self, whole: Transcript, job: int, stop: Event) -> None:
        super().__init__(whole.redaction, job=job)
        self._whole, self._stop = whole, stop
        self._entries: list[Entry] = []

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, way: str, scenario: str, message: Message, clock: str = "") -> None:
        """Keep one message until it is taken."""
        self._end_if_stopped()
        self.redaction.learn(message.body)
        silences, self._silences = self._silences, 0
        rested = self._take_rest()
        self._entries.append(Entry(way, scenario, message, self._whole.age, silences, rested, clock, self._job))

    def silence(self) -> None:
        """The job has listened in vain."""
        self._end_if_stopped()
        super().silence()

    @property
    def place(self) -> tuple[int, int]:
        """How many entries were kept since they were taken last; a draft has no bytes."""
        return len(self._entries), 0

    def back_to(self, place: tuple[int, int]) -> None:
        """Forget what was kept since then."""
        del self._entries[place[0] :]
        self.begins_anew()

    def taken(self) -> list[Entry]:
        """All that was kept since this was asked last."""
        entries, self._entries = self._entries, []
        return entries

    def _end_if_stopped(self) -> None:
        if self._stop.is_set():
            raise Stopped
