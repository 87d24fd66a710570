"""The report folder: written whole or not at all."""

import shutil
import tempfile
from pathlib import Path

import orjson

from ordertck.harness.errors import UsageError
from ordertck.harness.examination import Examination
from ordertck.harness.reports.certificate import certificate
from ordertck.harness.reports.junit import junit
from ordertck.harness.reports.results import as_bytes, results

# By these files a folder is known as a report, which a newer one may replace.
_OURS = frozenset({"results.json", "junit.xml", "transcript.ndjson", "certificate.json"})


def check_writable(folder: Path) -> None:
    """Find out before the run whether the report can be written after it. Raises ``UsageError`` where not."""
    given, folder = folder, folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise UsageError("the report folder is a file", "name another with --report", given)
    if folder.is_mount():
        raise UsageError("the report folder is a mount point, which cannot be replaced", "name one below it", given)
    try:
        strange = sorted(entry.name for entry in folder.iterdir() if not _is_ours(entry)) if folder.exists() else []
        if strange:
            remedy = "name another with --report"
            raise UsageError(f"the report folder holds {strange[0]}, which is no report", remedy, given)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".ordertck-"):
            pass
    except OSError as problem:
        raise UsageError(
            f"the report cannot be written: {problem.strerror}", "name another folder with --report", given
        ) from None


def _is_ours(entry: Path) -> bool:
    return entry.name in _OURS or (entry.name.startswith("certificate-") and entry.suffix == ".json")


def write_report(folder: Path, examinations: list[Examination]) -> list[Path]:
    """Write results, JUnit file, transcript and certificates; the files written.

    They are made beside the folder and take its place at once. Raises ``UsageError`` where that is not possible; what
    was there before stays then.
    """
    given, folder, found = folder, folder.resolve(), results(examinations)
    contents = {
        "results.json": as_bytes(found),
        "junit.xml": junit(examinations),
        "transcript.ndjson": _transcript(examinations),
    }
    for examination in examinations:
        issued = certificate(examination, found)
        if issued is not None:
            role = "" if len(examinations) == 1 else "-" + "-".join(examination.claims.roles)
            contents[f"certificate{role}.json"] = as_bytes(issued)
    try:
        made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".ordertck-"))
        try:
            for name, content in contents.items():
                (made / name).write_bytes(content)
            made.chmod(0o755)
            _swap(made, folder)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    except OSError as problem:
        raise UsageError(
            f"the report cannot be written: {problem.strerror}", "name another folder with --report", given
        ) from None
    return [given / name for name in contents]


def _swap(made: Path, folder: Path) -> None:
    if not folder.exists():
        made.rename(folder)
        return
    old = folder.with_name(f".{folder.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    folder.rename(old)
    try:
        made.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _transcript(examinations: list[Examination]) -> bytes:
    lines, number = [], 0
    for examination in examinations:
        for record in examination.transcript.records():
            number += 1
            lines.append(orjson.dumps({**record, "record": number}, option=orjson.OPT_APPEND_NEWLINE))
    return b"".join(lines)
