"""A report that is cut off: by a kill at any moment, by a full disk, by the limit of a transcript."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ordertck.harness.errors import UsageError
from ordertck.harness.examination import Examination
from ordertck.harness.messages import Edge, Message
from ordertck.harness.reports.certificate import certificates
from ordertck.harness.reports.folder import begun
from ordertck.harness.reports.results import findings_digest, results
from ordertck.harness.tests.by_hand import EVERY, by_hand
from ordertck.harness.transcript import Transcript

# What changes a folder; Python tells before it does it.
CHANGES = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.unlink"})
PASSED, NOT = by_hand(EVERY[:1]), by_hand(EVERY[:3])


def write(folder: Path, found: Examination) -> None:
    with begun(folder) as report:
        report.write([found])


def killed_before(change: int, folder: Path) -> bool:
    """Write a report in another process, which is killed before its change of this number to the folder.

    False where it came to its end first.
    """
    child = os.fork()
    if child == 0:
        count = 0

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal count
            if event in CHANGES and str(folder.parent) in str(arguments):
                count += 1
                if count == change:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        try:
            write(folder, NOT)
        finally:
            os._exit(0)  # whatever happens: nothing of this process comes back to the test
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_a_kill_at_any_moment_leaves_no_certificate_of_another_run(tmp_path: Path) -> None:
    """Whatever is called a certificate belongs to the results that lie beside it, however far the report had come."""
    (tmp_path / "before").mkdir()
    write(tmp_path / "before" / "report", PASSED)
    moments = 0
    while True:
        folder = tmp_path / str(moments) / "report"
        shutil.copytree(tmp_path / "before", folder.parent)
        killed = killed_before(moments + 1, folder)
        found = json.loads((folder / "results.json").read_text())
        for certificate in folder.glob("certificate*"):
            digest = json.loads(certificate.read_text())["digests"]["results"]
            assert digest == findings_digest(found), f"killed at change {moments}"
        if not killed:
            break
        assert (folder / "incomplete.txt").exists() or list(folder.glob("certificate*")), f"killed at change {moments}"
        moments += 1
    assert moments > 10
    assert not (folder / "incomplete.txt").exists()


def test_nothing_that_only_bears_a_reports_name_is_touched(tmp_path: Path) -> None:
    """Somebody's own files are told by what they hold, and stay."""
    for name in ("results.json", "junit.xml", "certificate.json", "certificate-mine.json", "transcript.ndjson"):
        folder = tmp_path / name.replace(".", "-")
        folder.mkdir()
        (folder / name).write_text("<mine/>" if name.endswith("xml") else '{"mine": true}')
        with pytest.raises(UsageError, match=rf"holds {name}, which is no report"):
            write(folder, PASSED)
        assert [path.name for path in folder.iterdir()] == [name]


def limited(size: int) -> Callable[[], None]:
    """No file may have more bytes from now on, as on a disk that is full."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.slow
def test_a_disk_that_is_full_everywhere_loses_no_verdict(tmp_path: Path) -> None:
    """Where no report can be written at all, the verdicts are told before that is said."""
    command = [sys.executable, "-P", "-m", "ordertck", "run", "--role", "som"]
    # What measures coverage could not write either, and would say so.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    environment |= {"TMPDIR": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=tmp_path, env=environment, preexec_fn=limited(2_000), timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "as som: conformant (" in done.stdout
    assert "the transcript is not whole: File too large, so there is no certificate" in done.stdout
    assert "Traceback" not in done.stderr
    assert "the report cannot be written: File too large" in done.stderr
    assert not list(tmp_path.rglob("certificate*"))


def test_a_transcript_ends_at_its_limit(tmp_path: Path) -> None:
    """It says so, goes on counting, and the report has no certificate: nobody could verify it."""
    transcript = Transcript(file=tmp_path / "transcript.ndjson", most=1_000)
    for number in range(50):
        transcript.add("told", "S-1", Message(f"m{number}", "cancel", Edge.OMS, {"order": "O"}))
    assert len(transcript) == 50
    kept = list(transcript.records())
    assert 3 < len(kept) < 10
    transcript.close()
    size = (tmp_path / "transcript.ndjson").stat().st_size
    told = f"it ends with record {len(kept)}, where it has {size} bytes"
    assert transcript.lost == f"the transcript is not whole: {told}"
    assert list(transcript.records(40, 50)) == []
    found = by_hand(EVERY[:1])
    assert certificates([found], results([found])) != [None]
    found.transcript.lose("why ever")
    assert certificates([found], results([found])) == [None]


def test_a_disk_that_takes_nothing_ends_no_run() -> None:
    """What cannot be written down is counted all the same."""
    transcript = Transcript(file=Path("/dev/full"))
    for number in range(3_000):
        transcript.add("told", "S-1", Message(f"m{number}", "cancel", Edge.OMS, {"order": "O" * 100}))
    transcript.close()
    assert len(transcript) == 3_000
    assert transcript.lost == "the transcript is not whole: No space left on device"
