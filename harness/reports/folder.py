"""The report folder: begun before the run, so that nothing in it can be taken for what the run has not found yet."""

import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ordertck.harness.contents import begins
from ordertck.harness.errors import UsageError
from ordertck.harness.examination import Examination
from ordertck.harness.redaction import Redaction
from ordertck.harness.reports.certificate import certificates
from ordertck.harness.reports.found import RESULTS, require_no_file
from ordertck.harness.reports.junit import junit
from ordertck.harness.reports.results import in_pieces, results
from ordertck.harness.reports.workshop import workshop
from ordertck.harness.transcript import Transcript

JUNIT, TRANSCRIPT, INCOMPLETE = "junit.xml", "transcript.ndjson", "incomplete.txt"
# What is made of a report afterwards, and speaks of a run that is gone when a newer one is written.
PAGE, STRICT = "report.html", "junit-jenkins.xml"


@dataclass(frozen=True, slots=True)
class Format:
    """A file of a report: what writes it, given the examinations and what results.json holds, and how it begins.

    By its beginning (a regular expression) it is known as a report's, which a newer report may replace.
    """

    write: Callable[[list[Examination], dict[str, Any]], Iterable[bytes]]
    begins: bytes


_JUNIT = rb'<\?xml [^>]*>\s*<testsuites name="ordertck"'
# A new file of the report is a function and an entry here.
FORMATS = {
    RESULTS: Format(lambda _, found: in_pieces(found), rb'\{\s*"kit": \{\s*"name": "ordertck"'),
    JUNIT: Format(lambda given, found: (junit(found, given[0].edition.features_folder),), _JUNIT),
}
_SUPERSEDED = "superseded-"
# How all files begin that may be in a report's folder.
_BEGINNINGS = {
    **{name: format.begins for name, format in FORMATS.items()},
    STRICT: _JUNIT,
    PAGE: rb'<!doctype html>\s*<html [^>]*>\s*<head>\s*<meta [^>]*>\s*<meta name="generator" content="ordertck">',
    TRANSCRIPT: rb'(\{"record":|$)',
    INCOMPLETE: rb"A run began here|$",
    "certificate": rb'\{\s*"certificate": "ordertck"',
}
_SAYS = (
    "A run began here and did not come to its end, so nothing in this folder speaks of it.\n"
    "Certificates of an earlier run bear 'superseded-' in their names.\n"
)


class Report:
    """A report in the making, in a folder of its own beside the one that it is for."""

    def __init__(self, given: Path, made: Path) -> None:
        self._given, self._folder, self._made = given, given.resolve(), made
        self.remark = ""

    def transcript(self, redaction: Redaction | None = None) -> Transcript:
        """The transcript that the report will hold, written as messages come."""
        return Transcript(redaction, self._made / TRANSCRIPT)

    def write(self, examinations: list[Examination]) -> list[Path]:
        """Write results, JUnit file, transcript and certificates; the files written.

        Certificates come last, and what says that the folder is incomplete goes then. Where the folder takes nothing
        any more, the report goes to a folder for temporary files, and ``remark`` says so. Raises ``UsageError`` where
        that fails too.
        """
        for transcript in _transcripts(examinations):
            transcript.close()
        try:
            return self._write(examinations)
        except OSError as problem:
            return self._elsewhere(examinations, problem)

    def _write(self, examinations: list[Examination]) -> list[Path]:
        contents, folder = _contents(examinations), self._folder
        for name, pieces in contents.items():
            _write(self._made / name, pieces)
        names = [*FORMATS, TRANSCRIPT, *(name for name in contents if name not in FORMATS)]
        folder.mkdir(exist_ok=True)
        for old in (*_certificates(folder), folder / PAGE, folder / STRICT):
            old.unlink(missing_ok=True)
        for name in names:
            if (self._made / name).exists():
                shutil.move(self._made / name, folder / name)
        for transcript in _transcripts(examinations):
            transcript.moved_to(folder / TRANSCRIPT)
        (folder / INCOMPLETE).unlink(missing_ok=True)
        return [self._given / name for name in names]

    def _elsewhere(self, examinations: list[Examination], problem: OSError) -> list[Path]:
        try:
            refuge = Path(tempfile.mkdtemp(prefix="ordertck-report-"))
            for transcript in _transcripts(examinations):
                self._take_along(transcript, refuge / TRANSCRIPT)
            contents = _contents(examinations)
            for name, pieces in contents.items():
                _write(refuge / name, pieces)
        except OSError:
            raise _unwritable(self._given, problem) from None
        self.remark = f"{self._given} takes nothing any more ({problem.strerror}), so the report is in {refuge}"
        return [refuge / name for name in (*contents, TRANSCRIPT) if (refuge / name).exists()]

    def _take_along(self, transcript: Transcript, to: Path) -> None:
        """Bring the transcript there, or say that it is lost."""
        try:
            if (self._made / TRANSCRIPT).exists():
                shutil.move(self._made / TRANSCRIPT, to)
                transcript.moved_to(to)
        except OSError as problem:
            to.unlink(missing_ok=True)
            transcript.lose(str(problem.strerror))


def _transcripts(examinations: list[Examination]) -> list[Transcript]:
    """Each transcript once; mostly all examinations have the same."""
    return list({id(e.transcript): e.transcript for e in examinations}.values())


@contextmanager
def begun(folder: Path) -> Iterator[Report]:
    """A report for this folder. What an earlier run certified there is no longer called a certificate from now on.

    Raises ``UsageError`` where the folder cannot hold a report, or holds anything that is no report.
    """
    _check(folder)
    try:
        with workshop(folder.resolve().parent, frozenset(_BEGINNINGS)) as made:
            _mark_incomplete(folder)
            yield Report(folder, made)
    except BrokenPipeError:  # who reads what is printed has left
        raise
    except OSError as problem:
        raise _unwritable(folder, problem) from None


def _check(given: Path) -> None:
    try:
        folder = given.resolve()
    except FileNotFoundError:  # of the folder that this was called in
        raise
    except (OSError, RuntimeError):  # which of the two is up to the version of Python
        raise UsageError("a link that leads to itself", "name another with --report", given) from None
    require_no_file(given)
    try:
        strange = sorted(entry.name for entry in folder.iterdir() if not _is_ours(entry)) if folder.exists() else []
        if strange:
            remedy = "name another with --report"
            raise UsageError(f"the report folder holds {strange[0]}, which is no report", remedy, given)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".ordertck-"):
            pass
    except OSError as problem:
        raise _unwritable(given, problem) from None


def _unwritable(given: Path, problem: OSError) -> UsageError:
    return UsageError(f"the report cannot be written: {problem.strerror}", "name another folder with --report", given)


def _is_ours(entry: Path) -> bool:
    """Whether it is a file of a report, by its name and by what it holds."""
    name = entry.name.removeprefix(_SUPERSEDED)
    sort = "certificate" if re.fullmatch(r"certificate(-[a-z-]+)?\.json", name) else name
    return sort in _BEGINNINGS and begins(entry, _BEGINNINGS[sort])


def _certificates(folder: Path) -> list[Path]:
    return [p for p in folder.glob("*certificate*.json") if _is_ours(p) and "certificate" in p.name]


def _mark_incomplete(folder: Path) -> None:
    if not folder.exists():
        return
    (folder / INCOMPLETE).write_text(_SAYS, encoding="utf-8")
    for old in _certificates(folder):
        if not old.name.startswith(_SUPERSEDED):
            with suppress(FileNotFoundError):
                old.replace(old.with_name(_SUPERSEDED + old.name))


def _write(file: Path, pieces: Iterable[bytes]) -> None:
    with file.open("wb") as opened:
        opened.writelines(pieces)


def _contents(examinations: list[Examination]) -> dict[str, Iterable[bytes]]:
    """The content of each file in pieces, by its name; the transcript is written already."""
    found = results(examinations)
    contents = {name: format.write(examinations, found) for name, format in FORMATS.items()}
    for examination, issued in zip(examinations, certificates(examinations, found), strict=True):
        if issued is not None:
            role = "" if len(examinations) == 1 else "-" + "-".join(examination.claims.roles)
            contents[f"certificate{role}.json"] = in_pieces(issued)
    return contents
