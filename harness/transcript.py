"""The transcript: every message that crossed an edge, in order, numbered, one JSON object a line."""

import json
from array import array
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import IO, Any

import orjson
from msgspec import Struct

from ordertck.harness.messages import Message
from ordertck.harness.redaction import Redaction
from ordertck.harness.text import json_escaped

# The place in the file is kept of every so many-th record; those between are found by reading on.
_APART = 64
_BUFFER = 1 << 18
# The fields of an envelope that hold whatever a system likes.
_TEXTS = ("id", "kind", "about", "re")
_LOST = "the transcript is not whole: "
# Bytes that a file may have. The reference, examined whole, comes to some 7 MB.
MOST = 256 * 1024 * 1024


class Entry(Struct, frozen=True):
    """One message as it is taken down: ``way`` is told or heard, ``at`` seconds since the transcript was begun.

    ``silences`` is how often the kit listened in vain before it heard the message, ``rested`` that the system had
    nothing more to say before it, to what was taken down before, ``clock`` the instant to which its clock was set,
    ``job`` which of several examined the ``scenario``, counted from 1, and 0 where there is but one.
    """

    way: str
    scenario: str
    message: Message
    at: float
    silences: int
    rested: bool = False
    clock: str = ""
    job: int = 0


class Transcript:
    """Counts messages and, where it has a file, writes each down at once, without what ``redaction`` strikes out.

    Memory does not grow with the number of messages. ``at`` is seconds since the transcript was begun; ``silences`` is
    how often the kit listened in vain before it heard a message. ``lost`` says why the file does not have all: it
    would have more than ``most`` bytes, or the disk takes no more. No verdict hangs on it.
    """

    def __init__(
        self, redaction: Redaction | None = None, file: Path | None = None, most: int = MOST, job: int = 0
    ) -> None:
        self.redaction = Redaction() if redaction is None else redaction
        self.lost = ""
        self._most, self._job = most, job
        self._count = self._silences = self._kept = 0
        self._rested = self._spoken = False
        self._began = monotonic()
        self._places = array("Q")
        self._size = 0
        self._path = file
        self._file: IO[bytes] | None = file.open("wb", buffering=_BUFFER) if file is not None else None

    def __len__(self) -> int:
        return self._count

    def add(self, way: str, scenario: str, message: Message, clock: str = "") -> None:
        """Take down one message; ``way`` is told (by the kit) or heard (from the system), ``clock`` as in ``Entry``."""
        silences, self._silences = self._silences, 0
        if self._file is None:  # nobody reads when it was
            self._count += 1
            self._take_rest()
            self.redaction.learn(message.body)
            return
        self.enter(Entry(way, scenario, message, self.age, silences, self._take_rest(), clock, self._job))

    def enter(self, entry: Entry) -> None:
        """Take down what was noted elsewhere."""
        self._count += 1
        if self._file is None or self.lost:
            self.redaction.learn(entry.message.body)
            return
        shape = entry.message.as_json()
        if self.redaction:
            shape["body"] = self.redaction.body(shape["body"])
            shape |= self.redaction.body({name: shape[name] for name in _TEXTS if name in shape})
        record = {"record": self._count, "scenario": entry.scenario, "way": entry.way, "at": entry.at, "message": shape}
        if entry.silences and entry.way == "heard":
            record["silences"] = entry.silences
        if entry.rested:
            record["rested"] = True
        if entry.clock:
            record["clock"] = entry.clock
        if entry.job:
            record["job"] = entry.job
        self._write(self._file, _line(record))

    @property
    def age(self) -> float:
        """Seconds since the transcript was begun, to the microsecond."""
        return round(monotonic() - self._began, 6)

    def silence(self) -> None:
        """The kit has listened in vain."""
        self._silences += 1

    def rested(self) -> None:
        """The system has been quiet for so long that nothing was under way; the next record says so."""
        self._rested = self._rested or self._spoken

    def begins_anew(self) -> None:
        """An examination begins: that nothing was under way when another one ended does not matter to it."""
        self._rested = self._spoken = False
        self._silences = 0

    @property
    def place(self) -> tuple[int, int]:
        """How far it has come: so many messages, so many bytes."""
        return self._count, self._size

    def back_to(self, place: tuple[int, int]) -> None:
        """Forget what was taken down since it was at that place: the same is examined once more."""
        if self.lost:
            return
        self._count, self._size = place
        self._kept = min(self._kept, self._count)
        del self._places[(self._count + _APART - 1) // _APART :]
        if self._file is not None:
            self._file.seek(self._size)
            self._file.truncate()
        self.begins_anew()

    def begins(self) -> None:
        """An example begins: what was told in an earlier one, and not heard out, is not at rest by that."""
        self._spoken = False

    def _take_rest(self) -> bool:
        """A message is taken down: whether the system had come to rest before it."""
        rested, self._rested, self._spoken = self._rested, False, True
        return rested

    def records(self, first: int = 1, last: int | None = None) -> Iterator[dict[str, Any]]:
        """The records of these numbers, as JSON objects; nothing where the transcript has no file."""
        last = self._kept if last is None else min(last, self._kept)
        if self._path is None or first > last:
            return
        if self._file is not None:
            with suppress(OSError):
                self._file.flush()
        with self._path.open("rb") as lines:
            block = (first - 1) // _APART
            lines.seek(self._places[block])
            for number, line in enumerate(lines, block * _APART + 1):
                if number > last:
                    return
                if number >= first and line.endswith(b"\n"):
                    yield orjson.loads(line)

    def part(self, number: int, job: int = 0) -> "Transcript":
        """A transcript for another process to write, which does this ``job``.

        Its records are counted from 1, its time is that of this one.
        """
        part = Transcript(self.redaction, self._part(number), self._most, job)
        part._began = self._began
        return part

    def take_over(self, pieces: Iterable[tuple[int, int]], lost: str = "") -> None:
        """Go on with so many records of one part, so many of another, under the numbers that follow.

        A piece is the number of its part and how many records are next; ``lost`` says why some are not there.
        """
        with ExitStack() as opened:
            parts: dict[int, IO[bytes]] = {}
            for number, records in pieces:
                if number not in parts and (path := self._part(number)):
                    parts[number] = opened.enter_context(path.open("rb"))
                    opened.callback(path.unlink)
                goal = self._count + records
                while self._file is not None and not self.lost and self._count < goal:
                    most = min(goal - self._count, _APART - self._count % _APART)
                    if some := list(islice(parts[number], most)):
                        self._go_on(self._file, some)
                    else:
                        self.lose(lost)
                self._count = goal
        if lost:
            self.lose(lost)

    def close(self) -> None:
        """Write out what is left; nothing is taken down from then on."""
        file, self._file = self._file, None
        if file is not None:
            try:
                file.close()
            except OSError as problem:
                self.lose(str(problem.strerror))

    def moved_to(self, file: Path) -> None:
        """Tell the transcript that its file lies elsewhere now."""
        self._path = file

    def _part(self, number: int) -> Path | None:
        return self._path and self._path.with_name(f"{self._path.name}.{number}")

    def _go_on(self, file: IO[bytes], lines: list[bytes]) -> None:
        """Write records of a part under the numbers that follow; all at once where there is room for them."""
        own = [b'{"record":%d' % n + line[line.index(b",") :] for n, line in enumerate(lines, self._count + 1)]
        whole = b"".join(own)
        for piece in [whole] if self._size + len(whole) <= self._most else own:
            if not self.lost:
                records = len(own) if piece is whole else 1
                self._count += records
                self._write(file, piece, records)

    def _write(self, file: IO[bytes], piece: bytes, records: int = 1) -> None:
        """Write the so many records that were counted last, no more than one of which has its place kept: the first."""
        if self._size + len(piece) > self._most:
            self.lose(f"it ends with record {self._kept:,}, where it has {self._size:,} bytes")
            return
        if (self._count - records) % _APART == 0:
            self._places.append(self._size)
        try:
            self._size += file.write(piece)
            self._kept = self._count
        except OSError as problem:
            self.lose(str(problem.strerror))

    def lose(self, why: str) -> None:
        """Note why the file does not have all; what was noted first stands."""
        self.lost = self.lost or (why if why.startswith(_LOST) else f"{_LOST}{why}")


def _line(record: dict[str, Any]) -> bytes:
    """A record as a line of the file; what JSON cannot hold is said to be so in its place."""
    try:
        return json_escaped(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    except orjson.JSONEncodeError:
        pass
    try:
        return json.dumps(record).encode() + b"\n"
    except (RecursionError, TypeError, ValueError) as problem:
        body = {"unwritable": f"{type(problem).__name__}: {problem}"}
        return orjson.dumps(
            {**record, "message": {**record["message"], "body": body}}, option=orjson.OPT_APPEND_NEWLINE
        )
