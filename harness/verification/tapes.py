"""The tapes of a report: one for each job of its runs, all of one transcript."""

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import Claims
from ordertck.harness.reports.found import once_each
from ordertck.harness.runner.terms import Open
from ordertck.harness.sessions import job_numbers, job_of
from ordertck.harness.verification.replay import Replay, Tape


class Tapes:
    """Says a transcript again, to each of so many ``jobs`` what it heard; 0 where an examination had but one.

    The file is open as long as this is used as a context.
    """

    def __init__(self, file: Path, jobs: Iterable[int]) -> None:
        self._file, self._open = file, ExitStack()
        self._tapes = {number: Tape(self._records(number)) for number in _numbers(jobs)}

    def __enter__(self) -> "Tapes":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def opener(self, session: str) -> Open:
        """How the claims of an examination lead to the tape of the job that asks; ``session`` is the examination's."""

        def open_tape(_: Claims, own: str) -> Embedded:
            return Embedded(Replay(self._tapes[job_of(own, session)]))

        return open_tape

    @property
    def objection(self) -> str:
        """How the replay and the transcript differ; "" where they agree to the end."""
        for tape in self._tapes.values():
            if tape.differs:
                return f"the replay parts from the transcript {tape.differs}"
        for tape in self._tapes.values():
            if not tape.ended:
                return f"the replay ends before {tape.place}"
        return ""

    def _records(self, job: int) -> Iterator[dict[str, Any]]:
        lines = self._open.enter_context(self._file.open(encoding="utf-8"))
        for line in lines:
            record: dict[str, Any] = json.loads(line)
            if record.get("job", 0) == job:
                yield record


def _numbers(jobs: Iterable[int]) -> list[int]:
    """The numbers that records bear, where each examination had so many jobs."""
    return sorted({number for count in jobs for number in job_numbers(int(count))})


def out_of_turn(file: Path, jobs: Iterable[int]) -> list[str]:
    """The first line of a transcript that is no record, or not the one that is due; nothing where all are there.

    A record of a job that no examination had, by how many ``jobs`` each had, is one that nobody would replay.
    """
    known = frozenset(_numbers(jobs))
    with file.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line, object_pairs_hook=once_each)
            except (ValueError, RecursionError):
                return [f"line {number} of the transcript is not JSON: it was changed or cut"]
            if not _is_record(record):
                return [f"line {number} of the transcript is no record"]
            if record["record"] != number:
                return [f"record {number} of the transcript is missing, or stands elsewhere"]
            if record.get("job", 0) not in known:
                return [f"record {number} of the transcript is of a job that the run did not have"]
    return []


def _is_record(record: Any) -> bool:
    """Whether it has what a replay reads, each of its kind."""
    if not isinstance(record, dict) or not isinstance(record.get("message"), dict):
        return False
    counts = (record.get("record"), record.get("silences", 0), record.get("job", 0))
    return record.get("way") in ("told", "heard") and all(type(count) is int and count >= 0 for count in counts)
